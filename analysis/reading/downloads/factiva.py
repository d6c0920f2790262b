"""Reads downloads of Factiva without field codes: title, author, words, date, outlet, code, page, language, rights."""

import re

from analysis.reading.downloads.dates import TIME, date_line, page_in
from analysis.reading.downloads.draft import NAMES, Draft, author_of, byline
from analysis.reading.downloads.labels import COUNT, PAGE_LINE, RIGHTS
from analysis.reading.downloads.lines import Line, joined, paragraphs
from analysis.reading.downloads.nexis import Cut, count_in

CLOSING = re.compile(r"\W*(?:dokument|document) ([a-z]{2,}[0-9a-z]{8,}\d[0-9a-z]{4,})\W*", re.IGNORECASE)
"""The line that closes a document, with its number."""
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_PAGE = re.compile(r"[A-Z]{0,3}-?\d{1,4}[A-Z]?(?:[-–/, ]{1,3}[A-Z]{0,3}\d{1,4})*")
_LANGUAGE = re.compile(
    r"deutsch|englisch|französisch|italienisch|spanisch|german|english|french|italian|spanish", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"factiva|dow jones(?: & company)?(?:, inc\.?)?|\W*©? ?\d{4} factiva, inc\..*|inhaltsverzeichnis|table of contents"
    r"|(?:such)?zusammenfassung|search summary|\d{4}[-/]\d\d[-/]\d\d .{0,20}factiva.{0,40}",
    re.IGNORECASE,
)
_TITLE, _SECTION = "HD", "SE"
_LONGEST_SECTION = 30
_HEAD = 12
"""Lines between the count of words and the text, at most."""


def is_factiva(lines: list[Line]) -> bool:
    """Whether these are documents of Factiva without field codes."""
    closed = any(CLOSING.fullmatch(line.text) for line in lines)
    counted = [n for n, line in enumerate(lines) if COUNT.fullmatch(line.text)]
    dated = any(date_line(lines[n + 1].text) for n in counted if n + 1 < len(lines))
    return bool(counted) and (closed or dated)


def cut_factiva(lines: list[Line]) -> Cut:
    """The documents of a download; each is closed by a line with its number."""
    documents: list[list[Line]] = []
    piece: list[Line] = []
    for line in lines:
        if CLOSING.fullmatch(line.text):
            documents.append([*piece, line])
            piece = []
        elif not PAGE_LINE.fullmatch(line.text):
            piece.append(line)
    if any(COUNT.fullmatch(line.text) for line in piece):
        return Cut([*documents, piece])
    return Cut([document for document in documents if len(document) > 1])


def read_factiva(lines: list[Line], width: int | None) -> Draft:
    """The article in the lines of one document."""
    draft = Draft()
    if lines and (match := CLOSING.fullmatch(lines[-1].text)):
        draft.keep("document", match.group(1))
        lines = lines[:-1]
    counted = _counted(lines)
    if counted is None:
        draft.paragraphs = paragraphs(lines, width)
        return draft
    _above(draft, [line for line in lines[:counted] if not _FURNITURE.fullmatch(line.text) and not count_in(line)])
    draft.tell("words", lines[counted].text)
    start = _below(draft, lines, counted + 1)
    draft.paragraphs = paragraphs(lines[start:], width)
    return draft


def _counted(lines: list[Line]) -> int | None:
    """The line that counts the words: the first with a date below it."""
    found = [n for n, line in enumerate(lines[:60]) if COUNT.fullmatch(line.text)]
    dated = [n for n in found if any(date_line(line.text) for line in lines[n + 1 : n + 3])]
    return next(iter(dated or found), None)


def _above(draft: Draft, lines: list[Line]) -> None:
    """Take section, title and author from the lines above the count of words."""
    marked = {
        line.text.partition(" ")[0]: line for line in lines if line.raw.startswith((f"{_TITLE}\t", f"{_SECTION}\t"))
    }
    if _TITLE in marked:
        place = lines.index(marked[_TITLE])
        draft.tell("title", marked[_TITLE].text.partition(" ")[2])
        draft.keep("section", lines[place - 1].text if place else None)
        draft.tell("author", "; ".join(line.text for line in lines[place + 1 :]))
        return
    if len(lines) > 1 and _is_author(lines):
        draft.author = author_of(lines[-1].text)
        lines = lines[:-1]
    if len(lines) > 1 and len(lines[0].text) <= _LONGEST_SECTION and lines[0].text.count(" ") < 3:
        draft.keep("section", lines[0].text)
        lines = lines[1:]
    draft.tell("title", joined(lines))


def _is_author(lines: list[Line]) -> bool:
    last = lines[-1]
    if byline(last.text):
        return True
    # A headline stands above; what stands apart from it, or reads like names, is the author.
    return len(last.text) < 80 and (last.apart or NAMES.fullmatch(last.text) is not None) and not last.final


def _below(draft: Draft, lines: list[Line], start: int) -> int:
    """Take date, outlet, page and the rest in their order; gives back where the text begins."""
    end = min(len(lines), start + _HEAD)
    rights = next((n for n in range(start, end) if RIGHTS.fullmatch(lines[n].text)), None)
    spoken = next((n for n in range(start, end) if _LANGUAGE.fullmatch(lines[n].text)), None)
    last = rights if rights is not None else spoken
    if last is None:
        last = _last_short(lines, start, end)
    fields = lines[start : last + 1]
    dated = next((n for n, line in enumerate(fields) if date_line(line.text)), None)
    if dated is not None:
        draft.date(fields[dated].text)
        fields = fields[dated + 1 :]
    named = False
    for line in fields:
        named = _field(draft, line.text, named)
    start = last + 1
    # Rights may run over two lines.
    while start < len(lines) and rights is not None and RIGHTS.fullmatch(lines[start].text) and not lines[start].apart:
        start += 1
    if rights is not None and start < len(lines) and not lines[start].apart and lines[start].text[0].islower():
        start += 1
    return start


def _last_short(lines: list[Line], start: int, end: int) -> int:
    """The last line of the block that is a field: short, and no sentence."""
    last = start - 1
    for number in range(start, end):
        if len(lines[number].text) > 60 or lines[number].final:
            break
        last = number
    return last


def _field(draft: Draft, text: str, named: bool) -> bool:
    """Take one line below the date; gives back whether the outlet is known by now."""
    if RIGHTS.fullmatch(text):
        return named
    if TIME.fullmatch(text):
        draft.keep("time", text)
    elif not named:
        draft.tell("outlet", text)
        return True
    elif _LANGUAGE.fullmatch(text):
        draft.keep("language", text)
    elif _PAGE.fullmatch(text):
        draft.keep("page", text)
    elif page := page_in(text)[1]:
        draft.keep("page", page)
    elif _CODE.fullmatch(text):
        draft.keep("code", text)
    else:
        draft.keep("edition", text)
    return named
