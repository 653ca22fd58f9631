"""What a step may open and set: every page with its views and settings, and the groups of the experiment panel."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nnreg_gui.engine.double_descent import MOST_DEGREE as PAST_THE_PEAK
from nnreg_gui.engine.penalties import PENALTIES
from nnreg_gui.engine.polynomials import MOST_DEGREE


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers that a setting may have, both ends included; `whole`: only whole ones."""

    low: float
    high: float
    whole: bool = False

    def holds(self, number: float) -> bool:
        """Return whether a number is one of them."""
        return self.low <= number <= self.high and (not self.whole or float(number).is_integer())

    @property
    def text(self) -> str:
        """What is allowed: “0…1”."""
        return f"{self.low:g}…{self.high:g}"


# A number, one of some names, or true and false.
Allowed = Range | tuple[str, ...] | type[bool]


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a step may say of a page.

    Attributes:
        views: the names of its views; none if it has only one.
        settings: what may be set there, in whichever view it stands, and to what.
    """

    views: tuple[str, ...] = ()
    settings: Mapping[str, Allowed] = field(default_factory=dict)


KINDS = (  # of augmentation; "every" shows an example of each
    "every", "rotation", "shift", "zoom", "shear", "blur", "mirror_horizontal", "mirror_vertical", "brightness",
    "contrast", "noise", "elastic_alpha",
)  # fmt: skip
PAGES: Mapping[str, PageWords] = {
    "learning": PageWords(
        views=("weights", "signs"),  # beside or below the curves
        settings={"logarithmic": bool, "validation": bool},  # the axis of epochs; whether validation is seen
    ),
    "weights": PageWords(),
    "augmentation": PageWords(views=("sheet", "check", "strip"), settings={"kind": KINDS}),
    "rotation": PageWords(
        views=("one", "all", "confused"),
        settings={
            "angle": Range(-180, 180, whole=True),
            "digit": Range(0, 9, whole=True),
            "turns": Range(0, 180),  # at random, of the confused digits
        },
    ),
    "stopping": PageWords(settings={"rule": Range(1, 13, whole=True)}),  # its number in the table
    "finding_lambda": PageWords(
        views=("lambda", "path", "sizes"),
        settings={
            "effort": ("quick", "thorough"),
            "penalty": (*PENALTIES, "all"),
            "sizes": ("quick", "full"),
        },
    ),
    "runs": PageWords(),
    "mistakes": PageWords(views=("new", "lies")),
    "fitting": PageWords(
        views=("elephant", "polynomial"),
        settings={
            "parameters": Range(1, 5, whole=True),  # of the elephant
            "degree": Range(0, MOST_DEGREE, whole=True),
            "lambda": Range(0, 100),
            "points": Range(0, 100, whole=True),
            "noise": Range(0, 5),
            "held_out": bool,
        },
    ),
    "shrinking": PageWords(
        views=("one", "networks", "biases", "tug"),
        settings={  # of one weight
            "lambda_l2": Range(0, 10),
            "lambda_l1": Range(0, 10),
            "learning_rate": Range(0.001, 5),
            "images": Range(100, 50_000, whole=True),
        },
    ),
    "noise": PageWords(
        views=("noise", "rotation", "off", "line"),
        settings={"sigma": Range(0, 1), "angle": Range(-60, 60), "share": Range(0, 0.9)},  # each opens its view
    ),
    "dropout": PageWords(views=("batch", "many", "robust"), settings={"p": Range(0, 0.9)}),
    "pruning": PageWords(settings={"share": Range(0, 0.99), "of": ("whole", "layers")}),
    "ensemble": PageWords(
        settings={"source": ("experiment", "runs"), "effort": ("quick", "whole"), "networks": Range(2, 20, whole=True)}
    ),
    "parameters": PageWords(
        settings={
            "quantity": ("validation", "training", "gap", "ratio"),
            "effort": ("quick", "whole"),
            "penalty": ("none", "l2"),
            "weights": ("scaled", "large"),
        }
    ),
    "past_the_peak": PageWords(
        views=("polynomial", "digits", "trained"),
        settings={  # of the polynomial, of the digits, of the trained networks
            "degree": Range(0, PAST_THE_PEAK, whole=True),
            "lambda": Range(0, 10),
            "points": Range(5, 30, whole=True),
            "descent": bool,
            "steps": Range(1, 100_000, whole=True),
            "wrong_labels": bool,
            "stopped_early": bool,
        },
    ),
}
