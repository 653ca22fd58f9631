"""Autosave: a program loses no run that has begun, whether it is killed or ends well."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.files.autosave_folder import INDEX
from tests.autosaving import Program, files, same
from tests.fixture_types import Small, Trained


def start_and_accept(start: Callable[[], Program]) -> Session | None:
    program = start()
    assert program.autosave.recover() is None
    return program.autosave.accept()


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
    assert files(tmp_path / "autosave") == ["1.nnreg-run", "index.json", "lock"]


def test_a_program_that_ended_well_is_not_recovered_and_one_without_runs_leaves_nothing(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    start().leave(ListedRun(runs[0], 1), well=True)
    assert files(tmp_path / "autosave") == ["1.nnreg-run", "index.json"]
    program = start()
    assert program.autosave.recover() is None
    accepted = program.autosave.accept()
    assert accepted is not None
    program.list_runs(*accepted.runs)
    program.end_run()
    program.leave(well=True)  # the user has removed them all

    assert list((tmp_path / "autosave").iterdir()) == []


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
    os.utime(first.autosave._own.path / INDEX, (1, 1))
    first.crash()
    second.crash()
    recovered = start().autosave.recover()

    assert recovered is not None
    assert [(run.number, run.history.experiment.seed) for run in recovered.runs] == [(2, 3), (1, 1), (3, 2)]
    assert recovered.selected == 2


def test_what_was_recovered_stays_in_its_files_and_is_removed_only_from_the_list(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    base = tmp_path / "autosave"
    crashed = start()
    crashed.leave(ListedRun(runs[0], 1), ListedRun(runs[1], 2), well=False)
    second = start()
    assert same(second.autosave.recover(), crashed.session)
    second.crash()  # before the list is shown
    third = start()
    recovered = third.autosave.recover()
    assert recovered is not None
    third.list_runs(ListedRun(runs[2], 1))  # if a fault has kept the others from being listed
    third.end_run()
    assert files(base) == ["1.nnreg-run", "1.nnreg-run", "2.nnreg-run", "index.json", "lock"]
    third.session = recovered
    third.advance()
    assert files(base) == ["1.nnreg-run", "2.nnreg-run", "index.json", "lock"]
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
    assert files(tmp_path / "autosave") == ["2.nnreg-run", "index.json", "lock"]
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
        lambda: sizes.extend(path.stat().st_size for path in (tmp_path / "autosave").glob("*/*-0001.nnreg-run"))
    )
    for record in list(whole.kept())[:6]:
        live.add(record)
        program.autosave.advanced()
    program.advance()
    assert len(sizes) == 3, "at once, soon, and as a whole"
    assert sizes[0] < sizes[1] < sizes[2]
    program.crash()
    recovered = start().autosave.recover()

    assert recovered is not None
    assert session_bytes(recovered) == session_bytes(program.session)


def test_what_is_new_in_the_list_is_written_at_once_what_has_ended_as_a_whole(
    start: Callable[[], Program], runs: list[RunHistory], trained: Trained, small: Small
) -> None:
    whole = trained(small(images=20, hidden=(), epochs=6))
    live, program = RunHistory(whole.experiment), start()
    program.autosave._timer.setInterval(2**30)  # it never gets to the slow part
    repeats = ListedRun(runs[0], 2, repeats=(runs[0],))
    program.list_runs(ListedRun(live, 1), repeats)
    for record in list(whole.kept())[:2]:
        live.add(record)
        program.autosave.advanced()
    repeats = ListedRun(runs[0], 2, repeats=(runs[0], runs[1]))
    program.list_runs(ListedRun(live, 1), repeats)
    program.autosave.advanced()
    program.crash()

    assert same(start().autosave.recover(), program.session)


def test_a_run_that_goes_on_when_the_program_ends_is_kept_as_far_as_it_is(
    start: Callable[[], Program], trained: Trained, small: Small
) -> None:
    whole = trained(small(images=20, hidden=(), epochs=6))
    live, program = RunHistory(whole.experiment), start()
    program.list_runs(ListedRun(live, 1))
    for record in list(whole.kept())[:5]:
        live.add(record)
        program.autosave.advanced()
    program.autosave.close()

    assert same(start_and_accept(start), program.session)


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
        path = next((tmp_path / "autosave").glob(f"*/*-{number:04}.nnreg-run"))
        content = path.read_bytes()
        path.write_bytes({"cut": content[:-100], "empty": b"", "foreign": b"hello"}[damage])
    next_one = start()
    recovered = next_one.autosave.recover()

    assert recovered is not None
    assert [(run.number, run.history.experiment.seed) for run in recovered.runs] == [(2, 3)]
    aside = tmp_path / "autosave" / "unreadable"
    assert len(list(aside.iterdir())) == 2
    assert next_one.problems == [
        "Some of the runs that were kept cannot be read; "
        f"their files are in {aside}."
    ]  # fmt: skip
    next_one.autosave.close()
    assert len(list(aside.iterdir())) == 2
    assert start().autosave.recover() is None


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
    moved = own.path.rename(tmp_path / "moved")
    program.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2))
    program.end_run()
    program.end_run()
    assert len(program.problems) == 2
    moved.rename(own.path)
    program.end_run()
    program.crash()

    assert same(start().autosave.recover(), program.session)
    assert len(program.problems) == 2


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """A disk that only takes files of up to this many bytes."""
    resource = pytest.importorskip("resource", reason="a limit of files' sizes, which acts as a full disk, is Unix'")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("size", [0, 2_000, 40_000])
def test_a_disk_that_is_full_from_the_start_is_told_with_its_reason_and_nothing_is_left_on_it(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path, size: int
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 1))
    with full_after(size):
        for _ in range(3):
            program.end_run()
        assert program.problems == [
            f"The runs cannot be kept for the case that the program crashes ({os.strerror(errno.EFBIG)}): "
            "make room on the disk, or save them as a session."
        ]
        assert files(tmp_path / "autosave") == ([] if size == 0 else ["index.json", "lock"])
        assert len(list((tmp_path / "autosave").iterdir())) == (size > 0)
        program._bot.waitUntil(program.autosave._timer.isActive)  # it tries again
    program.advance()
    program.crash()

    assert same(start().autosave.recover(), program.session)
    assert len(program.problems) == 1


def test_a_folder_that_somebody_removes_is_made_again_with_all_runs(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 1))
    program.end_run()
    shutil.rmtree(tmp_path / "autosave")
    program.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2))
    program.end_run()
    program.advance()
    program.crash()

    assert same(start().autosave.recover(), program.session)


def test_what_could_not_be_written_is_tried_once_more_at_the_end(
    start: Callable[[], Program], runs: list[RunHistory]
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 1))
    program.end_run()
    program.list_runs(ListedRun(runs[0], 1), ListedRun(runs[1], 2))
    with full_after(40_000):
        program.autosave.run_ended()
        program.autosave._files.close()  # it has failed, but nobody has noticed yet
    program.autosave.close()

    assert same(start_and_accept(start), program.session)


def test_a_folder_that_is_gone_at_the_end_is_made_again(
    start: Callable[[], Program], runs: list[RunHistory], tmp_path: Path
) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], 1))
    program.end_run()
    shutil.rmtree(tmp_path / "autosave")
    program.autosave.close()

    assert same(start_and_accept(start), program.session)


# -------------------------------------------------------------------------------------------------------- a real crash

CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from nnreg_gui.files.autosave import Autosave
from nnreg_gui.engine.digits import load_mnist
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun, Session
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
    start: Callable[[], Program], trained_on_all: Trained, small: Small, tmp_path: Path
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
        assert run.history.finished or run is recovered.runs[-1]
        wanted = trained_on_all(replace(small(images=20, hidden=(), epochs=3), seed=run.number)).column(
            "validation_cost"
        )
        assert run.history.column("validation_cost").tolist() == wanted[: len(run.history)].tolist()
