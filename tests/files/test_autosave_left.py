"""Taking over what programs have left, whatever that is, and whenever this program is killed meanwhile."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import LARGEST_NUMBER, ListedRun, Session
from tests.autosaving import Program, facts, files, same
from tests.fixture_types import Small, Trained

Start = Callable[[], Program]

# Takes over what is in a folder and ends well, once for each step in this, each time killed before another step. A step
# is whatever changes the disk.
KILLED_AT_EVERY_STEP = """
import os, shutil, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from nnreg_gui.files.autosave import Autosave
from nnreg_gui.engine.sessions.session import Session

source, answer, most = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
steps, last = 0, None

CHANGES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.scandir")

def step(event, arguments):
    global steps
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if last is not None and (writes or event in CHANGES):
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)

def run(folder):
    session = Session(())
    autosave = Autosave(lambda: session, folder)
    recovered = autosave.recover()
    if recovered is not None:
        session = recovered
    autosave.run_ended()
    if answer == "accept":
        accepted = autosave.accept()
        if accepted is not None:
            session = Session((*session.runs, *accepted.runs))
        autosave.run_ended()
    else:
        autosave.decline()
    autosave.close()

sys.addaudithook(step)
application = QCoreApplication([])
for number in range(1, most):
    folder = source.with_name(f"killed before {number}")
    shutil.copytree(source, folder)
    child = os.fork()
    if not child:
        last = number
        run(folder)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
    print(number, flush=True)
"""


def crashed_twice_and_ended_once(start: Start, runs: list[RunHistory], trained: Trained, small: Small) -> None:
    """Leave what takes the most steps to take over: two crashes, with an entry of several seeds, and one good end."""
    more = [trained(small(images=20, hidden=(), epochs=3, seed=seed)) for seed in (4, 5, 6)]
    ended, first, second = start(), start(), start()
    first.list_runs(ListedRun(runs[0], 1, "one"), ListedRun(runs[1], 2, repeats=(runs[1], runs[2])))
    second.list_runs(ListedRun(more[0], 1, "four"), ListedRun(more[1], 2), selected=1)
    ended.list_runs(ListedRun(more[2], 1, "six"))
    for program in (ended, first, second):
        program.end_run()
    first.crash()
    second.crash()
    ended.autosave.close()


ALL = [("", (2, 3)), ("", (5,)), ("four", (4,)), ("one", (1,)), ("six", (6,))]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="it is forked for each step")
@pytest.mark.parametrize("answer", ["accept", "decline"])
def test_a_take_over_that_is_killed_anywhere_neither_loses_nor_multiplies_a_run(
    start: Start, runs: list[RunHistory], trained: Trained, small: Small, tmp_path: Path, answer: str
) -> None:
    crashed_twice_and_ended_once(start, runs, trained, small)
    base = tmp_path / "autosave"
    source = base.rename(tmp_path / "left")
    command = [sys.executable, "-c", KILLED_AT_EVERY_STEP, str(source), answer, "1000"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    steps = len(done.stdout.split())
    assert steps > 25
    for number in range(1, steps + 2):
        shutil.rmtree(base, ignore_errors=True)
        (tmp_path / f"killed before {number}").rename(base)
        program = start()
        found = facts(program.autosave.recover(), program.autosave.accept())
        program.crash()
        replaced = answer == "decline" and found == [fact for fact in ALL if fact[0] != "six"]
        assert found == ALL or (replaced and number > steps / 2), f"killed before step {number} of {steps}"


# ------------------------------------------------------------------------------------------------------------ damage


@pytest.fixture
def left(start: Start, runs: list[RunHistory], tmp_path: Path) -> Path:
    """The folder of a crashed program."""
    start().leave(ListedRun(runs[0], 4, "mine"), ListedRun(runs[1], 5), well=False)
    (folder,) = (tmp_path / "autosave").iterdir()
    return folder


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "1e308", "9" * 400, "-3", "true", "null", '"4"', "[]"])
def test_a_number_that_is_none_costs_a_run_its_number_only(left: Path, start: Start, number: str) -> None:
    index = (left / "index.json").read_text()
    assert '"number": 4' in index
    (left / "index.json").write_text(index.replace('"number": 4', f'"number": {number}'))
    program = start()
    recovered = program.autosave.recover()
    program.crash()

    assert recovered is not None
    assert [(run.number, run.name) for run in recovered.runs] == [(6, "mine"), (5, "")]
    assert program.problems == []


def test_the_largest_number_that_a_run_may_have_is_kept(start: Start, runs: list[RunHistory]) -> None:
    program = start()
    program.list_runs(ListedRun(runs[0], LARGEST_NUMBER), ListedRun(runs[1], 5), selected=LARGEST_NUMBER)
    program.end_run()
    program.crash()
    program = start()
    recovered = program.autosave.recover()
    program.crash()

    assert recovered is not None
    assert [run.number for run in recovered.runs] == [LARGEST_NUMBER, 5]
    assert recovered.selected == LARGEST_NUMBER


@pytest.mark.parametrize(
    ("part", "damaged"),
    [
        ('"name": "mine"', '"name": 1e999'),
        ('"shown": true', '"shown": {}'),
        ('"repeats": []', '"repeats": [[], {}, null, "nobody"]'),
        ('"repeats": []', '"repeats": 7'),
        ('"history": "', '"history": [1], "x": "'),
        ('"name": "mine"', r'"name": "\ud800"'),
    ],
)
def test_whatever_stands_in_the_index_every_run_is_there_once(
    left: Path, start: Start, part: str, damaged: str
) -> None:
    index = (left / "index.json").read_text()
    assert part in index
    (left / "index.json").write_text(index.replace(part, damaged))
    program = start()
    recovered = program.autosave.recover()
    assert recovered is not None
    assert sorted(run.history.experiment.seed for run in recovered.runs) == [1, 2]
    program.session = recovered
    program.crash()
    again = start().autosave.recover()

    assert same(again, recovered), "and it can be written and read again"


def test_runs_that_were_only_numbered_are_recovered_with_their_names(left: Path, start: Start, tmp_path: Path) -> None:
    """As earlier versions of the program left them."""
    index = json.loads((left / "index.json").read_text())
    del index["ended"]
    for place, (run, path) in enumerate(zip(index["runs"], sorted(left.glob("*.nnreg-run")), strict=True), start=1):
        path.rename(left / f"{place}.nnreg-run")
        run["history"] = place
    (left / "index.json").write_text(json.dumps(index))
    shutil.copytree(left, left.with_name("another"))
    program = start()
    recovered = program.autosave.recover()
    assert facts(recovered) == [("", (2,)), ("", (2,)), ("mine", (1,)), ("mine", (1,))]
    assert recovered is not None
    program.session = recovered
    program.crash()

    assert same(start().autosave.recover(), recovered)
    assert len(files(tmp_path / "autosave")) == 4 + 2


TOO_LARGE = """
import resource, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from nnreg_gui.files.autosave import Autosave
from nnreg_gui.engine.sessions.session import Session

application, session = QCoreApplication([]), Session(())
autosave = Autosave(lambda: session, Path(sys.argv[1]))
autosave.failed.connect(lambda problem: print(problem, flush=True))
taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + int(sys.argv[2]), -1))
session = autosave.recover()
resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
print(len(session.runs), flush=True)
autosave.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="how much memory a program may take is limited on Linux")
def test_runs_for_which_there_is_no_memory_stay_and_the_others_are_listed(
    start: Start, trained: Trained, small: Small, tmp_path: Path
) -> None:
    large = trained(small(images=10, hidden=(800,), epochs=1))
    copies = [large.with_records(large.kept()) for _ in range(8)]  # of 5 MB each
    start().leave(*(ListedRun(copy, number) for number, copy in enumerate(copies, start=1)), well=False)
    command = [sys.executable, "-c", TOO_LARGE, str(tmp_path / "autosave"), str(44 * 2**20)]
    told, count = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    assert told.startswith("There is not enough memory for all runs that were kept: the others stay in ")
    assert 0 < int(count) < 8
    program = start()
    assert program.autosave.recover() is None
    assert program.autosave.offer() == (8, 0)
    accepted = program.autosave.accept()

    assert accepted is not None
    assert len(accepted.runs) == 8


def test_a_run_that_grows_while_its_program_is_killed_is_there_as_it_was_last_written(
    start: Start, trained: Trained, small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = trained(small(images=20, hidden=(), epochs=6))
    live, program = RunHistory(whole.experiment), start()
    program.list_runs(ListedRun(live, 1))
    for record in list(whole.kept())[:4]:
        live.add(record)
    half_written: set[Path] = set()
    with monkeypatch.context() as watched:
        watched.setattr(os, "fsync", lambda _: half_written.update((tmp_path / "autosave").glob("*/*.*.*")))
        program.end_run()
        program.crash()
    assert len(half_written) > 1
    for path in half_written:
        path.write_bytes(b"half")
    following = start()
    recovered = following.autosave.recover()
    assert same(recovered, Session((replace(program.session.runs[0]),)))
    assert files(tmp_path / "autosave") == ["1.nnreg-run", "index.json", "lock"]
