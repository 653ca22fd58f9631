"""Tables as Kaggle has them: with a heading or without, the label first or last, in several scales."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from nnreg_gui.engine.digits import Split
from tests.files.data_sets.made_sets import TRAIN, is_train, opened, refused, said, write_csv


@pytest.mark.parametrize("heading", [True, False])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("scale", [1, 255])
def test_a_table_is_read(tmp_path: Path, train: Split, heading: bool, last: bool, scale: float) -> None:
    path = tmp_path / "train.csv"
    write_csv(path, train.images, train.labels, heading=heading, last=last, scale=scale)

    assert is_train(path, train)


def test_values_from_0_to_16_are_read(tmp_path: Path, train: Split) -> None:
    path = tmp_path / "digits.csv"
    write_csv(path, train.images[:, 2:26:3, 2:26:3] // 17 + (train.images[:, 2:26:3, 2:26:3] > 250), train.labels)

    found = opened(path)
    assert "The values from 0 to 16 became shades from 0 to 255." in said(found)
    assert found.data_set.shape == (8, 8)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text.replace(b"\n", b"\r"),
        lambda text: text.replace(b",", b";"),
        lambda text: text.replace(b",", b"\t"),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.rstrip(b"\n"),
        lambda text: text + b"\n\n",
        lambda text: b"\n".join(b",".join(b'"%s"' % one for one in line.split(b",")) for line in text.split(b"\n")),
        gzip.compress,
    ],
    ids=["crlf", "cr", "semicolons", "tabs", "mark", "no end", "empty lines", "quotes", "gzip"],
)
def test_it_may_be_written_otherwise(tmp_path: Path, train: Split, change: object) -> None:
    path = tmp_path / "train.csv"
    write_csv(path, train.images, train.labels)
    assert callable(change)
    path.write_bytes(change(path.read_bytes()))

    assert is_train(path, train)


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"], ids=["lf", "cr", "crlf"])
def test_lines_are_found_wherever_the_file_is_cut_on_reading(
    tmp_path: Path, train: Split, monkeypatch: pytest.MonkeyPatch, end: bytes
) -> None:
    path = tmp_path / "train.csv"
    write_csv(path, train.images, train.labels)
    path.write_bytes(path.read_bytes().replace(b"\n", end))
    second = path.read_bytes().find(end, path.read_bytes().find(end) + 1)
    monkeypatch.setattr("nnreg_gui.files.data_sets.csv_numbers._PIECE", second + 1)  # in the middle of \r\n

    assert is_train(path, train)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["lf", "cr", "crlf"])
def test_a_table_may_be_longer_than_a_line_whatever_its_lines_end_with(tmp_path: Path, end: str) -> None:
    path = tmp_path / "some.csv"
    path.write_text(GOOD * 600, "utf-8", newline=end)

    assert path.stat().st_size > 4 * 2**20
    assert sum(map(sum, opened(path).counts.values())) == 36_000


@pytest.mark.parametrize("shorter", [0, 1, 1000])
def test_a_heading_may_fill_all_that_is_read_at_once(
    tmp_path: Path, train: Split, monkeypatch: pytest.MonkeyPatch, shorter: int
) -> None:
    path = tmp_path / "train.csv"
    write_csv(path, train.images, train.labels)
    monkeypatch.setattr("nnreg_gui.files.data_sets.csv_numbers._PIECE", path.read_bytes().find(b"\n") + 1 - shorter)

    assert is_train(path, train)


def test_the_heading_says_which_column_is_the_label(tmp_path: Path, train: Split) -> None:
    images = train.images.copy()
    images[:, 0, 0] = np.arange(TRAIN) % 10  # looks like labels
    path = tmp_path / "train.csv"
    write_csv(path, images, train.labels, last=True)
    text = path.read_text("utf-8").splitlines()
    text[0] = ",".join([*(f"p{place}" for place in range(784)), "class"])
    path.write_text("\n".join(text), "utf-8")

    assert is_train(path, Split(images, train.labels))


def test_a_table_without_labels_is_left_aside(tmp_path: Path, train: Split) -> None:
    write_csv(tmp_path / "train.csv", train.images, train.labels)
    lines = (tmp_path / "train.csv").read_text("utf-8").splitlines()
    (tmp_path / "test.csv").write_text("\n".join(line.partition(",")[2] for line in lines), "utf-8")

    found = opened(tmp_path)
    assert "test.csv was left aside: it has no images with labels." in said(found)
    assert "a line takes a label and the pixels of a square" in refused(tmp_path / "test.csv")


def row(label: object, *pixels: object) -> str:
    return ",".join(map(str, [label, *pixels, *[0] * (64 - len(pixels))])) + "\n"


GOOD = "".join(row(place % 10, 255, place) for place in range(60))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (row(1, "nan"), "has the value nan where a shade of grey stands"),
        (row(1, -3), "has the value -3 where"),
        (row(1, 256), "has the value 256 where"),
        (row(1, 10**7), "has the value 1e+07 where"),
        (row(1, "ink"), "Line 61 of some.csv has “ink” where a number must stand."),
        (row(1, ""), "Line 61 of some.csv has “” where a number must stand."),
        (row(1) + "0,0,0\n", "Line 62 of some.csv is not as long as the first (values: 3, not 65)."),
        (row(-1), "has the label -1, but labels must be whole numbers"),
        (row("five"), "Line 61 of some.csv has “five” where a number must stand."),
        ("the end\n", "Line 61 of some.csv is not as long as the first (values: 1, not 65)."),
        (row(1.5), "has the label 1.5, but"),
        ("\n\n" + row(1, "ink"), "Line 63 of some.csv has “ink”"),
        ("\r\r" + row(1, "ink"), "Line 63 of some.csv has “ink”"),
        ("\r\n\r\n" + row(1, "ink"), "Line 63 of some.csv has “ink”"),
        ("0," * 2_200_000 + "\n", "a line that is too long"),
        ("\r" + "0," * 2_200_000 + "\r", "a line that is too long"),
        ('"' * 4_400_000, "a line that is too long"),
        ("\n" * 1_100_000, "more than a million lines"),
        ("\r" * 1_100_000, "more than a million lines"),
    ],
    ids=lambda value: ascii(value)[:30],
)
def test_lines_that_are_no_images_are_refused(tmp_path: Path, line: str, sentence: str) -> None:
    path = tmp_path / "some.csv"
    path.write_text(GOOD + line, "utf-8", newline="")

    assert sentence in refused(path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("Dear user,\n", "is no data set that is known here"),
        ("label,pixel0\n", "is no data set that is known here"),
        ("1,2,3\n" * 30, "and here it has 3."),
        (",".join("0" * 50) + "\n", "holds images of 7 × 7 pixels"),
        ("0\n" * 1_000, "and here it has 1."),
        ("\n" * 1_000, "and here it has 0."),
        ("7" * 5_000_000, "a line that is too long"),
    ],
)
def test_texts_that_are_no_tables_of_images_are_refused(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "some.csv"
    path.write_text(text, "utf-8")

    assert sentence in refused(path)
