"""A single kind of augmentation over its whole range."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.augmentation import augment
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.pages.augmentation.kind_strip import STRIP_KINDS, KindStrip, drawn_alone, strip_values
from nnreg_gui.panels.augmentation_text import kind_text
from nnreg_gui.window.language import Language


@pytest.fixture
def digit(digits: Digits) -> np.ndarray:
    return digits.validation[:1].inputs.reshape(28, 28)


@pytest.fixture
def strip(qtbot: QtBot, digit: np.ndarray) -> KindStrip:
    strip = KindStrip()
    qtbot.addWidget(strip)
    strip.resize(900, 110)
    with qtbot.waitExposed(strip):
        strip.show()
    strip.set_digit(digit)
    return strip


def _changed(kind: str, digit: np.ndarray) -> np.ndarray:
    values = strip_values(kind)
    return augment(np.repeat(digit[None], len(values), 0), drawn_alone(kind, values, digit.shape))


def test_all_kinds_of_the_slides_are_offered() -> None:
    slides = {"rotation", "blur", "mirror_horizontal", "brightness", "contrast", "zoom", "shear"}
    assert slides | {"shift", "mirror_vertical", "noise", "elastic_alpha"} == set(STRIP_KINDS)


@pytest.mark.parametrize("kind", STRIP_KINDS)
def test_the_digit_is_as_it_is_where_the_value_is_zero_and_changed_elsewhere(kind: str, digit: np.ndarray) -> None:
    for value, image in zip(strip_values(kind), _changed(kind, digit), strict=True):
        assert np.allclose(image, digit, atol=1e-6) == (value == 0), f"{kind} {value}"


def test_quarter_turns_and_mirrors_are_exact(digit: np.ndarray) -> None:
    quarter = strip_values("rotation").tolist().index(90)
    assert np.array_equal(_changed("rotation", digit)[quarter], np.rot90(digit))
    assert np.array_equal(_changed("mirror_horizontal", digit)[1], digit[:, ::-1])
    assert np.array_equal(_changed("mirror_vertical", digit)[1], digit[::-1])


@pytest.mark.parametrize("kind", ["noise", "elastic_alpha"])
def test_one_field_grows(kind: str, digit: np.ndarray) -> None:
    drawn = drawn_alone(kind, strip_values(kind), digit.shape)
    field = drawn.noise if kind == "noise" else drawn.elastic
    assert field is not None
    for step, one in enumerate(field):
        assert np.allclose(one, field[-1] * step / (len(field) - 1), atol=1e-5)


def test_at_first_every_kind_is_shown_and_changes_the_digit_in_its_own_way(strip: KindStrip, digit: np.ndarray) -> None:
    assert _captions(strip) == ["as it is", *(kind_text(kind).split()[-1] for kind in STRIP_KINDS)]
    original, *changed = strip.strip.images

    assert np.array_equal(original, digit[0] if digit.ndim == 3 else digit)
    for one, other in combinations([original, *changed], 2):
        assert np.abs(one - other).max() > 0.1


def test_it_follows_the_only_kind_that_is_chosen_elsewhere(strip: KindStrip) -> None:
    strip.follow(AugmentationSpec(rotation=15))
    assert strip.box.currentData() == "rotation"
    strip.box.setCurrentIndex(strip.box.findData("blur"))
    strip.follow(AugmentationSpec(rotation=30))
    assert strip.box.currentData() == "blur", "a slider that moves does not take back what the user has chosen here"
    strip.follow(AugmentationSpec(rotation=30, shift=2))
    assert strip.box.currentText() == "every kind"


def test_the_value_stands_under_each_picture(strip: KindStrip, qtbot: QtBot) -> None:
    strip.follow(AugmentationSpec(rotation=15))
    assert _captions(strip)[0] == "−180°"
    assert _captions(strip)[4:6] == ["0°", "+45°"]

    strip.box.setFocus()
    qtbot.keyClicks(strip.box, "zoom")
    assert [_captions(strip)[place] for place in (0, 4, 8)] == ["×\u00a00.5", "×\u00a01", "×\u00a01.5"]
    qtbot.keyClick(strip.box, Qt.Key.Key_End)
    assert _captions(strip)[-1] == "α\u00a060\u00a0px"


def test_mirroring_shows_two(strip: KindStrip) -> None:
    strip.box.setCurrentIndex(strip.box.findData("mirror_horizontal"))

    assert _captions(strip) == ["as it is", "mirrored"]


def test_it_speaks_czech(strip: KindStrip, language: Language, qtbot: QtBot) -> None:
    labels = [label.text() for label in strip.findChildren(QLabel)]
    language.switch("cs")
    qtbot.waitUntil(lambda: strip.box.itemText(1) == "rotace")
    language.switch("en")
    qtbot.waitUntil(lambda: [label.text() for label in strip.findChildren(QLabel)] == labels)


def test_where_it_is_not_wide_the_pictures_stand_below_the_box(strip: KindStrip, qtbot: QtBot) -> None:
    strip.resize(500, 240)
    qtbot.waitUntil(lambda: strip.strip.y() > strip.box.y())

    assert strip.strip.image_area(8).bottom() < strip.strip.height()


def _captions(strip: KindStrip) -> list[str]:
    return list(strip.strip.captions)
