"""Statements in quotation marks: exactly the words between them, whole over a frame, one in each paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from analysis.language.token_columns import Range, Ranges, TokenColumns
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.rule_table import LEARNED
from analysis.statements.syntax.quotation_marks import Quotation, resumes

_FILLED = 0.3
"""Share of the words between two marks from which all of them are meant; the most that may stand outside."""


def in_words(draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """A statement whose words stand wholly in quotation marks: direct, and exactly what stands between them."""
    if draft.type == "indirect" and len(draft.quote) == 1:
        first, last = draft.quote[0]
        place = bisect_left(quotations, first, key=lambda quotation: quotation.first)
        if place == len(quotations) or quotations[place] != (first, last, True) or last - first < 3:
            return draft
        return draft.change(type="direct", quote=((first + 1, last - 1),))
    return draft.change(quote=_between_marks(draft.quote, quotations)) if draft.type == "direct" else draft


def _between_marks(quote: Ranges, quotations: Sequence[Quotation]) -> Ranges:
    """What stands between the marks that the quote mostly fills; the quote itself where much of it stands outside."""
    parts: list[Range] = []
    inside = 0
    for number in _touched(quote, quotations):
        first, last, _ = quotations[number]
        inner = _inner(quotations, number)
        own = [part for part in ((max(a, inner[0]), min(b, inner[1])) for a, b in quote) if part[0] < part[1]]
        inside += sum(min(b, last) - max(a, first) for a, b in quote if a < last and first < b)
        filled = _ended(quotations, number) and _size(own) >= _FILLED * (inner[1] - inner[0])
        parts += [inner] if own and filled else own
    return tuple(parts) if parts and _size(quote) - inside <= _FILLED * _size(parts) else quote


def settled(view: TokenColumns, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """The statements: one for a quotation that a frame interrupts, several for one that new paragraphs go on with."""
    starts = {draft.at(): draft for draft in drafts if draft.type == "direct"}
    rest = {quotation.first + 1: number for number, quotation in enumerate(quotations)}
    whole: list[Draft] = []
    joined: set[int] = set()
    for draft in drafts:
        if draft.type == "direct" and draft.at() not in joined:
            number = rest.get(draft.quote[-1][0])
            while number is not None and number + 1 < len(quotations):
                other = starts.get(quotations[number + 1].first + 1)
                if other is None or not resumes(view, quotations[number], quotations[number + 1]):
                    break
                joined.add(other.at())
                draft = draft.change(quote=(*draft.quote, *other.quote), speaker=draft.speaker or other.speaker)
                number = rest.get(draft.quote[-1][0])
        whole.append(draft)
    parts = [part for draft in whole if draft.at() not in joined for part in _by_paragraph(draft, quotations)]
    return _whole(parts, quotations)


def _whole(drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """The statements, and those paragraphs of a quotation that nobody found; all of one quotation have one speaker."""
    starts = {draft.at(): number for number, draft in enumerate(drafts) if draft.type == "direct"}
    whole = list(drafts)
    before: Draft | None = None
    for number, quotation in enumerate(quotations):
        place = starts.get(quotation.first + 1)
        found = None if place is None else whole[place]
        if before is not None and place is None:
            found = before.change(quote=(_inner(quotations, number),), cue=(), frame=(), addressee=())
            whole.append(found)
        elif before is not None and place is not None and whole[place].rule == LEARNED:
            found = whole[place] = whole[place].change(speaker=before.speaker, cue=(), frame=(), addressee=())
        before = found if _reopened(quotations, number) else None
    return whole


def _by_paragraph(draft: Draft, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    """The parts of a quotation that is opened anew with every paragraph."""
    if draft.type != "direct" or len(draft.quote) < 2:
        yield draft
        return
    anew = [quotations[number].last for number in _touched(draft.quote, quotations) if _reopened(quotations, number)]
    parts: list[list[Range]] = [[]]
    for first, last in draft.quote:
        if parts[-1] and any(parts[-1][-1][1] <= edge <= first for edge in anew):
            parts.append([])
        parts[-1].append((first, last))
    yield draft.change(quote=tuple(parts[0]))
    for part in parts[1:]:
        yield draft.change(quote=tuple(part), cue=(), frame=(), addressee=())


def _touched(quote: Ranges, quotations: Sequence[Quotation]) -> Iterator[int]:
    """The numbers of the quotations from the quote's first to its last word."""
    number = bisect_right(quotations, quote[0][0], key=lambda quotation: quotation.last)
    while number < len(quotations) and quotations[number].first < quote[-1][1]:
        yield number
        number += 1


def _inner(quotations: Sequence[Quotation], number: int) -> Range:
    quotation = quotations[number]
    return quotation.first + 1, quotation.last - quotation.closed


def _ended(quotations: Sequence[Quotation], number: int) -> bool:
    """Whether it is known where a quotation ends."""
    return quotations[number].closed or _reopened(quotations, number)


def _reopened(quotations: Sequence[Quotation], number: int) -> bool:
    """Whether a quotation stays open because the next paragraph opens it anew."""
    if quotations[number].closed or number + 1 == len(quotations):
        return False
    return quotations[number + 1].first == quotations[number].last


def _size(parts: Sequence[Range]) -> int:
    return sum(last - first for first, last in parts)
