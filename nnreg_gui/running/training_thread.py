"""The QThread that drives the engine process during one run or question."""

from PySide6.QtCore import QObject, QThread

from nnreg_gui.running.engine_messages import Ask, Command, Ended, Message, Start
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.mailboxes import Inbox


class TrainingThread(QThread):
    """Reads the engine process's messages until the run or question ends; the window collects them when it likes."""

    def __init__(self, engine: EngineProcess, start: Start | Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._inbox = engine, Inbox()
        engine.send(start)  # not in run(), which begins later: a Stop or Hold could overtake it

    @property
    def silent(self) -> bool:
        """Whether the engine owes an answer and has said nothing for some seconds."""
        return self._inbox.silent

    def run(self) -> None:
        """Read until the run or question ends."""
        message: Message | None = None
        while not isinstance(message, Ended):
            message = self._engine.receive()
            self._inbox.put(message)

    def send(self, command: Command) -> None:
        """Send the engine process a command, without waiting."""
        self._inbox.expect_answer(command)
        self._engine.send(command)

    def collect(self) -> list[Message]:
        """Return what came since the last call, in order."""
        return self._inbox.take()
