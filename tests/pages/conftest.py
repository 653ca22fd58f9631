"""What tests of pages share."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.details import Details
from tests.pages.rooms import Rooms


@pytest.fixture
def unfolded(qtbot: QtBot) -> Iterator[None]:
    """Unfold the details, as Ctrl+I does."""
    Details.unfold_all(True)
    yield
    Details.unfold_all(False)


@pytest.fixture
def rooms(qtbot: QtBot) -> Rooms:
    """What gives a page room, as the window does."""
    return Rooms(qtbot)
