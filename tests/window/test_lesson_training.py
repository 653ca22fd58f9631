"""What a rehearsal has kept is shown again in a lesson instead of being trained."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnreg_gui.engine.repeats import experiments_of
from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lessons.lesson import Lesson, Step
from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.running.side_by_side import State
from tests.conftest import User, small_experiment
from tests.fixture_types import Trained

LESSON = """
format = "nnreg-lesson"
version = 1
title.en = "Kept"
about.en = "Two runs, and one with two seeds."
minutes = 1
runs.off = { data = { training_images = 100 }, network = { hidden = [5] }, training = { epochs = 3 } }
runs.l2 = { from = "off", regularization = { penalty = "l2", lambda = 0.1 } }
runs.two = { from = "off", training = { epochs = 2 }, seeds = 2 }

[[step]]
id = "both"
title.en = "Both"
page = "learning"
runs = ["off", "l2"]
seen.en = "{off.training}, {l2.training}."

[[step]]
id = "seeds"
title.en = "Seeds"
page = "learning"
runs = ["two"]
seen.en = "{two.training}."
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    file = tmp_path / "kept.toml"
    file.write_text(LESSON, encoding="utf-8")
    return read_lesson(file)


@pytest.fixture
def kept(user: User, lesson: Lesson, trained: Trained) -> None:
    experiments = (one for run in lesson.runs.values() for one in experiments_of(run.experiment, run.seeds))
    user.window.rehearsal.kept().keep(map(trained, experiments))


def seen(user: User, step: str) -> bool:
    walk = user.window.lessons.walk
    return walk is not None and walk.step.id == step and walk.phase is Phase.SEEN


def test_kept_runs_are_replayed_and_this_is_said_unless_they_shall_be_trained(
    user: User, lesson: Lesson, kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnreg_gui.window.lesson_training.PACES", {"at_once": 0.0, "quick": 0.2, "train": None})
    window, states = user.window, []
    window.control.state_changed.connect(states.append)
    for pace in ("at_once", "quick"):
        window.lesson_training.pace = pace
        window.lessons.begin(lesson)
        user.wait(lambda: seen(user, "both"))

        assert window.frame.strip.hint == "Replayed", pace
        assert [run.history.experiment for run in window.run_list.runs()] == [
            lesson.runs["off"].experiment,
            lesson.runs["l2"].experiment,
        ]
        assert all(run.history.finished and not run.live for run in window.run_list.runs())
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown)
        user.wait(lambda: seen(user, "seeds"))
        assert window.frame.strip.hint != ""
        assert State.RUNNING not in states, "nothing was trained"
        assert window.lessons.last is not None
        assert [done.replayed for done in window.lessons.last.record.done.values()] == [True, True]
        window.lessons.leave()
        window.run_list.remove_all()

    window.lesson_training.pace = "train"
    window.lessons.begin(lesson)
    user.wait(lambda: seen(user, "both"))
    assert window.frame.strip.hint == ""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown)
    user.wait(lambda: seen(user, "seeds"))
    assert [done.replayed for done in window.lessons.last.record.done.values()] == [False, False]


def test_a_run_that_the_user_trains_anew_is_not_said_to_be_replayed(
    user: User, lesson: Lesson, kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnreg_gui.window.lesson_training.PACES", {"at_once": 0.0})
    window = user.window
    window.lesson_training.pace = "at_once"
    window.lessons.begin(lesson)
    user.wait(lambda: seen(user, "both"))
    window.lessons.leave()
    window.run_list.remove_all()
    for name in ("off", "l2"):
        window.load(lesson.runs[name].experiment)
        window.training.start()
        user.wait_for_end()

    window.lessons.begin(lesson)
    user.wait(lambda: seen(user, "both"))
    assert window.frame.strip.hint == ""


def test_a_run_of_the_users_is_not_kept_for_lessons(user: User) -> None:
    window = user.window
    window.load(small_experiment(epochs=1))
    window.training.start()
    user.wait_for_end()

    assert window.history not in window.lesson_training._live.values()


def test_leaving_stops_a_replay_where_it_is(
    user: User, lesson: Lesson, kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnreg_gui.window.lesson_training.PACES", {"slow": 600.0})
    window = user.window
    window.lesson_training.pace = "slow"

    window.lessons.begin(lesson)
    user.wait(lambda: len(window.run_list.runs()) == 2)
    window.lesson_training.grown.emit()
    assert window.frame.strip.hint == "Replaying …"
    window.lessons.leave()

    assert all(not run.live and not run.history.finished for run in window.run_list.runs())
    assert window.lessons.walk is None


@pytest.fixture(params=[0, 1], ids=["replays", "seeds"])
def beside(
    request: pytest.FixtureRequest, user: User, lesson: Lesson, kept: None, monkeypatch: pytest.MonkeyPatch
) -> Step:
    """A step in training, beside which the user has begun a run of his own, and paused it."""
    monkeypatch.setattr("nnreg_gui.window.lesson_training.PACES", {"quick": 2.0, "train": None})
    window, step, following = user.window, lesson.steps[request.param], lesson.steps[1 - request.param]
    window.lesson_training.pace = "train" if step.id == "seeds" else "quick"
    two = replace(lesson.runs["two"], experiment=small_experiment(epochs=1_000))
    user.wait(lambda: window.control.engine_pid is not None)
    window.lessons.begin(replace(lesson, steps=(step, following), runs={**lesson.runs, "two": two}))
    window.load(small_experiment(epochs=100_000))
    window.training.step()
    user.wait(lambda: window.control.holds)
    assert window.lessons.walk is not None
    assert window.lessons.walk.phase is Phase.TRAINING
    return step


def test_a_run_of_the_users_beside_them_neither_goes_on_nor_is_waited_for(user: User, beside: Step) -> None:
    window, own = user.window, user.window.history
    assert window.lessons.walk is not None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown)
    assert window.lessons.walk.warned
    assert window.control.state is State.PAUSED
    user.wait(lambda: seen(user, beside.id))
    assert own is not None
    assert not own.finished


def test_leaving_ends_no_run_of_the_users(user: User, beside: Step) -> None:
    window = user.window
    window.lessons.leave()

    assert window.control.state is State.PAUSED
    user.wait(lambda: not window.repeats.going_on)
    assert not window.lesson_training.replaying


@pytest.mark.parametrize("pace", ["quick", "train"])
def test_seeds_of_the_users_beside_its_runs_are_not_waited_for(
    user: User, lesson: Lesson, kept: None, monkeypatch: pytest.MonkeyPatch, pace: str
) -> None:
    monkeypatch.setattr("nnreg_gui.window.lesson_training.PACES", {"quick": 0.2, "train": None})
    window = user.window
    window.lesson_training.pace = pace
    window.load(small_experiment(epochs=100_000))
    window.training.repeat()

    window.lessons.begin(lesson)
    user.wait(lambda: seen(user, "both"))
    assert window.repeats.going_on
    window.repeats.stop()
    user.wait(lambda: not window.repeats.going_on)


def test_a_page_trains_what_it_misses_before_the_step_is_seen(user: User, tmp_path: Path) -> None:
    file = tmp_path / "page.toml"
    file.write_text(LESSON.split("runs.off")[0] + """
[[step]]
id = "ensemble"
title.en = "Ensemble"
page = "ensemble"
set = { networks = 2, effort = "quick" }
train_page = true
seen.en = "Two heads."
""", encoding="utf-8")  # fmt: skip
    window = user.window
    window.load(small_experiment(epochs=2))

    window.lessons.begin(read_lesson(file))
    assert window.lessons.walk is not None
    assert window.lessons.walk.phase is Phase.TRAINING
    assert window.searches.busy
    user.wait(lambda: seen(user, "ensemble"))

    assert not window.searches.busy
    assert window.frame.strip.text.text() == "Two heads."
