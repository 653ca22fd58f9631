"""Puts the elephant together, parameter by parameter, and wiggles its trunk: what moves, and for how long."""

from dataclasses import dataclass
from math import pi, sin

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.elephant import OUTLINE_PARAMETERS
from nnreg_gui.pages.frame_clock import FrameClock

ALL = OUTLINE_PARAMETERS + 1  # the fifth is for the eye and the trunk
SWINGS = 4  # of the trunk, up and down each
_MORPH, _LOOK, _SWING = 1.3, 1.0, 1.4  # seconds: to add a parameter, to look at it, for one swing


@dataclass(frozen=True, slots=True)
class _Stage:
    """A part of the animation: from one number of parameters to another, or swings with all of them."""

    seconds: float
    start: float
    end: float
    swings: int = 0


class ElephantPlay(QObject):
    """Says how many parameters are in use, and where the trunk is.

    At rest the number is whole and the trunk hangs as in the outline.

    Signals:
        moved: there is something new to draw.
        changed: something has begun, come to the next parameter, or ended.

    Attributes:
        in_use: how many parameters are drawn; 2.5 is halfway from two to three.
        number: how many will be in use once they have been added.
        swing: of the trunk, −1 … 1.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.in_use, self.number, self.swing = float(ALL), ALL, 0.0
        self._stages: list[_Stage] = []
        self._gone = 0.0  # seconds of the present stage
        self._adds_all = False
        self._clock = FrameClock(self)
        self._clock.passed.connect(self.advance)

    @property
    def running(self) -> bool:
        """Whether anything moves."""
        return bool(self._stages)

    @property
    def adds_all(self) -> bool:
        """Whether all parameters are being added one by one."""
        return self.running and self._adds_all

    @property
    def wiggles(self) -> bool:
        """Whether the trunk moves."""
        return self.running and self._stages[0].swings > 0

    def add_all(self, after: int = 0) -> None:
        """Begin with this many parameters, add the others one by one, and wiggle the trunk with the last."""
        stages: list[_Stage] = []
        for number in range(after + 1, ALL + 1):
            stages += [_added(number), _Stage(_LOOK, number, number)]
        self._begin([*stages, _wiggle()], adds_all=True)

    def add_one(self) -> None:
        """Add the next parameter; after the last one, start again with the first."""
        number = self.number % ALL + 1
        self._begin([_added(number), *([_wiggle()] if number == ALL else [])])

    def wiggle(self) -> None:
        """Wiggle the trunk, with all parameters in use."""
        self._begin([_wiggle()])

    def use(self, number: int) -> None:
        """Come to rest at once, with this many parameters in use."""
        self.number, self._stages = number, []
        self._rest()

    def stop(self) -> None:
        """Come to rest at once, with the parameters that have been added or are just being added."""
        if self.running:
            self._stages = []
            self._rest()

    @Slot(float)
    def advance(self, seconds: float) -> None:
        """Let this much time pass."""
        if not self.running:
            return
        stages_before = len(self._stages)
        self._gone += seconds
        while self._stages and self._gone >= self._stages[0].seconds:
            over = self._stages.pop(0)
            self._gone -= over.seconds
            self.number = round(over.end)
        if not self._stages:
            self._rest()
            return
        self._draw(self._stages[0])
        if len(self._stages) != stages_before:
            self.changed.emit()

    def _begin(self, stages: list[_Stage], *, adds_all: bool = False) -> None:
        self._stages, self._adds_all = stages, adds_all
        self._gone = 0.0
        self._clock.begin()
        self._draw(stages[0])
        self.changed.emit()

    def _rest(self) -> None:
        self._clock.stop()
        self.in_use, self.swing = float(self.number), 0.0
        self.moved.emit()
        self.changed.emit()

    def _draw(self, stage: _Stage) -> None:
        share = self._gone / stage.seconds
        self.number = round(stage.end)
        self.in_use = stage.start + (stage.end - stage.start) * share**2 * (3 - 2 * share)
        self.swing = sin(2 * pi * stage.swings * share)
        self.moved.emit()


def _added(number: int) -> _Stage:
    return _Stage(_MORPH, number - 1, number)


def _wiggle() -> _Stage:
    return _Stage(SWINGS * _SWING, ALL, ALL, SWINGS)
