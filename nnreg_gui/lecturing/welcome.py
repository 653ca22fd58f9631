"""What the empty program offers: to be led through a lesson, or to try freely."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nnreg_gui.lecturing.welcome_card import WelcomeCard
from nnreg_gui.lessons.lesson import LessonHead
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.texts import duration_text, whole_text

_DIGITS_LEARNED = 1000
_SCALES = [step / 20 for step in range(20, -1, -1)]  # where text of one fits, text of the next does, too


class Welcome(FittingWidget):
    """A card for every lesson and one to try freely, pressed by 1, 2, 3 ….

    Signals:
        lesson_chosen: carries its `LessonHead`.
        free_chosen: the user wants to try by themselves.
    """

    lesson_chosen = Signal(object)
    free_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lessons: Sequence[LessonHead] = ()
        self._language, self._by_heart = "en", True
        self.cards: list[WelcomeCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.set_lessons((), self._language)

    def set_lessons(self, lessons: Sequence[LessonHead], language: str, *, by_heart: bool = True) -> None:
        """Offer these lessons, in a language, and say what the space bar trains if that is learnt `by_heart`."""
        if tuple(lessons) != tuple(self._lessons) or not self.cards:
            self._replace_cards(lessons)
        self._lessons, self._language, self._by_heart = lessons, language, by_heart
        self.retranslate()

    @Slot()
    def choose_first(self) -> None:
        """Begin the first lesson; without any, try freely."""
        self.cards[0].click()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(self.tr("What to begin with"))
        led = self.tr("Each step asks first, then trains, and says what came out.")
        clicker = self.tr("Page Down, as a clicker sends it, begins it as well.")
        for place, (card, lesson) in enumerate(zip(self.cards, self._lessons, strict=False)):
            help_text = led + (f" {clicker}" if place == 0 else "")
            title, about = lesson.title[self._language], lesson.about[self._language]
            card.say(title, about, duration_text(60 * lesson.minutes), help_text)
        learns = self.tr("Press Space: a network learns {0} digits by heart.").format(whole_text(_DIGITS_LEARNED))
        free = self.tr("The lessons are in the Lesson menu, too.")
        self.cards[-1].say(self.tr("Try it yourself"), learns if self._by_heart else "", "", free)
        self.fit()

    def fit(self) -> None:
        """Arrange the cards so that the text, in one size on all of them, is as large as possible."""
        if not self.isVisible():
            return
        n = len(self.cards)
        scale, spare, columns = self._best_way((n, ceil(n / 2), 1))
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
            card.arrange(max(0.0, scale), max(0, spare // 2))  # the titles stand on one line
        for line in range(n):
            self._grid.setColumnStretch(line, 1 if line < columns else 0)
            self._grid.setRowStretch(line, 1 if line < ceil(n / columns) else 0)

    def sizeHint(self) -> QSize:
        """Ask for little; the room of the first plots is there anyway."""
        return QSize(1, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit to what has happened while hidden."""
        super().showEvent(event)
        self.fit()

    def _best_way(self, ways: Sequence[int]) -> tuple[float, int, int]:
        """Return the largest scale in which all cards fit, the height to spare, and how many then stand side by side.

        The first of equal ways is chosen, as well as if none fits: the scale and the height to spare are below 0 then.
        """
        sizes = [self._size_of_cards(columns) for columns in ways]
        places = [bisect_left(_SCALES, True, key=partial(self._fits, size)) for size in sizes]
        place = min(places)
        if place == len(_SCALES):
            return -1.0, -1, ways[0]
        scale, size = _SCALES[place], sizes[places.index(place)]
        return scale, min(card.spare(size, scale) for card in self.cards), ways[places.index(place)]

    def _fits(self, size: QSize, scale: float) -> bool:
        return all(card.spare(size, scale) >= 0 for card in self.cards)  # the first that does not fit is enough

    def _size_of_cards(self, columns: int) -> QSize:
        """Return the size of a card if so many stand side by side."""
        rows, gap = ceil(len(self.cards) / columns), self._grid.spacing()
        return QSize((self.width() + gap) // columns - gap, (self.height() + gap) // rows - gap)

    def _replace_cards(self, lessons: Sequence[LessonHead]) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [WelcomeCard(str(place) if place < 10 else "", self) for place in range(1, len(lessons) + 2)]
        for card, lesson in zip(self.cards, lessons, strict=False):
            card.clicked.connect(partial(self._choose, lesson))
        self.cards[-1].clicked.connect(self.free_chosen)
        for card in self.cards:
            card.show()

    def _choose(self, lesson: LessonHead, *_: object) -> None:
        self.lesson_chosen.emit(lesson)
