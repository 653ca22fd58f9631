"""What pages say about a trial that did not go as planned: without a result, incomplete, what happened on the way."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.table import page_title
from nnreg_gui.pages.trial import Trial
from nnreg_gui.panels.experiment_text import regularization_text
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.texts import significant_text, whole_text

REPEATS = "repeats"  # in place of a page: training with several seeds
REHEARSAL = "rehearsal"  # likewise: rehearsing a lesson
translate = QCoreApplication.translate


def remarks_about(trial: Trial) -> list[str]:
    """Return a sentence for each thing that is not as it should be."""
    remarks = [_missing_text(trial)] if trial.missing else []
    if trial.experiments and not trial.running and not trial.complete:
        text = translate("SearchSentences", "The search ended before its end: {0} of {1} runs were trained.")
        remarks.append(text.format(whole_text(len(trial.found)), whole_text(len(trial.experiments))))
    if trial.problem is not None:
        remarks.append(problem_text(trial.problem))
    return remarks


def search_name(page: str) -> str:
    """Return what to call a search for this page: the page's own name."""
    if page == REHEARSAL:
        return translate("SearchSentences", "the rehearsal")
    return translate("SearchSentences", "the repeats") if page == REPEATS else page_title(page)


def _missing_text(trial: Trial) -> str:
    """Say which runs have no result and why."""
    names = dict.fromkeys(_run_text(trial.experiments[place]) for place in sorted(trial.missing))
    text = translate("SearchSentences", "Without a result: {0}. {1}")
    return text.format("; ".join(names), problem_text(trial.missing[min(trial.missing)]))


def _run_text(experiment: Experiment) -> str:
    text = translate("SearchSentences", "{0}, η {1} (seed {2})")
    name = regularization_text(experiment.regularization)
    return text.format(name, significant_text(experiment.training.learning_rate), experiment.seed)
