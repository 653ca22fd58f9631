"""Runs for benchmarks, each trained once, and kept in memory and on request in a folder."""

import pickle
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.training import train


class TrainedRuns:
    """Trains the requested runs, unless they were trained before.

    Attributes:
        digits: those that runs learn from and are measured on.
    """

    def __init__(self, digits: Digits, folder: Path | None = None) -> None:
        self.digits, self._folder = digits, folder
        self._known: dict[Experiment, RunHistory] = {}

    def run(self, experiment: Experiment, seed: int) -> RunHistory:
        """Return the history of a run of this experiment with this seed."""
        experiment = replace(experiment, seed=seed)
        if experiment not in self._known:
            self._known[experiment] = self._read(experiment) or self._train(experiment)
        return self._known[experiment]

    def _path(self, experiment: Experiment) -> Path | None:
        name = sha256(experiment.to_json().encode()).hexdigest()[:16]
        return self._folder / f"{name}.run" if self._folder is not None else None

    def _read(self, experiment: Experiment) -> RunHistory | None:
        path = self._path(experiment)
        if path is None or not path.exists():
            return None
        history: RunHistory = pickle.loads(path.read_bytes())
        return history

    def _train(self, experiment: Experiment) -> RunHistory:
        began = perf_counter()
        history = RunHistory.of(experiment, train(experiment, self.digits))
        spec, seconds = experiment.regularization, perf_counter() - began
        print(
            f"{experiment.network.hidden} n {experiment.data.training_images} {spec.penalty} λ {spec.lambda_:g} p "
            f"{spec.dropout:g}, seed {experiment.seed}: {seconds:.0f} s",
            file=sys.stderr,
            flush=True,
        )
        path = self._path(experiment)
        if path is not None:
            records = {record.epoch: record for record in (history.initial, history.best, history.newest) if record}
            half = history.record_near(history.epochs // 2)
            if half is not None:
                records[half.epoch] = half
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pickle.dumps(history.with_records(records.values())))
        return history
