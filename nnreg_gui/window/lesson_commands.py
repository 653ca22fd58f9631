"""What the Lesson menu does: begin, go on and back, leave and continue a lesson; open one, hand one out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QMenu

from nnreg_gui.engine.problems import Problem
from nnreg_gui.files.file_dialogs import ask_what_to_open, ask_where_to_save
from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lessons.lesson import Lesson, LessonHead
from nnreg_gui.resource_files import resource_path
from nnreg_gui.window.lesson_keys import LessonKeys
from nnreg_gui.window.lesson_scene import LessonScene

if TYPE_CHECKING:
    from nnreg_gui.lecturing.walk import Walk
    from nnreg_gui.window.main_window import MainWindow


class LessonCommands(QObject):
    """Owns the walk through a lesson; the window's other parts know nothing of lessons.

    Signals:
        changed: a lesson has begun, gone on or been left.
        reached: another step; carries the path of the lesson and the id of the step.
    """

    changed = Signal()
    reached = Signal(object, object)  # Qt's texts would lose bytes of a path that are not UTF-8

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._scene = window, LessonScene(window)
        self._walk: Walk | None = None
        self._left: Walk | None = None  # the lesson left last, which can be continued
        self._remembered: tuple[str, str] | None = None  # else the one of an earlier time: its path, and the step
        self._resuming = False  # whether that one is being read
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_PageDown: self.go_on,
            Qt.Key.Key_PageUp: self.go_back,
            Qt.Key.Key_Escape: self.escape,
            Qt.Key.Key_Period: window.actions_by_name["black"].trigger,
        }
        self._keys = LessonKeys(window, keys, self._scene.takes_key, self._scene.answer)
        window.black.toggled.connect(self._leave_keys_to_black)
        window.file_jobs.told.connect(self._resume_no_more)
        self._menu = QMenu(window)  # a lesson per line
        self._menu.aboutToShow.connect(self._fill_menu)
        window.menus.menu("lesson").insertMenu(window.actions_by_name["continue_lesson"], self._menu)
        strip = window.frame.strip
        strip.on_wanted.connect(self.go_on)
        strip.back_wanted.connect(self.go_back)
        strip.leave_wanted.connect(self.leave)

    @property
    def walk(self) -> "Walk | None":
        """The lesson in progress; None without one."""
        return self._walk

    @property
    def can_continue(self) -> bool:
        """Whether there is a lesson that was left."""
        return self._left is not None or self._remembered is not None

    def remember(self, place: tuple[str, str] | None) -> None:
        """Let this lesson (its path) be continued at this step (its id)."""
        self._remembered = place

    @property
    def last(self) -> "Walk | None":
        """The lesson in progress, or else the one left last; None without any."""
        return self._walk or self._left

    def shipped(self) -> tuple[LessonHead, ...]:
        """Return what the lessons that come with the program say of themselves.

        Raises:
            LessonError: one of them has a mistake, and the program itself is incomplete.
        """
        from nnreg_gui.lessons.lesson_heads import load_heads  # not at the start, which it would delay

        return load_heads(resource_path("lessons"))

    @Slot(str)
    def begin_shipped(self, name: str) -> None:
        """Begin a lesson that comes with the program, by its name."""
        self._with_lesson(self._begin_at_wish, next(head for head in self.shipped() if head.name == name))

    @Slot(object)
    def begin_chosen(self, head: LessonHead) -> None:
        """Begin a lesson that was chosen by what it says of itself."""
        self._with_lesson(self.begin, head)

    def _with_lesson(self, do: Callable[[Lesson], None], head: LessonHead, *_: object) -> None:
        """Read a whole lesson, and do something with it."""
        from nnreg_gui.lessons.lesson_files import read_lesson

        try:
            lesson = read_lesson(head.path)
        except Problem as problem:  # the program itself is incomplete
            self._window.message.tell_problem(problem)
            return
        do(lesson)

    def _begin_at_wish(self, lesson: Lesson) -> None:
        """Begin a lesson, unless the place in another one would be lost by it."""
        if self._walk is None:
            self.begin(lesson)
        else:
            self._window.notice.tell(lambda: self.tr("A lesson is in progress: Shift+Esc leaves it."))

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        self._list(self._menu, self._begin_at_wish)

    def _list(self, menu: QMenu, do: Callable[[Lesson], None]) -> None:
        """Add a line to a menu for each lesson."""
        for head in self.shipped():
            text = head.title[self._window.appearance.language].replace("&", "&&")
            menu.addAction(text).triggered.connect(partial(self._with_lesson, do, head))

    # ------------------------------------------------------------------------------------------------- going to and fro

    @Slot(object)
    def begin(self, lesson: Lesson) -> None:
        """Lead through a lesson from its first step, or from where it was left at an earlier time."""
        from nnreg_gui.lecturing.walk import Walk

        self.leave()
        walk = Walk(lesson, self._window.lesson_training, self._window.questions, self)
        self._lead(walk, self._place_remembered(lesson))

    @Slot()
    def resume(self) -> None:
        """Continue the lesson left last, where it was left."""
        if self._walk is None and self._left is not None:
            self._lead(self._left, self._left.place)
        elif self._walk is None and self._remembered is not None:
            folder, self._resuming = self._window.file_jobs.folder, True
            self._window.open_file(self._remembered[0])
            self._window.file_jobs.folder = folder  # nobody has chosen the lesson's, which may be the program's own

    @Slot()
    def _resume_no_more(self) -> None:
        """Begin a lesson at its first step again: the one to be continued could not be read."""
        self._resuming = False

    @Slot()
    def leave(self) -> None:
        """Leave the lesson: the window is as without it; what was trained stays in the list."""
        walk = self._walk
        if walk is None:
            return
        self._take_picture()
        self._keys.rest()
        self._scene.end()
        walk.changed.disconnect(self.changed)
        walk.entered.disconnect(self._tell_step)
        walk.close()
        if self._left is not None and self._left is not walk:
            self._left.deleteLater()
        self._walk, self._left = None, walk
        self.changed.emit()

    @Slot()
    def go_on(self) -> None:
        """Record the guess, train, or go to the next step."""
        if self._walk is not None:
            self._uncover()
            self._take_picture()
            self._walk.go_on()

    @Slot()
    def go_back(self) -> None:
        """Go to the step before."""
        if self._walk is not None:
            self._uncover()
            self._take_picture()
            self._walk.go_back()

    @Slot()
    def escape(self) -> None:
        """Close what lies over the page; skip the question, stop the training, or else leave the lesson."""
        if self._walk is None or self._uncover():
            return
        match self._walk.phase:
            case Phase.ASKED:
                self._walk.skip()
            case Phase.TRAINING:
                self._walk.interrupt()
            case _:
                self.leave()

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that was pressed in another window; return whether it means anything in the lesson."""
        return self._walk is not None and self._keys.take(event)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._menu.setTitle(self.tr("All lessons"))
        self._scene.say()

    def _lead(self, walk: "Walk", place: int) -> None:
        self._walk = walk
        self._scene.begin(walk)
        walk.changed.connect(self.changed)
        walk.entered.connect(self._tell_step)
        self._keys.listen()
        walk.enter(place)

    def _place_remembered(self, lesson: Lesson) -> int:
        path, step = self._remembered if self._resuming and self._remembered is not None else ("", "")
        self._resuming = False
        places = {one.id: place for place, one in enumerate(lesson.steps)}
        return places.get(step, 0) if str(lesson.path.absolute()) == path else 0

    @Slot()
    def _tell_step(self) -> None:
        if self._walk is not None:
            self._remembered = str(self._walk.lesson.path.absolute()), self._walk.step.id
            self.reached.emit(*self._remembered)

    def _uncover(self) -> bool:
        """Close what lies over the page; return whether there was something."""
        covers = [self._window.actions_by_name[name] for name in ("qr_code", "formulas")]
        covering = [cover for cover in covers if cover.isChecked()]
        for cover in covering:
            cover.trigger()
        return bool(covering)

    @Slot(bool)
    def _leave_keys_to_black(self, black: bool) -> None:
        """Take no keys while the screen is black: any one lifts it, and does nothing else."""
        if black:
            self._keys.rest()
        elif self._walk is not None:
            self._keys.listen()

    def _take_picture(self) -> None:
        """Keep what the audience sees of a step that is done, for the handout."""
        done = self._walk.done if self._walk is not None and self._walk.phase is Phase.SEEN else None
        if done is not None:
            done.picture = self._scene.picture()

    # ------------------------------------------------------------------------------------------------------------ files

    @Slot()
    def ask_what_to_open(self) -> None:
        """Let the user choose a lesson, and lead through it."""
        window, kind = self._window, self.tr("Lesson (*.nnreg-lesson *.toml)")
        ask_what_to_open(window, self.tr("Open lesson"), window.file_jobs.folder, kind, window.open_file)

    @Slot()
    def ask_where_to_save_handout(self) -> None:
        """Let the user choose a file, and write to it what was done of the lesson so far."""
        if self.last is None or not self.last.record.done:
            self._window.notice.tell(lambda: self.tr("No step of a lesson is done yet: F5 begins one."))
            return
        self._take_picture()
        name = self.tr("handout")
        folder, kind = self._window.file_jobs.folder, self.tr("Web page (*.html)")
        ask_where_to_save(self._window, self.tr("Save a handout"), f"{folder}/{name}.html", kind, self.save_handout)

    @Slot(str)
    def save_handout(self, path: str) -> None:
        """Write what was done of the lesson to a page that any browser prints."""
        from nnreg_gui.files.user_files import write_file
        from nnreg_gui.lessons.handout import handout

        if self.last is not None:
            text = handout(self.last.record, self._window.appearance.language)
            self._window.file_jobs.save(path, partial(write_file, path, text.encode()))

    @Slot()
    def rehearse(self) -> None:
        """Rehearse the lesson in progress, or let the user choose one."""
        if self._walk is not None:
            self._window.rehearsal.rehearse(self._walk.lesson)
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list(menu, self._window.rehearsal.rehearse)
        menu.popup(QCursor.pos())
