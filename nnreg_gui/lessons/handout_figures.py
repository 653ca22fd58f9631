"""The handout's drawings as SVG: counted hands, a guess on a number line, a drawn curve beside the true one.

They are drawn in black and grey, and in SVG, since browsers print no background colours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import isfinite

import numpy as np

from nnreg_gui.lessons.handout_words import amount_text, words_in

Curve = Sequence[tuple[float, float]]

_WIDTH = 600  # of a drawing; all lengths are in its pixels, of which the handout shows about 96 an inch
_MOST_LABELS = 9  # side by side below a curve


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a curve.

    Attributes:
        low, high: its ends; it is made longer for what lies outside.
        title: what it shows.
        labels: what to write where; none: its ends and its middle.
    """

    low: float
    high: float
    title: str
    labels: tuple[tuple[float, str], ...] = ()


def votes_bar(votes: int, most: int, shade: str) -> str:
    """Return a bar as wide as the votes are many, beside the most votes of a question.

    Args:
        votes: how many.
        most: how many fill the whole width.
        shade: the class of the style sheet that shades it.
    """
    width = 100 * votes / max(most, 1)
    return (
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="{shade}" width="{width:.1f}" height="10"/></svg>'
    )


def number_line(low: float, high: float, guess: float | None, outcome: float | None, unit: str, language: str) -> str:
    """Return a line of numbers with the guess above it and what came out below it.

    Args:
        low, high: its ends; it is made longer for what lies outside.
        guess, outcome: in the unit in which they are shown; None or not finite: left out.
        unit: "percent", "points" or "number".
        language: that of the texts, such as "cs".
    """
    words = words_in(language)
    low, high = _ends(low, high, [one for one in (guess, outcome) if one is not None and isfinite(one)])
    left, right, y = 80, _WIDTH - 80, 34
    parts = [
        f'<path class="axis" d="M{left} {y}H{right}M{left} {y - 6}v12M{right} {y - 6}v12"/>',
        _text(left - 8, y + 5, amount_text(low, unit, high - low, language), "end"),
        _text(right + 8, y + 5, amount_text(high, unit, high - low, language), "start"),
    ]
    # The shade, the triangle, and how far below the line its text stands.
    looks = {"guess": (guess, "guessed", "l-6 -10h12z", -16), "outcome": (outcome, "true", "l-6 10h12z", 25)}
    for word, (value, shade, triangle, below) in looks.items():
        if value is not None and isfinite(value):
            x = left + (right - left) * _share(value, low, high)
            said = words[word].format(amount_text(value, unit, high - low, language))
            parts += [f'<path class="{shade}" d="M{x:.1f} {y}{triangle}"/>', _text(x, y + below, said, _anchor(x))]
    return _drawing(64, parts)


def curve_plot(guess: Curve, outcome: Curve, across: Axis, upright: Axis, unit: str, language: str) -> str:
    """Return the drawn curve, dashed, beside the one that came out, solid, with the area between them shaded.

    Args:
        guess, outcome: points (x, y); those that are not finite are left out, and a curve may be empty.
        across, upright: the axes.
        unit: of the upright axis, as of `number_line`.
        language: that of the texts, such as "cs".
    """
    guessed, true = drawable(guess), drawable(outcome)
    left, right, top, bottom = 80, _WIDTH - 20, 26, 206
    x_low, x_high = _ends(across.low, across.high, [x for x, _ in (*guessed, *true)])
    y_low, y_high = _ends(upright.low, upright.high, [y for _, y in (*guessed, *true)])

    def x_of(value: float) -> float:
        return left + (right - left) * _share(value, x_low, x_high)

    def y_of(value: float) -> float:
        return bottom - (bottom - top) * _share(value, y_low, y_high)

    def placed(curve: Curve) -> str:
        return " ".join(f"{x_of(x):.1f},{y_of(y):.1f}" for x, y in curve)

    parts = [_text(left, 14, upright.title, "start"), _text((left + right) / 2, bottom + 38, across.title, "middle")]
    parts.append(f'<polygon class="between" points="{placed(between(guessed, true))}"/>')
    parts.append(f'<path class="axis" d="M{left} {top}V{bottom}H{right}"/>')
    for value, text in _labels(x_low, x_high, across.labels, "number", language):
        parts += [f'<path class="axis" d="M{x_of(value):.1f} {bottom}v5"/>']
        parts += [_text(x_of(value), bottom + 19, text, "middle")]
    for value, text in _labels(y_low, y_high, upright.labels, unit, language):
        parts += [f'<path class="axis" d="M{left} {y_of(value):.1f}h-5"/>']
        parts += [_text(left - 8, y_of(value) + 4, text, "end")]
    parts += [
        f'<polyline class="{shade}" points="{placed(one)}"/>' for one, shade in ((guessed, "dashed"), (true, "solid"))
    ]
    return _drawing(250, parts)


def between(one: Curve, other: Curve) -> Curve:
    """Return the outline of the area between two curves, as far as both go; nothing if they have no x in common.

    Args:
        one, other: points (x, y) from left to right; either may be empty.
    """
    if not (one and other):
        return ()
    start, end = max(one[0][0], other[0][0]), min(one[-1][0], other[-1][0])
    if start >= end:
        return ()
    along = np.unique([start, end, *(x for x, _ in (*one, *other) if start <= x <= end)])
    there, back = (np.interp(along, [x for x, _ in curve], [y for _, y in curve]) for curve in (one, other))
    return [*zip(along, there, strict=True), *zip(along[::-1], back[::-1], strict=True)]


def drawable(curve: Curve) -> tuple[tuple[float, float], ...]:
    """Return the points of a curve that can be drawn, from left to right."""
    return tuple(sorted(point for point in curve if all(map(isfinite, point))))


def _ends(low: float, high: float, values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of an axis on which all values lie."""
    return min(low, *values, high), max(low, *values, high)


def _share(value: float, low: float, high: float) -> float:
    """Return where a value lies from the low end, 0, to the high end, 1."""
    return (value - low) / ((high - low) or 1.0)


def _labels(
    low: float, high: float, labels: Sequence[tuple[float, str]], unit: str, language: str
) -> Sequence[tuple[float, str]]:
    """Return what to write along an axis: no more than there is room for."""
    if labels:
        return labels[:: -(-len(labels) // _MOST_LABELS)]
    places = (low, (low + high) / 2, high) if high > low else (low,)
    return [(place, amount_text(place, unit, high - low, language)) for place in places]


def _anchor(x: float) -> str:
    """Return which end of a text stands at x, so that the text stays within the drawing."""
    return "start" if x < 0.2 * _WIDTH else "end" if x > 0.8 * _WIDTH else "middle"


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _drawing(height: int, parts: Sequence[str]) -> str:
    return f'<svg class="drawing" viewBox="0 0 {_WIDTH} {height}">{"".join(parts)}</svg>'
