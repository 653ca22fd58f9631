"""Mailboxes that hold commands for an engine process and its messages for the window: the only locks. No Qt.

Neither side waits for the other: an engine may be busy for seconds, or stopped by the system; a window may be drawing.
"""

import pickle
import select
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Condition, Lock, Thread
from time import monotonic

from nnreg_gui.engine.events import Changed, Progress
from nnreg_gui.running.engine_messages import (
    AnswerProgress,
    Ask,
    Change,
    Command,
    Go,
    Held,
    Hold,
    Keep,
    Message,
    Prepare,
    Start,
    Stop,
)

SECONDS_OF_SILENCE = 5  # after which an engine that owes an answer counts as silent

_FITS = 2_000  # bytes that can be written if there is any room at all

# At most one command of a kind waits, the newest; they are sent in this order. What is to be kept goes before them all.
_OF_A_RUN = (Start, Ask, Change, Go, Hold, Stop)
_ORDER = (Prepare, *_OF_A_RUN)
# What else each makes pointless: all of an earlier run or question, a pause that is over, everything but the end.
_POINTLESS: dict[type[Command], tuple[type[Command], ...]] = {
    Start: _OF_A_RUN,
    Ask: _OF_A_RUN,
    Go: (Hold,),
    Stop: (Change, Go, Hold),
}


class Outbox:
    """Sends commands, from a thread if there is no room at once, until it is closed or nobody can read them.

    Args:
        connection: to the engine.
        give_up: is called, from the thread, if there is no memory to pack what the engine cannot do without.
    """

    def __init__(self, connection: Connection, give_up: Callable[[], object]) -> None:
        self._connection, self._give_up = connection, give_up
        self._waiting: dict[type[Command], bytes] = {}
        self._to_keep: list[Keep] = []
        self._sending = self._closed = False
        self._news = Condition()
        Thread(target=self._send_what_waits, name="outbox", daemon=True).start()

    def put(self, command: Command) -> None:
        """Send a command as soon as there is room for it, unless a newer one makes it pointless first."""
        if isinstance(command, Keep):  # the thread packs it: it is large
            with self._news:
                self._to_keep.append(command)
                self._news.notify()
            return
        packed = pickle.dumps(command)  # in the caller, which gets to see a fault
        with self._news:
            for pointless in _POINTLESS.get(type(command), ()):
                self._waiting.pop(pointless, None)
            self._waiting[type(command)] = packed
            if not self._sending and not self._to_keep and len(self._waiting) == 1 and self._has_room(packed):
                self._send(self._waiting.popitem()[1])  # a thread might have to wait for the processor
            else:
                self._news.notify()

    def close(self) -> None:
        """Send nothing more."""
        with self._news:
            self._closed = True
            self._news.notify()

    def _has_room(self, packed: bytes) -> bool:
        if sys.platform == "win32" or len(packed) > _FITS:
            return False  # Windows does not say
        room = select.poll()
        room.register(self._connection, select.POLLOUT)
        return bool(room.poll(0))

    def _send_what_waits(self) -> None:
        while (command := self._next()) is not None:
            try:
                packed = command if isinstance(command, bytes) else pickle.dumps(command)
            except Exception:
                self._give_up()
                return
            self._send(packed)

    def _send(self, packed: bytes) -> None:
        try:
            self._connection.send_bytes(packed)
        except OSError:  # nobody is reading
            self.close()

    def _next(self) -> bytes | Keep | None:
        """Wait for a command, packed or to be packed; return None once there is nothing more to send."""
        with self._news:
            self._sending = False
            self._news.wait_for(lambda: self._waiting or self._to_keep or self._closed)
            self._sending = True
            if self._to_keep and not self._closed:
                return self._to_keep.pop(0)
            return None if self._closed else self._waiting.pop(min(self._waiting, key=_ORDER.index))


class Inbox:
    """Keeps an engine's messages during one run or question until taken, and knows whether it owes an answer.

    What adds up (records, changes) goes into a list, what replaces (progress) into a slot: however rarely anyone takes
    them, nothing is lost and nothing piles up needlessly.
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
        """Note a command to the engine."""
        with self._lock:
            self._holding = self._holding and not isinstance(command, Go)
            if self._owing_since is None and not isinstance(command, Hold):  # a holding engine does not say so again
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
                self._progress = None  # it is out of date

    def take(self) -> list[Message]:
        """Return what came since the last call, in order."""
        with self._lock:
            messages, self._messages = self._messages, []
            progress, self._progress = self._progress, None
        return messages if progress is None else [*messages, progress]
