"""What a map shows as a whole, from numbers for which it holds and for which it does not."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.searches.parameter_grid import QUICK, Cell, CellSummary
from nnreg_gui.pages.parameters.parameter_conclusions import conclude
from nnreg_gui.pages.parameters.quantities import GAP, TRAINING, VALIDATION
from nnreg_gui.widgets.conclusion import Conclusion


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


def _rows(validation: dict[int, list[float]], training: float = 1.0, epochs: int = 60) -> dict[Cell, CellSummary]:
    """Make up the cells of some rows, by n; the training accuracy is for networks with many parameters."""
    found = {}
    for n, accuracies in validation.items():
        for h, accuracy in zip(QUICK.hidden, accuracies, strict=False):
            cell = Cell(n, h)
            known = training if cell.parameters_per_image > 1 else 0.9
            found[cell] = CellSummary(cell, epochs, epochs, accuracy, known, accuracy, known)
    return found


RISING, FALLING = [0.3, 0.5, 0.7, 0.75, 0.8, 0.795], [0.3, 0.5, 0.7, 0.75, 0.8, 0.75]


def _said(conclusion: Conclusion, quantity: str, found: dict[Cell, CellSummary]) -> str:
    conclude(conclusion, quantity, QUICK, found, Cell(100, 30))
    return conclusion.text().replace("\N{NO-BREAK SPACE}", " ") if conclusion.is_answer else ""


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({100: RISING, 1_000: RISING}, "Not even 2,385 parameters per image hurt here, without any penalty."),
        ({100: RISING, 1_000: FALLING}, "Too many parameters hurt for 1 of 2 sizes n: by up to 5.0 points."),
        ({100: RISING[:5]}, ""),
        ({}, ""),
    ],
)
def test_it_hurts_where_the_largest_network_is_clearly_behind(
    conclusion: Conclusion, rows: dict[int, list[float]], said: str
) -> None:
    assert _said(conclusion, VALIDATION, _rows(rows)) == said


def test_a_penalty_is_named(conclusion: Conclusion) -> None:
    conclude(conclusion, VALIDATION, replace(QUICK, penalized=True), _rows({100: RISING}), Cell(100, 30))
    assert conclusion.text() == "With L2, not even 2,385 parameters per image hurt here."


def test_rows_that_are_hardly_trained_answer_nothing(conclusion: Conclusion) -> None:
    found = _rows({50_000: RISING}, epochs=2)
    for quantity in (VALIDATION, TRAINING, GAP):
        assert _said(conclusion, quantity, found) == ""


def test_images_are_known_by_heart_more_or_less_often(conclusion: Conclusion) -> None:
    rows = {10_000: RISING}
    assert _said(conclusion, TRAINING, _rows(rows)) == (
        "3 of 3 networks with more parameters than images know 99 % of these."
    )
    assert _said(conclusion, TRAINING, _rows(rows, training=0.9)) == (
        "More parameters than images: 0 of 3 networks know 99 % of these, others 0 of 3."
    )


def test_the_gap_grows_or_does_not(conclusion: Conclusion) -> None:
    grows = {cell: replace(one, training_accuracy=0.99) for cell, one in _rows({100: FALLING[::-1]}).items()}
    assert _said(conclusion, GAP, grows) == (
        "With more parameters, the gap grows for 1 of 1 sizes n: by up to 45.0 points."
    )
    shrinks = {cell: replace(one, training_accuracy=0.99) for cell, one in _rows({100: RISING}).items()}
    assert _said(conclusion, GAP, shrinks) == "With more parameters, the gap grows for none of 1 sizes n."
