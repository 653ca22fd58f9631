"""Everything that can be done with a key or a click: icons, shortcuts and texts in one table."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from nnreg_gui.panels.penalty_rows import PENALTY_KEYS, PENALTY_ROWS
from nnreg_gui.resource_files import resource_path
from nnreg_gui.widgets.icons import tinted_icon


@dataclass(frozen=True, slots=True)
class _Row:
    """An action's icon (a file in resources/icons) and shortcuts."""

    icon: str | None
    shortcuts: tuple[str, ...]
    checkable: bool = False


_TABLE = {
    "start": _Row("start", ("Space", "Return")),
    "pause": _Row("pause", ("P",)),
    "step": _Row("step", ("N",)),
    "stop": _Row("stop", ("Esc",)),
    "rewind": _Row("rewind", ("Backspace",)),
    "new_weights": _Row("new-weights", ("W",)),
    "beside": _Row("side-by-side", ("C",), checkable=True),
    "repeat": _Row("repeat", ("M",)),
    **{f"penalty_{name}": _Row(None, (key,)) for name, key in PENALTY_KEYS.items()},
    "earlier": _Row(None, ("Shift+Left",)),
    "later": _Row(None, ("Shift+Right",)),
    "latest": _Row(None, ("E",)),
    "new_window": _Row(None, ("Ctrl+N",)),
    "open": _Row("open", ("Ctrl+O",)),
    "save": _Row("save", ("Ctrl+S",)),
    "copy_experiment": _Row(None, ("Ctrl+Shift+C",)),
    "paste_experiment": _Row(None, ("Ctrl+Shift+V",)),
    "open_data": _Row(None, ("Ctrl+U",)),
    "open_data_folder": _Row(None, ("Ctrl+Shift+U",)),
    "open_session": _Row(None, ("Ctrl+Shift+O",)),
    "save_session": _Row(None, ("Ctrl+Shift+S",)),
    "export_curves": _Row(None, ("Ctrl+E",)),
    "save_picture": _Row(None, ("Ctrl+P",)),
    "copy_picture": _Row(None, ("Ctrl+Shift+P",)),
    "hide_run": _Row(None, ("H",)),
    "hide_others": _Row(None, ("Ctrl+H",)),
    "solo": _Row(None, ("Z",), checkable=True),
    "baseline": _Row(None, ("B",)),
    "rename_run": _Row(None, ("F4",)),
    "remove_run": _Row("remove", ("Del",)),
    "remove_all": _Row(None, ("Ctrl+Shift+X",)),
    "undo_remove": _Row(None, ("Ctrl+Z",)),
    "add_launcher": _Row("launcher", ("Ctrl+D",)),
    "remove_launcher": _Row(None, ("Ctrl+Shift+D",)),
    "quit": _Row(None, ("Ctrl+Q",)),
    "lesson": _Row("lesson", ("F5",)),
    "continue_lesson": _Row(None, ("Shift+F5",)),
    "lesson_on": _Row(None, ("PgDown",)),
    "lesson_back": _Row(None, ("PgUp",)),
    "fold_lesson": _Row(None, ("Ctrl+L",), checkable=True),
    "leave_lesson": _Row(None, ("Shift+Esc",)),
    "presenter": _Row(None, ("F6",), checkable=True),
    "swap_screens": _Row(None, ("Shift+F6",)),
    "black": _Row(None, (".",), checkable=True),
    "handout": _Row(None, ("Ctrl+Shift+H",)),
    "open_lesson": _Row(None, ("Ctrl+Shift+L",)),
    "rehearse": _Row(None, ("Ctrl+Shift+R",)),
    "find_scenario": _Row("scenario", ("Ctrl+F",)),
    "log_epochs": _Row("log-axis", ("L",), checkable=True),
    "whole_run": _Row("whole-run", ("Home",)),
    "details": _Row("details", ("Ctrl+I",), checkable=True),
    "formulas": _Row(None, ("F12",), checkable=True),
    "other_pages": _Row(None, ("F3",)),
    "panel": _Row(None, ("F9",), checkable=True),
    "runs": _Row(None, ("F8",), checkable=True),
    "larger": _Row("text-size", ("Ctrl+=", "Ctrl++")),  # menus show the first: + may share its key with 1
    "smaller": _Row(None, ("Ctrl+-",)),
    "normal_size": _Row(None, ("Ctrl+0",)),
    "full_screen": _Row("full-screen", ("F11",), checkable=True),
    "next_theme": _Row("theme", ("T",)),
    "next_language": _Row("language", ("F2",)),
    "qr_code": _Row(None, ("F7",), checkable=True),
    "all_groups": _Row(None, ("Ctrl+Shift+A",)),
    "keys": _Row(None, ("F1",)),
    "glossary": _Row(None, ("Shift+F1",)),
    "copy_information": _Row(None, ("Ctrl+Shift+I",)),
    "about": _Row(None, ("Ctrl+F1",)),
}


class Actions(QObject):
    """The program's actions, by name: `actions["start"]`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for name, row in _TABLE.items():
            action = QAction(window)
            action.setObjectName(name)
            action.setShortcuts([QKeySequence(shortcut) for shortcut in row.shortcuts])
            action.setCheckable(row.checkable)
            window.addAction(action)  # so that its shortcut works wherever it is shown
            self._actions[name] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, slots: dict[str, Callable[..., object]]) -> None:
        """Connect each action to what it does."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def allow(self, **can_be_done: bool) -> None:
        """Enable those of the named actions that can be done now, and disable the rest of them."""
        for name, possible in can_be_done.items():
            self._actions[name].setEnabled(possible)

    def retint(self, palette: QPalette, size: int) -> None:
        """Draw the icons in the palette's text colours, at this size in pixels."""
        colour = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
        disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        for name, row in _TABLE.items():
            if row.icon is not None:
                svg = resource_path("icons", f"{row.icon}.svg").read_bytes()
                self._actions[name].setIcon(tinted_icon(svg, colour, disabled, (size,)))

    def set_going_on(self, going_on: bool) -> None:
        """Say whether Start continues a paused run or begins a new one."""
        text = self.tr("Continue") if going_on else self.tr("Start")
        help_text = self.tr("Train on") if going_on else self.tr("Train this experiment from the beginning")
        self._set("start", text, help_text)

    def give_space_to(self, name: str) -> None:
        """Let the space bar start, continue or pause, whichever one would expect now; "" for none of them.

        The Return key does what the space bar does if that leaves the training alone.
        """
        shortcuts = {"start": ["Return"] if name else [], "pause": ["P"]}
        for action, keys in shortcuts.items():
            all_keys = ["Space", *keys] if action == name else keys
            self._actions[action].setShortcuts([QKeySequence(key) for key in all_keys])
            self._name_key(self._actions[action])

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_going_on(False)
        self._set("pause", self.tr("Pause"), self.tr("Hold the run where it is"))
        self._set("step", self.tr("Step"), self.tr("Train one epoch, then pause"))
        self._set("stop", self.tr("Stop"), self.tr("End the run and measure its test accuracy"))
        self._set("rewind", self.tr("Rewind"), self.tr("Go back to the same initial weights"))
        self._set("new_weights", self.tr("New weights"), self.tr("Draw other initial weights: the next seed"))
        self._set(
            "beside",
            self.tr("Side by side"),
            self.tr("With the next run, train the same one without regularization and augmentation"),
        )
        self._set(
            "repeat", self.tr("Repeat with 5 seeds"), self.tr("Train this experiment five times: mean and spread")
        )
        for name in PENALTY_KEYS:
            self._set(f"penalty_{name}", PENALTY_ROWS[name].command(), PENALTY_ROWS[name].command_help())
        self._set("earlier", self.tr("Earlier epoch"), self.tr("Look back at an earlier network of the selected run"))
        self._set("later", self.tr("Later epoch"), self.tr("Look at a later network of the selected run"))
        self._set("latest", self.tr("Latest network"), self.tr("Look at the network in use again"))
        self._set(
            "new_window", self.tr("New window"), self.tr("Start the program once more, with experiments of its own")
        )
        self._set("open", self.tr("Open experiment…"), self.tr("Load an experiment from a file"))
        self._set("save", self.tr("Save experiment…"), self.tr("Write this experiment to a file"))
        self._set(
            "copy_experiment",
            self.tr("Copy experiment as text"),
            self.tr("Put this experiment on the clipboard, as a short line that can be pasted into the program"),
        )
        self._set(
            "paste_experiment",
            self.tr("Paste experiment"),
            self.tr("Load the experiment whose text is on the clipboard"),
        )
        self._set("open_data", self.tr("Open data set…"), self.tr("Train on other digits: IDX, .npz or CSV"))
        self._set(
            "open_data_folder",
            self.tr("Open data set: a folder…"),
            self.tr("Train on the pictures in a folder, which has a sub-folder for each class"),
        )
        self._set("open_session", self.tr("Open session…"), self.tr("Add the runs of a file to the list"))
        self._set("save_session", self.tr("Save session…"), self.tr("Write all runs to one file"))
        self._set(
            "export_curves", self.tr("Export curves…"), self.tr("Write the curves of all shown runs to a CSV file")
        )
        self._set("save_picture", self.tr("Save picture…"), self.tr("Write the page that is seen to a PNG file"))
        self._set("copy_picture", self.tr("Copy picture"), self.tr("Put a picture of the page on the clipboard"))
        self._set("remove_run", self.tr("Remove run"), self.tr("Take the selected runs out of the list"))
        self._set("remove_all", self.tr("Remove all runs"), self.tr("Empty the list; Ctrl+Z brings the runs back"))
        self._set("undo_remove", self.tr("Undo removing"), self.tr("Restore the runs removed last"))
        self._set(
            "baseline",
            self.tr("Baseline"),
            self.tr("Compare the other runs with the selected one, or with none any more"),
        )
        self._set("rename_run", self.tr("Rename run"), self.tr("Give the selected run a name of your own"))
        self._set(
            "hide_run",
            self.tr("Hide or show run"),
            self.tr("Take the selected runs out of the plots, or put them back"),
        )
        self._set(
            "solo",
            self.tr("Selected run alone"),
            self.tr("Draw only the selected run and the baseline, or all runs again"),
        )
        self._set(
            "hide_others",
            self.tr("Hide other runs"),
            self.tr("Leave only the selected runs in the plots, or put all back"),
        )
        self._set(
            "add_launcher", self.tr("Add to the desktop"), self.tr("Put the program on the desktop and in the menu")
        )
        self._set(
            "remove_launcher", self.tr("Remove from the desktop"), self.tr("Take the program's launchers away again")
        )
        self._set("quit", self.tr("Quit"), self.tr("Close the program"))
        self._set("lesson", self.tr("Lessons"), self.tr("Choose a lesson that leads through the lecture"))
        self._set("continue_lesson", self.tr("Continue the lesson"), self.tr("Go on where the lesson was left"))
        self._set("lesson_on", self.tr("On"), self.tr("Record the guess, train, or go to the next step"))
        self._set("lesson_back", self.tr("Back"), self.tr("Go to the step before"))
        self._set("fold_lesson", self.tr("Fold the strip"), self.tr("Leave only the title of the step"))
        self._set("leave_lesson", self.tr("Leave the lesson"), self.tr("Try freely; Shift+F5 continues the lesson"))
        self._set("presenter", self.tr("Presenter window"), self.tr("Notes, next step and clock, for you alone"))
        self._set("swap_screens", self.tr("Swap the screens"), self.tr("Exchange the presenter window and this one"))
        self._set("black", self.tr("Black screen"), self.tr("Show nothing, until any key"))
        self._set("handout", self.tr("Save a handout…"), self.tr("Write the steps so far to a page to print"))
        self._set("open_lesson", self.tr("Open lesson…"), self.tr("Lead through a lesson of your own"))
        self._set(
            "rehearse",
            self.tr("Rehearse"),
            self.tr("Train all that a lesson needs on this computer, and check what it says"),
        )
        self._set(
            "find_scenario",
            self.tr("Find scenario"),
            self.tr("Load an experiment of the lecture, with the figures published for it"),
        )
        self._set(
            "log_epochs", self.tr("Logarithmic epochs"), self.tr("Stretch the first epochs, squeeze the late ones")
        )
        self._set("whole_run", self.tr("Whole run"), self.tr("Show all again after zooming with the mouse wheel"))
        self._set("details", self.tr("Details"), self.tr("Unfold the figures and conditions below the pictures"))
        self._set("formulas", self.tr("Formulas"), self.tr("Show the formulas of the experiment large over the page"))
        self._set(
            "other_pages",
            self.tr("Other pages"),
            self.tr("Go from the pages about training to those about why it works, and back"),
        )
        self._set("panel", self.tr("Experiment"), self.tr("Show or fold away the experiment's settings"))
        self._set("runs", self.tr("List of runs"), self.tr("Show or fold away the list of runs"))
        self._set("larger", self.tr("Larger text"), self.tr("Make text and curves larger, for the last row"))
        self._set("smaller", self.tr("Smaller text"), self.tr("Make text and curves smaller"))
        self._set("normal_size", self.tr("Normal text"), self.tr("Text at 100 %"))
        self._set("full_screen", self.tr("Full screen"), self.tr("Use the whole screen"))
        self._set("next_theme", self.tr("Theme"), self.tr("Light, dark or high contrast"))
        self._set("next_language", self.tr("Next language"), self.tr("Speak the next language that there is"))
        self._set("qr_code", self.tr("QR code"), self.tr("Show this experiment as a code for telephones"))
        self._set("all_groups", self.tr("All settings"), self.tr("Show all groups of settings, if only some are seen"))
        self._set("keys", self.tr("Keys"), self.tr("List the keys of the program and of this page"))
        self._set("glossary", self.tr("Glossary"), self.tr("The lecture's words, each in a sentence"))
        self._set(
            "copy_information",
            self.tr("Copy system information"),
            self.tr("Put the versions of this program and its parts on the clipboard, for a report"),
        )
        self._set("about", self.tr("About nnreg-gui"), self.tr("Version, licence, sources"))

    def _set(self, name: str, text: str, help_text: str) -> None:
        action = self._actions[name]
        action.setText(text)
        action.setStatusTip(help_text)
        self._name_key(action)

    def _name_key(self, action: QAction) -> None:
        """Say in the tool tip which key does the same."""
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{action.statusTip()} ({key})" if key else action.statusTip())
