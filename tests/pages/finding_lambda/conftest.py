"""What tests of the page about λ share."""

import pytest
from PySide6.QtWidgets import QApplication

from nnreg_gui.pages.grid_trial import GridTrial
from tests.pages.answering import Searching, Window
from tests.pages.finding_lambda.search_material import by_rule


@pytest.fixture
def window(qapp: QApplication) -> Window:
    """The window at the other end of the page, which trains by making up runs."""
    return Window(train=by_rule)


@pytest.fixture
def trainer(window: Window) -> Searching:
    """What trains there."""
    return window.searches


@pytest.fixture
def trial(trainer: Searching) -> GridTrial:
    """A trial that trains there."""
    return GridTrial(trainer, "finding_lambda")
