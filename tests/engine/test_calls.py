"""Planned arithmetic computes at once, or whenever its calls are called."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from nnreg_gui.engine.calls import Call, Planned


@Planned
def _mean(a: np.ndarray, b: np.ndarray, out: np.ndarray) -> Iterator[Call]:
    yield partial(np.add, a, b, out)
    yield partial(np.divide, out, 2, out)


def test_called_it_computes_at_once() -> None:
    out = np.empty(2)
    assert _mean(np.array([1.0, 2.0]), np.array([3.0, 8.0]), out) is out
    assert out.tolist() == [2.0, 5.0]


def test_its_calls_see_what_the_arrays_hold_when_they_are_called() -> None:
    a, b, out = np.zeros(2), np.zeros(2), np.zeros(2)
    calls = tuple(_mean.calls(a, b, out))
    for number in (1.0, 2.0):
        a[:], b[:] = number, 3 * number
        assert not any(out == 2 * number)
        for call in calls:
            call()
        assert out.tolist() == [2 * number, 2 * number]
