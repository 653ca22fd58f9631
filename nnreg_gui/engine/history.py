"""One run so far: what its events reported, one row per epoch, and the networks kept."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

import numpy as np

from nnreg_gui.engine.events import Changed, EpochRecord, Event, Progress, Stopped, Tested
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.pruning import Pruning

# What a run records of each epoch, in this order; also the columns of a CSV file.
RECORDED = (
    "epoch",
    "training_cost",
    "validation_cost",
    "penalty",
    "training_accuracy",
    "validation_accuracy",
    "seconds",
)
OF_LIES = ("wrong_labels_learnt", "right_in_spite")  # also recorded where labels are wrong
_OF_WEIGHTS = ("largest_weight", "small_weights")
# Of the networks that a run keeps beside its best and newest, but at least two: 170 of 784-30-10, or two of
# 784-2000-2000-10, 23 MB each. What all runs may take together stands in `kept_networks`.
_BYTES_KEPT = 16 * 2**20
MOST_CHANGES = 100  # of one run, since each is drawn; moving a slider during training makes 30 a second
_FIRST_ROWS = 64  # doubles as the run goes on, so that an experiment of many epochs reserves no memory up front


def recorded(experiment: Experiment) -> tuple[str, ...]:
    """Return what a run of this experiment records of each epoch, in the order of the columns of a CSV file."""
    return (*RECORDED, *OF_LIES) if experiment.data.lies else RECORDED


def rows_type(experiment: Experiment) -> np.dtype:
    """Return the type of the rows of a run's history: what is recorded, and figures of the weights."""
    return np.dtype([(name, float) for name in (*recorded(experiment), *_OF_WEIGHTS)])


class RunHistory:
    """The picture of a run that plots draw; `add()` extends it.

    Attributes:
        experiment: what was started; for a pruned network, what trained it before.
        pruning: how its network was pruned at epoch 0; None for nearly every run.
        changes: the mid-run changes, in order; at most `MOST_CHANGES`.
        progress: how far the current epoch is, or None between epochs.
        initial, newest, best: the records of epoch 0 (an untrained or pruned network), of the newest epoch, and of the
            first epoch with the highest validation accuracy; None before the first record.
        stopped: where the stopping rule fired, or None.
        test_accuracy: 0…1, known once, when the run has ended.
    """

    pruning: Pruning | None = None  # a default for histories pickled before pruning existed

    def __init__(self, experiment: Experiment, pruning: Pruning | None = None) -> None:
        self.experiment, self.pruning = experiment, pruning
        self.changes: list[Changed] = []
        self.progress: Progress | None = None
        self.initial: EpochRecord | None = None
        self.newest: EpochRecord | None = None
        self.best: EpochRecord | None = None
        self.stopped: Stopped | None = None
        self.test_accuracy: float | None = None
        self._rows = np.zeros(_FIRST_ROWS, rows_type(experiment))
        self._count = 0
        self._kept: dict[int, EpochRecord] = {}
        self._stride = 1

    @classmethod
    def of(cls, experiment: Experiment, events: Iterable[Event]) -> Self:
        """Return what these events of an experiment's run say together."""
        history = cls(experiment)
        for event in events:
            history.add(event)
        return history

    def __len__(self) -> int:
        """Number of records, including that of epoch 0."""
        return self._count

    def add(self, event: Event) -> None:
        """Take in the next event of the run."""
        match event:
            case Progress():
                self.progress = event
            case EpochRecord():
                self._add_record(event)
            case Changed():
                self._add_change(event)
            case Stopped():
                self.stopped = event
            case Tested():
                self.test_accuracy = event.accuracy

    def column(self, name: str) -> np.ndarray:
        """Return a recorded quantity, one value per epoch from epoch 0, as a view.

        Args:
            name: a field of `EpochRecord` that is a number, "largest_weight" (max |w|) or "small_weights" (the share,
                0…1, of weights with |w| < 0.01). Those `OF_LIES` are there only if labels are wrong.
        """
        return self._rows[name][: self._count]

    @property
    def rows(self) -> np.ndarray:
        """All columns, one row per epoch from epoch 0: a view, structured, (epochs,)."""
        return self._rows[: self._count]

    @classmethod
    def restored(
        cls,
        experiment: Experiment,
        rows: np.ndarray,
        records: Iterable[EpochRecord],
        *,
        pruning: Pruning | None = None,
        changes: Iterable[Changed] = (),
        stopped: Stopped | None = None,
        test_accuracy: float | None = None,
    ) -> "RunHistory":
        """Rebuild a history from what was kept of it.

        Args:
            experiment: what was started.
            rows: as `rows` returned them.
            records: some of its records; those of the untrained, the best and the last epoch should be among them.
            pruning, changes, stopped, test_accuracy: as the attributes.
        """
        history = cls(experiment, pruning)
        history._rows, history._count = rows.copy(), len(rows)
        history.changes = merged(list(changes), MOST_CHANGES)
        history.stopped, history.test_accuracy = stopped, test_accuracy
        history._kept = {record.epoch: record for record in sorted(records, key=lambda record: record.epoch)}
        kept = list(history._kept.values())
        history.initial = next((record for record in kept if record.epoch == 0), None)
        history.newest = kept[-1] if kept and kept[-1].epoch == len(rows) - 1 else None
        best = int(np.argmax(rows["validation_accuracy"])) if len(rows) else None
        history.best = next((record for record in kept if record.epoch == best), None)
        return history

    def with_records(self, records: Iterable[EpochRecord]) -> "RunHistory":
        """Return an independent history that says what this one says now and keeps these networks of it."""
        return RunHistory.restored(
            self.experiment,
            self.rows,
            records,
            pruning=self.pruning,
            changes=self.changes,
            stopped=self.stopped,
            test_accuracy=self.test_accuracy,
        )

    def grow_like(self, source: "RunHistory", epochs: int) -> None:
        """Say what a longer history of the same run said after so many epochs; after all of them, what it says now.

        The networks are those that it has kept: in between, the newest is the one before, and there may be no best.
        """
        self._rows = source.rows[: epochs + 1].copy()
        self._count = len(self._rows)
        self._kept = {record.epoch: record for record in (*source.kept(), *source.named())}
        self._kept = {epoch: self._kept[epoch] for epoch in sorted(self._kept) if epoch < self._count}
        self._stride = source._stride
        self.changes = [change for change in source.changes if change.epoch <= epochs]
        self.stopped = source.stopped if source.stopped is not None and source.stopped.epoch <= epochs else None
        self.initial, self.newest = self._kept.get(0), next(reversed(self._kept.values()), None)
        best = int(np.argmax(self.column("validation_accuracy"))) if self._count else 0
        self.best = self._kept.get(best)
        is_whole = self._count == len(source)
        self.progress = source.progress if is_whole else None
        self.test_accuracy = source.test_accuracy if is_whole else None

    def __getstate__(self) -> dict[str, Any]:
        """Return what to pickle: only the rows that are filled."""
        return {**self.__dict__, "_rows": self.rows.copy()}

    def kept(self) -> Iterator[EpochRecord]:
        """Yield the kept records by epoch: evenly spaced, sparser the more epochs there are, always with the newest."""
        yield from self._kept.values()
        if self.newest is not None and self.newest.epoch not in self._kept:
            yield self.newest

    def named(self) -> list[EpochRecord]:
        """Return the records of the initial, best and newest network, and of the best before a rule stopped."""
        named = (self.initial, self.best, self.newest, self.stopped.best if self.stopped is not None else None)
        return [record for record in named if record is not None]

    @property
    def kept_bytes(self) -> int:
        """How many bytes the kept networks take, including those with a name."""
        records = {id(record): record for record in (*self._kept.values(), *self.named())}
        return len(records) * next((record.parameters.nbytes for record in records.values()), 0)

    def keep_fewer(self) -> bool:
        """Drop half of the kept networks without a name; return whether there were any."""
        named = {record.epoch: record for record in self.named()}
        others = [record for epoch, record in self._kept.items() if epoch not in named]
        kept = named | {record.epoch: record for record in others[1::2]}
        self._kept, self._stride = {epoch: kept[epoch] for epoch in sorted(kept)}, 2 * self._stride
        return bool(others)

    @property
    def in_use(self) -> EpochRecord | None:
        """The record of the network in use: the newest, or after early stopping the restored one."""
        return self.stopped.best if self.stopped is not None and self.stopped.restored else self.newest

    @property
    def used_epoch(self) -> int:
        """The epoch of the network in use; −1 before the first record."""
        stopped = self.stopped
        return stopped.best.epoch if stopped is not None and stopped.restored else self._count - 1

    def record_near(self, epoch: int) -> EpochRecord | None:
        """Return the kept record nearest to an epoch; None before the first record."""
        return min(self.kept(), key=lambda record: abs(record.epoch - epoch), default=None)

    @property
    def current_experiment(self) -> Experiment:
        """The experiment in force now, after all changes."""
        return self.changes[-1].after if self.changes else self.experiment

    def experiment_after(self, epoch: int) -> Experiment:
        """Return the experiment in force after an epoch, with all that was changed by then."""
        return next((one.after for one in reversed(self.changes) if one.epoch <= epoch), self.experiment)

    @property
    def is_plain(self) -> bool:
        """Whether the experiment says everything: no mid-run change, no pruned network.

        Only such runs have the same curves as all other runs of the same experiment.
        """
        return not self.changes and self.pruning is None

    @property
    def epochs(self) -> int:
        """How many epochs the run is to have; for a pruned network, those of fine-tuning."""
        return self.experiment.training.epochs if self.pruning is None else self.pruning.epochs

    @property
    def finished(self) -> bool:
        """Whether all epochs are trained, or the stopping rule has ended the run."""
        if self.stopped is not None and self.stopped.restored:
            return True
        return self._count == self.epochs + 1

    @property
    def epochs_done(self) -> float:
        """Where the run is on the time axis, including parts of an epoch."""
        done = float(max(0, self._count - 1))
        if self.progress is None:
            return done
        return self.progress.epoch - 1 + self.progress.images / self.experiment.data.training_images

    def _add_record(self, record: EpochRecord) -> None:
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros(max(_FIRST_ROWS, self._count), self._rows.dtype)])
        row = self._rows[self._count]
        for name in recorded(self.experiment):
            row[name] = getattr(record, name)
        row["largest_weight"] = max(layer.largest for layer in record.layers)
        row["small_weights"] = sum(layer.small for layer in record.layers) / sum(
            w.size for w in record.parameters.weights
        )
        self._count += 1
        self.progress = None
        self.newest = record
        if self.initial is None:
            self.initial = record
        if self.best is None or record.validation_accuracy > self.best.validation_accuracy:
            self.best = record
        self._keep(record)

    def _keep(self, record: EpochRecord) -> None:
        """Keep every stride-th record; double the stride when they outgrow their share of memory."""
        if record.epoch % self._stride:
            return
        self._kept[record.epoch] = record
        if len(self._kept) > 2 and len(self._kept) * record.parameters.nbytes > _BYTES_KEPT:
            self._stride *= 2
            self._kept = {epoch: kept for epoch, kept in self._kept.items() if epoch % self._stride == 0}

    def _add_change(self, change: Changed) -> None:
        """Note a change; merge several at one point of the time axis, and drop one that undoes itself."""
        if self.changes and self.changes[-1].epoch == change.epoch:
            change = Changed(change.epoch, self.changes.pop().before, change.after)
        if change.before != change.after:
            self.changes[:] = merged([*self.changes, change], MOST_CHANGES)


def merged(changes: Sequence[Changed], most: int) -> list[Changed]:
    """Return at most `most` changes that lead to the same experiment, merging pairs while there are more."""
    fewer = list(changes)
    while len(fewer) > max(1, most):
        odd = fewer[len(fewer) // 2 * 2 :]
        pairs = zip(fewer[::2], fewer[1::2], strict=False)
        fewer = [Changed(second.epoch, first.before, second.after) for first, second in pairs]
        fewer = [change for change in fewer if change.before != change.after] + odd
    return fewer
