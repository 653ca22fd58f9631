"""A penalty that nobody foresaw takes one row in the engine and one in the window, and nothing else."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.calls import Call, Planned
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.penalties import PENALTIES, Penalty
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.training import train
from nnreg_gui.pages.finding_lambda.lambda_view import LambdaView
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.panels.experiment_text import run_names
from nnreg_gui.panels.formulas import formula, large_formulas
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS, PenaltyRow
from nnreg_gui.plots.curve import Line
from nnreg_gui.widgets.conclusion import Conclusion
from tests.fixture_types import Small
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import by_rule, press, shown


def _total(weights: np.ndarray) -> float:
    return float((weights.astype(float) ** 4).sum()) / 4


@Planned
def _shrink(weights: np.ndarray, step: float, scratch: np.ndarray) -> Iterator[Call]:
    """Shrink the weights: w → w − (ηλ/n) w³."""
    yield partial(np.power, weights, 3, scratch)
    yield partial(np.multiply, scratch, np.array(step, weights.dtype), scratch)
    yield partial(np.subtract, weights, scratch, weights)


@pytest.fixture(autouse=True)
def plugged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add L4, which would have its own drawings in a program, and borrows those of L1 here."""
    monkeypatch.setitem(PENALTIES, "l4", Penalty(_total, _shrink, PENALTIES["l2"].refused))
    row = PenaltyRow(
        title=lambda: "L4",
        help=lambda: "Large weights above all",
        command=lambda: "L4 penalty",
        command_help=lambda: "Switch L4 on",
        line="DOTTED",
        drawings="l1",
        amount="amount",
        numbers=lambda spec, step: f"cubed with {step:g}",
    )
    monkeypatch.setitem(PENALTY_ROWS, "l4", row)


def _segment(part: QWidget, text: str) -> QRadioButton:
    return next(one for one in part.findChildren(QRadioButton) if one.text() == text)


def test_it_stands_in_the_panel_with_its_formula_and_numbers(qtbot: QtBot) -> None:
    panel = ExperimentPanel()
    shown(qtbot, panel, 400, 600)
    assert _segment(panel, "L4").toolTip() == "Large weights above all"
    press(qtbot, _segment(panel, "L4"))

    experiment = panel.value()
    assert experiment.regularization == RegularizationSpec(penalty="l4", lambda_=0.1)
    assert "cubed with 5e-05" in [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert large_formulas(experiment)[0][0][1].svg == formula("term_l1")
    assert run_names([experiment]) == ["L4 λ 0.1"]
    panel.set_value(Experiment())
    panel.set_value(experiment)
    assert panel.value() == Experiment.from_json(experiment.to_json()) == experiment


def test_it_trains(digits: Digits, small: Small) -> None:
    largest = []
    for lambda_ in (0.0, 1.0):
        experiment = small(epochs=3, penalty="l4", lambda_=lambda_)
        *_, last = (event for event in train(experiment, digits) if isinstance(event, EpochRecord))
        largest.append(max(layer.largest for layer in last.layers))
        assert last.penalty == pytest.approx(lambda_ / 100 * sum(_total(w) for w in last.parameters.weights))

    assert largest[1] < 0.9 * largest[0]
    with pytest.raises(ExperimentError, match="ηλ/n = 5"):
        small(penalty="l4", lambda_=1_000.0)


def test_finding_lambda_searches_and_draws_it(small: Small, qtbot: QtBot) -> None:
    searching = Searching(train=by_rule)
    view = LambdaView(GridTrial(searching, "finding_lambda"), Conclusion())
    view.set_experiment(small(epochs=1))
    shown(qtbot, view)
    view.choices.high.setValue(1)
    view.choices.count.setValue(2)
    view.choices.seeds.setValue(1)
    for choice, names in (("L4", ["L4", ""]), ("All", ["L2", "L1", "Elastic net", "L4", ""])):
        press(qtbot, _segment(view, choice))
        press(qtbot, view.bar.button)
        searching.train_all()
        assert [series.name for series in view.plot._series] == names
        l4 = view.plot._series[-2]
        assert (l4.line, [point.value for point in l4.points]) == (Line.DOTTED, [0.01, 1.0])

    assert [name for _, name in view.plot.legend._entries] == ["L2", "L1", "Elastic net", "L4"]
    searching.end()
