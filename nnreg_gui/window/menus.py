"""The menu bar and the tool bar: where each action stands."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton

from nnreg_gui.engine.scenarios import Scenario
from nnreg_gui.pages.runs.run_progress import RunProgress
from nnreg_gui.panels.penalty_rows import PENALTY_KEYS
from nnreg_gui.widgets.themes import THEMES
from nnreg_gui.window.actions import Actions
from nnreg_gui.window.appearance import Appearance
from nnreg_gui.window.language import languages

_RUN = ("start", "pause", "step", "stop", "rewind", "new_weights")
# The actions of each menu in groups, with a line between two groups.
_MENUS: dict[str, tuple[tuple[str, ...], ...]] = {
    "file": (
        ("new_window",),
        ("open", "save", "copy_experiment", "paste_experiment"),
        ("open_data", "open_data_folder"),
        ("open_session", "save_session"),
        ("export_curves", "save_picture", "copy_picture", "qr_code"),
        ("add_launcher", "remove_launcher"),
        ("quit",),
    ),
    "run": (
        _RUN,
        ("beside", "repeat"),
        tuple(f"penalty_{name}" for name in PENALTY_KEYS),
        ("earlier", "later", "latest"),
        ("hide_run", "hide_others", "solo", "baseline", "rename_run", "remove_run", "remove_all", "undo_remove"),
    ),
    "view": (
        ("other_pages",),
        ("log_epochs", "whole_run", "details", "formulas"),
        ("panel", "all_groups", "runs"),
        ("larger", "smaller", "normal_size"),
        ("full_screen",),
    ),
    "lesson": (
        ("lesson", "continue_lesson", "open_lesson"),
        ("lesson_on", "lesson_back", "fold_lesson", "leave_lesson"),
        ("presenter", "swap_screens", "black"),
        ("rehearse", "handout"),
    ),
    "help": (("lesson", "keys", "glossary"), ("copy_information", "about")),
}


class Menus(QObject):
    """Builds the bars of a window once, and names their menus in the present language."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        appearance: Appearance,
        scenarios: Sequence[Scenario],
        load: Callable[[Scenario], None],
        progress: RunProgress,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._appearance, self._scenarios = window, actions, appearance, scenarios
        self._progress = progress
        self._menus: dict[str, QMenu] = {}
        self._themes: dict[str, QAction] = {}
        self._languages: dict[str, QAction] = {}
        self._loads: list[QAction] = []
        self._tinted_for = (0, 0)  # palette and size
        for name, groups in _MENUS.items():
            if name == "lesson":
                self._add_scenarios(load)
            menu = self._menus[name] = window.menuBar().addMenu("")
            for group in groups:
                if not menu.isEmpty():
                    menu.addSeparator()
                menu.addActions([actions[entry] for entry in group])
        self._add_choices()
        self.toolbar = QToolBar(movable=False, floatable=False)
        self.toolbar.setObjectName("toolbar")
        self.corner = QToolBar()  # beside the tabs: actions on the pictures
        self.corner.addActions([actions[name] for name in ("log_epochs", "whole_run", "details")])
        self._build_toolbar(progress)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for name, text in {
            "file": self.tr("&File"),
            "run": self.tr("&Run"),
            "view": self.tr("&View"),
            "scenario": self.tr("&Scenario"),
            "lesson": self.tr("&Lesson"),
            "help": self.tr("&Help"),
            "theme": self.tr("Theme"),
            "language": self.tr("Language"),
        }.items():
            self._menus[name].setTitle(text)
        for name, text in {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }.items():
            self._themes[name].setText(text)
        for action, scenario in zip(self._loads, self._scenarios, strict=True):
            action.setText(scenario.title[self._appearance.language])
            action.setToolTip(scenario.look_at[self._appearance.language])
        self.toolbar.setWindowTitle(self.tr("Tools"))
        self.corner.setWindowTitle(self.tr("Tools"))
        self.check_choices()

    def listed(self) -> list[tuple[str, list[QAction]]]:
        """Return the title of each menu with those actions that have keys, in the order of the bar."""
        bars = [action.menu() for action in self._window.menuBar().actions()]
        return [(menu.title(), _with_keys(menu)) for menu in bars if isinstance(menu, QMenu)]

    def menu(self, name: str) -> QMenu:
        """Return a menu by its name."""
        return self._menus[name]

    def check_choices(self) -> None:
        """Mark the present theme and language."""
        self._themes[self._appearance.theme].setChecked(True)
        self._languages[self._appearance.language].setChecked(True)

    def retint(self) -> None:
        """Draw the icons in the palette's text colours, at the size of the text."""
        palette, size = self._window.palette(), round(1.4 * self._window.fontMetrics().height())
        if (palette.cacheKey(), size) == self._tinted_for:
            return
        self._tinted_for = (palette.cacheKey(), size)
        self._actions.retint(palette, size)
        self.toolbar.setIconSize(QSize(size, size))
        self.corner.setIconSize(QSize(size * 3 // 4, size * 3 // 4))

    def fit_toolbar(self, width: int) -> None:
        """Show texts beside the icons that control the training, the most important first, as far as there is room.

        Without room, show none, not even beside the progress: no button may be out of sight.
        """
        words = 2
        self._progress.set_words(words)
        names = ("start", "pause", "stop", "step", "rewind", "new_weights", "find_scenario")
        buttons = [self.toolbar.widgetForAction(self._actions[name]) for name in names]
        texts = [button for button in buttons if isinstance(button, QToolButton)]
        for button in texts:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        while texts and self._toolbar_width() > width:
            texts.pop().setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        while words and self._toolbar_width() > width:
            words -= 1
            self._progress.set_words(words)

    def _toolbar_width(self) -> int:
        layout = self.toolbar.layout()
        if layout is None:
            return 0
        layout.invalidate()  # by itself, it asks its buttons again only at the next event
        return layout.sizeHint().width()

    def _add_scenarios(self, load: Callable[[Scenario], None]) -> None:
        menu = self._menus["scenario"] = self._window.menuBar().addMenu("")
        menu.setToolTipsVisible(True)
        menu.addAction(self._actions["find_scenario"])
        menu.addSeparator()
        for number, scenario in enumerate(self._scenarios, start=1):
            action = QAction(self._window)
            if number <= 9:  # there are nine digits
                action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(partial(load, scenario))
            menu.addAction(action)
            self._loads.append(action)

    def _add_choices(self) -> None:
        """Add the submenus of themes and languages."""
        view = self._menus["view"]
        view.addSeparator()
        for name, choices, entries, choose in (
            ("theme", self._themes, dict.fromkeys(THEMES, ""), self._appearance.set_theme),
            ("language", self._languages, languages(), self._appearance.set_language),
        ):
            menu = self._menus[name] = view.addMenu("")
            group = QActionGroup(menu)
            for key, text in entries.items():
                action = choices[key] = QAction(text, group, checkable=True)
                action.triggered.connect(partial(choose, key))
                menu.addAction(action)
            menu.addSeparator()
            menu.addAction(self._actions[f"next_{name}"])

    def _build_toolbar(self, progress: RunProgress) -> None:
        self.toolbar.addActions([self._actions[name] for name in (*_RUN, "beside", "repeat")])
        self.toolbar.addSeparator()
        progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.toolbar.addWidget(progress)
        self.toolbar.addSeparator()
        others = ("find_scenario", "larger", "next_theme", "next_language")
        self.toolbar.addActions([self._actions[name] for name in others])
        self._window.addToolBar(self.toolbar)


def _with_keys(menu: QMenu) -> list[QAction]:
    """Return the actions of a menu, and of those within it, that have keys."""
    found: list[QAction] = []
    for action in menu.actions():
        within = action.menu()
        found += _with_keys(within) if isinstance(within, QMenu) else [action] if action.shortcuts() else []
    return found
