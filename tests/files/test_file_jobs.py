"""The files of the window's commands: handled in order, reported if slow, and nobody has to wait for them."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.problems import Problem
from nnreg_gui.files.file_jobs import FileJobs


class Desk:
    """Jobs, and what they have reported."""

    def __init__(self, parent: QObject, qtbot: QtBot) -> None:
        self.jobs, self._bot = FileJobs(parent), qtbot
        self.read: list[object] = []
        self.told: list[str] = []
        self.waiting: list[str] = []
        self.jobs.read.connect(self.read.append)
        for signal in (self.jobs.told, self.jobs.done):
            signal.connect(lambda sentence: self.told.append(sentence()))
        self.jobs.waiting.connect(lambda sentence: self.waiting.append(sentence()))

    def wait(self) -> None:
        self._bot.waitUntil(lambda: not self.jobs.busy)

    def wait_until_told(self, count: int) -> None:
        self._bot.waitUntil(lambda: len(self.waiting) == count)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    parent = QObject()
    desk = Desk(parent, qtbot)
    yield desk
    desk.jobs.close()


def test_what_is_read_and_what_was_written_is_told_in_order(desk: Desk) -> None:
    written: list[int] = []

    def refuse(path: str) -> None:
        raise Problem("No.")

    desk.jobs.save("a", lambda: written.append(1))
    desk.jobs.open("b", lambda path: (path, list(written)))
    desk.jobs.open("c", refuse)
    desk.wait()

    assert desk.read == [("b", [1])]
    assert desk.told == ["Saved: a", "No."]
    assert desk.waiting == []


def test_a_file_that_takes_its_time_is_named_and_the_next_one_after_it_is_given_up(desk: Desk) -> None:
    comes = Event()
    for path in ("a", "b"):
        desk.jobs.open(path, lambda path: comes.wait())
    desk.jobs.save("c", lambda: None)
    desk.wait_until_told(1)
    desk.jobs.give_up()
    desk.wait_until_told(2)
    desk.jobs.give_up()
    desk.wait()
    comes.set()

    assert [sentence.split("…")[0] for sentence in desk.waiting] == ["Reading a", "Reading b"]
    assert desk.read == []
    assert desk.told == ["Saved: c"]


def test_how_much_is_to_be_written_is_told_before_where_it_is_much(desk: Desk) -> None:
    may_go_on = Event()
    desk.jobs.save("a", lambda: may_go_on.wait() and None, 600_000_000)
    assert desk.waiting == [
        "Saving a: 600 MB, which take about 10 seconds… Close this message to wait no longer.",
    ]
    may_go_on.set()
    desk.wait()

    assert desk.told == ["Saved: a"]


def test_closing_waits_for_what_is_written_and_not_for_what_is_read(desk: Desk) -> None:
    comes, written = Event(), []
    desk.jobs.open("a", lambda path: comes.wait())
    desk.jobs.save("b", lambda: written.append("b"))
    desk.jobs.open("c", lambda path: comes.wait())
    desk.jobs.save("d", lambda: written.append("d"))
    desk.jobs.close()
    comes.set()

    assert written == ["b", "d"]
    assert desk.read == []


def test_closing_waits_for_no_read_though_what_came_before_it_was_only_just_written(desk: Desk) -> None:
    begun, comes, written = Event(), Event(), []
    desk.jobs.save("a", lambda: written.append("a"))
    desk.jobs.open("b", lambda path: begun.set() or comes.wait())
    desk.jobs.save("c", lambda: written.append("c"))
    begun.wait()
    desk.jobs.close()
    comes.set()

    assert written == ["a", "c"]
    assert desk.told == ["Saved: a"]
