"""Where rules stop the overfitting run, beside the measured bands: `python -m tests.benchmarks.stopping`."""

import argparse
import os
import sys
from dataclasses import replace

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

from nnreg_gui.engine.digits import load_mnist
from nnreg_gui.engine.experiment import Experiment, StoppingSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.stopping import best_epoch, stop_epoch
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path

# 1,000 images, 784-30-10, η 0.5, no regularization: the epochs at which each rule stopped with a few seeds, measured by
# another program, which counted from 0, so that its strips of five ended at 4, 9, 14 …: here the bands are one later.
BANDS: dict[tuple[str, float, str], tuple[int, int] | None] = {
    ("no_improvement", 10, "accuracy"): (44, 81),
    ("no_improvement", 20, "accuracy"): (54, 152),
    ("no_improvement", 10, "cost"): None,
    ("no_improvement", 20, "cost"): None,
    ("gl", 1, "cost"): (7, 19),
    ("gl", 2, "cost"): None,
    ("gl", 5, "cost"): (12, 35),
    ("pq", 0.75, "cost"): (90, 110),
    ("pq", 2, "cost"): None,
    ("pq", 3, "cost"): (180, 230),
    ("up", 2, "cost"): (25, 30),
    ("up", 3, "cost"): (30, 35),
    ("up", 8, "cost"): (55, 60),
}


def history_of(experiment: Experiment) -> RunHistory:
    """Train an experiment."""
    return RunHistory.of(experiment, train(experiment, load_mnist(resource_path("mnist"))))


def main() -> int:
    """Print each rule's band, and for each seed the epoch it stops at, the best epoch and its accuracy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=400)
    options = parser.parse_args()
    runs = [
        history_of(replace(Experiment(), training=TrainingSpec(epochs=options.epochs), seed=seed))
        for seed in range(1, options.seeds + 1)
    ]
    names = ("training_cost", "validation_cost", "validation_accuracy")
    print(f"{'rule':<28}{'band':>9}" + "".join(f"{f'seed {run.experiment.seed}':>22}" for run in runs))
    inside = judged = 0
    for (rule, parameter, watch), band in BANDS.items():
        spec = StoppingSpec(rule=rule, parameter=parameter, watch=watch)
        cells = []
        for run in runs:
            curves = [run.column(name) for name in names]
            epoch = stop_epoch(spec, *curves)
            best = best_epoch(spec, *curves[1:], until=epoch)
            cells.append(f"{epoch if epoch is not None else 'never':>6} → {best:>3} {100 * curves[2][best]:6.2f} %")
            if band is not None:
                judged, inside = judged + 1, inside + (epoch is not None and band[0] <= epoch <= band[1])
        name = f"{rule} {parameter:g}" + (f" of {watch}" if rule == "no_improvement" else "")
        print(f"{name:<28}{'' if band is None else f'{band[0]}–{band[1]}':>9}" + "".join(f"{c:>22}" for c in cells))
    last = "".join(f"{100 * run.column('validation_accuracy')[-1]:20.2f} %" for run in runs)
    print(f"{'last epoch':<37}{last}")
    print(f"{inside} of {judged} within the bands of a few other seeds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
