"""Everything the window needs for each penalty, row by row: words, key, line style and formulas; Off comes first."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import RegularizationSpec
from nnreg_gui.engine.penalties import shares
from nnreg_gui.widgets.texts import significant_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyRow:
    """What the window needs for a penalty; texts are functions, which return them in the present language.

    Attributes:
        title: its name within a sentence; Off is only ever a choice.
        short: its name on the panel's segment if the title is too long for that; otherwise "".
        help: what it does, for hover help.
        command, command_help: its texts in the menu and in the status bar.
        key: the letter that switches it on; "" for none.
        line: the name of the `Line` by which a picture tells it from others.
        drawings: what the names of its drawings in resources/formulas end or begin with: "l2" of “penalty_l2”.
        factor, amount: the drawings of what a step does to a weight: a factor before it, or an amount (“…_w”, “…_b”)
            after it; "" for none.
        numbers: writes a step's present numbers, given the choice and ηλ/n.
        signed: whether its formulas have sgn, so that sgn(0) needs stating.
    """

    title: Callable[[], str]
    short: str = ""
    help: Callable[[], str]
    command: Callable[[], str]
    command_help: Callable[[], str]
    key: str = ""
    line: str = "DOTTED"
    drawings: str
    factor: str = ""
    amount: str = ""
    numbers: Callable[[RegularizationSpec, float], str] = lambda _, step: f"ηλ/n = {significant_text(step)}"
    signed: bool = False


def _numbers_of_elastic_net(spec: RegularizationSpec, step: float) -> str:
    l1, l2 = shares_texts(spec)
    amount, share = shares(step, spec.l1_ratio)
    return f"{l1}, ηλ₁/n = {significant_text(amount)}\n{l2}, 1 − ηλ₂/n = {significant_text(1 - share, 7)}"


def shares_texts(spec: RegularizationSpec) -> list[str]:
    """Return the shares of λ that go to L1 and L2, if the penalty is both: “λ₁ = 0.05”, “λ₂ = 0.05”."""
    l1, l2 = shares(spec.lambda_, spec.l1_ratio)
    return [f"λ₁ = {significant_text(l1)}", f"λ₂ = {significant_text(l2)}"] if spec.is_mixed else []


# In the order of the panel; each but the first has a row in `nnreg_gui.engine.penalties`, too. J, K and I are
# neighbours on Czech and English keyboards, K and J side by side.
PENALTY_ROWS = {
    "none": PenaltyRow(
        title=lambda: translate("PenaltyRows", "Off"),
        help=lambda: translate("PenaltyRows", "No penalty: the cost C₀ alone is made small."),
        command=lambda: translate("PenaltyRows", "Without a penalty"),
        command_help=lambda: translate("PenaltyRows", "Switch the penalty off, also while it trains"),
        key="J",
        drawings="none",
    ),
    "l2": PenaltyRow(
        title=lambda: "L2",
        help=lambda: translate(
            "PenaltyRows",
            "Weight decay: every step shrinks a weight in proportion to it. L2 does so in plain gradient descent, as "
            "here; Adam rescales the penalty's gradient, too, for each weight (Loshchilov, Hutter 2019).",
        ),
        command=lambda: translate("PenaltyRows", "L2 penalty"),
        command_help=lambda: translate("PenaltyRows", "Switch L2 on, also while it trains"),
        key="K",
        line="SOLID",
        drawings="l2",
        factor="factor",
        numbers=lambda _, step: f"1 − ηλ/n = {significant_text(1 - step, 7)}",
    ),
    "l1": PenaltyRow(
        title=lambda: "L1",
        help=lambda: translate("PenaltyRows", "Every step takes the same amount from every weight, towards zero."),
        command=lambda: translate("PenaltyRows", "L1 penalty"),
        command_help=lambda: translate("PenaltyRows", "Switch L1 on, also while it trains"),
        key="I",
        line="DASHED",
        drawings="l1",
        amount="amount",
        signed=True,
    ),
    "elastic_net": PenaltyRow(
        title=lambda: translate("PenaltyRows", "elastic net"),
        short="L1+L2",
        help=lambda: translate(
            "PenaltyRows",
            "Elastic net, L1 and L2 at once: every step shrinks a weight in proportion to it, and takes the same "
            "amount from every weight besides (Zou, Hastie 2005).",
        ),
        command=lambda: translate("PenaltyRows", "Elastic net"),
        command_help=lambda: translate("PenaltyRows", "Switch L1 and L2 on at once, also while it trains"),
        key="Y",
        line="DOTTED",
        drawings="elastic_net",
        factor="factor_elastic_net",
        amount="amount_elastic_net",
        numbers=_numbers_of_elastic_net,
        signed=True,
    ),
}
PENALTY_KEYS = {name: row.key for name, row in PENALTY_ROWS.items() if row.key}
