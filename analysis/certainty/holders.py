"""Whose doubt a hedge is: the author's, or that of the source whose statement it stands in.

A logistic regression decides over features that can be read: where the cue stands, who is named there as believer or
speaker, and what a few rules say. The weights were learned from coded articles and stand in ``holder_weights.tsv``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from analysis.certainty.candidates import Candidate
from analysis.certainty.decision import load_weights
from analysis.certainty.verb_clauses import ClauseView
from analysis.model import Holder, Span, Spans, Statement

_AUTHORS_WORDS = frozenset(("mutmaßlich", "angeblich", "vermeintlich", "tatverdacht"))
"""Cues by which a writer keeps away from what is reported, even inside indirect speech."""
_IMPERSONAL_BELIEFS = frozenset(("geschätzt", "schätzungsweise", "gilt-als", "spekulationen", "in-zweifel"))
_BELIEVED = frozenset(("sieht-gefahr", "für-möglich-halten", "für-möglich-hält"))
"""Cues of possibility that hang on a verb of belief, so that they are the believer's."""
_WEIGHED = frozenset(
    "mood beside-K1 beside-K2 K1-before first-person clause-man clause-es clause-er clause-sie has-quoting reported-by "
    "has-passive participle finite tag opener before place in-marks".split()
)
"""Aspects of the surroundings that tell whose words these are."""


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
        spans = sorted(span for statement in statements for span in statement.quote)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def place(self, spans: Spans) -> tuple[Statement | None, bool]:
        """The innermost statement in whose quote, else in whose frame, something begins; whether it is the quote."""
        quoted = self._quotes.innermost(spans[0][0])
        return (quoted, True) if quoted is not None else (self._frames.innermost(spans[0][0]), False)

    def around(self, spans: Spans) -> Statement | None:
        """The innermost statement in whose quote, else in whose frame, something begins."""
        return self.place(spans)[0]

    def has_quote(self, start: int, end: int) -> bool:
        """Whether a quote has characters within ``[start, end)``."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._reach[place] > start


def holder(
    reading: ClauseView, candidate: Candidate, spans: Spans, around: Iterable[str], surroundings: Surroundings
) -> Holder:
    """Whose doubt the hedge is; ``around`` are the features of its surroundings."""
    weights = load_weights("holder_weights")
    own, groups = holder_features(reading, candidate, spans, around, surroundings)
    return "source" if weights.odds((), own, groups) >= weights.threshold else "author"


def holder_features(
    reading: ClauseView, candidate: Candidate, spans: Spans, around: Iterable[str], surroundings: Surroundings
) -> tuple[list[str], tuple[str, ...]]:
    """What tells whose doubt a hedge is, and the groups under which it is weighed: the place and the class."""
    statement, is_quoted = surroundings.place(spans)
    place = "nowhere" if statement is None else statement.type if is_quoted else "frame"
    source = None if statement is None else statement.source
    names = [
        f"rule={rule_holder(statement, is_quoted, candidate)}",
        f"stated={place}",
        f"naming={source.naming if source else '-'}",
        f"believer={candidate.has_believer}",
        f"class={candidate.kind}",
        f"entry={candidate.entry}",
        *(name for name in around if name.partition("=")[0] in _WEIGHED),
        *_subject(reading, candidate.head),
        *_near(reading, candidate.head, surroundings),
    ]
    if statement is not None:
        names += ["withheld"] * statement.withheld + ["no-speaker"] * (not statement.speaker)
    return list(dict.fromkeys(names)), (f"{place}", candidate.kind)


def _subject(reading: ClauseView, head: int) -> Iterator[str]:
    """The first noun or pronoun before the cue in its clause."""
    for index in range(reading.clause(head).start, head):
        if reading.tags[index] in ("NN", "NE", "PPER"):
            yield f"subject={reading.tags[index]}{reading.tokens[index].entity[1:]}"
            return


def _near(reading: ClauseView, head: int, surroundings: Surroundings) -> Iterator[str]:
    """Whether the sentence, and the one before, has a quote."""
    first, last = reading.sentence(head)
    if surroundings.has_quote(reading.tokens[first].start, reading.tokens[last - 1].end):
        yield "quote-in-sentence"
    if first:
        before, end = reading.sentence(first - 1)
        if surroundings.has_quote(reading.tokens[before].start, reading.tokens[end - 1].end):
            yield "quote-before"


def rule_holder(statement: Statement | None, is_quoted: bool, candidate: Candidate) -> Holder:
    """Whose doubt it is by rules alone: what the regression starts from."""
    has_believer, rules = candidate.has_believer, set(candidate.rules)
    if statement is not None and is_quoted:
        return _quoted_holder(statement, candidate)
    if has_believer or (has_believer is None and candidate.kind == "belief"):
        return "author" if rules & _IMPERSONAL_BELIEFS else "source"
    return "source" if rules & _BELIEVED else "author"


def _quoted_holder(statement: Statement, candidate: Candidate) -> Holder:
    if statement.type == "direct" or candidate.has_believer:
        return "source"
    if statement.withheld or _is_anonymous(statement) or _AUTHORS_WORDS.intersection(candidate.rules):
        return "author"
    return "author" if statement.type == "free_indirect" and candidate.kind == "hearsay" else "source"


def _is_anonymous(statement: Statement) -> bool:
    """Whether nobody at all is named as the speaker, so that only the author stands behind the words."""
    if statement.source is not None:
        return statement.source.naming == "none"
    return not statement.speaker
