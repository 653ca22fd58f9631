"""The list of runs and the autosave: recovered runs enter the list, even late, and the user loses none."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun
from nnreg_gui.files.autosave_claims import claim
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.window.kept_runs import KeptRuns
from tests.autosaving import Program, facts

WAIT = 20_000


def test_runs_of_a_program_that_is_still_ending_are_listed_when_it_has(
    start: Callable[[], Program], runs: list[RunHistory], qtbot: QtBot, tmp_path: Path
) -> None:
    start().leave(ListedRun(runs[0], 1, "mine"), well=False)
    (path,) = (tmp_path / "autosave").iterdir()
    ending = claim(path)
    assert ending is not None
    assert ending.lock is not None
    run_list = RunList()
    qtbot.addWidget(run_list)
    kept = KeptRuns(run_list, tmp_path / "autosave", run_list)
    recovered: list[bool] = []
    kept.recovered.connect(lambda: recovered.append(True))
    with qtbot.waitSignal(kept.offered, timeout=WAIT):
        kept.begin_soon()
    assert recovered == []
    run_list.add_finished(runs[1])
    ending.lock.unlock()
    qtbot.waitUntil(lambda: recovered == [True], timeout=WAIT)

    assert [run.name for run in run_list.session().runs] == ["", "mine"]
    assert run_list.selected() is runs[1], "what the user looks at stays selected"
    kept.close()


def test_what_could_not_be_recovered_is_said_after_what_could(
    start: Callable[[], Program], runs: list[RunHistory], qtbot: QtBot, tmp_path: Path
) -> None:
    start().leave(ListedRun(runs[0], 1), ListedRun(runs[1], 2), well=False)
    next((tmp_path / "autosave").glob("*/*.nnreg-run")).write_bytes(b"no run")
    run_list, told = RunList(), list[str]()
    qtbot.addWidget(run_list)
    kept = KeptRuns(run_list, tmp_path / "autosave", run_list)
    kept.recovered.connect(lambda: told.append("recovered"))
    kept.failed.connect(lambda problem: told.append(str(problem)))
    kept.begin_soon()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=WAIT)

    assert told[0] == "recovered"
    assert told[1].startswith("Some of the runs that were kept cannot be read")
    kept.close()


def test_nothing_is_written_any_more_after_the_end(runs: list[RunHistory], qtbot: QtBot, tmp_path: Path) -> None:
    run_list = RunList()
    qtbot.addWidget(run_list)
    kept = KeptRuns(run_list, tmp_path / "autosave", run_list)
    with qtbot.waitSignal(kept.offered, timeout=WAIT):
        kept.begin_soon()
    kept.close()
    run_list.add_finished(runs[0])
    kept.advanced()
    kept.run_ended()
    kept.close()

    assert not (tmp_path / "autosave").exists()


def test_a_window_that_is_closed_before_it_has_looked_keeps_its_runs(
    start: Callable[[], Program], runs: list[RunHistory], qtbot: QtBot, tmp_path: Path
) -> None:
    start().leave(ListedRun(runs[1], 1, "crashed"), well=False)
    run_list = RunList()
    qtbot.addWidget(run_list)
    kept = KeptRuns(run_list, tmp_path / "autosave", run_list)
    kept.begin_soon()
    run_list.add_finished(runs[0], "mine")
    kept.close()
    following = start()

    assert following.autosave.recover() is None
    assert facts(following.autosave.accept()) == [("crashed", (2,)), ("mine", (1,))]
