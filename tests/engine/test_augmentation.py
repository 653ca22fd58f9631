"""Augmentation: what it draws, from which random numbers, and what it does to pixels."""

from dataclasses import fields

import numpy as np
import pytest

from nnreg_gui.engine.augmentation import Augmenter, Drawn, augment, draw, elastic_fields
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.problems import ExperimentError

SHAPE = (28, 28)
EVERYTHING = AugmentationSpec(
    rotation=30, shift=2, zoom=0.2, shear=0.3, blur=1, mirror_horizontal=0.3, mirror_vertical=0.6,
    brightness=0.3, contrast=0.4, noise=0.1, elastic_alpha=34, elastic_sigma=4,
)  # fmt: skip
SIGNED = {"rotation": 30, "shift_x": 2, "shift_y": 2, "zoom": 0.2, "shear": 0.3, "brightness": 0.3, "contrast": 0.4}


def seeded(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


@pytest.fixture
def images(digits: Digits) -> np.ndarray:
    return digits.training[:40].inputs.reshape(-1, *SHAPE)


# ---------------------------------------------------------------------------------------------------- what is drawn


def test_values_are_uniform_in_their_ranges() -> None:
    drawn = draw(AugmentationSpec(**{**_as_dict(EVERYTHING), "noise": 0, "elastic_alpha": 0}), 10_000, SHAPE, seeded())

    for name, limit in SIGNED.items():
        values = getattr(drawn, name)
        assert np.abs(values).max() <= limit
        assert np.allclose(np.histogram(values, 10, (-limit, limit))[0], 1_000, atol=150), name
    assert drawn.blur.min() >= 0
    assert drawn.blur.max() <= 1
    assert np.allclose(np.histogram(drawn.blur, 10, (0, 1))[0], 1_000, atol=150)
    assert drawn.mirror_horizontal.mean() == pytest.approx(0.3, abs=0.02)
    assert drawn.mirror_vertical.mean() == pytest.approx(0.6, abs=0.02)


def test_each_kind_draws_for_itself() -> None:
    drawn = draw(EVERYTHING, 2_000, SHAPE, seeded())
    values = [getattr(drawn, name) for name in SIGNED] + [drawn.blur]

    correlations = np.corrcoef(values) - np.eye(len(values))
    assert np.abs(correlations).max() < 0.1


def test_noise_deviates_by_at_most_sigma_and_elastic_by_what_simard_says() -> None:
    drawn = draw(EVERYTHING, 500, SHAPE, seeded())
    deviations = drawn.noise.std((1, 2))
    assert 0.09 < deviations.max() < 0.11
    assert deviations.min() < 0.01
    assert deviations.mean() == pytest.approx(0.05, abs=0.005)

    # Uniform numbers in ±1 have the variance 1/3; a Gaussian of σ leaves 1/(4πσ²) of it far from the edges.
    fields_of_34 = elastic_fields(np.full(500, 34.0), 4, SHAPE, seeded())
    expected = 34 * np.sqrt(1 / 3 / (4 * np.pi * 4**2))
    assert fields_of_34[:, :, 10:18, 10:18].std() == pytest.approx(expected, rel=0.05)
    rough, smooth = (elastic_fields(np.full(50, 34.0), sigma, SHAPE, seeded()) for sigma in (2, 6))
    assert rough.std() > 2 * smooth.std()


# What two images drew in November 2026, with every kind on; for noise and displacements, two pixels and the sum.
DRAWN_THEN = {
    "rotation": [-6.5506163, -25.9627285],
    "shift_x": [1.2430298, 1.8232582],
    "shift_y": [1.0505400, -1.2908409],
    "zoom": [0.0826181, -0.1049353],
    "shear": [0.2452399, -0.2466498],
    "mirror_horizontal": [False, True],
    "mirror_vertical": [False, False],
    "blur": [0.6723363, 0.9933870],
    "brightness": [-0.0328609, -0.0574852],
    "contrast": [-0.2183799, -0.0364351],
    "noise": [0.1820050, -0.3152359, 172.9910584],
    "elastic": [0.6139054, 0.6257542, 1741.1921387],
}


@pytest.mark.parametrize("kind", DRAWN_THEN)
def test_images_draw_what_they_have_always_drawn(kind: str) -> None:
    """Otherwise, the augmented runs that users have kept could not be reproduced."""
    spec = AugmentationSpec(
        rotation=30, shift=2, zoom=0.2, shear=0.3, blur=1, mirror_horizontal=0.5, mirror_vertical=0.5, brightness=0.3,
        contrast=0.3, noise=0.2, elastic_alpha=30, elastic_sigma=4,
    )  # fmt: skip
    drawn = getattr(draw(spec, 2, (28, 28), np.random.default_rng((5, 10))), kind)
    if drawn.ndim > 1:
        drawn = [*drawn[0].ravel()[:2], np.abs(drawn).sum()]

    assert drawn == pytest.approx(DRAWN_THEN[kind], rel=1e-5)


def test_a_kind_that_is_off_draws_nothing() -> None:
    drawn = draw(AugmentationSpec(), 10, SHAPE, seeded())

    assert all(getattr(drawn, one.name) is None for one in fields(Drawn))
    assert AugmentationSpec().is_off
    assert AugmentationSpec(elastic_sigma=9).is_off
    for kind in ("rotation", "mirror_vertical", "noise", "elastic_alpha"):
        assert not AugmentationSpec(**{kind: 0.5}).is_off


def test_the_same_seed_gives_the_same_images(images: np.ndarray) -> None:
    one, two, other = (augment(images, draw(EVERYTHING, len(images), SHAPE, seeded(seed))) for seed in (1, 1, 2))

    assert np.array_equal(one, two)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("kind", ["rotation", "blur", "noise", "elastic_alpha", "mirror_horizontal"])
def test_moving_one_range_leaves_what_the_others_draw(kind: str) -> None:
    without = AugmentationSpec(**{**_as_dict(EVERYTHING), kind: 0})
    before, after = (draw(spec, 20, SHAPE, seeded()) for spec in (EVERYTHING, without))
    own = {"elastic_alpha": "elastic"}.get(kind, kind)

    assert getattr(after, own) is None
    for name in {one.name for one in fields(Drawn)} - {own}:
        assert np.array_equal(getattr(before, name), getattr(after, name)), name


# -------------------------------------------------------------------------------------------- what it does to pixels


def test_an_image_for_which_all_is_off_stays_the_same_bit_for_bit(images: np.ndarray) -> None:
    assert np.array_equal(augment(images, Drawn()), images)


def test_brightness_multiplies_and_contrast_moves_away_from_the_mean() -> None:
    image = np.array([[[0.1, 0.2], [0.3, 0.6]]], np.float32)
    brighter = augment(image, Drawn(brightness=np.array([0.5], np.float32)))
    stronger = augment(image, Drawn(contrast=np.array([0.5], np.float32)))

    assert np.allclose(brighter, [[[0.15, 0.3], [0.45, 0.9]]])
    assert np.allclose(stronger, [[[0.0, 0.15], [0.3, 0.75]]], atol=1e-6)
    assert augment(image, Drawn(brightness=np.array([1.0], np.float32))).max() == 1, "beyond full ink there is nothing"
    assert augment(image, Drawn(brightness=np.array([-1.0], np.float32))).max() == 0


def test_noise_is_added_within_what_a_pixel_can_be() -> None:
    image, noise = np.full((1, 2, 2), 0.5, np.float32), np.array([[[0.1, -0.2], [0.7, -0.9]]], np.float32)

    assert np.allclose(augment(image, Drawn(noise=noise)), [[[0.6, 0.3], [1.0, 0.0]]])


def test_all_together_stays_between_no_ink_and_full_ink(images: np.ndarray) -> None:
    before = images.copy()
    changed = augment(images, draw(EVERYTHING, len(images), SHAPE, seeded()))

    assert changed.dtype == np.float32
    assert changed.min() >= 0
    assert changed.max() <= 1
    assert np.array_equal(images, before)
    assert (np.abs(changed - images).max((1, 2)) > 0.1).all()


def test_of_no_images_none_are_changed(images: np.ndarray) -> None:
    assert augment(images[:0], draw(EVERYTHING, 0, SHAPE, seeded())).shape == (0, *SHAPE)


def test_in_pieces_or_one_by_one_is_the_same(images: np.ndarray) -> None:
    drawn = draw(EVERYTHING, len(images), SHAPE, seeded())
    together = augment(images, drawn)
    in_pieces = Augmenter(SHAPE, most_images=7).apply(images, drawn, np.empty_like(images))

    assert np.allclose(in_pieces, together, atol=1e-6)


# ----------------------------------------------------------------------------------------------------- in the file


def test_the_file_has_the_documented_keys_and_defaults() -> None:
    assert _as_dict(AugmentationSpec()) == {
        "rotation": 0, "shift": 0, "zoom": 0, "shear": 0, "blur": 0, "mirror_horizontal": 0, "mirror_vertical": 0,
        "brightness": 0, "contrast": 0, "noise": 0, "elastic_alpha": 0, "elastic_sigma": 4,
    }  # fmt: skip
    read = Experiment.from_json('{"augmentation": {"rotation": 15, "shift": 2}}')
    assert read.augmentation == AugmentationSpec(rotation=15, shift=2)
    assert Experiment.from_json(Experiment(augmentation=EVERYTHING).to_json()).augmentation == EVERYTHING


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"rotation": 181}', "“augmentation.rotation” must fulfil 0 ≤ rotation ≤ 180, not 181."),
        ('{"shift": -1}', "“augmentation.shift” must fulfil 0 ≤ shift"),
        ('{"mirror_horizontal": 1.5}', "“augmentation.mirror_horizontal”"),
        ('{"elastic_sigma": 0}', "“augmentation.elastic_sigma”"),
        ('{"rotation": true}', "“augmentation.rotation” must be a number, not true."),
        ('{"rotation": NaN}', "“augmentation.rotation” must be a finite number"),
        ('{"skew": 1}', "“augmentation.skew” is not a setting of an experiment."),
        ("7", "“augmentation” must be a JSON object, not 7."),
    ],
)
def test_a_wrong_value_is_refused_by_its_key(text: str, words: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        Experiment.from_json(f'{{"augmentation": {text}}}')

    assert str(caught.value).startswith(words)


def _as_dict(spec: AugmentationSpec) -> dict[str, float]:
    return {one.name: getattr(spec, one.name) for one in fields(spec)}
