"""A statement as the rules and the model build it, its parts as half-open ranges ``(first, last)`` of tokens."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from analysis.language.token_columns import Range, Ranges
from analysis.model import StatementType
from analysis.statements.syntax.quotation_marks import Quotation


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in token numbers, before it gets an id, a section and characters."""

    type: StatementType
    rule: str
    quote: Ranges
    speaker: Ranges = ()
    cue: Ranges = ()
    frame: Ranges = ()
    addressee: Ranges = ()
    withheld: bool = False
    clause: Range = (0, 0)
    """Where the reporting clause stands; rules that come later use it to leave it alone."""
    inside: Ranges = field(default=())
    """The quote's outline, holes included."""
    confidence: float | None = None
    """How likely the statement is right, where that is known better than from its rule."""

    def at(self) -> int:
        """The token where the quote begins."""
        return self.quote[0][0]

    def change(self, **values: object) -> "Draft":
        """A copy with other values."""
        return replace(self, **values)  # type: ignore[arg-type]


def touches(draft: Draft, first: int, last: int) -> bool:
    """Whether a statement's frame or quote shares a token with ``[first, last)``."""
    ranges = (*draft.frame, *draft.inside, *draft.quote)
    return any(start < last and first < end for start, end in ranges)


def in_words(draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """A statement whose words stand wholly in quotation marks: direct, and without the marks."""
    if draft.type not in ("direct", "indirect") or len(draft.quote) > 1:
        return draft
    first, last = draft.quote[0]
    place = bisect_left(quotations, first, key=lambda quotation: quotation.first)
    if place == len(quotations) or quotations[place].first != first or quotations[place].last > last:
        return draft
    quotation = quotations[place]
    whole = quotation.closed and quotation.last == last
    inner = (first + 1, last - whole)
    if inner[0] >= inner[1] or not (whole or draft.type == "direct"):
        return draft
    return draft.change(type="direct", quote=(inner,))
