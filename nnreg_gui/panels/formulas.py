"""The lecture's formulas, as drawings beside the controls, or large."""

from functools import cache

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS, PenaltyRow
from nnreg_gui.resource_files import resource_path
from nnreg_gui.widgets.formula_label import FormulaLabel
from nnreg_gui.widgets.formula_sheet import Formula, Piece

# The drawings were made for 11 pt; the letters of their font are smaller than those of the interface.
_MADE_AT_PX = 13.0


def formula_label() -> FormulaLabel:
    """Return a label in which formulas look as large as the text around them."""
    return FormulaLabel(made_at_px=_MADE_AT_PX)


@cache
def formula(name: str) -> bytes:
    """Return the drawing of a formula from resources/formulas."""
    return resource_path("formulas", f"{name}.svg").read_bytes()


def large_formulas(experiment: Experiment) -> list[list[Formula]]:
    """Return the formulas to show large for an experiment: cost, dropout, slopes, velocities with momentum, steps.

    What belongs to the penalty is stressed.
    """
    spec = experiment.regularization
    row = PENALTY_ROWS[spec.penalty] if spec.penalty != "none" else None
    biases = "_biases" if spec.penalize_biases else ""
    of_weights, of_biases = ("w", row), ("b", row if biases else None)
    term = [f"!term_{row.drawings}{biases}"] if row else []
    moves = bool(experiment.training.momentum)
    return [
        [_formula("penalty_none", *term), *([_formula("dropout")] if spec.dropout else [])],
        [_formula(f"whole_{experiment.cost}", *term)],
        [_slope(*of_weights), _slope(*of_biases)],
        *([[_formula("velocity_w"), _formula("velocity_b")]] if moves else []),
        [_step(*of_weights, moves), _step(*of_biases, moves)],
    ]


def _slope(one: str, row: PenaltyRow | None) -> Formula:
    return _formula(f"slope_{one}", *([f"!slope_{row.drawings}_{one}"] if row else []))


def _step(one: str, row: PenaltyRow | None, moves: bool) -> Formula:
    factor = [f"!{row.factor}"] if row and row.factor else []
    amount = [f"!{row.amount}_{one}"] if row and row.amount else []
    return _formula(f"becomes_{one}", *factor, f"own_{one}", *amount, f"{'moved' if moves else 'descent'}_{one}")


def _formula(*names: str) -> Formula:
    """Return a formula made of these drawings; those with an exclamation mark are stressed."""
    return tuple(Piece(formula(name.removeprefix("!")), name.startswith("!")) for name in names)
