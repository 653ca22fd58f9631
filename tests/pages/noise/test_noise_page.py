"""The page about noise, as a user presses and sees it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED, WITH_L1, WITH_L2
from nnreg_gui.engine.network import forward
from nnreg_gui.engine.questions.robustness import GradientQuestion, NoiseQuestion, TurnQuestion
from nnreg_gui.engine.questions.thinning import NeuronsOffQuestion
from nnreg_gui.pages.noise.noise_page import NoisePage
from nnreg_gui.pages.noise.sentences import WORTH_SAYING
from nnreg_gui.plots.disturbance import Disturbance
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.details import Details
from nnreg_gui.window.language import Language
from tests.other_digits import Other
from tests.pages.answering import Window, show_in_front, texts
from tests.pages.rooms import Rooms
from tests.pages.rotation.rotation_material import few

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
    return page


@pytest.fixture
def runs(small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]) -> list[DrawnRun]:
    off = trained(small(images=300, hidden=(10,), epochs=10))
    l2 = trained(small(images=300, hidden=(10,), epochs=10, penalty="l2", lambda_=0.3))
    return [DrawnRun(off, 1, "Off"), DrawnRun(l2, 2, "L2 λ 0.3", selected=True)]


def test_before_there_are_runs_it_says_what_will_be_seen_and_s_trains_them(
    page: NoisePage, window: Window, runs: list[DrawnRun], qtbot: QtBot
) -> None:
    window.questions.answer()
    assert "Press S to train" in texts(page)
    QTest.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bool(window.searches.replies))
    (reply,) = window.searches.replies
    assert reply.page == "noise"
    assert reply.search.experiments == (UNREGULARIZED, WITH_L2, WITH_L1)

    with qtbot.waitSignal(page.run_trained) as listed:
        reply.found.emit(0, runs[0].history)
    assert listed.args == [runs[0].history]
    window.searches.end()
    assert "1 of 3 runs were trained" in texts(page)


def test_the_curves_the_figures_and_the_sentence_are_those_of_the_networks(
    page: NoisePage, window: Window, runs: list[DrawnRun], digits: Digits
) -> None:
    page.show_runs(runs)
    assert "The validation images are being disturbed" in texts(page)
    window.questions.answer()

    assert [run.number for run in page.plot.runs] == [1, 2]
    assert [run.regularized for run in page.plot.runs] == [False, True]
    split = few(digits).validation
    record = runs[0].record
    assert record is not None
    plain = (forward(record.parameters, split.inputs, "sigmoid").argmax(1) == split.labels).mean()
    assert page.plot.runs[0].accuracies[0] == pytest.approx(plain)
    assert page.table.rows == 2
    assert f"{100 * plain:.1f} %" in texts(page)
    assert "σ = 0.30:" in texts(page)
    assert "300 validation images" in texts(page)


def test_what_is_asked_of_each_disturbance_is_answered_of_two_runs(
    page: NoisePage, window: Window, runs: list[DrawnRun]
) -> None:
    page.show_runs(runs[:1])
    window.questions.answer()
    for key, question in (
        (Qt.Key.Key_2, "Which network withstands rotation better?"),
        (Qt.Key.Key_3, "Which network copes better when neurons fail?"),
        (Qt.Key.Key_1, "Which network withstands noise better?"),
    ):
        QTest.keyClick(page, key)
        window.questions.answer()
        assert (page.conclusion.text(), page.conclusion.is_answer) == (question, False)
    page.show_runs(runs)
    window.questions.answer()
    kept = [run.accuracies[page.plot._places.searchsorted(0.3)] / run.accuracies[0] for run in page.plot.runs]
    clear = abs(kept[0] - kept[1]) >= WORTH_SAYING
    assert page.conclusion.is_answer
    assert ("about equally" in page.conclusion.text()) == (not clear)
    for share in kept:
        assert f"{100 * share:.0f} %" in page.conclusion.text().replace("\N{NO-BREAK SPACE}", " ")
    page.view.sliders[Disturbance.NOISE].set_value(0)
    assert not page.conclusion.is_answer, "nothing is to be withstood"


def test_runs_that_differ_in_more_than_one_thing_are_not_judged(
    page: NoisePage, window: Window, runs: list[DrawnRun]
) -> None:
    Details.unfold_all(False)
    off, l2 = runs
    other = replace(l2.history.experiment, seed=7)
    unlike = replace(l2, history=RunHistory.restored(other, l2.history.rows, l2.history.kept()))
    page.show_runs([off, unlike])
    window.questions.answer()

    assert not page.conclusion.is_answer
    assert "Runs 1 and 2 differ in more than one thing" in texts(page)
    assert "seed 7" in texts(page)
    assert "σ = 0.30:" not in texts(page)


def test_each_network_is_measured_once(page: NoisePage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs[:1])
    window.questions.answer()
    page.show_runs(runs)
    window.questions.answer()
    page.show_runs(runs[1:])
    page.show_runs(runs)

    for kind in (NoiseQuestion, GradientQuestion):
        assert [len(question.networks) for question in window.questions.of(kind)] == [1, 1]


def test_keys_choose_what_is_disturbed(page: NoisePage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs)
    window.questions.answer()
    plain = page.plot.runs[0].accuracies[0]
    assert window.questions.of(TurnQuestion) == window.questions.of(NeuronsOffQuestion) == []

    QTest.keyClick(page, Qt.Key.Key_2)
    window.questions.answer()
    assert page.disturbance is Disturbance.ROTATION
    assert page.plot.runs[0].accuracies[12] == pytest.approx(plain), "not turned"
    assert not page.view.other_button.isEnabled()

    QTest.keyClick(page, Qt.Key.Key_3)
    window.questions.answer()
    assert page.plot.runs[0].accuracies[0] == pytest.approx(plain), "no neuron is off"
    assert "not scaled" in texts(page)

    QTest.keyClick(page, Qt.Key.Key_1)
    assert page.disturbance is Disturbance.NOISE
    assert len(page.plot.runs) == 2, "still known"


def test_the_slider_and_the_cursor_are_one(page: NoisePage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs)
    window.questions.answer()
    page.view.sliders[Disturbance.NOISE].set_value(0.52)
    assert page.value == 0.5, "the nearest that is measured"
    assert page.plot.value == page.view.sliders[Disturbance.NOISE].value() == 0.5

    page.plot.value_chosen.emit(0.0)
    assert "Undisturbed, run 1 recognizes" in texts(page)
    assert page.view.digit is not None
    assert np.array_equal(page.view.digit.image.ravel(), page.view.digit.split[:1].inputs[0])


def test_the_next_digit_and_other_noise(page: NoisePage, window: Window, runs: list[DrawnRun], qtbot: QtBot) -> None:
    page.show_runs(runs)
    window.questions.answer()
    assert page.view.digit is not None
    before = page.view.digit.image
    QTest.keyClick(page, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: page.view.digit is not None and page.view.digit.draw == 1)
    assert not np.array_equal(before, page.view.digit.image)
    assert page.view.digit.row == 0

    QTest.mouseClick(page.view.next_button, Qt.MouseButton.LeftButton)
    assert page.view.digit.row == 1
    assert f"Digit 2, correct: {page.view.digit.label}" in texts(page)


def test_outputs_are_those_of_the_disturbed_digit(page: NoisePage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs)
    window.questions.answer()
    digit, record = page.view.digit, runs[1].record
    assert digit is not None
    assert record is not None
    expected = forward(record.parameters, digit.image.reshape(1, -1), "sigmoid")[0]

    assert f"{expected.argmax()}: {expected.max():.2f}" in page.view.bars[1].accessibleDescription()
    assert f"2 L2: reads {expected.argmax()} " in texts(page)
    QTest.keyClick(page, Qt.Key.Key_3)
    page.view.sliders[Disturbance.OFF].set_value(90)
    assert "output changed by" in texts(page)


def test_what_failed_is_said_and_asked_again(page: NoisePage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs)
    window.questions.fail()
    assert "This could not be measured: no memory" in texts(page)
    page.show_runs([*runs])
    assert not window.questions.waiting

    page.hide()
    page.show()
    window.questions.answer()
    assert len(page.plot.runs) == 2


def test_a_run_that_goes_on_is_asked_about_the_digit_only(
    page: NoisePage, window: Window, runs: list[DrawnRun]
) -> None:
    page.show_runs([DrawnRun(runs[0].history, 1, "Off", live=True, selected=True)])
    window.questions.answer()

    assert "Run 1 is measured when it is over." in texts(page)
    assert "1 No regularization: reads " in texts(page)
    assert not window.questions.of(NoiseQuestion)


def test_hidden_runs_are_not_measured(page: NoisePage, window: Window) -> None:
    page.all_hidden = True
    page.show_runs([])
    window.questions.answer()

    assert "All runs are hidden" in texts(page)


def test_a_small_page_leaves_out_words_and_says_them_in_one_line(
    page: NoisePage, window: Window, runs: list[DrawnRun], rooms: Rooms
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    em = page.fontMetrics().height()
    rooms.give(page, 30 * em, 18 * em)

    assert not page.table.isVisible()
    assert "σ = 0.30:" in texts(page)
    assert [one.text() for one in page.findChildren(QRadioButton)] == ["Noise", "Rotation", "Neurons", "Line"]


def test_in_another_language_the_button_still_trains_what_is_chosen(page: NoisePage, other: Other) -> None:
    page.set_experiment(UNREGULARIZED.on(other.data_set))
    said = page.bar.button.toolTip()
    assert said.startswith(f"{UNREGULARIZED.on(other.data_set).data.training_images} images")
    language = Language()
    for code in ("cs", "en"):
        language.switch(code)
        QCoreApplication.processEvents()
        assert (page.bar.button.toolTip() == said) is (code == "en")


def test_a_lesson_opens_a_disturbance_by_saying_how_far_it_goes(
    page: NoisePage, window: Window, runs: list[DrawnRun]
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    page.set_setting("angle", -30)
    window.questions.answer()

    assert page.present_view == "rotation"
    assert (page.disturbance, page.value) == (Disturbance.ROTATION, -30.0)
    assert page.view.sliders[Disturbance.ROTATION].value() == -30.0
    assert page.view.digit is not None
    assert page.view.digit.value == -30.0

    page.set_setting("share", 0.3)
    assert page.view.sliders[Disturbance.OFF].value() == 30.0
