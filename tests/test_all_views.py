"""Every view of every page at several sizes, in both languages: nothing is cut off, every control is explained."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLayout,
    QRadioButton,
    QScrollBar,
    QWidget,
)

from nnreg_gui.pages.finding_lambda.finding_lambda_page import FindingLambdaPage
from nnreg_gui.pages.rotation.rotation_head import ALL, CONFUSED, ONE
from nnreg_gui.pages.table import GROUPS, WHY
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.step_button import StepButton
from tests.conftest import User
from tests.fixture_types import Small, Trained
from tests.test_asking_pages import open_augmentation, open_rotation
from tests.test_look import cut_texts
from tests.test_plain_texts import NAME, ways_to_show_the_name
from tests.window.test_main_window import effective_tool_tip

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def _controls(view: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox)
    controls = [widget for widget in view.findChildren(QWidget) if isinstance(widget, kinds)]
    return [widget for widget in controls if widget.objectName() != "qt_tableview_cornerbutton"]  # which does nothing


def _placed(layout: QLayout) -> list[QWidget]:
    """Return the visible widgets in a layout, including those in its own layouts."""
    items = [layout.itemAt(place) for place in range(layout.count())]
    widgets = [item.widget() for item in items if item.widget() is not None and item.widget().isVisible()]
    return widgets + [widget for item in items if item.layout() is not None for widget in _placed(item.layout())]


def _overlapping(view: QWidget) -> list[str]:
    """Return which neighbours in a layout overlap, or stick out of their parent."""
    found = []
    for parent in (view, *view.findChildren(QWidget)):
        layout = parent.layout()
        placed = _placed(layout) if layout is not None and parent.isVisible() else []
        outside = [one for one in placed if not parent.rect().contains(one.geometry())]
        pairs = [(one, other) for one, other in combinations(placed, 2) if one.geometry().intersects(other.geometry())]
        found += [f"{type(one).__name__} in {type(parent).__name__}" for one in outside]
        found += [f"{type(one).__name__} on {type(other).__name__}" for one, other in pairs]
    return found


def _views(user: User) -> Iterator[QWidget]:
    """Go through the views of all pages but Weights; of Learning, the signs in detail."""
    page = open_augmentation(user)
    for choice in ("sheet", "check", "strip"):
        page.choice.set_value(choice)
        yield page
    rotation = open_rotation(user)
    user.wait(lambda: rotation.one_digit.summary() != "")
    for choice in (ONE, ALL, CONFUSED):
        rotation.head.choice.set_value(choice)
        yield rotation
    user.key(Qt.Key.Key_6, ALT)
    finding = user.window.tabs.page
    assert isinstance(finding, FindingLambdaPage)
    for choice in ("lambda", "path", "sizes"):
        finding.choice.set_value(choice)
        yield finding
    for key in (Qt.Key.Key_5, Qt.Key.Key_7):
        user.key(key, ALT)
        yield user.window.tabs.page
    user.key(Qt.Key.Key_1, ALT)
    user.wait(user.window.learning.signs.button.isVisible)
    signs = user.window.learning.signs_view
    if signs is None or not signs.isVisible():
        user.key(Qt.Key.Key_O)
    user.wait(lambda: user.window.learning.signs_view is not None)
    yield user.window.learning
    user.key(Qt.Key.Key_F3)
    for place in range(len(GROUPS[WHY])):
        user.key(Qt.Key(Qt.Key.Key_1 + place), ALT)
        page = user.window.tabs.page
        user.wait(page.isVisible)
        choices = [choice for choice in page.findChildren(SegmentedChoice) if choice.isVisible()]
        for choice in choices[:1]:
            for _ in choice.findChildren(QRadioButton):
                choice.choose_next()
                yield page
        if not choices:
            yield page
    user.key(Qt.Key.Key_F3)


LOOKS = ((1280, 720, 1.0), (1280, 720, 1.0), (1280, 720, 1.5), (1920, 1080, 2.0))  # English and Czech in turns


@pytest.mark.drawn
def test_every_view_fits_and_every_control_has_a_tool_tip_and_a_name(
    user: User, qapp: QApplication, small: Small, trained: Trained
) -> None:
    """In the first look, too, the names of runs appear letter by letter wherever they appear."""
    window, normal = user.window, qapp.font().pointSizeF()
    for number, penalty in enumerate(("none", "l2"), 1):
        experiment = small(images=1000, hidden=(10,), epochs=1, penalty=penalty, lambda_=0.1)
        window.run_list.add_finished(trained(experiment), f"{NAME} {number}")
    shown_in: set[str] = set()
    for place, (width, height, zoom) in enumerate(LOOKS):
        while qapp.font().pointSizeF() < normal * zoom - 0.01:
            user.key(Qt.Key.Key_Plus, CTRL)
        window.resize(width, height)
        for view in _views(user):
            qapp.processEvents()
            _check_fit(user, view, width, height)
            _check_controls(view)
            if place == 0:
                shown_in |= ways_to_show_the_name(view)
        assert set(cut_texts(window)) <= _step_texts(window)
        if place == 0:
            window.run_list.remove_selected()  # one run alone is shown otherwise
        user.key(Qt.Key.Key_F2)
    assert shown_in >= {"label", "tool tip", "cell"}


def _check_fit(user: User, view: QWidget, width: int, height: int) -> None:
    window = user.window
    hint = window.minimumSizeHint()
    assert hint.width() <= width
    assert hint.height() <= height
    assert (window.width(), window.height()) == (width, height)
    # What was unfolded or has a new text is laid out a little later.
    user.wait(lambda: set(cut_texts(view)) <= _step_texts(view))
    user.wait(lambda: _overlapping(view) == [])
    for picture in view.findChildren(QGraphicsView):
        middle = picture.rect().center()
        assert not picture.isVisible() or picture.childAt(middle) is picture.viewport()  # the mouse arrives


def _step_texts(part: QWidget) -> set[str]:
    """Return the texts of buttons that shorten them themselves."""
    return {button.text() for button in part.findChildren(StepButton)}


def _check_controls(view: QWidget) -> None:
    for control in _controls(view):
        if control.isVisible() and not isinstance(control, QScrollBar):
            text = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or text, f"{type(control).__name__} of {type(control.parent()).__name__}"
            assert effective_tool_tip(control), f"{control.accessibleName() or text} ({type(control).__name__})"


def _all_pages(user: User) -> Iterator[None]:
    """Go through all pages with all their views, and back to the first one."""
    for names in GROUPS.values():
        for place in range(len(names)):
            user.key(Qt.Key(Qt.Key.Key_1 + place), ALT)
            yield
            page = user.window.tabs.page
            for choice in [one for one in page.findChildren(SegmentedChoice) if one.isVisible()][:1]:
                for _ in choice.findChildren(QRadioButton)[1:]:
                    choice.choose_next()
                    yield
                choice.choose_next()
        user.key(Qt.Key.Key_F3)


def test_no_name_however_long_makes_the_window_outgrow_a_projector(
    user: User, qapp: QApplication, small: Small, trained: Trained
) -> None:
    """Nothing can take back a width or height that a text demands: the window would stay too large on all pages.

    Tested at the largest zoom, with the least room for names.
    """
    window, normal = user.window, qapp.font().pointSizeF()
    kinds = [small(), small(penalty="l2", lambda_=0.1), small(dropout=0.2), small(hidden=(4, 3))]
    for number, experiment in enumerate(kinds):
        window.run_list.add_finished(trained(experiment), f"{number} " + 66 * "Wjm")
    while qapp.font().pointSizeF() < normal * 2.5 - 0.01:
        user.key(Qt.Key.Key_Plus, CTRL)
    window.message.tell(lambda: 66 * "Wjm" + 66 * " Wjm")
    qapp.processEvents()
    assert (window.width(), window.height()) == (1280, 720)
    window.message.forget()
    for _language in ("en", "cs"):
        for turn, _ in enumerate(_all_pages(user)):
            page = window.tabs.page
            for number in (turn % len(kinds), (turn + 1) % len(kinds)):  # each page has several views and two languages
                window.run_list.setCurrentItem(window.run_list.topLevelItem(number))
                hint = window.minimumSizeHint()
                assert (hint.width() <= 1280, hint.height() <= 720) == (True, True), type(page).__name__
            qapp.processEvents()
            assert (window.width(), window.height()) == (1280, 720), type(page).__name__
            # Nor does anybody have to scroll.
            user.wait(lambda page=page: page.size().boundedTo(page.parentWidget().size()) == page.size())
        user.key(Qt.Key.Key_F2)
