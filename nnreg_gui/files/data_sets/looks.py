"""How images look: which shade is the background, and whether they lie on their side as EMNIST's do."""

from functools import cache

import numpy as np

from nnreg_gui.engine.digits import read_split
from nnreg_gui.files.data_sets.found import Part, Remark, Role
from nnreg_gui.resource_files import resource_path

_ENOUGH = 10_000  # images to look at
_DIGITS = tuple("0123456789")
_FEWEST_DIGITS = 5  # classes, to compare with MNIST's
_ALIKE, _MORE_ALIKE = 0.6, 0.1  # correlations: upright digits have 1.0 with MNIST's, lying ones 0.6, fashion 0.5
_WIDER = 1.1  # the spread of ink across, over that down: 0.5 for MNIST's digits, 2.0 if they lie


def with_dark_background(parts: dict[Role, Part], remarks: list[Remark]) -> dict[Role, Part]:
    """Return the splits with 0 for the background, which is what most pixels at the edge show."""
    images = _some(parts["training"].images)
    edges = [images[:, 0], images[:, -1], images[:, 1:-1, 0], images[:, 1:-1, -1]]
    if np.concatenate(edges, axis=1).mean() <= 127:
        return parts
    remarks.append(Remark("The images were dark on light: light and dark were exchanged, as 0 is the background."))
    return {role: Part(np.bitwise_not(part.images), part.labels) for role, part in parts.items()}


def upright(parts: dict[Role, Part], names: tuple[str, ...], origin: str, remarks: list[Remark]) -> dict[Role, Part]:
    """Return the splits with rows and columns exchanged if the images lie on their side, as EMNIST's do.

    Digits are compared with MNIST's, whatever their files are called. Of other classes nobody knows how they should
    look: they are only turned if they come from EMNIST by their name, and their ink is wider than tall.

    Args:
        parts: with a dark background.
        names: of the classes.
        origin: the path from which they come.
        remarks: to add to.
    """
    images, labels = parts["training"].images, parts["training"].labels
    if images.shape[1] != images.shape[2]:
        return parts
    digits = {label: int(name) for label, name in enumerate(names) if name in _DIGITS}
    if len(digits) >= _FEWEST_DIGITS:
        if not _digits_lie(images, labels, digits):
            return parts
        remarks.append(Remark("The digits lay on their side, compared with MNIST's: rows and columns were exchanged."))
    else:
        if "emnist" not in origin.lower() or _width_of_ink(images) < _WIDER:
            return parts
        remarks.append(
            Remark(
                "By its name this is EMNIST, and its ink is wider than tall: rows and columns were exchanged. Look "
                "whether the images are upright now."
            )
        )
    return {
        role: Part(np.ascontiguousarray(part.images.transpose(0, 2, 1)), part.labels) for role, part in parts.items()
    }


def _digits_lie(images: np.ndarray, labels: np.ndarray, digits: dict[int, int]) -> bool:
    """Return whether the mean images of digits are most like MNIST's with rows and columns exchanged."""
    known = _mean_digits()
    overlap = _overlaps(images.shape[1], known.shape[1])
    likenesses = []
    for label, digit in digits.items():
        shown = images[labels == label][:_ENOUGH].mean(axis=0)
        expected = overlap @ known[digit] @ overlap.T
        if shown.std() > 0:
            ways = [np.rot90(one, turns) for turns in range(4) for one in (shown, shown.T)]
            likenesses.append([np.corrcoef(one.ravel(), expected.ravel())[0, 1] for one in ways])
    if not likenesses:
        return False
    as_found, exchanged, *others = np.mean(likenesses, axis=0)
    return bool(exchanged > max(_ALIKE, as_found + _MORE_ALIKE, *others))  # what is turned or mirrored stays so


@cache
def _mean_digits() -> np.ndarray:
    """Return the mean images of MNIST's digits, (digits, rows, columns)."""
    folder = resource_path("mnist")
    known = read_split(folder / "t10k-images-idx3-ubyte.gz", folder / "t10k-labels-idx1-ubyte.gz")
    return np.stack([known.images[known.labels == digit].mean(axis=0) for digit in range(len(_DIGITS))])


def _overlaps(new: int, old: int) -> np.ndarray:
    """Return the matrix (new, old) that stretches a side of `old` pixels to `new` ones: means over what each covers."""
    edges = np.arange(new + 1)[:, None] * (old / new)
    pixels = np.arange(old)
    return np.clip(np.minimum(edges[1:], pixels + 1) - np.maximum(edges[:-1], pixels), 0, None) * (new / old)


def _width_of_ink(images: np.ndarray) -> float:
    """Return the variance of the ink across over that down, the mean of many images."""
    some = _some(images).astype(np.float32)
    place = np.arange(images.shape[1])
    spreads = []
    for axis in (2, 1):
        ink = some.sum(axis=axis)  # over each row, then over each column
        total = np.maximum(ink.sum(axis=1), 1)
        mean = ink @ place / total
        spreads.append((ink @ place**2 / total - mean**2).mean())
    down, across = spreads
    return float(across / max(down, 1e-9))


def _some(images: np.ndarray) -> np.ndarray:
    """Return enough of the images, from first to last."""
    return images[:: -(-len(images) // _ENOUGH)]
