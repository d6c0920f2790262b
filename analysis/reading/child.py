"""What a process apart does: it reads what it is asked for, one file after the other, and answers on its output."""

import io
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

from analysis.reading.apart.items import course, why
from analysis.reading.apart.limits import Limits, hold_to, taken
from analysis.reading.apart.messages import (
    DONE,
    ITEM,
    READY,
    VALUE,
    EndedError,
    Message,
    of_reading,
    pack,
    pieces,
    receive,
)  # fmt: skip
from analysis.reading.formats import read_stream
from analysis.reading.preview import Preview, rows_of
from analysis.reading.raw.records import Unreadable
from analysis.reading.web.pages import feed_entries, read_page

_IN_MEMORY = 16 << 20
_REQUEST = 1 << 22
"""Bytes of the longest request, without its data."""
_SHARE = 0.4
"""Share of the memory allowed from which a process makes room for a new one."""


class _Service:
    """Answers requests until there are none."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO, limits: Limits) -> None:
        self._of, self._to, self._limits = requests, answers, limits

    def run(self) -> None:
        self._say([READY])
        while True:
            self._to.flush()
            _, kind, name, source, given, after, seconds = receive(self._of, _REQUEST)
            try:
                self._serve(kind, name, source, given, tuple(after), seconds)
            except (EndedError, BrokenPipeError):
                raise
            except Exception as error:
                self._say([*of_reading(Unreadable(name, why(error)))])
            full = taken() > _SHARE * self._limits.megabytes
            self._say([DONE, full])

    def _say(self, message: Message) -> None:
        self._to.write(pack(message))

    def _serve(
        self,
        kind: str,
        name: str,
        source: str | int,
        given: Mapping[str, Any],
        after: tuple[int, ...],
        seconds: float | None,
    ) -> None:
        with self._stream(source) as stream:
            bytes_ = stream.seek(0, io.SEEK_END)
            stream.seek(0)
            own = Path(source).name if isinstance(source, str) else base_name(name)

            def tell(place: tuple[int, ...], where: str, left: float) -> None:
                told = name + where.removeprefix(own) if where.startswith(own) else where
                self._say([ITEM, place, told, left])
                self._to.flush()

            self._to.flush()  # what was read before must not be lost with this
            with course(tell, self._limits, seconds or self._limits.of_size(bytes_), after):
                for message in _answers(kind, own, name, stream, given):
                    self._say(message)

    def _stream(self, source: str | int) -> BinaryIO:
        """The file of a path, or the data of so many bytes that come next."""
        if isinstance(source, str):
            return open(source, "rb")
        data = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        failed: OSError | None = None
        for piece in pieces(self._of, source):
            try:
                if failed is None:
                    data.write(piece)
            except OSError as error:  # the rest of the data must be taken all the same
                failed = error
        if failed is not None:
            raise failed
        data.seek(0)
        return cast(BinaryIO, data)


def _answers(kind: str, own: str, name: str, stream: BinaryIO, given: Mapping[str, Any]) -> Iterator[Message]:
    if kind == "articles":
        yield from map(of_reading, read_stream(own, name, stream, columns=given))
    elif kind == "rows":
        yield _of_preview(rows_of(name, stream, given["n"]))
    elif kind == "page":
        yield of_reading(read_page(name, given["type"], stream.read()))
    elif kind == "feed":
        for entry in feed_entries(stream.read()):
            yield [VALUE, entry]


def _of_preview(found: Preview | Unreadable) -> Message:
    if isinstance(found, Unreadable):
        return of_reading(found)
    return [VALUE, found.columns, found.rows, dict(found.fields)]


def base_name(name: str) -> str:
    """The last part of a file's name, whatever system it comes from."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "text"


def main() -> None:
    """Read as asked on the input; what libraries print goes nowhere."""
    megabytes, seconds = map(int, sys.argv[1:])
    requests, answers = os.fdopen(os.dup(0), "rb", 1 << 16), os.fdopen(os.dup(1), "wb", 1 << 16)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for place in (0, 1, 2):
        os.dup2(nowhere, place)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the business of who asked
    hold_to(megabytes)
    with suppress(EndedError, BrokenPipeError):
        _Service(requests, answers, Limits(megabytes, seconds)).run()
    os._exit(0)


if __name__ == "__main__":
    main()
