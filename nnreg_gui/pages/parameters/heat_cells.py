"""What a heat map is told to draw."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What to draw in a cell.

    Attributes:
        share: its place on the colour scale, 0…1.
        text: the number.
        details: what to say about it when pointed at.
    """

    share: float
    text: str
    details: str


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands beside the cells.

    Attributes:
        rows, columns: the texts beside each row and above each column.
        row_caption, column_caption: what the rows and the columns are.
    """

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    row_caption: str = ""
    column_caption: str = ""
