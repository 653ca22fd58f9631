"""Whatever a file contains, it is read or refused in a sentence, and anything read can be written again."""

import gzip
import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnreg_gui.engine.digits import read_split
from nnreg_gui.engine.events import Changed, EpochRecord
from nnreg_gui.engine.experiment import Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.engine.network import initial_parameters
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.sessions.plain_arrays import array_bytes
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import DOCUMENT, session_bytes
from nnreg_gui.engine.sessions.session_reading import read_session

ANYTHING: list[Any] = [
    *(None, True, False, -1, 0, 1, 0.5, -0.0, 1e-320, 1e308, 10**30, 10**400, float("nan"), float("inf")),
    *("", "1", "L2", "é\ud800", "mnist\0", 10_000 * "x", [], {}, [[]], [0], [-1], [10**9], {"a": 1}, {"epoch": 0}),
]
PARTS: list[bytes] = [
    *(b"", b"\x93NUMPY\x01\x00", array_bytes(np.zeros(0)), array_bytes(np.zeros((10, 3), np.float32))),
    *(array_bytes(np.full((3, 825), value, np.float32)) for value in (np.nan, np.inf, 1e38)),
]


@cache
def parts_of_a_session() -> dict[str, bytes]:
    experiment = Experiment(network=NetworkSpec(hidden=(1,)), training=TrainingSpec(epochs=2))
    parameters = initial_parameters((784, 1, 10), "large", np.random.default_rng(1))
    layers = tuple(summarize_weights(weights) for weights in parameters.weights)
    histories = [RunHistory(experiment) for _ in range(3)]
    for history in histories:
        for epoch in range(3):
            history.add(EpochRecord(epoch, 1.0, 2.0, 0.5, 0.7, 0.6, 0.1, layers, parameters))
        history.add(Changed(1.5, experiment, replace(experiment, training=TrainingSpec(epochs=2, learning_rate=0.1))))
    runs = (ListedRun(histories[0], 1, "a"), ListedRun(histories[1], 2, repeats=tuple(histories[1:])))
    with zipfile.ZipFile(io.BytesIO(session_bytes(Session(runs, 1, 2)))) as file:
        return {name: file.read(name) for name in file.namelist()}


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container of a JSON document with each of its keys."""
    for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield node, key
        yield from places(node[key])


Result = TypeVar("Result")


def read_or_refused(read: Callable[[], Result]) -> Result | None:
    """Return what was read, or None if it was refused in a sentence."""
    try:
        return read()
    except Problem as problem:
        sentence = str(problem)
    assert 0 < len(sentence) < 500
    assert "\n" not in sentence
    return None


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_a_session_with_anything_in_its_parts_is_read_or_refused(data: st.DataObject) -> None:
    parts = dict(parts_of_a_session())
    document = json.loads(parts[DOCUMENT])
    for _ in range(data.draw(st.integers(0, 3))):
        every = list(places(document))
        where, key = every[data.draw(st.integers(0, len(every) - 1))]
        match data.draw(st.sampled_from(["replace", "replace", "remove", "twice"])):
            case "replace":
                where[key] = deepcopy(data.draw(st.sampled_from(ANYTHING)))  # a copy: it must not contain itself
            case "remove":
                del where[key]
            case "twice" if isinstance(where, list):
                where.append(deepcopy(where[key]))
    parts[DOCUMENT] = json.dumps(document).encode()
    if data.draw(st.booleans()):
        parts[data.draw(st.sampled_from(sorted(parts)))] = data.draw(st.sampled_from(PARTS))
    buffer = io.BytesIO()
    method = data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, part in parts.items():
            file.writestr(name, part)

    read = read_or_refused(lambda: read_session(buffer.getvalue()))
    assert read is None or read_session(session_bytes(read))


@settings(deadline=None, max_examples=50)
@given(
    magic=st.sampled_from([2051, 2049, 0]),
    sizes=st.tuples(*3 * [st.sampled_from([0, 1, 2, 8, 1_024, 10**9, 2**32 - 1])]),
    body=st.binary(max_size=20) | st.integers(0, 2_000).map(bytes),
    cut=st.integers(-30, 0),
)
def test_a_file_of_digits_with_anything_in_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, magic: int, sizes: tuple[int, ...], body: bytes, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("digits")
    packed = gzip.compress(struct.pack(">4I", magic, *sizes) + body)
    (folder / "images.gz").write_bytes(packed[:cut] if cut else packed)
    (folder / "labels.gz").write_bytes(gzip.compress(struct.pack(">2I", 2049, 2) + b"\0\1"))
    split = read_or_refused(lambda: read_split(folder / "images.gz", folder / "labels.gz"))
    assert split is None or split.images.shape == sizes
