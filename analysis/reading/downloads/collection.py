"""Cuts a plain text that holds several articles, where each piece shows by its head that it is one."""

import re
from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

from analysis.reading.downloads.draft import Draft
from analysis.reading.downloads.heads import Head, head_of, is_source
from analysis.reading.downloads.labels import PAGE_LINE, is_rights
from analysis.reading.downloads.lines import Line, paragraphs
from analysis.reading.downloads.nexis import END, numbers_of

_RULE = re.compile(r"(?:([-=_*#~+•.—–─━═])[ ]?)(?:\1[ ]?){2,}")
_LABELLED = re.compile(
    r"(?:[-=*#_~\[(]+ ?)?(?:artikel|text|beitrag|article|meldung|dokument|nr\.?)[ #]*(\d{1,4})\W*", re.IGNORECASE
)
_ITEM = re.compile(
    r"[\[(]?(\d{1,5})[.)\]:]+ (?=\S)|(?:artikel|text|beitrag|meldung|dokument) (\d{1,5}) ?[:.–-]+ (?=\S)", re.IGNORECASE
)
_HASHES = re.compile(r"#{1,6} (?=\S)")
_SOURCE = re.compile(r"(?:quelle|source|aus):? ", re.IGNORECASE)
_STRONG_RULE = 8
_LEAST_SENTENCES = 3
_LEAST_WORDS = 4
_SENTENCE = re.compile(r"[.!?…][“”\"«»']?(?=\s|$)")


class Collection(NamedTuple):
    """The articles of a text, and the lines before the first that are text and belong to none."""

    drafts: list[Draft]
    lost: list[Line]


def cut_collection(lines: list[Line], width: int | None) -> Collection | None:
    """The articles of a text that holds several; None where it holds one, or where that cannot be told."""
    for marks in _candidates(lines):
        if found := _cut_at(lines, marks, width):
            return found
    return None


def looks_like_several(lines: list[Line]) -> bool:
    """Whether a text that could not be cut has signs of several articles."""
    numbered = {number for _, number, _ in numbers_of(lines)}
    rights = {
        place for place, line in enumerate(lines) if is_rights(line) and any(sign.isdigit() for sign in line.text)
    }
    apart = [place for place in rights if place + 1 not in rights]
    return len(numbered) > 1 or len(apart) > 1 or len(_sources(lines)) > 1


def _sources(lines: list[Line]) -> list[int]:
    """Lines that tell an outlet and a day between a heading and a text."""
    return [place for place, line in enumerate(lines) if place and _is_below_heading(lines[place - 1], line) and
            _opens_text(lines[place + 1 : place + 4])]  # fmt: skip


def _is_below_heading(before: Line, line: Line) -> bool:
    if not before.apart or before.final or line.final or not is_source(line) or is_source(before):
        return False
    return _has_outlet(line)


def _opens_text(lines: list[Line]) -> bool:
    return bool(lines) and not is_source(lines[0]) and any(_SENTENCE.search(line.text) for line in lines)


def _has_outlet(line: Line) -> bool:
    head = head_of([line._replace(text="-"), line])
    return head.draft.outlet is not None


def _candidates(lines: list[Line]) -> list[dict[int, int]]:
    """Places where articles may begin, by kind: the first line of each, and how many lines of the mark to drop."""
    rules: dict[str, dict[int, int]] = defaultdict(dict)
    for place, line in enumerate(lines):
        if match := _RULE.fullmatch(line.text):
            underlines = place > 0 and not line.apart and lines[place - 1].apart and not lines[place - 1].final
            kind = f"under {match.group(1)}" if underlines else f"rule {match.group(1)}"
            rules[kind][place - 1 if underlines else place] = 0 if underlines else 1
        elif _LABELLED.fullmatch(line.text) and place + 1 < len(lines):
            rules["labelled"][place] = 1
        elif match := _HASHES.match(line.text):
            rules[f"heading {match.group()}"][place] = 0
        if line.new_page:
            rules["page"][place] = 0
    items = _items(lines)
    ends = {place: 1 for place, line in enumerate(lines) if END.fullmatch(line.text)}
    numbers = {place: 1 for place, _, _ in numbers_of(lines)}
    found = [numbers, ends, rules.pop("labelled", {}), rules.pop("page", {})]
    ruled = sorted(rules.values(), key=len, reverse=True)
    return [marks for marks in (*found, *ruled, items) if marks]


def _items(lines: list[Line]) -> dict[int, int]:
    """Headings that are numbered from one on without a gap."""
    places: dict[int, int] = {}
    for place, line in enumerate(lines):
        match = _ITEM.match(line.text) if line.apart and len(line.text) < 200 and not line.text.endswith(".") else None
        if match and int(match.group(1) or match.group(2)) == len(places) + 1:
            places[place] = 0
    return places if len(places) > 1 else {}


def _cut_at(lines: list[Line], marks: dict[int, int], width: int | None) -> Collection | None:
    pieces = [piece for piece in _pieces(lines, marks) if piece]
    known = [(piece, _head(piece)) for piece in pieces]
    if _numbered(lines, marks) and all(_has_text(piece, head) for piece, head in known[-len(marks) :]):
        joined = [(piece, False) for piece in pieces[-len(marks) :]]
    else:
        joined = _joined(pieces, [head for _, head in known], _strength(lines, marks))
    if len(joined) < 2:
        return None
    numbered = all(_ITEM.match(piece[0].text) for piece, _ in joined)
    before = [] if joined[0][0][0] is pieces[0][0] else pieces[0]
    drafts = [_draft(piece, numbered, width, doubtful) for piece, doubtful in joined]
    return Collection(drafts, [line for line in before if _SENTENCE.search(line.text)])


def _numbered(lines: list[Line], marks: dict[int, int]) -> bool:
    """Whether the marks are "Dokument 1 von 9" and so on, none left out: then each begins an article."""
    found = numbers_of(lines)
    counts = {count for _, _, count in found}
    consecutive = [number for _, number, _ in found] == list(range(1, len(found) + 1))
    return [place for place, _, _ in found] == list(marks) and consecutive and len(counts) == 1


def _head(piece: list[Line]) -> Head:
    """The head of a piece; where no date stands in it, with the source that its last line tells."""
    head = head_of(piece)
    source = None if head.dated else _closing_source(piece)
    if source:
        head.draft.tell("source", source)
    return head._replace(dated=head.dated or source is not None)


def _closing_source(piece: list[Line]) -> str | None:
    """What the last line of a piece tells of outlet and day: "(Küstenbote, 03.03.2024)"."""
    line = piece[-1]._replace(text=_SOURCE.sub("", piece[-1].text.strip("()[] ")))
    return line.text if len(piece) > 1 and is_source(line) else None


def _pieces(lines: list[Line], marks: dict[int, int]) -> list[list[Line]]:
    starts = sorted({0, *marks})
    return [
        [
            line
            for line in lines[start + marks.get(start, 0) : end]
            if not (_RULE.fullmatch(line.text) or PAGE_LINE.fullmatch(line.text))
        ]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


def _strength(lines: list[Line], marks: dict[int, int]) -> bool:
    """Whether marks of this kind are more than decoration: long rules, new pages, "Artikel 3"."""
    first = lines[min(marks)]
    match = _RULE.fullmatch(first.text)
    return (
        len(first.text.replace(" ", "")) >= _STRONG_RULE
        if match
        else bool(first.new_page or _LABELLED.fullmatch(first.text))
    )


def _joined(pieces: list[list[Line]], heads: list[Head], strong: bool) -> list[tuple[list[Line], bool]]:
    """Pieces that are articles, each with those behind it that are none; and whether these might be some after all."""
    dated = [
        head.dated and head.draft.title is not None and _has_text(piece, head)
        for piece, head in zip(pieces, heads, strict=True)
    ]
    if sum(dated) < 2:
        headed = [_stands_alone(piece, head) for piece, head in zip(pieces, heads, strict=True)]
        if any(dated) or not strong or not all(headed):
            return []
        dated = headed
    found: list[tuple[list[Line], bool]] = []
    for piece, head, begins in zip(pieces, heads, dated, strict=True):
        if begins or not found:
            found.append((list(piece), False))
        else:
            doubtful = strong and _stands_alone(piece, head)
            found[-1][0].extend(piece)
            found[-1] = (found[-1][0], found[-1][1] or doubtful)
    if not dated[0] and len(found) > 1:
        found = _without_cover(found)
    return found


def _without_cover(found: list[tuple[list[Line], bool]]) -> list[tuple[list[Line], bool]]:
    """The articles without what stands before the first mark, where that is a heading of the whole and no text."""
    first = found[0][0]
    text = sum(len(_SENTENCE.findall(line.text)) for line in first)
    return found if text >= _LEAST_SENTENCES else found[1:]


def _has_text(piece: list[Line], head: Head) -> bool:
    return any(_SENTENCE.search(line.text) for line in piece[head.length :])


def _stands_alone(piece: list[Line], head: Head) -> bool:
    """Whether a piece without a date is an article: a headline of its own, and sentences enough."""
    title = head.draft.title or ""
    sentences = sum(len(_SENTENCE.findall(line.text)) for line in piece[head.length :])
    # A question above an answer, or what introduces a list, is a part of one article.
    return title.count(" ") + 1 >= _LEAST_WORDS and sentences >= _LEAST_SENTENCES and not title.endswith(("?", ":"))


def _draft(piece: list[Line], numbered: bool, width: int | None, doubtful: bool) -> Draft:
    if numbered:
        piece = [piece[0]._replace(text=_ITEM.sub("", piece[0].text, count=1)), *piece[1:]]
    head = _head(piece)
    text = piece[head.length :]
    if text and not head_of(piece).dated and _closing_source(piece):
        text = text[:-1]
    draft = replace(head.draft, paragraphs=paragraphs(_text(text), width))
    if doubtful:
        draft.warnings.append("The text may hold another article, which tells no outlet and no date of its own.")
    return draft


def _text(lines: list[Line]) -> list[Line]:
    """The lines of the text, without what says at its end whose it is."""
    end = len(lines)
    while end and is_rights(lines[end - 1]):
        end -= 1
    return lines[:end]
