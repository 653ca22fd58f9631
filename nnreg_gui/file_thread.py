"""The thread in which large files are read and written, so that the window never waits for a disk."""

from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from nnreg_gui.engine.problems import Problem

Job = Callable[[], Any]


class FileThread(QObject):
    """Does jobs one after another, in the order in which they were given. Its thread begins with the first of them.

    Signals:
        done: a job has ended; carries it and what it returned.
        failed: a job has ended; carries it and the `Problem` that ended it.
    """

    done = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._thread: _Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether there are jobs that have not ended, or whose end has not been told."""
        return self._waiting > 0

    def do(self, job: Job) -> None:
        """Do a job, which must touch nothing that others change meanwhile, and no object of Qt's but its own."""
        if self._thread is None:
            self._thread = _Thread(self)
            self._thread.ended.connect(self._tell)
            self._thread.start()
        self._waiting += 1
        self._thread.jobs.put(job)

    def close(self) -> None:
        """Wait until all jobs have ended, and end the thread."""
        if self._thread is not None:
            self._thread.jobs.put(None)
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None

    @Slot(object, object, object)
    def _tell(self, job: Job, result: object, problem: Problem | None) -> None:
        self._waiting -= 1
        if problem is None:
            self.done.emit(job, result)
        else:
            self.failed.emit(job, problem)


class _Thread(QThread):
    """Takes jobs until it finds None."""

    ended = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs: SimpleQueue[Job | None] = SimpleQueue()

    def run(self) -> None:
        while (job := self.jobs.get()) is not None:
            result, problem = None, None
            try:
                result = job()
            except Problem as error:
                problem = error
            except Exception as error:  # a fault of ours must not end the thread silently, nor the program
                problem = Problem("This ended because of a fault in the program ({error}).", error=repr(error))
            self.ended.emit(job, result, problem)
