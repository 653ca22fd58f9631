"""Valid sessions that hold little or much: every view of every page opens with their runs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton, QWidget

from nnreg_gui.engine.events import LARGEST_COST
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.files.session_files import write_session_file
from nnreg_gui.pages.table import KEYS
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


PAGES = [key for key in KEYS if key not in ("fitting", "past_the_peak")]  # these two draw no runs


def views(user: User) -> Iterator[QWidget]:
    """Go through all views of all pages that draw runs."""
    for key in PAGES:
        user.window.tabs.open_page(key)
        page = user.window.tabs.page
        user.wait(page.isVisible)
        choices = [one for one in page.findChildren(SegmentedChoice) if one.isVisible()][:1]
        for choice in choices:
            for _ in choice.findChildren(QRadioButton):
                choice.choose_next()
                yield page
        if not choices:
            yield page


MEAGRE: dict[str, Callable[[RunHistory], RunHistory]] = {
    "the last network": lambda history: only(history, [4]),
    "the first network": lambda history: only(history, [0]),
    "no network": lambda history: only(history, []),
    "no epoch": lambda history: RunHistory(history.experiment),
    "the largest costs": dear,
}


@pytest.mark.drawn
def test_every_view_opens_with_runs_that_hold_little_or_much_and_every_page_with_one_kind_alone(
    user: User, small: Small, trained: Trained, tmp_path: Path
) -> None:
    run_list = user.window.run_list
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
    assert len(run_list.runs()) == len(runs)
    for view in views(user):
        for run in run_list.runs():
            run_list.select(run.history)
            assert run_list.selected() is run.history
            view.grab()

    for kind, made in MEAGRE.items():
        run_list.remove_all()
        for one in experiments:
            run_list.add_finished(made(trained(one)))
        assert len(run_list.runs()) == 2, kind
        for key in PAGES:
            user.window.tabs.open_page(key)
            user.window.tabs.page.grab()
