"""Tells which download a text is, and reads its articles."""

from collections.abc import Callable, Iterator
from itertools import islice

from analysis.model import Article
from analysis.reading.downloads.collection import cut_collection, looks_like_several
from analysis.reading.downloads.dates import day_in
from analysis.reading.downloads.document import read_document
from analysis.reading.downloads.draft import Draft
from analysis.reading.downloads.factiva import cut_factiva, is_factiva, read_factiva
from analysis.reading.downloads.factiva_codes import cut_coded, is_coded, read_coded
from analysis.reading.downloads.labels import COUNT, Label, label_of
from analysis.reading.downloads.lines import Line, lines_of, width_of
from analysis.reading.downloads.nexis import (
    Cut,
    count_in,
    cut_at_ends,
    cut_at_labels,
    cut_at_numbers,
    has_ends,
    numbers_of,
    without_cover,
)
from analysis.reading.downloads.wiso import cut_wiso, is_wiso, read_wiso
from analysis.reading.raw.records import Unreadable

Readings = Iterator[Article | Unreadable]
_Reader = Callable[[list[Line], int | None], Draft]
_TELLING = {"words", "body", "kind"}
_LEAST_LINES = 4
_TOP = 30
_NEXIS = {"words", "loaded", "kind", "body", "section", "author", "lead", "dateline", "graphic"}


def read_download(name: str, text: str, *, plain: bool = True) -> Readings | None:
    """The articles of a text that is the download of a database, or with ``plain`` any collection; else None."""
    if _is_short(text):
        return None
    lines = lines_of(text)
    told = next((count for line in lines[:_TOP] if (count := count_in(line))), None)
    found = _database(lines)
    width = width_of(lines)
    if found:
        cut, read = found
        drafts = [read(document, width) for document in cut.documents]
        return _articles(name, drafts, cut._replace(told=cut.told or told))
    collection = cut_collection(lines, width) if plain else None
    return _articles(name, collection.drafts, Cut([], _told(lines) or told, collection.lost)) if collection else None


def doubts(text: str) -> tuple[str, ...]:
    """What is doubtful about a text that is read as one article: whether it is one."""
    if _is_short(text) or not looks_like_several(lines_of(text)):
        return ()
    return ("The text looks like several articles, but where one ends could not be told; it was read as one.",)


def _is_short(text: str) -> bool:
    """Whether a text has too few lines for several articles, or for one with its labels."""
    return sum(1 for _ in islice(filter(str.strip, text.splitlines()), _LEAST_LINES)) < _LEAST_LINES


def _told(lines: list[Line]) -> int | None:
    return cut_at_numbers(lines).told if numbers_of(lines) else None


def _database(lines: list[Line]) -> tuple[Cut, _Reader] | None:
    """How the lines are cut and read; None where they are of no known database."""
    if is_coded(lines):
        return cut_coded(lines), read_coded
    if is_factiva(lines):
        return cut_factiva(lines), read_factiva
    labels = [label for line in lines if (label := label_of(line))]
    sure = [label.field for label in labels if _is_sure(label)]
    if has_ends(lines) and sure:
        return cut_at_ends(lines), _title_first
    capitals = {label.field for label in labels if label.capitals} & _NEXIS
    if (numbers := numbers_of(lines)) and 2 * len(sure) >= len(numbers):
        return cut_at_numbers(lines), _outlet_first if capitals else _title_first
    if is_wiso(lines):
        return cut_wiso(lines), read_wiso
    fields = {label.field for label in labels} & _NEXIS
    if len(fields) >= 3 and sure and fields & _TELLING:
        rest, told = without_cover(lines)
        return Cut(cut_at_labels(rest), told), _outlet_first if len(capitals) >= 2 else _title_first
    return None


def _is_sure(label: Label) -> bool:
    """Whether a label stands in no running text: a count of words, a day of loading, the text's own heading."""
    if label.field == "words":
        return COUNT.fullmatch(label.value) is not None
    if label.field == "loaded":
        return day_in(label.value) is not None
    return label.field == "kind" or (label.field == "body" and not label.value)


def _title_first(lines: list[Line], width: int | None) -> Draft:
    return read_document(lines, width, outlet_first=False)


def _outlet_first(lines: list[Line], width: int | None) -> Draft:
    return read_document(lines, width, outlet_first=True)


def _articles(name: str, drafts: list[Draft], cut: Cut) -> Readings:
    several = len(drafts) > 1
    if not drafts:
        yield Unreadable(name, "It has the layout of a news database, and no article in it.")
    for number, draft in enumerate(drafts, start=1):
        article = draft.article(f"{name}:{number}" if several else name)
        yield article or Unreadable(name, f"Document {number} of the file holds no text.")
    if cut.lost:
        yield Unreadable(name, f"Text that belongs to no document was left out: {cut.lost[0].text[:60]} …")
    if cut.told is not None and cut.told != len(drafts):
        yield Unreadable(name, f"It says it holds {cut.told} documents, and {len(drafts)} were found.")
