"""Autosave: a program that is killed loses no run that had ended, and one that ends well leaves nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.autosave import Autosave
from nnreg_gui.autosave_folder import INDEX
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.session import ListedRun, Session
from nnreg_gui.engine.session_format import session_bytes

Trained = Callable[[Experiment], RunHistory]
Small = Callable[..., Experiment]


class Program:
    """A program with a list of runs, which is autosaved."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.session = Session(())
        self.problems: list[str] = []
        self.autosave = Autosave(lambda: self.session, folder, milliseconds=20)
        self.autosave.failed.connect(lambda problem: self.problems.append(str(problem)))
        self._bot = qtbot

    def list_runs(self, *runs: ListedRun, baseline: int | None = None, selected: int | None = None) -> None:
        self.session = Session(runs, baseline, selected)

    def end_run(self) -> None:
        """A run has ended: wait until it is written."""
        self.autosave.run_ended()
        self.wait()

    def advance(self) -> None:
        """The list has changed: wait until everything is written and nothing more is due."""
        self.autosave.advanced()
        self._bot.waitUntil(lambda: not (self.autosave._timer.isActive() or self.autosave._files.busy))

    def wait(self) -> None:
        self._bot.waitUntil(lambda: not self.autosave._files.busy)

    def crash(self) -> None:
        """Leave what a program that is killed leaves: its files, and locks that hold no longer."""
        self.autosave._timer.stop()
        self.autosave._files.close()
        for _, lock in (*self.autosave._left, *filter(None, [self.autosave._own])):
            lock.unlock()
        self.autosave._left, self.autosave._own = [], None


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[], Program]]:
    """Start programs that keep their runs below one folder; they end well unless they crash."""
    programs: list[Program] = []

    def start_one() -> Program:
        programs.append(Program(tmp_path / "autosave", qtbot))
        return programs[-1]

    yield start_one
    for program in programs:
        program.autosave.close()


@pytest.fixture
def runs(trained: Trained, small: Small) -> list[RunHistory]:
    return [trained(small(images=20, hidden=(), epochs=3, seed=seed)) for seed in (1, 2, 3)]


def files(tmp_path: Path) -> list[str]:
    """What stands below the folder, the names of the programs' own folders left out."""
    return sorted(path.name for path in (tmp_path / "autosave").glob("*/*"))


def same(one: Session | None, other: Session) -> bool:
    return one is not None and session_bytes(one) == session_bytes(other)


# --------------------------------------------------------------------------------------------------------- crashes


def test_what_had_ended_is_there_after_a_crash_as_the_user_had_it(
    start: Callable[[], Program], runs: list[RunHistory]
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 2, "mine", shown=False), baseline=2, selected=2)
    program.end_run()
    repeated = ListedRun(runs[1], 5, repeats=(runs[1], runs[2]))
    program.list_runs(repeated, ListedRun(runs[0], 2, "mine, renamed"), baseline=2, selected=5)
    program.end_run()
    program.crash()

    assert same(start().autosave.recover(), program.session)
    assert program.problems == []


def test_a_program_that_is_running_keeps_its_runs_for_itself(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 1))
    program.end_run()

    assert start().autosave.recover() is None
    assert files(tmp_path) == ["1.nnreg-run", "index.json", "lock"]


def test_nothing_is_left_of_a_program_that_ended_well(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 1))
    program.end_run()
    program.autosave.close()

    assert list((tmp_path / "autosave").iterdir()) == []
    assert start().autosave.recover() is None


def test_nothing_is_written_before_there_is_something_to_lose(
    start: Callable[[], Program], small: Small, tmp_path: Path
) -> None:
    program = start()
    assert program.autosave.recover() is None
    program.end_run()
    program.list_runs(ListedRun(RunHistory(small()), 1))
    program.end_run()
    program.autosave.close()

    assert not (tmp_path / "autosave").exists()


def test_the_runs_of_several_crashes_are_put_together_with_numbers_of_their_own(
    start: Callable[[], Program], runs: list[RunHistory]
) -> None:
    first, second = start(), start()
    first.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2))
    second.list_runs(ListedRun(runs[2], 2, "mine"), selected=2)
    for program in (first, second):
        program.end_run()
    assert first.autosave._own is not None
    os.utime(first.autosave._own[0] / INDEX, (1, 1))
    first.crash()
    second.crash()
    recovered = start().autosave.recover()

    assert recovered is not None
    assert [(run.number, run.history.experiment.seed) for run in recovered.runs] == [(2, 3), (1, 1), (3, 2)]
    assert recovered.selected == 2


def test_what_was_recovered_stands_in_the_old_files_until_it_is_in_new_ones(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    crashed = start()
    crashed.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2))
    crashed.end_run()
    crashed.crash()
    second = start()
    assert same(second.autosave.recover(), crashed.session)
    second.crash()  # before the list has been shown
    third = start()
    recovered = third.autosave.recover()
    assert recovered is not None
    third.list_runs(ListedRun(runs[2], 1))
    third.end_run()
    assert len(files(tmp_path)) == 4 + 3
    third.session = recovered
    third.advance()
    assert files(tmp_path) == ["2.nnreg-run", "3.nnreg-run", "index.json", "lock"]
    third.crash()

    assert same(start().autosave.recover(), crashed.session)


def test_a_run_that_is_removed_is_removed_and_one_that_comes_back_comes_back(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2))
    program.end_run()
    program.list_runs(ListedRun(runs[1], 2))
    program.advance()
    assert files(tmp_path) == ["2.nnreg-run", "index.json", "lock"]
    program.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2))
    program.advance()
    program.crash()

    assert same(start().autosave.recover(), program.session)


def test_a_run_that_goes_on_is_kept_with_its_figures_and_as_a_whole_once_it_rests(
    start: Callable[[], Program], trained: Trained, small: Small, tmp_path: Path
) -> None:
    whole = trained(small(images=20, hidden=(), epochs=6))
    live = RunHistory(whole.experiment)
    program = start()
    program.list_runs(ListedRun(live, 1))
    sizes: list[int] = []
    program.autosave._files.done.connect(
        lambda: sizes.extend(path.stat().st_size for path in (tmp_path / "autosave").glob("*/1.nnreg-run"))
    )
    for record in list(whole.kept())[:6]:
        live.add(record)
        program.autosave.advanced()
    program.advance()
    assert len(sizes) == 2
    assert sizes[1] > sizes[0]
    program.crash()
    recovered = start().autosave.recover()

    assert recovered is not None
    assert session_bytes(recovered) == session_bytes(program.session)


# ------------------------------------------------------------------------------------------------------------ damage


@pytest.mark.parametrize("damage", ["cut", "empty", "foreign"])
def test_a_file_that_cannot_be_read_is_set_aside_and_told_and_the_others_are_recovered(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path, damage: str
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2, repeats=(runs[1], runs[2])))
    program.end_run()
    program.crash()
    for number in (1, 2):
        path = next((tmp_path / "autosave").glob(f"*/{number}.nnreg-run"))
        content = path.read_bytes()
        path.write_bytes({"cut": content[:-100], "empty": b"", "foreign": b"hello"}[damage])
    next_one = start()
    recovered = next_one.autosave.recover()

    assert recovered is not None
    assert [(run.number, run.history.experiment.seed) for run in recovered.runs] == [(2, 3)]
    aside = tmp_path / "autosave" / "unreadable"
    assert len(list(aside.iterdir())) == 2
    assert next_one.problems == [
        "Some of the runs that were kept when the program crashed cannot be read; "
        f"their files are in {aside}."
    ]  # fmt: skip
    next_one.autosave.close()
    assert len(list(aside.iterdir())) == 2


@pytest.mark.parametrize(
    "index", [None, "", "[]", "{", '{"runs": [1, {}], "baseline": [], "selected": 9}', '{"runs": 1}', "[" * 100_000]
)
def test_without_its_index_the_runs_are_there_all_the_same(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path, index: str | None
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 4, "mine"), ListedRun(runs[1], 5), selected=4)
    program.end_run()
    program.crash()
    path = next((tmp_path / "autosave").glob("*/index.json"))
    if index is None:
        path.unlink()
    else:
        path.write_text(index)
    recovered = start().autosave.recover()

    assert recovered is not None
    assert [(run.number, run.history.experiment.seed) for run in recovered.runs] == [(1, 1), (2, 2)]
    assert recovered.selected is None


def test_a_run_that_is_not_yet_in_the_index_is_recovered(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 4), ListedRun(runs[1], 5))
    program.end_run()
    program.crash()
    path = next((tmp_path / "autosave").glob("*/index.json"))
    index = json.loads(path.read_text())
    path.write_text(json.dumps({**index, "runs": index["runs"][:1]}))
    recovered = start().autosave.recover()

    assert recovered is not None
    assert [run.number for run in recovered.runs] == [4, 5]


def test_where_nothing_can_be_written_it_is_told_once_and_works_again_later(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    blocking = tmp_path / "autosave"
    blocking.write_text("a file, not a folder")
    program = start()
    program.list_runs(ListedRun(runs[0], 1))
    for _ in range(3):
        program.end_run()
    assert len(program.problems) == 1
    assert program.problems[0].startswith("The runs cannot be kept for the case that the program crashes (")
    blocking.unlink()
    program.end_run()
    own = program.autosave._own
    assert own is not None
    moved = own[0].rename(tmp_path / "moved")
    program.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2))
    program.end_run()
    program.end_run()
    assert len(program.problems) == 2
    moved.rename(own[0])
    program.end_run()
    program.crash()

    assert same(start().autosave.recover(), program.session)
    assert len(program.problems) == 2


# -------------------------------------------------------------------------------------------------------- a real crash

CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from nnreg_gui.autosave import Autosave
from nnreg_gui.engine.digits import load_mnist
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.session import ListedRun, Session
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path

application = QCoreApplication([])
digits = load_mnist(resource_path("mnist"))
histories = []
session = lambda: Session(tuple(ListedRun(h, n + 1) for n, h in enumerate(histories)))
autosave = Autosave(session, Path(sys.argv[1]), milliseconds=20)
autosave._files.done.connect(lambda job, result: print("written", len(histories), flush=True))
experiment = Experiment(
    data=DataSpec(training_images=20), network=NetworkSpec(hidden=()), training=TrainingSpec(epochs=3)
)

def train_one():
    histories.append(RunHistory(replace(experiment, seed=len(histories) + 1)))
    for event in train(histories[-1].experiment, digits):
        histories[-1].add(event)
        autosave.advanced()
    autosave.run_ended()

clock = QTimer(interval=0)
clock.timeout.connect(train_one)
clock.start()
application.exec()
"""


def test_a_process_that_is_killed_while_it_saves_loses_no_run_that_was_written(
    start: Callable[[], Program], trained: Trained, small: Small, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", CHILD, str(tmp_path / "autosave")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        written = 0
        while written < 3:
            written = int(child.stdout.readline().split()[1])
        assert start().autosave.recover() is None  # it is alive
        child.kill()
    recovered = start().autosave.recover()

    assert recovered is not None
    assert [run.number for run in recovered.runs] == list(range(1, len(recovered.runs) + 1))
    assert len(recovered.runs) >= 2
    for run in recovered.runs:
        assert run.history.finished
        wanted = trained(replace(small(images=20, hidden=(), epochs=3), seed=run.number))
        assert run.history.column("validation_cost").tolist() == wanted.column("validation_cost").tolist()
