"""Units: the stretches of text within which a quotation is matched with its reporting clause.

Mostly a unit is a sentence. Sentence splitters cut inside quotations and before "sagte er", so sentences that
a quotation joins, and sentences that begin in lower case after one, become one unit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.language.token_columns import TokenColumns
from analysis.model import SectionName, Sentence
from analysis.statements.syntax.clauses import Segment, cut
from analysis.statements.syntax.quotation_marks import Quotation, resumes

_LONGEST = 1200
"""Tokens of the longest unit."""
_OPEN_RIGHT = frozenset(",;.:!?)–—-…")
_OPEN_LEFT = frozenset(":,(–—-.!?;")
_CLOSERS = frozenset('“”"«»')


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens ``[first, last)`` with their quotations and segments.

    ``blocks`` are quotations that stand as sentences of their own, ``inline`` those that are part of a clause.
    ``paragraph`` counts the document's paragraphs; ``sentences`` are the token ranges of the sentences.
    """

    first: int
    last: int
    section: SectionName
    paragraph: int
    sentences: tuple[tuple[int, int], ...]
    blocks: tuple[Quotation, ...]
    inline: tuple[Quotation, ...]
    segments: tuple[Segment, ...]


def find_units(view: TokenColumns, quotations: Sequence[Quotation]) -> Iterator[Unit]:
    """The units of a document in text order; every sentence belongs to exactly one."""
    pending = 0
    for first, last, section, sentences, paragraph in _joined(view, quotations):
        own: list[Quotation] = []
        while pending < len(quotations) and quotations[pending].first < last:
            quotation = quotations[pending]
            own.append(quotation if quotation.last <= last else Quotation(quotation.first, last, False))
            pending += 1
        alone = [_stands_alone(view, quotation, first, last) for quotation in own]
        for number, (one, other) in enumerate(pairwise(own)):
            if resumes(view, one, other):
                alone[number] = alone[number + 1] = True
        blocks = tuple(q for q, stands in zip(own, alone, strict=True) if stands)
        inline = tuple(q for q, stands in zip(own, alone, strict=True) if not stands)
        segments = tuple(cut(view, first, last, blocks))
        yield Unit(first, last, section, paragraph, sentences, blocks, inline, segments)


def _joined(
    view: TokenColumns, quotations: Sequence[Quotation]
) -> Iterator[tuple[int, int, SectionName, tuple[tuple[int, int], ...], int]]:
    """Sentences in groups: first token, last token, section, the sentences, number of the paragraph."""
    group: list[tuple[int, int]] = []
    section: SectionName = "body"
    position, paragraph, text = 0, 0, view.document.text
    previous_end = 0
    for sentence in _pieces(view):
        broken = "\n" in text[previous_end : sentence.start]
        while position < len(quotations) and quotations[position].last <= sentence.first:
            position += 1
        spanned = position < len(quotations) and quotations[position].first < sentence.first
        joins = spanned or _opens_quotation(view, sentence.first) or (not broken and _goes_on(view, sentence.first))
        joins = joins and bool(group) and sentence.last - group[0][0] <= _LONGEST
        if group and not (section == sentence.section and joins):
            yield group[0][0], group[-1][1], section, tuple(group), paragraph
            group = []
        if broken:
            paragraph += 1
        section = sentence.section
        group.append((sentence.first, sentence.last))
        previous_end = sentence.end
    if group:
        yield group[0][0], group[-1][1], section, tuple(group), paragraph


def _pieces(view: TokenColumns) -> Iterator[Sentence]:
    """The sentences; endless ones (tables, text without full stops) in pieces, to keep the time linear."""
    for sentence in view.document.sentences:
        for first in range(sentence.first, sentence.last, _LONGEST):
            last = min(first + _LONGEST, sentence.last)
            yield Sentence(view.start[first], view.end[last - 1], first, last, sentence.section)


def _goes_on(view: TokenColumns, first: int) -> bool:
    """Whether a sentence that begins at ``first`` continues a quotation: "…?“ fragte er"."""
    before = view.form[first - 1]
    return before in _CLOSERS and (view.form[first][:1].islower() or view.form[first] == ",")


def _opens_quotation(view: TokenColumns, first: int) -> bool:
    """Whether the sentence before ends in a colon and this one is the quotation it announces."""
    return view.form[first - 1] == ":" and view.form[first] in ("„", "“", '"', "»", "«")


def _stands_alone(view: TokenColumns, quotation: Quotation, first: int, last: int) -> bool:
    """Whether a quotation is a sentence or more, rather than part of a clause of the author."""
    start, end = quotation.first + 1, quotation.last - quotation.closed
    if end - start < 2 or not (view.form[start][:1].isupper() or view.form[start] in ("[", "(", "…", "...")):
        return _after_colon(view, quotation, first) and end - start >= 2
    finite = any(view.finite[start:end])
    ends_sentence = view.form[end - 1] in ".!?…"
    left = quotation.first == first or view.form[quotation.first - 1] in _OPEN_LEFT
    right = quotation.last >= last or view.form[quotation.last] in _OPEN_RIGHT or view.finite[quotation.last]
    if left and right and (finite or ends_sentence or end - start >= 4):
        return True
    if view.tag[quotation.first - 1] in ("NN", "NE", "ART", "APPR", "APPRART", "ADJA") and not ends_sentence:
        return False
    return finite and end - start >= 3


def _after_colon(view: TokenColumns, quotation: Quotation, first: int) -> bool:
    return quotation.first > first and view.form[quotation.first - 1] == ":"
