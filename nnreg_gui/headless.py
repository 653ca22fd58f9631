"""Train an experiment file without a window: a progress bar, a CSV file, the test accuracy."""

import csv
import json
import math
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from time import monotonic
from typing import Any, TextIO

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord, Progress, Stopped
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RECORDED, RunHistory
from nnreg_gui.engine.problems import DigitsError, DivergedError, ExperimentError
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path

_BAR = 30


def train_file(experiment_file: str, csv_file: str | None) -> int:
    """Train the experiment in a file; return the exit code.

    Exit codes: 0 trained; 1 the run failed (what was trained until then is in the CSV file); 2 a bad or missing file.
    Whatever is wrong is one line on standard error.
    """
    try:
        experiment = Experiment.from_json(Path(experiment_file).read_bytes())
        digits = load_mnist(resource_path("mnist"))
    except (ExperimentError, DigitsError) as error:
        return _failed(2, f"{experiment_file}: {error}" if isinstance(error, ExperimentError) else str(error))
    except OSError as error:
        return _failed(2, f"{experiment_file}: cannot be read ({error.strerror or error}).")
    try:
        target = Path(csv_file).open("w", encoding="utf-8", newline="") if csv_file else nullcontext()  # noqa: SIM115
    except OSError as error:
        return _failed(2, f"{csv_file}: cannot be written ({error.strerror or error}).")
    bar = _ProgressBar(sys.stderr, experiment)
    try:
        with target as file:
            row = csv.writer(file, lineterminator="\n").writerow if file is not None else _ignore
            history, seconds = _train(experiment, digits, row, bar)
    except (DivergedError, ExperimentError) as error:
        bar.clear()
        return _failed(1, str(error))
    except OSError as error:
        bar.clear()
        return _failed(1, f"{csv_file}: cannot be written ({error.strerror or error}).")
    except KeyboardInterrupt:
        bar.clear()
        return _failed(130, "Stopped; the CSV file holds the epochs until then." if csv_file else "Stopped.")
    bar.clear()
    if history.stopped is not None:
        print(_stopped_text(history.stopped))
    print(f"Test accuracy: {history.test_accuracy:.2%}")
    print(json.dumps(_results(history, seconds)))
    return 0


def _train(
    experiment: Experiment, digits: Digits, write_row: Callable[[Sequence[Any]], Any], bar: "_ProgressBar"
) -> tuple[RunHistory, float]:
    """Train to the end; return the history and the seconds of training, measuring not counted."""
    history, seconds = RunHistory(experiment), 0.0
    write_row(RECORDED)
    for event in train(experiment, digits):
        history.add(event)
        match event:
            case Progress():
                bar.show(event.epoch - 1 + event.images / experiment.data.training_images)
            case EpochRecord():
                seconds += event.seconds
                write_row([getattr(event, name) for name in RECORDED])
    return history, seconds


def _stopped_text(stopped: Stopped) -> str:
    if stopped.restored:
        return f"Stopped early at epoch {stopped.epoch}: the network of epoch {stopped.best.epoch} is used."
    return f"The stopping rule fired at epoch {stopped.epoch}: epoch {stopped.best.epoch} was the best until then."


def _results(history: RunHistory, seconds: float) -> dict[str, Any]:
    """Return what the last line says; epochs are None where there is none to tell."""
    stopped, in_use = history.stopped, history.in_use
    return {
        "test_accuracy": history.test_accuracy,
        "seconds": seconds,
        "epochs": len(history) - 1,
        "stopping_epoch": stopped.epoch if stopped is not None else None,
        "best_epoch": stopped.best.epoch if stopped is not None else None,
        "network_of_epoch": in_use.epoch if in_use is not None else None,
    }


class _ProgressBar:
    """A bar on the terminal; silent where the stream is none, so that logs stay readable."""

    def __init__(self, stream: TextIO, experiment: Experiment) -> None:
        self._stream, self._epochs = stream, experiment.training.epochs
        self._visible = stream.isatty()
        self._next = 0.0

    def show(self, epochs_done: float) -> None:
        """Draw the bar, ten times a second at most."""
        now = monotonic()
        if not self._visible or now < self._next:
            return
        self._next = now + 0.1
        filled = int(_BAR * epochs_done / self._epochs)
        bar = "█" * filled + "░" * (_BAR - filled)
        self._stream.write(f"\rEpoch {math.ceil(epochs_done)} of {self._epochs} {bar}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the bar away: what follows begins on an empty line."""
        if self._visible:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def _ignore(row: Sequence[Any]) -> None:
    """Write nothing: no CSV file was asked for."""


def _failed(exit_code: int, sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return exit_code
