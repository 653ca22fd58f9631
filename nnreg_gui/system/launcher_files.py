"""What launchers and file types share: the user's folders, files written whole, the desktop's helpers."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from nnreg_gui.engine.problems import Problem
from nnreg_gui.resource_files import resource_path


class LauncherError(Exception):
    """A launcher could not be added or removed; ``str()`` says in English why and what to do.

    Attributes:
        template: the sentence with ``{placeholders}``, as a translator knows it.
        values: what the placeholders stand for.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


def xdg_folder(variable: str, default: str) -> Path:
    """Return a folder of the user's, from its variable or else by its name within the home folder."""
    folder = Path(os.environ.get(variable, ""))
    # The specification says to ignore a relative path.
    return folder if folder.is_absolute() else Path.home() / default


def resource(*parts: str) -> Path:
    """Return the path of a resource.

    Raises:
        LauncherError: it is missing.
    """
    try:
        return resource_path(*parts)
    except Problem as error:
        raise LauncherError(
            "The program's file {name} is missing: please install nnreg-gui again.", name="/".join(parts)
        ) from error


def encoded(text: str) -> bytes:
    """Return a text as a file holds it; a path in it may hold bytes that are not UTF-8, which stay as they came."""
    return text.encode("utf-8", "surrogateescape")


def write(path: Path, text: str, *, executable: bool = True) -> None:
    """Write a file so that nobody ever sees half of it, since the desktop shows it at once.

    Raises:
        LauncherError: it could not be written; what was there before stays.
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(encoded(text))
        temporary.chmod(0o755 if executable else 0o644)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise LauncherError(
            "The launcher could not be written to {path}: {reason}. "
            "Check that you may write to that folder and that the disk is not full, then try again.",
            path=path,
            reason=error.strerror,
        ) from error


def remove(path: Path) -> bool:
    """Remove a file; return whether it was there.

    Raises:
        LauncherError: it is there but could not be removed.
    """
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise LauncherError(
            "The launcher {path} could not be removed: {reason}. "
            "Check that you may write to its folder, or delete the file yourself.",
            path=path,
            reason=error.strerror,
        ) from error
    return True


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a helper quietly: with no input, no console window, and a time limit."""
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        env=_users_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _users_environment() -> dict[str, str]:
    """Return the environment without a bundle's own libraries, which programs of the system may not be able to use."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment["LD_LIBRARY_PATH"] = environment.pop("LD_LIBRARY_PATH_ORIG", "")
    return environment
