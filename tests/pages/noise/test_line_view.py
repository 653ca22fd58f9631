"""Cost and accuracy along a line, as a user presses and sees it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.along_a_line import DISTANCES, PLACES, AroundQuestion, Cut, LineQuestion
from nnreg_gui.pages.noise.cut_sentences import NamedCut, conclude_around, conclude_between
from nnreg_gui.pages.noise.noise_page import NoisePage
from nnreg_gui.plots.disturbance import Disturbance
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.window.language import Language
from tests.pages.answering import Window, show_in_front, texts
from tests.pages.rooms import Rooms
from tests.pages.rotation.rotation_material import few
from tests.test_look import cut_texts

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]

pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def window(digits: Digits) -> Window:
    return Window(few(digits))


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> NoisePage:
    page = NoisePage(window.services)
    qtbot.addWidget(page)
    page.resize(960, 490)
    show_in_front(page, qtbot)
    window.questions.answer()
    QTest.keyClick(page, Qt.Key.Key_4)
    return page


@pytest.fixture
def runs(small: Small, trained: Trained) -> list[DrawnRun]:
    off = trained(small(images=300, hidden=(10,), epochs=10))
    l2 = trained(small(images=300, hidden=(10,), epochs=10, penalty="l2", lambda_=0.3))
    return [DrawnRun(off, 1, "Off"), DrawnRun(l2, 2, "L2 λ 0.3", selected=True)]


def test_before_there_are_two_runs_it_says_what_will_be_seen(
    page: NoisePage, window: Window, runs: list[DrawnRun]
) -> None:
    assert page.present_view == "line"
    assert page.conclusion.text() == "Is there a hill between two networks?"
    assert "Press S to train" in texts(page)

    page.show_runs(runs[:1])
    assert "a line needs two" in texts(page)
    assert not window.questions.of(LineQuestion)


def test_between_two_runs_the_dots_are_the_networks_and_the_sentence_is_that_of_the_curve(
    page: NoisePage, window: Window, runs: list[DrawnRun]
) -> None:
    page.show_runs(runs)
    assert "Measuring along the line" in texts(page)
    window.questions.answer()

    (curves,) = page.line.accuracies.curves
    assert len(window.questions.of(LineQuestion)) == 1
    split_share = [curves.training[PLACES.index(place)] for place in (0.0, 1.0)]
    for share, run in zip(split_share, runs, strict=True):
        assert run.record is not None
        assert share == run.record.training_accuracy
    assert page.conclusion.is_answer
    assert "run 1" in page.conclusion.text()
    assert "run 2" in page.conclusion.text()
    assert "From run 1 (0 %) to run 2 (100 %): validation cost" in texts(page)
    assert "A cut through 7,960 dimensions" in texts(page)
    page.show_runs(list(runs))
    assert len(window.questions.of(LineQuestion)) == 1, "known"


def test_g_looks_around_each_run_and_x_draws_other_directions(
    page: NoisePage, window: Window, runs: list[DrawnRun], qtbot: QtBot
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    assert not page.line.other.isVisible()
    QTest.keyClick(page, Qt.Key.Key_G)
    window.questions.answer()

    asked = window.questions.of(AroundQuestion)
    assert len(asked) == 2
    assert [one.number for one in page.line.costs.curves] == [1, 2]
    assert page.conclusion.is_answer
    assert "40" in page.conclusion.text()
    assert "Mean of 3 random directions" in texts(page)
    before = page.line.costs.curves[0].training
    QTest.keyClick(page, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: len(window.questions.of(AroundQuestion)) == 3)
    window.questions.answer()
    assert not np.array_equal(before, page.line.costs.curves[0].training)
    assert page.line.costs.curves[0].training[DISTANCES.index(0.0)] == before[DISTANCES.index(0.0)]


def test_between_unlike_networks_there_is_no_line_but_each_has_its_surroundings(
    page: NoisePage, window: Window, runs: list[DrawnRun], small: Small, trained: Trained
) -> None:
    wider = DrawnRun(trained(small(images=300, hidden=(6,), epochs=2)), 3, "6")
    page.show_runs([wider, runs[1]])
    assert "networks of different shapes: no line leads between them" in texts(page)
    assert not page.conclusion.is_answer
    assert not window.questions.of(LineQuestion)

    fewer = DrawnRun(trained(small(images=100, hidden=(10,), epochs=2)), 4, "100")
    page.show_runs([fewer, runs[1]])
    assert "they share no cost to draw" in texts(page)
    QTest.keyClick(page, Qt.Key.Key_G)
    window.questions.answer()
    assert len(page.line.costs.curves) == 2
    assert not page.conclusion.is_answer
    assert "Runs 2 and 4 differ in cost, training images or wrong labels: their costs cannot be compared." in texts(
        page
    )


def test_around_runs_that_differ_in_more_than_one_thing_nothing_is_concluded(
    page: NoisePage, window: Window, runs: list[DrawnRun], small: Small, trained: Trained
) -> None:
    narrower = DrawnRun(trained(small(images=300, hidden=(6,), epochs=10)), 3, "6")
    QTest.keyClick(page, Qt.Key.Key_G)
    page.show_runs([narrower, runs[1]])
    window.questions.answer()

    assert len(page.line.costs.curves) == 2
    assert not page.conclusion.is_answer
    assert "Runs 2 and 3 differ in more than one thing" in texts(page)
    assert "Cuts through 4,780 and 7,960 dimensions" in texts(page)


def test_runs_that_were_told_different_lies_share_no_cost(
    page: NoisePage, window: Window, small: Small, trained: Trained
) -> None:
    experiment = small(images=100, epochs=2)
    liar = replace(experiment, data=replace(experiment.data, wrong_labels=0.2))
    runs = [DrawnRun(trained(one), place) for place, one in enumerate((liar, replace(liar, seed=2)), 1)]
    page.show_runs([runs[0], replace(runs[1], selected=True)])
    assert "Runs 1 and 2 differ in activation, cost, training images or wrong labels" in texts(page)
    assert not window.questions.of(LineQuestion)


def test_runs_whose_seeds_drew_other_images_share_no_cost(
    page: NoisePage, window: Window, small: Small, trained: Trained
) -> None:
    experiment = small(images=100, epochs=2)
    drawn = replace(experiment, data=replace(experiment.data, sample="seed"))
    runs = [DrawnRun(trained(one), place) for place, one in enumerate((drawn, replace(drawn, seed=2)), 1)]
    page.show_runs([runs[0], replace(runs[1], selected=True)])
    assert "Runs 1 and 2 differ in activation, cost, training images or wrong labels" in texts(page)
    assert not window.questions.of(LineQuestion)


def test_a_run_that_goes_on_is_measured_when_it_is_over(page: NoisePage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs([runs[0], replace(runs[1], live=True)])
    assert "Run 2 is measured when it is over." in texts(page)
    assert not window.questions.of(LineQuestion)


def test_what_failed_is_said_and_asked_again(page: NoisePage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs)
    window.questions.fail()
    assert "This could not be measured: no memory" in texts(page)
    QTest.keyClick(page, Qt.Key.Key_1)
    assert page.disturbance is Disturbance.NOISE
    QTest.keyClick(page, Qt.Key.Key_4)
    window.questions.answer()
    assert len(page.line.costs.curves) == 1


def _cut(training_cost: list[float]) -> Cut:
    costs = np.array(training_cost)
    places = np.linspace(-0.4, 0.4, len(costs)) if len(costs) == 3 else np.linspace(0, 1, len(costs))
    return Cut(places, costs, costs, 1 - costs / 10, 1 - costs / 10)


def test_what_failed_is_said_beside_the_run_that_was_measured(
    page: NoisePage, window: Window, runs: list[DrawnRun]
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    QTest.keyClick(page, Qt.Key.Key_G)
    window.questions.answer(len(window.questions.replies))
    window.questions.fail()

    assert len(page.line.costs.curves) == 1
    assert "This could not be measured: no memory" in texts(page)


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        ([0.01, 0.02, 0.03, 0.02, 0.02], "No hill on the line from run 1 to run 2: training cost at most 0.03."),
        ([0.01, 0.5, 1.7, 0.5, 0.02], "A hill lies between run 1 and run 2: training cost up to 1.7."),
    ],
)
def test_a_hill_is_called_one(qtbot: QtBot, costs: list[float], said: str) -> None:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    conclude_between(conclusion, (1, 2), _cut(costs))
    assert conclusion.text() == said


def test_the_flatter_of_two_is_named_only_if_it_clearly_is(qtbot: QtBot) -> None:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    off, l2 = NamedCut(1, "Off", _cut([1.8, 0.0, 1.6])), NamedCut(2, "L2", _cut([0.4, 0.02, 0.5]))
    conclude_around(conclusion, [off, l2])
    text = conclusion.text().replace("\N{NO-BREAK SPACE}", " ")
    assert text == "Run 2 (L2) lies flatter than run 1: 40 % away the training cost rises by 0.43, not by 1.7."
    conclude_around(conclusion, [off, replace(off, number=3)])
    assert "about equally steep" in conclusion.text()
    assert "rises by 1.7 and 1.7" in conclusion.text()
    level = NamedCut(4, "level", _cut([0.1, 0.2, 0.1]))
    conclude_around(conclusion, [level, replace(level, number=5)])
    assert "rises by 0 and 0" in conclusion.text(), "it falls, on either side"
    conclude_around(conclusion, [off])
    assert not conclusion.is_answer


def test_it_fits_in_both_languages(
    page: NoisePage, window: Window, runs: list[DrawnRun], language: Language, rooms: Rooms
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    for (width, height), code in product(((960, 490), (480, 245)), ("en", "cs")):
        rooms.give(page, width, height)
        language.switch(code)
        for choice in ("around", "between"):
            page.line.choice.set_value(choice)
            window.questions.answer()
            assert (page.width(), page.height()) == (width, height)
            assert list(cut_texts(page)) == []
