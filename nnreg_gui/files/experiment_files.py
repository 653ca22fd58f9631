"""Experiments from and to the user's files."""

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.files.user_files import opened, write_file

_MOST_BYTES = 1_000_000


def read_experiment(path: str) -> Experiment:
    """Read an experiment file.

    Raises:
        Problem: it cannot be read, or holds no experiment.
    """
    with opened(path) as file:
        content = file.read(_MOST_BYTES)  # anything longer is no experiment
    return Experiment.from_json(content)


def write_experiment(path: str, experiment: Experiment) -> None:
    """Write an experiment file completely, or not at all.

    Raises:
        Problem: it cannot be written; an earlier file stays as it was.
    """
    write_file(path, experiment.to_json().encode())
