"""What an array in a .npz file says of itself, read without unpacking or unpickling it."""

import ast
import re
import struct
from typing import IO

import numpy as np

_NUMBERS = re.compile(r"[<>|=][biuf](1|2|4|8)")
_MAGIC = b"\x93NUMPY"
_LONGEST = 10_000  # characters, as numpy itself reads
_MOST_DIMENSIONS = 8
_LARGEST = 2**40


def array_header(file: IO[bytes]) -> tuple[np.dtype, tuple[int, ...], bool]:
    """Return type and shape of an array, and whether it is in Fortran's order; leave the file where its values begin.

    Raises:
        ValueError: it is no array that numpy has written.
    """
    beginning = file.read(8)
    if len(beginning) < 8 or not beginning.startswith(_MAGIC) or beginning[6] not in (1, 2, 3):
        raise ValueError("no array")
    form = "<H" if beginning[6] == 1 else "<I"
    (length,) = struct.unpack(form, _exactly(file, struct.calcsize(form)))
    if length > _LONGEST:
        raise ValueError("too long a header")
    try:
        header = ast.literal_eval(_exactly(file, length).decode("latin-1").strip())
        dtype, shape, fortran = _type(header["descr"]), header["shape"], header["fortran_order"]
    except (SyntaxError, TypeError, KeyError, MemoryError, RecursionError) as error:
        raise ValueError("no header") from error
    right = isinstance(shape, tuple) and all(type(size) is int and 0 <= size < _LARGEST for size in shape)
    if not right or len(shape) > _MOST_DIMENSIONS or type(fortran) is not bool:
        raise ValueError("no shape")
    return dtype, shape, fortran


def _type(descr: object) -> np.dtype:
    """Return a type of numbers or of pickled objects as it is; anything else as bytes without a meaning."""
    if not isinstance(descr, str) or not _NUMBERS.fullmatch(descr):
        return np.dtype(object if descr in ("|O", "O") else "V1")
    return np.dtype(descr)


def _exactly(file: IO[bytes], length: int) -> bytes:
    content = file.read(length)
    if len(content) < length:
        raise ValueError("cut off")
    return content
