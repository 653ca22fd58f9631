"""What goes with a lesson in the window: notes, the QR code, handouts, and files of one's own."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lecturing.presenter_window import PresenterWindow
from nnreg_gui.lecturing.qr_sheet import QrSheet
from nnreg_gui.lessons.record import Guess
from tests.lecturing.tiny_lesson import TINY, tiny_path
from tests.window.lecturer import DOWN, ESC, PERIOD, UP, Lecturer

# ------------------------------------------------------------------------------------------------------- presenter


def _presenter(lecturer: Lecturer) -> PresenterWindow:
    lecturer.press(Qt.Key.Key_F6)
    (presenter,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PresenterWindow)]
    lecturer.user.wait(presenter.isVisible)
    return presenter


def _activate(lecturer: Lecturer, window: QWidget) -> None:
    """Go to a window, as with a click."""
    window.activateWindow()
    lecturer.user.wait(window.isActiveWindow)


def test_the_lecturer_s_window_shows_note_and_votes_which_stay(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    presenter = _presenter(lecturer)
    assert presenter.note.text() == "Let them guess aloud."
    _activate(lecturer, lecturer.window)
    lecturer.do(["known"])
    lecturer.press(DOWN, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2)
    assert presenter.note.text() == "Count the hands."
    assert presenter.votes.said() == ["1 × Yes", "2 × No", "0 × Both"]
    lecturer.press(Qt.Key.Key_F2)
    lecturer.user.wait(lambda: presenter.note.text() == "Spočítat ruce.")
    assert presenter.votes.said() == ["1 × Ano", "2 × Ne", "0 × Obojí"]
    lecturer.press(DOWN)
    lecturer.wait_for(Phase.SEEN)
    lecturer.press(DOWN, UP)
    assert lecturer.walk.phase is Phase.SEEN
    assert presenter.votes.said() == ["1 × Ano", "2 × Ne", "0 × Obojí"]
    lecturer.press(Qt.Key.Key_F6)
    assert not presenter.isVisible()
    assert not lecturer.window.actions_by_name["presenter"].isChecked()


def test_keys_in_the_lecturer_s_window_lead_the_lesson_and_end_the_program(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin("good")
    presenter = _presenter(lecturer)
    _activate(lecturer, presenter)

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(presenter, key)

    press(Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_Backspace)
    assert lecturer.walk.guess == Guess(votes=(1, 0, 0))
    press(DOWN)
    lecturer.wait_for(Phase.SEEN)
    press(PERIOD)
    assert lecturer.window.black.black
    press(PERIOD)
    assert not lecturer.window.black.black
    press(UP)
    assert lecturer.walk.step.id == "known"
    press(ESC)
    lecturer.wait_for(Phase.SEEN)
    press(ESC)
    assert lecturer.window.lessons.walk is None
    press(DOWN, UP, PERIOD, PERIOD, Qt.Key.Key_1, Qt.Key.Key_Space)
    assert not lecturer.window.black.black
    theme = lecturer.window.appearance.theme
    press(Qt.Key.Key_T)
    assert lecturer.window.appearance.theme != theme
    press(Qt.Key.Key_F6)
    assert not presenter.isVisible()
    _activate(lecturer, lecturer.window)
    presenter = _presenter(lecturer)
    QTest.keyClick(presenter, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not lecturer.window.isVisible()
    assert not any(isinstance(one, PresenterWindow) and one.isVisible() for one in QApplication.topLevelWidgets())


def test_a_key_held_down_in_the_lecturer_s_window_is_one_wish(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin("good")
    presenter = _presenter(lecturer)
    _activate(lecturer, presenter)
    for black in (True, False):
        lecturer.hold(PERIOD, ".", presenter)
        assert lecturer.window.black.black is black
    lecturer.hold(UP, window=presenter)
    assert lecturer.walk.step.id == "known"
    lecturer.hold(DOWN, window=presenter)
    assert lecturer.walk.phase is Phase.ASKED
    assert lecturer.walk.warned


# ------------------------------------------------------------------------------------------------------------ QR code


def test_formulas_and_the_qr_code_lie_over_the_lesson_until_escape(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.do(["known"])
    lecturer.press(Qt.Key.Key_F12)
    assert lecturer.window.formulas.isVisible()
    lecturer.press(ESC)
    assert not lecturer.window.formulas.isVisible()
    assert lecturer.walk.step.id == "known"

    lecturer.press(Qt.Key.Key_F7)
    sheet = lecturer.window.findChild(QrSheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.text.toPlainText() == lecturer.walk.done.experiment
    lecturer.press(ESC)
    assert not sheet.isVisible()
    assert lecturer.walk.step.id == "known"
    lecturer.press(Qt.Key.Key_F7, Qt.Key.Key_F7)
    assert not sheet.isVisible()
    lecturer.press(Qt.Key.Key_F7, DOWN)
    assert not sheet.isVisible()
    assert lecturer.walk.step.id == "good", "and is seen"


# ---------------------------------------------------------------------------------------------------------- files


def test_a_handout_has_the_steps_done_so_far_with_their_pictures(lecturer: Lecturer, tmp_path: Path) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.guess()
    lecturer.press(DOWN)
    for _ in range(3):
        lecturer.wait_for(Phase.SEEN)
        lecturer.press(DOWN)
        lecturer.press(ESC)
    path = tmp_path / "handout.html"
    lecturer.window.lessons.save_handout(str(path))
    lecturer.user.wait(path.exists)
    lecturer.wait_for(Phase.SEEN)
    text = path.read_text(encoding="utf-8")
    assert all(title in text for title in ("Known", "Good?", "Does L2 help?"))
    assert "Two networks" not in text
    assert text.count("data:image/png;base64,") >= 2
    done = list(lecturer.walk.record.done.values())
    assert all(step.picture.startswith(b"\x89PNG") for step in done[:2])
    assert done[2].picture == b"", "its curves are drawn in the handout"


def test_a_lesson_is_opened_as_any_other_file_and_one_with_a_mistake_changes_nothing(
    lecturer: Lecturer, tmp_path: Path
) -> None:
    path = tiny_path(tmp_path, TINY.replace('title.en = "Tiny"', 'title.en = "Mine"'))
    lecturer.window.open_file(str(path))
    lecturer.user.wait(lambda: lecturer.window.lessons.walk is not None)
    assert lecturer.walk.lesson.title["en"] == "Mine"
    assert not lecturer.window.offered_lessons.visible

    lecturer.have_runs()
    lecturer.walk.enter(lecturer.lesson.place("good"))
    lesson = lecturer.walk.lesson
    lecturer.window.open_file(str(tiny_path(tmp_path, TINY.replace('page = "fitting"', 'page = "fiting"'))))
    lecturer.user.wait(lecturer.window.message.isVisible)
    said = lecturer.window.message.text()
    assert "tiny.toml, line " in said
    assert "“fitting”" in said
    assert (lecturer.walk.lesson, lecturer.walk.step.id) == (lesson, "good")
