"""Networks of all sizes on training sets of all sizes: which ones, and their results."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.searches.parameter_grid import QUICK, WHOLE, Cell, GridPlan, parameter_grid, summarize
from nnreg_gui.engine.searches.search_jobs import job_cost
from tests.fixture_types import Small, Trained


def test_the_lectures_networks_have_the_lectures_parameters() -> None:
    assert Cell(50_000, 100).parameters == 79_510
    assert Cell(50_000, 30).parameters == 23_860
    assert Cell(50_000, 100).parameters_per_image == pytest.approx(1.59, abs=0.005)
    assert Cell(100, 1).parameters == 795 + 10


@pytest.mark.parametrize("plan", [QUICK, WHOLE])
def test_no_network_sees_more_images_than_it_should(plan: GridPlan) -> None:
    grid = parameter_grid(plan)

    assert set(grid.cells) == set(plan.cells)
    assert {cell.hidden for cell in grid.cells} == {1, 3, 10, 30, 100, 300}
    assert {cell.training_images for cell in grid.cells} >= {100, 50_000}
    for cell, experiment in zip(grid.cells, grid.search.experiments, strict=True):
        assert experiment == plan.experiment(cell)
        assert experiment.network.hidden == (cell.hidden,)
        assert experiment.data.training_images == cell.training_images
        assert experiment.training.epochs * cell.training_images <= plan.most_seen
        assert 2 <= experiment.training.epochs <= plan.most_epochs


def test_the_quickest_cells_are_trained_first() -> None:
    grid = parameter_grid(QUICK)
    costs = [job_cost(experiment) for experiment in grid.search.experiments]

    assert grid.search.in_order
    assert costs == sorted(costs)
    assert grid.cells[0] == Cell(100, 1)
    assert grid.cells[-1].hidden == 300


def test_cells_differ_in_nothing_but_size_epochs_and_lambda() -> None:
    plan = replace(QUICK, penalized=True)

    assert len({replace(one, data=QUICK.experiment(Cell(100, 1)).data) for one in _alike(QUICK)}) == 1
    assert {one.regularization for one in _alike(QUICK)} == {RegularizationSpec()}
    for experiment in parameter_grid(plan).search.experiments:
        spec = experiment.regularization
        assert spec.penalty == "l2"
        assert spec.lambda_ / experiment.data.training_images == pytest.approx(0.0001)


def _alike(plan: GridPlan) -> list[Experiment]:
    """Return a plan's experiments as if all had the same h and the same number of epochs."""
    one = plan.experiment(plan.cells[0])
    return [
        replace(experiment, network=one.network, training=one.training)
        for experiment in parameter_grid(plan).search.experiments
    ]


def test_epochs_are_at_least_one() -> None:
    assert replace(QUICK, most_seen=10).epochs(50_000) == 1
    assert QUICK.epochs(100) == QUICK.most_epochs
    assert WHOLE.epochs(50_000) == 30


def test_a_cell_is_told_by_its_best_epoch(small: Small, trained: Trained) -> None:
    history = trained(small(epochs=5))
    validation, training = history.column("validation_accuracy"), history.column("training_accuracy")
    best = int(np.argmax(validation))
    one = summarize(Cell(100, 5), history)

    assert (one.best_epoch, one.epochs) == (best, 5)
    assert one.validation_accuracy == validation.max()
    assert one.training_accuracy == training[best]
    assert one.gap == pytest.approx(training[best] - validation[best])
