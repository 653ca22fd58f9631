"""How the program looks and speaks: theme, text zoom and language, remembered between starts."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from nnreg_gui.widgets.themes import THEMES, apply_theme, system_theme
from nnreg_gui.window.language import Language, languages, system_language
from nnreg_gui.window.settings import ZOOM_STEPS, Settings

_BODY_POINTS = 10.5


class Appearance(QObject):
    """Theme, zoom and language of the application."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application, self._settings = application, settings
        self._language = Language()
        self._font = application.font()
        application.setProperty("basePointSize", _BODY_POINTS)  # plots derive the zoom from it
        # Remember only what the user chose: until then, the program follows the system.
        self._apply_theme(settings.theme() or system_theme(application))
        self._apply_zoom(settings.zoom())
        self._language.switch(settings.language() or system_language())

    @property
    def language(self) -> str:
        """The code of the present language."""
        return self._language.code

    def set_theme(self, name: str) -> None:
        """Use one of the `THEMES`."""
        self._apply_theme(name)
        self._settings.remember("theme", name)

    def next_theme(self) -> None:
        """Go to the next theme, and from the last to the first."""
        names = list(THEMES)
        self.set_theme(names[(names.index(self.theme) + 1) % len(names)])

    def set_zoom(self, zoom: float) -> None:
        """Scale all text; 1 is 100 %."""
        self._apply_zoom(zoom)
        self._settings.remember("zoom", self.zoom)

    def larger(self) -> None:
        """Go to the next larger text."""
        self.set_zoom(min((step for step in ZOOM_STEPS if step > self.zoom + 0.01), default=ZOOM_STEPS[-1]))

    def smaller(self) -> None:
        """Go to the next smaller text."""
        self.set_zoom(max((step for step in ZOOM_STEPS if step < self.zoom - 0.01), default=ZOOM_STEPS[0]))

    def set_language(self, code: str) -> None:
        """Speak one of the `languages()`."""
        self._language.switch(code)
        self._settings.remember("language", code)

    def next_language(self) -> None:
        """Go to the next language, and from the last to the first."""
        codes = list(languages())
        self.set_language(codes[(codes.index(self.language) + 1) % len(codes)])

    def _apply_theme(self, name: str) -> None:
        self.theme = name
        apply_theme(self._application, name)

    def _apply_zoom(self, zoom: float) -> None:
        self.zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        font = QFont(self._font)
        font.setPointSizeF(_BODY_POINTS * self.zoom)
        self._application.setFont(font)
