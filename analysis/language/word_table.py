"""How frequent a word form is in running German, and which Brown cluster it belongs to.

The table is packed from spacy-lookups-data (see data/models/README.md). It is an xz file with a header, the
word forms in order of falling frequency, one a line; one 16-bit index into the list of clusters per word; the
cluster numbers (32 bits); one byte per word, its negative natural log probability times eight. All numbers
are little-endian.
"""

import lzma
import struct
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.resources import model_path

FILE = "words.xz"
_HEADER = struct.Struct("<4sIII")
_MAGIC = b"QLW1"
_SCALE = 8
_UNKNOWN = 255


@dataclass(frozen=True, slots=True)
class Words:
    """The word table: ``index`` gives a form's row in ``cluster`` (place in ``clusters``) and ``rarity``."""

    index: dict[str, int]
    cluster: Sequence[int]
    clusters: Sequence[int]
    rarity: bytes

    def log_probability(self, form: str) -> float:
        """Natural log probability of the form among all words; unknown forms get the lowest value."""
        row = self.index.get(form)
        return -(_UNKNOWN if row is None else self.rarity[row]) / _SCALE

    def bits(self, form: str) -> int | None:
        """The cluster of a form, its path from the root read from the lowest bit; None where unknown."""
        row = self.index.get(form)
        return None if row is None else self.clusters[self.cluster[row]]

    def prefers_lower(self, form: str) -> bool:
        """Whether running text writes this capitalised form in lower case more often than not."""
        return self.log_probability(form[:1].lower() + form[1:]) > self.log_probability(form)


def pack(rows: Sequence[tuple[str, int, float]]) -> bytes:
    """The file for ``(form, cluster, log probability)`` rows."""
    clusters = sorted({cluster for _, cluster, _ in rows})
    place = {cluster: number for number, cluster in enumerate(clusters)}
    forms = "\n".join(form for form, _, _ in rows).encode()
    body = b"".join(
        (
            _HEADER.pack(_MAGIC, len(forms), len(rows), len(clusters)),
            forms,
            struct.pack(f"<{len(rows)}H", *(place[cluster] for _, cluster, _ in rows)),
            struct.pack(f"<{len(clusters)}I", *clusters),
            bytes(min(_UNKNOWN, round(-probability * _SCALE)) for _, _, probability in rows),
        )
    )
    return lzma.compress(body, preset=9)


def unpack(packed: bytes) -> Words:
    """The table in a packed file; raises ``ValueError`` where it is something else."""
    body = lzma.decompress(packed)
    magic, size, rows, clusters = _HEADER.unpack_from(body)
    if magic != _MAGIC:
        raise ValueError("not a word table")
    start = _HEADER.size
    forms = body[start : start + size].decode().split("\n")
    start += size
    places, numbers = array("H", body[start : start + 2 * rows]), array("I")
    start += 2 * rows
    numbers.frombytes(body[start : start + 4 * clusters])
    if sys.byteorder == "big":
        places.byteswap()
        numbers.byteswap()
    return Words(dict(zip(forms, range(rows), strict=True)), places, numbers, body[start + 4 * clusters :])


@cache
def load_words() -> Words:
    """The table shipped with the project; raises ``FileNotFoundError`` naming the file."""
    return unpack(model_path(FILE).read_bytes())
