"""The lecture's formulas, as drawings beside the controls, or large."""

from functools import cache

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.penalties import PENALTIES
from nnreg_gui.resource_files import resource_path
from nnreg_gui.widgets.formula_label import FormulaLabel
from nnreg_gui.widgets.formula_sheet import Formula, Piece

# The drawings were made for 11 pt; the letters of their font are smaller than those of the interface.
_MADE_AT_PX = 13.0


def formula_label() -> FormulaLabel:
    """Return a label for formulas, in which they look as large as the text around them."""
    return FormulaLabel(made_at_px=_MADE_AT_PX)


@cache
def formula(name: str) -> bytes:
    """Return the drawing of a formula of resources/formulas."""
    return resource_path("formulas", f"{name}.svg").read_bytes()


def large_formulas(experiment: Experiment) -> list[list[Formula]]:
    """Return what is shown large of an experiment: cost, dropout, slopes, and the steps of weights and biases.

    What belongs to the penalty is stressed.
    """
    spec = experiment.regularization
    penalty = spec.penalty if spec.penalty in PENALTIES else ""
    biases = "_biases" if penalty and spec.penalize_biases else ""
    of_weights, of_biases = ("w", penalty), ("b", penalty if biases else "")
    term = [f"!term_{penalty}{biases}"] if penalty else []
    return [
        [_formula("penalty_none", *term), *([_formula("dropout")] if spec.dropout else [])],
        [_formula(f"whole_{experiment.cost}", *term)],
        [_slope(*of_weights), _slope(*of_biases)],
        [_step(*of_weights), _step(*of_biases)],
    ]


def _slope(one: str, penalty: str) -> Formula:
    return _formula(f"slope_{one}", *([f"!slope_{penalty}_{one}"] if penalty else []))


def _step(one: str, penalty: str) -> Formula:
    parts = [f"becomes_{one}", f"own_{one}", f"descent_{one}"]
    if penalty == "l2":
        parts.insert(1, "!factor")
    elif penalty == "l1":
        parts.insert(2, f"!amount_{one}")
    return _formula(*parts)


def _formula(*names: str) -> Formula:
    """Return a formula of these drawings; those with an exclamation mark are stressed."""
    return tuple(Piece(formula(name.removeprefix("!")), name.startswith("!")) for name in names)
