"""Ready-made augmentations to choose from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.pages.augmentation.ready_settings import OWN, READY_SETTINGS, ReadySettings
from nnreg_gui.window.language import Language


@pytest.fixture
def ready(qtbot: QtBot) -> ReadySettings:
    ready = ReadySettings()
    qtbot.addWidget(ready)
    ready.resize(1100, 40)
    with qtbot.waitExposed(ready):
        ready.show()
    ready.window().setFocus()  # not on a button, where it would be from the start
    return ready


@pytest.fixture
def chosen(ready: ReadySettings) -> list[AugmentationSpec]:
    """The user's choices; as in the program, the panel takes each over and reports it."""
    chosen: list[AugmentationSpec] = []
    ready.chosen.connect(chosen.append)
    ready.chosen.connect(ready.set_augmentation)
    return chosen


def _press(ready: ReadySettings, qtbot: QtBot, text: str) -> None:
    button = next(button for button in ready.findChildren(QRadioButton) if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_button_chooses_and_stays_pressed(ready: ReadySettings, chosen: list[AugmentationSpec], qtbot: QtBot) -> None:
    for text in ("Gentle", "Too much", "Brightness", "Mirroring", "Off"):
        _press(ready, qtbot, text)

    assert chosen == [
        AugmentationSpec(rotation=15, shift=2),
        AugmentationSpec(rotation=180),
        AugmentationSpec(brightness=0.3, contrast=0.3),
        AugmentationSpec(mirror_horizontal=0.5),
        AugmentationSpec(),
    ]
    assert ready.buttons.value() == "off"
    assert not any(button.hasFocus() for button in ready.findChildren(QRadioButton))


@pytest.mark.parametrize("key", READY_SETTINGS)
def test_the_setting_that_equals_the_sliders_is_shown(
    ready: ReadySettings, chosen: list[AugmentationSpec], key: str
) -> None:
    ready.set_augmentation(READY_SETTINGS[key])
    assert (ready.buttons.value(), ready.box.currentData()) == (key, key)

    ready.set_augmentation(AugmentationSpec(rotation=16))
    assert (ready.buttons.value(), ready.box.currentData()) == (OWN, OWN)
    assert not chosen, "the user has chosen none of them here"


def test_own_leads_back_to_what_the_sliders_were_set_to(
    ready: ReadySettings, chosen: list[AugmentationSpec], qtbot: QtBot
) -> None:
    _press(ready, qtbot, "Custom")
    assert not chosen
    assert ready.buttons.value() == "off", "there is nothing to lead back to yet"

    ready.set_augmentation(AugmentationSpec(rotation=16))
    _press(ready, qtbot, "Zoom")
    _press(ready, qtbot, "Custom")
    assert chosen == [AugmentationSpec(zoom=0.2), AugmentationSpec(rotation=16)]


def test_where_there_is_no_room_for_buttons_there_is_a_box(
    ready: ReadySettings, chosen: list[AugmentationSpec], qtbot: QtBot
) -> None:
    ready.resize(300, 40)
    assert not ready.buttons.isVisible()
    assert ready.box.isVisible()
    ready.box.setFocus()
    qtbot.keyClicks(ready.box, "shear")
    qtbot.keyClick(ready.box, Qt.Key.Key_Return)

    assert chosen == [AugmentationSpec(shear=0.2)]
    ready.resize(1100, 40)
    assert ready.buttons.isVisible()
    assert ready.buttons.value() == "shear"


def test_it_speaks_czech_and_keeps_the_choice(
    ready: ReadySettings, chosen: list[AugmentationSpec], language: Language, qtbot: QtBot
) -> None:
    ready.set_augmentation(READY_SETTINGS["gentle"])
    language.switch("cs")
    qtbot.waitUntil(
        lambda: "rotace ±15°, posun ±2 px" in ready.findChildren(QRadioButton)[7].toolTip().replace("\u00a0", " ")
    )

    assert ready.buttons.value() == "gentle"
    assert not chosen
