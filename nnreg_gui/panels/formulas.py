"""The lecture's formulas, as drawings beside the controls."""

from functools import cache

from nnreg_gui.resource_files import resource_path
from nnreg_gui.widgets.formula_label import FormulaLabel

# The drawings were made for 11 pt; the letters of their font are smaller than those of the interface.
_MADE_AT_PX = 13.0


def formula_label() -> FormulaLabel:
    """Return a label for formulas, in which they look as large as the text around them."""
    return FormulaLabel(made_at_px=_MADE_AT_PX)


@cache
def formula(name: str) -> bytes:
    """Return the drawing of a formula of resources/formulas."""
    return resource_path("formulas", f"{name}.svg").read_bytes()
