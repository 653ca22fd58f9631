"""The figures of a run, or of its repeats: those that runs are compared by, and how each is written."""

from collections.abc import Sequence

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.run_figures import RUN_FIGURES
from nnreg_gui.engine.spread import Spread
from nnreg_gui.widgets.texts import number_text, significant_text, whole_text

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
Figures = dict[str, Spread]


def figures_of(histories: Sequence[RunHistory]) -> Figures:
    """Return what is known about a run, or the means of its repeats with their spread.

    Returns:
        by name, as in `RUN_FIGURES`.
    """
    histories = [history for history in histories if len(history)]
    figures: Figures = {}
    for name, figure in RUN_FIGURES.items():
        known = [value for history in histories if (value := figure(history)) is not None]
        if known:
            figures[name] = Spread.of(known)
    return figures


def percent_figure(figure: Spread, decimals: int = 1) -> str:
    """Return a share in percent: “82.3 %”, of repeats “82.3 ± 0.6 %”."""
    return points_figure(figure, decimals) + _NO_BREAK_SPACE + "%"


def points_figure(figure: Spread, decimals: int = 1) -> str:
    """Return a difference of shares in points: “17.7”, of repeats “17.7 ± 0.4”."""
    return _spread(number_text(100 * figure.mean, decimals), number_text(100 * figure.spread, decimals), figure)


def whole_figure(figure: Spread) -> str:
    """Return a whole number: “43”, of repeats “43 ± 5”."""
    return _spread(whole_text(round(figure.mean)), whole_text(round(figure.spread)), figure)


def significant_figure(figure: Spread, digits: int = 3) -> str:
    """Return a number rounded to significant digits: “4.31”, of repeats “4.31 ± 0.1”."""
    return _spread(significant_text(figure.mean, digits), significant_text(figure.spread, 1), figure)


def seconds_figure(figure: Spread) -> str:
    """Return a time: “0.45 s”. The spread of times says nothing about the experiment."""
    return f"{significant_text(figure.mean, 2)}{_NO_BREAK_SPACE}s"


def signed_points(difference: float) -> str:
    """Return a difference from another run in points, with its sign: “+5.2”, “−0.3”, “±0.0”."""
    points = round(100 * difference, 1)
    return signed(points, number_text(abs(points), 1))


def signed(difference: float, text: str) -> str:
    """Add its sign to the text of an unsigned difference, rounded as it is written; 0 gets both."""
    return ("±" if not difference else "+" if difference > 0 else "−") + text


def _spread(mean: str, spread: str, figure: Spread) -> str:
    return f"{mean}{_NO_BREAK_SPACE}±{_NO_BREAK_SPACE}{spread}" if figure.spread else mean
