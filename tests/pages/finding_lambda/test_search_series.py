"""Results as series."""

from dataclasses import replace

import pytest

from nnreg_gui.engine.experiment import RegularizationSpec
from nnreg_gui.engine.searches.grids import (
    GridSearch,
    PointSummary,
    lambda_search,
    rate_search,
    sizes_search,
    summarize,
)
from nnreg_gui.pages.finding_lambda.search_series import lambda_series, rate_series, size_series
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS
from nnreg_gui.plots.curve import Line
from tests.pages.finding_lambda.search_material import Small, by_rule

pytestmark = pytest.mark.usefixtures("qapp")


def _found(grid: GridSearch) -> tuple[PointSummary, ...]:
    return summarize(grid, {place: by_rule(one) for place, one in enumerate(grid.search.experiments)})


def test_penalties_differ_in_line_marker_and_colour(small: Small) -> None:
    grid = lambda_search(small(), lambdas=(0.0, 0.1, 1.0), seeds=(1,), penalties=("l2", "l1", "elastic_net"))
    series = l2, l1, net, off = lambda_series(_found(grid))

    assert [one.name for one in series] == ["L2", "L1", "Elastic net", ""]
    assert (l2.line, l1.line, net.line) == (Line.SOLID, Line.DASHED, Line.DOTTED)
    assert len({one.marker for one in series}) == len({one.colour for one in series}) == 4
    assert [one.colour for one in series] == ["l2", "l1", "elastic_net", "none"], "as on every page"
    assert [point.value for point in l2.points] == [0.1, 1.0]
    assert [point.value for point in off.points] == [0.0]
    assert l2.points[0].key == grid.points[1]
    assert l2.points[0].remark == "epoch 1"


def test_the_points_of_a_penalty_that_is_new_are_drawn_too(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PENALTY_ROWS, "new", replace(PENALTY_ROWS["l1"], title=lambda: "new", line="DOTTED"))
    grid = lambda_search(small(), lambdas=(0.1, 1.0), seeds=(1,))
    found = [replace(one, point=replace(one.point, penalty="new")) for one in _found(grid)]
    [series] = lambda_series(found)

    assert (series.name, series.line) == ("New", Line.DOTTED)
    assert [point.value for point in series.points] == [0.1, 1.0]


def test_crossed_series_say_with_what(small: Small) -> None:
    grid = lambda_search(small(), lambdas=(0.0, 1.0), seeds=(1,), dropouts=(0.0, 0.5))
    names = [one.name for one in lambda_series(_found(grid))]
    assert names == ["L2, p 0", "p 0", "L2, p 0.5", "p 0.5"]

    grid = lambda_search(small(), lambdas=(1.0,), seeds=(1,), sizes=(50, 2_000))
    series = lambda_series(_found(grid))
    assert [one.name for one in series] == ["L2, n 50", "L2, n 2,000"]
    assert len({(one.colour, one.marker) for one in series}) == 2


def test_rates_are_one_series(small: Small) -> None:
    [series] = rate_series(_found(rate_search(small(), rates=(1.0, 0.1), seeds=(1,))))

    assert [point.value for point in series.points] == [0.1, 1.0]
    assert rate_series(()) == []


def test_sizes_are_two_series_with_their_epochs(small: Small) -> None:
    base = small(epochs=9, penalty="l2", lambda_=0.1)
    assert base.regularization == RegularizationSpec(penalty="l2", lambda_=0.1)
    grid = sizes_search(base, sizes=(100, 200), seeds=(1,))
    on, off = size_series(_found(grid), "L2", "without", lambda point: 9)

    assert (on.name, off.name) == ("L2", "without")
    assert (on.colour, off.colour) == ("l2", "none")
    assert [point.value for point in on.points] == [100, 200]
    assert off.points[0].remark == "9 epochs"
