"""Searches: many experiments trained on an executor, as many at a time as it has workers."""

from dataclasses import dataclass

from nnreg_gui.engine.experiment import Experiment


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """Experiments to be trained; two searches are the same only if they are one object.

    Attributes:
        purpose: what it is done for: a newer search of the same purpose replaces an older one.
        experiments: what is trained; the results are told by their places in it.
        networks: whether the histories that are found keep their networks (untrained, best, newest), or only figures.
    """

    purpose: str
    experiments: tuple[Experiment, ...]
    networks: bool = False
