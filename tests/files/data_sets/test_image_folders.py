"""Folders of pictures: one size, shades of grey, and a sentence for whatever cannot be read."""

import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from nnreg_gui.engine.digits import Split
from tests.files.data_sets.made_sets import all_of, is_train, opened, refused, said, write_pictures

NAMES = tuple(f"class {place}" for place in range(10))


@pytest.mark.parametrize("form", ["png", "bmp"])
def test_pictures_are_read(tmp_path: Path, train: Split, form: str) -> None:
    write_pictures(tmp_path, train.images, train.labels, NAMES, form)

    assert is_train(tmp_path, train)
    assert opened(tmp_path).data_set.classes == NAMES


def test_photographs_are_read(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels, NAMES, "jpeg")

    ours = all_of(opened(tmp_path).digits)
    assert np.array_equal(ours[1], np.sort(train.labels))
    assert abs(ours[0].mean() - train.images.mean()) < 1


def test_numbers_are_in_the_order_of_their_values(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels, [str(9 + place) for place in range(10)], "png")

    assert opened(tmp_path).data_set.classes == tuple(str(9 + place) for place in range(10))


def test_a_file_with_names_renames_the_folders(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels, "0123456789", "png")
    (tmp_path / "classes.txt").write_text("\n".join(NAMES), "utf-8")

    assert opened(tmp_path).data_set.classes == NAMES


def test_colour_and_several_sizes_are_evened_out_and_it_is_said(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels, NAMES, "png")
    wide = QImage(90, 30, QImage.Format.Format_RGB32)
    wide.fill(QColor("red"))
    assert wide.save(str(tmp_path / NAMES[3] / "wide.png"))

    found = opened(tmp_path)
    assert found.data_set.shape == (28, 28)
    for sentence in ("each was fitted into 28 × 28", "Colours were made grey."):
        assert sentence in said(found)


def test_what_is_transparent_becomes_white_before_light_and_dark_are_exchanged(tmp_path: Path, train: Split) -> None:
    for place, (pixels, label) in enumerate(zip(train.images, train.labels, strict=True)):
        folder = tmp_path / NAMES[label]
        folder.mkdir(exist_ok=True)
        ink = np.zeros((28, 28, 4), np.uint8)  # black, and as opaque as there is ink
        ink[..., 3] = pixels
        picture = QImage(ink.tobytes(), 28, 28, 112, QImage.Format.Format_RGBA8888)
        assert picture.save(str(folder / f"{place}.png"))

    assert is_train(tmp_path, train)
    assert "What was transparent became white." in said(opened(tmp_path))
    assert "light and dark were exchanged" in said(opened(tmp_path))


def test_large_pictures_are_made_smaller(tmp_path: Path, train: Split) -> None:
    large = np.repeat(np.repeat(train.images[:40], 4, axis=1), 5, axis=2)
    write_pictures(tmp_path, large, train.labels[:40], NAMES, "bmp")

    found = opened(tmp_path)
    assert found.data_set.shape == (51, 64)
    assert "The images of 112 × 140 pixels were made smaller: 51 × 64." in said(found)


def test_other_files_are_left_aside_and_counted(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels, NAMES, "png")
    (tmp_path / NAMES[0] / "Thumbs.db").write_bytes(b"\0" * 100)
    (tmp_path / NAMES[1] / ".DS_Store").write_bytes(b"\0" * 100)
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.txt").write_text("Drawn by hand.", "utf-8")

    assert is_train(tmp_path, train)
    assert "left aside: 1." in said(opened(tmp_path))


# -------------------------------------------------------------------------------------------------------- what is wrong


def png(width: int, height: int, body: bytes = b"") -> bytes:
    """Return a PNG file that says it has this size."""
    chunks = {b"IHDR": struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0), b"IDAT": zlib.compress(body), b"IEND": b""}
    packed = (
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (png(100_000, 100_000), "wrong.png is too large a picture"),
        (png(5_000, 5_000), "wrong.png is too large a picture"),
        (png(2**31, 1), "wrong.png is "),
        (png(4, 4, bytes(20)), "wrong.png holds images of 4 × 4 pixels"),
        (b"\x89PNG\r\n\x1a\n", "wrong.png is damaged or cut off: copy it again."),
        (b"BM" + bytes(100), "wrong.png is damaged or cut off: copy it again."),
        (b"\xff\xd8\xff" + bytes(100), "wrong.png is damaged or cut off: copy it again."),
    ],
)
def test_a_picture_that_is_none_is_named(tmp_path: Path, train: Split, content: bytes, sentence: str) -> None:
    write_pictures(tmp_path, train.images[:30], train.labels[:30], NAMES, "bmp")
    (tmp_path / NAMES[2] / "wrong.png").write_bytes(content)

    assert sentence in refused(tmp_path)


def test_pictures_of_one_class_alone_are_refused(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images[:30], np.zeros(30, int), NAMES, "bmp")

    assert refused(tmp_path) == "The pictures in class 0 must lie in sub-folders, one for each class."


def test_a_class_that_is_only_measured_is_named(tmp_path: Path, train: Split, test: Split) -> None:
    write_pictures(tmp_path / "train", train.images, train.labels, NAMES, "bmp")
    write_pictures(tmp_path / "test", test.images, test.labels, [*NAMES[:9], "tenth"], "bmp")

    assert refused(tmp_path).startswith("“tenth” is only among the images to measure with")


def test_a_class_with_an_empty_folder_to_train_with_is_named(tmp_path: Path, train: Split, test: Split) -> None:
    write_pictures(tmp_path / "train", train.images, train.labels % 9, NAMES, "bmp")
    write_pictures(tmp_path / "test", test.images, test.labels, NAMES, "bmp")
    (tmp_path / "train" / NAMES[9]).mkdir()

    assert refused(tmp_path).startswith("“class 9” is only among the images to measure with")
    (tmp_path / "train" / NAMES[9] / "Thumbs.db").write_bytes(bytes(100))
    assert refused(tmp_path).startswith("“class 9” is only among the images to measure with")


def test_nothing_is_said_of_labels_where_folders_have_none(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels % 2, ("one", "two"), "bmp")
    (tmp_path / "empty").mkdir()

    found = opened(tmp_path)
    assert found.data_set.classes == ("one", "two")
    assert "labels" not in said(found)


def test_an_empty_folder_keeps_its_line_among_the_names(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels % 2, ("one", "two"), "bmp")
    (tmp_path / "empty").mkdir()
    (tmp_path / "classes.txt").write_text("nothing\nfirst\nsecond\n", "utf-8")

    assert opened(tmp_path).data_set.classes == ("first", "second")


def test_a_class_may_be_called_train(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels % 3, ("bus", "train", "tram"), "png")

    assert opened(tmp_path).data_set.classes == ("bus", "train", "tram")


def test_folders_without_pictures_are_refused(tmp_path: Path) -> None:
    assert "is no data set that is known here" in refused(tmp_path)
    for name in NAMES:
        (tmp_path / name).mkdir()
    assert refused(tmp_path) == "There are no pictures here: PNG, JPEG or BMP, a folder for each class."


def test_a_single_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(png(28, 28))

    assert "is a single picture: open the folder" in refused(tmp_path / "one.png")


def test_links_in_a_circle_are_passed_by(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels, NAMES, "png")
    for link in (tmp_path / "circle", tmp_path / NAMES[0] / "circle.png"):
        link.symlink_to(link)
    (tmp_path / NAMES[1] / "up").symlink_to(tmp_path)

    assert is_train(tmp_path, train)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_pipes_and_devices_are_passed_by(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels, NAMES, "png")
    os.mkfifo(tmp_path / NAMES[0] / "pipe.png")
    (tmp_path / NAMES[0] / "device.png").symlink_to("/dev/zero")

    assert is_train(tmp_path, train)


@pytest.mark.skipif(os.name == "nt", reason="names are always text here")
def test_a_folder_whose_name_is_no_text_is_refused(tmp_path: Path, train: Split) -> None:
    write_pictures(tmp_path, train.images, train.labels, NAMES, "png")
    (tmp_path / NAMES[5]).rename(tmp_path / os.fsdecode(b"\xff\xfe"))

    assert refused(tmp_path) == "The name of the class �� cannot be read: give it another."
