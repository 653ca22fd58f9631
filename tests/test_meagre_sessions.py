"""Valid sessions that hold little or much: every view of every page opens with their runs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget

from nnreg_gui.engine.events import LARGEST_COST
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.files.session_files import write_session_file
from nnreg_gui.pages.table import GROUPS, KEYS
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from tests.conftest import User
from tests.fixture_types import Small, Trained


def only(history: RunHistory, epochs: Sequence[int]) -> RunHistory:
    """Return a history that keeps only the networks of these epochs."""
    return history.with_records(record for record in history.kept() if record.epoch in epochs)


def dear(history: RunHistory) -> RunHistory:
    """Return a history with the largest possible costs."""
    made = RunHistory(history.experiment)
    for record in history.kept():
        made.add(replace(record, training_cost=LARGEST_COST, validation_cost=LARGEST_COST, penalty=LARGEST_COST))
    return made


def views(user: User) -> Iterator[QWidget]:
    """Go through all views of all pages."""
    for group in GROUPS.values():
        for place in range(len(group)):
            user.key(Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.AltModifier)
            page = user.window.tabs.page
            user.wait(page.isVisible)
            yield page
            for choice in [one for one in page.findChildren(SegmentedChoice) if one.isVisible()][:1]:
                for _ in choice.findChildren(QRadioButton):
                    choice.choose_next()
                    yield page
        user.key(Qt.Key.Key_F3)


MEAGRE: dict[str, Callable[[RunHistory], RunHistory]] = {
    "the last network": lambda history: only(history, [4]),
    "the first network": lambda history: only(history, [0]),
    "no network": lambda history: only(history, []),
    "no epoch": lambda history: RunHistory(history.experiment),
    "the largest costs": dear,
}


def test_every_view_opens_with_runs_of_which_a_session_holds_little_or_much(
    user: User, small: Small, trained: Trained, tmp_path: Path
) -> None:
    experiment = small(images=1000, hidden=(10,), epochs=4)
    experiments = (experiment, replace(experiment, regularization=small(dropout=0.5).regularization))
    histories = [made(trained(experiments[place % 2])) for place, made in enumerate(MEAGRE.values())]
    repeats = tuple(only(trained(replace(experiment, seed=seed)), [4]) for seed in (1, 2))
    runs = (*(ListedRun(history, number) for number, history in enumerate(histories, 1)),
            ListedRun(repeats[0], len(MEAGRE) + 1, repeats=repeats))  # fmt: skip
    write_session_file(str(tmp_path / "meagre"), Session(runs, baseline=1, selected=2))
    user.window.open_file(str(tmp_path / "meagre"))
    user.wait(lambda: not user.window.file_jobs.busy)
    assert user.window.message.text() == ""
    assert len(user.window.run_list.runs()) == len(runs)
    for view in views(user):
        for run in user.window.run_list.runs():
            user.window.run_list.select(run.history)
            assert user.window.run_list.selected() is run.history
            view.grab()


def test_every_page_opens_with_nothing_but_runs_of_one_kind(user: User, small: Small, trained: Trained) -> None:
    experiment, run_list = small(images=1000, hidden=(10,), epochs=4), user.window.run_list
    for kind, made in MEAGRE.items():
        for dropout in (0.0, 0.5):
            spec = small(dropout=dropout).regularization
            run_list.add_finished(made(trained(replace(experiment, regularization=spec))))
        assert len(run_list.runs()) == 2, kind
        for key in KEYS:
            user.window.tabs.open_page(key)
            user.wait(user.window.tabs.page.isVisible)
            user.window.tabs.page.grab()
        while not run_list.is_empty:
            run_list.remove_selected()
