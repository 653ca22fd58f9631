"""Experiments from and to the user's files."""

from dataclasses import dataclass

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.files.user_files import opened, write_file

EXPERIMENT_SUFFIX = "nnreg-experiment"  # the files are JSON, whatever they are called
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Assignment:
    """An experiment handed out to students.

    Attributes:
        experiment: what to try.
        show: the only groups of settings to show, of `GROUPS`.
    """

    experiment: Experiment
    show: tuple[str, ...]


def read_experiment(path: str) -> Experiment | Assignment:
    """Read an experiment file, which may say what to show.

    Raises:
        Problem: it cannot be read, or holds no experiment.
    """
    with opened(path) as file:
        content = file.read(_MOST_BYTES)  # anything longer is no experiment
    experiment, show = Experiment.from_file(content)
    return Assignment(experiment, show) if show else experiment


def write_experiment(path: str, experiment: Experiment) -> None:
    """Write an experiment file completely, or not at all.

    Raises:
        Problem: it cannot be written; an earlier file stays as it was.
    """
    write_file(path, experiment.to_json().encode())
