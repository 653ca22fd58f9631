"""The drawings that the program loads: icons and formulas."""

import re

import numpy as np
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


def _render(renderer: QSvgRenderer, scale: int = 1) -> np.ndarray:
    """Return the drawing's rows of pixels, as 0xAARRGGBB."""
    image = QImage(renderer.defaultSize() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


@pytest.mark.parametrize(("folder", "names"), [("icons", ICONS), ("formulas", FORMULAS)])
def test_every_drawing_is_there(folder: str, names: set[str]) -> None:
    assert names <= {path.stem for path in DRAWINGS if path.parent.name == folder}


def test_qt_draws_each_without_a_word(qapp: object) -> None:
    messages: list[str] = []

    def note(kind: QtMsgType, context: object, message: str) -> None:
        messages.append(message)

    previous = qInstallMessageHandler(note)
    try:
        for path in DRAWINGS:
            renderer = QSvgRenderer(str(path))
            opacity = _render(renderer) >> 24
            assert renderer.isValid(), path
            assert messages == [], path
            assert opacity.max() > 128, path
    finally:
        qInstallMessageHandler(previous)


def test_nothing_is_cut_off_at_the_edge(qapp: object) -> None:
    for path in DRAWINGS:
        opacity = _render(QSvgRenderer(str(path)), scale=4) >> 24
        for edge in (opacity[0], opacity[-1], opacity[:, 0], opacity[:, -1]):
            assert not edge.any(), path


def test_the_placeholder_is_the_only_colour_and_another_one_takes_its_place(qapp: object) -> None:
    for path in RECOLOURED:
        text = path.read_text(encoding="utf-8")
        assert set(COLOUR_ATTRIBUTE.findall(text)) - {"none"} == {PLACEHOLDER_COLOUR}, path
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)) == {PLACEHOLDER_COLOUR}, path
        assert "style" not in text, path

        pixels = _render(QSvgRenderer(text.replace(PLACEHOLDER_COLOUR, "#ff0000").encode()), scale=2)
        assert set(pixels[pixels >> 24 == 255].tolist()) == {0xFFFF0000}, path


def test_the_formulas_fit_the_side_panel(qapp: object) -> None:
    for name in FORMULAS:
        size = QSvgRenderer(str(resource_path("formulas", f"{name}.svg"))).defaultSize()
        assert size.width() <= 280, name
        assert size.height() <= 64, name


def test_the_windows_icon_holds_every_size(qapp: object) -> None:
    icon = QIcon(str(resource_path("icons", "nnreg-gui.ico")))

    assert {size.width() for size in icon.availableSizes()} == {16, 32, 48, 256}
