"""The page about 6 and 9, pressed as a lecturer does."""

from collections.abc import Sequence
from html import unescape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import ConfusionQuestion, RotationQuestion, ValidationQuestion
from nnreg_gui.pages.rotation.all_digits_view import AllDigitsView
from nnreg_gui.pages.rotation.confusion_view import ConfusionView
from nnreg_gui.pages.rotation.guide import CONFUSION, LARGE_ROTATIONS, SMALL_ROTATIONS, TURN
from nnreg_gui.pages.rotation.no_network_view import NoNetworkView
from nnreg_gui.pages.rotation.one_digit_view import OneDigitView
from nnreg_gui.pages.rotation.rotation_page import RotationPage
from nnreg_gui.pages.rotation.rotation_runs import default_experiment
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.details import Details
from nnreg_gui.window.language import Language
from tests.pages.answering import Window, texts
from tests.pages.rotation.rotation_material import Small, Trained, few, going_on, over, recorded, turned


class Lecturer:
    """Somebody at the page, whose window answers questions and trains what is wanted, when told to."""

    def __init__(self, window: Window, qtbot: QtBot, like: RunHistory) -> None:
        self.page, self.questions = RotationPage(window.services), window.questions
        self._bot, self._like = qtbot, like
        self.wanted: list[Experiment] = []
        self.runs: list[DrawnRun] = []
        self.page.training_wanted.connect(self.wanted.append)

    def show(self, runs: Sequence[DrawnRun]) -> None:
        self.runs = list(runs)
        self.page.show_runs(self.runs)

    def press(self, step: int) -> None:
        self._bot.mouseClick(self.page.head.path.steps[step], Qt.MouseButton.LeftButton)

    def choose(self, text: str) -> None:
        segment = next(one for one in self.page.head.choice.findChildren(QRadioButton) if one.text() == text)
        self._bot.mouseClick(segment, Qt.MouseButton.LeftButton)

    def train(self, epochs: int | None = None) -> DrawnRun:
        """Train what was wanted last, to its end; the window selects the run, and says of it what it says of all."""
        history, number = RunHistory(self.wanted[-1]), len(self.runs) + 1
        others = [DrawnRun(run.history, run.number, run.name) for run in self.runs]
        for record in self._like.kept():
            if epochs is None or record.epoch <= epochs:
                self.show([*others, going_on(history, number, selected=True)])
                history.add(record)
        self.show([*others, going_on(history, number, selected=True)])
        finished = over(history, number, selected=True)
        self.show([*others, finished])
        return finished

    def view(self) -> QWidget:
        """Return the view that is seen."""
        kinds = (OneDigitView, AllDigitsView, ConfusionView, NoNetworkView)
        return next(view for kind in kinds for view in self.page.findChildren(kind) if view.isVisible())

    def texts(self) -> str:
        return unescape(texts(self.page))


@pytest.fixture
def history(small: Small, trained: Trained) -> RunHistory:
    return trained(small(epochs=2))


@pytest.fixture
def window(digits: Digits) -> Window:
    return Window(few(digits))


@pytest.fixture
def lecturer(window: Window, qtbot: QtBot, history: RunHistory) -> Lecturer:
    lecturer = Lecturer(window, qtbot, history)
    qtbot.addWidget(lecturer.page)
    lecturer.page.resize(960, 490)
    with qtbot.waitExposed(lecturer.page):
        lecturer.page.show()
    return lecturer


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


def test_without_a_network_it_trains_the_default_one_on_request(lecturer: Lecturer, qtbot: QtBot) -> None:
    lecturer.show([])
    view = lecturer.view()
    assert isinstance(view, NoNetworkView)
    assert not lecturer.page.head.choice.isEnabled()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert lecturer.wanted == [default_experiment()]

    lecturer.train()
    assert isinstance(lecturer.view(), OneDigitView)
    assert lecturer.page.head.choice.isEnabled()


def test_while_the_first_run_is_trained_it_says_how_far_it_is(lecturer: Lecturer) -> None:
    lecturer.show([])
    lecturer.press(TURN)
    lecturer.show([going_on(RunHistory(lecturer.wanted[0]), 1, selected=True)])

    bar = next(bar for bar in lecturer.page.findChildren(QProgressBar) if bar.isVisible())
    assert bar.value() == 0
    assert "Run 1 is being trained upright: epoch 0 of 20" in lecturer.texts()
    assert isinstance(lecturer.view(), NoNetworkView)
    lecturer.show([going_on(recorded(lecturer.wanted[0], lecturer._like), 1, selected=True)])
    assert bar.value() == bar.maximum() // 10
    assert isinstance(lecturer.view(), OneDigitView), "after an epoch there is a network"


def test_the_whole_path_can_be_followed_from_nothing(lecturer: Lecturer) -> None:
    lecturer.show([])
    lecturer.questions.answer()
    seen = []
    for step, rotation in ((TURN, 0), (SMALL_ROTATIONS, 15), (LARGE_ROTATIONS, 180)):
        lecturer.press(step)
        assert lecturer.wanted[-1] == default_experiment(rotation)
        lecturer.train()
        lecturer.questions.answer()
        seen.append((type(lecturer.view()), lecturer.page.report.sentence()))
    lecturer.press(CONFUSION)
    lecturer.questions.answer()
    seen.append((type(lecturer.view()), lecturer.page.report.sentence()))

    assert [kind for kind, _ in seen] == [OneDigitView, AllDigitsView, AllDigitsView, ConfusionView]
    for (_, said), start in zip(
        seen,
        (
            "Run 1, trained upright",
            "Run 2, trained with ±15°",
            "Run 3, trained with ±180°",
            "Run 3, trained with ±180°",
        ),
        strict=True,
    ):
        assert said.startswith(start)
    assert len(lecturer.wanted) == 3
    assert all(button.done for button in lecturer.page.head.path.steps.values())


def test_what_a_step_has_seen_is_a_detail_and_what_is_awaited_is_not(lecturer: Lecturer, qtbot: QtBot) -> None:
    lecturer.show([])
    assert lecturer.page.conclusion.text() == "Can a 6 become a 9?"
    lecturer.questions.answer()
    lecturer.press(LARGE_ROTATIONS)
    lecturer.train()
    assert "Run 1 is being measured" in lecturer.texts()
    lecturer.questions.answer()
    assert "trained with ±180°" not in lecturer.texts()
    assert lecturer.page.conclusion.text().startswith("Run 1 re")
    Details.unfold_all(True)
    qtbot.waitUntil(lambda: "Run 1, trained with ±180°" in lecturer.texts())
    Details.unfold_all(False)


def test_the_first_step_turns_a_six_of_the_upright_network(lecturer: Lecturer, qtbot: QtBot) -> None:
    upright = over(lecturer._like, 1)
    large = over(recorded(turned(lecturer._like.experiment, 180), lecturer._like), 2, selected=True)
    lecturer.questions.answer()
    lecturer.show([upright, large])
    lecturer.press(TURN)

    view = lecturer.view()
    assert isinstance(view, OneDigitView)
    assert "Run 1: name 1" in lecturer.texts(), "not the selected run"
    qtbot.waitUntil(lambda: view.angle() > 2, timeout=5_000)
    view.play_button.setChecked(False)

    lecturer.show([upright, large, over(recorded(lecturer._like.experiment, lecturer._like), 3)])
    assert "Run 1: name 1" in lecturer.texts()
    lecturer.show([DrawnRun(upright.history, 1, "name 1", selected=True), DrawnRun(large.history, 2, "name 2")])
    lecturer.show([upright, large])
    assert "Run 2: name 2" in lecturer.texts(), "whoever selects another run sees that one"


def test_a_six_that_is_to_be_turned_waits_for_the_digits(lecturer: Lecturer, qtbot: QtBot) -> None:
    lecturer.show([over(lecturer._like, 1, selected=True)])
    lecturer.press(TURN)
    view = lecturer.view()
    assert isinstance(view, OneDigitView)
    assert view.angle() == 0

    lecturer.questions.answer()
    qtbot.waitUntil(lambda: view.angle() > 2, timeout=5_000)
    view.play_button.setChecked(False)


def test_the_last_step_shows_upright_digits(lecturer: Lecturer) -> None:
    large = over(recorded(turned(lecturer._like.experiment, 180), lecturer._like), 1, selected=True)
    lecturer.questions.answer()
    lecturer.show([large])
    lecturer.page.confusion.show_range(90)
    lecturer.press(CONFUSION)
    lecturer.questions.answer()

    questions = lecturer.questions.of(ConfusionQuestion)
    assert len(questions) == 2, "of the view, and of the guide"
    for question in questions:
        assert question.augmentation.is_off
        assert question.networks[0].parameters is network_of(large).parameters
    assert lecturer.page.confusion.matrix() is not None


def test_each_network_is_measured_once_and_live_ones_when_they_end(lecturer: Lecturer) -> None:
    one = over(lecturer._like, 1, selected=True)
    growing = recorded(lecturer._like.experiment, lecturer._like, epochs=1)
    lecturer.questions.answer()
    lecturer.show([one, going_on(growing, 2)])
    lecturer.choose("All sixes and nines")
    lecturer.questions.answer()
    for record in lecturer._like.kept():
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


def test_a_run_that_is_interrupted_before_an_epoch_is_told(lecturer: Lecturer) -> None:
    lecturer.show([])
    lecturer.press(SMALL_ROTATIONS)
    lecturer.train(epochs=0)

    assert "Press the step again" in lecturer.texts()
    assert isinstance(lecturer.view(), NoNetworkView)


@pytest.mark.usefixtures("unfolded")
def test_a_failure_is_told_and_the_step_can_be_pressed_again(lecturer: Lecturer) -> None:
    lecturer.questions.answer()
    lecturer.show([over(lecturer._like, 1, selected=True)])
    lecturer.press(TURN)
    lecturer.page.one_digit.play_button.setChecked(False)
    lecturer.questions.fail(Problem("The measuring ended."))
    assert "could not be measured: The measuring ended." in lecturer.texts()

    lecturer.press(TURN)
    lecturer.page.one_digit.play_button.setChecked(False)
    lecturer.questions.answer()
    assert "Run 1, trained upright, recognizes" in lecturer.texts()


def test_a_click_leaves_the_keyboard_where_it_was(lecturer: Lecturer) -> None:
    lecturer.show([])
    lecturer.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    lecturer.page.setFocus()
    for step in (TURN, CONFUSION):
        lecturer.press(step)

    assert lecturer.page.hasFocus()


@pytest.mark.parametrize("ems", [(56, 29), (28, 14)])
def test_it_is_not_cut_off(lecturer: Lecturer, qtbot: QtBot, ems: tuple[int, int]) -> None:
    lecturer.questions.answer()
    large = over(recorded(turned(lecturer._like.experiment, 180), lecturer._like), 2)
    lecturer.show([over(lecturer._like, 1, selected=True), large])
    em = lecturer.page.fontMetrics().height()
    lecturer.page.resize(ems[0] * em, ems[1] * em)
    for step in (TURN, CONFUSION, LARGE_ROTATIONS):
        lecturer.press(step)
        lecturer.page.one_digit.play_button.setChecked(False)
        qtbot.waitUntil(lambda: lecturer.page.minimumSizeHint().width() <= ems[0] * em, timeout=5_000)
        qtbot.waitUntil(lambda: lecturer.page.minimumSizeHint().height() <= ems[1] * em, timeout=5_000)


def test_it_speaks_the_present_language(lecturer: Lecturer, language: Language, qtbot: QtBot) -> None:
    lecturer.questions.answer()
    lecturer.show([over(lecturer._like, 1, selected=True)])
    lecturer.choose("All sixes and nines")
    lecturer.questions.answer()
    english = lecturer.texts()
    language.switch("cs")
    language.switch("en")
    qtbot.waitUntil(lambda: lecturer.texts() == english, timeout=5_000)
