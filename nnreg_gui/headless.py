"""Train an experiment file without a window: a progress bar, a CSV file, the test accuracy."""

import csv
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from nnreg_gui.engine.digits import DataSets, Digits
from nnreg_gui.engine.events import EpochRecord, Progress, Stopped
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory, recorded
from nnreg_gui.engine.problems import DivergedError, ExperimentError, Problem
from nnreg_gui.engine.training import train
from nnreg_gui.files.data_sets.opening import open_data_set
from nnreg_gui.resource_files import resource_path
from nnreg_gui.system.ending_signals import exit_code_of, hear_signals
from nnreg_gui.system.progress_bar import ProgressBar
from nnreg_gui.system.terminal import tell

_MOST_BYTES = 1_000_000


def train_file(experiment_file: str, csv_file: str | None, data: str | None = None) -> int:
    """Train the experiment in a file, on its data set or on that in another file or folder; return the exit code.

    Exit codes: 0 trained; 1 the run failed (the CSV file has what it trained until then); 2 a bad or missing file;
    128 + n ended by signal n. Report whatever is wrong in one line on standard error.

    Raises:
        OSError: standard output cannot be written.
    """
    hear_signals()
    stopped = "Stopped."
    try:
        experiment, digits = _read(experiment_file, data)
        _check_table(csv_file, experiment_file, data)
        with _table(csv_file) as file, ProgressBar(hidden=file is not None and file.isatty()) as bar:
            if file is not None:
                stopped = "Stopped; the CSV file holds the epochs until then."
            row = csv.writer(file, lineterminator="\n").writerow if file is not None else _ignore
            history, seconds = _train(experiment, digits, row, bar)
        _print_outcome(history, seconds)
    except _FailedError as failed:
        return _fail(failed.exit_code, str(failed))
    except MemoryError:
        return _fail(1, "There is not enough memory for this experiment: choose a smaller network, or fewer images.")
    except (DivergedError, ExperimentError) as error:
        return _fail(1, str(error))
    except KeyboardInterrupt as interrupt:
        return _fail(exit_code_of(interrupt), stopped)
    return 0


class _FailedError(Exception):
    """Ends the program with an exit code and a sentence."""

    def __init__(self, exit_code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def _fail(exit_code: int, sentence: str) -> int:
    tell(sentence)
    return exit_code


def _read(experiment_file: str, data: str | None) -> tuple[Experiment, Digits]:
    try:
        if not stat.S_ISREG(Path(experiment_file).stat().st_mode):
            raise _FailedError(2, f"{experiment_file}: cannot be read (it is not a regular file).")
        with Path(experiment_file).open("rb") as file:
            content = file.read(_MOST_BYTES)  # anything longer is no experiment
        experiment = Experiment.from_json(content)
        if data is not None:
            return _on(experiment, data)
        return experiment, DataSets(resource_path())[experiment.data.dataset]
    except ExperimentError as error:
        raise _FailedError(2, f"{experiment_file}: {error}") from error
    except Problem as error:
        raise _FailedError(2, str(error)) from error
    except OSError as error:
        raise _FailedError(2, f"{experiment_file}: cannot be read ({error.strerror or error}).") from error


def _on(experiment: Experiment, data: str) -> tuple[Experiment, Digits]:
    """Return the experiment on a data set in a file or folder, and that; report how it was changed on opening."""
    with ProgressBar() as bar:
        found = open_data_set(Path(data), progress=partial(bar.show, "Reading"))
    assert found is not None  # nobody stops it
    for remark in found.remarks:
        tell(str(remark))
    return replace(experiment, data=replace(experiment.data, dataset=found.data_set)), found.digits


def _check_table(csv_file: str | None, *read: str | None) -> None:
    """Refuse to write the table over a file that was read."""
    for path in filter(None, read):
        with suppress(OSError):  # there is no table yet
            if csv_file is not None and Path(csv_file).samefile(path):
                raise _FailedError(2, f"{csv_file}: cannot be written (it is what is to be trained).")


@contextmanager
def _table(csv_file: str | None) -> Iterator[TextIO | None]:
    """Open the table's file, if one is wanted."""
    if csv_file is None:
        yield None
        return
    if _is_standard_output(csv_file):  # if opened again, it would be overwritten by what is printed at the end
        yield sys.stdout
        return
    exit_code = 2  # until it is open, nothing has been trained
    try:
        with Path(csv_file).open("w", encoding="utf-8", newline="") as file:
            exit_code = 1
            yield file
    except OSError as error:
        raise _FailedError(exit_code, f"{csv_file}: cannot be written ({error.strerror or error}).") from error


def _is_standard_output(path: str) -> bool:
    """Return whether a path, such as /dev/stdout, leads where the output goes anyway."""
    try:
        return sys.stdout is not None and os.path.samestat(Path(path).stat(), os.fstat(sys.stdout.fileno()))
    except OSError:
        return False


def _print_outcome(history: RunHistory, seconds: float) -> None:
    if history.stopped is not None:
        print(_stopped_text(history.stopped))
    print(f"Test accuracy: {history.test_accuracy:.2%}")
    print(json.dumps(_results(history, seconds)))


def _train(
    experiment: Experiment, digits: Digits, write_row: Callable[[Sequence[Any]], Any], bar: ProgressBar
) -> tuple[RunHistory, float]:
    """Train to the end; return the history and the seconds of training, without measuring."""
    history, seconds, epochs = RunHistory(experiment), 0.0, experiment.training.epochs
    names = recorded(experiment)
    write_row(names)
    for event in train(experiment, digits, threads=os.cpu_count() or 1):
        history.add(event)
        match event:
            case Progress():
                done = event.epoch - 1 + event.images / experiment.data.training_images
                bar.show(f"Epoch {event.epoch} of {epochs}", done / epochs)
            case EpochRecord():
                seconds += event.seconds
                write_row([getattr(event, name) for name in names])
    return history, seconds


def _stopped_text(stopped: Stopped) -> str:
    if stopped.restored:
        return f"Stopped early at epoch {stopped.epoch}: the network of epoch {stopped.best.epoch} is used."
    return f"The stopping rule fired at epoch {stopped.epoch}: epoch {stopped.best.epoch} was the best until then."


def _results(history: RunHistory, seconds: float) -> dict[str, Any]:
    """Return what the last line says; an epoch is None if there is none to report."""
    stopped, in_use = history.stopped, history.in_use
    return {
        "test_accuracy": history.test_accuracy,
        "seconds": seconds,
        "epochs": len(history) - 1,
        "stopping_epoch": stopped.epoch if stopped is not None else None,
        "best_epoch": stopped.best.epoch if stopped is not None else None,
        "network_of_epoch": in_use.epoch if in_use is not None else None,
    }


def _ignore(row: Sequence[Any]) -> None:
    """Write nothing, since no CSV file is wanted."""
