"""What has gone wrong or been done, above the page; it is said anew when the language is switched."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Slot

from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.message_bar import MessageBar


class Messages(MessageBar):
    """Shows one sentence, until it is closed or another takes its place."""

    _sentence: Callable[[], str] = str

    @Slot(object)
    def tell(self, sentence: Callable[[], str]) -> None:
        """Show what a sentence says in the present language, and in every other that is chosen later."""
        self._sentence = sentence
        self.show_text(sentence())

    @Slot(object)
    def tell_problem(self, problem: Exception) -> None:
        """Say what is wrong, in one sentence."""
        self.tell(lambda: problem_text(problem))

    @Slot(str)
    def tell_fault(self, fault: str) -> None:
        """Say that the program itself has failed at something; it goes on."""
        self.tell(lambda: self.tr("A fault in the program ({0}). You may go on; please report it.").format(fault))

    @Slot()
    def tell_recovered(self) -> None:
        """Say that runs are there again which a program that did not end well had left."""
        self.tell(lambda: self.tr("The program did not end well last time: its runs are in the list again."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.show_text(self._sentence())
