"""The page about 6 and 9, pressed as a lecturer does."""

from collections.abc import Sequence
from html import unescape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import RotationQuestion, ValidationQuestion
from nnreg_gui.pages.rotation.all_digits_view import AllDigitsView
from nnreg_gui.pages.rotation.confusion_view import ConfusionView
from nnreg_gui.pages.rotation.one_digit_view import OneDigitView
from nnreg_gui.pages.rotation.rotation_head import ALL, CONFUSED, ONE
from nnreg_gui.pages.rotation.rotation_page import RotationPage
from nnreg_gui.pages.rotation.rotation_runs import EXPERIMENTS, UPRIGHT
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.window.language import Language
from tests.pages.answering import Window, show_in_front, texts
from tests.pages.rooms import Rooms
from tests.pages.rotation.rotation_material import Small, Trained, few, going_on, over, recorded, turned, whole


class Lecturer:
    """Somebody at the page, whose window answers questions and trains when told to."""

    def __init__(self, window: Window, qtbot: QtBot, like: RunHistory) -> None:
        self.page, self.questions, self.searches = RotationPage(window.services), window.questions, window.searches
        self._bot, self.history = qtbot, like

    def show(self, runs: Sequence[DrawnRun]) -> None:
        self.page.show_runs(runs)

    def choose(self, text: str) -> None:
        segment = next(one for one in self.page.head.choice.findChildren(QRadioButton) if one.text() == text)
        self._bot.mouseClick(segment, Qt.MouseButton.LeftButton)

    def view(self) -> QWidget:
        """Return the view that is seen."""
        kinds = (OneDigitView, AllDigitsView, ConfusionView)
        return next(view for kind in kinds for view in self.page.findChildren(kind) if view.isVisible())

    def press_s(self) -> None:
        """Press S, and wait until its button has risen again."""
        begun = len(self.searches.replies)
        QTest.keyClick(self.page, Qt.Key.Key_S)
        self._bot.waitUntil(lambda: len(self.searches.replies) > begun)

    def texts(self) -> str:
        return unescape(texts(self.page))


@pytest.fixture
def history(small: Small, trained: Trained) -> RunHistory:
    return trained(small(epochs=2))


@pytest.fixture
def window(digits: Digits, history: RunHistory) -> Window:
    return Window(few(digits), lambda experiment: whole(experiment, history))


@pytest.fixture
def lecturer(window: Window, qtbot: QtBot, history: RunHistory) -> Lecturer:
    lecturer = Lecturer(window, qtbot, history)
    qtbot.addWidget(lecturer.page)
    lecturer.page.resize(960, 490)
    show_in_front(lecturer.page, qtbot)
    return lecturer


def test_hidden_runs_are_said_to_be_hidden(lecturer: Lecturer) -> None:
    lecturer.show([])
    assert "This needs a trained network" in lecturer.texts()
    lecturer.page.all_hidden = True
    lecturer.show([])
    assert "All runs are hidden" in lecturer.texts()
    assert "This needs a trained network" not in lecturer.texts()


def test_it_asks_for_the_digits_once_when_it_is_first_seen(lecturer: Lecturer) -> None:
    assert [type(question) for question in lecturer.questions.waiting] == [ValidationQuestion]
    lecturer.questions.answer()
    lecturer.page.hide()
    lecturer.page.show()

    assert len(lecturer.questions.asked) == 1


def test_digits_that_another_page_has_asked_for_are_not_asked_for_again(
    window: Window, history: RunHistory, qtbot: QtBot
) -> None:
    window.services.validation.want()
    window.questions.answer()
    lecturer = Lecturer(window, qtbot, history)
    qtbot.addWidget(lecturer.page)
    lecturer.page.show()
    lecturer.show([over(history, 1, selected=True)])

    qtbot.waitUntil(lambda: lecturer.page.one_digit.summary().startswith("This 6 is read as"))
    assert len(window.questions.asked) == 1


def test_digits_that_did_not_come_are_asked_for_again(lecturer: Lecturer) -> None:
    lecturer.questions.fail(Problem("The measuring ended."))
    lecturer.page.hide()
    lecturer.page.show()

    assert [type(question) for question in lecturer.questions.asked] == [ValidationQuestion, ValidationQuestion]


def test_each_network_is_measured_once_and_live_ones_when_they_end(lecturer: Lecturer) -> None:
    one = over(lecturer.history, 1, selected=True)
    growing = recorded(lecturer.history.experiment, lecturer.history, epochs=1)
    lecturer.questions.answer()
    lecturer.show([one, going_on(growing, 2)])
    lecturer.choose("All sixes and nines")
    lecturer.questions.answer()
    for record in lecturer.history.kept():
        if record.epoch > 1:
            growing.add(record)
            lecturer.show([one, going_on(growing, 2)])
            lecturer.questions.answer()
    lecturer.show([one, over(growing, 2)])
    lecturer.choose("One digit")
    lecturer.choose("All sixes and nines")
    lecturer.questions.answer()

    questions = lecturer.questions.of(RotationQuestion)
    # Both runs have the same records, and with them the same networks.
    assert [len(question.networks) for question in questions] == [1]


def test_without_a_run_a_digit_can_be_turned_and_s_trains_three(lecturer: Lecturer, qtbot: QtBot) -> None:
    lecturer.show([])
    lecturer.questions.answer()
    assert isinstance(lecturer.view(), OneDigitView)
    assert "press S" in lecturer.texts()
    assert lecturer.page.conclusion.text() == "Can a 6 become a 9?"
    assert not lecturer.page.head.choice.isEnabled()

    listed: list[RunHistory] = []
    lecturer.page.run_trained.connect(listed.append)
    lecturer.press_s()
    assert lecturer.searches.searches[0].experiments == EXPERIMENTS
    assert [one.augmentation.rotation for one in EXPERIMENTS] == [0, 15, 180]
    assert {turned(one, 0) for one in EXPERIMENTS} == {UPRIGHT}, "they differ in the rotation alone"
    lecturer.searches.train_all()
    assert [history.experiment for history in listed] == list(EXPERIMENTS)


def test_s_trains_only_what_is_missing(lecturer: Lecturer) -> None:
    upright, small, large = (over(whole(one, lecturer.history), number) for number, one in enumerate(EXPERIMENTS, 1))
    lecturer.show([upright, large])
    lecturer.press_s()
    assert lecturer.searches.searches[0].experiments == (EXPERIMENTS[1],)
    lecturer.searches.end(Problem("No processor is free."))
    assert "No processor is free." in lecturer.texts()

    lecturer.show([upright, small, large])
    assert not lecturer.page.bar.isVisible()


def test_a_wishes_for_the_lesson(lecturer: Lecturer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lecturer.page.lesson_wanted, check_params_cb=lambda name: name == "six-nine"):
        QTest.keyClick(lecturer.page, Qt.Key.Key_A)
    assert lecturer.page.head.lesson.toolTip().endswith("(A)")


def test_digits_open_the_views(lecturer: Lecturer) -> None:
    lecturer.questions.answer()
    lecturer.show([over(lecturer.history, 1, selected=True)])
    for key, view in (("2", ALL), ("3", CONFUSED), ("1", ONE)):
        QTest.keyClicks(lecturer.page, key)
        assert lecturer.page.present_view == view
    assert isinstance(lecturer.view(), OneDigitView)


def test_a_run_in_progress_is_looked_at_after_its_first_epoch(lecturer: Lecturer) -> None:
    lecturer.questions.answer()
    lecturer.show([going_on(RunHistory(lecturer.history.experiment), 1, selected=True)])
    assert lecturer.page.one_digit.summary() == ""
    lecturer.show([over(lecturer.history, 1, selected=True)])
    assert lecturer.page.one_digit.summary() != ""
    assert "Run 1: name 1" in lecturer.texts()
    assert lecturer.page.conclusion.is_answer


def test_a_click_leaves_the_keyboard_where_it_was(lecturer: Lecturer, qtbot: QtBot) -> None:
    lecturer.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    lecturer.page.setFocus()
    qtbot.mouseClick(lecturer.page.head.lesson, Qt.MouseButton.LeftButton)

    assert lecturer.page.hasFocus()


@pytest.mark.parametrize("ems", [(56, 29), (36, 19)])
def test_it_is_not_cut_off(lecturer: Lecturer, qtbot: QtBot, ems: tuple[int, int], rooms: Rooms) -> None:
    lecturer.questions.answer()
    large = over(recorded(turned(lecturer.history.experiment, 180), lecturer.history), 2)
    lecturer.show([over(lecturer.history, 1, selected=True), large])
    em = lecturer.page.fontMetrics().height()
    rooms.give(lecturer.page, ems[0] * em, ems[1] * em)
    for view in (ONE, ALL, CONFUSED):
        lecturer.page.open_view(view)
        qtbot.waitUntil(lambda: lecturer.page.minimumSizeHint().width() <= ems[0] * em, timeout=5_000)
        qtbot.waitUntil(lambda: lecturer.page.minimumSizeHint().height() <= ems[1] * em, timeout=5_000)


def test_a_low_page_leaves_the_room_of_the_question_to_the_view(lecturer: Lecturer, rooms: Rooms) -> None:
    em = lecturer.page.fontMetrics().height()
    rooms.give(lecturer.page, 40 * em, 15 * em - 1)
    assert not lecturer.page.head.question.isVisible()
    rooms.give(lecturer.page, 40 * em, 19 * em)
    assert lecturer.page.head.question.isVisible()


def test_it_speaks_the_present_language(lecturer: Lecturer, language: Language, qtbot: QtBot) -> None:
    lecturer.questions.answer()
    lecturer.show([over(lecturer.history, 1, selected=True)])
    lecturer.choose("All sixes and nines")
    lecturer.questions.answer()
    english = lecturer.texts()
    language.switch("cs")
    language.switch("en")
    qtbot.waitUntil(lambda: lecturer.texts() == english, timeout=5_000)
