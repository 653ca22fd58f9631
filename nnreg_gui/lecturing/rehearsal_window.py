"""The window of a rehearsal: how far it is, and then each claim of the lesson beside what came out."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QTextBrowser, QWidget

from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.rehearsal import Finding
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.focus_ring import FocusRing
from nnreg_gui.widgets.keys import with_key
from nnreg_gui.widgets.layouts import STRETCH, column, row

_RESOLUTION = 1000
_WIDTH, _HEIGHT = 60, 32  # in lines of text
_KEY = "Esc"


class RehearsalWindow(QDialog):
    """Stands beside the main window in use, and leaves it all keys but Esc, which cancels, and then closes it.

    Args:
        lesson: what is rehearsed.
        language: returns the present language, in which the lesson speaks.
        window: the one it stands beside.

    Signals:
        cancel_wanted: the user wants no more of it.
    """

    cancel_wanted = Signal()

    def __init__(self, lesson: Lesson, language: Callable[[], str], window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Tool)  # in which the window's shortcuts go on working
        self._lesson, self._language = lesson, language
        self._sentence: Callable[[], str] = str
        self._remarks: Callable[[], Sequence[str]] = tuple
        self._findings: Callable[[str], Sequence[Finding]] | None = None
        self.sentence, self.bar, self.table, self.button = Conclusion(), QProgressBar(), QTextBrowser(), Button()
        self.bar.setRange(0, _RESOLUTION)
        self.bar.setTextVisible(False)
        self.button.clicked.connect(self.reject)
        margin = self.fontMetrics().height() // 2
        buttons = row(STRETCH, self.button)
        column(self.sentence, self.bar, (self.table, 1), buttons, parent=self, spacing=margin, margins=(margin,) * 4)
        self._ring = FocusRing(self)
        line = self.fontMetrics().height()
        self.resize(min(_WIDTH * line, window.width()), min(_HEIGHT * line, window.height()))
        self.retranslate()

    # ------------------------------------------------------------------------------------------------ what is shown

    def show_progress(self, sentence: Callable[[], str], share: float) -> None:
        """Show what is being done, in the present language, and which share (0…1) is done."""
        self._sentence, self._findings = sentence, None
        self.bar.setValue(round(_RESOLUTION * share))
        self._show()

    def conclude(
        self,
        sentence: Callable[[], str],
        remarks: Callable[[], Sequence[str]],
        findings: Callable[[str], Sequence[Finding]],
    ) -> None:
        """Show what has come out.

        Args:
            sentence: returns it in one sentence, in the present language.
            remarks: returns a sentence for each thing that went wrong.
            findings: returns the claims, by language.
        """
        self._sentence, self._remarks, self._findings = sentence, remarks, findings
        self._show()

    @property
    def concluded(self) -> bool:
        """Whether nothing more comes."""
        return self._findings is not None

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(self.tr("Rehearsal: {0}").format(self._lesson.title[self._language()]))
        self.bar.setAccessibleName(self.tr("How far the rehearsal is"))
        self.bar.setToolTip(self.tr("How far the rehearsal is"))
        self.table.setAccessibleName(self.tr("What the lesson claims, and what came out"))
        self._show()

    def _show(self) -> None:
        if self._findings is None:
            self.sentence.ask(self._sentence())
            tip = self.tr("End the rehearsal; the runs trained until then are kept")
            self.button.set_texts(self.tr("Cancel"), with_key(tip, _KEY))
        else:
            self.sentence.say(self._sentence())
            self.button.set_texts(self.tr("Close"), with_key(self.tr("Close this window"), _KEY))
            self.table.setHtml(self._html(self._findings(self._language())))
        self.bar.setVisible(self._findings is None)

    def _html(self, findings: Sequence[Finding]) -> str:
        remarks = "".join(f"<p>{escape(one)}</p>" for one in self._remarks())
        head = (self.tr("Step"), self.tr("Claim"), self.tr("Seen"), self.tr("Holds?"))
        rows = [[one.step, self._claim(one), one.seen, self._verdict(one.holds)] for one in findings]
        lines = [
            _row("th", head),
            *(_row("td", line, bold=not one.holds) for line, one in zip(rows, findings, strict=True)),
        ]
        table = f'<table border="1" cellspacing="0" cellpadding="4" width="100%">{"".join(lines)}</table>'
        return remarks + (table if findings else "")

    def _claim(self, finding: Finding) -> str:
        if finding.claim:
            return finding.claim
        if finding.part == "question":
            return self.tr("one of the choices is right")
        return self.tr("the sentence has all its figures")

    def _verdict(self, holds: bool) -> str:
        return "✓ " + self.tr("holds") if holds else "✗ " + self.tr("does not hold")

    # ------------------------------------------------------------------------------------------------------- events

    @Slot()
    def reject(self) -> None:
        """Cancel the rehearsal; close the window of one that is over."""
        if self.concluded:
            super().reject()
        else:
            self.cancel_wanted.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the key that would otherwise stop a run."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Show what the Tab key has reached."""
        moved = super().focusNextPrevChild(forward)
        self._ring.show_focus()
        return moved

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _row(cell: str, texts: Sequence[str], *, bold: bool = False) -> str:
    contents = (f"<b>{escape(text)}</b>" if bold else escape(text) for text in texts)
    return "<tr>" + "".join(f'<{cell} align="left">{content}</{cell}>' for content in contents) + "</tr>"
