"""Whose doubt a hedge is: the author's, or that of the source whose statement it stands in."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from analysis.certainty.patterns import Match
from analysis.model import Holder, Span, Spans, Statement

_AUTHORS_WORDS = frozenset(("mutmaßlich", "angeblich", "vermeintlich", "tatverdacht"))
"""Cues by which a writer keeps away from what is reported, even inside indirect speech."""
_IMPERSONAL_BELIEFS = frozenset(("geschätzt", "schätzungsweise", "gilt-als", "spekulationen", "in-zweifel"))
_BELIEVED = frozenset(("sieht-gefahr", "für-möglich-halten", "für-möglich-hält"))
"""Cues of possibility that hang on a verb of belief, so that they are the believer's."""


class _Nested:
    """Spans that may lie in each other, each with its statement."""

    def __init__(self, spans: Iterable[tuple[Span, Statement]]) -> None:
        self._spans = sorted(spans, key=lambda item: item[0])
        self._starts = [start for (start, _), _ in self._spans]
        self._reach = list(accumulate((end for (_, end), _ in self._spans), max))

    def innermost(self, at: int) -> Statement | None:
        """The statement of the shortest span around a character, the first of equal ones; None outside all."""
        around: list[tuple[Span, Statement]] = []
        place = bisect_right(self._starts, at) - 1
        while place >= 0 and self._reach[place] > at:
            if self._spans[place][0][1] > at:
                around.append(self._spans[place])
            place -= 1
        return min(reversed(around), key=lambda item: item[0][1] - item[0][0])[1] if around else None


class Surroundings:
    """The statements of a text, asked which of them a cue stands in."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._quotes = _Nested((span, s) for s in statements for span in s.quote)
        self._frames = _Nested((span, s) for s in statements for span in (*s.cue, *s.frame))

    def around(self, spans: Spans) -> Statement | None:
        """The innermost statement in whose quote, else in whose frame, something begins."""
        return self._quotes.innermost(spans[0][0]) or self._frames.innermost(spans[0][0])

    def of(self, spans: Spans, match: Match, has_believer: bool | None) -> tuple[Statement | None, Holder]:
        """The innermost statement around a cue, and the holder of the doubt.

        ``has_believer`` says of a verb of belief whether somebody is named who believes; None for other cues.
        """
        at = spans[0][0]
        quoted = self._quotes.innermost(at)
        statement = quoted or self._frames.innermost(at)
        if quoted is not None:
            return statement, _quoted_holder(quoted, match, has_believer)
        if has_believer or (has_believer is None and match.kind == "belief"):
            return statement, "author" if match.rule in _IMPERSONAL_BELIEFS else "source"
        return statement, "source" if match.rule in _BELIEVED else "author"


def _quoted_holder(statement: Statement, match: Match, has_believer: bool | None) -> Holder:
    if statement.type == "direct":
        return "source"
    if has_believer:
        return "source"
    if statement.withheld or _is_anonymous(statement) or match.rule in _AUTHORS_WORDS:
        return "author"
    return "author" if statement.type == "free_indirect" and match.kind == "hearsay" else "source"


def _is_anonymous(statement: Statement) -> bool:
    """Whether nobody at all is named as the speaker, so that only the author stands behind the words."""
    if statement.source is not None:
        return statement.source.naming == "none"
    return not statement.speaker
