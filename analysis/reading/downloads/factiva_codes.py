"""Reads downloads of Factiva with field codes: "HD  Title", "PD  3 März 2024", "LP  …", "TD  …", "AN  Document …"."""

import re
from collections.abc import Iterator

from analysis.reading.downloads.draft import Draft, author_of
from analysis.reading.downloads.factiva import CLOSING
from analysis.reading.downloads.labels import PAGE_LINE
from analysis.reading.downloads.lines import Line, join, paragraphs
from analysis.reading.downloads.nexis import Cut

_ORDER = (
    "SE CLM HD TI CR BY AU VON WC WZ PD DT ET UZ SN QN SC QC ED PG VOL LA SP CY UR LP VT TD CT ART RF CO IN NS RE "
    "IPC IPD PUB AN DN"
).split()
"""All codes in the order in which a document has them, English and German ones."""
_PLACE = {code: place for place, code in enumerate(_ORDER)}
_FIELDS = {
    "HD": "title", "TI": "title", "BY": "author", "AU": "author", "VON": "author", "WC": "words", "WZ": "words",
    "PD": "published", "DT": "published", "SN": "outlet", "QN": "outlet", "ED": "edition", "PG": "page",
    "LA": "language", "SP": "language", "SE": "section", "VOL": "volume",
}  # fmt: skip
_CODED = re.compile(r"([A-Z]{2,3})(?:(\t|\xa0| {2,})|( )|$)\s*(.*)")
_TEXT = ("LP", "VT", "TD")
_INDEXED = re.compile(r".{0,40}\S : |(?:dokument|document) ", re.IGNORECASE)
_FIRST = ("SE", "CLM", "HD", "TI")


def is_coded(lines: list[Line]) -> bool:
    """Whether these are documents of Factiva with field codes."""
    seen: set[str] = set()
    for line in lines:
        if match := _CODED.fullmatch(line.raw):
            seen.add(match.group(1))
    return bool({"HD", "TI"} & seen) and bool({"PD", "DT"} & seen) and bool({"LP", "TD", "VT"} & seen)


def cut_coded(lines: list[Line]) -> Cut:
    """The documents: each begins anew with one of the first codes, and ends with its number."""
    documents: list[list[Line]] = []
    piece: list[Line] = []
    begun = False
    for line in lines:
        if PAGE_LINE.fullmatch(line.text):
            continue
        code = _code(line)
        if begun and code in _FIRST and _has(piece, _TEXT):
            documents.append(piece)
            piece, begun = [], False
        begun = begun or code in _FIRST
        if begun:
            piece.append(line)
        if begun and (CLOSING.fullmatch(line.text) or (code == "AN" and CLOSING.search(line.text))):
            documents.append(piece)
            piece, begun = [], False
    return Cut([*documents, piece] if piece else documents)


def _has(piece: list[Line], codes: tuple[str, ...]) -> bool:
    return any(_code(line) in codes for line in piece)


def _code(line: Line) -> str | None:
    match = _CODED.fullmatch(line.raw)
    return match.group(1) if match and match.group(1) in _PLACE else None


def read_coded(lines: list[Line], width: int | None) -> Draft:
    """The article in the lines of one document."""
    draft = Draft()
    for code, values in _parts(lines):
        if code in _TEXT:
            draft.paragraphs += paragraphs(values, width)
        elif code == "AN":
            match = CLOSING.fullmatch(" ".join(line.text for line in values))
            draft.keep("document", match.group(1) if match else None)
        elif code in ("ET", "UZ"):
            draft.keep("time", " ".join(line.text for line in values))
        elif code in _FIELDS:
            _tell(draft, _FIELDS[code], values)
    return draft


def _tell(draft: Draft, field: str, values: list[Line]) -> None:
    text = ""
    for line in values:
        text = join(text, line.text) if text else line.text
    if field == "page":
        draft.keep("page", text)
    else:
        draft.tell(field, author_of(text) if field == "author" else text)


def _parts(lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """The codes of a document in their order, each with its lines."""
    code, values, place = "", list[Line](), -1
    for line in lines:
        match = _CODED.fullmatch(line.raw)
        found = match.group(1) if match else ""
        if match and _PLACE.get(found, -1) > place and _believed(match, code):
            if code:
                yield code, values
            code, values, place = found, [], _PLACE[found]
            if rest := " ".join(match.group(4).split()):
                values.append(line._replace(text=rest))
        elif code:
            values.append(line)
    if code:
        yield code, values


def _believed(match: re.Match[str], before: str) -> bool:
    """Whether a code stands there: inside the text, capitals with one space behind them are words."""
    if before not in _TEXT or match.group(3) is None or (before == "LP" and match.group(1) in _TEXT):
        return True
    return _INDEXED.match(match.group(4)) is not None
