"""Asks a separate engine process questions, one after the other, beside the training."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.replies import Answer, Reply
from nnreg_gui.running.engine_keeper import EngineKeeper
from nnreg_gui.running.engine_messages import Answered, AnswerProgress, Ask, Ended, Stop
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.training_thread import TrainingThread

if TYPE_CHECKING:
    from nnreg_gui.engine.questions.question import Question  # it would delay the window's start

_COLLECTIONS_PER_SECOND = 30


class QuestionQueue(QObject):
    """Owns an engine process for questions, which starts with the first one.

    Signals:
        silence_changed: the engine has fallen silent over a wanted question, or has spoken again.
    """

    silence_changed = Signal()

    def __init__(
        self, data_folder: Path, parent: QObject | None = None, *, opened: Mapping[DataSet, Digits] | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = EngineKeeper(data_folder, self, opened=opened)
        self._waiting: list[Reply[Any]] = []  # with answers of all kinds
        self._current: Reply[Any] | None = None  # the one being answered, or one no longer wanted
        self._engine: EngineProcess | None = None  # the one asked last
        self._thread: TrainingThread | None = None
        self._silent = False
        self._clock = QTimer(self, interval=1000 // _COLLECTIONS_PER_SECOND)
        self._clock.timeout.connect(self._collect)

    @property
    def engine_pid(self) -> int | None:
        """The engine's process id; None before the first question."""
        return self._keeper.pid

    @property
    def silent(self) -> bool:
        """Whether the engine owes a wanted answer and has said nothing for some seconds."""
        return self._silent

    @property
    def question(self) -> "Question[Any] | None":
        """The question being answered; None if there is none, or it is no longer wanted."""
        reply = self._wanted()
        return reply.question if reply is not None else None

    @property
    def idle(self) -> bool:
        """Whether no question is being answered or waiting."""
        return self._thread is None and not self._waiting

    def ask(self, question: "Question[Answer]", parent: QObject) -> Reply[Answer]:
        """Answer a question after those before it; the reply dies with its parent."""
        reply = Reply(question, parent)
        reply.withdrawn.connect(self._stop_what_is_not_wanted)
        self._waiting.append(reply)
        self._begin_next()
        return reply

    @Slot()
    def end_silence(self) -> None:
        """End a silent engine: the question gets no answer, and the next one gets another engine."""
        reply = self._wanted()
        if self._silent and reply is not None:
            self._current = None
            self._listen()
            _fail(reply, Problem("The measuring did not answer and was ended: ask for it again."))

    def close(self) -> None:
        """End everything at once."""
        self._waiting, self._current, self._silent = [], None, False
        self._clock.stop()
        self._keeper.close()
        if self._thread is not None:
            self._thread.wait()
            self._thread = None

    def _wanted(self) -> Reply[Any] | None:
        """Return the reply to the question being answered; None if there is none, or it is no longer wanted."""
        return self._current if self._current is not None and self._current.wanted else None

    def _begin_next(self) -> None:
        self._waiting = [reply for reply in self._waiting if reply.wanted]
        if self._thread is not None or not self._waiting:
            return
        self._current = self._waiting.pop(0)
        self._engine = self._keeper.engine()
        self._thread = TrainingThread(self._engine, Ask(self._current.question), self)
        self._thread.start()
        self._clock.start()

    @Slot()
    def _stop_what_is_not_wanted(self) -> None:
        if self._current is not None and not self._current.wanted:
            self._current = None
            if self._thread is not None:
                self._thread.send(Stop())

    @Slot()
    def _collect(self) -> None:
        if self._thread is None:
            return
        self._stop_what_is_not_wanted()  # a dead reply does not say so
        for message in self._thread.collect():
            reply = self._wanted()
            match message:
                case AnswerProgress(share) if reply is not None:
                    reply.progressed.emit(share)
                case Answered(answer) if reply is not None:
                    self._current = None  # a listener may ask the next one
                    reply.answered.emit(answer)
                    reply.deleteLater()
                case Ended(problem):
                    self._end(problem)
        self._listen()

    def _listen(self) -> None:
        """Notice a silent engine, and do not wait for an answer that nobody wants any more."""
        silent = self._thread is not None and self._thread.silent
        if silent and self._current is None and self._engine is not None:
            self._engine.kill()
            silent = False
        if silent is not self._silent:
            self._silent = silent
            self.silence_changed.emit()

    def _end(self, problem: Problem | None) -> None:
        reply, thread = self._wanted(), self._thread
        self._current = self._thread = None
        self._clock.stop()
        if thread is not None:
            thread.wait()  # it has sent its last message and is about to return
            thread.deleteLater()
        if reply is not None and problem is not None:
            if self._engine is not None and not self._engine.alive:
                problem = Problem("The measuring ended unexpectedly (perhaps out of memory): ask for it again.")
            _fail(reply, problem)
        self._begin_next()


def _fail(reply: Reply[Any], problem: Problem) -> None:
    reply.failed.emit(problem)
    reply.deleteLater()
