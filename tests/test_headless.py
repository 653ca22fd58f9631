"""Training without a window: the table, the last line, exit codes, and one line for each problem."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any

import numpy as np
import pytest

import nnreg_gui
from nnreg_gui.__main__ import main
from nnreg_gui.engine.digits import DATASETS, Digits
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.events import Tested as FinalTest
from nnreg_gui.engine.experiment import (
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.measuring import data_cost_and_accuracy
from nnreg_gui.engine.training import train
from tests.hard_experiments import DIVERGING

SECONDS = 30
SMALL = Experiment(
    data=DataSpec(training_images=300),
    network=NetworkSpec(hidden=(5,)),
    regularization=RegularizationSpec(penalty="l2", lambda_=20.0, dropout=0.1),
    training=TrainingSpec(epochs=3),
    seed=7,
)
COLUMNS = [
    "epoch", "training_cost", "validation_cost", "penalty", "training_accuracy", "validation_accuracy", "seconds"
]  # fmt: skip

on_linux = pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a device of Linux")


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("small.json").write_text(SMALL.to_json(), encoding="utf-8")


# The package under test, wherever it is, with warnings as errors.
PYTHON = [sys.executable, "-W", "error"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(nnreg_gui.__file__).parents[1]), "PYTHONIOENCODING": "utf-8"}


def python(*arguments: str, stdout: int = subprocess.PIPE, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run Python from the test's folder."""
    options = {"env": ENVIRONMENT} | options
    command = [*PYTHON, *arguments]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False, **options)


@pytest.fixture
def own(digits: Digits) -> tuple[str, str]:
    """What makes a program train on 600 images in a file: MNIST takes it longer to unpack than all the rest."""
    np.savez("own.npz", x=digits.test.images[:600], y=digits.test.labels[:600])
    return "--data", "own.npz"


Own = tuple[str, str]


def program(*arguments: str, stdout: int = subprocess.PIPE, **options: Any) -> subprocess.CompletedProcess[str]:
    return python("-m", "nnreg_gui", *arguments, stdout=stdout, **options)


@pytest.fixture
def here(
    digits: Digits, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., subprocess.CompletedProcess[str]]]:
    """Run the program within the tests' process, which has the digits: for tests that need no process of their own."""
    monkeypatch.setitem(DATASETS, "mnist", lambda folder: digits)
    heard = {number: signal.getsignal(number) for number in signal.valid_signals()}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        code = main(list(arguments))
        return subprocess.CompletedProcess(arguments, code, *capfd.readouterr())

    yield run
    for number, handler in heard.items():
        if signal.getsignal(number) is not handler:
            signal.signal(number, handler)


Here = Callable[..., subprocess.CompletedProcess[str]]


def the_line(output: subprocess.CompletedProcess[str], exit_code: int) -> str:
    """Return the only line on standard error of a failed program."""
    (line,) = output.stderr.splitlines()
    assert output.returncode == exit_code
    assert not output.stdout
    return line


def rows_of(path: str | Path) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# ------------------------------------------------------------------------------------------------------- good runs


SmallRun = tuple[subprocess.CompletedProcess[str], Path]


@pytest.fixture(scope="module")
def small_run(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    """The finished program that has trained the small experiment, and the table that it has written."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "small.json").write_text(SMALL.to_json(), encoding="utf-8")
    return program("--train", "small.json", "--csv", "out.csv", cwd=folder), folder / "out.csv"


def test_a_run_without_a_window_is_the_run_of_the_engine_bit_for_bit(digits: Digits, small_run: SmallRun) -> None:
    output, table = small_run
    assert (output.returncode, output.stderr) == (0, "")
    events = list(train(SMALL, digits))
    records = [event for event in events if isinstance(event, EpochRecord)]
    (tested,) = (event for event in events if isinstance(event, FinalTest))

    rows = rows_of(table)
    assert list(rows[0]) == COLUMNS
    assert [row["epoch"] for row in rows] == ["0", "1", "2", "3"]
    for row, record in zip(rows, records, strict=True):
        assert {name: float(row[name]) for name in COLUMNS[:-1]} == {
            name: getattr(record, name) for name in COLUMNS[:-1]
        }
    assert json.loads(output.stdout.splitlines()[-1])["test_accuracy"] == tested.accuracy


def test_an_elastic_net_trains_too_and_its_penalty_is_in_the_table(here: Here, digits: Digits) -> None:
    spec = RegularizationSpec(penalty="elastic_net", lambda_=20.0, l1_ratio=0.25)
    experiment = replace(SMALL, regularization=spec)
    Path("net.json").write_text(experiment.to_json(), encoding="utf-8")
    assert here("--train", "net.json", "--csv", "net.csv").returncode == 0

    records = [event for event in train(experiment, digits) if isinstance(event, EpochRecord)]
    for row, record in zip(rows_of("net.csv"), records, strict=True):
        weights = np.concatenate([w.ravel() for w in record.parameters.weights]).astype(float)
        expected = 5 / 300 * np.abs(weights).sum() + 15 / 600 * np.square(weights).sum()  # λ₁ = 5, λ₂ = 15
        assert float(row["penalty"]) == pytest.approx(expected)


def test_threads_that_the_environment_asks_for_do_not_change_the_curves(own: Own) -> None:
    wide = replace(SMALL, network=NetworkSpec(hidden=(300,)), training=TrainingSpec(batch_size=100, epochs=2))
    Path("wide.json").write_text(wide.to_json(), encoding="utf-8")
    tables = []
    for threads in ("1", "2"):
        environment = ENVIRONMENT | {"OPENBLAS_NUM_THREADS": threads}
        assert program("--train", "wide.json", "--csv", "out.csv", *own, env=environment).returncode == 0
        tables.append([{name: row[name] for name in COLUMNS[:-1]} for row in rows_of("out.csv")])

    assert tables[0] == tables[1]


def test_the_costs_in_the_table_are_data_costs_without_the_penalty(digits: Digits, small_run: SmallRun) -> None:
    rows = rows_of(small_run[1])
    records = [event for event in train(SMALL, digits) if isinstance(event, EpochRecord)]
    for row, record in zip(rows, records, strict=True):
        for name, split in (("training", digits.training[:300]), ("validation", digits.validation)):
            cost, accuracy = data_cost_and_accuracy(record.parameters, SMALL, split)
            assert (float(row[f"{name}_cost"]), float(row[f"{name}_accuracy"])) == (cost, accuracy)
        squares = sum(float((w.astype(float) ** 2).sum()) for w in record.parameters.weights)
        assert float(row["penalty"]) == pytest.approx(20 / 600 * squares)


def test_the_table_has_plain_lines_that_every_program_reads(small_run: SmallRun) -> None:
    content = small_run[1].read_bytes()
    assert content.startswith(",".join(COLUMNS).encode() + b"\n0,")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert content.count(b"\n") == 5


def test_the_last_line_is_json_and_the_one_before_for_people(small_run: SmallRun) -> None:
    output, table = small_run
    *_, sentence, last = output.stdout.splitlines()
    told = json.loads(last)
    assert set(told) == {"test_accuracy", "seconds", "epochs", "stopping_epoch", "best_epoch", "network_of_epoch"}
    assert (told["epochs"], told["stopping_epoch"], told["best_epoch"], told["network_of_epoch"]) == (3, None, None, 3)
    assert f"{told['test_accuracy']:.2%}" in sentence
    seconds = [float(row["seconds"]) for row in rows_of(table)]
    assert seconds[0] == 0
    assert all(second > 0 for second in seconds[1:])
    assert told["seconds"] == pytest.approx(sum(seconds))


@pytest.mark.parametrize("action", ["stop", "mark"])
def test_what_the_stopping_rule_did_is_one_line_and_in_the_json(here: Here, action: str) -> None:
    # With this λ, nothing keeps improving for long.
    rule = StoppingSpec(rule="no_improvement", parameter=1, action=action)
    experiment = replace(
        SMALL,
        regularization=RegularizationSpec(penalty="l2", lambda_=300.0),
        training=TrainingSpec(epochs=10, stopping=rule),
    )
    Path("stopping.json").write_text(experiment.to_json(), encoding="utf-8")
    output = here("--train", "stopping.json")
    sentence, _, last = output.stdout.splitlines()
    told = json.loads(last)
    epoch, best = told["stopping_epoch"], told["best_epoch"]

    assert epoch == best + 1
    if action == "stop":
        assert sentence == f"Stopped early at epoch {epoch}: the network of epoch {best} is used."
        assert (told["epochs"], told["network_of_epoch"]) == (epoch, best)
    else:
        assert sentence == f"The stopping rule fired at epoch {epoch}: epoch {best} was the best until then."
        assert (told["epochs"], told["network_of_epoch"]) == (10, 10)


def test_a_table_is_written_only_on_request(here: Here) -> None:
    output = here("--train", "small.json")
    assert output.returncode == 0
    assert [path.name for path in Path().iterdir()] == ["small.json"]


def test_an_older_table_is_replaced(here: Here) -> None:
    Path("out.csv").write_text("something longer than the new one\n" * 1_000, encoding="utf-8")
    here("--train", "small.json", "--csv", "out.csv")
    assert len(rows_of("out.csv")) == 4


def test_files_with_any_name_are_read_and_written(here: Here) -> None:
    Path("small.json").rename("žluťoučký kůň.json")
    assert here("--train", "žluťoučký kůň.json", "--csv", "přesnost na testu.csv").returncode == 0
    assert len(rows_of("přesnost na testu.csv")) == 4


@on_linux
def test_a_table_on_standard_output_is_followed_by_the_results() -> None:
    with Path("out.txt").open("w", encoding="utf-8") as file:
        output = program("--train", "small.json", "--csv", "/dev/stdout", stdout=file.fileno())
    *rows, sentence, last = Path("out.txt").read_text(encoding="utf-8").splitlines()
    assert (output.returncode, output.stderr) == (0, "")
    assert [row.split(",")[0] for row in rows] == ["epoch", "0", "1", "2", "3"]
    assert sentence.startswith("Test accuracy")
    assert json.loads(last)["epochs"] == 3


@on_linux
def test_a_table_that_nobody_wants_is_written_to_nowhere(here: Here) -> None:
    output = here("--train", "small.json", "--csv", "/dev/null")
    assert (output.returncode, output.stderr) == (0, "")
    assert json.loads(output.stdout.splitlines()[-1])["epochs"] == 3


def test_without_any_terminal_a_run_is_a_run(own: Own) -> None:
    started = "import sys; sys.stdin = sys.stdout = sys.stderr = None; from nnreg_gui.__main__ import main; "
    trained = python("-c", started + "sys.exit(main(sys.argv[1:]))", "--train", "small.json", "--csv", "out.csv", *own)
    assert (trained.returncode, len(rows_of("out.csv"))) == (0, 4)
    assert python("-c", started + "sys.exit(main(['--train', 'missing.json']))").returncode == 2
    no_display = {**ENVIRONMENT, "QT_QPA_PLATFORM": "nonsense"}
    assert python("-c", started + "sys.exit(main([]))", env=no_display).returncode == 1


def test_qt_is_never_imported() -> None:
    question = (
        "import sys; from nnreg_gui.__main__ import main; code = main(['--train', 'small.json']);"
        "qt = {name.partition('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'pyqtgraph'};"
        "sys.exit(code or ' '.join(qt) or 0)"
    )
    output = python("-c", question)
    assert (output.returncode, output.stderr) == (0, "")
    assert output.stdout


# ----------------------------------------------------------------------------------------------------- what is wrong

BAD = {
    "empty": b"",
    "binary": bytes(range(256)),
    "unknown key": b'{"epochs": 3}',
    "repeated key": b'{"seed": 1, "seed": 2}',
    "wrong value": b'{"training": {"epochs": 0}}',
    "line break in a key": b'{"a\\nb": 1}',
    "too large a step": b'{"regularization": {"penalty": "l2", "lambda": 1e6}}',
    "too deep": b"[" * 100_000,
}


DEVICES = ["/dev/zero", "a pipe"] if Path("/dev/zero").exists() else []


@pytest.mark.parametrize("content", BAD.values(), ids=list(BAD))
def test_a_bad_file_is_named_in_one_line_and_no_table_is_begun(here: Here, content: bytes) -> None:
    Path("bad.json").write_bytes(content)
    Path("out.csv").write_text("an older table\n", encoding="utf-8")
    line = the_line(here("--train", "bad.json", "--csv", "out.csv"), exit_code=2)
    assert line.startswith("bad.json: ")
    assert Path("out.csv").read_text(encoding="utf-8") == "an older table\n"


@pytest.mark.parametrize("name", ["missing.json", "no folder/small.json", ".", *DEVICES])
def test_a_file_that_cannot_be_read_is_named_in_one_line(here: Here, name: str) -> None:
    if name == "a pipe":
        os.mkfifo(name)
    line = the_line(here("--train", name), exit_code=2)
    assert line.startswith(f"{name}: cannot be read (")


@pytest.mark.parametrize("name", [".", "no folder/out.csv", "small.json/out.csv"])
def test_a_table_that_cannot_be_written_is_named_in_one_line_before_anything_is_trained(here: Here, name: str) -> None:
    line = the_line(here("--train", "small.json", "--csv", name), exit_code=2)
    assert line.startswith(f"{name}: ")


@pytest.mark.parametrize("name", ["small.json", "./small.json", "own.npz"])
def test_a_table_never_replaces_what_is_trained(here: Here, digits: Digits, name: str) -> None:
    np.savez("own.npz", x=digits.test.images[:600], y=digits.test.labels[:600])
    before = Path(name).read_bytes()

    output = here("--train", "small.json", "--data", "own.npz", "--csv", name)

    assert (output.returncode, output.stdout) == (2, "")
    assert output.stderr.splitlines()[-1].startswith(f"{name}: cannot be written (")
    assert Path(name).read_bytes() == before


@on_linux
def test_a_full_disk_is_told_in_one_line(here: Here) -> None:
    line = the_line(here("--train", "small.json", "--csv", "/dev/full"), exit_code=1)
    assert line.startswith("/dev/full: ")


@on_linux
def test_an_output_that_cannot_be_written_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        output = program("--train", "small.json", "--csv", "out.csv", stdout=full.fileno())
    assert the_line(output, exit_code=1).startswith("The output cannot be written (")
    assert len(rows_of("out.csv")) == 4


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="what a shell tells of a pipe is for POSIX")
def test_an_output_that_nobody_reads_any_more_ends_the_program_silently() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    output = program("--train", "small.json", "--csv", "out.csv", stdout=writing)
    os.close(writing)
    assert (output.returncode, output.stderr) == (128 + signal.SIGPIPE, "")
    assert len(rows_of("out.csv")) == 4


@on_linux
def test_too_little_memory_is_told_in_one_line() -> None:
    import resource

    huge = Experiment(
        data=DataSpec(training_images=50_000),
        network=NetworkSpec(hidden=(2_000, 2_000)),
        training=TrainingSpec(batch_size=50_000, epochs=1),
    )
    Path("huge.json").write_text(huge.to_json(), encoding="utf-8")
    little = partial(resource.setrlimit, resource.RLIMIT_AS, (2**29, 2**29))
    output = program("--train", "huge.json", preexec_fn=little)
    assert "not enough memory" in the_line(output, exit_code=1)


def test_a_program_without_its_resources_says_which_is_missing() -> None:
    shutil.copytree(Path(nnreg_gui.__file__).parent, "nnreg_gui")
    for arguments, exit_code in ((["--train", "small.json"], 2), ([], 1)):
        line = the_line(program(*arguments, env={**ENVIRONMENT, "PYTHONPATH": "."}), exit_code)
        assert line == "The program's file resources is missing: please install nnreg-gui again.", arguments


@pytest.mark.parametrize(
    ("module", "arguments"),
    [("numpy", ["--train", "small.json"]), ("numpy", []), ("pyqtgraph", [])],
    ids=["numpy to train", "numpy", "pyqtgraph"],
)
def test_a_package_that_is_missing_is_named_with_the_command_that_installs_it(
    module: str, arguments: list[str]
) -> None:
    output = python(
        "-c",
        f"import sys; sys.modules['{module}'] = None; from nnreg_gui.__main__ import main; sys.exit(main({arguments}))",
    )
    sentence, command = output.stderr.splitlines()
    assert output.returncode == 1
    assert module in sentence
    assert command.startswith("python -m pip install ")
    assert module in command


def test_a_run_that_diverges_is_told_in_one_line_and_leaves_its_epochs(here: Here) -> None:
    Path("diverging.json").write_text(DIVERGING.to_json(), encoding="utf-8")
    line = the_line(here("--train", "diverging.json", "--csv", "out.csv"), exit_code=1)
    for number in ("η = 1000", "λ = 0", "n = 100"):
        assert number in line
    assert [row["epoch"] for row in rows_of("out.csv")] == ["0"]


@pytest.fixture
def answers_to_control_c() -> Iterator[None]:
    """Let programs started here hear Ctrl+C even if the tests run in the background of a shell.

    A shell makes its background jobs ignore it, and all programs that they start inherit this.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a named pipe tells when the run is on its way")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_stops_a_run_and_keeps_its_epochs(name: str, answers_to_control_c: None) -> None:
    number = getattr(signal, name)
    endless = Experiment(
        data=DataSpec(training_images=10), network=NetworkSpec(hidden=()), training=TrainingSpec(epochs=100_000)
    )
    Path("endless.json").write_text(endless.to_json(), encoding="utf-8")
    os.mkfifo("out.csv")
    command = [*PYTHON, "-m", "nnreg_gui", "--train", "endless.json", "--csv", "out.csv"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=ENVIRONMENT) as process:
        watchdog = Timer(SECONDS, process.kill)  # a run that does not hear it would go on for minutes
        watchdog.start()
        with Path("out.csv").open(encoding="utf-8", newline="") as table:
            rows = [table.readline()]
            process.send_signal(number)
            rows += table.readlines()
        assert process.stderr is not None
        (line,) = process.stderr.read().splitlines()
        watchdog.cancel()
    assert process.returncode == 128 + number
    assert line.startswith("Stopped")
    assert [row.split(",")[0] for row in rows] == ["epoch", *(str(epoch) for epoch in range(len(rows) - 1))]
    assert len(rows) > 2


@pytest.mark.parametrize(("given", "number"), [((), signal.SIGINT), ((signal.SIGTERM,), signal.SIGTERM)])
def test_a_signal_after_the_run_is_in_the_exit_code_too(
    monkeypatch: pytest.MonkeyPatch, given: tuple[int, ...], number: int
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt(*given)

    monkeypatch.setattr("nnreg_gui.headless.train_file", interrupted)

    assert main(["--train", "small.json"]) == 128 + number


# ---------------------------------------------------------------------------------------------------- other data sets


def test_an_experiment_trains_on_the_data_set_it_is_given(digits: Digits) -> None:
    part = digits.test[:600]
    np.savez("own.npz", x=255 - part.images[:, 6:22, 6:22], y=part.labels % 3)
    done = program("--train", "small.json", "--csv", "out.csv", "--data", "own.npz")

    assert done.returncode == 0
    assert len(Path("out.csv").read_text("utf-8").splitlines()) == 1 + 1 + SMALL.training.epochs
    assert json.loads(done.stdout.splitlines()[-1])["test_accuracy"] > 0.5  # of three classes
    assert "light and dark were exchanged" in done.stderr  # whatever was changed is reported
    assert "always the same" in done.stderr


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("no.npz", "no.npz cannot be read (No such file or directory)."),
        ("small.json", "small.json is no data set that is known here"),
        ("few.npz", "small.json: “data.training_images” must be between 1 and 40, not 300."),
    ],
)
def test_a_data_set_that_cannot_be_trained_on_is_one_line(
    digits: Digits, data: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    np.savez("few.npz", x=digits.test.images[:60], y=digits.test.labels[:60])

    assert main(["--train", "small.json", "--data", data]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith(sentence)


def test_a_data_set_goes_with_an_experiment() -> None:
    done = program("--data", "own.npz")

    assert done.returncode == 2
    assert "--data goes with --train" in done.stderr


def test_an_empty_path_of_a_data_set_is_refused() -> None:
    done = program("--train", "small.json", "--data", "")

    assert done.returncode == 2
    assert "--data needs the path" in done.stderr
