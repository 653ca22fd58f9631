"""The bytes of a file that somebody else wrote: never waits for it, and never takes more of it than is wanted."""

import errno
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Literal

from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.found import LARGEST_FILE, in_sentence
from nnreg_gui.files.user_files import reason_of, state_of

GZIP = b"\x1f\x8b"
Kind = Literal["file", "folder", "other"]  # the last of what is hidden, is added by a Mac, or is a pipe

_PIECE = 2**18  # bytes read at once
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def opened_file(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading, without ever waiting for a pipe.

    Raises:
        DigitsError: it cannot be read, is too large, or grew meanwhile.
    """
    try:
        _check_kind(path, state_of(path))
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            state = os.fstat(file.fileno())
            _check_kind(path, state)  # it may have been replaced since
            yield file
            if os.fstat(file.fileno()).st_size != state.st_size:
                raise DigitsError("{file} is still being written: open it when it is whole.", file=_name(path))
    except OSError as error:
        raise unreadable(path, error) from error


def entries_in(folder: Path) -> Iterator[tuple[str, Kind]]:
    """Yield the path and kind of whatever is in a folder, in any order.

    Raises:
        DigitsError: the folder cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield entry.path, _kind(entry)
    except OSError as error:
        raise unreadable(folder, error) from error


def _kind(entry: os.DirEntry[str]) -> Kind:
    if entry.name.startswith("."):
        return "other"
    with suppress(OSError):  # a link that leads in a circle, or nowhere
        if entry.is_file():
            return "file"
        if entry.is_dir() and not entry.name.startswith("__"):
            return "folder"
    return "other"


def _check_kind(path: Path, state: os.stat_result) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(state.st_mode):
        raise DigitsError("{file} is a device or a pipe: choose a file.", file=_name(path))
    if state.st_size > LARGEST_FILE:
        raise too_large(_name(path))


def _name(path: Path) -> str:
    return in_sentence(path.name or str(path))


def unreadable(path: Path, error: OSError) -> DigitsError:
    """Return why a file or folder cannot be read."""
    return DigitsError("{file} cannot be read ({reason}).", file=_name(path), reason=reason_of(error))


def too_large(name: str) -> DigitsError:
    """Return that a file, or what is packed in it, is larger than anything that can be used here."""
    return DigitsError("{file} is larger than 2 GB: choose a smaller data set.", file=name)


def damaged(name: str) -> DigitsError:
    """Return that a file is not as it was written."""
    return DigitsError("{file} is damaged or cut off: copy it again.", file=name)


def unknown(name: str) -> DigitsError:
    """Return that a file or folder is nothing that can be opened."""
    return DigitsError(
        "{file} is no data set that is known here: open IDX, .npz or CSV files, or a folder with a sub-folder of "
        "pictures for each class.",
        file=name,
    )


class Source:
    """The content of an open file, unpacked if it is packed with gzip.

    Attributes:
        name: of the file, for sentences.
        size: of the file in bytes, when it was opened: nothing beyond that is read.
        is_packed: whether it is.
    """

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file, self.name = file, in_sentence(path.name)
        self.size = self._left = os.fstat(file.fileno()).st_size
        self._packed = self._take(2)
        self.is_packed = self._packed == GZIP
        self._unpacking = zlib.decompressobj(zlib.MAX_WBITS + 16) if self.is_packed else None  # gzip's format

    @property
    def share(self) -> float:
        """How much of the file has been read, 0…1."""
        return 1 - self._left / max(self.size, 1)

    def read(self, most: int) -> bytes:
        """Return the next bytes: `most` of them, fewer only at the end.

        Raises:
            DigitsError: the file is damaged or cut off.
        """
        if self._unpacking is None:
            begin, self._packed = self._packed[:most], self._packed[most:]
            return begin + self._take(most - len(begin))
        pieces = []
        try:
            while most > 0 and not self._unpacking.eof:
                self._packed = self._packed or self._take(_PIECE)
                if not self._packed:
                    raise damaged(self.name)
                piece = self._unpacking.decompress(self._packed, most)
                self._packed = self._unpacking.unconsumed_tail
                most -= len(piece)
                pieces.append(piece)
        except zlib.error as error:
            raise damaged(self.name) from error
        return b"".join(pieces)

    def exactly(self, size: int) -> bytes:
        """Return so many of the next bytes.

        Raises:
            DigitsError: there are fewer; the file is damaged or cut off.
        """
        content = self.read(size)
        if len(content) < size:
            raise damaged(self.name)
        return content

    def check_end(self) -> None:
        """Check that nothing follows what was read, and that it was packed without a fault.

        Raises:
            DigitsError: something does, or it was not.
        """
        if self.read(1) or (self._unpacking is not None and self._unpacking.unused_data.strip(b"\0")):
            raise DigitsError("{file} holds more than it says at its beginning: copy it again.", file=self.name)

    def _take(self, most: int) -> bytes:
        """Return the next packed bytes; fewer only at the end of what there was when the file was opened."""
        taken = self._file.read(min(most, self._left))
        self._left -= len(taken)
        return taken
