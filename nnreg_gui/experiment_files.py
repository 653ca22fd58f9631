"""Experiments from and to the user's files."""

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem

_MOST_BYTES = 1_000_000


def read_experiment(path: str) -> Experiment:
    """Read an experiment file.

    Raises:
        Problem: it cannot be read, or holds no experiment.
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(_MOST_BYTES)  # whatever is longer is no experiment
    except OSError as error:
        raise Problem(
            "{file} cannot be read ({reason}).", file=str(path), reason=error.strerror or str(error)
        ) from error
    return Experiment.from_json(content)


def write_experiment(path: str, experiment: Experiment) -> None:
    """Write an experiment file: wholly, or not at all.

    Raises:
        Problem: it cannot be written; a file that was there before is as it was.
    """
    file = QSaveFile(path)
    content = experiment.to_json().encode()
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit()
    if not written:
        raise Problem(
            "{file} could not be written ({reason}). Choose another folder, or make room on the disk.",
            file=path,
            reason=file.errorString(),
        )
