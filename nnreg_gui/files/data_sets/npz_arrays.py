"""Images and labels in .npz files, such as Keras' mnist.npz and scikit-learn's digits; never unpickles anything."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

import numpy as np

from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.found import LARGEST_FILE, Found, Watch, in_sentence
from nnreg_gui.files.data_sets.image_rows import ImageRows, check_size, colour_made_grey, put_together
from nnreg_gui.files.data_sets.labels import check_labels, whole_labels
from nnreg_gui.files.data_sets.npy_header import array_header
from nnreg_gui.files.data_sets.pairing import Item, pairs_of, role_of, roles_of
from nnreg_gui.files.data_sets.sources import damaged, opened_file, too_large, unknown

ZIP = b"PK\x03\x04"
_NAME_AT = 30  # of the first part, in a zip
_END, _END_64, _LONGEST_END = b"PK\x05\x06", b"PK\x06\x07", 22 + 65_535
_MOST_PARTS, _MOST_BYTES = 100, 100_000  # of the zip's directory
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_COLOURS = (3, 4)
_GREY = np.array([0.299, 0.587, 0.114], np.float32)  # of red, green and blue, as Rec. 601 weighs them


@dataclass(frozen=True, slots=True)
class _Array:
    """An array in the file that may be one of images or labels.

    Attributes:
        part: of the zip.
        dtype, shape: what it says of itself.
        fortran: whether its first index runs fastest.
    """

    part: zipfile.ZipInfo
    dtype: np.dtype
    shape: tuple[int, ...]
    fortran: bool

    @property
    def name(self) -> str:
        """Whole, as it stands there."""
        return self.part.filename.removesuffix(".npy")

    @property
    def shown_name(self) -> str:
        """As it can stand in a sentence."""
        return in_sentence(self.name)

    @property
    def item(self) -> Item | None:
        """Which images or labels these are; None if they are neither."""
        match self.shape:
            case (count,) | (count, 1):
                return Item(self.name, count)
            case (count, pixels) if (side := round(pixels**0.5)) ** 2 == pixels:
                return Item(self.name, count, (side, side))
            case (count, height, width) | (count, height, width, 1 | 3 | 4) | (count, 1, height, width):
                return Item(self.name, count, (height, width))
        return None

    @property
    def is_colour(self) -> bool:
        return len(self.shape) == 4 and self.shape[-1] in _COLOURS


def is_npz(beginning: bytes) -> bool:
    """Return whether a file that begins like this is a zip whose first part is an array."""
    if not beginning.startswith(ZIP) or len(beginning) < _NAME_AT:
        return False
    (length,) = struct.unpack_from("<H", beginning, _NAME_AT - 4)
    return beginning[_NAME_AT : _NAME_AT + length].endswith(b".npy")


def read_npz(path: Path, watch: Watch) -> Found:
    """Read the images and labels in an .npz file.

    Raises:
        DigitsError: it cannot be read, is damaged, or holds none.
    """
    name = in_sentence(path.name)
    with opened_file(path) as file:
        try:
            return _read(file, name, watch)
        except DigitsError:
            raise
        # zipfile and zlib raise all of these for content that is not as it was written.
        except (
            *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError),
            *(OverflowError, struct.error, UnicodeError),
        ) as error:
            raise damaged(name) from error


def _read(file: BinaryIO, name: str, watch: Watch) -> Found:
    _check_directory(file, name)
    with zipfile.ZipFile(file) as archive:
        arrays = {array.name: array for array in _arrays(archive)}
        if not arrays:
            raise unknown(name)
        roles = roles_of(pairs_of(_items(arrays.values())), names_first=True)
        for images, _ in roles.values():
            check_size(in_sentence(images.name), images.count, *(images.shape or (0, 0)))
        labels = {role: _read_labels(archive, arrays[item.name]) for role, (_, item) in roles.items()}
        check_labels(labels)
        shares = watch.shares({role: images.count for role, (images, _) in roles.items()})
        rows = {
            role: _read_images(archive, arrays[images.name], images, shares[role])
            for role, (images, _) in roles.items()
        }
    found = put_together(rows, labels)
    if any(arrays[images.name].is_colour for images, _ in roles.values()):
        found.remarks.insert(0, colour_made_grey())
    return found


def _check_directory(file: BinaryIO, name: str) -> None:
    """Refuse a zip with more parts than any data set has: zipfile reads its directory whole, whatever its size."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    tail = file.read(_LONGEST_END)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise damaged(name)
    parts, length = struct.unpack_from("<HI", tail, at + 10)
    if parts > _MOST_PARTS or length > _MOST_BYTES or tail[max(0, at - 20) : at].startswith(_END_64):
        raise DigitsError("{file} holds more arrays than a data set has: open one with fewer.", file=name)


def _arrays(archive: zipfile.ZipFile) -> Iterator[_Array]:
    """Yield the arrays of numbers; parts that are none are left aside.

    Raises:
        DigitsError: an array is pickled: it could be a program.
    """
    for part in archive.infolist():
        if not part.filename.endswith(".npy") or part.compress_type not in _METHODS or part.flag_bits & 1:
            continue
        with archive.open(part) as values:
            dtype, shape, fortran = array_header(values)
        array = _Array(part, dtype, shape, fortran)
        if dtype.hasobject and len(shape) > 0:
            raise DigitsError(
                "{file} is pickled, which could be a program: save it as an array of numbers.", file=array.shown_name
            )
        if dtype.kind in "buif" and dtype.itemsize <= 8:
            yield array


def _items(arrays: Iterable[_Array]) -> list[Item]:
    """Return which images and labels there are.

    Leave out flat images that stand there with height and width, too: scikit-learn's “data” are its “images”.
    """
    found = [(array, item) for array in arrays if (item := array.item) is not None]
    stacked = {(item.count, item.shape, role_of(item.name)) for array, item in found if len(array.shape) > 2}
    return [
        item
        for array, item in found
        if len(array.shape) > 2 or (item.count, item.shape, role_of(item.name)) not in stacked
    ]


@contextmanager
def _values(archive: zipfile.ZipFile, array: _Array) -> Iterator[IO[bytes]]:
    """Open the values of an array, which must be as many as its header says.

    Raises:
        DigitsError: they are not, or stand there in another order.
    """
    if array.fortran and len(array.shape) > 1:
        raise DigitsError(
            "{file} is stored column by column: save np.ascontiguousarray(…) of it.", file=array.shown_name
        )
    if array.part.file_size > LARGEST_FILE:
        raise too_large(array.shown_name)
    with archive.open(array.part) as file:
        array_header(file)
        if array.part.file_size - file.tell() != int(np.prod(array.shape, dtype=object)) * array.dtype.itemsize:
            raise damaged(array.shown_name)
        yield file


def _read_labels(archive: zipfile.ZipFile, array: _Array) -> np.ndarray:
    with _values(archive, array) as file:
        content = _exactly(file, array.shape[0] * array.dtype.itemsize, array)
    return whole_labels(array.shown_name, np.frombuffer(content, array.dtype))


def _read_images(archive: zipfile.ZipFile, array: _Array, item: Item, watch: Watch) -> ImageRows:
    height, width = item.shape or (0, 0)
    rows = ImageRows(array.shown_name, item.count, height, width, whole=array.dtype.kind != "f" and not array.is_colour)
    shape = (height, width, array.shape[-1]) if array.is_colour else (height, width)
    bytes_each = int(np.prod(shape)) * array.dtype.itemsize
    with _values(archive, array) as file:
        for begin in range(0, item.count, rows.per_chunk):
            content = _exactly(file, min(rows.per_chunk, item.count - begin) * bytes_each, array)
            values = np.frombuffer(content, array.dtype).reshape(-1, *shape)
            rows.add(values[..., :3].astype(np.float32) @ _GREY if array.is_colour else values)
            watch.tell((begin + rows.per_chunk) / item.count)
    return rows


def _exactly(file: IO[bytes], length: int, array: _Array) -> bytes:
    content = file.read(length)
    if len(content) < length:  # a zip may lie about what is in it
        raise damaged(array.shown_name)
    return content
