"""Reads downloads of WISO and GENIOS, which tell source and rights in labels above the text or below it."""

import re

from analysis.reading.downloads.dates import source_line
from analysis.reading.downloads.document import is_prose, reads_on
from analysis.reading.downloads.draft import Draft, byline
from analysis.reading.downloads.heads import is_source
from analysis.reading.downloads.labels import PAGE_LINE, is_rights, label_of
from analysis.reading.downloads.lines import Line, joined, paragraphs
from analysis.reading.downloads.nexis import Cut, count_in
from analysis.reading.page.boilerplate import hangs

_HEAD = 5
_LONG_TITLE = 50
_CLOSING = ("url", "rights")
_GENIOS = re.compile(r"wiso-net|genios", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_FURNITURE = re.compile(r"dokumente?|gesamtes dokument|inhaltsverzeichnis|.{1,200}(?: ?\.){4,} ?\d{1,4}", re.IGNORECASE)


def is_wiso(lines: list[Line]) -> bool:
    """Whether these are documents of WISO or GENIOS."""
    fields = {label.field for line in lines if (label := label_of(line))}
    sourced = any(_is_source(line) for line in lines)
    named = any(_GENIOS.search(line.text) for line in lines)
    closed = "rights" in fields or "document" in fields
    return (sourced and (closed or named)) or (named and closed and any(map(is_source, lines)))


def _is_source(line: Line) -> bool:
    label = label_of(line)
    return label is not None and label.field == "source" and (not label.value or source_line(label.value) is not None)


def cut_wiso(lines: list[Line]) -> Cut:
    """The documents of a download, by its blocks of labels."""
    lines = [line for line in lines if not _is_furniture(line)]
    blocks = _blocks(lines)
    closing = [block for block in blocks if _closes(lines[block[0] : block[1]])]
    sources = [block for block in blocks if any(_is_source(line) for line in lines[block[0] : block[1]])]
    above = _first_text(lines, blocks)
    if closing and not (above and blocks and lines[blocks[-1][1] :]):
        starts = [0, *(end for _, end in closing)]
    else:
        starts = [0, *(_title_start(lines, start) for start, _ in sources[1:])]
    pieces = [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return Cut([piece for piece in pieces if any(not _is_label(line) for line in piece)])


def _is_furniture(line: Line) -> bool:
    page = PAGE_LINE.fullmatch(line.text) or _FURNITURE.fullmatch(line.text)
    return page is not None or count_in(line) is not None


def _is_label(line: Line) -> bool:
    return label_of(line) is not None or is_rights(line) or _ADDRESS.fullmatch(line.text) is not None


def _blocks(lines: list[Line]) -> list[tuple[int, int]]:
    """Runs of labels, as pairs of the first line and the line behind the last."""
    found: list[tuple[int, int]] = []
    dated = any(_is_source(line) for line in lines)
    for number, line in enumerate(lines):
        goes_on = bool(found) and found[-1][1] == number
        label = label_of(line)
        value = goes_on and (before := label_of(lines[number - 1])) is not None and not before.value
        # In running text a label may stand, but none that names a source or an address.
        credit = dated and label is not None and label.field == "source" and not _is_source(line)
        if (
            (label and label.zone == "any" and not credit)
            or is_rights(line)
            or (goes_on and _ADDRESS.fullmatch(line.text))
            or value
        ):
            found[-1:] = [(found[-1][0], number + 1)] if goes_on else [*found[-1:], (number, number + 1)]
    return [block for block in found if _weight(lines[block[0] : block[1]])]


def _weight(lines: list[Line]) -> bool:
    fields = {label.field for line in lines if (label := label_of(line))}
    if any(is_rights(line) or _is_source(line) for line in lines):
        return True
    return bool(fields & {"url", "document", "issn"}) or len(fields) >= 2


def _closes(lines: list[Line]) -> bool:
    fields = {label.field for line in lines if (label := label_of(line))}
    return bool(fields & set(_CLOSING)) or any(is_rights(line) for line in lines)


def _first_text(lines: list[Line], blocks: list[tuple[int, int]]) -> bool:
    """Whether the first labels stand above the text: only a heading stands before them."""
    return bool(blocks) and not any(is_prose(line) for line in lines[: blocks[0][0]])


def _title_start(lines: list[Line], block: int) -> int:
    """Where the title above a block of labels begins: the block of lines before it, back to the last sentence."""
    start = block
    while start > 0 and not is_prose(lines[start - 1]) and not _is_label(lines[start - 1]) and block - start < 4:
        start -= 1
        if lines[start].apart:
            break
    return start


def read_wiso(lines: list[Line], width: int | None) -> Draft:
    """The article in the lines of one document."""
    draft = Draft()
    others: list[Line] = []
    field = ""
    blocks = {number for start, end in _blocks(lines) for number in range(start, end)}
    for number, line in enumerate(lines):
        label = label_of(line) if number in blocks else None
        if label:
            draft.tell(label.field, label.value)
            field = label.field if not label.value else ""
        elif number in blocks:
            draft.tell(field, line.text)
            if address := _ADDRESS.search(line.text):
                draft.tell("url", address.group())
            field = ""
        else:
            others.append(line._replace(apart=line.apart or number - 1 in blocks))
    _title_and_text(draft, others, width, above=min(blocks, default=0))
    return draft


def _title_and_text(draft: Draft, lines: list[Line], width: int | None, above: int) -> None:
    """Take the title, what stands between it and the text, and the text."""
    labelled = 0 < above <= len(lines) and not any(map(reads_on, paragraphs(lines[1:above], width)))
    head = lines[:above] if labelled else lines[: _heading_end(lines)]
    text = lines[len(head) :]
    if draft.published is None and (bare := next(filter(is_source, lines[:_HEAD]), None)):
        draft.tell("source", bare.text)
        head = lines[: max(len(head), lines.index(bare) + 1)]
        text = lines[len(head) :]
    head = [line for line in head if not _repeats_source(line, draft)]
    for line in head[1:]:
        draft.tell("author", byline(line.text) or "")
    head = [line for number, line in enumerate(head) if not (number and byline(line.text))]
    end = _title_end(head)
    draft.tell("title", joined(head[:end]))
    draft.tell("lead", joined(head[end:]))
    if text and (name := byline(text[0].text)):
        draft.tell("author", name)
        text = text[1:]
    draft.paragraphs = paragraphs(text, width)


def _title_end(head: list[Line]) -> int:
    """Where the title ends: it goes on in the next line where its own is long, or breaks off in the middle."""
    end = min(1, len(head))
    while 0 < end < len(head) and not head[end].apart:
        before = head[end - 1].text
        if len(before) < _LONG_TITLE and not head[end].text[0].islower() and not hangs(before):
            break
        end += 1
    return end


def _heading_end(lines: list[Line]) -> int:
    """Where the title ends that stands above a text without labels between them."""
    end = 0
    while end < len(lines) and end < 4 and not is_prose(lines[end]):
        if end and lines[end].apart and not source_line(lines[end - 1].text):
            break
        end += 1
    return end


def _repeats_source(line: Line, draft: Draft) -> bool:
    """Whether a line above the title tells once more where the article appeared."""
    source = source_line(line.text)
    return source is not None and source.day.iso is not None and source.day.iso == draft.published
