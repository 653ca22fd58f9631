"""The look of the window in facts: it fits, it is drawn, nothing is cut off."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitter,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.panels.panel import Panel
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.themes import THEMES
from nnreg_gui.window.main_window import MainWindow
from tests.conftest import User
from tests.fixture_types import Small, Trained

ENGLISH, CZECH = "English", "Čeština"


def _colours(window: QWidget) -> np.ndarray:
    """Return the colours of a picture of the window, as 0xRRGGBB, and how many pixels have each."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    colours, counts = np.unique(pixels[:, : image.width()] & 0xFFFFFF, return_counts=True)
    return np.stack([colours, counts])


def cut_texts(part: QWidget) -> Iterator[str]:
    """Yield the texts of labels, buttons and boxes that are wider than their room."""
    for widget in part.findChildren(QWidget):
        if not widget.isVisible():
            continue
        text, room = "", widget.width()
        if (
            isinstance(widget, QLabel) and not widget.wordWrap() and widget.textFormat() is not Qt.TextFormat.RichText
        ) or (isinstance(widget, QAbstractButton) and not _shows_only_its_icon(widget)):
            text = widget.text()
        elif isinstance(widget, QComboBox | QAbstractSpinBox):
            text, room = _content(widget)
        if QFontMetrics(widget.font()).horizontalAdvance(text) > room:
            yield text


def _shows_only_its_icon(button: QAbstractButton) -> bool:
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() is icon_only and not button.icon().isNull()


def _content(widget: QComboBox | QAbstractSpinBox) -> tuple[str, int]:
    """Return the text in a box, and its room beside the arrows."""
    style = widget.style()
    if isinstance(widget, QAbstractSpinBox):
        return widget.text(), widget.findChild(QLineEdit).width()
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    field = style.subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
    )
    return widget.currentText(), field.width()


def _outside(part: QWidget, window: QWidget) -> Iterator[str]:
    """Yield the names of controls that stick out of the part's own area."""
    area = QRect(part.mapTo(window, part.rect().topLeft()), part.size())
    for button in part.findChildren(QAbstractButton):
        place = QRect(button.mapTo(window, button.rect().topLeft()), button.size())
        if button.isVisible() and not (area.left() <= place.left() and place.right() <= area.right()):
            yield button.text()


def _choose(window: MainWindow, text: str) -> None:
    """Choose a theme or a language in the menu, by name or position."""
    next(action for action in window.findChildren(QAction) if action.text() == text).trigger()


@pytest.mark.drawn
def test_in_every_theme_and_language_all_fits_and_nothing_is_cut(
    user: User, small: Small, trained: Trained, qapp: QApplication
) -> None:
    window = user.window
    for penalty in ("none", "l1"):
        window.run_list.add_finished(trained(small(epochs=8, penalty=penalty, lambda_=1.0)))
    user.show(small(epochs=8, penalty="l1", lambda_=1.0))
    for group in ("Data", "Network", "Cost", "Training"):
        user.unfold(group)
    normal = qapp.font().pointSizeF()
    found = []
    themes = _theme_actions(window)
    sizes = ((1280, 720, 1.0), (1280, 720, 1.5), (1920, 1080, 2.0))
    for (width, height, zoom), (place, (theme, action)) in product(sizes, enumerate(themes.items())):
        while qapp.font().pointSizeF() < normal * zoom - 0.01:
            user.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert qapp.font().pointSizeF() == pytest.approx(normal * zoom)
        # Every theme meets both languages, and every size does, too.
        language = (ENGLISH, CZECH)[(place + round(2 * zoom)) % 2]
        _choose(window, language)
        action.trigger()
        size = QSize(width, height)
        if not window.panel.isVisible():
            user.key(Qt.Key.Key_F9)
        window.resize(size)
        user.wait(lambda language=language: (window.tabs.tabText(1) == "Váhy") == (language == CZECH))
        qapp.processEvents()
        where = f"{theme}, {language}, {zoom}"

        # Without room for the panel, the window folds it, but lets the user unfold it.
        hint = window.minimumSizeHint()
        if not (hint.width() <= width and hint.height() <= height and window.size() == size):
            found.append(f"{where}: asks for {hint.toTuple()}, is {window.size().toTuple()}")
        found += [f"{where}: “{text}” is cut" for text in cut_texts(window)]
        found += [f"{where}: “{text}” sticks out" for text in _outside(window.panel, window)]
        colours, counts = _colours(window)
        if len(colours) < 300 or counts.max() > 0.95 * width * height:
            found.append(f"{where}: blank")
        for number in (1, 2):
            colour = int(run_colour(number, window.palette()).name()[1:], 16)
            if counts[colours == colour].sum() < 100:
                found.append(f"{where}: no curve in the colour of run {number}")
        extension = window.menus.toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
        if extension is not None and extension.isVisible():
            found.append(f"{where}: the tool bar does not fit")
    assert len(themes) == len(THEMES) == 3
    assert found == []


def test_at_the_largest_text_every_button_of_the_tool_bar_is_in_sight(user: User, small: Small) -> None:
    user.show(small(epochs=2))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    for _ in range(20):
        user.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    bar = user.window.menus.toolbar
    buttons = [bar.widgetForAction(action) for action in bar.actions() if not action.isSeparator()]
    assert len(buttons) > 10
    for width in (1280, 1024):
        user.window.resize(width, 720)
        QApplication.processEvents()
        user.wait(lambda: all(button.isVisible() for button in buttons))
        assert "Epoch 2 of 2" in user.window.progress.toolTip()


def _theme_actions(window: MainWindow) -> dict[str, QAction]:
    texts = {"Light": "light", "Dark": "dark", "High contrast": "contrast"}
    return {texts[action.text()]: action for action in window.findChildren(QAction) if action.text() in texts}


@pytest.mark.drawn
def test_before_the_first_run_the_window_is_calm_but_not_blank_and_its_parts_do_not_overlap(user: User) -> None:
    window = user.window
    colours, counts = _colours(window)
    assert len(colours) > 100
    assert counts.max() < 0.95 * counts.sum()
    run_colours = [int(run_colour(n, window.palette()).name()[1:], 16) for n in (2, 3)]
    assert not np.isin(colours, run_colours).any()

    parts = [window.panel, window.tabs, window.run_list, window.sentence, window.menus.toolbar, window.menuBar()]
    places = [QRect(part.mapTo(window, part.rect().topLeft()), part.size()) for part in parts]
    for place, part in zip(places, parts, strict=True):
        assert part.isVisible()
        assert window.rect().contains(place)
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])
    page = places[1]
    assert page.width() * page.height() > 0.4 * window.width() * window.height(), "the pictures are the largest part"


def test_three_layers_and_their_count_fit_into_the_panel_and_marks_grow_with_the_text(
    user: User, small: Small, qapp: QApplication
) -> None:
    window = user.window
    user.show(small(hidden=(30, 100, 1000), penalty="l2", dropout=0.2))
    user.unfold("Network")
    mark = window.findChild(QCheckBox)
    option = QStyleOptionButton()
    option.initFrom(mark)
    small_mark = mark.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, mark).height()
    for key in (None, *(9 * [Qt.Key.Key_Plus])):
        if key is not None:
            user.key(key, Qt.KeyboardModifier.ControlModifier)
        if not window.panel.isVisible():
            user.key(Qt.Key.Key_F9)
        qapp.processEvents()
        user.wait(lambda: window.panel.widget().width() <= window.panel.viewport().width())
        user.wait(lambda: set(cut_texts(window.panel)) == set())
    option.initFrom(mark)
    large_mark = mark.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, mark).height()
    assert large_mark > 1.8 * small_mark


def test_the_panel_leaves_room_for_the_pages_at_200_percent(user: User) -> None:
    window = user.window
    window.appearance.set_zoom(2.0)
    for language in ("en", "cs"):
        window.appearance.set_language(language)
        window.resize(1280, 720)
        user.wait(lambda: not window.panel.isVisible())
        user.key(Qt.Key.Key_F9)
        user.wait(window.panel.isVisible)
        handle = window.findChild(QSplitter).handleWidth()
        assert window.panel.minimumWidth() + handle + window.tabs.minimumSizeHint().width() <= 1280
        user.wait(lambda: set(cut_texts(window.panel)) == set())
        user.key(Qt.Key.Key_F9)


def test_the_panel_says_what_acts_and_has_room_for_an_elastic_net_with_all_that_belongs_to_it(
    user: User, small: Small
) -> None:
    window = user.window
    panels = window.panel.findChildren(Panel)
    assert all(panel.is_off() for panel in panels)
    user.show(small(dropout=0.2))
    assert [panel.is_off() for panel in panels].count(False) == 1

    user.show(Experiment(regularization=RegularizationSpec(penalty="elastic_net", lambda_=0.1, penalize_biases=True)))
    for language in (ENGLISH, CZECH):
        user.wait(lambda language=language: (window.tabs.tabText(1) == "Váhy") == (language == CZECH))
        user.wait(lambda: window.panel.widget().width() <= window.panel.viewport().width())
        user.wait(lambda: set(cut_texts(window.panel)) == set())
        # Beside a scroll bar, too, which appears if there is a note above.
        bar = window.panel.verticalScrollBar().sizeHint().width()
        assert window.panel.widget().minimumSizeHint().width() <= window.panel.width() - bar, language
        user.key(Qt.Key.Key_F2)
