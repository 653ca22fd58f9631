"""A fault in a method that Qt calls is reported and ends nothing; methods that Python calls keep their exceptions."""

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, MethodDescriptorType

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsItem, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

import nnreg_gui
from nnreg_gui.system.guarded_overrides import guard_overrides, is_guarded
from tests.faulty_program import COSTS, PLACES

# Our methods that hide non-virtual ones of Qt: only Python calls them.
NOT_VIRTUAL = {"setAccessibleName", "setAccessibleDescription", "interpretText", "setWidget", "addWidget"}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """The finished program with all its planted faults, and what its message bar said of each."""
    home = str(tmp_path_factory.mktemp("home"))
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"), home)
    command = [sys.executable, "-m", "tests.faulty_program"]
    folder = Path(__file__).parents[2]
    ended = subprocess.run(
        command, cwd=folder, env=os.environ | homes, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    return ended, dict(json.loads(line) for line in ended.stdout.splitlines())


@pytest.mark.parametrize("kind", PLACES)
def test_a_fault_in_an_override_is_said_in_the_window(
    kind: str, faulty: tuple[subprocess.CompletedProcess[str], dict[str, str]]
) -> None:
    _, said = faulty

    assert f"'{kind}'" in said[kind]


def test_no_fault_ends_the_program(faulty: tuple[subprocess.CompletedProcess[str], dict[str, str]]) -> None:
    ended, said = faulty

    assert set(said) == {*PLACES, COSTS}
    assert ended.returncode == 0, ended.stderr


def _overrides() -> Iterator[tuple[str, str, object]]:
    """Yield the Qt methods that our classes override, as class, name and method."""
    for module in pkgutil.walk_packages(nnreg_gui.__path__, "nnreg_gui."):
        if not module.name.endswith(("__main__", "cluster")):
            importlib.import_module(module.name)
    classes = [Shiboken.Object]
    for cls in classes:  # the list grows
        classes += type.__subclasses__(cls)
    for cls in classes:
        of_qt = [one for one in cls.__mro__ if one.__module__.startswith("PySide6")]
        for owner in cls.__mro__:
            for name, method in vars(owner).items() if owner.__module__.startswith("nnreg_gui") else ():
                if isinstance(method, FunctionType) and any(
                    isinstance(vars(one).get(name), MethodDescriptorType) for one in of_qt
                ):
                    yield owner.__qualname__, name, method


def test_all_overrides_of_ours_are_guarded() -> None:
    overrides = {f"{owner}.{name}": is_guarded(method) for owner, name, method in _overrides()}
    unguarded = {name for name, guarded in overrides.items() if not guarded}

    assert len(overrides) > 150
    assert {name.rpartition(".")[2] for name in unguarded} == NOT_VIRTUAL


def test_all_overrides_of_pyqtgraph_that_qt_calls_when_it_draws_are_guarded() -> None:
    methods = [pg.AxisItem.paint, pg.AxisItem.boundingRect, pg.ViewBox.itemChange, pg.GraphicsView.paintEvent]

    assert all(map(is_guarded, methods))


def test_what_python_calls_keeps_its_exceptions(qtbot: QtBot) -> None:
    """`QGraphicsItem.setData` has the same name, but Qt does not call it."""
    with pytest.raises(Exception, match="same shape"):
        pg.PlotCurveItem().setData([1.0, 2.0], [1.0])


def test_guarded_twice_is_guarded_once() -> None:
    before = pg.AxisItem.paint

    guard_overrides()

    assert pg.AxisItem.paint is before


# ------------------------------------------------------------------------------------------------ what Qt gets instead


class Faulty(QWidget):
    """Fails in everything."""

    def sizeHint(self) -> QSize:
        return [][3]

    def heightForWidth(self, width: int) -> int:
        raise KeyboardInterrupt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(0, 0, [][3])


class FaultyItem(QGraphicsItem):
    """Fails where Qt has no default of its own."""

    def boundingRect(self) -> QRectF:
        return [][3]


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """The faults reported."""
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: told.append(error))
    return told


@pytest.fixture
def widget(qtbot: QtBot) -> Faulty:
    """A widget whose overrides fail."""
    widget = Faulty()
    qtbot.addWidget(widget)
    return widget


def test_qt_answers_where_an_override_fails(widget: Faulty, faults: list[BaseException]) -> None:
    assert widget.sizeHint() == QWidget().sizeHint()
    assert FaultyItem().boundingRect() == QRectF()
    assert [type(fault) for fault in faults] == [IndexError, IndexError]


def test_a_painter_ends_with_the_painting_that_failed(widget: Faulty, faults: list[BaseException]) -> None:
    """Otherwise, Qt would complain of an active painter, which fails this test, and never paint again."""
    widget.resize(40, 40)

    for _ in range(3):
        assert not widget.grab().isNull()

    assert len(faults) == 3


def test_the_keyboard_still_interrupts(widget: Faulty, faults: list[BaseException]) -> None:
    with pytest.raises(KeyboardInterrupt):
        widget.heightForWidth(100)

    assert not faults


def test_a_fault_that_cannot_be_told_ends_nothing_either(widget: Faulty, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", None)

    assert widget.sizeHint() == QWidget().sizeHint()
