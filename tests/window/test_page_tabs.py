"""Two groups of pages, one of them visible: by mouse and by keys, in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QToolButton

from nnreg_gui.pages.table import GROUPS, TRAINING, WHY
from nnreg_gui.window.page_tabs import PageTabs
from tests.conftest import User

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def _in_sight(tabs: PageTabs) -> list[str]:
    return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]


def test_only_the_tabs_of_one_group_are_in_sight_and_a_click_shows_the_other(user: User) -> None:
    tabs = user.window.tabs
    first = _in_sight(tabs)
    assert first[0] == "Learning"
    assert len(first) == len(GROUPS[TRAINING])

    why = next(segment for segment in tabs.groups.findChildren(QRadioButton) if segment.text() == "Why it works")
    QTest.mouseClick(why, Qt.MouseButton.LeftButton)

    assert len(_in_sight(tabs)) == len(GROUPS[WHY])
    assert not set(_in_sight(tabs)) & set(first)
    user.wait(tabs.page.isVisible)
    assert tabs.groups.value() == WHY


def test_f3_goes_to_and_fro_between_the_pages_that_were_seen_last(user: User) -> None:
    tabs = user.window.tabs
    user.key(Qt.Key.Key_7, ALT)
    runs = tabs.page

    user.key(Qt.Key.Key_F3)
    user.key(Qt.Key.Key_2, ALT)
    shrinking = tabs.page
    assert tabs.tabText(tabs.currentIndex()) == "Shrinking"

    user.key(Qt.Key.Key_F3)
    assert tabs.page is runs
    user.key(Qt.Key.Key_F3)
    assert tabs.page is shrinking


def test_alt_and_a_digit_open_the_pages_of_the_group_in_sight_and_ctrl_and_tab_stay_within_it(user: User) -> None:
    tabs = user.window.tabs
    for group in (WHY, TRAINING):
        if tabs.groups.value() != group:
            user.key(Qt.Key.Key_F3)
        seen = []
        for place in range(len(GROUPS[group])):
            user.key(Qt.Key(Qt.Key.Key_1 + place), ALT)
            seen.append(tabs.tabText(tabs.currentIndex()))
            user.wait(tabs.page.isVisible)
        assert seen == _in_sight(tabs)

    user.key(Qt.Key.Key_1, ALT)
    user.focus(tabs.tabBar())
    for _ in GROUPS[TRAINING]:
        user.key(Qt.Key.Key_Tab, CTRL)
        assert tabs.groups.value() == TRAINING
    assert tabs.page is user.window.learning


def test_all_tabs_of_either_group_fit_beside_the_groups_in_both_languages(user: User) -> None:
    tabs = user.window.tabs
    user.wait(tabs.tabBar().isVisible)
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F2):
        user.key(Qt.Key.Key_3, ALT)  # a page beside which the experiment stands
        QApplication.processEvents()
        user.wait(lambda: tabs.groups.width() == tabs.groups.sizeHint().width())
        QApplication.processEvents()
        assert user.window.panel.isVisible()
        scrolling = [button for button in tabs.tabBar().findChildren(QToolButton) if button.isVisible()]
        assert scrolling == [], _in_sight(tabs)
        user.key(key)
