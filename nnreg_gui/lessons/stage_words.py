"""What a step may open and set: every page with its views and settings, and the groups of the experiment panel."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers that a setting may have, both ends included; `whole`: only whole ones."""

    low: float
    high: float
    whole: bool = False


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


PAGES: Mapping[str, PageWords] = {
    "learning": PageWords(
        views=("weights", "signs"),  # beside or below the curves
        settings={"logarithmic": bool, "validation": bool},  # the axis of epochs; whether validation curves are seen
    ),
    "weights": PageWords(),
    "augmentation": PageWords(views=("sheet", "check", "strip")),
    "rotation": PageWords(
        views=("one", "all", "confused"), settings={"angle": Range(-180, 180), "digit": Range(0, 9, whole=True)}
    ),
    "stopping": PageWords(),
    "finding_lambda": PageWords(views=("lambda", "path", "sizes"), settings={"effort": ("quick", "thorough")}),
    "runs": PageWords(),
    "fitting": PageWords(
        views=("elephant", "polynomial"),
        settings={
            "parameters": Range(0, 5, whole=True),  # of the elephant
            "degree": Range(0, 15, whole=True),
            "lambda": Range(0, 100),
            "points": Range(0, 100, whole=True),
            "noise": Range(0, 5),
        },
    ),
    "shrinking": PageWords(views=("one", "networks", "biases")),
    "noise": PageWords(
        views=("noise", "rotation", "off"),
        settings={"sigma": Range(0, 1), "angle": Range(-60, 60), "share": Range(0, 0.9)},
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
}
PANEL_GROUPS = ("regularization", "augmentation", "data", "network", "cost", "training", "stopping")
