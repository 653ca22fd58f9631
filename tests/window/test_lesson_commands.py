"""A lesson in the window: what is seen of a step, free play in between, leaving and handing out."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.repeats import experiments_of
from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lecturing.walk import Walk
from nnreg_gui.lessons.lesson import CurveQuestion, Lesson
from nnreg_gui.running.side_by_side import State
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.folding_group import FoldingGroup
from tests.window.lecturer import ALT, CTRL, DOWN, ESC, SHIFT, UP, Lecturer

LONG = 20_000  # epochs: longer than any test


def endless(lesson: Lesson) -> Lesson:
    """Return the lesson with runs that do not end by themselves."""
    runs = {
        name: replace(run, experiment=replace(run.experiment, training=replace(run.experiment.training, epochs=LONG)))
        for name, run in lesson.runs.items()
    }
    return replace(lesson, runs=runs)


# ----------------------------------------------------------------------------------------------- ask, train, say


def test_the_whole_lesson_trains_what_it_asks_about(lecturer: Lecturer) -> None:
    window = lecturer.window
    lecturer.press(DOWN)
    for place, step in enumerate(lecturer.lesson.steps):
        assert lecturer.walk.place == place
        if step.question is not None:
            assert lecturer.walk.phase is Phase.ASKED
            lecturer.guess()
            lecturer.press(DOWN)
        lecturer.wait_for(Phase.SEEN)
        assert lecturer.walk.done is not None
        assert lecturer.said == lecturer.walk.done.said["en"] != ""
        assert window.tabs.isVisible() != isinstance(step.question, CurveQuestion)
        lecturer.press(DOWN)
    lecturer.wait_for_rest()
    listed = window.run_list.session().runs
    histories = [history for run in listed for history in (run.repeats or (run.history,))]
    assert {history.experiment.essence for history in histories} == {
        one.essence for run in lecturer.lesson.runs.values() for one in experiments_of(run.experiment, run.seeds)
    }
    assert [len(run.repeats) for run in listed] == [0, 0, 0, 0, 2]
    assert not window.message.isVisible()


def test_before_the_guess_nothing_of_a_run_is_seen_but_what_may_be(lecturer: Lecturer) -> None:
    window = lecturer.window
    lecturer.have_runs()
    lecturer.begin()
    for step in lecturer.lesson.steps:
        lecturer.walk.enter(lecturer.lesson.place(step.id))
        if step.question is None:
            continue
        assert window.frame.question is not None
        assert window.frame.question.isVisible()
        if step.see:
            assert window.tabs.isVisible()
            assert lecturer.said == step.question.text["en"]
            assert _drawn(lecturer) == list(step.runs)
            continue
        for part in (window.tabs, window.learning, window.panel, window.run_list, window.sentence, window.epochs):
            assert not part.isVisible(), step.id
        lecturer.press(Qt.Key.Key_2, modifier=ALT)
        lecturer.press(Qt.Key.Key_F3)
        assert not window.tabs.isVisible()


def test_a_step_opens_its_page_and_view_sets_it_draws_its_runs_and_shows_its_groups(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    assert not lecturer.window.panel.isVisible()
    lecturer.do(["good"])
    assert _groups(lecturer) == ["Regularization"]
    lecturer.press(Qt.Key.Key_A, modifier=CTRL | SHIFT)
    assert len(_groups(lecturer)) == 7
    lecturer.do(["drawn", "both", "points"])
    assert type(lecturer.window.tabs.page).__name__ == "NoisePage"
    assert _drawn(lecturer) == ["off", "l2"]
    assert lecturer.window.panel.value() == lecturer.lesson.runs["l2"].experiment
    lecturer.do(["again"])
    assert type(lecturer.window.tabs.page).__name__ == "FittingPage"
    lecturer.do(["seeds"])
    assert _groups(lecturer) == ["Training"]
    lecturer.press(ESC, modifier=SHIFT)
    assert len(_groups(lecturer)) == 7


def _drawn(lecturer: Lecturer) -> list[str]:
    """Return the names of the runs that are drawn."""
    names = {run.experiment.essence: name for name, run in lecturer.lesson.runs.items()}
    return [names[run.history.experiment.essence] for run in lecturer.window.run_list.runs()]


def _groups(lecturer: Lecturer) -> list[str]:
    """Return which groups of the panel are seen."""
    groups = [group for group in lecturer.window.panel.findChildren(FoldingGroup) if group.isVisible()]
    return [group.focusProxy().text() for group in groups]


# ------------------------------------------------------------------------------------------------ stopped and left


def test_a_paused_run_goes_on_and_a_stopped_or_a_changed_one_is_no_answer(lecturer: Lecturer) -> None:
    lecturer.lesson = endless(lecturer.lesson)
    lecturer.begin()
    lecturer.guess()
    lecturer.press(DOWN)
    lecturer.user.wait_for_epoch(1)
    lecturer.press(Qt.Key.Key_P)
    lecturer.user.wait_for_hold()
    lecturer.press(DOWN)
    assert (lecturer.user.state, lecturer.walk.phase) == (State.RUNNING, Phase.TRAINING)
    assert len(lecturer.window.run_list.session().runs) == 1

    lecturer.press(ESC)
    lecturer.wait_for(Phase.INTERRUPTED)
    assert lecturer.user.state is State.IDLE
    lecturer.press(DOWN)
    assert (lecturer.walk.phase, lecturer.user.state) == (Phase.TRAINING, State.RUNNING)
    lecturer.press(DOWN)
    assert lecturer.walk.warned
    lecturer.press(DOWN)
    assert (lecturer.walk.step.id, lecturer.walk.phase) == ("good", Phase.ASKED)
    lecturer.user.wait_for_end()

    lecturer.press(ESC)
    lecturer.user.wait_for_epoch(1)
    lecturer.press(Qt.Key.Key_K)  # L2, in mid-run
    lecturer.user.wait(lambda: bool(lecturer.user.history.changes))
    lecturer.press(ESC)
    lecturer.wait_for(Phase.INTERRUPTED)


def test_two_paused_runs_go_on_together_by_page_down(lecturer: Lecturer) -> None:
    lecturer.lesson = endless(lecturer.lesson)
    lecturer.begin("both")
    lecturer.press(ESC)
    lecturer.user.wait_for_epoch(1)
    lecturer.press(Qt.Key.Key_P)
    lecturer.user.wait_for_hold()
    lecturer.press(DOWN)
    assert (lecturer.user.state, lecturer.walk.phase) == (State.RUNNING, Phase.TRAINING)
    histories = [run.history for run in lecturer.window.run_list.session().runs]
    reached = [len(history) for history in histories]
    lecturer.user.wait(lambda: all(len(one) > before + 1 for one, before in zip(histories, reached, strict=True)))
    assert [history.changes for history in histories] == [[], []]  # each as what it is


def test_leaving_in_mid_run_ends_cleanly(lecturer: Lecturer) -> None:
    window = lecturer.window
    lecturer.lesson = endless(lecturer.lesson)
    for step in ("known", "both", "seeds"):  # one run, two, and repeats
        lecturer.begin(step)
        lecturer.press(ESC) if lecturer.walk.phase is Phase.ASKED else None
        assert lecturer.walk.phase is Phase.TRAINING, step
        lecturer.user.wait(lambda: window.control.state is State.RUNNING or window.searches.busy)
        lecturer.press(ESC, modifier=SHIFT)
        assert window.lessons.walk is None, step
        lecturer.wait_for_rest()
        assert not window.frame.strip.isVisible(), step
        assert all(part.isVisible() for part in (window.tabs, window.panel, window.run_list)), step
        lecturer.press(Qt.Key.Key_F5, modifier=SHIFT)
        assert lecturer.walk.step.id == step
        lecturer.press(ESC, modifier=SHIFT)
        lecturer.wait_for_rest()


def test_only_the_lesson_left_last_is_kept(lecturer: Lecturer, qtbot: QtBot) -> None:
    lessons = lecturer.window.lessons
    for _ in range(3):
        lecturer.begin()
        lessons.leave()

    qtbot.waitUntil(lambda: lessons.findChildren(Walk) == [lessons.last])


def test_closing_the_window_in_mid_run_leaves_nothing_behind(lecturer: Lecturer) -> None:
    lecturer.lesson = endless(lecturer.lesson)
    lecturer.begin("both")
    lecturer.press(Qt.Key.Key_F6, ESC)
    lecturer.user.wait_for_epoch(1)
    lecturer.window.close()
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_a_guess_is_kept_although_the_step_is_left_before_it_is_done(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    for step in ("known", "good", "drawn"):  # a number, a choice, a curve
        lecturer.walk.enter(lecturer.lesson.place(step))
        lecturer.guess()
        guess = lecturer.walk.guess
        lecturer.press(ESC, modifier=SHIFT)
        lecturer.press(Qt.Key.Key_F5, modifier=SHIFT)
        question = lecturer.window.frame.question
        assert question is not None, step
        assert (lecturer.walk.phase, lecturer.walk.guess, question.locked) == (Phase.ASKED, guess, False), step
        assert question.guess == guess, step
        lecturer.press(DOWN)
        lecturer.wait_for(Phase.SEEN)
        assert lecturer.walk.done is not None, step
        assert lecturer.walk.done.guess == guess, step


# ------------------------------------------------------------------------------------------------- free play in between


def test_whatever_is_tried_in_between_page_down_goes_on_from_there(lecturer: Lecturer) -> None:
    window = lecturer.window
    lecturer.begin()
    lecturer.do(["known", "good"])
    lecturer.press(Qt.Key.Key_K)
    lecturer.user.type("λ", "10")
    lecturer.press(Qt.Key.Key_Space)
    lecturer.user.wait_for_end()
    assert lecturer.walk.step.id == "good"
    lecturer.press(Qt.Key.Key_3, modifier=ALT)
    lecturer.press(DOWN)
    assert (lecturer.walk.step.id, lecturer.walk.phase) == ("drawn", Phase.ASKED)
    lecturer.guess()
    lecturer.press(DOWN)
    lecturer.wait_for(Phase.SEEN)
    assert _drawn(lecturer) == ["off", "l2"]
    assert window.panel.value() == lecturer.lesson.runs["l2"].experiment
    assert [run.history.experiment.regularization.lambda_ for run in window.run_list.session().runs] == [0, 10, 0.1]


def test_neither_a_run_of_ones_own_nor_a_name_nor_an_empty_list_keeps_a_step_from_its_runs(lecturer: Lecturer) -> None:
    window = lecturer.window
    lecturer.begin()
    lecturer.do(["known"])
    window.run_list.topLevelItem(0).setText(0, "Mine")
    lecturer.user.show(endless(lecturer.lesson).runs["l1"].experiment)
    lecturer.press(Qt.Key.Key_Space)
    lecturer.user.wait_for_epoch(1)
    lecturer.press(DOWN, DOWN, DOWN)
    lecturer.wait_for(Phase.SEEN)
    assert lecturer.walk.step.id == "good"
    assert len(window.run_list.session().runs) == 2, "the first run, and one's own"
    lecturer.wait_for_rest()
    window.run_list.remove_all()
    lecturer.do(["drawn"])
    assert _drawn(lecturer) == ["off", "l2"]
    lecturer.wait_for_rest()


def test_a_step_that_is_done_is_said_again_with_its_guess_although_its_runs_are_gone(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.do(["known", "good", "drawn", "both", "seeds", "points", "again"])
    said = {id_: step.said["en"] for id_, step in lecturer.walk.record.done.items()}
    lecturer.press(Qt.Key.Key_X, modifier=CTRL | SHIFT)
    assert lecturer.window.run_list.is_empty
    for step in reversed(lecturer.lesson.steps):
        question, done = lecturer.window.frame.question, lecturer.walk.done
        assert (lecturer.walk.step.id, lecturer.walk.phase) == (step.id, Phase.SEEN)
        assert lecturer.said == said[step.id]
        assert done is not None
        if step.question is not None:
            assert question is not None
            assert question.locked, step.id
            assert question.guess == done.guess, step.id
        lecturer.press(UP)
    assert lecturer.window.run_list.is_empty


# -------------------------------------------------------------------------------------------------- how it looks


def test_language_size_and_theme_change_in_every_phase(lecturer: Lecturer) -> None:
    tiny, lecturer.lesson = lecturer.lesson, endless(lecturer.lesson)
    lecturer.begin()
    _change_look(lecturer, Phase.ASKED, "Guess first; Esc skips")
    lecturer.press(ESC)
    _change_look(lecturer, Phase.TRAINING, "Training …")
    lecturer.user.wait_for_epoch(1)
    lecturer.press(ESC)
    lecturer.wait_for(Phase.INTERRUPTED)
    _change_look(lecturer, Phase.INTERRUPTED, "The run was changed or stopped")
    lecturer.lesson = tiny
    lecturer.have_runs()
    lecturer.begin()
    lecturer.press(ESC)
    lecturer.wait_for(Phase.SEEN)
    _change_look(lecturer, Phase.SEEN, "")


def _change_look(lecturer: Lecturer, phase: Phase, hint: str) -> None:
    """Change the look by keys; the lesson stays in this phase, says the same in another language, and has its room."""
    window, titles = lecturer.window, []
    for key in (Qt.Key.Key_F2, Qt.Key.Key_T, Qt.Key.Key_F2):
        lecturer.press(key)
        lecturer.press(Qt.Key.Key_Plus, modifier=CTRL)
        QApplication.processEvents()
        assert lecturer.walk.phase is phase
        titles.append((window.frame.strip.title.text(), window.frame.question.heading.text()))
        assert (window.width(), window.height()) == (1280, 720)
    english, czech = ("Known", "How many will it know?"), ("Známé", "Kolik jich pozná?")
    assert titles == [czech, czech, english]
    assert window.frame.strip.findChild(ElidedLabel).text().startswith(hint)
    lecturer.press(Qt.Key.Key_0, modifier=CTRL)


def test_keys_fold_the_strip_to_one_line_and_the_parts_that_are_seen(lecturer: Lecturer) -> None:
    window, strip = lecturer.window, lecturer.window.frame.strip
    lecturer.have_runs()
    assert window.panel.isVisible()
    lecturer.begin()
    lecturer.do(["known"])
    height = strip.height()
    lecturer.press(Qt.Key.Key_L, modifier=CTRL)
    lecturer.user.wait(lambda: strip.height() < height)
    assert not strip.text.isVisible()
    lecturer.press(DOWN)
    assert lecturer.walk.step.id == "good"
    assert not strip.text.isVisible()
    lecturer.press(Qt.Key.Key_L, modifier=CTRL)
    assert strip.text.isVisible()

    lecturer.press(Qt.Key.Key_F8)
    assert window.run_list.isVisible()
    lecturer.press(Qt.Key.Key_F9)
    assert not window.panel.isVisible()
    window.lessons.leave()
    assert window.panel.isVisible()
    lecturer.press(Qt.Key.Key_F9)
    assert not window.panel.isVisible()


def test_parts_of_a_step_fold_where_there_is_no_room_and_a_key_brings_them_back(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.window.appearance.set_zoom(2.0)
    lecturer.begin("good")
    lecturer.user.wait(lambda: not lecturer.window.panel.isVisible())
    lecturer.press(Qt.Key.Key_F9)
    assert lecturer.window.panel.isVisible()


def test_a_shipped_lesson_with_a_mistake_is_one_sentence(lecturer: Lecturer, tmp_path: Path) -> None:
    window = lecturer.window
    broken = replace(window.lessons.shipped()[0], path=tmp_path / "broken.toml")
    broken.path.write_text('format = "nnreg-lesson"\n', encoding="utf-8")

    window.lessons.begin_chosen(broken)

    assert window.lessons.walk is None
    assert window.message.text().startswith("broken.toml, line 1")
