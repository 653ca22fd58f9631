"""The offer, above the page, to bring back last time's runs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.message_bar import MessageBar
from nnreg_gui.widgets.texts import whole_text


class RunsOffer(MessageBar):
    """Says how many runs are kept, with a button that shows them. It stays until the user answers.

    Signals:
        accepted: the user wants to see the runs.
        closed: the user does not, this time.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._ended = self._elsewhere = 0
        self._show = Button()
        super().__init__(parent)
        self.add_button(self._show)
        self._show.clicked.connect(self.hide)
        self._show.clicked.connect(self.accepted)

    @Slot(int, int)
    def offer(self, ended: int, elsewhere: int) -> None:
        """Offer runs of programs that ended well, and of those perhaps still running elsewhere; hide without any."""
        self._ended, self._elsewhere = ended, elsewhere
        self.show_text(self._sentence(), warns=False)

    def _sentence(self) -> str:
        sentences = []
        if self._ended:
            sentences.append(self.tr("Runs kept from last time: {0}.").format(whole_text(self._ended)))
        if self._elsewhere:
            elsewhere = self.tr("Runs kept by a program that may still be open on another computer: {0}.")
            sentences.append(elsewhere.format(whole_text(self._elsewhere)))
        return " ".join(sentences)

    def _retranslate(self) -> None:
        super()._retranslate()
        self._show.set_texts(self.tr("Show"), self.tr("Add these runs to the list"))
        if self.isVisible():
            self.show_text(self._sentence(), warns=False)
