"""Which runs a page measures, which two of them it compares, and what it calls each."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED, WITH_L1, WITH_L2
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.trained_runs import course_of, data_set_of, ended, is_trained, missing, on_data_set, shown_run
from nnreg_gui.panels.experiment_text import architecture_text, brief_names, pruned_name, regularization_text, run_names
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import cut_text, whole_text

translate = QCoreApplication.translate
EXPERIMENTS = (UNREGULARIZED, WITH_L2, WITH_L1)
MOST_RUNS = 8  # more lines would be indistinguishable
_LONGEST = 24  # letters of a name in a sentence, which must say more than the name


def regularization_of(run: DrawnRun) -> RegularizationSpec:
    """Return the regularization that the run was trained with last."""
    return run.history.current_experiment.regularization


def short_names(runs: Sequence[DrawnRun]) -> dict[int, str]:
    """Return, by number, what one picture and its sentences call runs: the user's names, cut, or what differs."""
    briefs = brief_names([run.history.current_experiment for run in runs])
    return {
        run.number: cut_text(run.name, _LONGEST) if run.renamed else _pruned(brief, run)
        for run, brief in zip(runs, briefs, strict=True)
    }


def _pruned(name: str, run: DrawnRun) -> str:
    pruning = run.history.pruning
    return name if pruning is None else pruned_name(name, replace(pruning, epochs=0))


def left_out_text(runs: Sequence[DrawnRun], kept: Sequence[DrawnRun]) -> str:
    """Say which runs are not compared with others because they were trained on other digits; "" if all are."""
    numbers = {run.number for run in kept}
    others = [run for run in runs if run.number not in numbers]
    if not others or not kept:
        return ""
    names = list(dict.fromkeys(data_set_of(run).name for run in others))
    text = translate("ComparedRuns", "Only runs on {0} are compared: those on {1} learn other digits.")
    return text.format(data_set_of(kept[0]).name, ", ".join(names))


def differ_in_one_thing(one: DrawnRun, other: DrawnRun) -> bool:
    """Return whether two runs differ in at most one thing: only then do we know what made one of them better."""
    parts = ("data", "network", "cost", "regularization", "augmentation", "training", "seed")
    different = [course_of(one, attrgetter(part)) != course_of(other, attrgetter(part)) for part in parts]
    different += [one.history.pruning != other.history.pruning, one.history.finished != other.history.finished]
    different.append(one.epoch != other.epoch)  # the user looks back at one of them
    return sum(different) <= 1


def unfair_text(one: DrawnRun, other: DrawnRun) -> str:
    """Say that two runs differ in more than one thing; "" if they do not."""
    if differ_in_one_thing(one, other):
        return ""
    pair = sorted((one, other), key=lambda run: run.number)
    names = run_names([run.history.current_experiment for run in pair])
    text = translate("ComparedRuns", "Runs {0} and {1} differ in more than one thing: {2} against {3}.")
    return text.format(*(run.number for run in pair), *names)


def missing_experiments(runs: Sequence[DrawnRun], data_set: DataSet = MNIST) -> tuple[Experiment, ...]:
    """Return which of the experiments must be trained on a data set before they can be compared."""
    return missing(runs, on_data_set(EXPERIMENTS, data_set))


def name_button(bar: SearchBar, data_set: DataSet = MNIST) -> None:
    """Say on a bar that it trains the missing experiments on a data set, and which these may be."""
    experiments = on_data_set(EXPERIMENTS, data_set)
    without = experiments[0]
    tool_tip = translate(
        "ComparedRuns", "{0} images, {1}, {2} epochs: {3}; those that are missing, listed as runs"
    ).format(
        whole_text(without.data.training_images),
        architecture_text(without),
        whole_text(without.training.epochs),
        ", ".join(regularization_text(one.regularization) for one in experiments),
    )
    text = translate("ComparedRuns", "Train") if bar.compact else translate("ComparedRuns", "Train to compare")
    bar.set_start_texts(text, tool_tip)


def measured_runs(runs: Sequence[DrawnRun]) -> list[DrawnRun]:
    """Return the finished runs; if there are too many, the two that are compared and the newest."""
    over = ended(runs)
    numbers = [run.number for run in compared(over)]
    others = [run.number for run in over if run.number not in numbers]
    numbers += others[len(others) - (MOST_RUNS - len(numbers)) :] if len(over) > MOST_RUNS else others
    return [run for run in over if run.number in numbers]


def compared(runs: Sequence[DrawnRun]) -> list[DrawnRun]:
    """Return two trained runs, the unregularized one first: the selected one, and the one to compare it with.

    That is the baseline; if the baseline is the selected run itself, or there is none, the newest run of the other kind
    (regularized or not), or else the newest other run.
    """
    trained, shown = [run for run in runs if is_trained(run)], shown_run(runs)
    if shown is None:
        return []
    others = [run for run in trained if run is not shown]
    baseline = [run for run in others if run.baseline]
    unlike = [run for run in others if regularization_of(run).is_off != regularization_of(shown).is_off]
    pair = [shown, *(baseline or unlike[-1:] or others[-1:])[:1]]
    return sorted(pair, key=lambda run: (not regularization_of(run).is_off, run.number))
