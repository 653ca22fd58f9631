"""Sessions as the content of a file.

A session file is a zip without compression (weights hardly shrink): ``session.json`` with everything short, and per run
two .npy files that any notebook opens: its rows, one per epoch, and its networks, one per line, each with all its
weights and then all its biases, layer by layer. `nnreg_gui.engine.sessions.session_reading` reads it.
"""

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory, merged
from nnreg_gui.engine.network import in_one_array, parameter_count, sizes_of
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.sessions.plain_arrays import array_bytes
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.specs import to_dict

SESSION_FORMAT, SESSION_VERSION = "nnreg-session", 1
DOCUMENT = "session.json"  # first in the file, which readers recognize by how it begins
NETWORKS_TYPE = np.dtype(np.float32)
# The reader checks the same bounds, so that it can read whatever was written.
MOST_BYTES = 2**30
MOST_HISTORIES, MOST_CHANGES = 2_000, 5_000  # in one session
_MOST_NETWORKS = 20  # evenly spaced ones per run, beside those with a name
_FEWER_NETWORKS = (_MOST_NETWORKS, 10, 5, 0)
_DOCUMENT_BYTES = 6_000  # in session.json per history, more or less


def rows_name(place: int) -> str:
    """Return the name, within the file, of this history's rows."""
    return f"{place}-rows.npy"


def networks_name(place: int) -> str:
    """Return the name, within the file, of this history's networks."""
    return f"{place}-networks.npy"


def histories_of(session: Session) -> list[RunHistory]:
    """Return all histories of a session, including repeats, each once."""
    return list(dict.fromkeys(history for run in session.runs for history in (run.history, *run.repeats)))


def frozen(session: Session, networks: int = _MOST_NETWORKS) -> Session:
    """Return a snapshot of a session, which stays as it is while its runs grow.

    Args:
        session: may hold unfinished runs.
        networks: how many evenly spaced networks of each run to take along, beside the untrained, the best, the newest
            and the one in use.
    """
    copies = {history: history.with_records(records_to_keep(history, networks)) for history in histories_of(session)}
    runs = tuple(
        replace(run, history=copies[run.history], repeats=tuple(copies[repeat] for repeat in run.repeats))
        for run in session.runs
    )
    return replace(session, runs=runs)


def fitting(session: Session, most_bytes: int = MOST_BYTES) -> Session:
    """Return a snapshot of a session, with as many networks of each run as a file has room for.

    Raises:
        Problem: even with the fewest networks, the file would be too large.
    """
    count = len(histories_of(session))
    if count > MOST_HISTORIES:
        raise Problem(
            "A session holds up to {most} runs, and these are {count}: remove some of them.",
            most=f"{MOST_HISTORIES:,}",
            count=f"{count:,}",
        )
    for networks in _FEWER_NETWORKS:
        kept = frozen(session, networks)
        size = file_size(kept)
        if size <= most_bytes:
            return kept
    raise Problem(
        "These runs would take {size} MB, but a session holds up to {most} MB: remove some of those with the largest "
        "networks.",
        size=f"{size / 1e6:,.0f}",
        most=f"{most_bytes / 1e6:,.0f}",
    )


def file_size(session: Session) -> int:
    """Return roughly how many bytes a `frozen` session takes in a file."""
    return sum(
        history.rows.nbytes
        + sum(1 for _ in history.kept()) * parameter_count(sizes_of(history.experiment)) * NETWORKS_TYPE.itemsize
        + _DOCUMENT_BYTES
        for history in histories_of(session)
    )


def records_to_keep(history: RunHistory, networks: int) -> list[EpochRecord]:
    """Return so many evenly spaced records, and those with a name, by epoch.

    Take those nearest to evenly spaced epochs: a session read from a file is written with the same ones again.
    """
    kept = {record.epoch: record for record in history.kept()}
    if len(kept) > networks:
        spaced = np.linspace(0, len(history) - 1, networks)
        kept = {record.epoch: record for epoch in spaced if (record := history.record_near(epoch)) is not None}
    kept |= {record.epoch: record for record in history.named()}
    return [kept[epoch] for epoch in sorted(kept)]


def session_bytes(session: Session) -> bytes:
    """Return the content of a session file.

    Raises:
        Problem: it would be too large to read.
    """
    session = fitting(session)
    histories = histories_of(session)
    records = [list(history.kept()) for history in histories]
    document = _document(session, histories, records)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        # A ZipInfo made from the name alone has no date: equal sessions give equal files.
        text = json.dumps(document, indent=1, allow_nan=False, ensure_ascii=False) + "\n"
        file.writestr(zipfile.ZipInfo(DOCUMENT), text)
        for place, (history, kept) in enumerate(zip(histories, records, strict=True)):
            file.writestr(zipfile.ZipInfo(rows_name(place)), array_bytes(history.rows))
            file.writestr(zipfile.ZipInfo(networks_name(place)), array_bytes(_networks(history.experiment, kept)))
    return buffer.getvalue()


def _networks(experiment: Experiment, records: Sequence[EpochRecord]) -> np.ndarray:
    """Return the records' parameters, (records, parameters)."""
    networks = np.empty((len(records), parameter_count(sizes_of(experiment))), NETWORKS_TYPE)
    for line, record in zip(networks, records, strict=True):
        line[:] = in_one_array(record.parameters)[0]
    return networks


def _document(session: Session, histories: list[RunHistory], records: list[list[EpochRecord]]) -> dict[str, Any]:
    places = {history: place for place, history in enumerate(histories)}
    numbers = {run.number for run in session.runs}
    changes = sum(len(history.changes) for history in histories)
    most = MOST_CHANGES // len(histories) if changes > MOST_CHANGES else MOST_CHANGES
    return {
        "format": SESSION_FORMAT,
        "version": SESSION_VERSION,
        "baseline": session.baseline if session.baseline in numbers else None,
        "selected": session.selected if session.selected in numbers else None,
        "runs": [_run_document(run, places) for run in session.runs],
        "histories": [_history_document(history, kept, most) for history, kept in zip(histories, records, strict=True)],
    }


def _run_document(run: ListedRun, places: dict[RunHistory, int]) -> dict[str, Any]:
    return {
        "number": run.number,
        "name": run.name,
        "shown": run.shown,
        "history": places[run.history],
        "repeats": [places[repeat] for repeat in run.repeats],
    }


def _history_document(history: RunHistory, records: list[EpochRecord], most_changes: int) -> dict[str, Any]:
    stopped, changes = history.stopped, merged(history.changes, most_changes)
    return {
        "experiment": to_dict(history.experiment),
        # Only if there is something to say: sessions without pruning stay as they were before it existed.
        **({"pruning": asdict(history.pruning)} if history.pruning is not None else {}),
        # The experiment before a change is the one after the previous change.
        "changes": [{"epoch": change.epoch, "after": _after(change.after)} for change in changes],
        "stopped": None
        if stopped is None
        else {"epoch": stopped.epoch, "best": stopped.best.epoch, "restored": stopped.restored},
        "test_accuracy": history.test_accuracy,
        "epochs": len(history),
        "networks": [record.epoch for record in records],
    }


def _after(experiment: Experiment) -> dict[str, Any]:
    """Return an experiment that a run went on as, with the key of its data set, which cannot change in mid-run."""
    document = to_dict(experiment)
    document["data"]["dataset"] = experiment.data.dataset.key
    return document
