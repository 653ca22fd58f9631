"""Decides which folders of other programs this one may take over."""

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
    read_index,
    remove_half_written,
    written,
)

SET_ASIDE = "unreadable"
_SHOWN = "shown"
_MILLISECONDS_TO_LOCK = 1_000  # an older lock that no program holds comes from a crash
_SECONDS_KEPT = 30 * 24 * 3600  # what was shown here and nobody has written to since


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """A folder of an autosave.

    Attributes:
        path: where it is.
        lock: held by this program; None if a program elsewhere may be using the folder, or if it is not writable: it
            may be read, but must stay as it is.
        index: what its index said when found.
    """

    path: Path
    lock: QLockFile | None
    index: Index

    def files(self) -> dict[str, Path]:
        """Return its files of histories by name; in a folder that stays, only those not shown yet."""
        files = files_in(self.path)
        if self.lock is not None:
            return files
        shown = written(self.path / _SHOWN)
        return {name: path for name, path in files.items() if written(path) > shown}

    def note_shown(self) -> None:
        """Record that everything in it was shown; if that cannot be written, it is offered again."""
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
        with suppress(OSError):  # nearly always, because there is something in it
            self.path.rmdir()

    def discard(self) -> None:
        """Remove the folder with its runs: files first, since nobody may find them once it is unlocked."""
        with suppress(OSError):  # another time
            for path in files_in(self.path).values():
                path.unlink(missing_ok=True)
        self.release()


def claim(path: Path) -> Folder | None:
    """Return a folder, locked where possible and right; None if a running program holds it.

    A program on this computer is running while the system holds its lock. For one elsewhere, as with a home folder
    shared by several computers, nobody can know.
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
    """Return what programs have left, newest first, and whether others are running.

    Remove what is empty, and what the user was shown long ago and has left alone since.

    Args:
        base: the parent of the folders.
        held: those that this program holds.
    """
    try:
        paths = [path for path in base.iterdir() if path.is_dir() and path.name != SET_ASIDE and path not in held]
    except OSError:
        return [], False
    # A folder's own time reflects locks.
    newest_first = sorted(paths, key=lambda path: written(path / INDEX), reverse=True)
    found = [claim(path) for path in newest_first]
    left = []
    for folder in filter(None, found):
        if folder.files():
            left.append(folder)
        elif folder.lock is not None:
            folder.release()
        elif 0 < written(folder.path / _SHOWN) < time() - _SECONDS_KEPT:
            _remove_shown(folder)
    return left, None in found


def _remove_shown(folder: Folder) -> None:
    with suppress(OSError):
        for path in folder.path.iterdir():
            path.unlink()
        folder.path.rmdir()


def _computer_in(lock: Path) -> tuple[str, ...] | None:
    """Return the name and the mark of the computer that made a lock; None if the lock does not give them."""
    try:
        lines = lock.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return None
    return tuple(lines[2:4]) if len(lines) > 3 and lines[0].isdigit() else None


def _this_computer() -> tuple[str, str]:
    return QSysInfo.machineHostName(), bytes(QSysInfo.machineUniqueId().data()).decode()
