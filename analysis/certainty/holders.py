"""Whose doubt a hedge is: the author's, or that of the source whose statement it stands in."""

from analysis.certainty.patterns import Match
from analysis.model import Holder, Span, Spans, Statement

_AUTHORS_WORDS = frozenset(("mutmaßlich", "angeblich", "vermeintlich", "tatverdacht"))
"""Cues by which a writer keeps away from what is reported, even inside indirect speech."""
_IMPERSONAL_BELIEFS = frozenset(("geschätzt", "schätzungsweise", "gilt-als", "spekulationen", "in-zweifel"))
_BELIEVED = frozenset(("sieht-gefahr", "für-möglich-halten", "für-möglich-hält"))
"""Cues of possibility that hang on a verb of belief, so that they are the believer's."""


class Surroundings:
    """The statements of a text, asked which of them a cue stands in."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._quotes = _by_length([(span, s) for s in statements for span in s.quote])
        self._frames = _by_length([(span, s) for s in statements for span in (*s.cue, *s.frame)])

    def of(self, spans: Spans, match: Match, has_believer: bool | None) -> tuple[Statement | None, Holder]:
        """The innermost statement around a cue, and the holder of the doubt.

        ``has_believer`` says of a verb of belief whether somebody is named who believes; None for other cues.
        """
        at = spans[0][0]
        quoted = _innermost(self._quotes, at)
        statement = quoted or _innermost(self._frames, at)
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


def _by_length(spans: list[tuple[Span, Statement]]) -> list[tuple[Span, Statement]]:
    return sorted(spans, key=lambda item: item[0][1] - item[0][0])


def _innermost(spans: list[tuple[Span, Statement]], at: int) -> Statement | None:
    return next((statement for (start, end), statement in spans if start <= at < end), None)
