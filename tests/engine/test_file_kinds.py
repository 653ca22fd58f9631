"""For files that are no experiments, the program says what they are."""

import gzip
import io

import numpy as np
import pytest

from nnreg_gui.engine.curves_csv import curves_csv
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.sessions.session import Session
from nnreg_gui.engine.sessions.session_format import session_bytes


def _npz() -> bytes:
    file = io.BytesIO()
    np.savez(file, weights=np.zeros(3))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (_npz(), "packed data"),
        (gzip.compress(b"{}"), "packed data"),
        (b"\0\0\x08\x03\0\0\x27\x10", "one of digits (IDX)"),
        (curves_csv([]).encode("utf-8-sig"), "a table of curves"),
        (curves_csv([], decimal_comma=True).encode(), "a table of curves"),
        (session_bytes(Session(())), "a session of runs"),
    ],
    ids=["png", "jpeg", "npz", "gzip", "idx", "csv", "commas", "session"],  # not by contents, which include a date
)
def test_it_is_said_what_a_file_is(content: bytes, kind: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        Experiment.from_json(content)

    assert str(caught.value).startswith(f"This is not an experiment file but {kind}")


@pytest.mark.parametrize("content", [b"epoch", b"", b"\xff\xfe\xfa", b"[1", "9" * 5_000])
def test_of_other_files_only_that_they_are_none(content: bytes | str) -> None:
    with pytest.raises(ExperimentError, match=r"^This is not an experiment file(: line 1 is not valid JSON)?\.$"):
        Experiment.from_json(content)


def test_a_mistake_in_json_is_told_with_its_line() -> None:
    with pytest.raises(ExperimentError, match="line 2 is not valid JSON"):
        Experiment.from_json('{"seed": 1\n"cost": "cross_entropy"}')


def test_an_unknown_setting_in_a_file_of_a_program_is_that_of_a_newer_one() -> None:
    text = Experiment().to_json().replace('"seed"', '"momentum": 0.9,\n "seed"')
    with pytest.raises(ExperimentError) as caught:
        Experiment.from_json(text)

    assert "“momentum” is a setting that this program does not know" in str(caught.value)
    assert "newer" in str(caught.value)
    with pytest.raises(ExperimentError, match="“momentum” is not a setting of an experiment"):
        Experiment.from_json('{"momentum": 0.9}')  # by hand
