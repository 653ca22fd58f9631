"""What S trains for a page, on request by a lesson."""

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.page import AskingPage, Page
from nnreg_gui.pages.table import KEYS, page_class
from tests.pages.answering import Window
from tests.pages.finding_lambda.search_material import by_rule
from tests.pages.rotation.rotation_material import few

# Pages with S, and their view that has it.
VIEWS = {
    "rotation": "",
    "finding_lambda": "lambda",
    "shrinking": "networks",
    "noise": "noise",
    "dropout": "robust",
    "pruning": "",
    "ensemble": "",
    "parameters": "",
}


@pytest.fixture
def window(digits: Digits) -> Window:
    return Window(few(digits), by_rule)


def _opened(key: str, window: Window, qtbot: QtBot) -> Page:
    found = page_class(key)
    page = found(window.services) if issubclass(found, AskingPage) else found()
    qtbot.addWidget(page)
    page.set_experiment(Experiment())
    page.resize(960, 490)
    with qtbot.waitExposed(page):
        page.show()
    if VIEWS.get(key):
        page.open_view(VIEWS[key])
    return page


@pytest.mark.parametrize("key", VIEWS)
def test_it_begins_once_and_tells_its_end(window: Window, qtbot: QtBot, key: str) -> None:
    page = _opened(key, window, qtbot)

    assert page.train_missing()
    assert page.train_missing(), "it is still in training"
    [reply] = window.searches.replies
    assert reply.page == key
    assert reply.wanted
    with qtbot.waitSignal(page.trial_ended):
        window.searches.end()


def test_a_step_of_the_path_that_tries_further_values_tells_only_its_end(window: Window, qtbot: QtBot) -> None:
    page = _opened("finding_lambda", window, qtbot)
    page.open_view("path")
    for _ in range(2):
        page.train_missing()
        window.searches.train_all()
    ends: list[int] = []
    page.trial_ended.connect(lambda: ends.append(len(window.searches.replies)))

    page.train_missing()
    begun = len(window.searches.replies)
    window.searches.train_all()
    assert ends == [begun + 1], "it tries 0.01, too, since 0.1 is the best of 0.1, 1 and 10"


@pytest.mark.parametrize("key", ["finding_lambda", "parameters"])
def test_nothing_begins_where_nothing_is_missing(window: Window, qtbot: QtBot, key: str) -> None:
    page = _opened(key, window, qtbot)
    page.train_missing()
    window.searches.train_all()

    assert not page.train_missing()
    assert len(window.searches.replies) == 1


@pytest.mark.parametrize("key", [key for key in KEYS if key not in VIEWS])
def test_other_pages_have_nothing_to_train(window: Window, qtbot: QtBot, key: str) -> None:
    page = _opened(key, window, qtbot)

    assert not page.train_missing()
    assert window.searches.replies == []


def test_one_weight_needs_no_training(window: Window, qtbot: QtBot) -> None:
    page = _opened("shrinking", window, qtbot)
    page.open_view("one")

    assert not page.train_missing()
    assert window.searches.replies == []
