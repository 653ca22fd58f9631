"""What is seen of a lesson's step: the question, the page and the panel as the step wants them, and the strip."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent

from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lessons.lesson import ChoiceQuestion, CurveQuestion
from nnreg_gui.plots.picture import png_of
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.number_row import digit_of

if TYPE_CHECKING:
    from nnreg_gui.lecturing.walk import Walk
    from nnreg_gui.window.main_window import MainWindow

_VOTING = (Qt.Key.Key_Backspace,)
_MOVING = (*_VOTING, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class LessonScene(QObject):
    """Shows one walk at a time in the window; what the audience tries in between stays until the next step."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._frame, self._tabs = window, window.frame, window.tabs
        self._walk: Walk | None = None
        self._place = -1  # of the step that is shown
        self._phase: Phase | None = None  # in which it is shown

    def begin(self, walk: "Walk") -> None:
        """Show this walk from now on."""
        self._walk, self._place, self._phase = walk, -1, None
        walk.changed.connect(self.show)
        walk.grown.connect(self._show_growing)
        self._frame.set_led(True)

    def end(self) -> None:
        """Show the window as without a lesson."""
        assert self._walk is not None
        self._walk.changed.disconnect(self.show)
        self._walk.grown.disconnect(self._show_growing)
        self._walk = None
        self._tabs.learning.set_setting("validation", True)
        self._window.panel.show_groups(None)
        self._lead(None)
        self._frame.set_led(False)

    @Slot()
    def show(self) -> None:
        """Show the step as far as it is."""
        walk = self._walk
        if walk is None:
            return
        if walk.place != self._place:
            self._place, self._phase = walk.place, None
            self._ask(walk)
        asked = walk.phase is Phase.ASKED
        covered = self._covered(walk)
        if walk.phase is not self._phase:
            self._phase = walk.phase
            self._lead(["panel"] if walk.step.show and not covered else [])
            if not (covered and asked):
                self._set(walk)
            view = self._frame.question
            if view is not None and not asked:
                view.lock()
            if walk.phase is Phase.SEEN:
                self._show_outcome(walk)
        self._frame.cover(covered)
        self.say()

    @Slot()
    def say(self) -> None:
        """Say everything in the present language."""
        walk, strip, language = self._walk, self._frame.strip, self._window.appearance.language
        if walk is None:
            return
        if self._frame.question is not None:
            self._frame.question.set_language(language)
        strip.show_step(walk.place, len(walk.lesson.steps), walk.step.title[language])
        said = walk.done.said[language] if walk.done is not None and walk.phase is Phase.SEEN else ""
        strip.say(said or self._asked(walk), seen=bool(said))
        strip.set_hint(self._hint(walk))

    def _asked(self, walk: "Walk") -> str:
        """Return the text of a step, with the question unless that stands in place of the page."""
        language, question = self._window.appearance.language, walk.step.question
        asked = question.text[language] if question is not None and not self._covered(walk) else ""
        return " ".join(filter(None, (walk.step.text[language], asked)))

    @staticmethod
    def _covered(walk: "Walk") -> bool:
        """Return whether the question stands in place of the page: a curve always, others before they are answered."""
        asked = walk.phase is Phase.ASKED and walk.step.question is not None
        return isinstance(walk.step.question, CurveQuestion) or (asked and not walk.step.see)

    def picture(self) -> bytes:
        """Return a picture of the page, as PNG; nothing while a curve stands in its place, which a handout draws."""
        return png_of(self._tabs.page.grab()) if self._tabs.page.isVisible() else b""

    def takes_key(self, event: QKeyEvent) -> bool:
        """Return whether the question takes a key now: digits vote, arrows move a number or a curve."""
        question = self._walk.step.question if self._walk is not None and self._walk.phase is Phase.ASKED else None
        if question is None:
            return False
        others = _VOTING if isinstance(question, ChoiceQuestion) else _MOVING
        return Qt.Key(event.key()) in others or digit_of(event) != ""

    def answer(self, event: QKeyEvent) -> None:
        """Let the question take a key."""
        if self._frame.question is not None:
            self._frame.question.take_key(event)

    # ---------------------------------------------------------------------------------------------------------- parts

    def _lead(self, parts: Sequence[str] | None) -> None:
        """Show these parts beside the page, and let the View menu say so."""
        self._window.parts.lead(parts)
        self._window.view.check_parts()

    def _ask(self, walk: "Walk") -> None:
        """Show the question of the step, if there is one."""
        question = walk.step.question
        if question is None:
            self._frame.ask(None)
            return
        from nnreg_gui.lecturing.question_view import question_view  # not at the start, which it would delay

        run = walk.lesson.runs.get(walk.step.curve_run)
        epochs = run.experiment.training.epochs if run is not None else 0
        view = question_view(question, self._window.appearance.language, epochs)
        if walk.guess is not None:  # the step was left before it was done
            view.show_guess(walk.guess)
        view.guessed.connect(self._note_guess)
        self._frame.ask(view)

    def _set(self, walk: "Walk") -> None:
        """Open the page and the view of the step, draw its runs, and set what it sets."""
        step, window = walk.step, self._window
        hides_validation = step.page == "learning" and step.settings.get("validation") is False
        self._tabs.learning.show_validation(not hides_validation)  # at once: either draws all runs anew
        window.panel.show_groups(step.show or None)
        self._tabs.open_page(step.page)
        if step.view:
            self._tabs.page.open_view(step.view)
        if step.runs:
            experiment = walk.lesson.runs[step.runs[-1]].experiment
            if window.panel.problem() is not None or window.panel.value() != experiment:
                window.load(experiment)
            drawn = walk.drawn()
            window.run_list.show_only(drawn)
            if drawn:
                window.run_list.select(drawn[-1])
        for name, value in step.settings.items():
            self._tabs.page.set_setting(name, value)

    @Slot()
    def _note_guess(self) -> None:
        if self._walk is not None and self._frame.question is not None:
            self._walk.note_guess(self._frame.question.guess)

    @Slot()
    def _show_growing(self) -> None:
        """Let the true curve grow beside the one that was drawn."""
        from nnreg_gui.lecturing.curve_view import CurveView
        from nnreg_gui.lessons.outcomes import mean_curve

        assert self._walk is not None
        self._frame.strip.set_hint(self._hint(self._walk))
        view, question, history = self._frame.question, self._walk.step.question, self._walk.growing()
        if isinstance(view, CurveView) and isinstance(question, CurveQuestion) and history is not None:
            view.show_growing(mean_curve(question, [history]))

    def _show_outcome(self, walk: "Walk") -> None:
        view, done = self._frame.question, walk.done
        if view is not None and done is not None:
            if done.guess is not None and view.guess is None:  # the step was done before
                view.show_guess(done.guess)
            view.show_outcome(done.outcome, walk.earlier_guess())

    def _hint(self, walk: "Walk") -> str:
        """Return what to do next, in a few words."""
        match walk.phase:
            case Phase.ASKED if walk.warned:
                return self.tr("No guess yet: Page Down once more skips the question")
            case Phase.ASKED if walk.guess is not None:
                return self.tr("Page Down: we shall see")
            case Phase.ASKED:
                return self.tr("Guess first; Esc skips")
            case Phase.TRAINING if walk.warned:
                return self.tr("It still trains: Page Down once more leaves it")
            case Phase.TRAINING if self._window.lesson_training.replaying:
                return self.tr("Replaying …")
            case Phase.TRAINING:
                return self.tr("Training …")
            case Phase.INTERRUPTED if walk.gave_up:
                return self.tr("Again without a result: Page Down leaves this step out")
            case Phase.INTERRUPTED if walk.problem is not None:
                return problem_text(walk.problem)
            case Phase.INTERRUPTED:
                return self.tr("The run was changed or stopped: Page Down trains it again")
            case _ if walk.following is None:
                return self.tr("The end; Esc leaves the lesson")
            case _:
                return self.tr("Replayed") if walk.done is not None and walk.done.replayed else ""
