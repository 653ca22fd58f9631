"""Data augmentation: changes images at random, each by values of its own."""

from dataclasses import dataclass, fields

import numpy as np

from nnreg_gui.engine.blurring import blur, smooth_fields
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.warping import Warp

# How many images to change in one piece: few enough for the cache, yet enough that a thread changing images seldom asks
# for the interpreter's lock, which the training loop needs for its thousands of small calls.
IMAGES_AT_ONCE = 250
# What each row of random numbers decides. Do not add rows: that would shift what noise and elastic deformation draw,
# and runs of earlier programs could not be reproduced. A new kind draws from `random.spawn(1)`, which leaves all of
# these numbers alone.
_ROWS = (
    "rotation",
    "shift_x",
    "shift_y",
    "zoom",
    "shear",
    "mirror_horizontal",
    "mirror_vertical",
    "blur",
    "brightness",
    "contrast",
    "noise",
    "elastic",
)
_EXACT = 1e-7  # sines and cosines closer to zero than this belong to whole quarter turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What k images have drawn; None for a kind that is off.

    Attributes:
        rotation, shift_x, shift_y, zoom, shear, blur, brightness, contrast: float32, (k,), in the units of
            `AugmentationSpec`, signed where its range is.
        mirror_horizontal, mirror_vertical: bool, (k,).
        noise: float32, (k, height, width), added to the pixels.
        elastic: float32, (k, 2, height, width): how far right and down of each pixel its value comes from.
    """

    rotation: np.ndarray | None = None
    shift_x: np.ndarray | None = None
    shift_y: np.ndarray | None = None
    zoom: np.ndarray | None = None
    shear: np.ndarray | None = None
    mirror_horizontal: np.ndarray | None = None
    mirror_vertical: np.ndarray | None = None
    blur: np.ndarray | None = None
    brightness: np.ndarray | None = None
    contrast: np.ndarray | None = None
    noise: np.ndarray | None = None
    elastic: np.ndarray | None = None

    def __getitem__(self, images: slice) -> "Drawn":
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return Drawn(**{name: None if value is None else value[images] for name, value in values.items()})


def draw(spec: AugmentationSpec, count: int, shape: tuple[int, ...], random: "np.random.Generator") -> Drawn:
    """Draw values for `count` images of this shape (height, width), uniformly in the ranges of `spec`.

    Draw the single values of all kinds, on or off: with the same random numbers, moving one range does not change what
    the others draw.
    """
    shares = random.random((len(_ROWS), count), dtype=np.float32)  # 0…1
    share = dict(zip(_ROWS, shares, strict=True))
    signed = dict(zip(_ROWS, 2 * shares - 1, strict=True))
    bare = random.bit_generator.state if spec.noise and spec.elastic_alpha else None
    elastic = None
    if spec.elastic_alpha:
        elastic = elastic_fields(spec.elastic_alpha * share["elastic"], spec.elastic_sigma, shape, random)
    if bare is not None:
        random.bit_generator.state = bare  # deforming an image must not change its noise
    return Drawn(
        rotation=_scaled(signed["rotation"], spec.rotation),
        shift_x=_scaled(signed["shift_x"], spec.shift),
        shift_y=_scaled(signed["shift_y"], spec.shift),
        zoom=_scaled(signed["zoom"], spec.zoom),
        shear=_scaled(signed["shear"], spec.shear),
        mirror_horizontal=_happens(share["mirror_horizontal"], spec.mirror_horizontal),
        mirror_vertical=_happens(share["mirror_vertical"], spec.mirror_vertical),
        blur=_scaled(share["blur"], spec.blur),
        brightness=_scaled(signed["brightness"], spec.brightness),
        contrast=_scaled(signed["contrast"], spec.contrast),
        noise=_noise(_scaled(share["noise"], spec.noise), shape, random),
        elastic=elastic,
    )


def elastic_fields(
    alphas: np.ndarray, sigma: float, shape: tuple[int, ...], random: "np.random.Generator"
) -> np.ndarray:
    """Return displacements, float32 (k, 2, height, width): uniform in ±1, smoothed by a Gaussian, times α, (k,).

    Simard, Steinkraus and Platt, "Best Practices for Convolutional Neural Networks", 2003.
    """
    uniform = 2 * random.random((len(alphas), 2, *shape), dtype=np.float32) - 1
    return smooth_fields(uniform, sigma) * alphas.astype(np.float32)[:, None, None, None]


def _happens(share: np.ndarray, probability: float) -> np.ndarray | None:
    return share < probability if probability else None


def _scaled(draw: np.ndarray, limit: float) -> np.ndarray | None:
    return draw * np.float32(limit) if limit else None


def _noise(deviations: np.ndarray | None, shape: tuple[int, ...], random: "np.random.Generator") -> np.ndarray | None:
    if deviations is None:
        return None
    return random.standard_normal((len(deviations), *shape), dtype=np.float32) * deviations[:, None, None]


class Augmenter:
    """Changes images by what they have drawn, in arrays allocated once (so never in two threads at a time)."""

    def __init__(self, shape: tuple[int, ...], most_images: int = IMAGES_AT_ONCE) -> None:
        self._at_once = max(min(most_images, IMAGES_AT_ONCE), 1)
        self._warp = Warp(self._at_once, *shape)

    def apply(self, images: np.ndarray, drawn: Drawn, out: np.ndarray) -> np.ndarray:
        """Write the changed images to `out` and return it; leave the given ones as they are.

        All geometry is one bilinear resampling; blur, contrast, brightness and noise follow. The result stays in 0…1.
        An image with everything off stays the same bit for bit.

        Args:
            images: float32, (k, height, width), 0…1.
            drawn: for k images.
            out: float32, (k, height, width).
        """
        matrices = source_matrices(drawn, len(images))
        for start in range(0, len(images), self._at_once):
            rows = slice(start, start + self._at_once)
            piece = drawn[rows]
            if matrices is None:
                out[rows] = images[rows]
            else:
                elastic = None if piece.elastic is None else piece.elastic.reshape(len(piece.elastic), 2, -1)
                self._warp(images[rows], matrices[rows], elastic, out[rows])
            if piece.blur is not None:
                out[rows] = blur(out[rows], piece.blur)
            _change_pixels(out[rows], piece)
        return out


def augment(images: np.ndarray, drawn: Drawn) -> np.ndarray:
    """Return images, float32 (k, height, width), changed by what they have drawn."""
    return Augmenter(images.shape[1:], len(images)).apply(images, drawn, np.empty_like(images))


def rotate(images: np.ndarray, degrees: np.ndarray | float) -> np.ndarray:
    """Return images, float32 (k, height, width), turned counter-clockwise, all alike or each by its own angle (k,)."""
    return augment(images, Drawn(rotation=np.broadcast_to(np.asarray(degrees, np.float32), len(images))))


def source_matrices(drawn: Drawn, count: int) -> np.ndarray | None:
    """Return where the pixels of the changed images come from, or None if no geometry is on.

    An image is mirrored, then zoomed, sheared, rotated and shifted; this is the inverse:
    (x, y) = mirror · 1/(1 + zoom) · shear⁻¹ · rotation⁻¹ · ((x′, y′) − shift), relative to the middle, y down.

    Returns:
        float32, (count, 2, 3): (x, y) = matrix · (x′, y′, 1).
    """
    geometry = (drawn.rotation, drawn.shift_x, drawn.zoom, drawn.shear, drawn.mirror_horizontal, drawn.mirror_vertical)
    if all(values is None for values in (*geometry, drawn.elastic)):
        return None
    cosine, sine = _turn(drawn.rotation, count)
    shear = _or_zero(drawn.shear, count)
    size = 1 / (1 + _or_zero(drawn.zoom, count))
    # Counter-clockwise on the screen, where y points down: back from (x′, y′) is (c x′ − s y′, s x′ + c y′).
    x = np.stack([cosine - shear * sine, -sine - shear * cosine]) * _mirrored(drawn.mirror_horizontal, size)
    y = np.stack([sine, cosine]) * _mirrored(drawn.mirror_vertical, size)
    shift_x, shift_y = _or_zero(drawn.shift_x, count), _or_zero(drawn.shift_y, count)
    matrices = np.empty((count, 2, 3), np.float32)
    for axis, (across, down) in enumerate((x, y)):
        matrices[:, axis, 0], matrices[:, axis, 1] = across, down
        matrices[:, axis, 2] = -(across * shift_x + down * shift_y)
    return matrices


def _turn(degrees: np.ndarray | None, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return cosine and sine, exact for whole quarter turns, so that these only move pixels."""
    radians = np.deg2rad(_or_zero(degrees, count))
    cosine, sine = np.cos(radians), np.sin(radians)
    cosine[np.abs(cosine) < _EXACT] = 0
    sine[np.abs(sine) < _EXACT] = 0
    return cosine, sine


def _or_zero(values: np.ndarray | None, count: int) -> np.ndarray:
    return np.zeros(count) if values is None else values.astype(float)


def _mirrored(mirrored: np.ndarray | None, size: np.ndarray) -> np.ndarray:
    return size if mirrored is None else np.where(mirrored, -size, size)


def _change_pixels(images: np.ndarray, drawn: Drawn) -> None:
    """Change contrast and brightness and add noise, in place."""
    if drawn.contrast is not None:
        mean = images.mean((1, 2), keepdims=True)
        images -= mean
        images *= 1 + drawn.contrast[:, None, None]
        images += mean
    if drawn.brightness is not None:
        images *= 1 + drawn.brightness[:, None, None]
    if drawn.noise is not None:
        images += drawn.noise
    if not (drawn.contrast is drawn.brightness is drawn.noise is None):
        np.clip(images, 0, 1, out=images)
