"""What reading yields beside articles: why a file or a row has none; and files that are read in one piece."""

from dataclasses import dataclass
from typing import BinaryIO

AUTHORS = "; "
"""What stands between several authors; in a name a comma may stand."""
LARGEST = 64 << 20
"""Bytes of the largest file that is read in one piece."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why ``file``, or its ``line`` or row (from 1), yields no article, as an English sentence."""

    file: str
    reason: str
    line: int | None = None


class RefusedError(Exception):
    """Why a file, or the rest of it, yields no article, as an English sentence."""


def whole(stream: BinaryIO, largest: int = LARGEST) -> bytes:
    """All bytes of a stream that is read in one piece; refused beyond ``largest``, so that memory stays bounded."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise RefusedError(f"It is larger than {largest >> 20} MB, which no article is.")
    return data
