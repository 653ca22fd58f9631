"""Conclusions about dropout, from numbers for which they hold and for which they do not."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.dropout.sentences import conclude_many, conclude_robust
from nnreg_gui.widgets.conclusion import Conclusion


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


def _plain(conclusion: Conclusion) -> str:
    assert conclusion.is_answer
    return conclusion.text().replace("\N{NO-BREAK SPACE}", " ")


def test_thinned_networks_are_better_together_only_if_they_are(conclusion: Conclusion) -> None:
    alone = [0.46, 0.48, 0.50, 0.48]
    for together, said in (
        (0.87, "One thinned network recognizes 48.0 %, 4 of them together 87.0 %."),
        (0.485, "Together, 4 thinned networks are no better (48.5 %) than one (48.0 %)."),
        (0.20, "One thinned network is better, 48.0 %, than 4 of them together: 20.0 %."),
    ):
        conclude_many(conclusion, np.array([*alone, together, 0.9]))
        assert _plain(conclusion) == said


def test_dropout_makes_robust_only_if_clearly_less_is_lost(conclusion: Conclusion) -> None:
    def losing(points: float) -> np.ndarray:
        found = np.full((10, 3), 0.9)
        found[3] -= points / 100
        return found

    for without, with_it, said in (
        (20.0, 3.0, "More robust with dropout: losing 30 % of neurons costs 3.0 points, not 20.0."),
        (3.0, 20.0, "Less robust with dropout: losing 30 % of neurons costs 20.0 points, not 3.0."),
        (10.0, 9.0, "Not clearly more robust with dropout: losing 30 % of neurons costs 9.0 points, without 10.0."),
    ):
        conclude_robust(conclusion, (losing(without), losing(with_it)))
        assert _plain(conclusion) == said
