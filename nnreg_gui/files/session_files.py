"""Sessions from and to the user's files."""

import os

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.sessions.session import Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.engine.sessions.session_reading import LONGEST_BEGINNING, begins_like_a_session, read_session
from nnreg_gui.files.experiment_files import read_experiment
from nnreg_gui.files.user_files import opened, write_file

_MOST_BYTES = 2**32


def read_file(path: str) -> Session | Experiment:
    """Read a session file, or else an experiment file.

    Raises:
        Problem: it cannot be read, or holds neither.
    """
    with opened(path) as file:
        is_session = begins_like_a_session(file.read(LONGEST_BEGINNING))
    return read_session_file(path) if is_session else read_experiment(path)


def read_session_file(path: str) -> Session:
    """Read a session file.

    Raises:
        Problem: it cannot be read, or holds no session.
    """
    with opened(path) as file:
        beginning = file.read(LONGEST_BEGINNING)
        # Refuse what is no session, or too large for one, without reading it.
        is_session = begins_like_a_session(beginning) and os.fstat(file.fileno()).st_size <= _MOST_BYTES
        file.seek(0)
        return read_session(file.read() if is_session else beginning)


def write_session_file(path: str, session: Session) -> None:
    """Write a session file completely, or not at all.

    Raises:
        Problem: it cannot be written; an earlier file stays as it was.
    """
    write_file(path, session_bytes(session))
