"""A few of MNIST's digits, to be packed in files of every kind."""

import pytest

from nnreg_gui.engine.digits import Split, load_mnist
from nnreg_gui.resource_files import resource_path
from tests.files.data_sets.made_sets import TEST, TRAIN


@pytest.fixture(scope="session")
def mnist_test() -> Split:
    return load_mnist(resource_path("mnist")).test


@pytest.fixture
def train(mnist_test: Split) -> Split:
    return mnist_test[:TRAIN]


@pytest.fixture
def test(mnist_test: Split) -> Split:
    return mnist_test[TRAIN : TRAIN + TEST]
