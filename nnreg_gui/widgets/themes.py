"""The program's looks: Fusion in a light, a dark and a high-contrast palette."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from nnreg_gui.widgets.plain_style import PlainStyle

_Role = QPalette.ColorRole

# Fusion draws every outline in a darker shade of Window: black on black, and hard to see on dark grey.
_OUTLINED = (
    "QAbstractButton",
    "QAbstractItemView",
    "QAbstractSlider",
    "QAbstractSpinBox",
    "QComboBox",
    "QGroupBox",
    "QLineEdit",
    "QPlainTextEdit",
    "QProgressBar",
    "QTabBar",
    "QTabWidget",
    "QTextEdit",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one look, as #rrggbb.

    Attributes:
        line: edges and rules, palette role Mid.
        outline: the colour whose darker shade Fusion draws around its controls, if not the window's.
    """

    window: str
    text: str
    base: str
    alternate: str
    button: str
    line: str
    faint_text: str
    disabled_text: str
    accent: str
    on_accent: str
    disabled_accent: str
    tool_tip: str
    tool_tip_text: str
    link: str
    light: str
    dark: str
    outline: str | None = None

    def palette(self) -> QPalette:
        """Return the palette with every role set, also in the Disabled group."""
        palette = QPalette()
        for role, colour in self._colours().items():
            palette.setColor(role, QColor(colour))
        for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText, _Role.Link):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.disabled_text))
        for role in (_Role.Highlight, _Role.Accent):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.disabled_accent))
        palette.setColor(QPalette.ColorGroup.Disabled, _Role.HighlightedText, QColor(self.window))
        return palette

    def _colours(self) -> dict[QPalette.ColorRole, str]:
        return {
            _Role.Window: self.window,
            _Role.WindowText: self.text,
            _Role.Base: self.base,
            _Role.AlternateBase: self.alternate,
            _Role.Text: self.text,
            _Role.PlaceholderText: self.faint_text,
            _Role.Button: self.button,
            _Role.ButtonText: self.text,
            _Role.BrightText: self.light,
            _Role.Highlight: self.accent,
            _Role.HighlightedText: self.on_accent,
            _Role.Accent: self.accent,
            _Role.Link: self.link,
            _Role.LinkVisited: self.link,
            _Role.ToolTipBase: self.tool_tip,
            _Role.ToolTipText: self.tool_tip_text,
            _Role.Light: self.light,
            _Role.Midlight: self.alternate,
            _Role.Mid: self.line,
            _Role.Dark: self.dark,
            _Role.Shadow: self.dark,
        }


THEMES: dict[str, Theme] = {
    "light": Theme(
        window="#f7f8f9",
        text="#1a1c1e",
        base="#ffffff",
        alternate="#eceff2",
        button="#f0f2f4",
        line="#b4bbc2",
        faint_text="#5a6269",
        disabled_text="#7d848b",
        accent="#0072b2",
        on_accent="#ffffff",
        disabled_accent="#7d848b",
        tool_tip="#ffffff",
        tool_tip_text="#1a1c1e",
        link="#0072b2",
        light="#ffffff",
        dark="#8b939b",
    ),
    "dark": Theme(
        window="#1e2124",
        text="#eceff1",
        base="#16181a",
        alternate="#2a2e32",
        button="#32373c",
        line="#4d545b",
        faint_text="#a4adb5",
        disabled_text="#868e96",
        accent="#4db3f0",
        on_accent="#0b0d0e",
        disabled_accent="#868e96",
        tool_tip="#32373c",
        tool_tip_text="#eceff1",
        link="#4db3f0",
        light="#ffffff",
        dark="#0b0d0e",
        outline="#9aa4ad",
    ),
    "contrast": Theme(
        window="#000000",
        text="#ffffff",
        base="#000000",
        alternate="#1f1f1f",
        button="#000000",
        line="#ffffff",
        faint_text="#d0d0d0",
        disabled_text="#9a9a9a",
        accent="#ffe100",
        on_accent="#000000",
        disabled_accent="#9a9a9a",
        tool_tip="#000000",
        tool_tip_text="#ffffff",
        link="#00e5ff",
        light="#ffffff",
        dark="#ffffff",
        outline="#ffffff",
    ),
}


def apply_theme(app: QApplication, name: str) -> None:
    """Give the whole program the look with this name.

    Raises:
        KeyError: THEMES has no such look.
    """
    theme = THEMES[name]
    if not isinstance(app.style(), PlainStyle):
        app.setStyle(PlainStyle())
    palette = theme.palette()
    app.setPalette(palette)  # also resets the outlines below, if an earlier look has set them
    QToolTip.setPalette(palette)
    if theme.outline is not None:
        palette.setColor(_Role.Window, QColor(theme.outline))
        for class_name in _OUTLINED:
            app.setPalette(palette, class_name)  # type: ignore[arg-type]  # the stubs say bytes, PySide takes str


def system_theme(app: QApplication) -> str:
    """Return the name of the look that the desktop asks for; the light one if it asks for none."""
    return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
