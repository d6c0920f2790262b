"""Takes the files out of archives, within limits: nothing is ever written under a name that an archive gives.

Members are copied into temporary files without a name, which stay in memory while they are small.
"""

import gzip
import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, NamedTuple, cast

from analysis.reading.raw.records import RefusedError

Wanted = Callable[[str], bool]
"""Whether a file of this name is to be unpacked."""

_IN_MEMORY, _PIECE = 16 << 20, 1 << 18
_MEMBER = 1 << 30
"""Bytes of the largest member."""
_TOTAL = 16 << 30
"""Bytes of all members of one archive."""
_MOST, _LIST = 300_000, 32 << 20
"""Members of one archive, and bytes of the list of them."""
_OFFICE, _PART = 512 << 20, 64 << 20
"""Bytes of an office file or book unpacked, and of one part that is text."""
_TAGS, _FEW_TAGS = 2_000_000, 6 << 20
"""Tags of one part that is text, and bytes that cannot hold so many."""
_STREAMED, _BESIDE = 4 << 30, 16 << 20
"""Bytes of a workbook unpacked, of which little is in memory at a time, and of its parts that are no sheets."""
_TAIL = (1 << 16) + 98
"""Bytes in which a ZIP file tells where the list is: a comment of any length, and what stands before it."""
_HARMLESS = 32 << 20
"""Bytes up to which no unpacked file is suspected."""
_HEADER = 1 << 20
"""Bytes of what stands before a file of a TAR archive: names and remarks of any length."""
_TEXTS = (".xml", ".html", ".xhtml", ".htm", ".rels", ".opf")
_RATIO = 200
"""Unpacked bytes to one packed from which a file is a bomb; text comes to about 10, at most 50."""
_BOMB = f"It unpacks to more than {_RATIO} times its size, as only a bomb does."
_DAMAGED = "The archive is damaged or cut off; what stands before the damage was read."


class Budget:
    """How many bytes may still be unpacked of one file that people give, in all archives inside it together."""

    def __init__(self, size: int) -> None:
        self.left = min(_TOTAL, max(2 * _HARMLESS, _RATIO * size))
        self._total = self.left == _TOTAL

    def take(self, size: int) -> None:
        """Count bytes that were unpacked; raises ``RefusedError`` where they are too many."""
        self.left -= size
        if self.left < 0:
            raise RefusedError(self.reason)

    @property
    def reason(self) -> str:
        """Why nothing more is unpacked."""
        if self._total:
            return f"The files of the archive come to more than {_TOTAL >> 30} GB; unpack it first."
        return _BOMB


class Member(NamedTuple):
    """A file in an archive: its name, its bytes unpacked as the archive tells them, and what unpacks it.

    It is to be opened before the next member is asked for, and raises ``RefusedError`` where it is not unpacked.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]


def zip_members(stream: BinaryIO, wanted: Wanted, budget: Budget) -> Iterator[Member]:
    """The wanted files of a ZIP archive, to be opened as streams that the caller closes."""
    with open_zip(stream) as archive:
        for info in archive.infolist():
            name = _label(info.filename)
            if not info.is_dir() and wanted(name):
                yield Member(name, info.file_size, partial(_zip_member, archive, info, budget))


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """A ZIP file whose list of members is complete; they are not looked at."""
    if _list_length(stream) > _LIST:
        raise RefusedError(f"The archive holds more than {_MOST:,} files.")
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise RefusedError("It is damaged or cut off: it is not a complete ZIP file.") from error
    if len(archive.infolist()) > _MOST:
        raise RefusedError(f"The archive holds more than {_MOST:,} files.")
    return archive


def _list_length(stream: BinaryIO) -> int:
    """Bytes of the list of members, which is loaded as a whole; 0 where its end is missing."""
    stream.seek(max(0, stream.seek(0, io.SEEK_END) - _TAIL))
    tail = stream.read(_TAIL)
    stream.seek(0)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0:
        return 0
    if tail[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        return int.from_bytes(tail[end - 36 : end - 28], "little")
    return int.from_bytes(tail[end + 12 : end + 16], "little")


def check_sizes(archive: zipfile.ZipFile) -> None:
    """Refuse an office file or book that would unpack to what only a bomb does; sizes given bind the unpacker."""
    unpacked = sum(info.file_size for info in archive.infolist())
    packed = sum(info.compress_size for info in archive.infolist())
    if unpacked > _HARMLESS and unpacked > _RATIO * packed:
        raise RefusedError(_BOMB)
    texts = (info.file_size for info in archive.infolist() if info.filename.lower().endswith(_TEXTS))
    if unpacked > _OFFICE or max(texts, default=0) > _PART:
        raise RefusedError(f"It is larger than {_OFFICE >> 20} MB unpacked, or {_PART >> 20} MB of text in one part.")
    for info in archive.infolist():
        if info.file_size > _FEW_TAGS and not info.flag_bits & 0x1 and info.filename.lower().endswith(_TEXTS):
            _check_tags(archive, info)


def _check_tags(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Refuse a part with more tags than memory has room for."""
    tags = 0
    with archive.open(info) as part:
        while piece := part.read(_PIECE):
            tags += piece.count(b"<")
            if tags > _TAGS:
                raise RefusedError(f"A part of it has more than {_TAGS:,} tags, which no document has.")


def check_streamed(archive: zipfile.ZipFile) -> None:
    """Refuse a workbook that would unpack to what only a bomb does; its parts are read as streams, bit by bit."""
    infos = archive.infolist()
    if any(info.file_size > _HARMLESS and info.file_size > _RATIO * info.compress_size for info in infos):
        raise RefusedError(_BOMB)
    if sum(info.file_size for info in infos) > _STREAMED:
        raise RefusedError(f"It is larger than {_STREAMED >> 30} GB unpacked.")
    small = (info for info in infos if not re.search(r"sheet|sharedstrings|content\.xml|media/", info.filename, re.I))
    if any(info.file_size > _BESIDE for info in small):
        raise RefusedError(f"A part of the workbook beside its sheets is larger than {_BESIDE >> 20} MB.")


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> BinaryIO:
    if info.flag_bits & 0x1:
        raise RefusedError("It is encrypted; unpack the archive with its password first.")
    if info.file_size > _MEMBER:
        raise _too_large()
    if info.file_size > _HARMLESS and info.file_size > _RATIO * info.compress_size:
        raise RefusedError(_BOMB)
    if info.file_size > budget.left:
        raise RefusedError(budget.reason)
    try:
        with archive.open(info) as member:
            return _copy(cast(BinaryIO, member), budget)
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # Damaged data breaks each way of packing differently.
        if isinstance(error, OSError) and error.errno:
            raise
        raise RefusedError(
            f"It cannot be unpacked; it is damaged or packed in an unknown way ({_name(error)})."
        ) from error


def tar_members(stream: BinaryIO, wanted: Wanted, budget: Budget) -> Iterator[Member]:
    """The wanted files of a TAR archive, to be opened as streams that the caller closes; links are passed over."""
    number = 0
    try:
        # Read in one pass: seeking back in a packed archive would unpack it anew for every member.
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_TarInfo) as archive:
            for info in archive:
                # Else the list of members grows with the archive.
                archive.members = []  # type: ignore[attr-defined]
                number += 1
                if number > _MOST:
                    raise RefusedError(f"The archive holds more than {_MOST:,} files.")
                name = _label(info.name)
                if info.isreg() and not info.issparse() and wanted(name):
                    damage: list[BaseException] = []
                    yield Member(name, info.size, partial(_tar_member, archive, info, budget, damage))
                    if damage:  # told with the member in which it stands
                        return
    except (tarfile.TarError, EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise RefusedError(_DAMAGED) from error


def _tar_member(
    archive: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget, damage: list[BaseException]
) -> BinaryIO:
    if info.size > _MEMBER:
        raise _too_large()
    member = archive.extractfile(info)
    if member is None:
        raise RefusedError(_DAMAGED)
    try:
        return _copy(cast(BinaryIO, member), budget)
    except (tarfile.TarError, EOFError, gzip.BadGzipFile, zlib.error) as error:
        damage.append(error)
        raise RefusedError(_DAMAGED) from error


class _TarInfo(tarfile.TarInfo):
    """What stands before a file, refused where it claims more than any name or remark needs."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in _REMARKS and self.size > _HEADER:
            raise RefusedError(f"What stands before a file of the archive is larger than {_HEADER >> 20} MB.")
        found: tarfile.TarInfo = super()._proc_member(archive)  # type: ignore[misc]
        return found


_REMARKS = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
)  # fmt: skip


def gunzip(stream: BinaryIO, budget: Budget, *, to_seek: bool) -> BinaryIO:
    """What a gzip file holds, as a stream to be closed that ends with ``RefusedError`` where it proves a bomb.

    ``to_seek`` tells that its reader goes back and forth in it: then it is unpacked once, into a file without a name.
    """
    packed = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    bounded = _Bounded(gzip.GzipFile(fileobj=stream, mode="rb"), min(max(_HARMLESS, _RATIO * packed), budget.left))
    inner = cast(BinaryIO, io.BufferedReader(bounded, 1 << 16))
    if not to_seek:
        return inner
    with inner:
        return _copy(inner, budget)


class _Bounded(io.RawIOBase):
    """A stream that refuses to go on beyond ``limit`` bytes."""

    def __init__(self, inner: gzip.GzipFile, limit: int) -> None:
        self._inner, self._limit = inner, limit

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        return self._inner.tell()

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        if self._inner.tell() > self._limit:
            raise RefusedError(_BOMB)
        return len(data)


def _copy(member: BinaryIO, budget: Budget) -> BinaryIO:
    """The member's bytes as a stream that the caller closes."""
    copy = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
    size = 0
    try:
        while piece := member.read(_PIECE):
            budget.take(len(piece))
            size += len(piece)
            if size > _MEMBER:
                raise _too_large()
            copy.write(piece)
        copy.seek(0)
    except BaseException:
        copy.close()
        raise
    return cast(BinaryIO, copy)


def _label(name: str) -> str:
    """A member's name as part of an id: printable, of bounded length, without what steps out of the archive."""
    printable = "".join(sign if sign.isprintable() else "\ufffd" for sign in name.replace("\\", "/"))
    parts = [part for part in re.sub(r"^[A-Za-z]:", "", printable).split("/") if part not in ("", ".", "..")]
    return "/".join(parts)[-200:] or "unnamed"


def _too_large() -> RefusedError:
    return RefusedError(f"It is larger than {_MEMBER >> 30} GB unpacked.")


def _name(error: Exception) -> str:
    return type(error).__name__
