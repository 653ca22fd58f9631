"""What each action does, in one table."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from nnreg_gui.panels.penalty_rows import PENALTY_KEYS
from nnreg_gui.widgets.details import Details

if TYPE_CHECKING:
    from nnreg_gui.window.main_window import MainWindow


def commands_of(window: "MainWindow") -> dict[str, Callable[..., object]]:
    """Return what the actions of a window do, by name."""
    return {
        "start": partial(window.train_in_sight, window.training.start),
        "pause": window.control.pause,
        "step": partial(window.train_in_sight, window.training.step),
        "stop": window.training.stop,
        "rewind": partial(window.train_in_sight, window.training.rewind),
        "new_weights": partial(window.train_in_sight, window.training.new_weights),
        "beside": window.training.set_beside,
        "repeat": partial(window.train_in_sight, window.training.repeat),
        **{f"penalty_{name}": partial(window.choose_penalty, name) for name in PENALTY_KEYS},
        "earlier": partial(window.epochs.step, -1),
        "later": partial(window.epochs.step, 1),
        "latest": window.epochs.show_latest,
        "new_window": window.files.open_new_window,
        "open": window.files.ask_what_to_open,
        "save": window.files.ask_where_to_save,
        "copy_experiment": window.sessions.copy_experiment,
        "paste_experiment": window.sessions.paste_experiment,
        "open_data": window.data_sets.ask_what_file_to_open,
        "open_data_folder": window.data_sets.ask_what_folder_to_open,
        "open_session": window.sessions.ask_what_session_to_open,
        "save_session": window.sessions.ask_where_to_save_session,
        "export_curves": window.sessions.ask_where_to_export_curves,
        "save_picture": window.tabs.save_page_picture,
        "copy_picture": window.tabs.copy_page_picture,
        "hide_run": window.run_list.hide_or_show_selected,
        "baseline": window.run_list.make_baseline,
        "rename_run": window.view.rename_run,
        "solo": window.run_list.set_solo,
        "hide_others": window.run_list.hide_others,
        "remove_all": window.run_list.remove_all,
        "remove_run": window.run_list.remove_selected,
        "undo_remove": window.run_list.undo_remove,
        "add_launcher": window.files.add_to_desktop,
        "remove_launcher": window.files.remove_from_desktop,
        "quit": window.close,
        "lesson": window.offered_lessons.choose,
        "continue_lesson": window.lessons.resume,
        "lesson_on": window.offered_lessons.go_on,
        "lesson_back": window.lessons.go_back,
        "fold_lesson": window.frame.strip.set_folded,
        "leave_lesson": window.lessons.leave,
        "presenter": window.presenter.set_open,
        "swap_screens": window.presenter.swap,
        "black": window.black.toggle,
        "handout": window.lessons.ask_where_to_save_handout,
        "open_lesson": window.lessons.ask_what_to_open,
        "rehearse": window.lessons.rehearse,
        "find_scenario": window.find_scenario,
        "log_epochs": lambda chosen: window.learning.set_logarithmic(chosen),  # on a page that may not be built yet
        "whole_run": window.tabs.show_whole,
        "details": Details.unfold_all,
        "formulas": window.formulas.set_open,
        "panel": lambda shown: window.parts.wish("panel", shown),
        "runs": lambda shown: window.parts.wish("runs", shown),
        "larger": window.appearance.larger,
        "smaller": window.appearance.smaller,
        "normal_size": partial(window.appearance.set_zoom, 1.0),
        "full_screen": window.view.set_full_screen,
        "other_pages": window.tabs.open_other_group,
        "next_theme": window.appearance.next_theme,
        "next_language": window.appearance.next_language,
        "qr_code": window.qr_code.set_open,
        "all_groups": partial(window.panel.show_groups, None),
        "keys": window.help.show_keys,
        "glossary": window.help.show_words,
        "copy_information": window.files.copy_system_information,
        "about": window.files.show_about,
    }
