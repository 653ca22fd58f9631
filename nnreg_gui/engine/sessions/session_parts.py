"""The parts of a session file, a zip: never unpacks more than could have been written."""

import io
import zipfile

import numpy as np

from nnreg_gui.engine.sessions.plain_arrays import array_from
from nnreg_gui.engine.sessions.session_format import MOST_HISTORIES

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the latter if somebody has repacked it
_ADDED = "__MACOSX/"  # precedes the name of what a Mac then adds to each part
_MOST_UNPACKED, _ROOM = 3, 2**24  # times the packed size, and a little: weights hardly shrink
_ENTRY = b"PK\x01\x02"  # begins every entry of a zip's directory
_ARRAY_HEADER = 512  # bytes, more than there are


class SessionParts:
    """Opens the content of a file.

    Attributes:
        names: of the parts.

    Raises:
        ValueError: it is not as it was written; zipfile has more exceptions for this.
    """

    def __init__(self, content: bytes) -> None:
        hold(content.count(_ENTRY) <= 4 * (MOST_HISTORIES + 1))  # zipfile itself accepts any number
        self._file = zipfile.ZipFile(io.BytesIO(content))
        parts = [part for part in self._file.infolist() if not part.filename.startswith(_ADDED)]
        self._sizes = {part.filename: part.file_size for part in parts}
        hold(len(self._sizes) == len(parts))
        hold(all(part.compress_type in _METHODS and not part.flag_bits & 1 for part in parts))
        packed, unpacked = sum(part.compress_size for part in parts), sum(part.file_size for part in parts)
        hold(packed <= len(content) and unpacked <= _MOST_UNPACKED * packed + _ROOM)
        self.names = self._sizes.keys()

    def read(self, name: str, most: int) -> bytes:
        """Return a part of at most this many bytes."""
        hold(self._sizes[name] <= most)
        return self._file.read(name)

    def array(self, name: str, dtype: np.dtype, shape: tuple[int, ...]) -> np.ndarray:
        """Return a part as an array of this type and shape."""
        size = int(np.prod(shape, dtype=object)) * dtype.itemsize
        return array_from(self.read(name, size + _ARRAY_HEADER), dtype, shape)


def hold(condition: bool) -> None:
    """Go on only if a condition holds.

    Raises:
        ValueError: it does not.
    """
    if not condition:
        raise ValueError("not as it was written")
