"""Conclusions about pruned networks, from accuracies for which they hold and for which they do not."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.pruning.sentences import Figures, conclude, extremes, harmless_text
from nnreg_gui.widgets.conclusion import Conclusion


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


def _figures(number: int, name: str, lost: float, *, exact: bool = True) -> Figures:
    """Return the figures of a run that loses this much from 50 % on."""
    accuracies = np.full(100, 0.85)
    accuracies[50:] -= lost
    return Figures(number, name, accuracies, exact)


def test_the_one_that_loses_clearly_less_withstands_it_better(conclusion: Conclusion) -> None:
    off, l2, l1 = _figures(1, "Off", 0.179), _figures(2, "L2", 0.01), _figures(3, "L1", -0.001)
    for figures, said in (
        ([off, l2, l1], "Run 3 (L1) withstands pruning 80 % better than run 1: +0.1 points, not −17.9."),
        ([l1, off], "Run 3 (L1) withstands pruning 80 % better than run 1: +0.1 points, not −17.9."),
        ([l2, l1], "All runs withstand pruning 80 % about equally: −1.0 to +0.1 points."),
        ([off], "Without 80 % of its weights, run 1 recognizes 67.1 %, not 85.0 %."),
        ([_figures(1, "Off", 0.0)], "Without 80 % of its weights, run 1 still recognizes 85.0 %."),
        ([l2, _figures(3, "L1", 0.01)], "All runs withstand pruning 80 % about equally: −1.0 to −1.0 points."),
    ):
        conclude(conclusion, extremes(figures, 0.8), 0.8)
        assert conclusion.is_answer
        assert conclusion.text().replace("\N{NO-BREAK SPACE}", " ") == said


def test_what_is_not_measured_is_asked(conclusion: Conclusion) -> None:
    off = _figures(1, "Off", 0.179)
    assert extremes([], 0.8) is None
    assert extremes([off], 0.0) is None
    assert extremes([off, _figures(2, "L2", 0.01, exact=False)], 0.8) is None
    conclude(conclusion, None, 0.8)
    assert (conclusion.text(), conclusion.is_answer) == ("How many weights can be taken away?", False)


def test_where_few_images_were_measured_on_more_than_a_point_may_be_chance() -> None:
    l2 = _figures(2, "L2", 0.03)

    assert harmless_text([l2]).replace("\N{NO-BREAK SPACE}", " ") == "At most one point is lost up to: run 2 49 %."
    said = harmless_text([l2], images=400).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "With 400 images, a loss of 5.0 points may be chance; no more is lost up to: run 2 99 %."
