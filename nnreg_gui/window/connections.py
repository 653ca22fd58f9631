"""Who hears of what in the window, in one list."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nnreg_gui.window.main_window import MainWindow


def connect_parts(window: "MainWindow") -> None:
    """Connect the window's parts with each other and with what trains, measures, and keeps files."""
    window.control.state_changed.connect(window.state.refresh)
    window.control.started.connect(window.begin_run)
    window.control.advanced.connect(window.advance)
    window.control.progressed.connect(window.progress.refresh)
    window.control.ended.connect(window.end_run)
    window.control.failed.connect(window.message.tell_problem)
    window.questions.silence_changed.connect(window.state.refresh)
    window.actions_by_name["stop"].triggered.connect(window.questions.end_silence)
    window.repeats.changed.connect(window.state.refresh)
    window.repeats.failed.connect(window.message.tell_problem)
    window.lesson_training.replay_begun.connect(window.begin_run)
    window.lesson_training.replay_advanced.connect(window.advance)
    window.lesson_training.replay_ended.connect(window.end_run)
    window.lessons.changed.connect(window.presenter.refresh)
    window.lessons.reached.connect(window.settings.remember_lesson)
    window.lessons.changed.connect(window.state.refresh)
    window.black.toggled.connect(window.actions_by_name["black"].setChecked)
    window.frame.strip.fold.toggled.connect(window.actions_by_name["fold_lesson"].setChecked)
    for commands in (window.files, window.sessions, window.file_jobs):
        commands.told.connect(window.message.tell)
        commands.done.connect(window.opened.tell_done)
    window.file_jobs.waiting.connect(window.opened.tell_waiting)
    window.file_jobs.went_on.connect(window.message.refresh)
    window.file_jobs.read.connect(window.opened.take)
    window.sessions.experiment_pasted.connect(window.load)
    window.panel.changed.connect(window.change_experiment)
    window.pages.experiment_shown.connect(window.sentence.set_experiment)
    window.panel.formula_clicked.connect(window.actions_by_name["formulas"].trigger)
    window.formulas.opened.connect(window.actions_by_name["formulas"].setChecked)
    window.panel.augmentation_moving.connect(window.pages.augmentation_shown)
    window.run_list.changed.connect(window.show_runs)
    window.run_list.undo_changed.connect(window.state.refresh_undo)
    window.epochs.chosen.connect(window.run_list.look_at)
    window.kept_runs.recovered.connect(window.message.tell_recovered)
    window.kept_runs.offered.connect(window.offer.offer)
    window.offer.accepted.connect(window.kept_runs.show_offered)
    window.offer.closed.connect(window.kept_runs.decline)
    window.kept_runs.failed.connect(window.message.tell_problem)
    window.pages.built.connect(window.fulfil)
    window.tabs.picture_to_be_saved.connect(window.sessions.ask_where_to_save_picture)
    window.tabs.picture_to_be_copied.connect(window.sessions.copy_picture)
    window.tabs.opened.connect(window.state.refresh)
    window.tabs.view_changed.connect(window.state.refresh)
    window.tabs.opened.connect(window.formulas.leave)
