"""A language needs nothing but its file of translations."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from nnreg_gui.engine.scenarios import load_scenarios
from nnreg_gui.pages.table import GROUPS
from nnreg_gui.resource_files import resource_path
from nnreg_gui.window import language
from tests.conftest import User

TITLE = "nnreg-gui: regularization of neural networks"
_FIELDS = re.compile(r"(\{\w*\}|<[^>]*>|&\w?|%\d)")


def backwards(text: str) -> str:
    """Return a text with its letters reversed, except for the parts that are no words."""
    return "".join(part if _FIELDS.fullmatch(part) else part[::-1] for part in _FIELDS.split(text))


@pytest.fixture
def backward_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Provide the language xx, which is English backwards."""
    tree = ElementTree.parse(resource_path("translations", "nnreg_gui_cs.ts"))
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.text = backwards(message.findtext("source", ""))
    folder = tmp_path / "translations"
    folder.mkdir()
    tree.write(folder / "nnreg_gui_xx.ts", encoding="utf-8")
    (folder / "nnreg_gui_cs.ts").write_bytes(resource_path("translations", "nnreg_gui_cs.ts").read_bytes())
    monkeypatch.setattr(language, "resource_path", lambda _, *names: folder.joinpath(*names))


def test_a_file_of_translations_is_a_language(backward_language: None, user: User) -> None:
    window = user.window
    named = {action.text() for action in window.findChildren(QAction)}
    assert {"English", "Čeština", "xx"} <= named

    user.key(Qt.Key.Key_F2)
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.windowTitle() == backwards(TITLE))
    for names in GROUPS.values():
        for name in names:
            window.tabs.open_page(name)
    assert window.tabs.tabText(0) == "gninraeL"
    first = next(action for action in window.findChildren(QAction) if action.shortcut().toString() == "Ctrl+1")
    assert first.text() == load_scenarios(resource_path("scenarios"))[0].title["en"]
    first.trigger()
    window.tabs.open_page("learning")
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    user.key(Qt.Key.Key_Escape)

    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.windowTitle() == TITLE)
