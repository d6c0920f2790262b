"""Finds out how a table in a text file is written: what divides its cells, and how quotation marks are kept apart."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from analysis.reading.raw.bounded import LONGEST, TOO_LONG
from analysis.reading.tabular.grid import Broken, Record, header_at, header_score

_DELIMITERS = (",", ";", "\t", "|")
_NEVER = "\x1f"
_SEP = re.compile(r"\ufeff?\"?sep=(\\t|.)\"?\s*", re.IGNORECASE)
_SAMPLE = 1 << 18
_RECORDS = 60
_LONGEST_RECORD = 5_000
"""Lines that are read anew when a mark that opens is never closed."""
_AGAIN = 1_000_000
"""Lines of one file that are read anew, all together."""
# Python stops at 131,072 characters a cell, which a long article exceeds; an unclosed quotation mark must not
# swallow the memory, though.
csv.field_size_limit(LONGEST)


CUT = "\x1e\n"
"""Stands for a line that is too long to be read."""


class Dialect(NamedTuple):
    """What divides cells; whether a backslash keeps marks inside quoted cells apart, and blanks stand before cells."""

    delimiter: str
    backslash: bool = False
    spaced: bool = False


class Lines:
    """The lines of a text, which can be given back; counts them, and remembers those of the record being read."""

    def __init__(self, text: Iterator[str], *, backslash: bool) -> None:
        self._text, self._backslash = text, backslash
        self._back: list[str] = []
        self.number = 0
        self.taken: list[str] = []
        self._left = _AGAIN

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        if self._back:
            line = self._back.pop()
        else:
            line = next(self._text)
            if self._backslash and "\\" in line:
                line = re.sub(r'\\([\\"])', lambda match: '""' if match[1] == '"' else "\\", line)
        self.number += 1
        self.taken.append(line)
        return line

    def give_back(self, lines: list[str]) -> bool:
        """Read these lines, the last taken, anew; False where that would take too long."""
        if len(lines) > min(_LONGEST_RECORD, self._left):
            return False
        self._left -= len(lines)
        self._back.extend(reversed(lines))
        self.number -= len(lines)
        return True


def records(text: Iterator[str], dialect: Dialect) -> Iterator[Record]:
    """Every row with the line where it starts; in place of a broken one what is wrong with it.

    A row whose quotation marks do not close where they should ends with its first line, so that no mark swallows the
    rows behind it.
    """
    lines = Lines(text, backslash=dialect.backslash)
    reader = csv.reader(lines, delimiter=dialect.delimiter, skipinitialspace=dialect.spaced, strict=True)
    while True:
        start = lines.number + 1
        lines.taken.clear()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            first, *others = lines.taken or [""]
            whole = not others or lines.give_back(others)
            cells = _as_it_stands(first, dialect.delimiter) if whole else ()
            yield start, Broken(f"The row is broken ({error}); double the quotation marks inside quoted text.", cells)
        else:
            yield start, Broken(TOO_LONG) if CUT in lines.taken else row


def _as_it_stands(line: str, delimiter: str) -> tuple[str, ...]:
    """The cells of a line in which quotation marks mean nothing but themselves; none where a cell goes on below."""
    cells = [_unquoted(cell) for cell in line.rstrip("\r\n").split(delimiter)]
    return () if any(cell.count('"') % 2 and cell.startswith('"') for cell in cells) else tuple(cells)


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"') and cell.count('"') % 2 == 0:
        inside = cell[1:-1]
        # „"Ja", sagte sie, "gern"“ begins and ends with marks that belong to the text.
        return cell if re.match(r'[^"]*"(?!")[\s,.]', inside) else inside.replace('""', '"')
    return cell


def find_dialect(text: io.TextIOBase, asked: Mapping[str, str], preferred: str | None = None) -> Dialect:
    """The dialect in which the text has a column of texts, most known columns and most columns; leaves it at 0."""
    text.seek(0)
    sample = text.read(_SAMPLE)
    text.seek(0)
    whole = len(sample) < _SAMPLE
    named = _SEP.match(sample.split("\n", 1)[0].rstrip("\r") + "\n" if sample[:6] else "")
    if named and (delimiter := named[1].replace("\\t", "\t")) and not delimiter.isalnum():
        choices: tuple[str, ...] = (delimiter,)
    else:
        choices = (preferred, *(one for one in _DELIMITERS if one != preferred)) if preferred else _DELIMITERS
    scores = {delimiter: _score(sample, Dialect(delimiter), asked, whole=whole) for delimiter in choices}
    delimiter = max(choices, key=lambda one: _rank(*scores[one]))
    if scores[delimiter][0][2] == 1:
        # A table of one column is divided by nothing, whatever marks stand in its texts.
        return Dialect(_NEVER)
    fitting = [Dialect(delimiter)]
    fitting += [Dialect(delimiter, backslash=True)] if '\\"' in sample else []
    fitting += [Dialect(delimiter, spaced=True)] if f'{delimiter} "' in sample else []
    return min(fitting, key=lambda dialect: _score(sample, dialect, asked, whole=whole)[1])


def _rank(header: tuple[bool, int, int], misfits: int) -> tuple[bool, int, int, int, int]:
    """How likely a delimiter is the right one; where no header names a text, by how well the rows fit."""
    named, fields, width = header
    return named, fields, 0 if named else -misfits, width, -misfits


def _score(
    sample: str, dialect: Dialect, asked: Mapping[str, str], *, whole: bool
) -> tuple[tuple[bool, int, int], int]:
    """How good a header a dialect finds in the sample, and how many rows do not fit it."""
    head = list(islice(records(io.StringIO(sample, newline=""), dialect), _RECORDS))
    if len(head) < _RECORDS and not whole:
        # The last row of a sample may be cut.
        head.pop()
    if not head:
        return (False, 0, 0), 0
    cells = [cells for _, cells in head]
    at = header_at(cells, asked)
    header = cells[at]
    width = 0 if isinstance(header, Broken) else len(header)
    misfits = sum(isinstance(one, Broken) or len(one) > width for one in cells[at + 1 :])
    # A mark inside a cell that is not quoted tells that it was cut in the wrong place.
    misfits += 0 if isinstance(header, Broken) else sum('"' in str(cell) for cell in header)
    return header_score(header, asked), misfits
