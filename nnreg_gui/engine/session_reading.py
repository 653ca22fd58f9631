"""Sessions from the content of a file, checked before anything of it is used.

Nothing is unpacked or allocated by what a file says of itself: its parts must lie in it as they are, so that all of
them together are no larger than the file.
"""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import numpy as np

from nnreg_gui.engine.events import Changed, EpochRecord, Stopped
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RECORDED, RunHistory
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.engine.network import Parameters, parameter_count
from nnreg_gui.engine.plain_arrays import array_from
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.session import ListedRun, Session
from nnreg_gui.engine.session_format import (
    DOCUMENT,
    NETWORKS_TYPE,
    ROWS_TYPE,
    SESSION_FORMAT,
    SESSION_VERSION,
    networks_name,
    rows_name,
    sizes_of,
)
from nnreg_gui.engine.specs import from_dict, shown, without_repeats

_ZIP = b"PK\x03\x04"
_NAME_AT = 30  # where the name of the first part stands in a zip
LONGEST_BEGINNING = _NAME_AT + len(DOCUMENT)
_MOST_CHARACTERS = 2**24  # of session.json: enough for ten thousand runs
_LARGEST_NUMBER = 10**6
_MOST_EPOCHS = 100_000  # as of an experiment


def begins_like_a_session(content: bytes) -> bool:
    """Tell whether the first `LONGEST_BEGINNING` bytes of a file are those of a session file."""
    return content.startswith(_ZIP) and content[_NAME_AT:LONGEST_BEGINNING] == DOCUMENT.encode()


def read_session(content: bytes) -> Session:
    """Read the content of a session file.

    Raises:
        Problem: it is another kind of file, of a newer version, damaged or cut off.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise Problem("This is no session file but perhaps an experiment: open it as an experiment.")
    if not begins_like_a_session(content):
        raise Problem("This is not a session file: open one that was saved as a session of runs.")
    try:
        return _Reader(content).session()
    except Problem:
        raise
    # zipfile, json and the checks below say in all these ways that something is not as it was written.
    except (
        *(zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, OverflowError),
        *(ValueError, KeyError, TypeError, IndexError),
    ) as error:
        raise Problem("The session file is damaged or cut off: take another copy of it.") from error


class _Reader:
    """Reads one file; whatever is not as it must be ends in an exception."""

    def __init__(self, content: bytes) -> None:
        self._file = zipfile.ZipFile(io.BytesIO(content))
        parts = self._file.infolist()
        self._parts = {part.filename: part for part in parts}
        _hold(len(self._parts) == len(parts))
        _hold(all(part.compress_type == zipfile.ZIP_STORED and not part.flag_bits & 1 for part in parts))
        _hold(all(part.file_size == part.compress_size for part in parts))
        _hold(sum(part.file_size for part in parts) <= len(content))

    def session(self) -> Session:
        document = self._document()
        histories = [self._history(place, said) for place, said in enumerate(_list(document["histories"]))]
        names = {DOCUMENT} | {name(place) for place in range(len(histories)) for name in (rows_name, networks_name)}
        _hold(self._parts.keys() == names)
        runs = tuple(_listed_run(said, histories) for said in _list(document["runs"]))
        numbers = {run.number for run in runs}
        _hold(len(numbers) == len(runs))
        for chosen in (document["baseline"], document["selected"]):
            _hold(chosen is None or chosen in numbers)
        return Session(runs, document["baseline"], document["selected"])

    def _document(self) -> dict[str, Any]:
        _hold(self._parts[DOCUMENT].file_size <= _MOST_CHARACTERS)
        try:
            document = json.loads(self._file.read(DOCUMENT), object_pairs_hook=without_repeats)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        _hold(isinstance(document, dict))
        if document["format"] != SESSION_FORMAT:
            raise Problem("This is not a session file: open one that was saved as a session of runs.")
        version = document["version"]
        if version != SESSION_VERSION or isinstance(version, bool):
            raise Problem(
                "The session file is of version {value}, but this program reads version {version}: open it with a "
                "newer nnreg-gui.",
                value=shown(version),
                version=str(SESSION_VERSION),
            )
        return document

    def _history(self, place: int, said: dict[str, Any]) -> RunHistory:
        experiment = from_dict(Experiment, _dict(said["experiment"]))
        pruning = _pruning(said.get("pruning"))
        count = _whole(said["epochs"], 0, (experiment.training if pruning is None else pruning).epochs + 1)
        rows = array_from(self._file.read(rows_name(place)), ROWS_TYPE, (count,))
        _hold(all(bool(np.isfinite(rows[name]).all()) for name in rows.dtype.names or ()))
        _hold(np.array_equal(rows["epoch"], np.arange(count)))
        records = self._records(place, experiment, rows, _list(said["networks"]))
        accuracy = said["test_accuracy"]
        return RunHistory.restored(
            experiment,
            rows,
            records,
            pruning=pruning,
            changes=_changes(_list(said["changes"]), experiment),
            stopped=_stopped(said["stopped"], {record.epoch: record for record in records}, experiment),
            test_accuracy=None if accuracy is None else _number(accuracy, 0, 1),
        )

    def _records(self, place: int, experiment: Experiment, rows: np.ndarray, epochs: list[Any]) -> list[EpochRecord]:
        _hold(all(_whole(epoch, 0, len(rows) - 1) == epoch for epoch in epochs) and sorted(set(epochs)) == epochs)
        sizes = sizes_of(experiment)
        shape = (len(epochs), parameter_count(sizes))
        networks = array_from(self._file.read(networks_name(place)), NETWORKS_TYPE, shape)
        _hold(bool(np.isfinite(networks).all()))
        return [_record(rows[epoch], _parameters(line, sizes)) for epoch, line in zip(epochs, networks, strict=True)]


def _record(row: np.void, parameters: Parameters) -> EpochRecord:
    figures = {name: float(row[name]) for name in RECORDED if name != "epoch"}
    layers = tuple(summarize_weights(weights) for weights in parameters.weights)
    return EpochRecord(epoch=int(row["epoch"]), **figures, layers=layers, parameters=parameters)


def _parameters(line: np.ndarray, sizes: tuple[int, ...]) -> Parameters:
    """Return the parameters that were written as one line: weights first, as `in_one_array` has them."""
    shapes: list[tuple[int, ...]] = [*zip(sizes[1:], sizes[:-1], strict=True), *((neurons,) for neurons in sizes[1:])]
    arrays, at = [], 0
    for shape in shapes:
        length = int(np.prod(shape))
        arrays.append(line[at : at + length].reshape(shape))
        at += length
    layers = len(sizes) - 1
    return Parameters(tuple(arrays[:layers]), tuple(arrays[layers:]))


def _pruning(said: Any) -> Pruning | None:
    """Return how a network was pruned; sessions of before there was pruning say nothing of it."""
    if said is None:
        return None
    _hold(_dict(said).keys() == {"share", "per_layer", "epochs"})
    return Pruning(_number(said["share"], 0, 1), _of(bool)(said["per_layer"]), _whole(said["epochs"], 0, _MOST_EPOCHS))


def _changes(said: list[Any], experiment: Experiment) -> list[Changed]:
    changes, epoch = [], 0.0
    for one in said:
        before, after = experiment, from_dict(Experiment, _dict(one["after"]))
        epoch, experiment = _number(one["epoch"], epoch, experiment.training.epochs), after
        _hold(before.may_become(after))
        changes.append(Changed(epoch, before, after))
    return changes


def _stopped(said: Any, records: dict[int, EpochRecord], experiment: Experiment) -> Stopped | None:
    if said is None:
        return None
    epoch = _whole(said["epoch"], 0, experiment.training.epochs)
    return Stopped(epoch, records[_whole(said["best"], 0, epoch)], _of(bool)(said["restored"]))


def _listed_run(said: dict[str, Any], histories: list[RunHistory]) -> ListedRun:
    def history(place: Any) -> RunHistory:
        return histories[_whole(place, 0, len(histories) - 1)]

    run = ListedRun(
        history(said["history"]),
        _whole(said["number"], 1, _LARGEST_NUMBER),
        _of(str)(said["name"]),
        _of(bool)(said["shown"]),
        tuple(history(place) for place in _list(said["repeats"])),
    )
    _hold(not run.repeats or run.history in run.repeats)
    return run


# ------------------------------------------------------------------------------------------- what must hold, or else


def _hold(condition: bool) -> None:
    if not condition:
        raise ValueError("not as it was written")


def _of(kind: type) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        _hold(type(value) is kind)
        return value

    return check


_list, _dict = _of(list), _of(dict)


def _whole(value: Any, low: int, high: int) -> int:
    _hold(type(value) is int and low <= value <= high)
    return int(value)


def _number(value: Any, low: float, high: float) -> float:
    _hold(type(value) in (int, float) and low <= value <= high)
    return float(value)
