"""Who owns an autosave folder: leftovers of a crash are found whatever their lock, and others' folders stay."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun
from nnreg_gui.files.autosave_claims import claim
from tests.autosaving import Program, facts, same

Start = Callable[[], Program]
ELSEWHERE = "4711\npython3\nlab-12\n0123456789abcdef\nfedcba98-7654\n"
LOCKING = """
import sys
from pathlib import Path
from nnreg_gui.files.autosave_claims import claim
folder = claim(Path(sys.argv[1]))
print(folder.lock is not None, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def left(start: Start, runs: list[RunHistory], tmp_path: Path) -> tuple[Program, Path]:
    """A crashed program and its folder."""
    program = start()
    program.leave(ListedRun(runs[0], 3, "mine"), ListedRun(runs[1], 4), well=False)
    (folder,) = (tmp_path / "autosave").iterdir()
    return program, folder


@contextmanager
def another_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that has locked a folder and waits."""
    command = [sys.executable, "-c", LOCKING, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "True\n"
        yield program


@pytest.mark.parametrize("lock", ["", "hello", "\0" * 40, "1\n2\n3"])
def test_a_lock_that_says_nothing_hides_no_crash(left: tuple[Program, Path], start: Start, lock: str) -> None:
    crashed, folder = left
    (folder / "lock").write_text(lock)
    os.utime(folder / "lock", (1, 1))
    program = start()
    assert same(program.autosave.recover(), crashed.session)
    program.session = crashed.session
    program.crash()

    assert same(start().autosave.recover(), crashed.session)


def test_a_program_that_is_ending_is_waited_for(left: tuple[Program, Path], start: Start) -> None:
    crashed, folder = left
    with another_program(folder) as other:
        program = start()
        assert program.autosave.recover() is None
        assert program.autosave.offer() == (0, 0)
        assert program.autosave.sees_others
        other.kill()
        if hasattr(os, "waitid"):
            os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)  # its parent may never notice its end
        else:
            other.wait()
        assert same(program.autosave.recover(), crashed.session)
        assert not program.autosave.sees_others


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a program can be halted on Unix only")
def test_a_program_that_does_not_move_keeps_its_folder(left: tuple[Program, Path], start: Start) -> None:
    _, folder = left
    with another_program(folder) as other:
        os.utime(folder / "lock", (1, 1))  # however old
        other.send_signal(signal.SIGSTOP)
        assert start().autosave.recover() is None
        other.kill()


def test_the_runs_of_a_program_on_another_computer_are_copied_and_stay_where_they_are(
    left: tuple[Program, Path], start: Start
) -> None:
    crashed, folder = left
    (folder / "lock").write_text(ELSEWHERE)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    program = start()
    assert program.autosave.recover() is None
    assert program.autosave.offer() == (0, 2)
    accepted = program.autosave.accept()
    assert same(accepted, crashed.session)
    assert accepted is not None
    assert program.autosave.offer() == (0, 0)
    program.leave(*accepted.runs, well=True)
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert before.items() <= after.items()

    following = start()
    assert following.autosave.recover() is None
    assert following.autosave.offer() == (2, 0), "what was shown is not offered again beside its copies"
    following.leave(ListedRun(accepted.runs[0].history, 1), well=True)
    assert folder.exists()


def test_what_another_computer_adds_is_offered_and_what_crashed_there_is_recovered_there(
    left: tuple[Program, Path], start: Start
) -> None:
    _, folder = left
    (folder / "lock").write_text(ELSEWHERE)
    program = start()
    program.autosave.recover()
    accepted = program.autosave.accept()
    assert accepted is not None
    program.leave(*accepted.runs, well=True)
    run = next(folder.glob("*.nnreg-run"))
    (folder / "other-0001.nnreg-run").write_bytes(run.read_bytes())
    following = start()
    following.autosave.recover()
    assert following.autosave.offer() == (2, 1)
    following.crash()
    (folder / "lock").unlink()  # as on that computer itself

    recovered = start().autosave.recover()
    assert recovered is not None
    assert len(recovered.runs) == 3


def test_copies_that_are_interrupted_multiply_no_run(left: tuple[Program, Path], start: Start) -> None:
    crashed, folder = left
    (folder / "lock").write_text(ELSEWHERE)
    program = start()
    program.autosave.recover()
    accepted = program.autosave.accept()
    assert accepted is not None
    program.list_runs(*accepted.runs)
    program.end_run()
    (folder / "shown").unlink()  # as if it had been killed before this
    program.crash()
    following = start()

    assert same(following.autosave.recover(), crashed.session)
    assert following.autosave.offer() == (0, 0)


def test_what_was_shown_long_ago_and_left_alone_is_removed(left: tuple[Program, Path], start: Start) -> None:
    _, folder = left
    (folder / "lock").write_text(ELSEWHERE)
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    (folder / "shown").touch()
    start().autosave.recover()
    assert folder.exists()
    os.utime(folder / "shown", (2, 2))
    start().autosave.recover()

    assert not folder.exists()


@pytest.mark.parametrize("lock", ["as it was", "a folder"])
def test_a_folder_that_cannot_be_locked_is_shown_and_left_alone(
    left: tuple[Program, Path], start: Start, runs: list[RunHistory], tmp_path: Path, lock: str
) -> None:
    crashed, folder = left
    if lock == "a folder":
        (folder / "lock").mkdir()
    else:
        folder.chmod(0o500)
        if os.access(folder, os.W_OK):
            folder.chmod(0o700)
            pytest.skip("whoever runs this may write everywhere, or permissions mean nothing here")
    program = start()
    assert program.autosave.recover() is None
    assert program.autosave.offer() == (0, 2)
    accepted = program.autosave.accept()
    folder.chmod(0o700)
    assert same(accepted, crashed.session)
    assert facts(accepted) == facts(crashed.session)
    assert len(list(folder.glob("*.nnreg-run"))) == 2


def test_a_claim_is_given_back_and_taken_again(tmp_path: Path) -> None:
    folder = claim(tmp_path)
    assert folder is not None
    assert folder.lock is not None
    assert claim(tmp_path) is None
    (tmp_path / "something").touch()
    folder.release()
    again = claim(tmp_path)

    assert again is not None
    assert again.lock is not None
    again.release()
