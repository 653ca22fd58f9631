"""Whatever a file contains, it is opened or refused in one sentence."""

import io
import random
import struct
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODeviceBase
from PySide6.QtGui import QImage

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.opening import open_data_set
from tests.files.data_sets.made_sets import idx_bytes, npy, write_csv

pytestmark = pytest.mark.qt_log_ignore(".")  # Qt warns of damaged pictures
NUMBERS = [0, 1, 2, 7, 8, 27, 60, 255, 256, 1_024, 65_535, 10**6, 2**31 - 1, 2**32 - 1]
TEXTS = [b"nan", b"-1", b"inf", b"1e400", b"", b",", b"\n", b";", b'"', b"\0", b"9" * 400, b"\xff", b"0x1", b"1_0"]


def opened_or_refused(path: Path) -> bool:
    """Return whether a data set was opened; if not, it was refused in a sentence."""
    try:
        found, sentence = open_data_set(path), ""
    except DigitsError as error:
        found, sentence = None, str(error)
    if found is None:
        assert 0 < len(sentence) < 400
        assert sentence.isprintable()
        return False
    digits = found.digits
    for split in (digits.training, digits.validation, digits.test):
        assert split.images.dtype == split.labels.dtype == np.uint8
        assert len(split.images) == len(split.labels) > 0
        assert split.labels.max() < len(found.data_set.classes)
    return True


@pytest.fixture(scope="module")
def some_files(digits: Digits) -> dict[str, bytes]:
    """Small files of every kind, whole."""
    few = digits.test[:30]
    images, labels = np.ascontiguousarray(few.images[:, 6:22, 6:22]), few.labels
    files = {"images": idx_bytes(images), "labels": idx_bytes(labels)}
    buffer = io.BytesIO()
    np.savez_compressed(buffer, x=images, y=labels)
    files["some.npz"] = buffer.getvalue()
    buffer = io.BytesIO()
    np.savez(buffer, x=images / 255, y=labels.astype(np.int64))
    files["floats.npz"] = buffer.getvalue()
    for form in ("png", "jpeg", "bmp"):
        picture, packed = QImage(images[0].tobytes(), 16, 16, 16, QImage.Format.Format_Grayscale8), QBuffer()
        packed.open(QIODeviceBase.OpenModeFlag.WriteOnly)
        assert picture.save(packed, form)
        files[f"one.{form}"] = packed.data().data()
    with TemporaryDirectory() as folder:
        write_csv(Path(folder) / "some.csv", images, labels)
        files["some.csv"] = (Path(folder) / "some.csv").read_bytes()
    return files


def spoiled(content: bytes, seed: int) -> bytes:
    """Return a file with a few bytes, numbers or texts changed, taken away or put in."""
    chance = random.Random(seed)
    found = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(min(len(found), chance.choice([40, 200, 10**9])) or 1)
        match chance.randrange(6):
            case 0:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                found[place : place + 4] = struct.pack(">I", chance.choice(NUMBERS))
            case 2:
                found[place : place + 4] = struct.pack("<I", chance.choice(NUMBERS))
            case 3:
                found[place : place + chance.randrange(10)] = chance.choice(TEXTS)
            case 4:
                del found[place:]
            case 5:
                found[place:place] = found[: chance.randrange(2_000)]
    return bytes(found)


@settings(deadline=None, max_examples=150)
@given(name=st.sampled_from(["images", "labels", "some.npz", "floats.npz", "some.csv"]), seed=st.integers(0, 10**6))
def test_a_spoiled_file_is_opened_or_refused(
    tmp_path_factory: pytest.TempPathFactory, some_files: dict[str, bytes], name: str, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("spoiled")
    for other in ("images", "labels") if name in ("images", "labels") else (name,):
        (folder / other).write_bytes(spoiled(some_files[other], seed) if other == name else some_files[other])

    opened_or_refused(folder / name)


@settings(deadline=None, max_examples=100)
@given(form=st.sampled_from(["png", "jpeg", "bmp"]), seed=st.integers(0, 10**6))
def test_a_spoiled_picture_is_opened_or_refused(
    tmp_path_factory: pytest.TempPathFactory, some_files: dict[str, bytes], form: str, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("spoiled")
    for place in range(20):
        inside = folder / "ab"[place % 2]
        inside.mkdir(exist_ok=True)
        content = some_files[f"one.{form}"]
        (inside / str(place)).write_bytes(spoiled(content, seed) if place == 0 else content)

    opened_or_refused(folder)


@settings(deadline=None, max_examples=60)
@given(
    descr=st.sampled_from(
        ["'|u1'", "'<f8'", "'>i4'", "'|O'", "'<U5'", "'|V8'", "'<M8[s]'", "'|b1'", "[]", "{}", "None", "1"]
    ),
    shape=st.sampled_from(
        ["(30, 16, 16)", "(30,)", "(30, 256)", "()", "(0, 8, 8)", "(True, 8, 8)", "(1e3,)", "[30]", "-1"]
    ),
    fortran=st.sampled_from(["True", "False", "0", "None"]),
    body=st.sampled_from([0, 30, 240, 7_680, 61_440]),
)
def test_arrays_of_any_type_and_shape_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    some_files: dict[str, bytes],
    descr: str,
    shape: str,
    fortran: str,
    body: int,
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.npz"
    with zipfile.ZipFile(path, "w") as file, zipfile.ZipFile(io.BytesIO(some_files["some.npz"])) as whole:
        file.writestr("x.npy", whole.read("x.npy"))
        file.writestr("y.npy", whole.read("y.npy"))
        file.writestr("z.npy", npy(descr, shape, bytes(range(10)) * (body // 10), fortran))

    opened_or_refused(path)


@settings(deadline=None, max_examples=60)
@given(
    content=st.binary(max_size=300),
    beginning=st.sampled_from([b"", b"\0\0\x08\x03", b"\0\0\x08\x01", b"PK\x03\x04", b"\x1f\x8b\x08"]),
)
def test_any_bytes_are_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes, beginning: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(beginning + content)

    assert not opened_or_refused(path)
