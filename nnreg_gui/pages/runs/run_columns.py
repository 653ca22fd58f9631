"""The columns of the list of runs: what each says about a run, and what it sorts by."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.spread import Spread
from nnreg_gui.pages.run_figures import (
    Figures,
    percent_figure,
    points_figure,
    seconds_figure,
    signed_points,
    whole_figure,
)
from nnreg_gui.widgets.texts import whole_text

translate = QCoreApplication.translate
_NBSP = "\N{NO-BREAK SPACE}"
NAME, EPOCH, TRAINING, VALIDATION, DIFFERENCE, BEST, GAP, TEST, SECONDS, SEED, REMOVE = range(11)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures.

    Attributes:
        figure: the name of the figure that runs are sorted by.
        write: writes it, from all figures of a run.
        widest, widest_of_repeats: texts as wide as any that occur.
        highest_first: whether the first click on the header sorts the highest value first: the best one.
    """

    figure: str
    write: Callable[[Figures], str]
    widest: str
    widest_of_repeats: str
    highest_first: bool = True


def _writer(name: str, write: Callable[[Spread], str]) -> Callable[[Figures], str]:
    return lambda figures: write(figures[name]) if name in figures else ""


def _best(figures: Figures) -> str:
    if "best_epoch" not in figures:
        return ""
    return f"{percent_figure(figures['best_validation_accuracy'])} ({whole_text(round(figures['best_epoch'].mean))})"


def _percent(name: str, decimals: int = 1) -> Column:
    return Column(
        name,
        _writer(name, lambda figure: percent_figure(figure, decimals)),
        f"100.{decimals * '0'}{_NBSP}%",
        f"88.{decimals * '8'} ± 8.{decimals * '8'}{_NBSP}%",
    )


# "difference" is from the validation accuracy of the baseline; repeats have no "seed".
COLUMNS: dict[int, Column] = {
    EPOCH: Column("epoch", _writer("epoch", whole_figure), "8,888", "888 ± 88"),
    TRAINING: _percent("training_accuracy"),
    VALIDATION: _percent("validation_accuracy"),
    DIFFERENCE: Column("difference", _writer("difference", lambda f: signed_points(f.mean)), "+88.8", "+88.8"),
    BEST: Column("best_validation_accuracy", _best, f"88.8{_NBSP}% (888)", f"88.8 ± 8.8{_NBSP}% (888)"),
    GAP: Column("gap", _writer("gap", points_figure), "88.8", "88.8 ± 8.8", highest_first=False),
    TEST: _percent("test_accuracy", 2),
    SECONDS: Column("seconds", _writer("seconds", seconds_figure), f"0.888{_NBSP}s", f"0.888{_NBSP}s", False),
    SEED: Column("seed", _writer("seed", lambda f: str(round(f.mean))), "888", "888", False),
}
# If there is little room, the first of these are left out.
LEAVE_OUT = (SEED, SECONDS, EPOCH, BEST, GAP, TRAINING, TEST, REMOVE, DIFFERENCE, VALIDATION)


def column_titles(*, solo: bool = False) -> dict[int, str]:
    """Return the column headings; `solo` tells whether only the selected run and the baseline are drawn."""
    return {
        NAME: translate("RunList", "Runs: the selected one alone is drawn (Z)")
        if solo
        else translate("RunList", "Runs"),
        EPOCH: translate("RunList", "Epoch"),
        TRAINING: translate("RunList", "Training"),
        VALIDATION: translate("RunList", "Validation"),
        DIFFERENCE: translate("RunList", "Δ points"),
        BEST: translate("RunList", "Best (epoch)"),
        GAP: translate("RunList", "Gap"),
        TEST: translate("RunList", "Test"),
        SECONDS: translate("RunList", "Per epoch"),
        SEED: translate("RunList", "Seed"),
        REMOVE: "",
    }


def column_help() -> dict[int, str]:
    """Return what the columns are, in whole sentences."""
    return {
        NAME: translate(
            "RunList",
            "A check mark shows a run in the plots; the selected one is shaded. A double click on a name changes it.",
        ),
        EPOCH: translate("RunList", "The last epoch; after early stopping, the one whose network is used."),
        TRAINING: translate("RunList", "Accuracy on the training images in that epoch."),
        VALIDATION: translate("RunList", "Accuracy on the validation images in that epoch."),
        DIFFERENCE: translate(
            "RunList", "Validation accuracy minus that of the baseline, which is marked with ◆, in points."
        ),
        BEST: translate(
            "RunList", "The highest validation accuracy, and the first epoch with it; of repeats, the means."
        ),
        GAP: translate("RunList", "Training accuracy minus validation accuracy, in points."),
        TEST: translate("RunList", "Accuracy on the test images: measured once, when a run has ended."),
        SECONDS: translate("RunList", "How long an epoch took on the average, without measuring."),
        SEED: translate("RunList", "What the initial weights and the order of the images were drawn with."),
        REMOVE: "",
    }
