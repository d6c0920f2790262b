"""Reads lines of a text up to a length; what is longer is passed over and not kept."""

from collections.abc import Iterator
from typing import IO, AnyStr

LONGEST = 16 << 20
"""Characters or bytes of the longest line, and of the longest cell of a table."""
TOO_LONG = f"The line is longer than {LONGEST >> 20} MB, which no article is."


def bounded_lines(stream: IO[AnyStr], longest: int = LONGEST) -> Iterator[AnyStr | None]:
    """Every line with its end; None in place of one longer than ``longest``."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        ending = "\n" if isinstance(line, str) else b"\n"
        while line and line[-1:] != ending:
            line = stream.readline(longest)
        yield None
