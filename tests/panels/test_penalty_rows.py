"""What the window needs for each penalty."""

from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.penalties import PENALTIES
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS
from nnreg_gui.plots.curve import Line


def test_the_window_knows_the_penalties_of_the_engine_and_off() -> None:
    assert list(PENALTY_ROWS) == ["none", *PENALTIES]


def test_penalties_are_told_apart_by_line_and_key(qapp: QApplication) -> None:
    rows = [PENALTY_ROWS[name] for name in PENALTIES]

    assert len({Line[row.line] for row in rows}) == len({row.key for row in rows}) == len(rows)
    assert all(row.help() and row.command() and row.command_help() for row in rows)
