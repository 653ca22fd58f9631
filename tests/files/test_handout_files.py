"""Handouts in the user's files."""

from pathlib import Path

import pytest

from nnreg_gui.engine.problems import Problem
from nnreg_gui.files.handout_files import save_handout


def test_it_replaces_what_was_there_wholly(tmp_path: Path) -> None:
    path = tmp_path / "přednáška.html"
    path.write_text("x" * 10_000, encoding="utf-8")
    save_handout(str(path), "<p>λ = 0,1 ✓</p>")

    assert path.read_text(encoding="utf-8") == "<p>λ = 0,1 ✓</p>"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="could not be written"):
        save_handout(str(tmp_path), "")
