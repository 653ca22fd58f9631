"""The help: F1 lists the present keys, F6 explains the lecture's words, and both speak the present language."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser

from nnreg_gui.help.glossary import glossary
from nnreg_gui.help.help_window import HelpWindow
from nnreg_gui.pages.table import GROUPS
from tests.conftest import User


def _help(user: User) -> HelpWindow:
    window = user.window.findChild(HelpWindow)
    assert window is not None
    return window


def test_f1_lists_every_key_of_the_actions_and_of_the_page_and_follows_page_and_language(user: User) -> None:
    tabs = user.window.tabs
    tabs.open_page("finding_lambda")
    user.key(Qt.Key.Key_F1)
    window = _help(user)
    said = window.keys.toPlainText()
    assert window.isVisible()
    assert not window.isModal()
    for action in user.window.findChildren(QAction):
        for shortcut in action.shortcuts():
            assert shortcut.toString() in said, action.text()
    for part in ("Space", "Alt+7", "This page: Finding λ", "Search: Train all these experiments"):
        assert part in said

    tabs.open_page("parameters")
    said = window.keys.toPlainText()
    assert "This page: Parameters" in said
    for part in ("Gap: Training accuracy minus validation accuracy, in points.\n", "How thorough: Quick → Whole"):
        assert part in said, "the digits and letters that choose"

    user.window.actions_by_name["next_language"].trigger()
    user.wait(lambda: "Jak důkladně: " in window.keys.toPlainText())
    assert "Pozastavit běh" in window.keys.toPlainText()
    assert "Přeučení (overfitting)" in window.words.toPlainText()
    user.window.actions_by_name["next_language"].trigger()
    user.wait(lambda: "Overfitting" in window.words.toPlainText())

    tabs.open_page("shrinking")
    assert "Play what this page plays, or pause it" in window.keys.toPlainText(), "where no training is seen"
    user.window.activateWindow()
    user.key(Qt.Key.Key_2, at=tabs.page)
    assert "Play what this page plays" not in window.keys.toPlainText()


def test_escape_closes_it_and_leaves_the_run_alone(user: User) -> None:
    user.click("start")
    user.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    window = _help(user)
    user.wait(window.isActiveWindow)
    QTest.keyClick(window.words, Qt.Key.Key_Escape)

    assert not window.isVisible()
    assert user.window.actions_by_name["stop"].isEnabled(), "the run goes on"


def test_every_word_has_a_sentence_and_leads_to_its_page(user: User) -> None:
    user.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    window = _help(user)
    assert window.words.isVisible()
    pages = {name for names in GROUPS.values() for name in names}
    for term in glossary():
        assert term.meaning.count(".") >= 1
        assert term.page in pages
    for page in {term.page for term in glossary()}:
        window.words.anchorClicked.emit(page)
        assert user.window.tabs.currentWidget().isVisible()
    assert {"Overfitting", "L1", "Dropout p", "Pruning", "Ensembling"} <= {term.word for term in glossary()}


def test_nothing_is_cut_off_at_double_size(user: User) -> None:
    for _ in range(12):
        user.key(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    user.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    window = _help(user)

    assert window.width() <= user.window.width()
    for browser in window.findChildren(QTextBrowser):
        assert browser.horizontalScrollBar().maximum() == 0


def test_the_window_s_keys_work_while_it_has_the_focus(user: User) -> None:
    user.key(Qt.Key.Key_F1)
    window = _help(user)
    user.wait(window.isActiveWindow)
    user.key(Qt.Key.Key_F3)
    assert user.window.tabs.tabText(user.window.tabs.currentIndex()) == "Fitting"
    user.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert user.window.tabs.tabText(user.window.tabs.currentIndex()) == "Shrinking"
    assert window.isActiveWindow()
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: "Tato stránka: " in window.keys.toPlainText())
