"""The findings of a rehearsal as a table of plain text."""

from collections.abc import Sequence
from textwrap import wrap

from nnreg_gui.lessons.rehearsal import Finding

_HOLDS, _DOES_NOT_HOLD = "holds", "DOES NOT HOLD"
_HEAD = ("step", "claim", "seen", "holds")
_UNSAID = {"question": "one of the choices is right", "sentence": "the sentence has all its figures"}
_SPACE = "  "
_NARROWEST, _WIDEST_STEP = 60, 24


def table_text(findings: Sequence[Finding], width: int) -> str:
    """Return a table: step, claim, what was seen, and whether it is as claimed.

    Args:
        findings: the lines, in their order.
        width: how many characters a line may have; at least 60 are taken.
    """
    cells = [(one.step, claim_text(one), one.seen, _HOLDS if one.holds else _DOES_NOT_HOLD) for one in findings]
    steps, verdicts = (max((len(row[place]) for row in (_HEAD, *cells)), default=0) for place in (0, 3))
    steps = min(steps, _WIDEST_STEP)
    rest = max(width, _NARROWEST) - steps - verdicts - 3 * len(_SPACE)
    claims = rest * 2 // 5
    widths = (steps, claims, rest - claims, verdicts)
    rule = _SPACE.join("─" * one for one in widths)
    return "\n".join([_row(_HEAD, widths), rule, *(_row(row, widths) for row in cells)])


def claim_text(finding: Finding) -> str:
    """Return what is claimed, in English."""
    return finding.claim or _UNSAID[finding.part]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return a row of as many lines as its cells need."""
    columns = [wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, columns))
    lines = zip(*(column + [""] * (height - len(column)) for column in columns), strict=True)
    return "\n".join(
        _SPACE.join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )
