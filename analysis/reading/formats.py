"""Which formats are known, by the ending of the name, and how the articles of one stream are read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from io import SEEK_END
from posixpath import splitext
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from analysis.model import Article
from analysis.reading.apart.items import guarded, why
from analysis.reading.downloads.detect import doubts, read_download
from analysis.reading.downloads.html_lines import may_be_download, text_lines
from analysis.reading.downloads.ris import read_ris
from analysis.reading.html.bounds import check_bounds
from analysis.reading.parsers.epub import read_epub
from analysis.reading.parsers.html import read_html
from analysis.reading.parsers.office import read_docx, read_odt
from analysis.reading.parsers.pdf import read_pdf
from analysis.reading.parsers.rtf import read_rtf
from analysis.reading.parsers.warc import read_warc
from analysis.reading.parsers.xml_feed import read_xml
from analysis.reading.raw.archives import Budget, Member, Wanted, gunzip, tar_members, zip_members
from analysis.reading.raw.encoding import binary_reason, decode, detect_encoding
from analysis.reading.raw.records import LARGEST, RefusedError, Unreadable, whole
from analysis.reading.tabular.csv_file import csv_tables, tsv_tables
from analysis.reading.tabular.json_file import json_tables, jsonl_tables
from analysis.reading.tabular.ods import ods_tables
from analysis.reading.tabular.parquet import parquet_tables
from analysis.reading.tabular.rows import Table, read_tables
from analysis.reading.tabular.workbook import excel_tables

Readings = Iterator[Article | Unreadable]

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
_HEAD = 4096
_LARGEST_PAGE = 16 << 20
_DEEPEST = 4
"""Archives inside each other that are opened."""


def _read_text(name: str, stream: BinaryIO) -> Readings:
    text = _text(stream)
    blank = not text.strip("\ufeff \t\r\n\f\v\xa0\u200b")
    if blank:
        yield Unreadable(name, "The file is empty.")
        return
    yield from read_download(name, text) or [Article(id=name, text=text, warnings=doubts(text))]


def _read_html(name: str, stream: BinaryIO) -> Readings:
    page = _text(stream, _LARGEST_PAGE)
    check_bounds(page)
    found = read_download(name, text_lines(page), plain=False) if may_be_download(page) else None
    yield from found or [read_html(name, page)]


def _read_ris(name: str, stream: BinaryIO) -> Readings:
    return read_ris(name, _text(stream))


@dataclass(frozen=True, slots=True)
class Format:
    """How a kind of file is read: article by article, row by row, or member by member where it holds other files."""

    label: str
    read: Callable[[str, BinaryIO], Readings] | None = None
    tables: Callable[[str, BinaryIO, Mapping[str, str]], Iterator[Table]] | None = None
    members: Callable[[BinaryIO, Wanted, Budget], Iterator[Member]] | None = None
    packed: bool = False
    """Whether it is another file, packed by gzip."""
    magic: bytes | None = None
    """With what such a file begins, empty where that varies; None for text."""
    in_one_pass: bool = False
    """Whether a file that is no text is read from its beginning to its end."""

    @property
    def to_seek(self) -> bool:
        """Whether its reader goes back and forth in it."""
        return self.magic is not None and not self.in_one_pass


TEXT = Format("text", _read_text)
_HTML = Format("HTML", _read_html)
_XML = Format("XML", read_xml)
_LINES = Format("JSON lines", tables=jsonl_tables)
_EXCEL = Format("Excel", tables=excel_tables, magic=b"")
_ZIP = b"PK"
_GZIP = b"\x1f\x8b"
ENDINGS: dict[str, Format] = {
    ".txt": TEXT,
    ".md": TEXT,
    ".markdown": TEXT,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".pdf": Format("PDF", read_pdf, magic=b"%PDF-"),
    ".docx": Format("Word", read_docx, magic=_ZIP),
    ".rtf": Format("RTF", read_rtf, magic=b"{\\rtf"),
    ".odt": Format("OpenDocument", read_odt, magic=_ZIP),
    ".epub": Format("EPUB", read_epub, magic=_ZIP),
    ".jsonl": _LINES,
    ".ndjson": _LINES,
    ".json": Format("JSON", tables=json_tables),
    ".csv": Format("CSV", tables=csv_tables),
    ".tsv": Format("TSV", tables=tsv_tables),
    ".xlsx": _EXCEL,
    ".xlsm": _EXCEL,
    ".xls": _EXCEL,
    ".ods": Format("OpenDocument", tables=ods_tables, magic=_ZIP),
    ".parquet": Format("Parquet", tables=parquet_tables, magic=b"PAR1"),
    ".ris": Format("RIS", _read_ris),
    ".xml": _XML,
    ".rss": _XML,
    ".atom": _XML,
    ".warc": Format("WARC", read_warc, magic=b"WARC/", in_one_pass=True),
    ".zip": Format("ZIP", members=zip_members, magic=_ZIP),
    ".tar": Format("TAR", members=tar_members, magic=b"", in_one_pass=True),
    ".tgz": Format("gzip", packed=True, magic=_GZIP, in_one_pass=True),
    ".gz": Format("gzip", packed=True, magic=_GZIP, in_one_pass=True),
}
"""The endings that are known, and how each is read; ``.gz`` stands behind any other."""


def is_known(name: str) -> bool:
    """Whether a file of this name is read where it lies in a folder or an archive."""
    return not is_lock(name) and ending(name) in ENDINGS and ending(unpacked(name)) in ENDINGS


def is_lock(name: str) -> bool:
    """Whether a file of this name is what an office program leaves beside a document that is open."""
    own = name.rsplit("/", 1)[-1]
    return own.startswith(("~$", ".~lock."))


def ending(name: str) -> str:
    """The ending of a name in lower case, with its dot."""
    return splitext(name)[1].lower()


def read_stream(
    name: str,
    file: str,
    stream: BinaryIO,
    *,
    columns: Mapping[str, str] = NO_COLUMNS,
    shape: str | None = None,
    depth: int = 0,
    budget: Budget | None = None,
) -> Readings:
    """The articles of one seekable stream; whatever is wrong with it becomes a reason.

    ``name`` makes ids, ``file`` tells people where trouble lies, and ``shape`` is the name whose ending tells
    the format, where that is not ``name``. ``columns`` names the columns of tables by hand, as field -> column.
    ``budget`` is what may still be unpacked of the file in which this one lies.
    """
    found = ENDINGS.get(ending(shape or name), TEXT)
    try:
        check(found, stream)
        inside = _Inside(columns, depth, budget or Budget(_size(stream)))
        for reading in _read(found, name, file, stream, shape or name, inside):
            if isinstance(reading, Unreadable) and reading.file.startswith(name):
                reading = replace(reading, file=file + reading.file[len(name) :])
            yield reading
        return
    except Exception as error:  # Hostile files break parsers in ways no list of exceptions covers.
        reason = why(error, found.label)
    yield Unreadable(file, reason)


class _Inside(NamedTuple):
    """What holds for a file wherever it lies: columns named by hand, how many archives are around it, the budget."""

    columns: Mapping[str, str]
    depth: int
    budget: Budget


def _read(found: Format, name: str, file: str, stream: BinaryIO, shape: str, inside: _Inside) -> Readings:
    if found.read:
        yield from found.read(name, stream)
        return
    if found.tables:
        yield from read_tables(found.tables(name, stream, inside.columns), inside.columns)
        return
    if inside.depth >= _DEEPEST:
        raise RefusedError(f"More than {_DEEPEST} archives lie inside each other.")
    if found.packed:
        with opened(shape, stream, inside.budget) as inner:
            yield from _inner(name, file, inner, inside, unpacked(shape))
    elif found.members:
        yield from _members(found.members(stream, is_wanted, inside.budget), name, file, inside)


def _inner(name: str, file: str, stream: BinaryIO, inside: _Inside, shape: str | None = None) -> Readings:
    return read_stream(
        name, file, stream, columns=inside.columns, shape=shape, depth=inside.depth + 1, budget=inside.budget
    )


def _members(members: Iterator[Member], name: str, file: str, inside: _Inside) -> Readings:
    empty, refused = True, 0
    for number, member in enumerate(members):
        empty = False
        where = f"{file}/{member.name}"
        read = partial(_member, member, f"{name}/{member.name}", where, inside)
        for reading in guarded(number, where, read, member.size):
            if isinstance(reading, Unreadable) and reading.reason == inside.budget.reason and not inside.depth:
                refused += 1
                if refused > 1:  # a bomb may hold many, which are counted here
                    continue
            yield reading
    if refused > 1:
        yield Unreadable(file, f"Not read for the same reason: {refused - 1:,} more files in the archive.")
    if empty:
        raise RefusedError("The archive holds no file with a known ending.")


def _member(member: Member, name: str, file: str, inside: _Inside) -> Readings:
    with member.open() as stream:
        yield from _inner(name, file, stream, inside)


def opened(shape: str, stream: BinaryIO, budget: Budget) -> BinaryIO:
    """What a gzip file holds, to be closed; ``shape`` is the name whose endings tell what it is."""
    return gunzip(stream, budget, to_seek=ENDINGS.get(ending(unpacked(shape)), TEXT).to_seek)


def _size(stream: BinaryIO) -> int:
    size = stream.seek(0, SEEK_END)
    stream.seek(0)
    return size


def is_wanted(inner: str) -> bool:
    """Whether a member of an archive is read: as in folders, not what is hidden."""
    return is_known(inner) and not any(part.startswith((".", "__MACOSX")) for part in inner.split("/"))


def check(found: Format, stream: BinaryIO) -> None:
    """Refuse what is empty, and what is not the format that its name tells."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if found.magic is None and (reason := binary_reason(head)):
        raise RefusedError(f"This is {reason}.")
    if not head.strip():
        head = whole(stream) if found.magic is None else head
        stream.seek(0)
    if not head.strip():
        raise RefusedError("The file is empty.")
    if found.magic and found.magic not in head[:1024]:
        raise RefusedError(f"This is no {found.label} file, whatever its name says.")


def unpacked(name: str) -> str:
    """The name of what a gzip file holds; any other name as it is."""
    last = ending(name)
    return name[: -len(last)] + (".tar" if last == ".tgz" else "") if last in (".gz", ".tgz") else name


def _text(stream: BinaryIO, largest: int = LARGEST) -> str:
    encoding = detect_encoding(stream)
    return decode(whole(stream, largest), encoding)
