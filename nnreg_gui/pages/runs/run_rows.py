"""What a row of the list of runs says."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap

from nnreg_gui.engine.spread import Spread
from nnreg_gui.pages.run_figures import Figures, figures_of
from nnreg_gui.pages.runs.listed_runs import Entry
from nnreg_gui.panels.experiment_text import (
    change_text,
    pruned_name,
    pruning_text,
    run_names,
    whole_experiment_text,
)
from nnreg_gui.plots.style import run_colour, run_marker
from nnreg_gui.widgets.texts import whole_text

translate = QCoreApplication.translate
BASELINE_MARK = "◆"
_CORNERS = {  # of markers, as pyqtgraph draws them, between −1 and 1
    "s": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "t": ((-1, -1), (1, -1), (0, 1)),
    "d": ((0, -1), (0.8, 0), (0, 1), (-0.8, 0)),
}


def auto_names(entries: Sequence[Entry]) -> list[str]:
    """Return what to call each run by what differs, how it was pruned, and how many seeds it was repeated with."""
    experiments = [entry.history.experiment for entry in entries]
    seeds = [entry.history.experiment.seed for entry in entries if not entry.repeats]
    if seeds:  # repeats have no seed of their own that could differ
        experiments = [
            replace(experiment, seed=seeds[0]) if entry.repeats else experiment
            for entry, experiment in zip(entries, experiments, strict=True)
        ]
    repeated = translate("RunList", "{0} seeds: {1}")
    return [
        repeated.format(len(entry.repeats), name) if entry.repeats else pruned_name(name, entry.history.pruning)
        for entry, name in zip(entries, run_names(experiments), strict=True)
    ]


def row_name(entry: Entry, auto_name: str, *, is_baseline: bool) -> str:
    """Return number, baseline mark, and the user's name, or else what differs and changes in mid-run."""
    named = entry.name or "; ".join([auto_name, *_changes(entry)])
    return f"{entry.number}   {BASELINE_MARK + ' ' if is_baseline else ''}{named}"


def row_tool_tip(entry: Entry) -> str:
    """Return everything about a run's experiment, how its network was pruned, and how it was stopped."""
    parts = [whole_experiment_text(entry.history.experiment), *_changes(entry)]
    if entry.history.pruning is not None:
        parts.append(pruning_text(entry.history.pruning))
    if len(entry.repeats) > 1:
        seeds = ", ".join(str(seed) for seed in sorted(history.experiment.seed for history in entry.repeats))
        parts.append(translate("RunList", "seeds {0}: means ± standard deviations").format(seeds))
    stopped = entry.history.stopped
    if stopped is not None and stopped.restored:
        text = translate("RunList", "stopped early after epoch {0}: the network of epoch {1} is used")
        parts.append(text.format(whole_text(stopped.epoch), whole_text(stopped.best.epoch)))
    return "; ".join(parts)


def row_figures(entry: Entry, baseline: Entry | None) -> Figures:
    """Return a run's figures, its seed if it has one, and by how much its validation accuracy differs."""
    figures = figures_of(entry.histories)
    if not entry.repeats:
        figures["seed"] = Spread(float(entry.history.experiment.seed), 0.0)
    is_alike = baseline is not None and (
        entry.history.experiment.data.dataset == baseline.history.experiment.data.dataset
    )
    if baseline is not None and is_alike and entry is not baseline and "validation_accuracy" in figures:
        compared = figures_of(baseline.histories)
        if "validation_accuracy" in compared:
            difference = figures["validation_accuracy"].mean - compared["validation_accuracy"].mean
            figures["difference"] = Spread(difference, 0.0)
    return figures


def run_swatch(number: int, palette: QPalette, side: int) -> QIcon:
    """Return a disc in a run's colour, this many pixels large; a run with a marker gets that instead."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(run_colour(number, palette))
    painter.setPen(QPen(palette.base().color(), side / 10))  # it must be visible on the selected row, too
    middle, radius = side / 2, 0.4 * side
    marker = run_marker(number)
    if marker:
        corners = [QPointF(middle + radius * x, middle + radius * y) for x, y in _CORNERS[marker]]
        painter.drawPolygon(corners)
    else:
        painter.drawEllipse(QPointF(middle, middle), radius, radius)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # or Qt would blend it with the selection's colour
    return icon


def _changes(entry: Entry) -> list[str]:
    return [change_text(change.before, change.after) for change in entry.history.changes]
