"""How fast the kept runs of a rehearsed lesson are shown again: a choice in the Lesson menu."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from nnreg_gui.window.lesson_training import PACES, LessonTraining

if TYPE_CHECKING:
    from nnreg_gui.window.settings import Settings


class PaceMenu(QObject):
    """A submenu with a pace per line; the choice is remembered between starts."""

    def __init__(self, menu: QMenu, training: LessonTraining, settings: "Settings") -> None:
        super().__init__(menu)
        self._training, self._settings = training, settings
        training.pace = settings.pace() or training.pace
        self._menu = menu.addMenu("")
        group = QActionGroup(self._menu)
        self._actions = {pace: self._menu.addAction("") for pace in PACES}
        for pace, action in self._actions.items():
            action.setCheckable(True)
            action.setChecked(pace == training.pace)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._choose, pace))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._menu.setTitle(self.tr("Runs of a rehearsal"))
        for pace, text in {
            "quick": self.tr("Replay in 4 seconds"),
            "slow": self.tr("Replay in 12 seconds"),
            "at_once": self.tr("Show at once"),
            "train": self.tr("Train anew"),
        }.items():
            self._actions[pace].setText(text)

    def _choose(self, pace: str, *_: object) -> None:
        self._training.pace = pace
        self._settings.remember("pace", pace)
