"""Progress of a long run: share done, speed, time left, and at the end what failed and why."""

import csv
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from analysis.export.spreadsheet_safe import neutral
from analysis.reading.files import ENDINGS, Unreadable
from analysis.reading.web.addresses import is_address

MANY = 20
"""More failures than this are counted by reason, and listed in a file."""
_EXAMPLES = 3
_KINDS, _OTHERS = 100, "other reasons"
"""Reasons that are told apart, since hostile inputs could make endlessly many."""
_LINES = (".jsonl",)


@contextmanager
def progress(inputs: Sequence[str]) -> Iterator[Callable[[int], None]]:
    """A function that is called with how many more inputs are dealt with.

    It draws a bar with rate and time left on standard error, where that is a terminal and the work is long.
    """
    total = expected(inputs)
    with tqdm(total=total, unit=" articles", disable=None, delay=1.0, smoothing=0.05, file=sys.stderr) as bar:

        def tell(more: int) -> None:
            bar.update(more)

        yield tell


def expected(inputs: Sequence[str]) -> int | None:
    """How many articles the inputs hold, as far as that can be told quickly; None where a table or feed is there."""
    total = 0
    for name in inputs:
        if is_address(name):
            return None
        for file in _files(Path(name)):
            if file.suffix.lower() in _LINES and file.is_file():
                total += _lines(file)
            elif file.suffix.lower() in (".txt", ".md", ".html", ".htm"):
                total += 1
            else:
                return None
    return total


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
    for where, _, files in os.walk(path):
        yield from (Path(where, name) for name in files if Path(name).suffix.lower() in ENDINGS)


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def failure_lines(failures: Collection[Unreadable], listed: Path) -> Iterator[str]:
    """Lines on what failed: each one, or where there are many their reasons and the file that lists them all."""
    if len(failures) <= MANY:
        yield from (f"not read: {_where(item)}: {item.reason}" for item in failures)
        return
    reasons, cases = Counter[str](), dict[str, list[str]]()
    for item in failures:
        kind = _kind(item.reason)
        if kind not in reasons and len(reasons) >= _KINDS:
            kind = _OTHERS
        reasons[kind] += 1
        if len(some := cases.setdefault(kind, [])) < _EXAMPLES:
            some.append(_where(item))
    yield f"not read: {len(failures):,} inputs"
    for reason, number in reasons.most_common():
        yield f"  {number:,} × {reason} (e.g. {'; '.join(cases[reason])})"
    yield f"all of them are listed in {_write(failures, listed)}"


def _where(item: Unreadable) -> str:
    return f"{item.file}, line {item.line}" if item.line else item.file


def _kind(reason: str) -> str:
    """A reason without what is different each time: numbers and words in quotation marks."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "…", reason)


def _write(failures: Iterable[Unreadable], path: Path) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(("file", "line", "reason"))
        table.writerows((neutral(f.file), f.line or "", neutral(f.reason)) for f in failures)
    return path
