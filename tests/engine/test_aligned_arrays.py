"""Arrays begin where a cache line does, whatever their shape and type."""

import numpy as np
import pytest

from nnreg_gui.engine.aligned_arrays import empty_aligned


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("shape", [(), (7,), (3, 5), (50, 784)])
def test_it_is_aligned(shape: tuple[int, ...], dtype: type) -> None:
    arrays = [empty_aligned(shape, dtype) for _ in range(8)]
    for number, array in enumerate(arrays):
        array[...] = number
    for number, array in enumerate(arrays):
        assert array.ctypes.data % 64 == 0
        assert (array.shape, array.dtype) == (shape, dtype)
        assert array.flags.c_contiguous
        assert array.flags.writeable
        assert (array == number).all()
