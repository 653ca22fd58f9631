"""Digits for the tests of the engine: all of MNIST, and a few of them for quick runs."""

import pytest

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.resource_files import resource_path


@pytest.fixture(scope="session")
def digits() -> Digits:
    """MNIST, as the program ships it."""
    return load_mnist(resource_path("mnist"))


@pytest.fixture(scope="session")
def few_digits(digits: Digits) -> Digits:
    """The first 2,000 training, 300 validation and 200 test images: a run on them takes milliseconds."""
    return Digits(digits.training[:2_000], digits.validation[:300], digits.test[:200])
