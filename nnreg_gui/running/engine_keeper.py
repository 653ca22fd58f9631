"""Keeps an engine process ready: replaces one that ends, and leaves none behind."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import DataSpec
from nnreg_gui.running.engine_messages import Prepare
from nnreg_gui.running.engine_process import EngineProcess

_MILLISECONDS_BETWEEN_LOOKS = 500
_MANY_IMAGES = 10_000  # fewer are ready at once
_MOST_DEATHS = 3  # of engines before any was asked anything: then give up for now
_SECONDS_TO_DIE = 3.0  # at most: killed processes end within a second, and large ones, too


class EngineKeeper(QObject):
    """Owns one engine process, from first use, and those that are about to end.

    It replaces one that dies idle, so that the next Start is as quick as ever. Nobody waits for a process to end,
    except when everything ends.
    """

    def __init__(
        self, data_folder: Path, parent: QObject | None = None, *, opened: Mapping[DataSet, Digits] | None = None
    ) -> None:
        super().__init__(parent)
        self._data_folder, self._opened = data_folder, opened
        self._engine: EngineProcess | None = None
        self._ending: list[EngineProcess] = []
        self._prepared: DataSet | None = None  # whose images were asked for last, all of them
        self._deaths = 0  # since an engine was last wanted
        self._clock = QTimer(self, interval=_MILLISECONDS_BETWEEN_LOOKS)
        self._clock.timeout.connect(self._look_after)

    @property
    def pid(self) -> int | None:
        """The process id; None while there is no process."""
        return self._engine.pid if self._engine is not None else None

    @Slot()
    def engine(self) -> EngineProcess:
        """Return a usable process, a new one if there is none."""
        self._deaths = 0
        return self._living()

    def prepare(self, data: DataSpec) -> None:
        """Let the process make ready what a run on these images needs, if it takes long; now, or once there is one."""
        if data.training_images >= _MANY_IMAGES and data.dataset != self._prepared:
            self._prepared = data.dataset
            if self._engine is not None:
                self._engine.send(Prepare(data.dataset))

    def close(self) -> None:
        """End everything, and wait for it."""
        self._clock.stop()
        self._let_go()
        for engine in self._ending:
            engine.gone(_SECONDS_TO_DIE)
        self._ending.clear()

    def _living(self) -> EngineProcess:
        if self._engine is None or not self._engine.alive:
            self._let_go()
            self._engine = EngineProcess(self._data_folder, self._opened)
            if self._prepared is not None:
                self._engine.send(Prepare(self._prepared))
            self._clock.start()
        return self._engine

    def _let_go(self) -> None:
        if self._engine is not None:
            self._engine.kill()  # it may have stopped answering but still exist
            self._ending.append(self._engine)
            self._engine = None

    @Slot()
    def _look_after(self) -> None:
        """Let the system forget ended processes, and replace the one meant to be ready."""
        self._ending = [engine for engine in self._ending if not engine.gone()]
        if self._engine is not None and not self._engine.alive:
            self._deaths += 1
            if self._deaths < _MOST_DEATHS:
                self._living()
            else:
                self._let_go()
