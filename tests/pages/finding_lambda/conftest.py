"""What tests of the page about λ share."""

import pytest
from PySide6.QtWidgets import QApplication

from nnreg_gui.pages.grid_trial import GridTrial
from tests.pages.answering import Searching, Window
from tests.pages.finding_lambda.search_material import by_rule


@pytest.fixture
def window(qapp: QApplication) -> Window:
    """Who stands at the other end of the page, and trains by making up runs."""
    return Window(train=by_rule)


@pytest.fixture
def trainer(window: Window) -> Searching:
    """Who trains there."""
    return window.searches


@pytest.fixture
def trial(trainer: Searching) -> GridTrial:
    """A trial for which is trained there."""
    return GridTrial(trainer, "finding_lambda")
