"""The page about shrinking, as a user presses and sees it."""

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.lecture_experiments import WITH_L1, WITH_L2
from nnreg_gui.pages.shrinking.run_pairs import with_biases
from nnreg_gui.pages.shrinking.shrinking_page import BIASES, NETWORKS, ONE, ShrinkingPage
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.window.language import Language
from tests.pages.answering import Searching, Window
from tests.pages.finding_lambda.search_material import press, shown, texts
from tests.pages.rooms import Rooms
from tests.pages.shrinking.shrinking_material import as_planned, penalized_runs
from tests.test_look import cut_texts

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def window(trained: Trained, qtbot: QtBot) -> Window:
    return Window(train=as_planned(trained))


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ShrinkingPage:
    page = ShrinkingPage(window.services)
    shown(qtbot, page)
    return page


@pytest.fixture
def trainer(window: Window) -> Searching:
    return window.searches


def test_keys_and_segments_lead_to_the_views(page: ShrinkingPage, qtbot: QtBot) -> None:
    for key, name, view in (
        (Qt.Key.Key_2, NETWORKS, page.networks),
        (Qt.Key.Key_3, BIASES, page.biases),
        (Qt.Key.Key_1, ONE, page.one),
    ):
        QTest.keyClick(page, key)
        assert page.choice.value() == name
        assert view.isVisible()
        asked = "Should biases be penalized, too?" if name == BIASES else "How do L1 and L2 make weights smaller?"
        assert page.conclusion.text() == asked
    assert not page.networks.bar.isVisible()
    press(qtbot, next(one for one in page.findChildren(QRadioButton) if one.text() == "Two networks"))
    assert page.networks.bar.isVisible()
    assert not page.biases.bar.isVisible()


def test_both_networks_are_trained_and_listed(page: ShrinkingPage, trainer: Searching, qtbot: QtBot) -> None:
    runs: list[DrawnRun] = []

    def list_run(history: RunHistory) -> None:
        runs.append(DrawnRun(history, len(runs) + 1))
        page.show_runs(runs)

    page.run_trained.connect(list_run)
    page.show_runs(runs)
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(trainer.searches) == 1)
    (search,) = trainer.searches
    assert search.experiments == (WITH_L2, WITH_L1)
    assert search.networks
    trainer.train_all()

    assert [run.history.experiment for run in runs] == [WITH_L2, WITH_L1]
    assert "Layer 1, L2 against L1" in texts(page)
    assert not page.networks.bar.button.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_3)
    press(qtbot, page.biases.bar.button)
    assert trainer.searches[-1].experiments == (with_biases(WITH_L2, penalized=True),)  # the other is there already
    trainer.train_all()
    assert page.biases.pair is not None
    assert [run.number for run in page.biases.pair] == [1, 3]


def test_a_search_can_be_cancelled(page: ShrinkingPage, trainer: Searching, qtbot: QtBot) -> None:
    page.show_runs([])
    QTest.keyClick(page, Qt.Key.Key_3)
    press(qtbot, page.biases.bar.button)
    press(qtbot, page.biases.bar.button)

    [cancelled] = trainer.cancelled
    assert cancelled.page == "shrinking"
    assert cancelled.search.experiments == (WITH_L2, with_biases(WITH_L2, penalized=True))
    trainer.end()
    assert "0 of 2 runs were trained" in texts(page)
    assert page.biases.bar.button.isEnabled()


def test_hidden_runs_are_said_to_be_hidden(page: ShrinkingPage) -> None:
    page.all_hidden = True
    for name in (NETWORKS, BIASES):
        page.choice.set_value(name)
        page.show_runs([])
        assert "All runs are hidden" in texts(page)


def test_it_fits_in_both_languages(
    page: ShrinkingPage, small: Small, trained: Trained, language: Language, rooms: Rooms
) -> None:
    page.show_runs(penalized_runs(small, trained))
    for (width, height), code in product(((960, 490), (480, 245)), ("en", "cs")):
        rooms.give(page, width, height)
        language.switch(code)
        page.retranslate()
        for name in (ONE, NETWORKS, BIASES):
            page.choice.set_value(name)
            assert (page.width(), page.height()) == (width, height)
            assert list(cut_texts(page)) == []
