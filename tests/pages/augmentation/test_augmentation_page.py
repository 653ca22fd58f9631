"""The page about augmentation: what it does to digits, and whether their labels are still right."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.augmentation import augment, draw
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import ConfusionQuestion, ValidationQuestion, confusion_matrix
from nnreg_gui.pages.augmentation.augmentation_page import AugmentationPage
from nnreg_gui.pages.augmentation.kind_strip import STRIP_KINDS
from nnreg_gui.pages.augmentation.label_sentences import class_accuracies, conclude, grown_pairs
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.window.language import Language
from tests.pages.answering import Answering, Window, texts
from tests.pages.rooms import Rooms
from tests.questions import answer_to

SIDE, COUNT = 28, 300
TURNED = AugmentationSpec(rotation=180)

pytestmark = pytest.mark.usefixtures("unfolded")
Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def few(digits: Digits) -> Digits:
    return replace(digits, validation=digits.validation[:COUNT])


@pytest.fixture
def window(few: Digits) -> Window:
    return Window(few)


@pytest.fixture
def questions(window: Window) -> Answering:
    return window.questions


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> AugmentationPage:
    """A visible page, waiting for the digits that it has asked for."""
    page = AugmentationPage(window.services)
    qtbot.addWidget(page)
    page.resize(960, 520)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def run(small: Small, trained: Trained) -> DrawnRun:
    return DrawnRun(trained(small(epochs=3, hidden=(20,))), 1, "Off", selected=True)


def _click(page: AugmentationPage, text: str) -> None:
    next(one for one in page.findChildren(QRadioButton) if one.text() == text and one.isVisible()).click()


def _pairs(page: AugmentationPage) -> tuple[np.ndarray, np.ndarray]:
    images = page.sheet.sheet.images
    return images[:, :, :SIDE], images[:, :, -SIDE:]


# ------------------------------------------------------------------------------------------------------- the sheet


def test_it_asks_for_the_digits_when_it_is_seen_first(
    page: AugmentationPage, questions: Answering, qtbot: QtBot
) -> None:
    assert [type(question) for question in questions.waiting] == [ValidationQuestion]
    assert not len(page.sheet.sheet.images)
    questions.answer()
    assert len(page.sheet.sheet.images) == 36
    assert len(page.strip.strip.images) == 1 + len(STRIP_KINDS)

    page.hide()
    page.show()
    assert not questions.waiting, "it keeps them"


def test_digits_that_another_page_has_asked_for_are_taken_at_once(window: Window, qtbot: QtBot) -> None:
    window.services.validation.want()
    window.questions.answer()
    page = AugmentationPage(window.services)
    qtbot.addWidget(page)
    page.show()

    assert len(page.sheet.sheet.images) == 36
    assert len(window.questions.asked) == 1


def test_a_failure_is_told_and_the_digits_are_asked_for_again(page: AugmentationPage, questions: Answering) -> None:
    bare = page.sheet.sheet.grab().toImage()
    questions.fail(Problem("{file} cannot be read.", file="x.gz"))
    assert page.sheet.sheet.grab().toImage() != bare

    page.hide()
    page.show()
    questions.answer()
    assert len(page.sheet.sheet.images) == 36


def test_originals_stand_beside_what_augmentation_makes_of_them(
    page: AugmentationPage, questions: Answering, few: Digits
) -> None:
    questions.answer()
    originals, changed = _pairs(page)
    expected = few.validation[:36].inputs.reshape(-1, SIDE, SIDE)
    assert np.array_equal(originals, expected)
    assert np.array_equal(changed, expected), "augmentation is off"

    spec = AugmentationSpec(rotation=30, noise=0.2, elastic_alpha=34)
    page.set_augmentation(spec)
    originals, changed = _pairs(page)
    assert np.array_equal(originals, expected)
    assert np.array_equal(changed, augment(expected, draw(spec, 36, (SIDE, SIDE), np.random.default_rng(1))))
    assert "rotation ±30°" in texts(page)


def test_a_slider_keeps_the_draw_and_a_button_draws_again(
    page: AugmentationPage, questions: Answering, qtbot: QtBot
) -> None:
    questions.answer()
    page.set_augmentation(TURNED)
    first = _pairs(page)[1]
    page.set_augmentation(AugmentationSpec(rotation=90))
    page.set_augmentation(TURNED)
    assert np.array_equal(_pairs(page)[1], first)

    qtbot.mouseClick(page.sheet.again, Qt.MouseButton.LeftButton)
    assert not np.array_equal(_pairs(page)[1], first)
    assert not page.sheet.again.hasFocus(), "Space still starts and pauses"


def test_the_class_and_the_size_of_the_sheet_are_chosen(
    page: AugmentationPage, questions: Answering, qtbot: QtBot, few: Digits
) -> None:
    questions.answer()
    page.sheet.class_box.setFocus()
    qtbot.keyClicks(page.sheet.class_box, "6")
    page.sheet.size_box.setFocus()
    qtbot.keyClicks(page.sheet.size_box, "16")

    validation = few.validation
    sixes = validation[np.flatnonzero(validation.labels == 6)[:16]]
    assert np.array_equal(_pairs(page)[0], sixes.inputs.reshape(-1, SIDE, SIDE))


def test_of_a_class_without_validation_digits_none_is_shown(few: Digits, qtbot: QtBot) -> None:
    validation = few.validation[np.flatnonzero(few.validation.labels != 3)]
    window = Window(replace(few, validation=validation))
    page = AugmentationPage(window.services)
    qtbot.addWidget(page)
    page.show()
    window.questions.answer()
    assert len(_pairs(page)[0]) == 36
    page.sheet.class_box.setCurrentIndex(4)
    page.set_augmentation(TURNED)
    assert not len(_pairs(page)[0])
    assert not page.sheet.sheet._empty_text

    page.sheet.class_box.setCurrentIndex(5)
    assert len(_pairs(page)[0])


def test_the_digit_that_is_clicked_goes_into_the_strip(
    page: AugmentationPage, questions: Answering, qtbot: QtBot
) -> None:
    questions.answer()
    originals = _pairs(page)[0]
    assert np.array_equal(page.strip.strip.images[0], originals[0]), "as it is"
    place: QPoint = page.sheet.sheet.image_area(7).center().toPoint()
    qtbot.mouseClick(page.sheet.sheet, Qt.MouseButton.LeftButton, pos=place)

    assert np.array_equal(page.strip.strip.images[0], originals[7])


def test_the_strip_shows_the_kind_that_is_chosen_above(page: AugmentationPage, questions: Answering) -> None:
    questions.answer()
    page.set_augmentation(AugmentationSpec(blur=1))
    assert page.strip.box.currentData() == "blur"
    page.set_augmentation(AugmentationSpec())
    assert len(page.strip.strip.images) == 1 + len(STRIP_KINDS)


def test_what_changes_while_nobody_looks_is_drawn_when_somebody_does(
    page: AugmentationPage, questions: Answering
) -> None:
    questions.answer()
    page.hide()
    page.set_augmentation(TURNED)
    page.show()
    originals, changed = _pairs(page)

    assert not np.array_equal(originals, changed)


def test_ready_settings_are_chosen_and_shown(page: AugmentationPage) -> None:
    chosen: list[AugmentationSpec] = []
    page.augmentation_chosen.connect(chosen.append)
    _click(page, "Gentle")
    assert chosen == [AugmentationSpec(rotation=15, shift=2)]

    page.set_augmentation(AugmentationSpec(rotation=180, elastic_sigma=7))  # σ does not matter without α
    assert page.ready.buttons.value() == "too_much"


# ------------------------------------------------------------------------------------------- are labels still right?


def test_without_a_trained_network_it_says_that_it_needs_one(
    page: AugmentationPage, questions: Answering, run: DrawnRun
) -> None:
    questions.answer()
    page.show_runs([])
    assert "press Space to train one" in texts(page)
    page.show_runs([DrawnRun(RunHistory(run.history.experiment), 1, live=True, selected=True)])
    assert "press Space to train one" in texts(page)
    assert not questions.waiting
    page.all_hidden = True
    page.show_runs([])
    assert "All runs are hidden" in texts(page)
    assert "press Space" not in texts(page)

    page.all_hidden = False
    page.show_runs([run])
    questions.answer()
    assert "press Space" not in texts(page)


def test_it_says_in_numbers_what_the_network_measures(
    page: AugmentationPage, questions: Answering, run: DrawnRun, few: Digits
) -> None:
    page.show_runs([run])
    page.set_augmentation(TURNED)
    questions.answer()
    asked = questions.of(ConfusionQuestion)
    assert [question.augmentation for question in asked] == [AugmentationSpec(), TURNED]
    original, changed = (confusion_matrix(few.validation.labels, answer_to(question, few)[0], 10) for question in asked)
    share = "{:.1f} %".format
    assert (
        f"Originals {share(100 * np.trace(original) / COUNT)} → augmented {share(100 * np.trace(changed) / COUNT)}"
        in texts(page)
    )

    for label, called in grown_pairs(original, changed)[:3]:
        assert f"{label} is read as {called}: {changed[label, called]} of {changed[label].sum()} (" in texts(page)
    falls = class_accuracies(original) - class_accuracies(changed)
    assert f"Suffer most, in points: {falls.argmax()} (−{round(100 * falls.max())})" in texts(page)
    assert f"{changed[0, 0] / changed[0].sum() * 100:.1f}" in page.check.bars.accessibleDescription()


def test_without_augmentation_no_class_suffers(page: AugmentationPage, questions: Answering, run: DrawnRun) -> None:
    page.show_runs([run])
    questions.answer()

    assert "No class loses more than 3 points." in texts(page)
    assert "is read as" not in texts(page)


def test_it_says_how_the_run_was_trained(
    page: AugmentationPage, questions: Answering, run: DrawnRun, small: Small
) -> None:
    page.show_runs([run])
    questions.answer()
    assert "Run 1 was trained without augmentation." in texts(page)

    experiment = replace(small(epochs=3), augmentation=AugmentationSpec(rotation=15))
    trained_with, changed = RunHistory(experiment), RunHistory(small(epochs=3))
    trained_with.add(run.history.newest)
    changed.add(run.history.newest)
    changed.add(Changed(3.0, changed.experiment, experiment))
    for number, history, text in (
        (2, trained_with, "Run 2 was trained with rotation ±15°."),
        (3, changed, "Run 3 was last trained with: rotation ±15°."),
    ):
        history.newest = replace(run.history.newest, parameters=replace(run.history.newest.parameters))
        page.show_runs([replace(run, selected=False), DrawnRun(history, number, selected=True)])
        questions.answer()
        assert text in texts(page)


def test_it_asks_only_while_it_is_seen(page: AugmentationPage, questions: Answering, run: DrawnRun) -> None:
    questions.answer()
    page.hide()
    page.show_runs([run])
    page.set_augmentation(TURNED)
    assert not questions.waiting

    page.show()
    questions.answer()
    assert [type(question) for question in questions.asked[1:]] == [ConfusionQuestion, ConfusionQuestion]
    page.show_runs([run])
    assert not questions.waiting, "nothing has changed"


def test_progress_is_seen_while_it_is_measured(page: AugmentationPage, questions: Answering, run: DrawnRun) -> None:
    questions.answer()
    bar = page.findChild(QProgressBar)
    assert not bar.isVisible()
    page.show_runs([run])
    questions.replies[-1].progressed.emit(0.5)
    assert bar.isVisible()
    assert bar.value() == bar.maximum() // 2

    questions.answer()
    assert not bar.isVisible()


def test_a_failure_of_measuring_is_told_and_another_setting_is_tried(
    page: AugmentationPage, questions: Answering, run: DrawnRun
) -> None:
    questions.answer()
    page.show_runs([run])
    questions.fail(Problem("The measuring ended unexpectedly."))
    assert "The measuring ended unexpectedly." in texts(page)

    page.set_augmentation(TURNED)
    questions.answer()
    assert "is read as" in texts(page)


def test_accuracies_and_pairs_are_those_of_the_counts() -> None:
    original, changed = np.diag(np.full(10, 100)), np.diag(np.full(10, 100))
    changed[6, 6], changed[6, 9] = 57, 43
    changed[1, 1], changed[1, 7] = 90, 10

    assert class_accuracies(changed)[[0, 1, 6]].tolist() == [1.0, 0.9, 0.57]
    assert grown_pairs(original, changed) == [(6, 9), (1, 7)]
    assert grown_pairs(original, original) == []


# ------------------------------------------------------------------------------------------------- the whole page


def test_at_a_large_zoom_it_shows_one_view_at_a_time(
    page: AugmentationPage, questions: Answering, qapp: QApplication, qtbot: QtBot, rooms: Rooms
) -> None:
    questions.answer()
    views = (page.sheet, page.check, page.strip)
    assert all(view.isVisible() for view in views)
    font = qapp.font()
    font.setPointSizeF(21)
    qapp.setFont(font)
    rooms.give(page, 960, 490)
    qtbot.waitUntil(page.choice.isVisible)
    for text, view in (("Sheet", page.sheet), ("Labels", page.check), ("Kinds", page.strip)):
        _click(page, text)
        assert [one for one in views if one.isVisible()] == [view]
        hint = page.minimumSizeHint()
        assert hint.width() <= 960
        assert hint.height() <= 490


def test_what_was_folded_is_measured_when_it_is_unfolded(
    page: AugmentationPage, questions: Answering, run: DrawnRun, rooms: Rooms
) -> None:
    questions.answer()
    em = page.fontMetrics().height()
    rooms.give(page, 30 * em, 15 * em)
    page.show_runs([run])
    assert not questions.waiting

    _click(page, "Labels")
    questions.answer()
    assert [type(question) for question in questions.asked[1:]] == [ConfusionQuestion]


def test_every_control_is_named_and_leaves_the_keyboard_alone(page: AugmentationPage, questions: Answering) -> None:
    questions.answer()
    sheet, strip = page.sheet, page.strip
    for control in (sheet.class_box, sheet.size_box, sheet.again, strip.box, page.ready.box):
        assert control.toolTip()
        assert control.accessibleName() or control.text()
        assert not control.focusPolicy() & Qt.FocusPolicy.ClickFocus
    for picture in (sheet.sheet, strip.strip, page.check.bars):
        assert picture.accessibleName()


def test_it_speaks_the_present_language(
    page: AugmentationPage, questions: Answering, run: DrawnRun, language: Language, qtbot: QtBot, qapp: QApplication
) -> None:
    page.show_runs([run])
    page.set_augmentation(TURNED)
    questions.answer()
    english = texts(page)
    language.switch("cs")
    qtbot.waitUntil(lambda: "rotace ±180°" in texts(page))
    language.switch("en")
    qtbot.waitUntil(lambda: texts(page) == english)


def test_first_it_is_asked_then_said_how_the_network_reads_augmented_digits(
    page: AugmentationPage, questions: Answering, run: DrawnRun, few: Digits
) -> None:
    asked = ("Is it still the same digit?", False)

    def concluded() -> tuple[str, bool]:
        return page.conclusion.text(), page.conclusion.is_answer

    page.show_runs([])
    assert concluded() == asked
    page.show_runs([run])
    questions.answer()
    assert concluded() == asked, "as nothing is augmented"
    page.set_augmentation(AugmentationSpec(rotation=180))
    questions.answer()
    labels = few.validation.labels
    found = page.check._labels.newest
    worse = np.count_nonzero(found.upright == labels) - np.count_nonzero(found.changed == labels)
    assert worse > 0
    points = f"{100 * worse / COUNT:.1f}"
    assert concluded() == (f"Run 1 reads augmented digits {points} points worse than originals.", True)
    page.retranslate()
    page.check.retranslate()
    assert concluded()[1]
    page.show_runs([])
    assert concluded() == asked


@pytest.mark.parametrize(
    ("right", "said"), [(50, "30.0 points worse than"), (95, "15.0 points better than"), (80, "as well as")]
)
def test_what_is_concluded_follows_the_counts(run: DrawnRun, right: int, said: str) -> None:
    def counts(right: int) -> np.ndarray:
        matrix = np.full((10, 10), (100 - right) / 9)
        np.fill_diagonal(matrix, right)
        return matrix

    conclusion = Conclusion()
    conclude(conclusion, counts(80), counts(right), run)
    assert conclusion.text() == f"Run 1 reads augmented digits {said} originals."
