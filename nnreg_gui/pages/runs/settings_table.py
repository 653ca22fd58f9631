"""The rows of the table “what differs”: settings and figures of runs, and how to write them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.spread import Spread, clearly_above
from nnreg_gui.pages.run_figures import (
    Figures,
    figures_of,
    percent_figure,
    points_figure,
    seconds_figure,
    signed,
    signed_points,
    significant_figure,
    whole_figure,
)
from nnreg_gui.panels.augmentation_text import augmentation_text
from nnreg_gui.panels.experiment_text import (
    activation_text,
    architecture_text,
    cost_text,
    initial_weights_text,
    l1_share_text,
    penalty_name,
    pruning_text,
    sample_text,
    schedule_text,
)
from nnreg_gui.panels.stopping_text import stopping_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import significant_text, whole_text

translate = QCoreApplication.translate
NOTHING = "–"


def _penalty(experiment: Experiment) -> str:
    spec = experiment.regularization
    name = penalty_name(spec.penalty)
    return f"{name}, {l1_share_text(spec)}" if spec.is_mixed else name


def _lambda(experiment: Experiment) -> str:
    spec = experiment.regularization
    return significant_text(spec.lambda_) if spec.penalty != "none" else NOTHING


def _biases(experiment: Experiment) -> str:
    spec = experiment.regularization
    if spec.penalty == "none":
        return NOTHING
    return translate("SettingsTable", "penalized") if spec.penalize_biases else translate("SettingsTable", "free")


def _wrong_labels(experiment: Experiment) -> str:
    data = experiment.data
    return f"{significant_text(100 * data.wrong_labels)}\N{NO-BREAK SPACE}%" if data.lies else NOTHING


# In the order of the table; the last one, the seed, differs between repeats.
SETTINGS: dict[str, Callable[[Experiment], str]] = {
    "data_set": lambda e: e.data.dataset.name,
    "images": lambda e: whole_text(e.data.training_images),
    "sample": lambda e: sample_text(e.data) or translate("SettingsTable", "the first"),
    "wrong_labels": _wrong_labels,
    "layers": architecture_text,
    "activation": lambda e: activation_text(e.network.activation),
    "initial": lambda e: initial_weights_text(e.network.initial_weights),
    "cost": lambda e: cost_text(e.cost),
    "penalty": _penalty,
    "lambda": _lambda,
    "biases": _biases,
    "dropout": lambda e: significant_text(e.regularization.dropout),
    "augmentation": lambda e: augmentation_text(e.augmentation),
    "eta": lambda e: significant_text(e.training.learning_rate),
    "schedule": lambda e: schedule_text(e.training.schedule) or NOTHING,
    "momentum": lambda e: significant_text(e.training.momentum),
    "batch": lambda e: whole_text(e.training.batch_size),
    "epochs": lambda e: whole_text(e.training.epochs),
    "stopping": lambda e: stopping_text(e.training.stopping),
    "seed": lambda e: str(e.seed),
}


@dataclass(frozen=True, slots=True)
class _Figure:
    """How to write a figure, and which of its values is the best: 1 the highest, −1 the lowest, 0 none."""

    write: Callable[[Spread], str]
    write_difference: Callable[[float], str]
    best: int = 0


def _signed_number(difference: float) -> str:
    return signed(difference, significant_text(abs(difference), 2))


def _signed_whole(difference: float) -> str:
    return signed(round(difference), whole_text(abs(round(difference))))


# A training accuracy, the size of the weights or an epoch is neither good nor bad by itself.
_FIGURES = {
    "epoch": _Figure(whole_figure, _signed_whole),
    "training_accuracy": _Figure(percent_figure, signed_points),
    "validation_accuracy": _Figure(percent_figure, signed_points, 1),
    "gap": _Figure(points_figure, signed_points, -1),
    "best_validation_accuracy": _Figure(percent_figure, signed_points, 1),
    "best_epoch": _Figure(whole_figure, _signed_whole),
    "lowest_cost": _Figure(significant_figure, _signed_number, -1),
    "lowest_cost_epoch": _Figure(whole_figure, _signed_whole),
    "largest_weight": _Figure(significant_figure, _signed_number),
    "small_weights": _Figure(percent_figure, signed_points),
    "wrong_labels_learnt": _Figure(percent_figure, signed_points, -1),
    "right_in_spite": _Figure(percent_figure, signed_points, 1),
    "seconds": _Figure(seconds_figure, lambda difference: "", -1),  # other work on the machine counts for more
    "test_accuracy": _Figure(lambda figure: percent_figure(figure, 2), signed_points, 1),
}
SETTING_ROWS = len(SETTINGS) + 1  # and how the network was pruned, which no experiment says
ROWS = SETTING_ROWS + len(_FIGURES)


@dataclass(frozen=True, slots=True)
class Cell:
    """What the table says of one run in one row.

    Attributes:
        text: the setting or the figure.
        difference: that of a figure from the baseline's, with its sign; otherwise "".
        best: whether it is the best of the runs; for repeats, by more than seeds explain.
    """

    text: str
    difference: str = ""
    best: bool = False


class RunColumn:
    """What the table knows of a run; updated only when the run has changed."""

    def __init__(self) -> None:
        self._filled_for: tuple[object, ...] = ()
        self.settings: list[str] = []
        self.data_set = MNIST
        self.figures: Figures = {}

    def fill(self, run: DrawnRun) -> bool:
        """Update it for this run; return whether anything may be new."""
        known = (
            tuple((len(one), len(one.changes), one.test_accuracy, one.stopped) for one in run.histories),
            run.histories,
        )
        if known == self._filled_for:
            return False
        self._filled_for = known
        self.data_set = run.history.experiment.data.dataset
        self.settings = [_setting_text(run, write) for write in SETTINGS.values()]
        pruning = run.history.pruning
        self.settings.insert(-1, NOTHING if pruning is None else pruning_text(pruning))
        if run.repeats:
            self.settings[-1] = ", ".join(
                str(seed) for seed in sorted(history.experiment.seed for history in run.repeats)
            )
        self.figures = figures_of(run.histories)
        return True


def table_rows(columns: Sequence[RunColumn], baseline: int | None) -> list[list[Cell]]:
    """Return the cells, row by row; figures on different data sets are not compared.

    Args:
        columns: those of the runs.
        baseline: the index of the run that the others are compared with.
    """
    rows = [[Cell(column.settings[place]) for column in columns] for place in range(SETTING_ROWS)]
    alike = len({column.data_set for column in columns}) == 1
    for name, kind in _FIGURES.items():
        figures = [column.figures.get(name) for column in columns]
        texts = [kind.write(figure) if figure is not None else NOTHING for figure in figures]
        best = _best_text(kind, figures, texts) if alike else None
        base = figures[baseline] if baseline is not None else None
        rows.append(
            [
                Cell(
                    text,
                    kind.write_difference(figure.mean - base.mean)
                    if figure is not None
                    and base is not None
                    and baseline is not None
                    and place != baseline
                    and columns[place].data_set == columns[baseline].data_set
                    else "",
                    text == best,
                )
                for place, (figure, text) in enumerate(zip(figures, texts, strict=True))
            ]
        )
    return rows


def row_titles() -> list[str]:
    """Return the titles of the rows."""
    return [
        translate("SettingsTable", "Data set"),
        translate("SettingsTable", "Training images n"),
        translate("SettingsTable", "Which images"),
        translate("SettingsTable", "Wrong labels"),
        translate("SettingsTable", "Network"),
        translate("SettingsTable", "Activation"),
        translate("SettingsTable", "Initial weights"),
        translate("SettingsTable", "Cost"),
        translate("SettingsTable", "Penalty"),
        translate("SettingsTable", "λ"),
        translate("SettingsTable", "Biases"),
        translate("SettingsTable", "Dropout p"),
        translate("SettingsTable", "Augmentation"),
        translate("SettingsTable", "Learning rate η"),
        translate("SettingsTable", "Fall of η"),
        translate("SettingsTable", "Momentum μ"),
        translate("SettingsTable", "Mini-batch m"),
        translate("SettingsTable", "Epochs"),
        translate("SettingsTable", "Early stopping"),
        translate("SettingsTable", "Pruning"),
        translate("SettingsTable", "Seed"),
        translate("SettingsTable", "Epoch of the network"),
        translate("SettingsTable", "Training accuracy"),
        translate("SettingsTable", "Validation accuracy"),
        translate("SettingsTable", "Gap (points)"),
        translate("SettingsTable", "Best validation"),
        translate("SettingsTable", "… in epoch"),
        translate("SettingsTable", "Lowest validation cost"),
        translate("SettingsTable", "… in epoch"),
        translate("SettingsTable", "Largest |w|"),
        translate("SettingsTable", "|w| < 0.01"),
        translate("SettingsTable", "Wrong labels learnt"),
        translate("SettingsTable", "Right in spite of them"),
        translate("SettingsTable", "Time per epoch"),
        translate("SettingsTable", "Test accuracy"),
    ]


def _setting_text(run: DrawnRun, write: Callable[[Experiment], str]) -> str:
    """Return a setting, and what it was changed to in mid-run: “0.1 → 1”."""
    history = run.history
    texts = [write(experiment) for experiment in (history.experiment, *(change.after for change in history.changes))]
    return " → ".join(text for place, text in enumerate(texts) if place == 0 or text != texts[place - 1])


def _best_text(kind: _Figure, figures: Sequence[Spread | None], texts: Sequence[str]) -> str | None:
    """Return the text of the best value; None if there is none, or if it may be the seeds' doing."""
    known = [
        (replace(figure, mean=kind.best * figure.mean), text)
        for figure, text in zip(figures, texts, strict=True)
        if figure is not None
    ]
    if kind.best == 0 or len({text for _, text in known}) < 2:
        return None
    best, best_text = max(known, key=lambda one: one[0].mean)
    rivals = [figure for figure, text in known if text != best_text and figure.count + best.count > 2]
    return best_text if all(clearly_above(best, rival) for rival in rivals) else None
