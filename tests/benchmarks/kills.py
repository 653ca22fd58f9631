"""What kills cost: `python -m tests.benchmarks.kills --kills 60` kills a real program, and counts what comes back.

The program trains, takes over what the previous one has left, or closes, when it or one of its processes is killed at a
random moment; the next start shows which runs come back. If the killed process is not the window's, the window
follows a second later.
"""

import argparse
import json
import os
import selectors
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from nnreg_gui.files.session_files import read_session_file
from tests.benchmarks.killed_program import key

Entry = list[tuple[str, int]]  # the names of the runs in one entry of the list, and how many epochs they have
_PATIENCE = 60.0  # seconds within which a program must say what is awaited
_KILLS_PER_FOLDER = 12  # then start a new list, as it gets long
_TAKES_OVER = ("takes over", "window")
_CASES = (
    ("trains", "window"),
    *[_TAKES_OVER] * 2,
    ("closes", "window"),
    _TAKES_OVER,
    *[("trains", process) for process in ("engine", "companion", "question engine", "worker", "server")],
    ("ends well", "nothing"),
    _TAKES_OVER,
    ("trains", "window"),
)
_NO_FAULTS = ("does not support propagateSizeHints", "resource_tracker", "warnings.warn(")  # what Qt and Python print


@dataclass
class Count:
    """What came back after kills of one kind.

    Attributes:
        kills: how many.
        runs: how many runs should come back.
        shorter: how many came back without their last epochs.
        epochs: the most epochs that one of these lacks.
        unwritten: how many were in no file yet when the program was killed; they do not count as runs.
        age: how many seconds before the kill the oldest of these was reported.
        missing, twice, apart: how many did not come back, came back more than once, or without the others of their
            entry.
    """

    kills: int = 0
    runs: int = 0
    shorter: int = 0
    epochs: int = 0
    unwritten: int = 0
    age: float = 0.0
    missing: int = 0
    twice: int = 0
    apart: int = 0
    notes: list[str] = field(default_factory=list)


class Program:
    """A running program, and what it has said."""

    def __init__(self, folder: Path, first_seed: int) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.killed_program", str(folder), str(first_seed)]
        with (folder / "stderr").open("ab") as stderr:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr)
        assert self._process.stdout is not None
        os.set_blocking(self._process.stdout.fileno(), False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._process.stdout, selectors.EVENT_READ)
        self._rest = b""
        self.up = False
        self.said: dict[str, Any] = {"settled": False, "runs": [], "processes": {}, "time": 0.0}
        self.first_told: dict[str, float] = {}

    def listen(self, seconds: float) -> None:
        """Read what it says during this time, or until it ends."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0 and self._process.poll() is None:
            if self._selector.select(left):
                self._read()

    def wait_for(self, what: str) -> None:
        """Wait until it is "up" or "settled", has "something new" in its list, or has a process of this name."""
        until, known = monotonic() + _PATIENCE, len(self.first_told)
        while not {
            "up": self.up,
            "settled": self.said["settled"],
            "something new": self.said["settled"] and len(self.first_told) > known,
        }.get(what, self.pid(what)):
            if self._process.poll() is not None or monotonic() > until:
                raise SystemExit(f"no {what}: {self._process.poll()}")
            self.listen(0.02)

    def pid(self, process: str) -> int | None:
        """Return the id of one of its processes; None if there is none now."""
        pid: int | None = self.said["processes"].get(process)
        return pid

    def kill(self) -> None:
        """Kill the window's process, and read what it has said until then."""
        self._process.kill()
        self._process.wait()
        self._read()

    def close(self) -> None:
        """Close the window."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        self._process.stdin.flush()

    def wait(self) -> None:
        """Wait until it has ended."""
        self._process.wait(_PATIENCE)
        self._read()

    def _read(self) -> None:
        assert self._process.stdout is not None
        *lines, self._rest = (self._rest + (self._process.stdout.read() or b"")).split(b"\n")
        for line in lines:
            said = json.loads(line)
            if "up" in said:
                self.up = True
                continue
            self.said = said
            for run in said["runs"]:
                for name, _ in run:
                    self.first_told.setdefault(name, said["time"])


def play(program: Program, case: tuple[str, str], chance: Random) -> float:
    """Let a program run, and kill it; return the time of the kill."""
    what, process = case
    program.wait_for("up" if what == "takes over" else "something new")
    program.listen(chance.uniform(0, 0.8 if what == "takes over" else 3.0))
    if process not in ("window", "nothing"):
        program.wait_for(process)
        os.kill(program.pid(process) or 0, signal.SIGKILL)
        program.listen(1.0)
    if what in ("closes", "ends well"):
        program.close()
        program.listen(chance.uniform(0, 0.15))
    if process == "nothing":
        program.wait()
    killed = monotonic()
    program.kill()
    return killed


def written(folder: Path) -> set[str]:
    """Return the names of the runs in files."""
    files = (folder / "autosave").glob("*/*.nnreg-run")
    return {key(read_session_file(str(file)).runs[0].history) for file in files}


def compare(wanted: list[Entry], program: Program, count: Count) -> None:
    """Count how much of the expected entries has come back."""
    program.wait_for("settled")
    there = program.said["runs"]
    epochs = {name: epoch for entry in there for name, epoch in entry}
    every = [name for entry in there for name, _ in entry]
    places = {name: place for place, entry in enumerate(there) for name, _ in entry}
    for entry in wanted:
        for name, epoch in entry:
            count.runs += 1
            if name not in epochs:
                count.missing += 1
                count.notes.append(f"missing: {name}")
            elif epochs[name] < epoch:
                count.shorter += 1
                count.epochs = max(count.epochs, epoch - epochs[name])
            count.twice += every.count(name) > 1
        count.apart += len({places[name] for name, _ in entry if name in places}) > 1


def kill_all(folder: Path, cases: list[tuple[str, str]], counts: dict[tuple[str, str], Count], chance: Random) -> None:
    """Start one program after another, and kill each; count what has come back as soon as that shows.

    A program killed while taking over shows nothing: its runs show at a later start, and count for the last kill.
    """
    wanted: list[Entry] = []
    before = cases[0]
    for number, case in enumerate([*cases, None]):
        program = Program(folder, 10_000 * (number + 1))
        if case is None or case[0] != "takes over":
            compare(wanted, program, counts[before])
        if case is None:
            program.kill()
            break
        killed, there = play(program, case, chance), written(folder)
        late = [killed - told for name, told in program.first_told.items() if name not in there]
        counts[case].kills += 1
        counts[case].unwritten += len(late)
        counts[case].age = max([counts[case].age, *late])
        told = [[(name, epoch) for name, epoch in entry if name in there] for entry in program.said["runs"]]
        known = {name for entry in told for name, _ in entry}
        wanted = told + [entry for entry in wanted if not known & {name for name, _ in entry}]
        before = case
        print(".", end="", file=sys.stderr, flush=True)
    said = (folder / "stderr").read_text(errors="replace").splitlines()
    counts[before].notes += [line for line in said if not any(words in line for words in _NO_FAULTS)]


def print_table(counts: dict[tuple[str, str], Count]) -> None:
    """Print a line for each kind of kill."""
    names = ("program", "killed", "kills", "runs", "whole", "shorter", "epochs")
    names += ("unwritten", "age", "missing", "twice", "apart")
    print("".join(name.ljust(14) if place < 2 else name.rjust(10) for place, name in enumerate(names)))
    for (what, process), one in counts.items():
        figures = (
            *(one.kills, one.runs, one.runs - one.shorter - one.missing, one.shorter, one.epochs, one.unwritten),
            *(f"{one.age:.2f} s" if one.unwritten else "–", one.missing, one.twice, one.apart),
        )
        print(f"{what:<14}{process:<14}" + "".join(str(figure).rjust(10) for figure in figures))
    for one in counts.values():
        print("\n".join(one.notes), end="\n" if one.notes else "")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, counts = Random(options.seed), {case: Count() for case in dict.fromkeys(_CASES)}
    for first in range(0, options.kills, _KILLS_PER_FOLDER):
        kills = [_CASES[number % len(_CASES)] for number in range(first, min(options.kills, first + _KILLS_PER_FOLDER))]
        with TemporaryDirectory() as folder:
            kill_all(Path(folder), kills, counts, chance)
    print(file=sys.stderr)
    print_table(counts)


if __name__ == "__main__":
    main()
