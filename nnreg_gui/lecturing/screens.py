"""Two windows on two screens: what is for the lecturer alone must not stand where the audience looks."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_MOVES = (QEvent.Type.Move, QEvent.Type.ScreenChangeInternal, QEvent.Type.Show)
DELAY = 200  # milliseconds: several screens come and go at once, and a window that is dragged moves often
_SHARE = 0.7  # of the only screen that the notes take


class Screens(QObject):
    """Keeps the notes off the screen that has the main window, whatever is moved, plugged in or out.

    The operating system decides when a window moves. While both stand on one screen although there is another, the
    notes have to hide what they say.

    Signals:
        exposed: carries whether the notes stand on the audience's screen although there is another.
    """

    exposed = Signal(bool)

    def __init__(self, notes: QWidget) -> None:
        super().__init__(notes)
        self._notes = notes
        self._main: QWidget | None = None
        self._had_two = False
        self._are_exposed = False
        self._soon = QTimer(self, singleShot=True, interval=DELAY)
        self._soon.timeout.connect(self._settle)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._look_again)
        application.screenRemoved.connect(self._look_again)
        notes.installEventFilter(self)

    def place(self, main: QWidget) -> None:
        """Show the notes beside the main window: on all of another screen, or as a normal window on the only one."""
        if main is not self._main:
            if self._main is not None:
                self._main.removeEventFilter(self)
            main.installEventFilter(self)
            self._main = main
        beside = screens_beside(main)
        self._had_two = bool(beside)
        if beside:
            _fill(self._notes, beside[0])
        else:
            self._be_normal(main.screen())
        self._compare()

    def swap(self) -> None:
        """Exchange the screens of the notes and the main window; with one screen, do nothing."""
        main = self._main
        if main is not None and (beside := screens_beside(main)):
            move_to(main, self._notes.screen() if self._notes.screen() in beside else beside[0])
            self.place(main)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the screens of both windows when one moves."""
        if event.type() in _MOVES and watched in (self._main, self._notes):
            self._compare()
        return False

    def _compare(self) -> None:
        """Find out whether the notes are exposed; if so, hide them at once, and move them soon."""
        if self._main is None or self._notes.isHidden():
            return
        beside = screens_beside(self._main)
        are_exposed = bool(beside) and self._notes.screen() not in beside
        if are_exposed != self._are_exposed:
            self._are_exposed = are_exposed
            self.exposed.emit(are_exposed)
        if are_exposed and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _look_again(self, *_: object) -> None:
        self._soon.start()  # Qt itself is only now about to move the windows of a screen that is gone

    @Slot()
    def _settle(self) -> None:
        """Move the notes away from the main window. When a screen was plugged in, the main window goes there instead.

        Somebody who plugs in a projector wants the audience to see the main window, and keeps the notes on the laptop,
        whose screen is the primary one.
        """
        if self._main is None or self._notes.isHidden():
            return
        beside = screens_beside(self._main)
        plugged_in = bool(beside) and not self._had_two
        unplugged = self._had_two and not beside
        if plugged_in and self._main.screen() is QGuiApplication.primaryScreen():
            move_to(self._main, beside[0])
        if plugged_in or unplugged or (beside and self._notes.screen() not in beside):
            self.place(self._main)
        self._compare()

    def _be_normal(self, screen: QScreen) -> None:
        if self._notes.isHidden() or self._notes.isFullScreen():
            self._notes.showNormal()
            self._notes.setGeometry(_middle(screen.availableGeometry(), _SHARE))


def screens_beside(window: QWidget) -> list[QScreen]:
    """Return the screens that show other things than a window's: those with the least of the window come first.

    Where the system mirrors, two screens have one place.
    """
    screen = window.screen().geometry()
    others = [other for other in QGuiApplication.screens() if not other.geometry().intersects(screen)]
    return sorted(others, key=lambda other: (_overlap(other, window), other is not QGuiApplication.primaryScreen()))


def move_to(window: QWidget, screen: QScreen) -> None:
    """Move a window to a screen; it stays full screen, maximized or normal."""
    state = window.windowState()
    filling = state & (Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized)
    if filling:
        window.showNormal()  # window managers leave a window where it is as long as it fills a screen
    room = screen.availableGeometry()
    window.setScreen(screen)
    place = QRect(room.topLeft(), window.size().boundedTo(room.size()))
    place.moveCenter(room.center())
    window.setGeometry(place)
    if filling:
        window.setWindowState(state)


def _fill(window: QWidget, screen: QScreen) -> None:
    """Show a window on all of a screen."""
    if window.isFullScreen():
        window.showNormal()
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def _middle(room: QRect, share: float) -> QRect:
    place = QRect(room.topLeft(), room.size() * share)
    place.moveCenter(room.center())
    return place


def _overlap(screen: QScreen, window: QWidget) -> int:
    common = screen.geometry() & window.frameGeometry()
    return common.width() * common.height()
