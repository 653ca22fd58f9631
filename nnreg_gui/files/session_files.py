"""Sessions from and to the user's files."""

import os
from pathlib import Path

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.sessions.session import Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.engine.sessions.session_reading import LONGEST_BEGINNING, begins_like_a_session, read_session
from nnreg_gui.files.experiment_files import Assignment, read_experiment
from nnreg_gui.files.user_files import opened, write_file
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.lesson_files import LESSON_SUFFIXES, read_lesson

_MOST_BYTES = 2**32
_LESSON_BEGINNING = 4_096  # bytes; a lesson without its format there is known by its name


def read_file(path: str) -> Session | Experiment | Assignment | Lesson:
    """Read a session file, a lesson, or else an experiment file.

    Raises:
        Problem: it cannot be read, or holds none of them.
    """
    with opened(path) as file:
        beginning = file.read(max(LONGEST_BEGINNING, _LESSON_BEGINNING))
    if begins_like_a_session(beginning[:LONGEST_BEGINNING]):
        return read_session_file(path)
    if b"nnreg-lesson" in beginning or Path(path).suffix in LESSON_SUFFIXES:
        return read_lesson(Path(path))
    return read_experiment(path)


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
