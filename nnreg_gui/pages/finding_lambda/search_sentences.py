"""What is said about a search: what it was measured on, what is best, and what has no result."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.searches.grids import GridPoint, GridSearch, PointSummary, as_good_as, best_of
from nnreg_gui.engine.spread import Spread, clearly_above
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.pages.run_figures import signed_points
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.panels.augmentation_text import augmentation_text
from nnreg_gui.panels.experiment_text import (
    activation_text,
    architecture_text,
    capitalized,
    cost_text,
    images_text,
    initial_weights_text,
    l1_share_text,
    penalty_name,
    penalty_text,
)
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

translate = QCoreApplication.translate


def point_text(point: GridPoint, crossed: str = "") -> str:
    """Return the name of a point of a search for λ: “no penalty”, “L2 λ = 0.3”, “L2 λ = 0.3, p 0.5”.

    Args:
        point: the one to name.
        crossed: "dropout" or "sizes" if λ was crossed with these.
    """
    name = translate("SearchSentences", "no penalty")
    if point.penalty != "none":
        name = f"{penalty_text(point.penalty)} λ = {significant_text(point.lambda_, 3)}"
    if crossed == "dropout":
        return f"{name}, p {significant_text(point.dropout)}"
    return f"{name}, n {whole_text(point.training_images)}" if crossed else name


def spread_text(accuracy: Spread, seeds: int = 2) -> str:
    """Return mean and spread in percent: “88.1 % ± 0.4”; for a single seed, only the mean."""
    mean = percent_text(accuracy.mean)
    return f"{mean} ± {number_text(100 * accuracy.spread, 1)}" if seeds > 1 else mean


def best_text(best: PointSummary, crossed: str = "") -> str:
    """Return the label of the best point in the picture: “best: L2 λ = 0.3, 88.1 % ± 0.4”."""
    text = translate("SearchSentences", "best: {0}, {1}")
    return text.format(point_text(best.point, crossed), spread_text(best.validation_accuracy, best.seeds))


def lambda_conclusion(summaries: Sequence[PointSummary], crossed: str = "") -> str:
    """Say whether a penalty helps, and with which λ, by all results; "" if there are none.

    It helps if it is better than none by more than seeds explain; if several λ may be as good, their range is named.
    """
    best = _telling(summaries)
    if best is None:
        return ""
    off = without_penalty(best, summaries)
    if off is best:
        return translate("SearchSentences", "No λ helps here: without a penalty the network is best.")
    name, gain = point_text(best.point, crossed), ""
    if off is not None:
        gain = signed_points(best.validation_accuracy.mean - off.validation_accuracy.mean)
    if off is None:
        text = translate("SearchSentences", "{0} is best, but no run without a penalty is there.")
    elif best.seeds + off.seeds == 2:
        text = translate("SearchSentences", "With one seed each, {0} comes out best: {1} points.")
    elif not _clearly_helps(best, off):
        text = translate("SearchSentences", "No λ clearly helps: the best is {0}, {1} points.")
    else:
        low, high = as_good_as(best, summaries)
        if low < high:
            text = translate("SearchSentences", "{0} helps, best with λ from {1} to {2}.")
            return text.format(penalty_name(best.point.penalty), significant_text(low, 3), significant_text(high, 3))
        text = translate("SearchSentences", "{0} helps: {1} points against no penalty.")
    return capitalized(text.format(name, gain))


def _telling(summaries: Sequence[PointSummary]) -> PointSummary | None:
    """Return the best point; if no λ clearly helps there, the best of those where one does, if there are any."""
    best = best_of(summaries)
    helped = [one for one in summaries if _clearly_helps(one, without_penalty(one, summaries))]
    return best if best in helped else best_of(helped) or best


def _clearly_helps(one: PointSummary, off: PointSummary | None) -> bool:
    return off is not None and clearly_above(one.validation_accuracy, off.validation_accuracy)


def without_penalty(best: PointSummary, summaries: Sequence[PointSummary]) -> PointSummary | None:
    """Return the result without a penalty, otherwise as at the best point; None if that is not known."""
    same = best.point.dropout, best.point.training_images
    return next(
        (
            one
            for one in summaries
            if one.point.penalty == "none" and (one.point.dropout, one.point.training_images) == same
        ),
        None,
    )


def doubt_text(best: PointSummary, summaries: Sequence[PointSummary], name: str = "lambda_") -> str:
    """Say which other values may be as good as the best one; "" if there are none.

    Args:
        best, summaries: what was found.
        name: "lambda_" or "learning_rate".
    """
    if all(one.seeds == 1 for one in summaries):
        return translate("SearchSentences", "One seed each does not tell neighbours apart.")
    low, high = as_good_as(best, summaries, name)
    if low == high:
        return ""
    text = translate("SearchSentences", "Within one standard error of it: {0} from {1} to {2}.")
    return text.format("λ" if name == "lambda_" else "η", significant_text(low, 3), significant_text(high, 3))


def measured_text(grid: GridSearch, *, images: str = "", epochs: str = "") -> str:
    """Say what a search was measured on; `images` and `epochs` replace the numbers of the first experiment."""
    first = grid.search.experiments[0]
    parts = [images or images_text(first.data.training_images)]
    parts.append(epochs or translate("SearchSentences", "{0} epochs").format(whole_text(first.training.epochs)))
    seeds = sorted({one.seed for one in grid.search.experiments})
    if len(seeds) > 1:
        parts.append(translate("SearchSentences", "seeds {0} to {1}").format(seeds[0], seeds[-1]))
    else:
        parts.append(translate("SearchSentences", "seed {0}").format(seeds[0]))
    text = translate("SearchSentences", "Measured with {0}; accuracies of each run's best epoch.")
    return text.format(", ".join([*parts, *_common_parts(grid, first)]))


def _common_parts(grid: GridSearch, first: Experiment) -> list[str]:
    """Return what else all experiments have in common, except for what is usual."""
    parts = [architecture_text(first), initial_weights_text(first.network.initial_weights)]
    if len({point.learning_rate for point in grid.points}) == 1:
        parts.append(f"η {significant_text(first.training.learning_rate)}")
    parts.append(f"m {whole_text(first.training.batch_size)}")
    if first.network.activation != "sigmoid":
        parts.append(activation_text(first.network.activation))
    if first.cost != "cross_entropy":
        parts.append(cost_text(first.cost))
    if not first.augmentation.is_off:
        parts.append(augmentation_text(first.augmentation))
    mixed = next((one.regularization for one in grid.search.experiments if one.regularization.is_mixed), None)
    if mixed is not None:
        parts.append(l1_share_text(mixed))
    if len({point.dropout for point in grid.points}) == 1 and first.regularization.dropout:
        parts.append(translate("SearchSentences", "dropout {0}").format(significant_text(first.regularization.dropout)))
    return parts


def left_out_text(grid: GridSearch) -> str:
    """Say which λ were left out; "" if none were."""
    if not grid.left_out:
        return ""
    values = sorted({point.lambda_ for point in grid.left_out})
    text = translate("SearchSentences", "Left out, as ηλ/n would not be below 1: λ = {0}.")
    return text.format("; ".join(significant_text(value, 3) for value in values))


def changed_text() -> str:
    """Say that the results do not belong to the chosen experiment."""
    return translate("SearchSentences", "The experiment has changed since.")


def trial_remarks(trial: GridTrial) -> list[str]:
    """Return a sentence for each thing that is not as it should be, including values of λ left out."""
    if trial.grid is None:
        return []
    left_out = left_out_text(trial.grid)
    return [*([left_out] if left_out else []), *remarks_about(trial)]
