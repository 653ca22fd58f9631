"""What the page about all runs concludes from two of them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.spread import clearly_above
from nnreg_gui.pages.run_figures import figures_of, signed_points
from nnreg_gui.pages.runs.settings_table import SETTINGS
from nnreg_gui.pages.trained_runs import data_set_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion

translate = QCoreApplication.translate
_PENALTY = ("penalty", "lambda", "biases")  # choosing another penalty means choosing these together


def conclude(conclusion: Conclusion, runs: Sequence[DrawnRun]) -> None:
    """Say how the selected run does on validation images, compared with the baseline, or else with the first other run.

    It concludes that only if the two differ in one setting, and are both finished; that one is better, only if seeds
    do not explain it.
    """
    pair = compared(runs)
    if pair is None or any(run.live for run in pair):
        conclusion.ask(translate("RunsSentences", "What does a change of one setting do?"))
        return
    base, run = pair
    if data_set_of(base) != data_set_of(run):
        text = translate("RunsSentences", "Runs {0} and {1} learned other digits: how hard are {2} and {3}?")
        names = (data_set_of(one).name for one in pair)
        conclusion.ask(text.format(base.number, run.number, *names))
        return
    settings = differing(base, run)
    if settings != 1:
        text = translate("RunsSentences", "Runs {0} and {1} differ in more than one setting: which one matters?")
        if not settings:
            text = translate("RunsSentences", "Runs {0} and {1} have the same settings: what does chance do?")
        conclusion.ask(text.format(base.number, run.number))
        return
    before, after = (figures_of(one.histories)["validation_accuracy"] for one in pair)
    if before.count + after.count == 2:
        text = translate("RunsSentences", "Run {1}: {2} points of validation against run {0}, one seed each.")
    elif clearly_above(after, before):
        text = translate("RunsSentences", "Run {1} generalizes better than run {0}: {2} points.")
    elif clearly_above(before, after):
        text = translate("RunsSentences", "Run {1} generalizes worse than run {0}: {2} points.")
    else:
        text = translate("RunsSentences", "Run {1} is not clearly better or worse than run {0}: {2} points.")
    conclusion.say(text.format(base.number, run.number, signed_points(after.mean - before.mean)))


def compared(runs: Sequence[DrawnRun]) -> tuple[DrawnRun, DrawnRun] | None:
    """Return the run to compare with, and the selected run; or None if there are no two runs."""
    selected = next((run for run in runs if run.selected), None)
    baseline = next((run for run in runs if run.baseline), None)
    run = selected if selected is not None and selected is not baseline else None
    others = [one for one in runs if one is not run]
    base = baseline or next(iter(others), None)
    if run is None:
        run = next((one for one in reversed(runs) if one is not base), None)
    return (base, run) if base is not None and run is not None else None


def differing(one: DrawnRun, other: DrawnRun) -> int:
    """Return in how many settings two runs differ, counting a penalty and its λ as one; for repeats, ignore seeds."""
    experiments = [run.history.current_experiment for run in (one, other)]
    names = [name for name, write in SETTINGS.items() if len({write(experiment) for experiment in experiments}) > 1]
    if "penalty" in names:
        names = [name for name in names if name not in _PENALTY[1:]]
    if one.repeats or other.repeats:
        names = [name for name in names if name != "seed"]
    more = len({run.history.pruning for run in (one, other)}) > 1
    changed = any(run.history.changes for run in (one, other))
    stopped = any(run.history.stopped is not None for run in (one, other))
    unequal = len({run.history.epochs_done for run in (one, other)}) > 1 and not stopped and "epochs" not in names
    return len(names) + more + changed + unequal
