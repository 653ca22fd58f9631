"""A run that is going on: its thread and its history."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnreg_gui.engine.events import Changed, EpochRecord, Progress, Stopped, Tested
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.running.engine_messages import Change, Ended, Go, Held, Hold, Start, Stop
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.training_thread import TrainingThread

_MILLISECONDS_TO_STOP = 250


class LiveRun(QObject):
    """Fills a history whenever the clock ticks. Runs that are given one clock are collected at the same moments.

    Signals:
        advanced: the history has grown.
        progressed: nothing is new but how far the epoch is.
        state_changed: it pauses or goes on, or the engine has become silent or has spoken again.
        ended: the run is over; carries the problem that ended it, or None.
    """

    advanced = Signal()
    progressed = Signal()
    state_changed = Signal()
    ended = Signal(object)

    def __init__(self, engine: EngineProcess, start: Start, clock: QTimer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = RunHistory(start.experiment)
        self._engine = engine
        self._paused = self._held = self._silent = self._abandoned = False
        self._collects = True
        self._go_number = 0
        self._thread = TrainingThread(engine, start, self)
        self._clock = clock
        self._clock.timeout.connect(self._collect)
        self._thread.start()

    @property
    def paused(self) -> bool:
        """Whether it pauses, or is about to: the user has asked for it, or all epochs asked for are done."""
        return self._paused

    @property
    def held(self) -> bool:
        """Whether the engine has confirmed a pause: nothing more comes until it is told to go on."""
        return self._held

    @property
    def silent(self) -> bool:
        """Whether the engine owes an answer and has said nothing for some seconds."""
        return self._silent

    def go(self, epochs: int | None = None) -> None:
        """Go on, to the end or for so many epochs."""
        self._held = False
        self._go_number += 1
        self._thread.send(Go(epochs, self._go_number))
        self._set_paused(False)

    def hold(self) -> None:
        """Pause where it is."""
        if not self._paused:
            self._thread.send(Hold())
            self._set_paused(True)

    def change(self, experiment: Experiment) -> None:
        """Go on as a changed experiment."""
        self._thread.send(Change(experiment))

    def stop(self) -> None:
        """End the run within 0.3 s. An engine that is busy for longer is killed; the curves are kept."""
        self._thread.send(Stop())
        if not self._thread.wait(0 if self._silent else _MILLISECONDS_TO_STOP):
            self.abandon()
        self._collect()

    def abandon(self) -> None:
        """End the run at once, together with its engine process."""
        self._abandoned = True
        self._stop_collecting()
        self._engine.kill()
        self._thread.wait()  # it has nothing to read any more

    @Slot()
    def _collect(self) -> None:
        messages, ended = self._thread.collect(), None
        for message in messages:
            match message:
                case Held(number):
                    self._held = number == self._go_number
                case Ended():
                    ended = message
                case Progress() | EpochRecord() | Changed() | Stopped() | Tested():
                    self.history.add(message)
        if self._held:
            self._set_paused(True)
        if any(not isinstance(message, Progress) for message in messages):
            self.advanced.emit()
        elif messages:
            self.progressed.emit()
        if self._thread.silent is not self._silent:
            self._silent = not self._silent
            self.state_changed.emit()
        if ended is not None:
            self._stop_collecting()
            self._thread.wait()  # it has said its last word and is about to return
            self.ended.emit(None if self._abandoned else ended.problem)

    def _stop_collecting(self) -> None:
        if self._collects:
            self._collects = False
            self._clock.timeout.disconnect(self._collect)

    def _set_paused(self, paused: bool) -> None:
        if paused is not self._paused:
            self._paused = paused
            self.state_changed.emit()
