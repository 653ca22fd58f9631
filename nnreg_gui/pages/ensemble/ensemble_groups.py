"""The networks that answer together: those trained for an experiment, or those of chosen runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.ensemble.ensemble_plan import MOST, EnsemblePlan
from nnreg_gui.pages.trained_runs import ended, network_of
from nnreg_gui.panels.augmentation_text import augmentation_text
from nnreg_gui.panels.experiment_text import regularization_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.style import kind_of

WITHOUT, REGULARIZED, RUNS = "without", "regularized", "runs"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Networks that answer together.

    Attributes:
        key: WITHOUT, REGULARIZED or RUNS.
        experiments: those that should each have a network.
        histories: those that exist, in the same order.
        networks: the networks themselves.
        numbers: of the runs they belong to; none if those are not in the list.
    """

    key: str
    experiments: tuple[Experiment, ...]
    histories: tuple[RunHistory, ...]
    networks: tuple[Network, ...]
    numbers: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """Its name, in a word or two."""
        if self.key == RUNS:
            return translate("EnsembleGroups", "chosen runs")
        if self.key == WITHOUT:
            return translate("EnsembleGroups", "no regularization")
        return regularized_text(self.experiments[0])

    @property
    def liars(self) -> tuple[Network, ...]:
        """Its networks, if they are several, and some were told wrong labels; else none."""
        told_lies = any(history.experiment.data.lies for history in self.histories)
        return self.networks if told_lies and len(self.networks) > 1 else ()

    @property
    def kind(self) -> str:
        """What it is coloured by; runs of the list have no kind in common."""
        if self.key != REGULARIZED:
            return "none"
        spec = self.experiments[0].regularization
        return kind_of(spec.penalty, spec.dropout, augmented=not self.experiments[0].augmentation.is_off)


def regularized_text(experiment: Experiment) -> str:
    """Return what regularizes: “L2 λ 0.1”, “dropout 0.5, rotation ±15°”."""
    parts = []
    if experiment.regularization != experiment.unregularized.regularization:
        parts.append(regularization_text(experiment.regularization))
    if not experiment.augmentation.is_off:
        parts.append(augmentation_text(experiment.augmentation))
    return ", ".join(parts)


def planned_groups(plan: EnsemblePlan, experiment: Experiment, known: Mapping[Experiment, RunHistory]) -> list[Group]:
    """Return what exists so far, without regularization and with it."""
    groups = []
    for key, experiments in zip((WITHOUT, REGULARIZED), plan.experiments(experiment), strict=True):
        histories = tuple(known[one] for one in experiments if one in known)
        groups.append(Group(key, experiments, histories, tuple(_network_in_use(one) for one in histories)))
    return groups


def group_of_runs(runs: Sequence[DrawnRun]) -> Group:
    """Return the networks of these runs, including all repeats of each: the first `MOST`."""
    found: list[tuple[RunHistory, Network, int]] = []
    for run in ended(runs):
        if run.repeats:
            found += [(one, _network_in_use(one), run.number) for one in run.repeats if one.in_use is not None]
        elif run.record is not None:
            found.append((run.history, network_of(run), run.number))
    found = found[:MOST]
    histories = tuple(history for history, _, _ in found)
    return Group(
        RUNS,
        tuple(history.experiment for history in histories),
        histories,
        tuple(network for _, network, _ in found),
        tuple(number for _, _, number in found),
    )


def _network_in_use(history: RunHistory) -> Network:
    assert history.in_use is not None
    return Network.of(history.in_use.parameters, history.experiment)
