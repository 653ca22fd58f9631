"""Curves as a table: one line per run, seed and epoch, exact, and readable by spreadsheets."""

import csv
import io
from dataclasses import replace

from nnreg_gui.engine.curves_csv import curves_csv
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import OF_LIES, RECORDED, RunHistory
from nnreg_gui.engine.sessions.session import ListedRun
from nnreg_gui.engine.training import train


def trained(digits: Digits, seed: int, wrong_labels: float = 0.0) -> RunHistory:
    tiny = Experiment(
        data=DataSpec(training_images=20, wrong_labels=wrong_labels),
        network=NetworkSpec(hidden=()),
        training=TrainingSpec(epochs=2),
        seed=seed,
    )
    return RunHistory.of(tiny, train(tiny, digits))


def test_every_run_and_seed_has_a_line_per_epoch_with_its_exact_figures(few_digits: Digits) -> None:
    one, two, three = (trained(few_digits, seed) for seed in (7, 8, 9))
    single, repeated = ListedRun(one, 1, 'L2, λ "0,1"\nx'), ListedRun(two, 4, "Off", repeats=(two, three))
    text = curves_csv([single, repeated])
    lines = list(csv.DictReader(io.StringIO(text, newline="")))

    assert list(lines[0]) == ["run", "name", "seed", *RECORDED]
    assert [(line["run"], line["seed"], line["epoch"]) for line in lines] == [
        (run, seed, epoch) for run, seed in (("1", "7"), ("4", "8"), ("4", "9")) for epoch in "012"
    ]
    assert {line["name"] for line in lines} == {single.name, "Off"}
    for at, history in enumerate((one, two, three)):
        for name in RECORDED:
            assert [float(line[name]) for line in lines[3 * at : 3 * at + 3]] == history.column(name).tolist()


def test_only_runs_with_wrong_labels_tell_of_them(few_digits: Digits) -> None:
    lying, honest = trained(few_digits, 7, wrong_labels=0.2), trained(few_digits, 7)
    text = curves_csv([ListedRun(lying, 1), ListedRun(honest, 2)])
    lines = list(csv.DictReader(io.StringIO(text, newline="")))

    assert list(lines[0]) == ["run", "name", "seed", *RECORDED, *OF_LIES]
    for name in OF_LIES:
        assert [float(line[name]) for line in lines[:3]] == lying.column(name).tolist()
        assert [line[name] for line in lines[3:]] == ["", "", ""]


def test_no_run_gives_the_head_alone() -> None:
    assert curves_csv([]) == ",".join(("run", "name", "seed", *RECORDED)) + "\n"


def test_a_run_without_records_has_no_line(few_digits: Digits) -> None:
    empty = RunHistory(replace(Experiment(), seed=3))

    assert curves_csv([ListedRun(empty, 1)]) == curves_csv([])


def test_a_name_that_no_file_can_hold_is_written_as_far_as_it_can_be(few_digits: Digits) -> None:
    content = curves_csv([ListedRun(trained(few_digits, 7), 1, "a\ud800b")]).encode("utf-8-sig")

    assert "a\N{REPLACEMENT CHARACTER}b" in content.decode("utf-8-sig")


def test_with_decimal_commas_columns_are_parted_by_semicolons(few_digits: Digits) -> None:
    run = ListedRun(trained(few_digits, 7), 1, "L2; λ 0,1")
    lines = list(csv.DictReader(io.StringIO(curves_csv([run], decimal_comma=True), newline=""), delimiter=";"))
    with_points = list(csv.DictReader(io.StringIO(curves_csv([run]), newline="")))

    assert {line["name"] for line in lines} == {"L2; λ 0,1"}
    for name in RECORDED:
        assert [line[name] for line in lines] == [line[name].replace(".", ",") for line in with_points]
