"""Hands a file over to a window that is open already, before Qt is imported.

Each window listens at an address of its own, in a folder that only this user can open. An address is a Unix socket, or,
on Windows, where Python knows none, a file with the port of this computer and the secret that opens it.
"""

import json
import os
import re
import socket
import stat
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

MOST_BYTES = 20_000  # of a message
TAKEN = b"taken\n"  # the answer to it
_END = b"\n"
_SECONDS = 3.0  # to wait for a window, which may be opening itself; then a new one opens
_FAMILY = getattr(socket, "AF_UNIX", socket.AF_INET)
_TOKEN = re.compile(r"[!-~]{0,300}")


@dataclass(frozen=True, slots=True)
class Handed:
    """What a window is to open.

    Attributes:
        path: of the file, absolute.
        token: by which a Wayland desktop lets the window come to the front, or "".
        secret: of the window, "" for a Unix socket.
    """

    path: str
    token: str = ""
    secret: str = ""

    def message(self) -> bytes:
        """Return it as it is sent."""
        return json.dumps(asdict(self)).encode() + _END


def is_whole(message: bytes) -> bool:
    """Return whether nothing more is to be read: a message is complete, or longer than any."""
    return message.endswith(_END) or len(message) > MOST_BYTES


def understood(message: bytes, secret: str) -> Handed | None:
    """Return what a message means; None unless this program wrote it for the window with this secret."""
    if len(message) > MOST_BYTES or not message.endswith(_END):
        return None
    try:
        handed = Handed(**json.loads(message))
        from secrets import compare_digest  # not at the start, which its cryptography would delay

        known = compare_digest(handed.secret.encode(), secret.encode())
        fits = _TOKEN.fullmatch(handed.token) and Path(handed.path).is_absolute() and "\0" not in handed.path
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return handed if known and fits else None


def hand_over(path: str) -> bool:
    """Let the window that was used last open a file; return whether one does."""
    folder = _folder()
    if folder is None:
        return False
    try:
        absolute = str(Path(path).absolute())
    except OSError:  # the current folder is gone: the new window says so
        return False
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    addresses = sorted(folder.glob(f"{_display()}.*"), key=_last_used, reverse=True)
    return any(_is_taken(address, absolute, token) for address in addresses)


def listen() -> tuple[socket.socket, Path, str] | None:
    """Return where a window listens: a socket, its address and its secret; None if others could listen, too."""
    folder = _folder()
    if folder is None:
        return None
    address, secret = folder / f"{_display()}.{os.getpid()}", ""
    opening = folder / f".{address.name}"  # where nobody asks: whoever is refused takes an address for a crashed one's
    try:
        server = socket.socket(_FAMILY)
    except OSError:  # forbidden, or too many are open
        return None
    try:
        opening.unlink(missing_ok=True)  # of a process that has crashed
        if _FAMILY == socket.AF_INET:
            secret = os.urandom(32).hex()
            server.bind(("127.0.0.1", 0))
            opening.write_text(f"{server.getsockname()[1]} {secret}", encoding="ascii")
        else:
            server.bind(str(opening))
        server.listen()
        server.setblocking(False)
        opening.replace(address)
    except OSError:
        server.close()
        with suppress(OSError):
            opening.unlink()
        return None
    return server, address, secret


def _is_taken(address: Path, path: str, token: str) -> bool:
    """Return whether the window at an address takes a file; forget an address where nobody is any more."""
    try:
        with socket.socket(_FAMILY) as connection:
            connection.settimeout(_SECONDS)
            secret = ""
            if _FAMILY == socket.AF_INET:
                port, secret = address.read_text(encoding="ascii").split()
                connection.connect(("127.0.0.1", int(port)))
            else:
                connection.connect(str(address))
            _let_others_come_to_the_front()
            connection.sendall(Handed(path, token, secret).message())
            return connection.recv(len(TAKEN)) == TAKEN
    except ConnectionRefusedError:
        with suppress(OSError):
            address.unlink()
    except (OSError, ValueError):  # a window that hangs, or is closing
        pass
    return False


def _folder() -> Path | None:
    """Return the folder of addresses, made if need be; None if there is none, or others could look into it."""
    try:
        if sys.platform == "win32":  # a user's folders are his own there
            folder = Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir(), "nnreg-gui", "windows")
            folder.mkdir(parents=True, exist_ok=True)
            return folder
        runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
        own = runtime.is_absolute() and runtime.is_dir()
        folder = runtime / "nnreg-gui" if own else Path(tempfile.gettempdir(), f"nnreg-gui-{os.getuid()}")
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:  # not even temporary files have a folder
        return None
    private = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return folder if private else None


def _display() -> str:
    """Return a word for where windows appear: none may open a file out of sight, on another display."""
    names = (os.environ.get(name, "") for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"))
    return re.sub(r"[^\w-]", "_", "-".join(names))[:40]


def _last_used(address: Path) -> float:
    try:
        return address.stat().st_mtime
    except OSError:
        return 0.0


def _let_others_come_to_the_front() -> None:
    """Pass on the right that a double click gives on Windows."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
