"""Labels as they are found: whole numbers, which become 0, 1, 2 … with a name for each."""

from collections.abc import Mapping

import numpy as np

from nnreg_gui.engine.data_set import FEWEST_CLASSES, MOST_CLASSES
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.found import Found, Part, Remark, Role


def whole_labels(name: str, values: np.ndarray) -> np.ndarray:
    """Return labels as int64.

    Args:
        name: of the file, for sentences.
        values: one for each image, any real numbers.

    Raises:
        DigitsError: one of them is no whole number from 0 on.
    """
    wrong = ~((values >= 0) & (values < 2**31))  # NaN, too
    if values.dtype.kind == "f":
        wrong |= values != np.floor(values)
    if wrong.any():
        raise DigitsError(
            "{file} has the label {label}, but labels must be whole numbers from 0 on.",
            file=name,
            label=f"{values[wrong][0]:g}",
        )
    return values.astype(np.int64)


def check_labels(labels: Mapping[Role, np.ndarray]) -> None:
    """Check that there are classes to tell apart, and that the training images show all of them.

    Raises:
        DigitsError: there are too few or too many, or others than in training.
    """
    known = np.unique(labels["training"])
    if len(known) < FEWEST_CLASSES:
        raise DigitsError("All images here are of one class, but it takes two to tell them apart.")
    if len(known) > MOST_CLASSES:
        raise DigitsError(
            "There are {count} classes here, but no more than {most} can be drawn side by side.",
            count=f"{len(known):,}",
            most=str(MOST_CLASSES),
        )
    for found in labels.values():
        others = np.setdiff1d(found, known)
        if len(others):
            raise only_measured(str(others[0]))


def only_measured(label: str) -> DigitsError:
    """Return that no training image shows a class of validation or test."""
    return DigitsError(
        "“{label}” is only among the images to measure with: there must be images of it to train with, too.",
        label=label,
    )


def numbered(found: Found) -> tuple[dict[Role, Part], tuple[str, ...]]:
    """Return the splits with labels 0, 1, 2 … without a gap, and what the classes are called.

    Raises:
        DigitsError: as `check_labels`.
    """
    check_labels({role: part.labels for role, part in found.parts.items()})
    known = np.unique(found.parts["training"].labels)
    names = tuple(str(label) for label in known)
    given = found.names
    if given is not None and known[-1] < len(given):
        names = tuple(given[label] for label in known)
    elif given is not None and len(given) == len(known):  # EMNIST's letters begin with 1
        names = given
    elif given is not None:
        found.remarks.append(
            Remark(
                "The names of the classes were left aside: there are {count} names for {classes} classes.",
                count=str(len(given)),
                classes=str(len(known)),
            )
        )
    if found.has_labels and known[-1] != len(known) - 1:
        found.remarks.append(
            Remark(
                "The labels {first} to {last} became 0 to {count}; the names of the classes tell which is which.",
                first=str(known[0]),
                last=str(known[-1]),
                count=str(len(known) - 1),
            )
        )
    parts: dict[Role, Part] = {
        role: Part(part.images, np.searchsorted(known, part.labels)) for role, part in found.parts.items()
    }
    return parts, names
