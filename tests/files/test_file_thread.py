"""The thread for files: jobs in order, their ends reported in the window's thread, and none lost at the end."""

from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.problems import Problem
from nnreg_gui.files.file_thread import FileThread


@pytest.fixture
def files(qtbot: QtBot) -> FileThread:
    return FileThread()


def test_jobs_are_done_in_order_in_another_thread(files: FileThread, qtbot: QtBot) -> None:
    told: list[tuple[object, object, int]] = []
    files.done.connect(lambda job, result: told.append((job, result, get_ident())))
    jobs = [lambda number=number: (number, get_ident()) for number in range(5)]
    for job in jobs:
        files.do(job)
    assert files.busy
    qtbot.waitUntil(lambda: not files.busy)

    assert [job for job, _, _ in told] == jobs
    assert [result[0] for _, result, _ in told] == [0, 1, 2, 3, 4]
    assert get_ident() not in {result[1] for _, result, _ in told}
    assert {thread for _, _, thread in told} == {get_ident()}
    files.close()


def test_a_job_that_fails_is_told_with_its_problem_and_the_next_is_done(files: FileThread, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise Problem("No.")

    told: list[str] = []
    files.failed.connect(lambda job, problem: told.append(str(problem)))
    files.done.connect(lambda job, result: told.append(str(result)))
    files.do(refuse)
    files.do(lambda: 1 // 0)
    files.do(lambda: "done")
    qtbot.waitUntil(lambda: len(told) == 3)

    assert told[0] == "No."
    assert told[1].startswith("This ended because of a fault in the program (ZeroDivisionError(")
    assert told[2] == "done"
    files.close()


def test_closing_waits_for_all_jobs(files: FileThread, qtbot: QtBot) -> None:
    may_go_on, done = Event(), []
    files.do(may_go_on.wait)
    files.do(lambda: done.append(1))
    may_go_on.set()
    files.close()

    assert done == [1]
    files.close()


def test_closing_does_nothing_where_nothing_was_done(files: FileThread) -> None:
    files.close()

    assert not files.busy


def test_a_job_that_is_given_up_says_nothing_and_keeps_nobody_waiting(files: FileThread, qtbot: QtBot) -> None:
    comes, begun, gone = Event(), Event(), Event()
    told: list[object] = []
    files.done.connect(lambda job, result: told.append(result))

    def wait_for_what_never_comes() -> str:
        begun.set()
        comes.wait()
        gone.set()
        return "late"

    files.do(wait_for_what_never_comes)
    files.do(lambda: "second")
    files.do(lambda: "third")
    begun.wait()
    files.give_up()
    qtbot.waitUntil(lambda: not files.busy)
    assert told == ["second", "third"]
    comes.set()
    gone.wait()
    files.do(lambda: "last")
    qtbot.waitUntil(lambda: not files.busy)

    assert told == ["second", "third", "last"]
    files.close()


def test_giving_up_does_nothing_where_nothing_is_done(files: FileThread, qtbot: QtBot) -> None:
    files.give_up()
    files.do(lambda: 1)
    qtbot.waitUntil(lambda: not files.busy)
    files.give_up()
    files.close()

    assert not files.busy


def test_closing_does_not_wait_for_ever(files: FileThread) -> None:
    comes = Event()
    files.do(comes.wait)
    files.close(seconds=0.01)

    assert not files.busy
    comes.set()
