"""The keys of a lesson: a clicker's work wherever the focus is, and nobody's typing is disturbed."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from nnreg_gui.engine.problems import Problem
from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lessons.record import Guess
from nnreg_gui.pages.weights.weights_page import WeightsPage
from nnreg_gui.replies import Reply
from nnreg_gui.widgets.elided_label import ElidedLabel
from tests.window.lecturer import ALT, CTRL, DOWN, ESC, PERIOD, SHIFT, UP, Lecturer

KEY_0_PLACE = 19  # the code of the key that bears 0 in the USA; 1 … 9 are those before it
CZECH_ROW = "+ěščřžýáí"  # what the places of 1 … 9 write


# ------------------------------------------------------------------------------------------- begin, continue, leave


def test_page_down_begins_the_lesson_on_offer_and_goes_on(lecturer: Lecturer) -> None:
    lecturer.press(DOWN)
    assert (lecturer.walk.lesson, lecturer.walk.step.id) == (lecturer.lesson, "known")
    lecturer.guess()
    lecturer.press(DOWN)
    lecturer.wait_for(Phase.SEEN)
    assert lecturer.said.startswith("It recognizes ")
    lecturer.press(DOWN)
    assert (lecturer.walk.step.id, lecturer.walk.phase) == ("good", Phase.ASKED)
    lecturer.press(UP)
    assert (lecturer.walk.step.id, lecturer.walk.phase) == ("known", Phase.SEEN)


def test_escape_or_a_second_page_down_skips_a_question_and_escape_leaves(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.guess()
    lecturer.press(ESC)
    lecturer.wait_for(Phase.SEEN)
    assert lecturer.walk.done is not None
    assert lecturer.walk.done.guess is None
    lecturer.press(DOWN, DOWN)
    assert (lecturer.walk.step.id, lecturer.walk.phase) == ("good", Phase.ASKED)
    lecturer.press(DOWN)
    lecturer.wait_for(Phase.SEEN)
    lecturer.press(ESC)
    assert lecturer.window.lessons.walk is None
    assert not lecturer.window.frame.strip.isVisible()
    assert lecturer.window.tabs.isVisible()


def test_a_key_held_down_is_one_wish(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.hold(ESC)
    lecturer.wait_for(Phase.SEEN)
    assert lecturer.walk.step.id == "known"
    lecturer.hold(DOWN)
    assert (lecturer.walk.step.id, lecturer.walk.phase) == ("good", Phase.ASKED)
    lecturer.hold(UP)
    assert lecturer.walk.step.id == "known"


def test_a_run_without_a_result_for_the_second_time_is_left_out(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin("drawn")
    lecturer.window.questions.ask = _fail
    lecturer.press(ESC)
    lecturer.wait_for(Phase.INTERRUPTED)
    lecturer.press(DOWN)
    lecturer.wait_for(Phase.INTERRUPTED)
    hint = lecturer.window.frame.strip.findChild(ElidedLabel)
    assert hint.text() == "Again without a result: Page Down leaves this step out"
    lecturer.press(DOWN)
    assert lecturer.walk.step.id == "both"


def _fail(question: object, parent: QObject) -> Reply:
    reply = Reply(question, parent)
    QTimer.singleShot(0, lambda: reply.failed.emit(Problem("The measuring did not answer and was ended: ask again.")))
    return reply


# ------------------------------------------------------------------------------------------------ wherever the focus is


def _spin_box(lecturer: Lecturer) -> QWidget:
    return lecturer.user.box("Epochs")


def _combo_box(lecturer: Lecturer) -> QWidget:
    return next(box for box in lecturer.window.panel.findChildren(QComboBox) if box.isVisible())


def _list_of_runs(lecturer: Lecturer) -> QWidget:
    return lecturer.window.run_list


def _name_of_a_run(lecturer: Lecturer) -> QWidget:
    lecturer.user.focus(lecturer.window.run_list)
    lecturer.press(Qt.Key.Key_F4)
    focused = lecturer.window.focusWidget()
    assert isinstance(focused, QLineEdit)
    return focused


def test_a_clicker_does_its_work_wherever_the_focus_is(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.do(["known", "seeds"])
    for find in (_spin_box, _combo_box, _list_of_runs, _name_of_a_run):
        _show_everything(lecturer)
        lecturer.user.focus(find(lecturer))
        epochs = lecturer.window.panel.value().training.epochs
        if find is not _name_of_a_run:  # a name may have a point
            lecturer.press(PERIOD)
            assert lecturer.window.black.black, find
            assert lecturer.window.actions_by_name["black"].isChecked(), find
            lecturer.press(PERIOD)
            assert not lecturer.window.black.black, find
        lecturer.press(DOWN)
        assert lecturer.walk.step.id == "points", find
        lecturer.press(UP)
        assert lecturer.walk.step.id == "seeds", find
        assert lecturer.window.panel.value().training.epochs == epochs, find

    _show_everything(lecturer)
    lecturer.user.type_only("Epochs", "77")
    lecturer.press(ESC)
    assert lecturer.window.panel.value().training.epochs == 2
    assert lecturer.walk.step.id == "seeds", "Esc has taken back the number"


def _show_everything(lecturer: Lecturer) -> None:
    """Show all groups of the panel, and the list of runs."""
    lecturer.press(Qt.Key.Key_A, modifier=CTRL | SHIFT)
    lecturer.press(Qt.Key.Key_F8)
    for group in ("Cost", "Training"):
        lecturer.user.unfold(group)
    lecturer.user.wait(lambda: lecturer.window.run_list.isVisible() and lecturer.window.panel.isVisible())


def test_page_down_goes_on_from_another_page_and_any_key_only_lifts_the_black_screen(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.do(["known"])
    lecturer.press(Qt.Key.Key_2, modifier=ALT)
    assert isinstance(lecturer.window.tabs.page, WeightsPage)
    lecturer.press(DOWN)
    assert (lecturer.walk.step.id, lecturer.walk.phase) == ("good", Phase.ASKED)
    assert lecturer.window.tabs.page is lecturer.window.learning
    for key in (DOWN, UP, ESC, PERIOD, Qt.Key.Key_1, Qt.Key.Key_A):
        lecturer.press(PERIOD)
        assert lecturer.window.black.black, key
        lecturer.press(key)
        assert not lecturer.window.black.black, key
        assert (lecturer.walk.step.id, lecturer.walk.phase, lecturer.walk.guess) == ("good", Phase.ASKED, None), key


def test_a_point_goes_into_a_number_that_is_being_typed(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.do(["drawn"])
    lecturer.window.panel.show_groups(None)
    lecturer.press(Qt.Key.Key_F9)
    box = lecturer.user.box("λ")
    lecturer.user.focus(box)
    box.selectAll()
    lecturer.press(Qt.Key.Key_0, PERIOD, Qt.Key.Key_2, Qt.Key.Key_5)
    assert not lecturer.window.black.black
    lecturer.press(Qt.Key.Key_Return)
    assert lecturer.window.panel.value().regularization.lambda_ == 0.25
    assert lecturer.walk.step.id == "drawn"


# --------------------------------------------------------------------------------------------------------- answering


def test_digits_are_hands_until_the_answer_and_backspace_takes_one_back(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin("good")
    lecturer.press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_9)
    assert lecturer.walk.guess == Guess(votes=(1, 2, 0))
    lecturer.press(Qt.Key.Key_Backspace)
    assert lecturer.walk.guess == Guess(votes=(1, 1, 0))
    assert lecturer.window.control.engine_pid is None or lecturer.user.state.value == "idle", "it rewinds nothing"
    for place, text in enumerate(CZECH_ROW[:3], start=KEY_0_PLACE - 9):
        lecturer.press_place(place, ord(text.upper()), text)
    assert lecturer.walk.guess == Guess(votes=(2, 2, 1)), "by the place of the key"

    _show_everything(lecturer)
    lecturer.user.focus(_combo_box(lecturer))
    lecturer.press(Qt.Key.Key_1)
    assert lecturer.walk.guess == Guess(votes=(3, 2, 1)), "although a combo box has the focus"
    lecturer.user.type_only("Epochs", "")
    lecturer.press(Qt.Key.Key_2)
    assert lecturer.walk.guess == Guess(votes=(3, 2, 1)), "but not while typing"
    assert lecturer.user.box("Epochs").text() == "2"

    lecturer.press(DOWN)
    lecturer.wait_for(Phase.SEEN)
    done = lecturer.walk.done
    lecturer.press(Qt.Key.Key_1)
    assert lecturer.walk.done is done
    assert done is not None
    assert done.guess == Guess(votes=(3, 2, 1))


def test_arrow_keys_move_a_number_and_draw_a_curve_which_backspace_wipes(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert lecturer.walk.guess == Guess(number=69)
    lecturer.press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert lecturer.walk.guess == Guess(number=60)
    lecturer.walk.enter(lecturer.lesson.place("drawn"))
    lecturer.guess()
    assert lecturer.walk.guess is not None
    assert len(lecturer.walk.guess.curve) > 1
    lecturer.press(Qt.Key.Key_Backspace)
    assert lecturer.walk.guess is None


def test_a_dialog_keeps_its_keys(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    lecturer.begin()
    lecturer.window.find_scenario()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    lecturer.press(DOWN, PERIOD)
    assert (lecturer.walk.phase, lecturer.walk.warned, lecturer.window.black.black) == (Phase.ASKED, False, False)
    dialog.close()
