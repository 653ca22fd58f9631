"""The three splits of a data set that comes with fewer."""

import itertools

import numpy as np

from nnreg_gui.engine.digits import LEAST_TRAINING_IMAGES, MNIST_CONTENT, VALIDATION_IMAGES, Digits, Split, key_of
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.found import SEED, Part, Remark, Role

_MIXED = 0.5  # of what is expected
_SHARE = 6  # of the training images, one goes to validation: as of MNIST's 60,000


def mixed(parts: dict[Role, Part], remarks: list[Remark]) -> dict[Role, Part]:
    """Return the splits, shuffled if they stand there class by class: the first n images must show all classes.

    A fixed seed shuffles them.
    """
    result = dict(parts)
    for role, part in parts.items():
        count = len(part.labels)
        shares = np.bincount(part.labels) / count
        expected = (count - 1) * (1 - (shares**2).sum())  # so often does the class change in a random order
        if np.count_nonzero(np.diff(part.labels)) < _MIXED * expected:
            order = np.random.default_rng(SEED).permutation(count)
            result[role] = Part(part.images[order], part.labels[order])
            remarks.append(Remark("The images stood there class by class: they were shuffled, always the same way."))
    return result


def in_three(parts: dict[Role, Part], names: tuple[str, ...], remarks: list[Remark]) -> Digits:
    """Return digits with all three splits: those that are missing are drawn from the training images.

    A fixed seed draws them, so that the same files always make the same digits. Of MNIST itself, validation is what it
    is everywhere in the program: the last 10,000.

    Raises:
        DigitsError: there are too few images.
    """
    training = parts["training"]
    missing: list[Role] = [role for role in ("validation", "test") if role not in parts]
    count = min(VALIDATION_IMAGES, len(training.labels) // _SHARE)
    if len(training.labels) - len(missing) * count < LEAST_TRAINING_IMAGES:
        raise DigitsError(
            "There are only {images} images to train with, but it takes {least} or more.",
            images=str(len(training.labels)),
            least=str(_least(len(missing))),
        )
    if missing == ["validation"] and (digits := _as_shipped(parts, names)) is not None:
        remarks.append(Remark("This is MNIST, which comes with the program."))
        return digits
    remarks.extend(_drawn(role, count) for role in missing)
    return _digits(_cut(parts, missing, count) if missing else parts, names)


def _as_shipped(parts: dict[Role, Part], names: tuple[str, ...]) -> Digits | None:
    """Return MNIST if it is that."""
    training = parts["training"]
    if training.images.shape != (60_000, 28, 28):
        return None
    begin, end = slice(None, -VALIDATION_IMAGES), slice(-VALIDATION_IMAGES, None)
    validation = Part(training.images[end], training.labels[end])
    cut = {**parts, "training": Part(training.images[begin], training.labels[begin]), "validation": validation}
    digits = _digits(cut, names)
    return digits if key_of(digits) == MNIST_CONTENT else None


def _least(missing: int) -> int:
    """Return how many images it takes to train, if they must do for so many other splits, too."""
    enough = (count for count in itertools.count(1) if count - missing * (count // _SHARE) >= LEAST_TRAINING_IMAGES)
    return next(enough)


def _cut(parts: dict[Role, Part], missing: list[Role], count: int) -> dict[Role, Part]:
    """Return all splits: of the missing ones, each takes so many of the training images, which are drawn."""
    parts, training = dict(parts), parts["training"]
    order = np.random.default_rng(SEED).permutation(len(training.labels))
    end = len(order)
    for role in missing:
        rows = np.sort(order[end - count : end])
        parts[role] = Part(training.images[rows], training.labels[rows])
        end -= count
    rows = np.sort(order[:end])
    parts["training"] = Part(training.images[rows], training.labels[rows])
    return parts


def _digits(parts: dict[Role, Part], names: tuple[str, ...]) -> Digits:
    splits = {role: Split(part.images, part.labels.astype(np.uint8), len(names)) for role, part in parts.items()}
    return Digits(splits["training"], splits["validation"], splits["test"], names)


def _drawn(role: Role, count: int) -> Remark:
    if role == "validation":
        return Remark(
            "There are no images for validation: {count} of the training images were drawn for it, always the same.",
            count=f"{count:,}",
        )
    return Remark(
        "There are no images to test with: {count} of the training images were drawn for it, always the same.",
        count=f"{count:,}",
    )
