"""The program's themes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.themes import THEMES, apply_theme, system_theme

Role, Group = QPalette.ColorRole, QPalette.ColorGroup
TEXTS = [
    (Role.WindowText, Role.Window),
    (Role.WindowText, Role.AlternateBase),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.ToolTipText, Role.ToolTipBase),
]


@pytest.fixture(autouse=True)
def restored(qapp: QApplication) -> Iterator[None]:
    palette, tool_tips, style = qapp.palette(), QToolTip.palette(), qapp.style().name()
    yield
    qapp.setStyle(style)
    qapp.setPalette(palette)
    QToolTip.setPalette(tool_tips)


def _luminance(colour: QColor) -> float:
    """Return the relative luminance by WCAG 2.1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert _contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert _contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


def test_there_are_three_looks() -> None:
    assert list(THEMES) == ["light", "dark", "contrast"]


@pytest.mark.parametrize("name", THEMES)
def test_texts_can_be_read(name: str) -> None:
    palette = THEMES[name].palette()

    for text, ground in TEXTS:
        assert _contrast(palette.color(text), palette.color(ground)) >= 7, (text, ground)
    for text, ground in [
        (Role.HighlightedText, Role.Highlight),
        (Role.Link, Role.Window),
        (Role.Link, Role.Base),
        (Role.PlaceholderText, Role.Base),
    ]:
        assert _contrast(palette.color(text), palette.color(ground)) >= 4.5, (text, ground)


@pytest.mark.parametrize("name", THEMES)
def test_disabled_texts_can_still_be_read(name: str) -> None:
    palette = THEMES[name].palette()

    pairs = [*TEXTS, (Role.HighlightedText, Role.Highlight), (Role.PlaceholderText, Role.Base)]
    for text, ground in pairs:
        ratio = _contrast(palette.color(Group.Disabled, text), palette.color(Group.Disabled, ground))
        assert ratio >= 3, (text, ground, ratio)
    for text in (Role.WindowText, Role.Text, Role.ButtonText):
        assert palette.color(Group.Disabled, text) != palette.color(Group.Active, text)


@pytest.mark.parametrize("name", THEMES)
def test_the_accent_is_seen_on_the_window(name: str) -> None:
    palette = THEMES[name].palette()

    assert _contrast(palette.color(Role.Highlight), palette.color(Role.Window)) >= 3
    assert palette.color(Role.Accent) == palette.color(Role.Highlight)


@pytest.mark.parametrize("name", THEMES)
def test_every_role_is_set(name: str) -> None:
    palette = THEMES[name].palette()

    for role in Role:
        if role not in (Role.NoRole, Role.NColorRoles):
            assert palette.isBrushSet(Group.Active, role), role
            assert palette.isBrushSet(Group.Disabled, role), role


@pytest.mark.parametrize("name", THEMES)
def test_the_program_takes_the_look(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    label = QLabel("λ")
    qtbot.addWidget(label)

    apply_theme(qapp, name)
    qtbot.waitUntil(lambda: label.palette().color(Role.WindowText).name() == THEMES[name].text)

    assert qapp.style().baseStyle().name() == "fusion"
    assert label.palette().color(Role.Window).name() == THEMES[name].window
    assert QToolTip.palette().color(Role.ToolTipBase).name() == THEMES[name].tool_tip


def test_the_style_is_set_only_once(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    style = qapp.style()

    apply_theme(qapp, "dark")

    assert qapp.style() is style


def test_an_unknown_look_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        apply_theme(qapp, "sepia")


def test_dark_looks_outline_their_controls_and_the_light_one_does_so_itself(qapp: QApplication, qtbot: QtBot) -> None:
    box = QCheckBox()
    qtbot.addWidget(box)

    for name, least in (("contrast", 7), ("dark", 2), ("light", 1.2), ("contrast", 7)):
        apply_theme(qapp, name)
        image = box.grab().toImage()
        window = box.palette().color(Role.Base)
        middle = image.height() // 2
        strongest = max(_contrast(image.pixelColor(x, middle), window) for x in range(image.width()))
        assert strongest >= least, name


def test_the_system_is_dark_or_light(qapp: QApplication) -> None:
    is_dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark

    assert system_theme(qapp) == ("dark" if is_dark else "light")
