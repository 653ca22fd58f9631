"""What the window folds away by itself, and what the user chooses instead."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from nnreg_gui.widgets.folding_group import FoldingGroup
from tests.conftest import User
from tests.fixture_types import Small, Trained

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def _open_fitting(user: User) -> None:
    user.key(Qt.Key.Key_F3)
    user.key(Qt.Key.Key_1, ALT)
    user.wait(user.window.tabs.page.isVisible)


def _unfolded(user: User) -> list[str]:
    groups = user.window.panel.findChildren(FoldingGroup)
    return [group.findChild(QToolButton).text() for group in groups if not group.folded()]


def test_what_a_page_does_not_depend_on_is_folded_there_and_the_pictures_get_the_room(user: User) -> None:
    window = user.window
    narrow = window.tabs.width()
    _open_fitting(user)
    assert not any(part.isVisible() for part in (window.panel, window.run_list, window.sentence))
    assert not window.actions_by_name["panel"].isChecked()
    user.wait(lambda: window.tabs.width() == 1280 and window.tabs.width() > narrow)

    user.key(Qt.Key.Key_2, ALT)
    assert all(part.isVisible() for part in (window.panel, window.run_list, window.sentence))
    user.wait(lambda: window.tabs.width() == narrow)
    high = window.tabs.height()
    user.key(Qt.Key.Key_F8)
    user.wait(lambda: window.tabs.height() > high + 60)
    user.key(Qt.Key.Key_F8)
    user.wait(lambda: window.tabs.height() == high)


def test_a_wish_holds_for_all_pages_of_its_kind_and_for_no_other(user: User) -> None:
    window = user.window
    _open_fitting(user)
    user.key(Qt.Key.Key_F8)
    assert window.run_list.isVisible()
    assert window.sentence.isVisible()
    user.key(Qt.Key.Key_2, ALT)
    user.key(Qt.Key.Key_F9)
    user.key(Qt.Key.Key_3, ALT)
    assert not window.panel.isVisible()
    assert window.run_list.isVisible()
    user.key(Qt.Key.Key_1, ALT)
    assert window.run_list.isVisible()


def test_a_wish_outlives_other_sizes_of_text_and_window(user: User) -> None:
    window = user.window
    user.key(Qt.Key.Key_F9)
    user.key(Qt.Key.Key_F8)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_0):
        user.key(key, CTRL)
        QApplication.processEvents()
        assert not window.panel.isVisible()
        assert not window.run_list.isVisible()
    for size in ((700, 400), (1280, 720)):
        window.resize(*size)
        QApplication.processEvents()
        assert not window.panel.isVisible()


class Sizes(QObject):
    """Records the sizes that a widget is given."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.given: list[tuple[int, int]] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.given.append(event.size().toTuple())
        return False


def test_a_page_that_depends_on_nothing_gets_the_room_of_all_that_is_folded_at_once(user: User) -> None:
    tabs = user.window.tabs
    sizes = Sizes(tabs)
    user.key(Qt.Key.Key_F3)
    QApplication.processEvents()
    user.key(Qt.Key.Key_F3)
    QApplication.processEvents()
    before, after = sizes.given[1], sizes.given[0]

    assert len(sizes.given) == 2
    assert (after[0] > before[0] + 100, after[1] > before[1] + 100) == (True, True)


def test_what_the_page_about_augmentation_unfolds_it_folds_again_but_not_what_the_user_does(user: User) -> None:
    before = _unfolded(user)
    user.key(Qt.Key.Key_3, ALT)
    assert _unfolded(user) == ["Augmentation"]
    user.key(Qt.Key.Key_6, ALT)
    assert _unfolded(user) == before
    user.key(Qt.Key.Key_3, ALT)
    user.unfold("Data")
    user.key(Qt.Key.Key_1, ALT)
    assert _unfolded(user) == [*before, "Data"]


def test_three_runs_are_whole_on_a_projector_and_the_selected_one_is_in_sight_after_other_sizes(
    user: User, trained: Trained, small: Small
) -> None:
    runs = user.window.run_list
    for seed in range(9):
        runs.add_finished(trained(small(epochs=1, seed=seed)))
        if seed == 4:
            QApplication.processEvents()
            rows = [runs.visualItemRect(runs.topLevelItem(row)) for row in range(5)]
            assert sum(runs.viewport().rect().contains(row) for row in rows) >= 3
    user.key(Qt.Key.Key_F8)
    user.key(Qt.Key.Key_F8)
    user.key(Qt.Key.Key_Plus, CTRL)
    user.wait(lambda: runs.viewport().rect().contains(runs.visualItemRect(runs.currentItem())))


def test_a_list_that_is_unfolded_at_the_largest_size_shows_a_run_and_leaves_most_of_the_height_to_the_page(
    user: User, trained: Trained, small: Small
) -> None:
    window, runs = user.window, user.window.run_list
    for seed in range(3):
        runs.add_finished(trained(small(epochs=1, seed=seed)))
    window.appearance.set_zoom(2.5)
    user.wait(lambda: not runs.isVisible())
    user.key(Qt.Key.Key_F8)
    user.wait(lambda: runs.isVisible() and window.tabs.height() > 0.5 * window.height())
    assert runs.viewport().rect().contains(runs.visualItemRect(runs.currentItem()))
