"""What can be done now, and what goes on: told to the actions, the panel, the progress and the sentence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from nnreg_gui.running.side_by_side import State

if TYPE_CHECKING:
    from nnreg_gui.window.main_window import MainWindow


class StateDisplay(QObject):
    """Asks the window's parts how things are, and lets the others show it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def refresh(self) -> None:
        """Enable what can be done now."""
        window, actions = self._window, self._window.actions_by_name
        state, possible = window.control.state, window.panel.problem() is None
        idle, running = state is State.IDLE, state is State.RUNNING
        goes_on = possible and not idle and window.control.can_go_on_as(window.panel.value())
        wants_new_run = possible and not idle and not goes_on
        actions.allow(
            start=possible and (not running or wants_new_run),
            pause=running,
            stop=not idle or window.repeats.going_on or window.questions.silent,
            **dict.fromkeys(("step", "rewind", "new_weights", "repeat"), possible),
        )
        led = window.lessons.walk is not None
        actions.allow(
            lesson=not led,
            continue_lesson=not led and window.lessons.can_continue,
            lesson_on=led or window.offered_lessons.visible,
            **dict.fromkeys(("lesson_back", "fold_lesson", "leave_lesson"), led),
        )
        actions.set_going_on(goes_on and not running)
        in_sight = window.tabs.shows_training
        actions.give_space_to(("pause" if running and not wants_new_run else "start") if in_sight else "")
        window.play_keys.set_enabled(not in_sight)
        note = self.tr("This needs a new run: press Start. The present run stays in the list.") if wants_new_run else ""
        window.panel.set_note(note)
        going_on = window.control.going_on
        window.progress.show_run(going_on if going_on is not None else window.history, running)
        window.progress.show_other(window.repeats.progress() if window.repeats.going_on and not running else None)
        window.sentence.refresh()

    @Slot()
    def refresh_undo(self) -> None:
        """Enable undoing a removal if there is one."""
        self._window.actions_by_name.allow(undo_remove=self._window.run_list.can_undo)
