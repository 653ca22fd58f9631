"""Rehearse a lesson without a window: a progress bar, a table of its claims, and the runs kept for the lecture."""

import shutil
import sys
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Self

from nnreg_gui.engine.digits import DataSets
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.engine.searches.search import Found, NotFound, Search, SearchRun
from nnreg_gui.files.rehearsed_runs import NETWORKS, RehearsedRuns
from nnreg_gui.lessons.lesson import Step, lesson_name
from nnreg_gui.lessons.lesson_files import LESSON_SUFFIXES, check_lesson
from nnreg_gui.lessons.rehearsal import Rehearsal
from nnreg_gui.lessons.rehearsal_table import table_text
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.executors import LocalExecutor
from nnreg_gui.system.ending_signals import exit_code_of, hear_signals
from nnreg_gui.system.progress_bar import ProgressBar
from nnreg_gui.system.terminal import tell

_SECONDS_BETWEEN_POLLS = 0.1
_WIDTH_OF_A_FILE = 160  # of the table, where no terminal says how wide it is


def rehearse_file(lesson: str, language: str = "en") -> int:
    """Train and measure all that a lesson needs, on all cores, and print what came of each of its claims.

    Exit codes: 0 every claim holds; 1 some do not, a run failed, or the runs cannot be kept; 2 a bad or missing file;
    128 + n ended by signal n. The runs are kept, those trained before a signal, too.

    Args:
        lesson: the path of a file, or the name of a lesson that comes with the program.
        language: of its sentences.

    Raises:
        OSError: standard output cannot be written.
    """
    hear_signals()
    try:
        path = lesson_path(lesson)
        if path is None:
            return _fail(2, f"“{lesson}” is no lesson: choose a file, or one of {', '.join(shipped_lessons())}.")
        read, mistakes = check_lesson(path, lesson)
        if read is None:
            return _fail(2, "\n".join(map(str, mistakes)))
        return _rehearse(Rehearsal(read), language)
    except Problem as problem:
        return _fail(1, str(problem))
    except KeyboardInterrupt as interrupt:
        return _fail(exit_code_of(interrupt), "Stopped; the runs trained until then are kept.")


def shipped_lessons() -> dict[str, Path]:
    """Return the files of the lessons that come with the program, by name, in their order."""
    paths = sorted(resource_path("lessons").glob("*.toml"))
    return {lesson_name(path): path for path in paths}


def lesson_path(lesson: str) -> Path | None:
    """Return the file of a lesson, by its path or the name of a shipped one; None if there is no such lesson."""
    path = Path(lesson)
    try:
        if path.suffix in LESSON_SUFFIXES or path.exists():
            return path
    except OSError:  # reading it says what is wrong
        return path
    return shipped_lessons().get(lesson)


class Rehearser:
    """Trains and measures for rehearsals, on all cores; leaving its context ends its processes.

    Args:
        kept: where runs are kept; None to keep none.
        bar: shows how far it is.

    Attributes:
        failures: why experiments have no result.
        kept_runs: how many runs have been kept.
        not_kept: why no more of them were, or None.
    """

    def __init__(self, kept: RehearsedRuns | None = None, bar: ProgressBar | None = None) -> None:
        self._kept, self._bar = kept, bar or ProgressBar(hidden=True)
        self._data_sets = DataSets(resource_path())
        self._executor: Any = None  # what the last search has left for the next one
        self.failures: dict[Experiment, Problem] = {}
        self.kept_runs = 0
        self.not_kept: Problem | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._executor is not None:
            self._executor.abandon()

    def train(self, rehearsal: Rehearsal, experiments: Sequence[Experiment]) -> None:
        """Train some of the experiments of a rehearsal.

        Raises:
            Problem: nothing can be trained here.
        """
        search = Search(tuple(experiments), networks=True, spaced=NETWORKS)
        run = SearchRun(search, partial(LocalExecutor, resource_path()), self._executor)
        self._executor, done = None, 0
        try:
            while not run.over:
                for news in run.poll():
                    match news:
                        case Found(_, history):
                            rehearsal.take(history)
                            self._keep(history)
                        case NotFound(place, problem):
                            self.failures[experiments[place]] = problem
                    done += isinstance(news, Found | NotFound)
                self._bar.show(f"Training: {done} of {len(experiments)} runs", run.progress()[0])
                run.wait(_SECONDS_BETWEEN_POLLS)
        except BaseException:
            run.cancel()
            raise
        if run.problem is not None:
            raise run.problem
        self._executor = run.release()

    def measure(self, rehearsal: Rehearsal, steps: Sequence[Step] | None = None) -> None:
        """Measure what some of the steps still need, or all of them.

        Raises:
            Problem: the digits cannot be read.
        """
        missing = rehearsal.missing_measurements(steps)
        for done, measurement in enumerate(missing):
            question = rehearsal.question(measurement)
            rehearsal.keep(measurement, self._answer(question, f"Measuring: {done} of {len(missing)}"))

    def _keep(self, history: RunHistory) -> None:
        """Keep a run, unless an earlier one could not be kept."""
        if self._kept is None or self.not_kept is not None:
            return
        try:
            self._kept.keep([history])
            self.kept_runs += 1
        except Problem as problem:
            self.not_kept = problem

    def _answer(self, question: Question[Any], text: str) -> Any:
        answers = question.answers(self._data_sets[question.dataset])
        while True:
            try:
                self._bar.show(text, next(answers))
            except StopIteration as end:
                return end.value


def _rehearse(rehearsal: Rehearsal, language: str) -> int:
    with ProgressBar() as bar, Rehearser(RehearsedRuns(), bar) as rehearser:
        rehearser.train(rehearsal, rehearsal.experiments)
        rehearser.measure(rehearsal)
    findings = rehearsal.findings(language)
    _print(table_text(findings, shutil.get_terminal_size((_WIDTH_OF_A_FILE, 0)).columns))
    for experiment, problem in rehearser.failures.items():
        tell(f"Run {' = '.join(rehearsal.runs_with(experiment))}, seed {experiment.seed}: {problem}")
    if rehearser.not_kept is not None:
        tell(str(rehearser.not_kept))
    claims, runs = len(findings), len(rehearsal.experiments)
    holding, kept_runs = sum(one.holds for one in findings), rehearser.kept_runs
    _print(f"\n{holding} of {claims} claims hold, {kept_runs} of {runs} runs are kept.")
    return 0 if (holding, kept_runs) == (claims, runs) else 1


def _print(text: str) -> None:
    """Print what a lesson says, even where the output has no sign for λ."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    print(text)


def _fail(exit_code: int, sentence: str) -> int:
    tell(sentence)
    return exit_code
