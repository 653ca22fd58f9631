"""The figures of runs, against what was made up, and against what the engine says of a small run."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.double_descent import LeastSquares, legendre_basis, line_error, line_points
from nnreg_gui.engine.events import Stopped
from nnreg_gui.engine.events import Tested as FinalTest
from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.overfitting import SIGNS, overfitting_signs
from nnreg_gui.engine.polynomials import fit, noisy_points
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.stopping import best_epoch, stop_epoch
from nnreg_gui.lessons.expressions import parse
from nnreg_gui.lessons.figures import FIGURES
from nnreg_gui.lessons.functions import OF_FITS, OF_RUNS
from nnreg_gui.lessons.known import Known, MissingError
from tests.fixture_types import Small, Trained
from tests.made_up_runs import made_up_run


def value(text: str, *histories: RunHistory) -> float:
    return parse(text, ["off"]).value(Known(runs={"off": histories}))


def made_up() -> RunHistory:
    """Make up a run whose validation accuracy is best at epoch 2, while its validation cost is lowest at epoch 4."""
    history = made_up_run(training_accuracy=[0.1, 0.6, 0.9, 1.0, 1.0], validation_accuracy=[0.1, 0.7, 0.85, 0.8, 0.8])
    history.add(FinalTest(0.79))
    return history


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("training", 1.0),
        ("validation", 0.8),
        ("gap", 0.2),
        ("best", 0.85),
        ("best_epoch", 2),
        ("test", 0.79),
        ("training_cost", 0.4),
        ("cost", 0.44),
        ("lowest_cost", 0.44),
        ("lowest_cost_epoch", 4),
        ("small", 16 / 1588),
        ("largest", 1.0),
        ("epochs", 4),
        ("parameters", 784 * 2 + 2 + 2 * 10 + 10),
        ("images", 100),
        ("perfect_epoch", 3),
    ],
)
def test_a_figure_is_what_the_run_recorded(figure: str, expected: float) -> None:
    assert value(f"off.{figure}", made_up()) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["sign1", "sign2", "sign3", "sign4", "overfits_by_cost", "overfits_by_accuracy"])
def test_a_sign_that_never_shows_has_no_epoch(name: str) -> None:
    assert math.isnan(value(f"off.{name}", made_up()))


def overfitting() -> RunHistory:
    """Make up a run that shows all signs: everything is learnt by epoch 40, and nothing gets better after epoch 20."""
    epochs = np.arange(101)
    training = np.minimum(1.0, 0.1 + epochs / 40)
    validation = np.minimum(0.8, 0.1 + 0.7 * epochs / 20)
    history = made_up_run(training_accuracy=training.tolist(), validation_accuracy=validation.tolist())
    history.rows["validation_cost"] = np.where(epochs < 20, 2 - epochs / 15, 0.7 + epochs / 100)
    return history


def test_signs_are_those_of_the_learning_page() -> None:
    history = overfitting()
    names = ("training_cost", "validation_cost", "training_accuracy", "validation_accuracy")
    signs = overfitting_signs(*(history.column(name) for name in names))  # type: ignore[arg-type]

    for place, sign in enumerate(SIGNS, 1):
        assert value(f"off.sign{place}", history) == signs.signs[sign].since[-1] > 0
    assert value("off.overfits_by_cost", history) == signs.starts_by_cost > 0
    assert value("off.overfits_by_accuracy", history) == signs.starts_by_accuracy > 0


def test_factors_follow_from_the_experiment(small: Small) -> None:
    made = made_up()
    history = RunHistory(small(images=105, batch_size=10, penalty="l2", lambda_=2.1, learning_rate=0.5))
    for record in made.kept():
        history.add(record)

    assert value("off.step_factor", history) == pytest.approx(0.99)
    assert value("off.epoch_factor", history) == pytest.approx(0.99**11), "ten mini-batches of ten, and one of five"
    assert value("off.images", history) == 105


def test_figures_belong_to_the_network_in_use() -> None:
    history = made_up()
    best = next(record for record in history.kept() if record.epoch == 2)
    history.add(Stopped(4, best, restored=True))

    assert value("off.validation", history) == 0.85
    assert value("off.training", history) == 0.9
    assert value("off.cost", history) == pytest.approx(2 / 3 + 0.02)
    assert value("off.epochs", history) == 4, "so many were trained"


def test_figures_of_several_seeds_are_means() -> None:
    other = made_up_run(training_accuracy=[0.2, 0.9], validation_accuracy=[0.2, 0.7])
    other.add(FinalTest(0.69))
    two = made_up(), other

    assert value("off.validation", *two) == pytest.approx(0.75)
    assert value("off.gap", *two) == pytest.approx(0.2)
    assert value("off.best_epoch", *two) == 1.5
    assert value("off.test", *two) == pytest.approx(0.74)


def test_every_figure_is_known_of_a_real_run(small: Small, trained: Trained) -> None:
    history = trained(small())
    for name in FIGURES:
        assert isinstance(value(f"off.{name}", history), float)
    assert value("off.validation", history) == history.column("validation_accuracy")[-1]
    assert value("off.test", history) == history.test_accuracy


def test_figures_of_wrong_labels_are_those_of_the_curves_where_there_are_any(small: Small, trained: Trained) -> None:
    honest = small(epochs=3)
    liar = trained(replace(honest, data=replace(honest.data, wrong_labels=0.3)))

    assert value("off.learnt", liar) == liar.column("wrong_labels_learnt")[-1]
    assert value("off.in_spite", liar) == liar.column("right_in_spite")[-1]
    assert math.isnan(value("off.learnt", trained(honest)))


def test_the_test_accuracy_is_missing_until_the_run_has_ended() -> None:
    with pytest.raises(MissingError):
        value("off.test", made_up_run())


# ----------------------------------------------------------------------------------------------------------- functions


def test_what_was_recorded_at_an_epoch() -> None:
    assert value("validation_at(off, 2)", made_up()) == 0.85
    assert value("training_at(off, 1)", made_up()) == 0.6
    assert value("training_cost_at(off, 3)", made_up()) == 0.5
    assert value("cost_at(off, 0)", made_up()) == 2
    assert value("cost_at(off, 99)", made_up()) == pytest.approx(0.44), "the last one"


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        ("accuracy, 2", StoppingSpec(rule="no_improvement", parameter=2, watch="accuracy")),
        ('"cost", 10', StoppingSpec(rule="no_improvement", parameter=10, watch="cost")),
        ("gl, 2", StoppingSpec(rule="gl", parameter=2)),
        ("pq, 0.1", StoppingSpec(rule="pq", parameter=0.1)),
        ("up, 2", StoppingSpec(rule="up", parameter=2)),
    ],
)
def test_a_rule_stops_where_the_stopping_page_says(arguments: str, rule: StoppingSpec) -> None:
    history = overfitting()
    costs, accuracies = history.column("validation_cost"), history.column("validation_accuracy")
    epoch = stop_epoch(rule, history.column("training_cost"), costs, accuracies)

    assert epoch is not None
    assert value(f"stopped_at(off, {arguments})", history) == epoch
    restored = accuracies[best_epoch(rule, costs, accuracies, until=epoch)]
    assert value(f"stopped_accuracy(off, {arguments})", history) == restored


def test_a_rule_that_does_not_stop_leaves_the_last_network() -> None:
    assert value("stopped_at(off, accuracy, 50)", made_up()) == 4
    assert value("stopped_accuracy(off, accuracy, 50)", made_up()) == 0.8


def test_fits_are_those_of_the_fitting_page() -> None:
    points, new = noisy_points(10, 1.0, 1), noisy_points(100, 1.0, 1, held_out=True)
    wild = fit(points, 9)

    assert value("line_at(14)") == pytest.approx(float(fit(points, 1)(14)))
    assert value("polynomial_at(12, 9)") == pytest.approx(float(wild(12)))
    assert value("fit_error(9)") == pytest.approx(0, abs=1e-9), "it goes through all points"
    assert value("fit_error(1)") == pytest.approx(points.error(fit(points, 1)))
    assert value("new_error(9)") == pytest.approx(new.error(wild))
    assert value("moved(9, 5, 9)") > value("moved(1, 5, 9)") > 0
    assert math.isfinite(value("new_error(1000)"))
    assert not math.isfinite(value("polynomial_at(100, 1000)")), "beyond all numbers, without a warning"
    assert math.isfinite(value("moved(200, -100, -1000)"))
    with pytest.raises(Problem, match="0…200"):
        value("moved(1000, -100, -1000)")  # which no computer can fit


def test_errors_past_the_peak_are_those_of_its_page() -> None:
    points = line_points(15, 1)
    wild = LeastSquares.of(legendre_basis(points.x, 14), points.y)

    assert value("min_norm_error(14)") == pytest.approx(line_error(wild.fit()))
    assert value("min_norm_error(500)") == pytest.approx(0.36, abs=0.005)
    assert value("descent_error(14, 100)") == pytest.approx(line_error(wild.descended(100)))


def test_functions_and_figures_have_different_names() -> None:
    names: Sequence[str] = [*FIGURES, *OF_RUNS, *OF_FITS]
    assert len(set(names)) == len(names)
