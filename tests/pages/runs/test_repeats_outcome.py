"""The sentence about repeats."""

from collections.abc import Callable
from statistics import fmean, stdev

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.runs.repeats_outcome import repeats_outcome_text


def test_it_says_means_and_standard_deviations(
    qapp: object, small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]
) -> None:
    histories = [trained(small(epochs=2, seed=seed)) for seed in (1, 2, 3)]
    accuracies = [100 * float(history.column("validation_accuracy")[-1]) for history in histories]
    said = repeats_outcome_text(histories).replace("\N{NO-BREAK SPACE}", " ")

    assert said.startswith("Means of 3 seeds: training ")
    assert f"validation {fmean(accuracies):.1f} ± {stdev(accuracies):.1f} %" in said
    assert "Test accuracy" in said
    assert "epochs long" not in said


def test_it_says_where_means_of_runs_that_were_stopped_end(
    qapp: object, small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]
) -> None:
    histories = [trained(small(epochs=epochs, seed=epochs)) for epochs in (4, 2, 3)]

    assert repeats_outcome_text(histories).endswith(
        "They are 2 to 4 epochs long: the mean curves end with the shortest, at epoch 2."
    )
