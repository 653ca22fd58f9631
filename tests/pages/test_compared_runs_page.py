"""When a page that compares runs draws them."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.compared_runs_page import ComparedRunsPage
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.pages.answering import Window


class _Page(ComparedRunsPage):
    """Says how many epochs the first run had when it was drawn."""

    def _draw(self) -> None:
        self.conclusion.say(str([len(run.history) - 1 for run in self._runs]))


@pytest.fixture
def page(qtbot: QtBot) -> _Page:
    page = _Page(Window().services, "noise")
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_run_that_is_paused_right_after_an_epoch_is_drawn_with_it(
    page: _Page, small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory], qtbot: QtBot
) -> None:
    source = trained(small(epochs=3))
    history = RunHistory(source.experiment)
    for epochs in (2, 3):
        history.grow_like(source, epochs)
        page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    assert page.conclusion.text() == "[2]", "not at every epoch"

    qtbot.waitUntil(lambda: page.conclusion.text() == "[3]", timeout=5_000)
