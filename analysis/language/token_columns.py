"""A tagged document as parallel columns, and half-open ranges ``(first, last)`` of token numbers over them.

Rules look at neighbours far more often than at whole tokens, so the columns they read lie side by side.
"""

from analysis.model import Document, Spans

Range = tuple[int, int]
Ranges = tuple[Range, ...]
_STOPS = frozenset(".!?,")
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})


class TokenColumns:
    """The columns of a document, one entry per token; ``low`` is the lower-case form, ``finite`` marks finite verbs."""

    __slots__ = (
        "document",
        "end",
        "entity",
        "finite",
        "form",
        "lemma",
        "low",
        "mood",
        "size",
        "start",
        "tag",
    )

    def __init__(self, document: Document) -> None:
        tokens = document.tokens
        self.document = document
        self.size = len(tokens)
        self.start = [token.start for token in tokens]
        self.end = [token.end for token in tokens]
        self.form = [token.form for token in tokens]
        self.low = [form.lower() for form in self.form]
        self.tag = [token.tag for token in tokens]
        self.lemma = [token.lemma for token in tokens]
        self.mood = [token.mood for token in tokens]
        self.entity = [token.entity for token in tokens]
        self.finite = [tag in FINITE for tag in self.tag]

    def spans(self, ranges: Ranges) -> Spans:
        """The characters under token ranges; ranges that touch become one span."""
        return tuple((self.start[first], self.end[last - 1]) for first, last in merge(ranges))

    def text(self, first: int, last: int) -> str:
        """The text of one token range; empty for an empty range."""
        return self.document.text[self.start[first] : self.end[last - 1]] if first < last else ""


def merge(ranges: Ranges) -> Ranges:
    """Token ranges in order, empty ones dropped, touching and overlapping ones joined."""
    merged: list[Range] = []
    for first, last in sorted(part for part in ranges if part[0] < part[1]):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def minus(whole: Range, holes: Ranges) -> Ranges:
    """The parts of ``whole`` not covered by ``holes``."""
    left: list[Range] = []
    position = whole[0]
    for first, last in merge(holes):
        if first > position:
            left.append((position, min(first, whole[1])))
        position = max(position, last)
    if position < whole[1]:
        left.append((position, whole[1]))
    return tuple(part for part in left if part[0] < part[1])


def covers(ranges: Ranges, index: int) -> bool:
    """Whether a token lies in one of the ranges."""
    return any(first <= index < last for first, last in ranges)


def without_stop(view: TokenColumns, first: int, last: int) -> int:
    """The range's end without the full stop, question mark or trailing comma of its sentence."""
    while last > first and view.form[last - 1] in _STOPS:
        last -= 1
    return last
