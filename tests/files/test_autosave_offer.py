"""What a program that ended well leaves is offered to the next, until somebody declines it and goes on."""

from collections.abc import Callable
from pathlib import Path

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun
from tests.autosaving import Program, facts, files, same

Start = Callable[[], Program]


def look(program: Program) -> tuple[int, int]:
    assert program.autosave.recover() is None
    return program.autosave.offer()


def test_what_is_accepted_is_in_the_list_as_it_was_and_kept_from_then_on(start: Start, runs: list[RunHistory]) -> None:
    first = start()
    first.list_runs(ListedRun(runs[0], 2, "mine"), ListedRun(runs[1], 5, repeats=(runs[1], runs[2])), baseline=2)
    first.end_run()
    first.autosave.close()
    second = start()
    assert look(second) == (2, 0)
    accepted = second.autosave.accept()
    assert same(accepted, first.session)
    assert second.autosave.offer() == (0, 0)
    second.session = first.session if accepted is None else accepted
    second.crash()

    assert same(start().autosave.recover(), first.session)


def test_what_is_not_answered_is_offered_again_beside_what_is_new(start: Start, runs: list[RunHistory]) -> None:
    start().leave(ListedRun(runs[0], 1), well=True)
    second = start()
    assert look(second) == (1, 0)
    second.leave(ListedRun(runs[1], 1), well=True)
    third = start()
    assert look(third) == (2, 0)
    third.leave(well=True)
    fourth = start()

    assert look(fourth) == (2, 0)
    assert facts(fourth.autosave.accept()) == [("", (1,)), ("", (2,))]


def test_what_is_declined_stays_until_the_program_leaves_runs_of_its_own(start: Start, runs: list[RunHistory]) -> None:
    start().leave(ListedRun(runs[0], 1), well=True)
    for _ in range(2):
        program = start()
        assert look(program) == (1, 0)
        program.autosave.decline()
        assert program.autosave.offer() == (0, 0)
        program.leave(well=True)
    program = start()
    look(program)
    program.autosave.decline()
    program.leave(ListedRun(runs[1], 1), well=True)
    last = start()

    assert look(last) == (1, 0)
    assert facts(last.autosave.accept()) == [("", (2,))]


def test_a_crash_loses_nothing_that_was_declined(start: Start, runs: list[RunHistory]) -> None:
    start().leave(ListedRun(runs[0], 1), well=True)
    program = start()
    look(program)
    program.autosave.decline()
    program.leave(ListedRun(runs[1], 1), well=False)
    following = start()

    assert facts(following.autosave.recover()) == [("", (2,))]
    assert following.autosave.offer() == (1, 0)


def test_what_nobody_answers_does_not_grow_for_ever(start: Start, runs: list[RunHistory], tmp_path: Path) -> None:
    counts = []
    for number in range(9):
        program = start()
        counts.append(look(program)[0])
        program.leave(ListedRun(runs[number % 3], 1, f"run {number}"), well=True)
    assert counts == [0, 1, 2, 3, 4, 5, 5, 5, 5]
    last = start()
    last.autosave.recover()

    assert [name for name, _ in facts(last.autosave.accept())] == [f"run {number}" for number in range(4, 9)]
    assert files(tmp_path / "autosave").count("1.nnreg-run") == 5


def test_two_programs_at_once_are_offered_nothing_twice_and_both_are_kept(start: Start, runs: list[RunHistory]) -> None:
    start().leave(ListedRun(runs[0], 1), well=True)
    first, second = start(), start()
    assert look(first) == (1, 0)
    assert look(second) == (0, 0)
    second.leave(ListedRun(runs[1], 1), well=True)
    accepted = first.autosave.accept()
    assert facts(accepted) == [("", (1,))]
    assert accepted is not None
    first.leave(*accepted.runs, ListedRun(runs[2], 2), well=True)
    last = start()

    assert look(last) == (3, 0)
    assert facts(last.autosave.accept()) == [("", (1,)), ("", (2,)), ("", (3,))]


def test_what_the_user_has_removed_from_the_list_is_gone(start: Start, runs: list[RunHistory]) -> None:
    start().leave(ListedRun(runs[0], 1), ListedRun(runs[1], 2), well=True)
    second = start()
    look(second)
    accepted = second.autosave.accept()
    assert accepted is not None
    second.list_runs(*accepted.runs)
    second.end_run()
    second.leave(accepted.runs[0], well=True)
    third = start()
    assert look(third) == (1, 0)
    third.autosave.accept()
    third.leave(well=False)
