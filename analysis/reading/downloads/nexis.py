"""Cuts downloads of Nexis and LexisNexis into their documents, old layouts and new ones."""

import re
from typing import NamedTuple

from analysis.reading.downloads.dates import date_line
from analysis.reading.downloads.document import is_prose
from analysis.reading.downloads.labels import PAGE_LINE, is_rights, label_of
from analysis.reading.downloads.lines import Line

END = re.compile(r"\W*(?:end of (?:the )?document|ende des dokumente?s|dokumentende|fin du document)\W*", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\W*(?:(?:dokument|document|artikel|article|text|beitrag|meldung|treffer) )?(\d{1,5}) ?(?:von|of|de|/) ?(\d{1,5})"
    r"(?: (?:dokumenten?|documents?))?\W*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"dokument|document|artikel|article|text|beitrag|meldung|treffer", re.IGNORECASE)
_HOLDS = re.compile(
    r"(?:documents?|dokumente?|artikel|treffer|anzahl(?: der)? (?:dokumente|artikel|treffer)|number of documents)"
    r" ?[:(] ?(\d{1,5})\)?|(\d{1,5}) (?:dokumente|documents|artikel|treffer)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(\d{1,4})\. (\S.*)")
_NEAR, _LONG = 15, 45


class Cut(NamedTuple):
    """A download cut into documents, how many it says it holds, and what of it belongs to none."""

    documents: list[list[Line]]
    told: int | None = None
    lost: list[Line] | None = None


def has_ends(lines: list[Line]) -> bool:
    """Whether documents are closed by a line that says so."""
    return any(END.fullmatch(line.text) for line in lines)


def numbers_of(lines: list[Line]) -> list[tuple[int, int, int]]:
    """Lines such as "Dokument 2 von 20": their place, the number and the count."""
    found = []
    for place, line in enumerate(lines):
        match = _NUMBERED.fullmatch(line.text) if len(line.text) < 60 else None
        if match and _NAMED.search(line.text) and 1 <= int(match.group(1)) <= int(match.group(2)):
            found.append((place, int(match.group(1)), int(match.group(2))))
    return found


def count_in(line: Line) -> int | None:
    """How many documents a line says there are: "Documents (20)"."""
    match = _HOLDS.fullmatch(line.text) if len(line.text) < 60 else None
    return int(match.group(1) or match.group(2)) if match else None


def cut_at_ends(lines: list[Line]) -> Cut:
    """The documents of a download whose documents each end in "End of Document"."""
    documents: list[list[Line]] = []
    piece: list[Line] = []
    told: list[int] = []
    for line in lines:
        if not END.fullmatch(line.text):
            piece.append(line)
            continue
        rest, count = without_cover(piece)
        told += [count] if count else []
        if rest and _NUMBERED.fullmatch(rest[0].text):
            rest = rest[1:]
        documents += cut_at_labels(rest) if rest else []
        piece = []
    rest = [line for line in piece if not (is_rights(line) or PAGE_LINE.fullmatch(line.text))]
    whole = any(label_of(line) or date_line(line.text) for line in rest)
    return Cut(documents + ([rest] if whole else []), sum(told) or None, None if whole else rest)


def cut_at_numbers(lines: list[Line]) -> Cut:
    """The documents of a download in which each begins with its number."""
    found = numbers_of(lines)
    places = [place for place, _, _ in found]
    documents = [lines[start + 1 : end] for start, end in zip(places, [*places[1:], len(lines)], strict=True)]
    counts = [count for (_, number, count), before in zip(found, [None, *found], strict=False)
              if before is None or number <= before[1] or count != before[2]]  # fmt: skip
    lost = [line for line in lines[: places[0]] if is_prose(line) and not label_of(line)]
    return Cut([document for document in documents if document], sum(counts), lost)


def without_cover(piece: list[Line]) -> tuple[list[Line], int | None]:
    """A piece without the page that stands before the first document, and how many documents that page tells."""
    values = {n + 1 for n, line in enumerate(piece) if _is_cover(line) and line.text.endswith(":")}
    anchor = next((n for n, line in enumerate(piece) if n not in values and _is_anchor(line)), len(piece))
    cover = [n for n, line in enumerate(piece[:anchor]) if _is_cover(line)]
    if not cover:
        return piece, None
    told = next((count for line in piece[:anchor] if (count := count_in(line))), None)
    items = _items(piece[:anchor])
    start = _title_place(piece, items[0], anchor) if items else _repeated(piece, anchor)
    if start is None:
        start = (
            max(cover[-1], max((n for n, line in enumerate(piece[:anchor]) if _ITEM.match(line.text)), default=0)) + 1
        )
        while start < anchor - 2 and not piece[start].apart:
            start += 1
    return piece[start:], told or (len(items) or None)


def _repeated(piece: list[Line], anchor: int) -> int | None:
    """The first line of those above the first date that the list on the cover has word for word."""
    for number in range(max(anchor - 4, 0), anchor):
        if any(line.text == piece[number].text for line in piece[:number]):
            return number
    return None


def _is_anchor(line: Line) -> bool:
    label = label_of(line)
    return bool(label and label.field in ("body", "words")) or is_rights(line) or _pure_date(line)


def _pure_date(line: Line) -> bool:
    return label_of(line) is None and date_line(line.text) is not None


def _is_cover(line: Line) -> bool:
    label = label_of(line)
    return (label is not None and label.zone == "cover") or count_in(line) is not None


def _items(cover: list[Line]) -> list[str]:
    """The titles in the numbered list of the cover."""
    items: list[str] = []
    for line in cover:
        match = _ITEM.fullmatch(line.text)
        if match and int(match.group(1)) == len(items) + 1:
            items.append(match.group(2))
    return items


def _title_place(piece: list[Line], title: str, anchor: int) -> int | None:
    """The last line above the first date that begins like the title in the list."""
    wanted = title.casefold().rstrip(". …")
    for number in range(anchor - 1, -1, -1):
        words = piece[number].text.casefold()
        if words.startswith(wanted) or (len(words) > 20 and wanted.startswith(words)):
            return number
    return None


def cut_at_labels(lines: list[Line]) -> list[list[Line]]:
    """Documents one after the other with nothing between them: each begins behind the last labels of another."""
    starts, text, covered = [0], False, False
    for number, line in enumerate(lines):
        label = label_of(line)
        closing = is_rights(line) or (label is not None and label.zone in ("tail", "any"))
        if covered and not closing and label is None and text and _opens(lines[number : number + _NEAR]):
            starts.append(number)
            text = False
        covered = closing
        text = text or (label is None and not closing and len(line.text) > _LONG)
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _opens(lines: list[Line]) -> bool:
    """Whether the head of a document stands here: its date, and below it labels or the text's own heading."""
    dated = any(_pure_date(line) for line in lines[:6])
    labels = [label.field for line in lines if (label := label_of(line))]
    return dated and bool({"words", "body", "section"} & set(labels))
