"""Digits for the tests of the engine."""

import pytest

from nnreg_gui.engine.digits import Digits


@pytest.fixture(scope="session")
def few_digits(digits: Digits) -> Digits:
    """The first 2,000 training, 300 validation and 200 test images: a run on them takes milliseconds."""
    return Digits(digits.training[:2_000], digits.validation[:300], digits.test[:200])
