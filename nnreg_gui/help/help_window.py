"""The window that lists the keys and explains the lecture's words."""

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from nnreg_gui.help.glossary import glossary

_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Home)
_WIDTH, _HEIGHT = 44, 32  # in lines of text


class KeyGroup(NamedTuple):
    """Keys that belong together: a title, and (keys, what they do) for each."""

    title: str
    keys: Sequence[tuple[str, str]]


class HelpWindow(QDialog):
    """Stands beside the main window in use, and leaves it all keys but those that scroll; Esc closes it.

    Signals:
        page_wanted: a word was clicked; carries the name of its page.
    """

    page_wanted = Signal(str)

    def __init__(self, keys: Callable[[], Sequence[KeyGroup]], window: QWidget) -> None:
        """Belong to a window.

        Args:
            keys: returns the keys to list, in the present language.
            window: the one it stands beside.
        """
        super().__init__(window, Qt.WindowType.Tool)  # in which the window's shortcuts go on working
        self._keys = keys
        self.keys, self.words = QTextBrowser(), QTextBrowser()
        self._tabs = QTabWidget()
        for browser in (self.keys, self.words):
            browser.setOpenLinks(False)
            browser.anchorClicked.connect(self._follow)
            self._tabs.addTab(browser, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        line = self.fontMetrics().height()
        self.resize(min(_WIDTH * line, window.width()), min(_HEIGHT * line, window.height()))
        self.refresh()

    def show_keys(self) -> None:
        """List the keys."""
        self._show(self.keys)

    def show_words(self) -> None:
        """Explain the words."""
        self._show(self.words)

    @Slot()
    def refresh(self) -> None:
        """Say everything again, in the present language and for the visible page."""
        self.setWindowTitle(self.tr("Help"))
        self._tabs.setTabText(0, self.tr("Keys"))
        self._tabs.setTabText(1, self.tr("Glossary"))
        self.keys.setAccessibleName(self.tr("Keys"))
        self.words.setAccessibleName(self.tr("Glossary"))
        self._say(self.keys, "".join(map(_group_html, self._keys())))
        hint = escape(self.tr("A click on a word opens its page."))
        self._say(self.words, f"<p>{hint}</p>" + "".join(_term_html(*term) for term in glossary()))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that would otherwise stop a run or show a whole plot."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw links in a new theme's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self.refresh()

    def _say(self, browser: QTextBrowser, html: str) -> None:
        place = browser.verticalScrollBar().value()
        browser.setHtml(html)
        browser.verticalScrollBar().setValue(place)

    def _show(self, browser: QTextBrowser) -> None:
        self.refresh()
        self._tabs.setCurrentWidget(browser)
        self.show()
        self.raise_()
        self.activateWindow()
        browser.setFocus()

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        self.page_wanted.emit(link.path())


def _group_html(group: KeyGroup) -> str:
    rows = "".join(
        f"<tr><td style='padding-right: 1.5em'><b>{escape(keys)}</b></td><td>{escape(does)}</td></tr>"
        for keys, does in group.keys
    )
    return f"<h3>{escape(group.title)}</h3><table cellpadding='3'>{rows}</table>" if rows else ""


def _term_html(word: str, meaning: str, page: str) -> str:
    name = f"<a href='{page}'>{escape(word)}</a>" if page else escape(word)
    return f"<p><b>{name}</b><br>{escape(meaning)}</p>"
