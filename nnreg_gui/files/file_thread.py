"""The thread that reads and writes files, so that the window never waits for a disk."""

from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.problems import Problem

Job = Callable[[], Any]
_SECONDS_TO_END = 30  # for the largest file on a slow disk; a network folder may never answer


class FileThread(QObject):
    """Does jobs one after another, in the order given. Its thread starts with the first.

    Signals:
        done: a job has ended; carries it and what it returned.
        failed: a job has ended; carries it and the `Problem` that ended it.
    """

    done = Signal(object, object)
    failed = Signal(object, object)
    _ended = Signal(object, object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[Job] = deque()  # those whose end has not been reported
        self._thread: _Thread | None = None
        self._ended.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether any job has not ended, or has ended but not been reported."""
        return bool(self._jobs)

    @property
    def present(self) -> Job | None:
        """The job in progress, or the next whose end will be reported; None if there is none."""
        return self._jobs[0] if self._jobs else None

    def do(self, job: Job) -> None:
        """Do a job, which must touch nothing that others change meanwhile, and no Qt objects but its own."""
        if self._thread is None:
            self._thread = _Thread(self._ended.emit)
            self._thread.start()
        self._jobs.append(job)
        self._thread.jobs.put(job)

    def give_up(self) -> None:
        """Abandon the job in progress: its end is not reported, and the next ones do not wait for it."""
        others = list(self._jobs)[1:]
        self._leave()
        for job in others:
            self.do(job)

    def close(self, seconds: float = _SECONDS_TO_END) -> None:
        """End the thread once all jobs have ended; abandon jobs that take longer than this."""
        if self._thread is not None:
            self._thread.jobs.put(None)
            self._thread.join(seconds)
            if self._thread.is_alive():
                self._leave()
            self._thread = None

    def _leave(self) -> None:
        if self._thread is not None:
            self._thread.is_left = True
            self._thread.jobs.put(None)  # in case it waits for a job
        self._thread = None
        self._jobs.clear()

    @Slot(object, object, object, object)
    def _tell(self, thread: "_Thread", job: Job, result: object, problem: Problem | None) -> None:
        if thread.is_left:
            return
        self._jobs.popleft()
        if problem is None:
            self.done.emit(job, result)
        else:
            self.failed.emit(job, problem)


class _Thread(Thread):
    """Takes jobs until it finds None, or is abandoned.

    Not a QThread: a thread waiting for a file that never comes can neither be ended nor joined, and the program must
    end all the same.
    """

    def __init__(self, tell: Callable[[Thread, Job, object, Problem | None], None]) -> None:
        super().__init__(daemon=True)
        self.jobs: SimpleQueue[Job | None] = SimpleQueue()
        self.is_left = False
        self._tell = tell

    def run(self) -> None:
        while (job := self.jobs.get()) is not None and not self.is_left:
            result, problem = None, None
            try:
                result = job()
            except Problem as error:
                problem = error
            except Exception as error:  # a fault of ours must not silently end the thread, nor the program
                problem = Problem("This ended because of a fault in the program ({error}).", error=repr(error))
            if self.is_left:  # the receiver may be gone
                return
            self._tell(self, job, result, problem)
