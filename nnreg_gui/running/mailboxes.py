"""Where commands to an engine process wait for it, and messages from it for the window: the only locks. No Qt.

Neither waits for the other: an engine may be busy for seconds, or be stopped by the system; a window may be drawing.
"""

import pickle
import select
import sys
from multiprocessing.connection import Connection
from threading import Condition, Lock, Thread
from time import monotonic

from nnreg_gui.engine.events import Changed, Progress
from nnreg_gui.running.engine_messages import AnswerProgress, Ask, Change, Command, Go, Held, Hold, Message, Start, Stop

SECONDS_OF_SILENCE = 5  # after which an engine that owes an answer is called silent

_FITS = 2_000  # bytes that can be written where there is room at all

# One command of a kind waits at most, the newest; they are sent in this order.
_ORDER = (Start, Ask, Change, Go, Hold, Stop)
# What each makes pointless besides: all of an earlier run or question, a pause that is over, everything but the end.
_POINTLESS: dict[type[Command], tuple[type[Command], ...]] = {
    Start: _ORDER,
    Ask: _ORDER,
    Go: (Hold,),
    Stop: (Change, Go, Hold),
}


class Outbox:
    """Sends commands, from a thread where there is no room at once, until it is closed or nobody can read them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[type[Command], bytes] = {}
        self._sending = self._closed = False
        self._news = Condition()
        Thread(target=self._send_what_waits, name="outbox", daemon=True).start()

    def put(self, command: Command) -> None:
        """Have a command sent as soon as there is room for it, unless a newer one makes it pointless before."""
        packed = pickle.dumps(command)  # by the caller, who hears of a fault
        with self._news:
            for pointless in _POINTLESS.get(type(command), ()):
                self._waiting.pop(pointless, None)
            self._waiting[type(command)] = packed
            if not self._sending and len(self._waiting) == 1 and self._has_room(packed):
                self._send(self._waiting.popitem()[1])  # a thread might not get the processor for a while
            else:
                self._news.notify()

    def close(self) -> None:
        """Send nothing more."""
        with self._news:
            self._closed = True
            self._news.notify()

    def _has_room(self, packed: bytes) -> bool:
        if sys.platform == "win32" or len(packed) > _FITS:
            return False  # Windows does not tell
        room = select.poll()
        room.register(self._connection, select.POLLOUT)
        return bool(room.poll(0))

    def _send_what_waits(self) -> None:
        while (packed := self._next()) is not None:
            self._send(packed)

    def _send(self, packed: bytes) -> None:
        try:
            self._connection.send_bytes(packed)
        except OSError:  # nobody is there
            self.close()

    def _next(self) -> bytes | None:
        """Wait for a command; return None when nothing is to be sent any more."""
        with self._news:
            self._sending = False
            self._news.wait_for(lambda: self._waiting or self._closed)
            self._sending = True
            return None if self._closed else self._waiting.pop(min(self._waiting, key=_ORDER.index))


class Inbox:
    """Keeps what an engine says during one run or question until it is taken, and knows whether it owes an answer.

    What adds up (records, changes) goes into a list, what replaces (progress) into a slot: however rarely somebody
    takes it, nothing is lost and nothing piles up needlessly.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._messages: list[Message] = []
        self._progress: Progress | AnswerProgress | None = None
        self._holding = False
        self._owing_since: float | None = monotonic()  # None while the engine has nothing to say, as in a pause

    @property
    def silent(self) -> bool:
        """Whether the engine owes an answer and has said nothing for some seconds."""
        with self._lock:
            return self._owing_since is not None and monotonic() - self._owing_since > SECONDS_OF_SILENCE

    def expect_answer(self, command: Command) -> None:
        """Note what the engine was asked."""
        with self._lock:
            self._holding = self._holding and not isinstance(command, Go)
            if self._owing_since is None and not isinstance(command, Hold):  # who holds does not say so again
                self._owing_since = monotonic()

    def put(self, message: Message) -> None:
        """Keep a message."""
        with self._lock:
            self._holding = isinstance(message, Held) or (self._holding and isinstance(message, Changed))
            self._owing_since = None if self._holding else monotonic()
            if isinstance(message, Progress | AnswerProgress):
                self._progress = message
            else:
                self._messages.append(message)
                self._progress = None  # it spoke of an earlier moment

    def take(self) -> list[Message]:
        """Return what came since the last call, in order."""
        with self._lock:
            messages, self._messages = self._messages, []
            progress, self._progress = self._progress, None
        return messages if progress is None else [*messages, progress]
