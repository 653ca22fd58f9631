"""Labels that lie: a share of the training images is told to be another digit, to see what a network makes of it."""

from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.experiment import Experiment

# Which of a seed's streams of random numbers these are: the training has those before, and they stay as they are.
_STREAM, _STREAM_OF_SAMPLE = 4, 5


@dataclass(frozen=True, slots=True, eq=False)
class WrongLabels:
    """What a network is told about its training images.

    Attributes:
        told: uint8, (n,): the labels that it learns, most of them true.
        lies: int64, (lies,): the images whose label is a lie, ascending.
        true: uint8, (lies,): what these images show.
    """

    told: np.ndarray
    lies: np.ndarray
    true: np.ndarray

    def learnt(self, called: np.ndarray) -> np.ndarray:
        """Return of which lies the network says what the label says: bool, (lies,).

        Args:
            called: (n,), the digit that the network takes each training image for.
        """
        return called[self.lies] == self.told[self.lies]

    def in_spite(self, called: np.ndarray) -> np.ndarray:
        """Return of which lies the network says what the image shows, in spite of the label: bool, (lies,)."""
        return called[self.lies] == self.true


def told_images(experiment: Experiment, digits: Digits) -> tuple[Split, WrongLabels | None]:
    """Return an experiment's n training images as its network learns them, and which of their labels lie, if any.

    Args:
        experiment: says how many images, and how many labels are wrong.
        digits: n or more of them to train on.
    """
    split = digits.training[learned_rows(experiment, len(digits.training))]
    if not experiment.data.lies:
        return split, None
    wrong = wrong_labels(experiment, split.labels)
    return split.told(wrong.told), wrong


def learned_rows(experiment: Experiment, available: int) -> slice | np.ndarray:
    """Return which of so many training images an experiment's network learns: the first n, or n drawn, ascending."""
    n = experiment.data.training_images
    if experiment.data.sample == "first":
        return slice(n)
    random = _stream(experiment, _STREAM_OF_SAMPLE)
    return np.sort(random.permutation(available)[:n])


def wrong_labels(experiment: Experiment, labels: np.ndarray) -> WrongLabels:
    """Return which labels an experiment's network learns.

    A lie is one of the other classes, each as likely. A larger share adds lies to those of a smaller one.

    Args:
        experiment: its seed draws, its data say how many.
        labels: (n,), the true ones.
    """
    random = _stream(experiment, _STREAM)
    lies = np.sort(random.permutation(len(labels))[: experiment.data.lies])
    classes = len(experiment.data.dataset.classes)
    others = random.integers(1, classes, len(labels), np.uint8)
    told = labels.copy()
    told[lies] = (labels[lies] + others[lies]) % classes
    return WrongLabels(told, lies, labels[lies])


def _stream(experiment: Experiment, place: int) -> "np.random.Generator":
    """Return one of the seed's streams of random numbers, which those of training do not share."""
    return np.random.default_rng(experiment.seed).spawn(place + 1)[place]
