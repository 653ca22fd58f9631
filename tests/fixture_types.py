"""The types of the fixtures that make runs."""

from collections.abc import Callable

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]
SameCurves = Callable[[RunHistory, RunHistory], bool]
