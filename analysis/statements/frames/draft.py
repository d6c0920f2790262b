"""A statement as the rules and the model build it, its parts as half-open ranges ``(first, last)`` of tokens."""

from dataclasses import dataclass, field, replace

from analysis.language.token_columns import Range, Ranges
from analysis.model import StatementType


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
