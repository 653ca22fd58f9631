"""The QThread that drives the engine process during one run or study: the only file with a lock."""

from threading import Lock

from PySide6.QtCore import QObject, QThread

from nnreg_gui.engine.events import Progress
from nnreg_gui.running.engine_process import Ask, Command, Ended, EngineProcess, Message, Start, StudyProgress


class TrainingThread(QThread):
    """Reads what the engine process says until the run or study has ended; the window collects it when it likes.

    What adds up (records, changes) goes into a list, what replaces (progress) into a slot: however rarely the window
    asks, nothing is lost and nothing piles up needlessly.
    """

    def __init__(self, engine: EngineProcess, start: Start | Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        engine.send(start)  # not in run(), which begins some time later: a Stop or Hold could come before it
        self._lock = Lock()
        self._messages: list[Message] = []
        self._progress: Progress | StudyProgress | None = None

    def run(self) -> None:
        """Read until the run or study has ended."""
        message: Message | None = None
        while not isinstance(message, Ended):
            message = self._engine.receive()
            with self._lock:
                if isinstance(message, Progress | StudyProgress):
                    self._progress = message
                else:
                    self._messages.append(message)
                    self._progress = None  # it spoke of an earlier moment

    def send(self, command: Command) -> None:
        """Ask the engine process for something."""
        self._engine.send(command)

    def collect(self) -> list[Message]:
        """Return what came since the last call, in order."""
        with self._lock:
            messages, self._messages = self._messages, []
            progress, self._progress = self._progress, None
        return messages if progress is None else [*messages, progress]
