"""The drawings that the program loads: icons and formulas."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from nnreg_gui.resource_files import resource_path

PLACEHOLDER_COLOUR = "#123456"
DRAWINGS = sorted(path for folder in ("icons", "formulas") for path in resource_path(folder).glob("*.svg"))
RECOLOURED = [path for path in DRAWINGS if path.name != "nnreg-gui.svg"]
COLOUR_ATTRIBUTE = re.compile(r'\b(?:fill|stroke|color|stop-color|flood-color)\s*=\s*"([^"]*)"')

ICONS = {
    "eye", "fold-closed", "fold-open", "full-screen", "language", "launcher", "log-axis", "new-weights", "nnreg-gui",
    "open", "pause", "remove", "rewind", "save", "scenario", "start", "step", "stop", "text-size", "theme", "whole-run",
}  # fmt: skip
FORMULAS = {
    "cost_cross_entropy", "cost_mean_squared_error", "dropout", "penalty_l1", "penalty_l1_biases", "penalty_l2",
    "penalty_l2_biases", "penalty_none", "update_l1", "update_l2", "update_none",
}  # fmt: skip


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _render(renderer: QSvgRenderer, scale: int = 1) -> QImage:
    image = QImage(renderer.defaultSize() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _alpha(image: QImage) -> list[list[int]]:
    return [[image.pixelColor(x, y).alpha() for x in range(image.width())] for y in range(image.height())]


@pytest.mark.parametrize(("folder", "names"), [("icons", ICONS), ("formulas", FORMULAS)])
def test_every_drawing_is_there(folder: str, names: set[str]) -> None:
    assert names <= {path.stem for path in DRAWINGS if path.parent.name == folder}


@pytest.mark.parametrize("path", DRAWINGS, ids=_name)
def test_qt_draws_it_without_a_word(path: Path, qapp: object) -> None:
    messages: list[str] = []

    def note(kind: QtMsgType, context: object, message: str) -> None:
        messages.append(message)

    previous = qInstallMessageHandler(note)
    try:
        renderer = QSvgRenderer(str(path))
        image = _render(renderer)
    finally:
        qInstallMessageHandler(previous)

    assert renderer.isValid()
    assert messages == []
    assert max(map(max, _alpha(image))) > 128


@pytest.mark.parametrize("path", DRAWINGS, ids=_name)
def test_nothing_is_cut_off_at_the_edge(path: Path, qapp: object) -> None:
    alpha = _alpha(_render(QSvgRenderer(str(path)), scale=4))

    assert not any(alpha[0])
    assert not any(alpha[-1])
    assert not any(row[0] or row[-1] for row in alpha)


@pytest.mark.parametrize("path", RECOLOURED, ids=_name)
def test_the_placeholder_is_its_only_colour(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert set(COLOUR_ATTRIBUTE.findall(text)) - {"none"} == {PLACEHOLDER_COLOUR}
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)) == {PLACEHOLDER_COLOUR}
    assert "style" not in text


@pytest.mark.parametrize("path", RECOLOURED, ids=_name)
def test_the_drawing_takes_the_colour_that_replaces_the_placeholder(path: Path, qapp: object) -> None:
    svg = path.read_text(encoding="utf-8").replace(PLACEHOLDER_COLOUR, "#ff0000")

    image = _render(QSvgRenderer(svg.encode()), scale=2)

    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    opaque = [colour.name() for colour in colours if colour.alpha() == 255]
    assert set(opaque) == {"#ff0000"}


@pytest.mark.parametrize("name", sorted(FORMULAS))
def test_a_formula_fits_the_side_panel(name: str, qapp: object) -> None:
    size = QSvgRenderer(str(resource_path("formulas", f"{name}.svg"))).defaultSize()

    assert size.width() <= 280
    assert size.height() <= 64


def test_the_windows_icon_holds_every_size(qapp: object) -> None:
    icon = QIcon(str(resource_path("icons", "nnreg-gui.ico")))

    assert {size.width() for size in icon.availableSizes()} == {16, 32, 48, 256}
