"""Von Neumann's elephant: a closed curve with four complex parameters, and a fifth for its eye and its trunk.

The parameters are those of J. Mayer, K. Khairy and J. Howard, "Drawing an elephant with four complex parameters",
American Journal of Physics 78, 648 (2010). The paper also turns them into Fourier coefficients and places the eye. It
does not say how the fifth parameter moves the trunk: `wiggled()` is our own choice.
"""

from collections.abc import Sequence

import numpy as np

OUTLINE_PARAMETERS = 4  # for the outline; one more is for the eye and the trunk
PAPER = (50 - 30j, 18 + 8j, 12 - 10j, -14 - 60j, 40 + 20j)
POINTS = 721  # of a drawn curve, one every half degree; it is closed: the last point is the first
TRUNK = (2.75, 4.5)  # the range of t, in radians, where the paper's outline is the trunk
_HARMONICS = 6
_SOFT = 0.3  # share of the trunk, at either end, over which its motion fades


def times(points: int = POINTS) -> np.ndarray:
    """Return t from 0 to 2π inclusive: (points,)."""
    return np.linspace(0, 2 * np.pi, points)


def coefficients(parameters: Sequence[complex]) -> np.ndarray:
    """Return the Fourier coefficients that the paper makes of the first four parameters.

    Args:
        parameters: at least four; the outline ignores the rest.

    Returns:
        complex, (2, harmonics): A + iB of A cos kt + B sin kt, for x and for y, k = 0, 1, ….
    """
    first, second, third, fourth = parameters[:OUTLINE_PARAMETERS]
    c = np.zeros((2, _HARMONICS), complex)
    c[0, 1], c[0, 2], c[0, 3], c[0, 5] = 1j * first.real, 1j * second.real, third.real, fourth.real
    c[1, 1] = fourth.imag + 1j * first.imag
    c[1, 2], c[1, 3] = 1j * second.imag, 1j * third.imag
    return c


def outline(parameters: Sequence[complex], t: np.ndarray) -> np.ndarray:
    """Return the elephant's outline, the right way up: (X, Y) = (y(t), −x(t)).

    Returns:
        float, (2, points): with the paper's parameters X from −70.6 to 83.9, Y from −61.3 to 83.0.
    """
    k = np.arange(_HARMONICS)
    x, y = (coefficients(parameters) @ np.exp(-1j * np.outer(k, t))).real  # Re (A + iB) e^−ikt = A cos kt + B sin kt
    return np.stack([y, -x])


def first_of(parameters: Sequence[complex], number: float) -> tuple[complex, ...]:
    """Return the parameters with only the first `number` in use, the others 0.

    The coefficients are linear in the parameters: with part of the next parameter (2.5 has half of the third), the
    curve lies between the two whole ones.
    """
    return tuple(p * min(max(number - place, 0.0), 1.0) for place, p in enumerate(parameters))


def eye(parameters: Sequence[complex]) -> tuple[float, float]:
    """Return where the eye is, (X, Y): the paper uses the imaginary part of the fifth parameter for both."""
    place = complex(parameters[OUTLINE_PARAMETERS]).imag
    return place, place


def wiggled(curve: np.ndarray, t: np.ndarray, fifth: complex, swing: float) -> np.ndarray:
    """Return the curve with its trunk swung up or down and the rest as it was.

    Our own choice, since the paper only calls the real part of the fifth parameter a "wiggle coefficient": here it is
    the angle in degrees by which the tip turns around the root of the trunk, midway between its two ends; points nearer
    the root turn less, with the square of their distance.

    Args:
        curve: (2, points), as `outline()` returns it.
        t: where the points are, radians, (points,).
        fifth: the fifth parameter.
        swing: −1 is all the way down, 0 at rest, 1 all the way up.
    """
    place = (t - TRUNK[0]) / (TRUNK[1] - TRUNK[0])
    inside = np.flatnonzero((place > 0) & (place < 1))
    if not len(inside):
        return curve
    root = curve[:, [inside[0], inside[-1]]].mean(1, keepdims=True)
    away = curve[:, inside] - root
    distance = np.hypot(*away)
    share = (distance / max(float(distance.max()), 1e-12)) ** 2
    fade = np.clip(np.minimum(place[inside], 1 - place[inside]) / _SOFT, 0, 1)
    angle = np.radians(fifth.real) * swing * share * fade**2 * (3 - 2 * fade)
    turned = (away[0] + 1j * away[1]) * np.exp(1j * angle)
    moved = curve.copy()
    moved[:, inside] = root + np.stack([turned.real, turned.imag])
    return moved
