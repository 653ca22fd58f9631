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


def test_f1_lists_every_key_of_the_actions_and_of_the_page(user: User) -> None:
    user.window.tabs.open_page("finding_lambda")
    user.key(Qt.Key.Key_F1)
    said = _help(user).keys.toPlainText()

    assert _help(user).isVisible()
    assert not _help(user).isModal()
    for action in user.window.findChildren(QAction):
        for shortcut in action.shortcuts():
            assert shortcut.toString() in said, action.text()
    for part in ("Space", "Alt+7", "This page: Finding λ", "Search: Train all these experiments"):
        assert part in said


def test_it_follows_page_and_language(user: User) -> None:
    user.key(Qt.Key.Key_F1)
    user.window.tabs.open_page("pruning")
    assert "This page: Pruning" in _help(user).keys.toPlainText()
    user.window.actions_by_name["next_language"].trigger()
    user.wait(lambda: "Tato stránka: Pruning" in _help(user).keys.toPlainText())
    assert "Pozastavit běh" in _help(user).keys.toPlainText()
    assert "Přeučení (overfitting)" in _help(user).words.toPlainText()
    user.window.actions_by_name["next_language"].trigger()
    user.wait(lambda: "Overfitting" in _help(user).words.toPlainText())


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
        window.words.anchorClicked.emit(term.page)
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


def test_it_lists_the_digits_and_letters_that_choose(user: User) -> None:
    user.window.tabs.open_page("parameters")
    user.key(Qt.Key.Key_F1)
    said = _help(user).keys.toPlainText()
    for part in ("Gap: Training accuracy minus validation accuracy, in points.\n", "How thorough: Quick → Whole"):
        assert part in said
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: "Jak důkladně: " in _help(user).keys.toPlainText())


def test_it_says_what_the_space_bar_does_where_no_training_is_seen(user: User) -> None:
    user.window.tabs.open_page("shrinking")
    user.key(Qt.Key.Key_F1)
    assert "Play what this page plays, or pause it" in _help(user).keys.toPlainText()
    user.key(Qt.Key.Key_2)
    assert "Play what this page plays" not in _help(user).keys.toPlainText()


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
