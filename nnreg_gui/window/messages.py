"""Says above the page what has gone wrong or been done, again in each language the user switches to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.exact_box import ExactBox, NumberRefused
from nnreg_gui.widgets.message_bar import MessageBar
from nnreg_gui.widgets.number_box import NumberBox


class Messages(MessageBar):
    """Shows one sentence, until the user closes it or another takes its place.

    Messages of the start stand before it until they are closed or a run begins: opening a file must not hide them.
    """

    _sentence: Callable[[], str] = str
    _warns = False
    _news: Callable[[], str] = str
    _news_warn = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when_closed: Callable[[], None] | None = None
        self.closed.connect(self._heed_closing)

    @Slot(object)
    def tell(
        self,
        sentence: Callable[[], str],
        when_closed: Callable[[], None] | None = None,
        *,
        warns: bool = True,
    ) -> None:
        """Show what a sentence says in the present language, and in every other chosen later.

        Args:
            sentence: returns the text.
            when_closed: what to do when the user closes it.
            warns: whether something went wrong.
        """
        self._sentence, self._when_closed, self._warns = sentence, when_closed, warns
        self._say()

    @Slot()
    def refresh(self) -> None:
        """Say again what stands there: its figures may have changed."""
        if self.isVisible():
            self._say()

    def withdraw(self) -> None:
        """Stop showing what is out of date."""
        self.tell(str, warns=False)

    def forget(self) -> None:
        """Clear everything."""
        self._sentence = self._news = str
        self._warns = self._news_warn = False
        self._when_closed = None
        self.hide()

    def end_waiting(self) -> None:
        """Stop showing what the user was waiting for; what went wrong stays."""
        if not self._warns:
            self.withdraw()

    @Slot(object)
    def tell_problem(self, problem: Exception) -> None:
        """Say what is wrong, in one sentence."""
        self.tell(lambda: problem_text(problem))

    @Slot(str)
    def tell_fault(self, fault: str) -> None:
        """Say that the program itself has failed at something, and goes on."""
        self.tell(lambda: self.tr("A fault in the program ({0}). You may go on; please report it.").format(fault))

    def tell_refused(self, refused: NumberRefused) -> None:
        """Say that a typed number is impossible in its box, and which are possible, until the box accepts one."""
        box, typed = refused.box, refused.typed

        def sentence() -> str:
            return self._refusal(box, typed)

        self.tell(sentence)
        box.valueChanged.connect(lambda: self._withdraw(sentence), Qt.ConnectionType.SingleShotConnection)  # type: ignore[attr-defined]

    @Slot()
    def tell_recovered(self) -> None:
        """Say that the runs left by a program that ended badly are back."""
        self._tell_too(lambda: self.tr("The program crashed; your runs are restored."), warns=False)

    def tell_replaced(self, settings: Sequence[str]) -> None:
        """Say which of the `Settings` could not be read; nothing if there are none."""
        if "all" in settings:
            self._tell_too(
                lambda: self.tr("The program's settings could not be read: the usual ones are used instead.")
            )
        elif settings:
            self._tell_too(
                lambda: self.tr("Some settings could not be read ({0}): the usual ones are used instead.").format(
                    ", ".join(self._setting(name) for name in settings)
                )
            )

    def _setting(self, name: str) -> str:
        names = {
            "theme": self.tr("theme"),
            "zoom": self.tr("text size"),
            "language": self.tr("language"),
            "geometry": self.tr("place of the window"),
            "lesson": self.tr("place in the lesson"),
            "pace": self.tr("pace of kept runs"),
        }
        return names[name]

    def _tell_too(self, sentence: Callable[[], str], *, warns: bool = True) -> None:
        """Show a message of the start, after any others."""
        others = self._news
        self._news = lambda: f"{others()} {sentence()}".strip()
        self._news_warn |= warns
        self._say()

    def _say(self) -> None:
        self.show_text(f"{self._news()} {self._sentence()}".strip(), warns=self._warns or self._news_warn)

    @Slot()
    def _heed_closing(self) -> None:
        when_closed = self._when_closed
        self.forget()
        if when_closed is not None:
            when_closed()

    def _withdraw(self, sentence: Callable[[], str]) -> None:
        if self._sentence is sentence:
            self.withdraw()

    def _refusal(self, box: ExactBox, typed: str) -> str:
        decimals = box.decimals() if isinstance(box, NumberBox) else 0
        if decimals == 0:
            text = self.tr("{0}: “{1}” is refused. It takes a whole number x with {2}; {3} stays.")
        elif decimals is None:
            text = self.tr("{0}: “{1}” is refused. It takes a number x with {2}; {3} stays.")
        else:
            text = self.tr("{0}: “{1}” is refused. It takes a number x with {2} (decimals: {4} at most); {3} stays.")
        return text.format(box.accessibleName(), typed, box.range_text(), box.text(), decimals)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.refresh()
