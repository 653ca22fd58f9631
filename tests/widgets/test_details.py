"""Details, folded away until somebody wants them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.details import Details


@pytest.fixture(autouse=True)
def folded() -> Iterator[None]:
    yield
    Details.unfold_all(False)


def test_details_are_folded_until_they_are_wanted_then_all_are_seen(qtbot: QtBot) -> None:
    one = Details(QLabel("one"))
    qtbot.addWidget(one)
    assert not one.isVisible()

    Details.unfold_all(True)
    page, later = QWidget(), Details(QLabel("later"))
    assert not later.isVisible(), "it would be a window of its own, which takes the keyboard"
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(later)
    page.show()
    assert one.isVisible()
    assert later.isVisible()

    Details.unfold_all(False)
    assert not one.isVisible()
    assert not later.isVisible()
