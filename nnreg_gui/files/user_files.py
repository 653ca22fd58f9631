"""The user's files: opens them for reading, and writes them completely or not at all; says what a disk did wrong."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from nnreg_gui.engine.problems import Problem

_MOST_BESIDE = 60  # characters of a file's name, each of up to four bytes: with what follows, a name may have 255
_CANNOT_WAIT = (errno.EINVAL, errno.ENOTSUP)  # the answer of file systems with nothing to wait for


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a file for reading.

    Raises:
        Problem: it cannot be read, it never ends, or there is not enough memory for what is made of it.
    """
    try:
        _mode(path)
        with Path(path).open("rb") as file:
            yield file
    except OSError as error:
        raise Problem("{file} cannot be read ({reason}).", file=path, reason=reason_of(error)) from error
    except MemoryError as error:
        raise Problem("There is not enough memory to open {file}.", file=path) from error


def write_file(path: str, content: bytes) -> None:
    """Write a file completely, or not at all.

    Raises:
        Problem: it cannot be written; what was there before stays as it was.
    """
    try:
        _check_target(path)
        _replace(Path(os.path.realpath(path)), content)  # for a link, replaces its target
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: str, error: OSError) -> Problem:
    """Return why a file could not be written."""
    return Problem(
        "{file} could not be written ({reason}). Choose another folder, or make room on the disk.",
        file=path,
        reason=reason_of(error),
    )


def reason_of(error: OSError) -> str:
    """Return what the system says of an error."""
    return error.strerror or str(error)


def state_of(path: Path) -> os.stat_result:
    """Return the state of a file or folder.

    Raises:
        OSError: there is none, or can be none of that name.
    """
    try:
        return path.stat()
    except ValueError as error:  # a character that no path can have
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) from error


def is_folder(path: Path) -> bool:
    """Return whether a path is that of a folder. It is not if nobody may look: opening it says what is wrong."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _replace(target: Path, content: bytes) -> None:
    """Write beside the file first, so that it appears whole and at once."""
    beside = target.with_name(f"{target.name[:_MOST_BESIDE]}.{uuid4().hex[:8]}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            _wait_for_disk(file)
        with suppress(OSError):  # there may be no file yet, or no permissions at all
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _wait_for_disk(file: BinaryIO) -> None:
    try:
        os.fsync(file.fileno())
    except OSError as error:
        if error.errno not in _CANNOT_WAIT:
            raise


def _check_target(path: str) -> None:
    """Refuse what must not be replaced: a folder, a write-protected file, a device (which root might)."""
    try:
        mode = _mode(path)
    except FileNotFoundError:
        return
    reason = errno.EISDIR if stat.S_ISDIR(mode) else errno.EACCES if not os.access(path, os.W_OK) else None
    if reason is not None:
        raise OSError(reason, os.strerror(reason))


def _mode(path: str) -> int:
    """Return a path's kind by stat(), without opening what could make us wait for ever."""
    mode = state_of(Path(path)).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise Problem("{file} is a device or a pipe: choose a file.", file=path)
    return mode
