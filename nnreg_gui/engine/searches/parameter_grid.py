"""Networks with more and more hidden neurons, each on more and more images, to see if too many parameters hurt.

In a notebook::

    grid = parameter_grid(QUICK)
    histories = dict(results(grid.search, make_executor))  # nnreg_gui.engine.searches.search; RunHistory by place
    for place, history in sorted(histories.items()):
        one = summarize(grid.cells[place], history)
        print(one.cell.hidden, one.cell.training_images, one.cell.parameters_per_image, one.validation_accuracy)
"""

from dataclasses import dataclass

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import layer_sizes, parameter_count
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.engine.searches.search_jobs import job_cost

PENALTY_PER_IMAGE = 0.0001  # λ/n: Nielsen's λ = 5 for 50,000 images, and his 0.1 for 1,000
LEARNING_RATE, BATCH_SIZE = 0.5, 10  # η, m


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A 784-h-10 network and how many images train it.

    Attributes:
        training_images: n.
        hidden: h.
    """

    training_images: int
    hidden: int

    @property
    def parameters(self) -> int:
        """Weights and biases: 795 h + 10."""
        return parameter_count(layer_sizes(MNIST, (self.hidden,)))

    @property
    def parameters_per_image(self) -> float:
        """Above 1 there are more parameters than images."""
        return self.parameters / self.training_images


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPlan:
    """Which cells to train, and how; all have the same η, mini-batches and seed.

    Attributes:
        hidden: values of h, rising.
        sizes: values of n, rising.
        most_seen: compare cells after this many images seen, over all epochs: epochs = most_seen / n,
        most_epochs: but at most this many epochs, since small training sets do not need more; always at least one.
        penalized: whether there is L2, with the same λ/n in all cells, so that each step shrinks weights as much;
            otherwise only gradient descent itself regularizes.
        initial_weights: as in `NetworkSpec`.
    """

    hidden: tuple[int, ...]
    sizes: tuple[int, ...]
    most_seen: int
    most_epochs: int
    penalized: bool = False
    initial_weights: str = "scaled"

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, by rising n, then by rising h."""
        return tuple(Cell(n, h) for n in self.sizes for h in self.hidden)

    def epochs(self, training_images: int) -> int:
        """Return how many epochs to train on n images."""
        return max(1, min(self.most_epochs, self.most_seen // training_images))

    def experiment(self, cell: Cell) -> Experiment:
        """Return what to train for a cell: η 0.5, m 10, sigmoid, cross-entropy, seed 1."""
        n = cell.training_images
        spec = RegularizationSpec()
        if self.penalized:
            spec = RegularizationSpec(penalty="l2", lambda_=float(f"{PENALTY_PER_IMAGE * n:.3g}"))
        return Experiment(
            data=DataSpec(training_images=n),
            network=NetworkSpec(hidden=(cell.hidden,), initial_weights=self.initial_weights),
            regularization=spec,
            training=TrainingSpec(learning_rate=LEARNING_RATE, batch_size=min(BATCH_SIZE, n), epochs=self.epochs(n)),
            seed=1,
        )


# Measured on two cores: 29 s, and less than 7 minutes on cores busy with other work.
QUICK = GridPlan(hidden=(1, 3, 10, 30, 100, 300), sizes=(100, 1_000, 10_000, 50_000), most_seen=100_000, most_epochs=60)
WHOLE = GridPlan(
    hidden=(1, 3, 10, 30, 100, 300),
    sizes=(100, 300, 1_000, 3_000, 10_000, 50_000),
    most_seen=1_500_000,  # 30 epochs of all images, as in the book
    most_epochs=200,
)


@dataclass(frozen=True, slots=True, eq=False)
class ParameterGrid:
    """A search and what its places mean, with the quickest cells first, so that a picture fills in from the start."""

    search: Search
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CellSummary:
    """The result of a cell.

    Attributes:
        cell: which.
        epochs: how many it was trained for.
        best_epoch: the first with the highest validation accuracy.
        validation_accuracy, training_accuracy: 0…1, of this epoch.
        last_validation_accuracy, last_training_accuracy: 0…1, of the last epoch.
    """

    cell: Cell
    epochs: int
    best_epoch: int
    validation_accuracy: float
    training_accuracy: float
    last_validation_accuracy: float
    last_training_accuracy: float

    @property
    def gap(self) -> float:
        """Training accuracy minus validation accuracy, −1…1."""
        return self.training_accuracy - self.validation_accuracy


def parameter_grid(plan: GridPlan) -> ParameterGrid:
    """Return the search for a plan."""
    cells = sorted(plan.cells, key=lambda cell: job_cost(plan.experiment(cell)))
    experiments = tuple(plan.experiment(cell) for cell in cells)
    return ParameterGrid(Search(experiments, in_order=True), tuple(cells))


def summarize(cell: Cell, history: RunHistory) -> CellSummary:
    """Return what a run with at least one record says about its cell."""
    best = int(history.column("validation_accuracy").argmax())
    accuracies = [
        float(history.rows[epoch][name])
        for epoch in (best, -1)
        for name in ("validation_accuracy", "training_accuracy")
    ]
    return CellSummary(cell, len(history) - 1, best, *accuracies)
