"""Where keyboard focus is, and what the space bar does there."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from nnreg_gui.widgets.focus_ring import FocusRing
from nnreg_gui.widgets.themes import THEMES
from tests.conftest import User
from tests.fixture_types import Small

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENDLESS = 100_000  # epochs


def _ring(user: User) -> FocusRing:
    return user.window.findChild(FocusRing)


def _share_of_ring(user: User) -> float:
    """Return the share of the ring's edge that has the accent colour in a picture of that part of the window."""
    ring = _ring(user).geometry()
    picture = user.window.grab(ring).toImage()
    accent = user.window.palette().color(QPalette.ColorRole.Highlight)
    right, bottom = ring.width() - 1, ring.height() - 1
    edge = [QPoint(x, y) for x in range(4, right - 4) for y in (1, bottom - 1)]
    edge += [QPoint(x, y) for y in range(4, bottom - 4) for x in (1, right - 1)]
    return sum(picture.pixelColor(place) == accent for place in edge) / len(edge)


@pytest.mark.drawn
def test_the_tab_key_leads_through_all_controls_and_each_is_surrounded_in_every_theme(user: User, small: Small) -> None:
    user.show(small(penalty="l2", lambda_=0.1))
    for theme, page in product(THEMES, (Qt.Key.Key_1, Qt.Key.Key_6)):
        user.window.appearance.set_theme(theme)
        user.key(page, ALT)
        seen: list[QWidget] = []
        while len(seen) < 80:
            user.key(Qt.Key.Key_Tab)
            QApplication.processEvents()
            focused, ring = user.window.focusWidget(), _ring(user)
            if focused in seen:
                break
            seen.append(focused)
            place = focused.mapTo(user.window, focused.rect().center())
            assert ring.isVisible(), focused
            assert ring.geometry().contains(place), focused
            assert ring.height() <= focused.height() + 12
            assert _share_of_ring(user) > 0.5, (focused, theme)  # the rest is out of sight
        assert len(seen) > 15
        assert user.window.panel not in seen


def test_a_press_of_the_mouse_takes_the_ring_and_the_space_bar_away(user: User, small: Small) -> None:
    user.show(small(epochs=ENDLESS, penalty="l2", lambda_=0.1))
    user.focus(user.box("λ"))
    user.key(Qt.Key.Key_Tab)
    box = QApplication.focusWidget()
    assert isinstance(box, QCheckBox)
    assert _ring(user).isVisible()
    user.key(Qt.Key.Key_Space)
    assert box.isChecked()
    user.key(Qt.Key.Key_Space)
    assert not box.isChecked()
    assert user.history is None

    QTest.mouseClick(user.window.sentence, Qt.MouseButton.LeftButton)
    assert not _ring(user).isVisible()
    user.key(Qt.Key.Key_Space, at=box)
    user.wait_for_epoch(0)
    assert not box.isChecked()


def test_the_ring_goes_with_what_it_surrounds(user: User) -> None:
    user.focus(user.box("Dropout p"))
    user.key(Qt.Key.Key_Backtab)
    focused, before = user.window.focusWidget(), _ring(user).geometry()
    user.key(Qt.Key.Key_Plus, CTRL)
    user.wait(lambda: _ring(user).geometry() != before)
    QApplication.processEvents()

    assert user.window.focusWidget() is focused
    assert _ring(user).geometry().contains(focused.mapTo(user.window, focused.rect().center()))
    assert _ring(user).height() <= focused.height() + 12


def test_the_tab_key_goes_on_from_the_box_that_gave_the_keyboard_back(user: User) -> None:
    user.choose("L2")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
        user.type_only("λ", "0.7")
        user.key(key)
        assert user.window.focusWidget() is None
        user.key(Qt.Key.Key_Tab)
        assert isinstance(QApplication.focusWidget(), QCheckBox)
        user.key(Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is user.box("λ")


def test_a_digit_on_a_page_does_not_end_in_the_box_that_was_left(user: User) -> None:
    window = user.window
    user.type_only("Dropout p", "0.2")
    user.key(Qt.Key.Key_4, ALT)
    user.wait(window.tabs.page.isVisible)
    user.key(Qt.Key.Key_3)
    assert window.panel.value().regularization.dropout == 0.2  # the typed number is accepted
    assert window.tabs.page.hasFocus()


def test_the_tabs_keep_the_focus_while_they_are_gone_through(user: User) -> None:
    bar = user.window.tabs.tabBar()
    user.focus(bar)
    user.key(Qt.Key.Key_Right)
    user.key(Qt.Key.Key_Right)
    assert user.window.tabs.currentIndex() == 2
    assert bar.hasFocus()
