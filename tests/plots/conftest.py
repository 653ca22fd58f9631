"""What tests of plots share."""

from collections.abc import Callable

import pytest

from nnreg_gui.engine.history import RunHistory
from tests.made_up_runs import made_up_run


@pytest.fixture(scope="session")
def made_up() -> Callable[..., RunHistory]:
    """Make up histories: see `made_up_run()`."""
    return made_up_run
