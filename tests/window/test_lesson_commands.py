"""A lesson in the window: what is seen of a step, free play in between, leaving and handing out."""

from PySide6.QtCore import Qt

from tests.window.lecturer import Lecturer


def test_the_keys_that_fold_parts_fold_what_is_seen(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    assert lecturer.window.panel.isVisible()
    lecturer.begin("good")
    lecturer.press(Qt.Key.Key_F8)
    assert lecturer.window.run_list.isVisible()
    lecturer.press(Qt.Key.Key_F9)
    assert not lecturer.window.panel.isVisible()
    lecturer.window.lessons.leave()
    assert lecturer.window.panel.isVisible()
    lecturer.press(Qt.Key.Key_F9)
    assert not lecturer.window.panel.isVisible()
