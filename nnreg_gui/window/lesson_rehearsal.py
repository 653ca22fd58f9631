"""A rehearsal beside the window: trains and measures all that a lesson needs, and keeps the runs."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.files.rehearsed_runs import NETWORKS, RehearsedRuns
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.measurements import Measurement
from nnreg_gui.lessons.rehearsal import Finding, Rehearsal
from nnreg_gui.pages.trial import Trial
from nnreg_gui.pages.trial_sentences import REHEARSAL, remarks_about, search_name
from nnreg_gui.problem_text import problem_text
from nnreg_gui.replies import Reply
from nnreg_gui.widgets.texts import duration_text, whole_text

if TYPE_CHECKING:
    from nnreg_gui.running.questions import QuestionQueue
    from nnreg_gui.running.searches import SearchQueue

Job = Callable[[], None]


class LessonRehearsal(QObject):
    """Trains by a search, whose runs the list does not get; then measures, one question after the other.

    Args:
        lesson: what to rehearse.
        searches, questions: train and measure.
        kept: where the runs are kept.
        do: does a job on the thread of files.

    Signals:
        changed: it has got on.
        ended: nothing more comes.

    Attributes:
        over: whether nothing more comes.
        share: of the training, or of the measurements, that is done, 0…1.
    """

    changed = Signal()
    ended = Signal()

    def __init__(
        self,
        lesson: Lesson,
        searches: "SearchQueue",
        questions: "QuestionQueue",
        kept: RehearsedRuns,
        do: Callable[[Job], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.over, self.share = False, 0.0
        self._rehearsal, self._questions, self._kept, self._do = Rehearsal(lesson), questions, kept, do
        self._trial = Trial(searches, REHEARSAL, self)
        self._reply: Reply[Any] | None = None
        self._measuring: list[Measurement] = []
        self._measured = 0
        self._problems: list[Exception] = []
        self._cancelled = False
        self._trial.run_found.connect(self._keep_run)
        self._trial.changed.connect(self._show_training)
        self._trial.ended.connect(self._measure)

    def start(self) -> None:
        """Begin."""
        self._trial.start(Search(self._rehearsal.experiments, networks=True, spaced=NETWORKS))

    @Slot()
    def cancel(self) -> None:
        """End it; what was trained is kept."""
        self._cancelled = True
        if self._trial.running:
            self._trial.cancel()  # which says so when it has ended
        elif not self.over:
            self._end()

    def note_problem(self, problem: Exception) -> None:
        """Take note of what kept runs from being written."""
        if str(problem) not in map(str, self._problems):
            self._problems.append(problem)
            self.changed.emit()

    # --------------------------------------------------------------------------------------------- what it has to say

    def sentence(self) -> str:
        """Say what is being done, or what came out."""
        if self._cancelled:
            return self.tr("Cancelled; the runs trained until then are kept.")
        if self.over:
            findings = self.findings("en")
            holding, claims = sum(one.holds for one in findings), len(findings)
            if holding == claims:
                return self.tr("All {0} claims hold").format(whole_text(claims))
            return self.tr("{0} of {1} claims hold").format(whole_text(holding), whole_text(claims))
        trial = self._trial
        if trial.waits_for:
            return self.tr("Waits for {0}").format(search_name(trial.waits_for))
        if not trial.running:
            text = self.tr("Measuring: {0} of {1}")
            return text.format(whole_text(self._measured), whole_text(len(self._measuring)))
        text = self.tr("Training: {0} of {1} runs").format(whole_text(trial.done), whole_text(len(trial.experiments)))
        if trial.seconds_left < 0:
            return text
        return text + " · " + self.tr("{0} left").format(duration_text(max(1.0, trial.seconds_left)))

    def remarks(self) -> Sequence[str]:
        """Say what went wrong, a sentence for each."""
        about_trial = [] if self._cancelled else remarks_about(self._trial)
        return [*about_trial, *map(problem_text, self._problems)]

    def findings(self, language: str) -> Sequence[Finding]:
        """Return each claim and what came out; nothing of a rehearsal that was cancelled."""
        return [] if self._cancelled else self._rehearsal.findings(language)

    # ------------------------------------------------------------------------------------------------- how it is done

    @Slot(object)
    def _keep_run(self, history: RunHistory) -> None:
        self._rehearsal.take(history)
        self._do(partial(self._kept.keep, [history]))

    @Slot()
    def _show_training(self) -> None:
        if self._trial.running:
            self.share = self._trial.share
            self.changed.emit()

    @Slot()
    def _measure(self) -> None:
        if self._cancelled:
            self._end()
            return
        self._measuring = self._rehearsal.missing_measurements()
        self._ask()

    def _ask(self) -> None:
        """Ask for the next measurement; with all of them, conclude."""
        if self._measured == len(self._measuring):
            self._end()
            return
        self.share = self._measured / len(self._measuring)
        question = self._rehearsal.question(self._measuring[self._measured])
        self._reply = self._questions.ask(question, self)
        self._reply.answered.connect(self._take_answer)
        self._reply.failed.connect(self._take_failure)
        self.changed.emit()

    @Slot(object)
    def _take_answer(self, answer: object) -> None:
        self._rehearsal.keep(self._measuring[self._measured], answer)
        self._ask_next()

    @Slot(object)
    def _take_failure(self, problem: Exception) -> None:
        """Go on without this figure: claims that need it do not hold."""
        self.note_problem(problem)
        self._ask_next()

    def _ask_next(self) -> None:
        self._reply, self._measured = None, self._measured + 1
        self._ask()

    def _end(self) -> None:
        if self._reply is not None:
            self._reply.withdraw()
            self._reply = None
        self.over, self.share = True, 1.0
        self.changed.emit()
        self.ended.emit()
