"""A table with a few rows."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.row_table import RowTable


def test_it_asks_for_all_its_rows_and_marks_the_best_figure(qtbot: QtBot) -> None:
    table = RowTable(3)
    qtbot.addWidget(table)
    table.name_columns([("Run", ""), ("Clean", "what it is"), ("Retained", "")])
    rows = [table.add_row() for _ in range(2)]
    two = table.sizeHint().height()
    rows.append(table.add_row())
    for row, text in zip(rows, ("1", "3", "2"), strict=True):
        row.setText(1, text)
        table.mark_best(row, 1, best=text == "3")

    assert table.sizeHint().height() == two + table.sizeHintForRow(0)
    assert [row.text(1) for row in rows] == ["1", "★\N{NO-BREAK SPACE}3", "2"]
    assert [row.font(1).bold() for row in rows] == [False, True, False]
    assert table.headerItem().toolTip(1) == "what it is"
    assert rows[0].textAlignment(1) & Qt.AlignmentFlag.AlignRight


def test_it_asks_for_more_when_the_text_grows(qtbot: QtBot) -> None:
    table = RowTable(2)
    qtbot.addWidget(table)
    table.add_row()
    before = table.minimumSizeHint().height()
    font = table.font()
    font.setPointSizeF(2 * font.pointSizeF())
    table.setFont(font)

    assert table.minimumSizeHint().height() > 1.7 * before
