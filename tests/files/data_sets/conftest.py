"""A few of MNIST's digits, to be packed in files of every kind."""

import pytest

from nnreg_gui.engine.digits import Digits, Split
from tests.files.data_sets.made_sets import TEST, TRAIN


@pytest.fixture
def train(digits: Digits) -> Split:
    return digits.test[:TRAIN]


@pytest.fixture
def test(digits: Digits) -> Split:
    return digits.test[TRAIN : TRAIN + TEST]
