"""All sixes and nines, at every angle."""

from dataclasses import replace
from html import unescape

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import NINE, SIX
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.pages.rotation.all_digits_view import AllDigitsView, called_shares
from nnreg_gui.pages.rotation.rotation_curves import RotationCurves
from nnreg_gui.pages.rotation.rotation_measurements import ANGLES, rotation_measurements
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.conclusion import Conclusion
from tests.pages.answering import Answering
from tests.pages.rotation.rotation_material import Small, Trained, few, going_on, over, recorded


@pytest.fixture
def questions(digits: Digits) -> Answering:
    return Answering(few(digits))


@pytest.fixture
def measurements(questions: Answering) -> PerNetwork[np.ndarray]:
    return rotation_measurements(questions)


@pytest.fixture
def view(measurements: PerNetwork[np.ndarray], qtbot: QtBot) -> AllDigitsView:
    view = AllDigitsView(measurements, Conclusion())
    qtbot.addWidget(view)
    view.resize(900, 350)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def history(small: Small, trained: Trained) -> RunHistory:
    return trained(small(epochs=2))


def _measure(view: AllDigitsView, measurements: PerNetwork[np.ndarray], questions: Answering) -> None:
    measurements.want(view.networks())
    questions.answer()


def _curves(plot: RotationCurves) -> list[Curve]:
    return [item for item in plot.view.childGroup.childItems() if type(item) is Curve and item.isVisible()]


def _texts(view: AllDigitsView) -> str:
    return unescape("\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible()))


def test_runs_that_are_over_are_drawn_when_they_are_measured(
    view: AllDigitsView,
    measurements: PerNetwork[np.ndarray],
    questions: Answering,
    history: RunHistory,
    digits: Digits,
) -> None:
    assert "as soon as it is over" in _texts(view)
    runs = [over(recorded(history.experiment, history), number) for number in (1, 2)]
    live = going_on(recorded(history.experiment, history), 3)
    view.show_runs([*runs, live])
    assert "are being turned" in _texts(view)
    assert len(view.networks()) == 2

    _measure(view, measurements, questions)
    assert len(_curves(view.sixes)) == len(_curves(view.nines)) == 6
    labels = few(digits).validation.labels
    for digit, word in ((SIX, "sixes"), (NINE, "nines")):
        assert f"{(labels == digit).sum()} {word}" in _texts(view)
    for number in (1, 2):
        assert f"Run {number}: No regularization" in _texts(view)
    assert "Run 3" not in _texts(view)


def test_of_many_runs_three_are_drawn_and_it_says_which(
    view: AllDigitsView, measurements: PerNetwork[np.ndarray], questions: Answering, history: RunHistory
) -> None:
    runs = [over(recorded(history.experiment, history), number) for number in range(1, 9)]
    runs[1], runs[3] = replace(runs[1], selected=True), replace(runs[3], baseline=True)
    view.show_runs(runs)

    assert len(view.networks()) == 3
    _measure(view, measurements, questions)
    drawn = [number for number in range(1, 9) if f"Run {number}" in _texts(view)]
    assert drawn == [2, 4, 8]
    assert "3 of 8 runs: the selected one, the baseline, the newest" in _texts(view)


def test_of_a_class_without_validation_digits_nothing_is_drawn_or_said(
    qtbot: QtBot, digits: Digits, history: RunHistory
) -> None:
    validation = few(digits).validation
    some = replace(digits, validation=validation[np.flatnonzero(validation.labels != SIX)])
    questions = Answering(some)
    measurements = rotation_measurements(questions)
    conclusion = Conclusion()
    view = AllDigitsView(measurements, conclusion)
    qtbot.addWidget(view)
    view.show()
    view.show_runs([over(history, selected=True)])
    _measure(view, measurements, questions)

    assert not _curves(view.sixes)
    assert len(_curves(view.nines)) == 3
    assert not conclusion.is_answer


def test_it_says_how_far_the_measuring_is(
    view: AllDigitsView, measurements: PerNetwork[np.ndarray], questions: Answering, history: RunHistory
) -> None:
    bar = view.findChild(QProgressBar)
    assert not bar.isVisible()

    view.show_runs([over(history)])
    measurements.want(view.networks())
    questions.replies[0].progressed.emit(0.5)
    assert bar.isVisible()
    assert bar.value() == bar.maximum() // 2

    questions.fail(Problem("The measuring ended."))
    assert not bar.isVisible()
    assert "could not be measured: The measuring ended." in _texts(view)


def test_pointing_at_one_plot_tells_the_shares_in_both(
    view: AllDigitsView, measurements: PerNetwork[np.ndarray], questions: Answering, history: RunHistory
) -> None:
    view.show_runs([over(history, 5)])
    _measure(view, measurements, questions)
    view.sixes.angle_hovered.emit(88.0)

    counts = measurements.of(network_of(over(history)))
    assert counts is not None
    for place, plot in enumerate((view.sixes, view.nines)):
        shares = called_shares(counts[place])[:, ANGLES.index(90)]
        text = plot.findChild(ValuesLabel).text()
        assert plot.findChild(ValuesLabel).isVisible()
        for share in shares:
            assert f"{100 * share:.1f}" in text
    view.nines.angle_hovered.emit(None)
    assert not view.sixes.findChild(ValuesLabel).isVisible()


def test_shares_are_of_all_digits_and_add_up_to_one() -> None:
    counts = np.zeros((2, 10), np.int64)
    counts[0, [SIX, NINE, 4]] = 5, 3, 2

    shares = called_shares(counts)
    assert shares[:, 0] == pytest.approx([0.5, 0.3, 0.2])
    assert shares.shape == (3, 2)
    assert np.isfinite(shares).all()


def test_a_low_view_says_less(
    view: AllDigitsView, measurements: PerNetwork[np.ndarray], questions: Answering, history: RunHistory
) -> None:
    view.show_runs([over(history, 1)])
    _measure(view, measurements, questions)
    view.resize(900, 10 * view.fontMetrics().height())

    assert "name 1" not in _texts(view)
    assert "Run 1" in _texts(view)


def test_first_it_is_asked_then_said_what_turned_sixes_are_read_as(
    view: AllDigitsView, measurements: PerNetwork[np.ndarray], questions: Answering, history: RunHistory
) -> None:
    runs = [over(recorded(history.experiment, history), number, selected=number == 2) for number in (1, 2)]
    view.show_runs(runs)
    assert view._conclusion.text() == "What are turned sixes read as?"
    assert not view._conclusion.is_answer
    _measure(view, measurements, questions)

    assert view._conclusion.text().startswith("Run 2 re")
    assert view._conclusion.is_answer
