"""The pages built when first shown, in the window: real runs, real processes, real MNIST."""

import os
import signal
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QSlider,
    QWidget,
)

from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.questions.question import RotationQuestion
from nnreg_gui.pages.augmentation.augmentation_page import AugmentationPage
from nnreg_gui.pages.mistakes.mistakes_page import MistakesPage
from nnreg_gui.pages.rotation.rotation_head import ALL, CONFUSED
from nnreg_gui.pages.rotation.rotation_page import RotationPage
from nnreg_gui.running.side_by_side import State
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.texts import percent_text
from tests.conftest import User
from tests.fixture_types import Small

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
GENTLE = AugmentationSpec(rotation=15, shift=2)


def _said(widget: QWidget) -> str:
    labels = [*widget.findChildren(QLabel), *widget.findChildren(ElidedLabel)]
    return " | ".join(label.text() for label in labels if label.isVisible())


def _press(widget: QWidget, text: str) -> None:
    buttons = [button for button in widget.findChildren(QAbstractButton) if button.isVisible()]
    button = next(button for button in buttons if button.text() == text or button.accessibleName().startswith(text))
    assert button.isEnabled(), f"{text} cannot be pressed"
    QTest.mouseClick(button, LEFT)


def open_augmentation(user: User) -> AugmentationPage:
    user.key(Qt.Key.Key_3, ALT)
    page = user.window.tabs.page
    assert isinstance(page, AugmentationPage)
    user.wait(lambda: len(page.sheet.sheet.images) > 0)
    return page


def open_rotation(user: User) -> RotationPage:
    user.key(Qt.Key.Key_4, ALT)
    page = user.window.tabs.page
    assert isinstance(page, RotationPage)
    user.wait(page.head.isVisible)
    return page


def train(user: User, experiment: Experiment) -> None:
    user.show(experiment)
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()


@pytest.fixture
def trained_well(small: Small) -> Experiment:
    return small(images=2000, hidden=(20,), epochs=4)


# ------------------------------------------------------------------------------------------------------ augmentation


def test_the_panel_and_the_page_have_one_set_of_values(user: User) -> None:
    page = open_augmentation(user)
    before = page.sheet.sheet.images.copy()
    sliders = user.window.panel.findChildren(QSlider)
    slider = next(one for one in sliders if one.accessibleName() == "Shear" and one.isVisible())
    QTest.mousePress(slider, LEFT, pos=QPoint(4, slider.height() // 2))
    QTest.mouseMove(slider, QPoint(slider.width() - 4, slider.height() // 2))
    assert (page.sheet.sheet.images != before).any(), "the sheet follows a slider while it moves"
    assert user.window.panel.value().augmentation.is_off, "and nothing is decided"
    QTest.mouseRelease(slider, LEFT, pos=QPoint(slider.width() - 4, slider.height() // 2))
    assert user.window.panel.value().augmentation == AugmentationSpec(shear=0.5)
    user.type("Shear", "0")

    before = page.sheet.sheet.images.copy()
    user.type("Rotation", "40")
    assert user.window.panel.value().augmentation == AugmentationSpec(rotation=40)
    assert (page.sheet.sheet.images != before).any(), "the sheet follows the box"

    _press(page, "Gentle")
    assert user.window.panel.value().augmentation == GENTLE
    assert user.box("Rotation").text() == "15"
    _press(page, "Too much")
    assert user.box("Rotation").text() == "180"
    assert user.box("Shift").text() == "0"


def test_a_run_trains_with_the_chosen_augmentation_and_is_named_by_it(user: User, small: Small) -> None:
    train(user, small(epochs=2))
    page = open_augmentation(user)
    _press(page, "Gentle")
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()

    assert user.history.experiment == replace(small(epochs=2), augmentation=GENTLE)
    names = [run.name for run in user.window.run_list.runs()]
    assert names == [
        "No regularization, no augmentation",
        "No regularization, rotation ±15°, shift ±2\N{NO-BREAK SPACE}px",
    ]


def test_augmentation_changed_in_mid_run_is_marked_without_a_new_run(user: User, small: Small) -> None:
    user.show(small(epochs=100_000))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(2)
    history = user.history
    page = open_augmentation(user)
    _press(page, "Rotation")
    user.wait(lambda: len(history.changes) == 1)

    assert user.history is history
    assert user.state is State.RUNNING
    assert history.current_experiment.augmentation == AugmentationSpec(rotation=15)
    user.wait(lambda: "rotation ±0° → ±15°" in user.window.run_list.topLevelItem(0).text(0))


def test_the_page_says_whether_the_label_is_still_right(user: User, trained_well: Experiment) -> None:
    page = open_augmentation(user)
    assert "%" not in _said(page.check)
    train(user, trained_well)
    _press(page, "Too much")
    user.wait(lambda: page.conclusion.is_answer)
    assert page.conclusion.text().startswith("Run 1 reads augmented digits ")
    user.key(Qt.Key.Key_I, CTRL)  # the details
    user.wait(lambda: "Suffer most" in _said(page.check))

    assert "is read as" in _said(page.check)
    assert "Run 1 was trained without augmentation." in _said(page.check)
    user.key(Qt.Key.Key_I, CTRL)


# ------------------------------------------------------------------------------------------------------------- 6 ↔ 9


def test_the_answer_comes_only_after_a_click_and_a_begins_the_lesson_about_it(user: User) -> None:
    page = open_rotation(user)
    assert "What can go wrong with large rotations on MNIST?" in _said(page)
    assert "A 6 can turn into a 9" not in _said(page)
    _press(page, "Answer")
    assert "A 6 can turn into a 9" in _said(page)

    user.key(Qt.Key.Key_A)
    user.wait(lambda: user.window.lessons.walk is not None)
    walk = user.window.lessons.walk
    assert walk is not None
    assert walk.lesson.path.name == "4-six-nine.toml"
    assert user.window.frame.question is not None
    user.window.lessons.leave()


@pytest.mark.all_digits
def test_all_views_speak_of_the_runs_of_the_list_though_a_measuring_process_died(
    user: User, trained_well: Experiment
) -> None:
    train(user, trained_well)
    train(user, replace(trained_well, augmentation=AugmentationSpec(rotation=180)))
    page = open_rotation(user)
    user.wait(lambda: page.one_digit.summary() != "")
    assert "Run 2: No regularization, rotation ±180°" in _said(page)

    if sys.platform != "win32":  # which has no SIGKILL
        _press(page, "All sixes and nines")
        user.wait(lambda: isinstance(user.window.questions.question, RotationQuestion))
        os.kill(user.window.questions.engine_pid, signal.SIGKILL)
        user.wait(lambda: "could not be measured" in _said(page))
        assert "Traceback" not in _said(user.window)
        _press(page, "One digit")
    _press(page, "All sixes and nines")
    user.wait(lambda: "967 sixes are read as" in _said(page))
    assert page.head.choice.value() == ALL
    assert "961 nines are read as" in _said(page)

    _press(page, "Confusion")
    assert page.head.choice.value() == CONFUSED
    recognized = percent_text(user.history.newest.validation_accuracy)
    user.wait(lambda: page.confusion.tiles["recognized"].accessibleDescription() == recognized)
    user.window.run_list.setCurrentItem(user.window.run_list.topLevelItem(0))
    recognized = percent_text(user.history.newest.validation_accuracy)
    user.wait(lambda: page.confusion.tiles["recognized"].accessibleDescription() == recognized)


def test_both_pages_speak_czech_and_name_runs_in_a_language_that_was_chosen_after_they_were_trained(
    user: User, small: Small
) -> None:
    train(user, small(epochs=2))
    user.key(Qt.Key.Key_F2)
    page = open_augmentation(user)
    _press(page, "Mírně")
    assert user.window.panel.value().augmentation == GENTLE
    page = open_rotation(user)
    assert "K jakému problému může dojít při velkých rotacích na MNIST datasetu?" in _said(page)
    user.wait(lambda: "Obrázek „6“ síť" in page.one_digit.summary())
    user.wait(lambda: "Běh 1: Bez" in _said(page))
    user.key(Qt.Key.Key_2, ALT)
    assert "Běh 1: Bez" in _said(user.window.tabs.page)


# -------------------------------------------------------------------------------------------------------------- lies


def test_the_lies_of_a_run_are_shown_while_it_trains_and_counted_as_on_the_learning_page(
    user: User, small: Small
) -> None:
    experiment = small(epochs=30, images=200, hidden=(10,))
    user.show(replace(experiment, data=replace(experiment.data, wrong_labels=0.2)))
    user.key(Qt.Key.Key_8, ALT)
    user.key(Qt.Key.Key_G)
    page = user.window.tabs.page
    assert isinstance(page, MistakesPage)
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    user.wait(lambda: user.state is State.IDLE)
    (run,) = user.window.run_list.runs()
    learnt = run.history.column("wrong_labels_learnt")[-1]
    repeats = f"Run 1 repeats {round(40 * learnt)} of the 40 lies"
    user.wait(lambda: page.conclusion.text().startswith(repeats))

    assert len(page.sheet.images) in (12, 40)
    user.key(Qt.Key.Key_1, ALT)
    user.wait(lambda: user.window.learning.tiles["learnt"].accessibleDescription() == percent_text(float(learnt)))
