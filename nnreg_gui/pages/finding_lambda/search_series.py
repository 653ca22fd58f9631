"""Results of a grid as series for a picture."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.searches.grids import GridPoint, PointSummary
from nnreg_gui.panels.experiment_text import penalty_name
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchPoint, SearchSeries
from nnreg_gui.plots.style import kind_of
from nnreg_gui.widgets.texts import significant_text, whole_text

translate = QCoreApplication.translate
_MARKERS = ("o", "s", "t", "d", "star")


def lambda_series(summaries: Sequence[PointSummary]) -> list[SearchSeries]:
    """Return a series per penalty and value that λ is crossed with, and the points without a penalty.

    The line tells the penalty; colour and marker tell what λ is crossed with, or else the penalty as well.
    """
    crossings = list(dict.fromkeys(_crossing(one.point) for one in summaries))
    crossed = len(crossings) > 1
    series = []
    for crossing in crossings:
        own = [one for one in summaries if _crossing(one.point) == crossing]
        among = crossings.index(crossing) if crossed else None
        words = _crossing_text(crossing, crossings) if crossed else ""
        penalties = [penalty for penalty in PENALTY_ROWS if penalty != "none"]
        for place, penalty in enumerate(penalties):
            points = [one for one in own if one.point.penalty == penalty]
            name = f"{penalty_name(penalty)}, {words}" if crossed else penalty_name(penalty)
            mark, hue = (place, penalty) if among is None else (among, among + 1)
            if points:
                line, marker = Line[PENALTY_ROWS[penalty].line], _MARKERS[mark % len(_MARKERS)]
                series.append(_series(name, points, _lambda_of, line, hue, marker))
        off = [one for one in own if one.point.penalty == "none"]
        if off:
            name = words if crossed else ""
            colour, marker = ("none", "d") if among is None else (among + 1, _MARKERS[among])
            series.append(_series(name, off, _lambda_of, Line.SOLID, colour, marker))
    return series


def rate_series(summaries: Sequence[PointSummary]) -> list[SearchSeries]:
    """Return one series over η."""
    return [_series("", summaries, lambda point: point.learning_rate, Line.SOLID, "none", "o")] if summaries else []


def size_series(
    summaries: Sequence[PointSummary], regularized: str, without: str, epochs: Callable[[GridPoint], int]
) -> list[SearchSeries]:
    """Return a series over n with regularization and one without.

    Args:
        summaries: what was found.
        regularized, without: what the series are called.
        epochs: returns for how many epochs a point was trained.
    """
    series = []
    for off, name, line, marker in ((False, regularized, Line.SOLID, "o"), (True, without, Line.DASHED, "s")):
        points = [one for one in summaries if one.point.is_off == off]
        if points:
            remark = translate("SearchSeries", "{0} epochs")
            remarks = [remark.format(whole_text(epochs(one.point))) for one in points]
            value: Callable[[GridPoint], float] = lambda point: float(point.training_images)  # noqa: E731
            colour = kind_of(points[0].point.penalty, points[0].point.dropout)
            series.append(_series(name, points, value, line, colour, marker, remarks))
    return series


def _series(
    name: str,
    summaries: Sequence[PointSummary],
    value: Callable[[GridPoint], float],
    line: Line,
    colour: int | str,
    marker: str,
    remarks: Sequence[str] = (),
) -> SearchSeries:
    remark = translate("SearchSeries", "epoch {0}")
    remarks = remarks or [remark.format(whole_text(round(one.best_epoch.mean))) for one in summaries]
    points = [
        SearchPoint(value(one.point), one.validation_accuracy, one.training_accuracy, one.point, words)
        for one, words in zip(summaries, remarks, strict=True)
    ]
    return SearchSeries(name, tuple(sorted(points, key=lambda point: point.value)), line, colour, marker)


def _lambda_of(point: GridPoint) -> float:
    return point.lambda_


def _crossing(point: GridPoint) -> tuple[float, int]:
    return point.dropout, point.training_images


def _crossing_text(crossing: tuple[float, int], crossings: Sequence[tuple[float, int]]) -> str:
    """Return what differs: “p 0.5”, “n 3,000”."""
    dropout, n = crossing
    differ_in_n = len({other for _, other in crossings}) > 1
    return f"n {whole_text(n)}" if differ_in_n else f"p {significant_text(dropout)}"
