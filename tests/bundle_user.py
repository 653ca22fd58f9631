"""Somebody who has unpacked the bundle on a computer where there is little that he may write to."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

SECONDS = 60
Found = TypeVar("Found")


class User:
    """Starts the program, and presses keys in its windows.

    Attributes:
        documents: the only folder that can be written to, besides those for temporary files; not even the home can.
        environment: what programs know of him: he is Czech.
    """

    def __init__(self, program: Path, place: Path, display: str = "") -> None:
        self._program, self.documents, self.home = program, place / "documents", place / "home"
        self._temporary, runtime = place / "temporary", place / "runtime"
        for folder in (self.home, self.documents, self._temporary, runtime):
            folder.mkdir(mode=0o700)
        self._who: dict[str, Any] = {}
        if os.getuid() == 0:
            self._who = {"user": 65534, "group": 65534, "extra_groups": []}  # nobody
            for folder in (self.documents, self._temporary, runtime):
                os.chown(folder, 65534, 65534)
        self.home.chmod(0o555)
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "LANG": "cs_CZ.UTF-8",
            "LC_CTYPE": "C.UTF-8",  # not every computer has Czech for C programs
            "HOME": str(self.home),
            "TMPDIR": str(self._temporary),
            "XDG_RUNTIME_DIR": str(runtime),
            "DISPLAY": display,
        }

    # ---- in the terminal

    def run(self, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the program to its end."""
        return subprocess.run(
            [self._program, *arguments],
            cwd=self.documents,
            env=self.environment | variables,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            **self._who,
        )

    @contextmanager
    def started(self, *arguments: str | Path, **variables: str) -> Iterator[subprocess.Popen[str]]:
        """Start the program, and kill it at the end, if it goes on."""
        with subprocess.Popen(
            [self._program, *arguments],
            cwd=self.documents,
            env=self.environment | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            **self._who,
        ) as program:
            try:
                yield program
            finally:
                program.kill()

    def processes(self) -> list[int]:
        """Return the ids of all processes of the bundle, the oldest first."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if (folder / "exe").resolve() == self._program and (folder / "cmdline").read_bytes():
                    found.append(int(folder.name))
            except OSError:  # it has ended
                continue
        return sorted(found)

    def engines(self) -> list[int]:
        """Return the ids of the processes that train and answer, the oldest first: all but the one they fork from."""
        names = {pid: Path(f"/proc/{pid}/cmdline").read_text() for pid in self.processes()}
        return [pid for pid, name in names.items() if "multiprocessing.forkserver" in name][1:]

    def left_in_temporary_folder(self) -> list[Path]:
        """Return what the program has left there."""
        return list(self._temporary.rglob("*"))

    # ---- at the window

    def windows(self) -> list[str]:
        """Return the ids of all windows that can be seen."""
        return self._xdotool("search", "--onlyvisible", "--class", "nnreg-gui").split()

    def press(self, *keys: str) -> None:
        """Press keys one after the other in the newest window."""
        self._focus()
        self._xdotool("key", "--delay", "30", *keys)

    def save(self, keys: str, name: str) -> Path:
        """Press the keys that ask where to save something, until there is something, and wait until it is saved."""
        windows, path = self.windows(), self.documents / name
        path.unlink(missing_ok=True)
        until(lambda: self._asked_by(keys, windows))
        self._focus()
        self._xdotool("type", "--delay", "5", str(path))
        self._xdotool("key", "Return")
        until(path.exists)
        until(lambda: self.windows() == windows)
        return path

    def _asked_by(self, keys: str, windows: list[str]) -> bool:
        """Press keys, and return whether they have opened another window than these."""
        self.press(keys)
        deadline = time.monotonic() + 1
        while self.windows() == windows and time.monotonic() < deadline:
            time.sleep(0.05)
        return self.windows() != windows

    def _focus(self) -> None:
        self._xdotool("windowfocus", "--sync", self.windows()[-1])

    def _xdotool(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=SECONDS
        ).stdout.strip()


def until(what: Callable[[], Found | None]) -> Found:
    """Ask again until there is an answer."""
    deadline = time.monotonic() + SECONDS
    while not (answer := what()):
        assert time.monotonic() < deadline, "nothing happened"
        time.sleep(0.05)
    return answer
