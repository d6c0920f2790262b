"""The own list of words as a CSV file that German Excel opens: semicolons, a byte order mark, decimal commas.

The columns are ``list, action, word, value``. Files with commas or tabs, and those that Excel saved without a mark,
are read too. No cell can be a formula: words begin with a letter, all else is one of a few names or a number.
"""

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import platformdirs

from analysis.csv_form import DECIMAL_COMMA, CsvForm, decoded
from analysis.own_words.active import NO_WORDS, OwnWords
from analysis.own_words.rows import COLUMNS, MOST, OwnWord, made

_FAULTS = 20
_LARGEST = 1 << 20


class OwnWordsError(ValueError):
    """The list is not to be used; the message names file, row and reason in German."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds: the rows without fault, and what is wrong with the others, row by row."""

    rows: tuple[OwnWord, ...] = ()
    faults: tuple[str, ...] = ()


def own_words_path() -> Path:
    """Where the list lies: ``words.csv`` in the user's data folder."""
    return Path(platformdirs.user_data_dir("quellenlage")) / "words.csv"


def parsed(data: bytes) -> Read:
    """The rows of a file's content, each with a fault left out and told."""
    if len(data) > _LARGEST:
        return Read(faults=("Die Datei ist größer als 1 MB",))
    text = decoded(data)
    head = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        return Read(faults=(f"Keine CSV-Datei ({error})",))
    names = [name.strip().lower() for name in lines[0]] if lines else []
    if missing := [name for name in COLUMNS if name not in names]:
        return Read(faults=(f"Zeile 1: Die Spalten {', '.join(missing)} fehlen ({', '.join(COLUMNS)})",))
    places = [names.index(name) for name in COLUMNS]
    return _checked(
        (number, made(line[place] if place < len(line) else "" for place in places))
        for number, line in enumerate(lines[1:], start=2)
        if any(cell.strip() for cell in line)
    )


def _checked(numbered: Iterable[tuple[int, OwnWord]]) -> Read:
    rows: dict[tuple[str, str], tuple[int, OwnWord]] = {}
    faults: list[str] = []
    for number, row in numbered:
        reason = row.fault()
        if not reason and row.key in rows and rows[row.key][1] != row:
            reason = f"„{row.word}“ steht schon in Zeile {rows[row.key][0]}"
        if not reason and len(rows) >= MOST:
            reason = f"Mehr als {MOST} Zeilen"
        if reason:
            faults.append(f"Zeile {number}: {reason}")
        else:
            rows.setdefault(row.key, (number, row))
    return Read(tuple(row for _, row in rows.values()), tuple(faults))


def read_own_words(path: Path | None = None, *, strict: bool = False) -> OwnWords:
    """The list of a file, its rows with faults left out; no words where there is no file.

    With ``strict``, raises ``OwnWordsError`` where a row has a fault, and where there is no such file.
    """
    given, path = path is not None, path or own_words_path()
    found = faults_of(path)
    if strict and found.faults:
        told = [f"{path}: {fault}" for fault in found.faults[:_FAULTS]]
        raise OwnWordsError("\n".join(told + ["…"] * (len(found.faults) > _FAULTS)))
    if not path.exists():
        if strict and given:
            raise OwnWordsError(f"{path}: Es gibt keine solche Datei")
        return NO_WORDS
    return OwnWords(found.rows, path.name) if found.rows else NO_WORDS


def faults_of(path: Path | None = None) -> Read:
    """The rows of a file and their faults; nothing where there is no file."""
    path = path or own_words_path()
    try:
        stat = path.stat()
        return _read(path, stat.st_mtime_ns, stat.st_size)
    except FileNotFoundError:
        return Read()
    except OSError as error:
        return Read(faults=(f"Die Datei ist nicht lesbar ({error.strerror})",))


@lru_cache(16)
def _read(path: Path, _changed: int, _size: int) -> Read:
    return parsed(path.read_bytes())


def as_csv(rows: Iterable[OwnWord], form: CsvForm = DECIMAL_COMMA) -> bytes:
    """The rows as the content of a file, which ``parsed`` reads in either form."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=form.delimiter)
    writer.writerow(COLUMNS)
    writer.writerows((row.list, row.action, row.word, _written(row, form)) for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _written(row: OwnWord, form: CsvForm) -> str:
    return row.value.replace(",", form.decimal) if row.list == "tone" else row.value


def write_own_words(rows: Iterable[OwnWord], path: Path | None = None) -> None:
    """Keep these rows as the list; raises ``OwnWordsError`` with the faults, and changes nothing, where one has any."""
    kept = tuple(rows)
    path = path or own_words_path()
    if faults := _checked(enumerate(kept, start=2)).faults:
        raise OwnWordsError("; ".join(faults[:_FAULTS]))
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(as_csv(kept))
    part.replace(path)


def with_row(rows: Iterable[OwnWord], row: OwnWord) -> tuple[OwnWord, ...]:
    """The list with this row, in place of what it says of the word."""
    return (*(one for one in rows if one.key != row.key), row)


def without_row(rows: Iterable[OwnWord], row: OwnWord) -> tuple[OwnWord, ...]:
    """The list without what it says of the row's word."""
    return tuple(one for one in rows if one.key != row.key)


def file_hash(path: Path) -> str | None:
    """The SHA-256 of a file; None where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None
