"""Which figure in the table is the best."""

import pytest

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.spread import Spread
from nnreg_gui.pages.runs.settings_table import SETTING_ROWS, SETTINGS, RunColumn, row_titles, table_rows

pytestmark = pytest.mark.usefixtures("qapp")


def _best(title: str, name: str, *figures: Spread) -> list[bool]:
    """Return which run has the star in a row of made-up figures."""
    columns = [RunColumn() for _ in figures]
    for column, figure in zip(columns, figures, strict=True):
        column.settings, column.figures = [""] * SETTING_ROWS, {name: figure}
    return [cell.best for cell in table_rows(columns, None)[row_titles().index(title)]]


def test_of_single_runs_the_best_number_has_the_star() -> None:
    assert _best("Validation accuracy", "validation_accuracy", Spread(0.88, 0), Spread(0.881, 0)) == [False, True]
    assert _best("Gap (points)", "gap", Spread(0.1, 0), Spread(0.2, 0)) == [True, False]


def test_of_repeats_there_is_a_star_only_beyond_what_seeds_explain() -> None:
    # Five seeds each, deviation 0.004: 2.31 · 0.004 · √(2/5) is 0.58 points.
    first = Spread(0.88, 0.004, 5)
    assert _best("Validation accuracy", "validation_accuracy", first, Spread(0.887, 0.004, 5)) == [False, True]
    assert _best("Validation accuracy", "validation_accuracy", first, Spread(0.884, 0.004, 5)) == [False, False]
    assert _best("Gap (points)", "gap", Spread(0.1, 0.004, 5), Spread(0.104, 0.004, 5)) == [False, False]
    assert _best("Gap (points)", "gap", Spread(0.1, 0.004, 5), Spread(0.107, 0.004, 5)) == [True, False]


def test_an_elastic_net_stands_there_with_its_share_of_l1() -> None:
    spec = RegularizationSpec(penalty="elastic_net", lambda_=0.1, l1_ratio=0.8)

    assert SETTINGS["penalty"](Experiment(regularization=spec)) == "Elastic net, L1 share 0.8"
    assert SETTINGS["lambda"](Experiment(regularization=spec)) == "0.1"
    assert SETTINGS["penalty"](Experiment(regularization=RegularizationSpec(l1_ratio=0.8))) == "Off"
