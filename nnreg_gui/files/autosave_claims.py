"""Which folders of other programs this one may make its own."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time

from PySide6.QtCore import QLockFile, QSysInfo

from nnreg_gui.files.autosave_folder import (
    INDEX,
    LOCK,
    Index,
    files_in,
    has_runs,
    last_written,
    read_index,
    remove_half_written,
)

SET_ASIDE = "unreadable"
_SHOWN = "shown"
_MILLISECONDS_TO_LOCK = 1_000  # a lock that is older, and that no program holds, is one of a crash
_SECONDS_KEPT = 30 * 24 * 3600  # what was shown here, and nobody has written to since


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """A folder of an autosave.

    Attributes:
        path: where it is.
        lock: held by this program; None where a program elsewhere may be using the folder, or where it cannot be
            written to: it may be read, and must stay as it is.
        index: what its index said when it was found.
    """

    path: Path
    lock: QLockFile | None
    index: Index

    def files(self) -> dict[str, Path]:
        """Return the files of histories that are there, by their names; of those that stay, what was not shown yet."""
        files = files_in(self.path)
        if self.lock is not None:
            return files
        shown = _written(self.path / _SHOWN)
        return {name: path for name, path in files.items() if _written(path) > shown}

    def note_shown(self) -> None:
        """Take note that all that is there was shown; if that cannot be written, it is offered again."""
        with suppress(OSError):
            (self.path / _SHOWN).touch()

    def release(self) -> None:
        """Leave the folder to the next program; without runs, remove it."""
        if self.lock is None:
            return
        try:
            if not has_runs(self.path):
                remove_half_written(self.path)
                for name in (INDEX, _SHOWN):
                    (self.path / name).unlink(missing_ok=True)
        except OSError:
            pass  # another time
        self.lock.unlock()
        with suppress(OSError):  # nearly always: there is something in it
            self.path.rmdir()

    def discard(self) -> None:
        """Remove the folder with its runs: the files first, as nobody else may find them once it is not locked."""
        with suppress(OSError):  # another time
            for path in files_in(self.path).values():
                path.unlink(missing_ok=True)
        self.release()


def claim(path: Path) -> Folder | None:
    """Return a folder, locked where that is possible and right; None where a program that is going on holds it.

    A program of this computer goes on as long as the system holds its lock. Of one elsewhere, as with a home that
    several computers share, that cannot be known.
    """
    said = _computer_in(path / LOCK)
    if said is None or said == _this_computer():
        lock = QLockFile(str(path / LOCK))
        lock.setStaleLockTime(1 if said is None else _MILLISECONDS_TO_LOCK)
        if os.access(path, os.W_OK) and lock.tryLock(0):
            return Folder(path, lock, read_index(path))
        if said is not None and lock.error() is QLockFile.LockError.LockFailedError:
            return None
    return Folder(path, None, read_index(path))


def left_folders(base: Path, held: list[Path]) -> tuple[list[Folder], bool]:
    """Return what programs have left, the newest first, and whether others go on.

    What is empty is removed, and what has been shown to the user long ago and was left alone since.

    Args:
        base: what the folders lie in.
        held: those that this program holds.
    """
    try:
        paths = [path for path in base.iterdir() if path.is_dir() and path.name != SET_ASIDE and path not in held]
    except OSError:
        return [], False
    found = [claim(path) for path in sorted(paths, key=last_written, reverse=True)]
    left = []
    for folder in filter(None, found):
        if folder.files():
            left.append(folder)
        elif folder.lock is not None:
            folder.release()
        elif 0 < _written(folder.path / _SHOWN) < time() - _SECONDS_KEPT:
            _remove_shown(folder)
    return left, None in found


def _remove_shown(folder: Folder) -> None:
    with suppress(OSError):
        for path in folder.path.iterdir():
            path.unlink()
        folder.path.rmdir()


def _written(path: Path) -> float:
    """Return when a file was written, in seconds; 0 where it is not there."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _computer_in(lock: Path) -> tuple[str, ...] | None:
    """Return the name and the mark of the computer that has made a lock; None where it says nothing of them."""
    try:
        lines = lock.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return None
    return tuple(lines[2:4]) if len(lines) > 3 and lines[0].isdigit() else None


def _this_computer() -> tuple[str, str]:
    return QSysInfo.machineHostName(), bytes(QSysInfo.machineUniqueId().data()).decode()
