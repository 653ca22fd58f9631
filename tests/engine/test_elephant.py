"""The elephant's mathematics: the closed formula, its extent, its eye, and a trunk that moves alone."""

import numpy as np
import pytest

from nnreg_gui.engine.elephant import PAPER, TRUNK, coefficients, eye, first_of, outline, times, wiggled

T = times(5_001)


def test_the_paper_s_parameters_draw_the_closed_formula() -> None:
    x = 50 * np.sin(T) + 18 * np.sin(2 * T) + 12 * np.cos(3 * T) - 14 * np.cos(5 * T)
    y = -60 * np.cos(T) - 30 * np.sin(T) + 8 * np.sin(2 * T) - 10 * np.sin(3 * T)

    np.testing.assert_allclose(outline(PAPER, T), [y, -x], rtol=0, atol=1e-12)


def test_its_extent() -> None:
    low, high = outline(PAPER, T).min(1), outline(PAPER, T).max(1)

    np.testing.assert_allclose(low, [-70.59, -61.30], atol=0.01)
    np.testing.assert_allclose(high, [83.93, 82.99], atol=0.01)


def test_the_curve_is_closed_with_whatever_parameters() -> None:
    random = np.random.default_rng(1)
    for _ in range(5):
        parameters = [complex(*parts) for parts in random.normal(0, 50, (5, 2))]
        for number in (1, 2.3, 4, 5):
            curve = wiggled(outline(first_of(parameters, number), T), T, parameters[4], 0.7)
            np.testing.assert_allclose(curve[:, 0], curve[:, -1], atol=1e-10)


def test_eight_real_numbers_make_eight_coefficients() -> None:
    c = coefficients(PAPER)

    assert sorted(part for part in (*c.real.ravel(), *c.imag.ravel()) if part) == sorted(
        part for p in PAPER[:4] for part in (p.real, p.imag)
    )


@pytest.mark.parametrize(("number", "speeds"), [(1, {1}), (2, {1, 2}), (3, {1, 2, 3}), (4, {1, 2, 3, 5})])
def test_each_parameter_adds_its_own_harmonics(number: int, speeds: set[int]) -> None:
    curve = outline(first_of(PAPER, number), times(65))[:, :-1]
    strength = np.abs(np.fft.rfft(curve)).max(0)

    assert set(np.flatnonzero(strength > 1e-9)) == speeds


def test_one_parameter_draws_a_line_there_and_back() -> None:
    x, y = outline(first_of(PAPER, 1), T)

    np.testing.assert_allclose(50 * x, 30 * y, atol=1e-10)


def test_a_part_of_a_parameter_lies_between_without_and_with_it() -> None:
    without, with_it = (outline(first_of(PAPER, number), T) for number in (2, 3))

    np.testing.assert_allclose(outline(first_of(PAPER, 2.25), T), 0.75 * without + 0.25 * with_it, atol=1e-12)
    assert first_of(PAPER, 0) == (0,) * 5
    assert first_of(PAPER, 5) == PAPER


def test_the_eye_is_where_the_fifth_parameter_says() -> None:
    assert eye(PAPER) == (20, 20)
    assert eye((*PAPER[:4], 40 + 7j)) == (7, 7)


@pytest.mark.parametrize("swing", [-1, -0.4, 0.8, 1])
def test_only_the_trunk_wiggles(swing: float) -> None:
    still = outline(PAPER, T)
    moved = wiggled(still, T, PAPER[4], swing)
    is_trunk = (TRUNK[0] < T) & (TRUNK[1] > T)

    assert np.array_equal(moved[:, ~is_trunk], still[:, ~is_trunk])
    assert np.ptp(T[(moved != still).any(0)]) > 0.95 * (TRUNK[1] - TRUNK[0])
    steps = [np.hypot(*np.diff(curve)).max() for curve in (moved, still)]
    assert steps[0] < 1.2 * steps[1], "nothing is torn"
    tip = still[0].argmax()
    assert (moved[1, tip] > still[1, tip]) == (swing > 0)


def test_the_real_part_is_the_angle_of_the_tip_in_degrees() -> None:
    still = outline(PAPER, T)
    is_trunk = np.flatnonzero((TRUNK[0] < T) & (TRUNK[1] > T))
    root = complex(*still[:, is_trunk[[0, -1]]].mean(1))
    away = still[0] + 1j * still[1] - root
    tip = is_trunk[np.abs(away[is_trunk]).argmax()]
    for swing in (1, -0.5):
        moved = wiggled(still, T, 40 + 20j, swing)
        turned = (complex(*moved[:, tip]) - root) / away[tip]
        assert np.degrees(np.angle(turned)) == pytest.approx(40 * swing)
        assert abs(turned) == pytest.approx(1)


def test_it_stays_where_there_is_nothing_to_wiggle() -> None:
    still = outline(PAPER, T)

    np.testing.assert_allclose(wiggled(still, T, PAPER[4], 0), still, atol=1e-12)
    np.testing.assert_allclose(wiggled(still, T, 20j, 1), still, atol=1e-12)
    point = np.zeros((2, len(T)))
    assert np.array_equal(wiggled(point, T, PAPER[4], 1), point)
    assert np.array_equal(wiggled(point[:, :1], T[:1], PAPER[4], 1), point[:, :1])
