"""Cuts text into segments at commas and conjunctions, and classifies each one.

German commas make clauses nearly deterministic: a finite verb at the end after a subordinating word is a
subordinate clause, a zu-infinitive without a finite verb an infinitive clause, a finite verb elsewhere a main
clause, and a piece without a verb a fragment (an apposition, a list, the rest of an interrupted clause).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from analysis.language.token_columns import TokenColumns
from analysis.statements.syntax.quotation_marks import Quotation

Kind = Literal["main", "sub", "inf", "frag", "quote"]
COMPLEMENTISERS = frozenset({"dass", "daß", "ob"})
"""Conjunctions that open the clause of what is said, thought or asked."""

_BREAKS = frozenset(",;:–—-()[]…")
_FRAME_BREAKS = frozenset({",", "“"})
RELATIVES = frozenset({"PRELS", "PRELAT"})
_QUESTIONS = frozenset({"PWS", "PWAT", "PWAV"})
_JOINERS = frozenset({"und", "oder", "aber", "doch", "sondern", "sowie", "denn"})
_SUBORDINATORS = frozenset(
    {
        "dass", "daß", "ob", "weil", "da", "wenn", "falls", "sofern", "soweit", "sobald", "solange",
        "obwohl", "obgleich", "während", "nachdem", "bevor", "ehe", "bis", "seit", "seitdem", "als",
        "indem", "damit", "sodass", "wonach", "wobei", "wodurch", "womit", "weshalb", "weswegen", "worauf",
        "wofür", "woraufhin",
    }
)  # fmt: skip
_LONGEST_BRACKET = 12
_ADVERBS = frozenset({"ADV", "ADJD", "PTKNEG"})


class Segment(NamedTuple):
    """Tokens ``[first, last)`` between two breaks, without them.

    ``before`` is the mark before the piece ("" where there is none), ``verb`` the finite verb or -1,
    ``opener`` the word that subordinates it or -1, ``joined`` whether a coordinating conjunction opens it.
    """

    first: int
    last: int
    kind: Kind
    before: str
    verb: int
    opener: int
    joined: bool

    @property
    def verb_first(self) -> bool:
        """A main clause whose finite verb opens it, as after a fronted quotation."""
        return self.kind == "main" and self.verb == self.first + self.joined


def cut(view: TokenColumns, first: int, last: int, quotations: Sequence[Quotation] = ()) -> list[Segment]:
    """The segments of tokens ``[first, last)``; ``quotations`` that lie in it stand as one piece each."""
    return [_describe(view, *piece) for piece in _pieces(view, first, last, quotations)]


def not_fragment(segment: Segment) -> bool:
    """Whether a segment is more than a fragment."""
    return segment.kind != "frag"


def clause_tokens(
    segments: Sequence[Segment], number: int, limit: int, ends: Callable[[Segment], bool] = not_fragment
) -> list[int]:
    """The tokens of segment ``number`` and of the fragments among the next ``limit`` segments.

    The clause ends before the first segment for which ``ends`` holds.
    """
    segment = segments[number]
    tokens = list(range(segment.first, segment.last))
    for other in segments[number + 1 : number + 1 + limit]:
        if ends(other):
            break
        if other.kind == "frag":
            tokens += range(other.first, other.last)
    return tokens


def _pieces(
    view: TokenColumns, first: int, last: int, quotations: Sequence[Quotation]
) -> Iterator[tuple[int, int, str, bool]]:
    """First token, last token, the break before it and whether it is a quotation."""
    position, before = first, ""
    for quotation in quotations:
        yield from ((a, b, mark, False) for a, b, mark in _between(view, position, quotation.first, before))
        trailing = view.form[quotation.first - 1] if quotation.first > first else before
        yield quotation.first, quotation.last, trailing if trailing in _BREAKS else "", True
        position, before = quotation.last, "“"
    yield from ((a, b, mark, False) for a, b, mark in _between(view, position, last, before))


def _between(view: TokenColumns, first: int, last: int, before: str) -> Iterator[tuple[int, int, str]]:
    start = first
    skip = first
    for index in range(first, last):
        form = view.form[index]
        if index < skip:
            continue
        if form in "([":
            skip = _bracket_end(view, index, last)
            if skip > index:
                continue
        if form in _BREAKS or view.tag[index] == "$," or (form in ".!?" and index + 1 < last):
            if index > start:
                yield start, index, before
            start, before = index + 1, form
        elif index > start and view.low[index] in _JOINERS and _joins_clauses(view, start, index, last):
            yield start, index, before
            start, before = index, ""
    while last > start and view.form[last - 1] in ".!?":
        last -= 1
    if last > start:
        yield start, last, before


def _bracket_end(view: TokenColumns, index: int, last: int) -> int:
    """The token after a bracket without a verb of its own, such as a party after a name; else ``index``."""
    for other in range(index + 1, min(last, index + _LONGEST_BRACKET)):
        if view.form[other] in ")]":
            return other + 1
        if view.finite[other]:
            break
    return index


def _joins_clauses(view: TokenColumns, start: int, index: int, last: int) -> bool:
    """Whether the conjunction at ``index`` joins two clauses rather than two words."""
    if not any(view.finite[start:index]):
        return False
    for other in range(index + 1, min(last, index + 40)):
        if view.form[other] in _BREAKS or view.tag[other] == "$,":
            return False
        if view.finite[other]:
            # "… und sagte": the verb follows at once; "… und X sagte": a subject stands between.
            return True
    return False


def _describe(view: TokenColumns, first: int, last: int, before: str, quotation: bool) -> Segment:
    if quotation:
        return Segment(first, last, "quote", before, -1, -1, False)
    joined = view.low[first] in _JOINERS and last - first > 1 and view.tag[first] not in ("ADV", "KOUS")
    opener = _opener(view, first + joined, last)
    verbs = _finite(view, first, last, before, opener)
    if verbs and opener >= 0 and verbs[0] != opener + 1:
        return Segment(first, last, "sub", before, verbs[-1], opener, joined)
    if verbs:
        return Segment(first, last, "main", before, verbs[0], -1, joined)
    if any(view.tag[index] in ("PTKZU", "VVIZU") for index in range(first, last)):
        return Segment(first, last, "inf", before, -1, opener, joined)
    return Segment(first, last, "frag", before, -1, opener, joined)


def _finite(view: TokenColumns, first: int, last: int, before: str, opener: int) -> list[int]:
    """The finite verbs of a piece; where the tagger saw none, the one that word order asks for."""
    verbs = [index for index in range(first, last) if view.finite[index]]
    if verbs:
        return verbs
    if opener < 0:
        # Taggers take a plural at the clause's beginning for an infinitive: "…, sagen Fachleute".
        frame = before in _FRAME_BREAKS and view.tag[first] == "VVINF" and last - first > 1
        return [first] if frame else []
    if last - 1 > opener and view.tag[opener] != "KOUI":
        # The same at its end: "wie Medien berichten"; after dass and ob the last word is always the verb.
        plural = view.tag[last - 1] in ("VVINF", "VAINF", "VMINF")
        return [last - 1] if plural or view.low[opener] in COMPLEMENTISERS else []
    return []


def _opener(view: TokenColumns, first: int, last: int) -> int:
    """The subordinating word that begins the piece, after a preposition or an adverb, or -1."""
    index = first
    while index < min(last, first + 3):
        tag, low = view.tag[index], view.low[index]
        if tag in RELATIVES or tag in _QUESTIONS or tag == "KOUS" or tag == "KOUI":
            return index
        if low in _SUBORDINATORS and tag not in ("ADV", "APPR", "APPRART", "PAV", "PROAV", "KOKOM", "PTKVZ"):
            return index
        if tag not in _ADVERBS and tag not in ("APPR", "APPRART", "KON"):
            return -1
        index += 1
    return -1
