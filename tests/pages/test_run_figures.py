"""How the figures of runs are written."""

import pytest

from nnreg_gui.pages.run_figures import signed_points


@pytest.mark.parametrize(
    ("difference", "text"),
    [(0.0523, "+5.2"), (-0.003, "−0.3"), (0.0005, "+0.1"), (-0.0034 + 0.0029, "−0.1"), (0.0004, "±0.0"), (0.0, "±0.0")],
)
def test_a_difference_has_both_signs_only_where_it_is_written_as_nothing(
    qapp: object, difference: float, text: str
) -> None:
    assert signed_points(difference) == text
