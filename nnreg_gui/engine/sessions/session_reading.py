"""Sessions from the content of a file, checked before any of it is used.

Never allocate by what a file says of itself alone, and find whatever is wrong before making any run.
"""

import json
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.events import LARGEST_COST, Changed, EpochRecord, Stopped
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import OF_LIES, RunHistory, recorded, rows_type
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.engine.network import Parameters, parameter_count, parameters_in, sizes_of
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.sessions.session import LARGEST_NUMBER, ListedRun, Session
from nnreg_gui.engine.sessions.session_format import (
    DOCUMENT,
    MOST_CHANGES,
    NETWORKS_TYPE,
    SESSION_FORMAT,
    SESSION_VERSION,
    networks_name,
    rows_name,
)
from nnreg_gui.engine.sessions.session_parts import SessionParts, hold
from nnreg_gui.engine.specs import from_dict, shown, without_repeats

_ZIP = b"PK\x03\x04"
_NAME_AT = 30  # offset of the first part's name in a zip
LONGEST_BEGINNING = _NAME_AT + len(DOCUMENT)
MOST_CHARACTERS = 2**25  # of session.json
_SIGNS, _SIGNS_OF_HISTORY, _SIGNS_OF_CHANGE = 1_000, 400, 60  # that open or separate values: these cost memory
_MOST_EPOCHS = 100_000  # as in an experiment
_LONGEST = 1e9  # seconds: no epoch takes 30 years
_HIGHEST = {  # of the values in rows; the lowest is 0
    **dict.fromkeys(("training_cost", "validation_cost", "penalty"), LARGEST_COST),
    **dict.fromkeys(("training_accuracy", "validation_accuracy", "small_weights", *OF_LIES), 1.0),
    "seconds": _LONGEST,
    "largest_weight": float(np.finfo(NETWORKS_TYPE).max),
}


def begins_like_a_session(content: bytes) -> bool:
    """Return whether the first `LONGEST_BEGINNING` bytes of a file are those of a session file."""
    return content.startswith(_ZIP) and content[_NAME_AT:LONGEST_BEGINNING] == DOCUMENT.encode()


def read_session(content: bytes) -> Session:
    """Read the content of a session file.

    Raises:
        Problem: it is another kind of file, of a newer version, damaged or cut off.
    """
    if content[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise Problem("This is no session file but perhaps an experiment: open it as an experiment.")
    if not begins_like_a_session(content):
        raise Problem("This is not a session file: open one that was saved as a session of runs.")
    try:
        return _Reader(content).session()
    except Problem:
        raise
    # zipfile, json and the checks below raise all of these for content that is not as it was written.
    except (
        *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, OverflowError),
        *(ValueError, KeyError, TypeError, IndexError),
    ) as error:
        raise Problem("The session file is damaged or cut off: take another copy of it.") from error


class _Reader:
    """Reads one file; anything that is not as it must be raises an exception."""

    def __init__(self, content: bytes) -> None:
        self._parts = SessionParts(content)

    def session(self) -> Session:
        document = self._document()
        said, runs = _list(document["histories"]), _list(document["runs"])
        names = {DOCUMENT} | {name(place) for place in range(len(said)) for name in (rows_name, networks_name)}
        hold(self._parts.names == names)
        hold(sum(len(_list(one["changes"])) for one in said) <= MOST_CHANGES)
        for run in runs:
            _check_run(run, len(said))
        numbers = {run["number"] for run in runs}
        hold(len(numbers) == len(runs))
        for chosen in (document["baseline"], document["selected"]):
            hold(chosen is None or chosen in numbers)
        checked = [self._history(place, one) for place, one in enumerate(said)]
        histories = []
        while checked:  # making each drops what was read of it
            histories.append(checked.pop(0)())
        return Session(tuple(_listed_run(run, histories) for run in runs), document["baseline"], document["selected"])

    def _document(self) -> dict[str, Any]:
        text, histories = self._parts.read(DOCUMENT, MOST_CHARACTERS), len(self._parts.names) // 2
        signs = sum(map(text.count, (b"{", b"[", b",")))
        hold(signs <= _SIGNS + _SIGNS_OF_HISTORY * histories + _SIGNS_OF_CHANGE * MOST_CHANGES)
        try:
            document = json.loads(text, object_pairs_hook=without_repeats)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        hold(isinstance(document, dict))
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

    def _history(self, place: int, said: dict[str, Any]) -> Callable[[], RunHistory]:
        """Check what the file says of a history; return a function that makes it."""
        experiment = from_dict(Experiment, _dict(said["experiment"]))
        pruning = _pruning(said.get("pruning"))
        count = _whole(said["epochs"], 0, (experiment.training if pruning is None else pruning).epochs + 1)
        rows = self._parts.array(rows_name(place), rows_type(experiment), (count,))
        hold(np.array_equal(rows["epoch"], np.arange(count)))
        _check_figures(rows)
        epochs = _list(said["networks"])
        hold(all(_whole(epoch, 0, count - 1) == epoch for epoch in epochs) and sorted(set(epochs)) == epochs)
        sizes = sizes_of(experiment)
        networks = self._parts.array(networks_name(place), NETWORKS_TYPE, (len(epochs), parameter_count(sizes)))
        hold(bool(np.isfinite(networks).all()))
        accuracy = said["test_accuracy"]
        return partial(
            _restored,
            experiment,
            rows,
            {epoch: (line, sizes) for epoch, line in zip(epochs, networks, strict=True)},
            pruning=pruning,
            changes=_changes(said["changes"], experiment),
            stopped=_stopped(said["stopped"], set(epochs), experiment),
            test_accuracy=None if accuracy is None else _number(accuracy, 0, 1),
        )


def _restored(
    experiment: Experiment,
    rows: np.ndarray,
    networks: dict[int, tuple[np.ndarray, tuple[int, ...]]],
    *,
    stopped: tuple[int, int, bool] | None,
    **others: Any,
) -> RunHistory:
    """Return a history whose networks have arrays of their own, so that each can be dropped."""
    names = recorded(experiment)
    records = {
        epoch: _record(rows[epoch], _parameters(line.copy(), sizes), names) for epoch, (line, sizes) in networks.items()
    }
    fired = None if stopped is None else Stopped(stopped[0], records[stopped[1]], stopped[2])
    return RunHistory.restored(experiment, rows, records.values(), stopped=fired, **others)


def _record(row: np.void, parameters: Parameters, names: Sequence[str]) -> EpochRecord:
    figures = {name: float(row[name]) for name in names if name != "epoch"}
    layers = tuple(summarize_weights(weights) for weights in parameters.weights)
    return EpochRecord(epoch=int(row["epoch"]), **figures, layers=layers, parameters=parameters)


def _parameters(line: np.ndarray, sizes: tuple[int, ...]) -> Parameters:
    """Return the parameters written as one line: weights first, as in `in_one_array`."""
    return parameters_in(line, [*zip(sizes[1:], sizes[:-1], strict=True), *((neurons,) for neurons in sizes[1:])])


def _pruning(said: Any) -> Pruning | None:
    """Return how a network was pruned; sessions from before pruning existed say nothing about it."""
    if said is None:
        return None
    hold(_dict(said).keys() == {"share", "per_layer", "epochs"})
    return Pruning(_number(said["share"], 0, 1), _of(bool)(said["per_layer"]), _whole(said["epochs"], 0, _MOST_EPOCHS))


def _changes(said: list[Any], experiment: Experiment) -> list[Changed]:
    changes, epoch = [], 0.0
    for one in said:
        before, after = experiment, _after(_dict(one["after"]), experiment)
        epoch, experiment = _number(one["epoch"], epoch, experiment.training.epochs), after
        hold(before.may_become(after))
        changes.append(Changed(epoch, before, after))
    return changes


def _after(said: dict[str, Any], before: Experiment) -> Experiment:
    """Return an experiment that a run went on as: it says only the key of the data set, which is still the same."""
    data, data_set = _dict(said.get("data", {})), before.data.dataset
    hold(data.get("dataset", MNIST.key) == data_set.key)
    return from_dict(Experiment, said | {"data": data | {"dataset": data_set}})


def _stopped(said: Any, networks: set[int], experiment: Experiment) -> tuple[int, int, bool] | None:
    """Return where a rule fired, which epoch was best so far, and whether its network is used."""
    if said is None:
        return None
    epoch = _whole(said["epoch"], 0, experiment.training.epochs)
    hold(said["best"] in networks)
    return epoch, _whole(said["best"], 0, epoch), _of(bool)(said["restored"])


def _check_run(said: dict[str, Any], histories: int) -> None:
    """Check what the file says of a run in the list."""
    _whole(_dict(said)["number"], 1, LARGEST_NUMBER)
    _of(str)(said["name"])
    _of(bool)(said["shown"])
    places = [_whole(place, 0, histories - 1) for place in _list(said["repeats"])]
    history = _whole(said["history"], 0, histories - 1)
    hold(not places or (history in places and len(set(places)) == len(places)))


def _listed_run(said: dict[str, Any], histories: list[RunHistory]) -> ListedRun:
    repeats = tuple(histories[place] for place in said["repeats"])
    return ListedRun(histories[said["history"]], said["number"], said["name"], said["shown"], repeats)


def _check_figures(rows: np.ndarray) -> None:
    """Check that every figure is one that a run can have.

    Raises:
        Problem: one is not; the sentence names it.
    """
    for name, highest in _HIGHEST.items():
        if name not in (rows.dtype.names or ()):
            continue  # no label is wrong
        column = rows[name]
        hold(bool(np.isfinite(column).all()))
        wrong = (column < 0) | (column > highest)
        if wrong.any():
            raise Problem(
                "The session file cannot be right: in it, a “{key}” is {value}, but it must be between 0 and {high}.",
                key=name,
                value=f"{column[wrong][0]:g}",
                high=f"{highest:g}",
            )


# ------------------------------------------------------------------------------------------- what must hold, or else


def _of(kind: type) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        hold(type(value) is kind)
        return value

    return check


_list, _dict = _of(list), _of(dict)


def _whole(value: Any, low: int, high: int) -> int:
    hold(type(value) is int and low <= value <= high)
    return int(value)


def _number(value: Any, low: float, high: float) -> float:
    hold(type(value) in (int, float) and low <= value <= high)
    return float(value)
