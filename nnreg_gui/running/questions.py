"""Questions asked of an engine process of their own, one after the other, beside the training."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnreg_gui.engine.problems import Problem
from nnreg_gui.running.engine_keeper import EngineKeeper
from nnreg_gui.running.engine_messages import Answer, AnswerProgress, Ask, Ended, Stop
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.training_thread import TrainingThread

if TYPE_CHECKING:
    from nnreg_gui.engine.questions import Question

_COLLECTIONS_PER_SECOND = 30


class QuestionQueue(QObject):
    """Has an engine process for questions, which is there from the first question on.

    Signals:
        progressed: carries the `Question` that is being answered, and which share (0…1) is done.
        answered: carries a `Question` and its answer.
        failed: carries a `Question` that has no answer, and the `Problem`.
        silence_changed: the engine has become silent about a question that is wanted, or has spoken again.
    """

    progressed = Signal(object, float)
    answered = Signal(object, object)
    failed = Signal(object, object)
    silence_changed = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = EngineKeeper(data_folder, self)
        self._waiting: list[Question] = []
        self._current: Question | None = None  # None while nothing, or nothing that is still wanted, is being answered
        self._engine: EngineProcess | None = None  # which was asked last
        self._thread: TrainingThread | None = None
        self._silent = False
        self._clock = QTimer(self, interval=1000 // _COLLECTIONS_PER_SECOND)
        self._clock.timeout.connect(self._collect)

    @property
    def engine_pid(self) -> int | None:
        """The number of the engine process in the system; None before the first question."""
        return self._keeper.pid

    @property
    def silent(self) -> bool:
        """Whether the engine owes an answer that is wanted and has said nothing for some seconds."""
        return self._silent

    @property
    def idle(self) -> bool:
        """Whether nothing is being answered or waits to be."""
        return self._thread is None and not self._waiting

    @Slot(object)
    def ask(self, question: "Question") -> None:
        """Answer a question as soon as those before it are; one of the same purpose is not answered any more."""
        self.withdraw(question.purpose)
        self._waiting.append(question)
        self._begin_next()

    @Slot(str)
    def withdraw(self, purpose: str) -> None:
        """Do not answer the question of this purpose, if there is one."""
        self._waiting = [question for question in self._waiting if question.purpose != purpose]
        if self._current is not None and self._current.purpose == purpose:
            self._current = None
            if self._thread is not None:
                self._thread.send(Stop())

    @Slot()
    def end_silence(self) -> None:
        """End an engine that is silent: the question has no answer, and the next one gets another engine."""
        if self._silent and self._current is not None:
            question, self._current = self._current, None
            self._listen()
            self.failed.emit(question, Problem("The measuring did not answer and was ended: ask for it again."))

    def close(self) -> None:
        """End everything at once."""
        self._waiting, self._current, self._silent = [], None, False
        self._clock.stop()
        self._keeper.close()
        if self._thread is not None:
            self._thread.wait()
            self._thread = None

    def _begin_next(self) -> None:
        if self._thread is not None or not self._waiting:
            return
        self._current = self._waiting.pop(0)
        self._engine = self._keeper.engine()
        self._thread = TrainingThread(self._engine, Ask(self._current), self)
        self._thread.start()
        self._clock.start()

    @Slot()
    def _collect(self) -> None:
        if self._thread is None:
            return
        for message in self._thread.collect():
            match message:
                case AnswerProgress(share) if self._current is not None:
                    self.progressed.emit(self._current, share)
                case Answer(value) if self._current is not None:
                    question, self._current = self._current, None  # whoever hears it may ask the next one
                    self.answered.emit(question, value)
                case Ended(problem):
                    self._end(problem)
        self._listen()

    def _listen(self) -> None:
        """Notice whether the engine is silent; for an answer that nobody wants any more, do not wait."""
        silent = self._thread is not None and self._thread.silent
        if silent and self._current is None and self._engine is not None:
            self._engine.kill()
            silent = False
        if silent is not self._silent:
            self._silent = silent
            self.silence_changed.emit()

    def _end(self, problem: Problem | None) -> None:
        question, thread = self._current, self._thread
        self._current = self._thread = None
        self._clock.stop()
        if thread is not None:
            thread.wait()  # it has said its last word and is about to return
            thread.deleteLater()
        if question is not None and problem is not None:
            if self._engine is not None and not self._engine.alive:
                problem = Problem("The measuring ended unexpectedly (perhaps out of memory): ask for it again.")
            self.failed.emit(question, problem)
        self._begin_next()
