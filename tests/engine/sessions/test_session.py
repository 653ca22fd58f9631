"""Sessions in a file: read as written, bit for bit; any other file is refused in a sentence."""

import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import LARGEST_COST, Changed, EpochRecord, Stopped, WeightSummary
from nnreg_gui.engine.events import Tested as FinalTest
from nnreg_gui.engine.experiment import (
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.history import RunHistory, recorded, rows_type
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.engine.network import Parameters, initial_parameters, sizes_of
from nnreg_gui.engine.problems import ExperimentError, Problem
from nnreg_gui.engine.sessions.plain_arrays import array_bytes, array_from
from nnreg_gui.engine.sessions.session import LONGEST_NAME, ListedRun, Session
from nnreg_gui.engine.sessions.session_format import (
    DOCUMENT,
    file_size,
    fitting,
    frozen,
    session_bytes,
)
from nnreg_gui.engine.sessions.session_reading import read_session
from nnreg_gui.engine.training import train

NO_SESSION = "This is not a session file: open one that was saved as a session of runs."
DAMAGED = "The session file is damaged or cut off: take another copy of it."


# ------------------------------------------------------------------------------------------------------------ equality


def facts(history: RunHistory) -> dict[str, Any]:
    """Return everything in which two histories may differ, bit for bit."""

    def network(record: EpochRecord | None) -> object:
        if record is None:
            return None
        arrays = (*record.parameters.weights, *record.parameters.biases)
        layers = [(layer.counts.tolist(), layer.limit, layer.largest, layer.small) for layer in record.layers]
        figures = [getattr(record, name) for name in recorded(history.experiment)]
        return figures, layers, [(array.dtype.str, array.shape, array.tobytes()) for array in arrays]

    stopped = history.stopped
    return {
        "experiment": history.experiment,
        "changes": history.changes,
        "rows": (history.rows.dtype, history.rows.tobytes()),
        "records": [network(record) for record in history.kept()],
        "named": [network(record) for record in (history.initial, history.best, history.newest, history.in_use)],
        "stopped": stopped and (stopped.epoch, network(stopped.best), stopped.restored),
        "test": history.test_accuracy,
    }


def session_facts(session: Session) -> dict[str, Any]:
    """Return everything in a session, and which of its histories are the same object."""
    place: dict[RunHistory, int] = {}
    for run in session.runs:
        for history in (run.history, *run.repeats):
            place.setdefault(history, len(place))
    return {
        "runs": [(r.number, r.name, r.shown, place[r.history], [place[h] for h in r.repeats]) for r in session.runs],
        "histories": [facts(history) for history in place],
        "chosen": (session.baseline, session.selected),
    }


# ----------------------------------------------------------------------------------------------------- made-up sessions

SHARES = st.floats(0, 1, width=64)
COSTS = st.floats(0, LARGEST_COST)
SECONDS = st.floats(0, 1e9)
WHEN = st.floats(0, 1)


@cache
def a_network(sizes: tuple[int, ...], seed: int) -> tuple[Parameters, tuple[WeightSummary, ...]]:
    parameters = initial_parameters(sizes, "large", np.random.default_rng(seed))
    return parameters, tuple(summarize_weights(w) for w in parameters.weights)


def a_record(epoch: int, experiment: Experiment, figures: list[float], seed: int) -> EpochRecord:
    parameters, layers = a_network(sizes_of(experiment), seed)
    named = dict(zip(recorded(experiment)[1:], figures, strict=True))
    return EpochRecord(epoch=epoch, **named, layers=layers, parameters=parameters)


@st.composite
def histories(draw: st.DrawFn) -> RunHistory:
    """Draw histories of tiny networks, with anything that may happen to a run."""
    experiment = Experiment(
        data=DataSpec(training_images=100, wrong_labels=draw(st.sampled_from([0.0, 0.001, 0.2]))),
        network=NetworkSpec(hidden=draw(st.sampled_from([(), (1,), (1, 2)]))),
        training=TrainingSpec(epochs=draw(st.integers(1, 30))),
        seed=draw(st.integers(0, 9)),
    )
    history = RunHistory(experiment)
    count = draw(st.integers(0, experiment.training.epochs + 1))
    for epoch in range(count):
        of_lies = (SHARES, SHARES) if experiment.data.lies else ()
        figures = [draw(part) for part in (COSTS, COSTS, COSTS, SHARES, SHARES, SECONDS, *of_lies)]
        history.add(a_record(epoch, experiment, figures, draw(st.integers(0, 3))))
    before = experiment
    for share in sorted(draw(st.lists(WHEN, max_size=3))):
        after = replace(before, regularization=RegularizationSpec(penalty="l2", lambda_=draw(WHEN)))
        history.add(Changed(share * experiment.training.epochs, before, after))
        before = history.current_experiment
    if count and draw(st.booleans()):
        best = draw(st.sampled_from(list(history.kept())))
        history.add(Stopped(draw(st.integers(best.epoch, count - 1)), best, draw(st.booleans())))
    if draw(st.booleans()):
        history.add(FinalTest(draw(SHARES)))
    return history


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Draw lists of such runs, as a user may have left them."""
    runs = []
    for number in draw(st.lists(st.integers(1, 50), max_size=3, unique=True)):
        history = draw(histories())
        others = draw(st.lists(histories(), max_size=2))
        repeats = (history, *others) if others else ()
        runs.append(ListedRun(history, number, draw(st.text(max_size=5)), draw(st.booleans()), repeats))
    chosen = st.sampled_from([None, *(run.number for run in runs)])
    return Session(tuple(runs), draw(chosen), draw(chosen))


# ------------------------------------------------------------------------------------------------- there and back again


@settings(deadline=None, max_examples=20)
@given(session=sessions())
def test_every_session_comes_back_from_its_file_bit_for_bit(session: Session) -> None:
    kept = frozen(session)
    content = session_bytes(session)
    read = read_session(content)

    assert session_facts(read) == session_facts(kept)
    assert session_bytes(kept) == content


def test_a_real_run_with_early_stopping_comes_back_ready_to_be_asked(few_digits: Digits) -> None:
    stopping = StoppingSpec(rule="no_improvement", parameter=1, watch="accuracy")
    experiment = Experiment(
        data=DataSpec(training_images=100),
        network=NetworkSpec(hidden=(5,)),
        training=TrainingSpec(epochs=30, stopping=stopping),
    )
    history = RunHistory.of(experiment, train(experiment, few_digits))
    read = read_session(session_bytes(Session((ListedRun(history, 3, "přeučený 😀"),), 3, 3)))

    assert facts(read.runs[0].history) == facts(frozen(Session((ListedRun(history, 3),))).runs[0].history)
    assert read.runs[0].name == "přeučený 😀"
    stopped = read.runs[0].history.stopped
    assert stopped is not None
    assert stopped.restored
    assert read.runs[0].history.finished
    assert read.runs[0].history.in_use is stopped.best


def test_a_long_run_keeps_some_twenty_networks_evenly_spaced_and_those_with_a_name() -> None:
    experiment = Experiment(network=NetworkSpec(hidden=()), training=TrainingSpec(epochs=400))
    history = RunHistory(experiment)
    one = a_record(0, experiment, [1, 2, 0, 0.5, 0.5, 0.1], 0)
    for epoch in range(401):
        history.add(replace(one, epoch=epoch, validation_accuracy=0.9 if epoch == 137 else 0.5))
    read = read_session(session_bytes(Session((ListedRun(history, 1),)))).runs[0].history
    kept = [record.epoch for record in read.kept()]

    assert len(read) == 401
    assert {0, 137, 400} <= set(kept)
    assert len(kept) == 21
    assert max(np.diff(kept)) <= 400 / 19 + 1
    again = read_session(session_bytes(Session((ListedRun(read, 1),)))).runs[0].history
    assert [record.epoch for record in again.kept()] == kept


def test_what_is_frozen_does_not_grow_with_the_run(made: Callable[[], RunHistory]) -> None:
    history = made()
    kept = frozen(Session((ListedRun(history, 1),)))
    before = session_bytes(kept)
    history.add(replace(list(history.kept())[-1], epoch=3))

    assert len(history) == 4
    assert session_bytes(kept) == before


def test_only_the_networks_with_a_name_are_taken_along_where_no_others_are_wanted(
    made: Callable[[], RunHistory],
) -> None:
    kept = frozen(Session((ListedRun(made(), 1),)), networks=0).runs[0].history

    assert [record.epoch for record in kept.kept()] == [0, 2]
    assert len(kept) == 3


def test_a_baseline_that_is_gone_is_none(made: Callable[[], RunHistory]) -> None:
    read = read_session(session_bytes(Session((ListedRun(made(), 2),), baseline=1, selected=2)))

    assert (read.baseline, read.selected) == (None, 2)


def test_notebooks_open_the_parts_of_a_session(made: Callable[[], RunHistory]) -> None:
    history = made()
    with zipfile.ZipFile(io.BytesIO(session_bytes(Session((ListedRun(history, 1),))))) as file:
        rows = np.load(io.BytesIO(file.read("0-rows.npy")), allow_pickle=False)
        networks = np.load(io.BytesIO(file.read("0-networks.npy")), allow_pickle=False)

    assert rows["validation_cost"].tolist() == history.column("validation_cost").tolist()
    assert networks.shape == (3, 785 * 1 + 2 * 10)


# ---------------------------------------------------------------------------------------------- what is written fits


def a_long_run(epochs: int = 40) -> RunHistory:
    experiment = Experiment(network=NetworkSpec(hidden=()), training=TrainingSpec(epochs=epochs))
    history = RunHistory(experiment)
    one = a_record(0, experiment, [1, 2, 0, 0.5, 0.5, 0.1], 0)
    for epoch in range(epochs + 1):
        history.add(replace(one, epoch=epoch, validation_accuracy=0.9 if epoch == 7 else 0.5))
    return history


def test_the_size_of_a_file_is_known_before_it_is_written() -> None:
    kept = frozen(Session((ListedRun(a_long_run(), 1), ListedRun(a_long_run(), 2))))

    assert file_size(kept) == pytest.approx(len(session_bytes(kept)), rel=0.02)


@pytest.mark.parametrize(("most_bytes", "networks"), [(10**6, 21), (400_000, 11), (200_000, 6), (120_000, 3)])
def test_where_there_is_less_room_fewer_networks_are_written(most_bytes: int, networks: int) -> None:
    (run,) = fitting(Session((ListedRun(a_long_run(), 1),)), most_bytes).runs
    kept = [record.epoch for record in run.history.kept()]

    assert len(kept) == networks
    assert {0, 7, 40} <= set(kept)
    assert len(run.history) == 41


def test_what_does_not_fit_even_so_is_told_before_it_is_written() -> None:
    session = Session((ListedRun(a_long_run(), 1),))
    with pytest.raises(Problem) as caught:
        fitting(session, 90_000)
    assert str(caught.value) == (
        "These runs would take 0 MB, but a session holds up to 0 MB: remove some of those with the largest networks."
    )
    many = Session(tuple(ListedRun(RunHistory(Experiment()), number) for number in range(1, 2_002)))
    with pytest.raises(Problem) as caught:
        session_bytes(many)
    assert str(caught.value) == "A session holds up to 2,000 runs, and these are 2,001: remove some of them."


def test_as_many_runs_as_are_written_are_read() -> None:
    runs = tuple(ListedRun(RunHistory(Experiment()), number, "😀" * 200) for number in range(1, 2_001))

    assert len(read_session(session_bytes(Session(runs))).runs) == 2_000


def test_more_changes_than_can_be_read_are_not_written() -> None:
    first = Experiment(network=NetworkSpec(hidden=()))
    specs = [RegularizationSpec(penalty="l2", lambda_=step / 1_000) for step in range(1, 101)]
    experiments = [first, *(replace(first, regularization=spec) for spec in specs)]
    changes = [Changed(step, *pair) for step, pair in enumerate(pairwise(experiments), 1)]
    runs = [ListedRun(RunHistory.of(first, changes), number) for number in range(1, 61)]
    session = Session(tuple(runs))
    read = read_session(session_bytes(session))

    assert [len(run.history.changes) for run in session.runs] == 60 * [100]
    for run in read.runs:
        changes = run.history.changes
        assert 40 < len(changes) <= 5_000 // 60
        assert changes[-1].after == session.runs[0].history.current_experiment
        assert all(one.after == next_one.before for one, next_one in pairwise(changes))
        assert (changes[0].before, changes[-1].epoch) == (run.history.experiment, 100)


# --------------------------------------------------------------------------------------------------- what is refused


@pytest.fixture
def made() -> Callable[[], RunHistory]:
    """Make a history with three records of a network with one hidden neuron."""

    def make() -> RunHistory:
        experiment = Experiment(network=NetworkSpec(hidden=(1,)), training=TrainingSpec(epochs=10))
        history = RunHistory(experiment)
        for epoch in range(3):
            history.add(a_record(epoch, experiment, [1, 2, 0.5, 0.7, 0.6, 0.1], epoch))
        history.add(Changed(1.5, experiment, replace(experiment, regularization=RegularizationSpec(dropout=0.5))))
        history.add(Stopped(2, next(history.kept()), restored=False))
        return history

    return make


@pytest.fixture
def good(made: Callable[[], RunHistory]) -> bytes:
    history = made()
    return session_bytes(Session((ListedRun(history, 1, "a", True, (history, made())), ListedRun(made(), 2)), 1, 2))


def refusal(content: bytes) -> str:
    """Return the sentence that refuses a file."""
    with pytest.raises(Problem) as caught:
        read_session(content)
    return str(caught.value)


def rebuilt(content: bytes, change: Callable[[dict[str, bytes]], None], method: int = zipfile.ZIP_STORED) -> bytes:
    """Return a valid file in which somebody has changed some parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return buffer.getvalue()


def with_document(content: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """Return a file whose session.json says something else."""

    def change_parts(parts: dict[str, bytes]) -> None:
        document = json.loads(parts[DOCUMENT])
        change(document)
        parts[DOCUMENT] = json.dumps(document).encode()

    return rebuilt(content, change_parts)


@pytest.mark.parametrize("content", [b"", b"PK", b"\x89PNG\r\n", b"a text", bytes(100)])
def test_a_file_of_another_kind_is_no_session(content: bytes) -> None:
    assert refusal(content) == NO_SESSION


def test_a_zip_of_somebody_else_is_no_session(good: bytes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("photo.jpg", b"x")
    assert refusal(buffer.getvalue()) == NO_SESSION
    assert refusal(with_document(good, lambda document: document.update(format="other"))) == NO_SESSION


@pytest.mark.parametrize("beginning", [b"", b"\xef\xbb\xbf", b" \n"])
def test_an_experiment_file_is_no_session_and_a_session_no_experiment(good: bytes, beginning: bytes) -> None:
    assert refusal(beginning + Experiment().to_json().encode()) == (
        "This is no session file but perhaps an experiment: open it as an experiment."
    )
    with pytest.raises(ExperimentError, match="This is not an experiment file"):
        Experiment.from_json(good)


def test_a_newer_version_asks_for_a_newer_program(good: bytes) -> None:
    assert refusal(with_document(good, lambda document: document.update(version=2))) == (
        "The session file is of version 2, but this program reads version 1: open it with a newer nnreg-gui."
    )


def test_a_setting_that_is_not_known_is_named(good: bytes) -> None:
    def change(document: dict[str, Any]) -> None:
        document["histories"][0]["experiment"]["pruning"] = 1

    assert refusal(with_document(good, change)) == "“pruning” is not a setting of an experiment."


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("runs", 0, "number"), 0),
        (("runs", 0, "number"), 2),
        (("runs", 0, "number"), True),
        (("runs", 0, "number"), 10**9),
        (("runs", 0, "name"), 5),
        (("runs", 0, "shown"), 1),
        (("runs", 0, "history"), 3),
        (("runs", 0, "history"), -1),
        (("runs", 0, "repeats"), [1]),
        (("runs", 0, "repeats"), None),
        (("runs",), {}),
        (("runs", 0), []),
        (("baseline",), 7),
        (("baseline",), []),
        (("selected",), "1"),
        (("histories",), None),
        (("histories", 0), None),
        (("histories", 0, "experiment"), None),
        (("histories", 0, "epochs"), 4),
        (("histories", 0, "epochs"), 10**12),
        (("histories", 0, "networks"), [0, 1]),
        (("histories", 0, "networks"), [0, 2, 1]),
        (("histories", 0, "networks"), [0, 1, 1]),
        (("histories", 0, "networks"), [0, 1, 9]),
        (("histories", 0, "networks"), [0, 1, 2.0]),
        (("histories", 0, "networks"), list(range(10**4))),
        (("histories", 0, "experiment", "network", "hidden"), [2_000, 2_000, 2_000]),
        (("histories", 0, "experiment", "training", "epochs"), 1),
        (("histories", 0, "changes"), [1]),
        (("histories", 0, "changes", 0, "epoch"), float("nan")),
        (("histories", 0, "changes", 0, "epoch"), 11),
        (("histories", 0, "changes", 0, "after"), 1),
        (("histories", 0, "changes", 0, "after", "seed"), 5),
        (("histories", 0, "stopped"), 1),
        (("histories", 0, "stopped", "best"), 1.5),
        (("histories", 0, "stopped", "epoch"), 99),
        (("histories", 0, "stopped", "restored"), None),
        (("histories", 0, "test_accuracy"), 1.5),
        (("histories", 0, "test_accuracy"), "0.5"),
    ],
    ids=str,
)
def test_what_does_not_fit_together_is_damage(good: bytes, keys: tuple[Any, ...], value: Any) -> None:
    def change(document: dict[str, Any]) -> None:
        place: Any = document
        for key in keys[:-1]:
            place = place[key]
        place[keys[-1]] = value

    assert refusal(with_document(good, change)) == DAMAGED


def _of(name: str, change: Callable[[np.ndarray], np.ndarray]) -> Callable[[dict[str, bytes]], None]:
    """Change an array in a file."""

    def change_parts(parts: dict[str, bytes]) -> None:
        parts[name] = array_bytes(change(np.load(io.BytesIO(parts[name])).copy()))

    return change_parts


def _filled(value: float, column: str | None = None) -> Callable[[np.ndarray], np.ndarray]:
    def change(array: np.ndarray) -> np.ndarray:
        (array if column is None else array[column]).reshape(-1)[1] = value
        return array

    return change


@pytest.mark.parametrize(
    "change",
    [
        _of("0-networks.npy", _filled(np.nan)),
        _of("0-networks.npy", _filled(np.inf)),
        _of("0-networks.npy", lambda array: array.astype(float)),
        _of("0-networks.npy", lambda array: array[:, :-1]),
        _of("0-networks.npy", lambda array: array.ravel()),
        _of("0-rows.npy", _filled(np.nan, "seconds")),
        _of("0-rows.npy", _filled(5, "epoch")),
        _of("0-rows.npy", lambda array: array[:2]),
        _of("0-rows.npy", lambda array: array[["epoch", "seconds"]].copy()),
        lambda parts: parts.pop("0-rows.npy"),
        lambda parts: parts.update({"1-networks.npy": parts["1-networks.npy"] + b"x"}),
        lambda parts: parts.update({"more.npy": b""}),
        lambda parts: parts.update({"0-rows.npy": b"\x93NUMPY\x01\x00"}),
        lambda parts: parts.update({"0-rows.npy": b"\x93NUMPY\x01\x00\xff\xff" + b"(" * 65_535}),
        lambda parts: parts.update({DOCUMENT: b"[]"}),
        lambda parts: parts.update({DOCUMENT: b"{"}),
        lambda parts: parts.update({DOCUMENT: b"[" * 100_000}),
        lambda parts: parts.update({DOCUMENT: b"{}"}),
        lambda parts: parts.update({DOCUMENT: b"\xff"}),
    ],
)
def test_parts_that_are_not_as_they_were_written_are_damage(good: bytes, change: Callable[..., None]) -> None:
    assert refusal(rebuilt(good, change)) == DAMAGED


@pytest.mark.parametrize(
    ("column", "value", "highest"),
    [
        ("training_cost", 1e308, "1e+30"),
        ("validation_cost", 2e30, "1e+30"),
        ("validation_cost", -0.5, "1e+30"),
        ("penalty", -1, "1e+30"),
        ("training_accuracy", 7, "1"),
        ("validation_accuracy", -0.1, "1"),
        ("seconds", -1, "1e+09"),
        ("largest_weight", 1e39, "3.40282e+38"),
        ("small_weights", 2, "1"),
    ],
)
def test_a_figure_that_no_run_can_have_is_named(good: bytes, column: str, value: float, highest: str) -> None:
    assert refusal(rebuilt(good, _of("1-rows.npy", _filled(value, column)))) == (
        f"The session file cannot be right: in it, a “{column}” is {value:g}, but it must be between 0 and {highest}."
    )


@pytest.mark.parametrize("after", [{}, Experiment().to_json()], ids=["short", "whole"])
def test_changes_beyond_number_are_refused_before_they_are_made(good: bytes, after: object) -> None:
    one = {"epoch": 0, "after": json.loads(after) if isinstance(after, str) else after}

    def change(document: dict[str, Any]) -> None:
        document["histories"][0]["changes"] = 20_000 * [one]

    content = with_document(good, change)
    tracemalloc.start()
    assert refusal(content) == DAMAGED
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * len(content) + 50_000_000


def test_an_experiment_of_many_epochs_reserves_no_memory() -> None:
    experiment = Experiment(network=NetworkSpec(hidden=()), training=TrainingSpec(epochs=100_000))
    content = session_bytes(Session(tuple(ListedRun(RunHistory(experiment), number) for number in range(1, 101))))
    tracemalloc.start()
    read = read_session(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(read.runs) == 100
    assert peak < 10_000_000


def test_a_session_with_only_the_last_network_is_read(made: Callable[[], RunHistory]) -> None:
    history = made()
    only = RunHistory.restored(history.experiment, history.rows, [list(history.kept())[-1]])
    (run,) = read_session(session_bytes(Session((ListedRun(only, 1),)))).runs

    assert [record.epoch for record in run.history.kept()] == [2]
    assert (run.history.initial, run.history.best) == (None, None)
    assert run.history.in_use is run.history.newest is not None


def test_names_end_somewhere_and_hold_only_what_files_can(made: Callable[[], RunHistory]) -> None:
    runs = (ListedRun(made(), 1, 10_000 * "ž"), ListedRun(made(), 2, "a\ud800b"))
    names = [run.name for run in read_session(session_bytes(Session(runs))).runs]

    assert names == [run.name for run in runs] == [LONGEST_NAME * "ž", "a\N{REPLACEMENT CHARACTER}b"]


def test_a_long_name_in_a_file_is_cut(good: bytes) -> None:
    changed = with_document(good, lambda document: document["runs"][1].update(name=10_000 * "\udc00"))

    assert read_session(changed).runs[1].name == LONGEST_NAME * "\N{REPLACEMENT CHARACTER}"


def test_a_setting_that_stands_twice_is_named(good: bytes) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts[DOCUMENT] = parts[DOCUMENT].replace(b'"version": 1', b'"version": 1, "version": 1')

    assert refusal(rebuilt(good, change)) == "“version” stands twice in the file: keep one of them."


def test_a_header_that_promises_more_than_there_is_allocates_nothing() -> None:
    rows = rows_type(Experiment())
    with pytest.raises(ValueError, match="another type or shape"):
        array_from(array_bytes(np.zeros(1, rows)), rows, (10**13,))
    header = array_bytes(np.zeros((0, 10**6), np.float32)).replace(b"(0, 1000000)", b"(9, 1000000)")
    with pytest.raises(ValueError, match="another length"):
        array_from(header, np.dtype(np.float32), (9, 10**6))


def test_a_file_that_somebody_has_unpacked_and_packed_again_is_read(good: bytes) -> None:
    packed = rebuilt(good, lambda parts: None, zipfile.ZIP_DEFLATED)

    assert len(packed) < len(good)
    assert session_facts(read_session(packed)) == session_facts(read_session(good))


@pytest.mark.parametrize("name", [DOCUMENT, "0-rows.npy", "0-networks.npy"])
def test_a_packed_file_which_would_swell_up_is_refused_before_it_does(good: bytes, name: str) -> None:
    def swell(parts: dict[str, bytes]) -> None:
        parts[name] = parts[name] + bytes(30_000_000)

    bomb = rebuilt(good, swell, zipfile.ZIP_DEFLATED)
    tracemalloc.start()
    assert refusal(bomb) == DAMAGED
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_what_a_mac_adds_to_a_packed_file_is_left_alone(good: bytes) -> None:
    added = rebuilt(good, lambda parts: parts.update({"__MACOSX/._session.json": b"x"}), zipfile.ZIP_DEFLATED)

    assert session_facts(read_session(added)) == session_facts(read_session(good))


def test_a_directory_without_end_is_not_read(good: bytes) -> None:
    with zipfile.ZipFile(buffer := io.BytesIO(good), "a") as file:
        for number in range(20_000):
            file.writestr(f"{number}", b"")
    content = buffer.getvalue()
    tracemalloc.start()
    assert refusal(content) == DAMAGED
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_packed_part_that_is_damaged_is_refused(good: bytes) -> None:
    packed = bytearray(rebuilt(good, lambda parts: None, zipfile.ZIP_DEFLATED))
    packed[60:80] = bytes(20)

    assert refusal(bytes(packed)) == DAMAGED


def test_parts_that_lie_in_the_file_twice_are_refused(good: bytes) -> None:
    """As in a zip bomb without compression: many names for the same bytes."""
    with zipfile.ZipFile(buffer := io.BytesIO(good), "a") as file:
        for info in list(file.infolist()):
            file.filelist.append(info)
        file._didModify = True
    assert refusal(buffer.getvalue()) == DAMAGED


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_a_file_with_bytes_that_were_changed_or_cut_off_is_equal_or_refused(data: st.DataObject) -> None:
    content = bytearray(SMALL)
    kind = data.draw(st.sampled_from(["flip", "flip near the end", "cut", "insert"]))
    # Most of a file is weights: the rest is at its ends.
    place = data.draw(st.integers(0, len(content) - 1)) if kind != "flip near the end" else len(content) - 1
    if kind == "flip near the end":
        place -= data.draw(st.integers(0, 500))
    match kind:
        case "cut":
            del content[place:]
        case "insert":
            content[place:place] = data.draw(st.binary(min_size=1, max_size=9))
        case _:
            content[place] ^= data.draw(st.integers(1, 255))
    try:
        read = read_session(bytes(content))
    except Problem:
        return
    assert session_facts(read) == SMALL_FACTS


def _small() -> Session:
    experiment = Experiment(network=NetworkSpec(hidden=()), training=TrainingSpec(epochs=2))
    history = RunHistory(experiment)
    history.add(a_record(0, experiment, [1, 2, 0.5, 0.7, 0.6, 0.1], 0))
    return Session((ListedRun(history, 1),))


SMALL = session_bytes(_small())
SMALL_FACTS = session_facts(_small())
