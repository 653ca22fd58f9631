"""Sessions, tables and pictures from and to the user's files."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QIODevice, QSaveFile

from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.session import Session
from nnreg_gui.engine.session_format import session_bytes
from nnreg_gui.engine.session_reading import LONGEST_BEGINNING, begins_like_a_session, read_session

_MOST_BYTES = 2**32
_SLICE = 2**20


def kind_of(path: str) -> Literal["session", "experiment"]:
    """Return what a file is to be opened as; a file that cannot be read, or is neither, as an experiment."""
    try:
        with Path(path).open("rb") as file:
            return "session" if begins_like_a_session(file.read(LONGEST_BEGINNING)) else "experiment"
    except OSError:
        return "experiment"


def read_session_file(path: str) -> Session:
    """Read a session file.

    Raises:
        Problem: it cannot be read, or holds no session.
    """
    try:
        with Path(path).open("rb") as file:
            beginning = file.read(LONGEST_BEGINNING)
            # Whatever is no session, or too large for one, need not be read to be refused.
            is_session = begins_like_a_session(beginning) and Path(path).stat().st_size <= _MOST_BYTES
            file.seek(0)
            content = file.read() if is_session else beginning
    except OSError as error:
        raise Problem(
            "{file} cannot be read ({reason}).", file=str(path), reason=error.strerror or str(error)
        ) from error
    except MemoryError as error:
        raise Problem("There is not enough memory to open {file}.", file=str(path)) from error
    return read_session(content)


def write_session_file(path: str, session: Session) -> None:
    """Write a session file: wholly, or not at all.

    Raises:
        Problem: it cannot be written; a file that was there before is as it was.
    """
    write_file(path, session_bytes(session))


def write_file(path: str, content: bytes) -> None:
    """Write a file: wholly, or not at all.

    Raises:
        Problem: it cannot be written; a file that was there before is as it was.
    """
    file = QSaveFile(path)
    written = file.open(QIODevice.OpenModeFlag.WriteOnly)
    # In slices: where this is another thread, Python goes on in the window's between any two of them.
    for start in range(0, len(content), _SLICE):
        part = content[start : start + _SLICE]
        written = written and file.write(part) == len(part)
    if written:
        _wait_for_disk(file)
    if not (written and file.commit()):
        raise Problem(
            "{file} could not be written ({reason}). Choose another folder, or make room on the disk.",
            file=path,
            reason=file.errorString(),
        )


def _wait_for_disk(file: QSaveFile) -> None:
    """Wait until the disk has what was written: commit() waits, too, but holds up Python in all threads meanwhile."""
    file.flush()
    with suppress(OSError):  # not everything that can be written to can be waited for; commit() tells what is wrong
        os.fsync(file.handle())
