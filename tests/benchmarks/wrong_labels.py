"""What networks make of wrong labels, beside the bands of the scenarios: `python -m tests.benchmarks.wrong_labels`."""

import argparse
import os
import sys
from pathlib import Path

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

from nnreg_gui.engine.digits import load_mnist
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.resource_files import resource_path
from tests.benchmarks.measures import PUBLISHED, SCENARIOS, Figure, best, last, training
from tests.benchmarks.trained import TrainedRuns

_FIGURES: dict[str, Figure] = {
    "learnt": PUBLISHED["wrong_labels_learnt"],
    "in spite": PUBLISHED["right_in_spite"],
    "training": training,
    "validation, last": last,
    "validation, best": best,
    "test": PUBLISHED["test_accuracy"],
    "epoch in use": lambda run: float(run.used_epoch),
}


def main() -> int:
    """Print each scenario with wrong labels: all figures over the seeds, and whether its bands hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where to keep runs for another time")
    options = parser.parse_args()
    runs = TrainedRuns(load_mnist(resource_path("mnist")), options.folder)
    outside = 0
    print("| scenario |" + "".join(f" {name} |" for name in _FIGURES))
    print("|---" * (len(_FIGURES) + 1) + "|")
    for scenario in SCENARIOS:
        if not scenario.experiment.data.lies:
            continue
        histories = [runs.run(scenario.experiment, seed) for seed in range(1, options.seeds + 1)]
        cells = (_range([figure(history) for history in histories]) for figure in _FIGURES.values())
        print(f"| {scenario.title['en']} |" + "".join(f" {cell} |" for cell in cells), flush=True)
        for figure in scenario.published:
            values = [_published(figure.quantity, history) for history in histories]
            wrong = sum(not figure.low <= value <= figure.high for value in values)
            outside += wrong
            verdict = f"OUTSIDE ({wrong} of {len(values)})" if wrong else "in band"
            print(f"  {figure.text['en']}: {verdict}", flush=True)
    return 1 if outside else 0


def _published(quantity: str, history: RunHistory) -> float:
    return PUBLISHED[quantity](history) / 100


def _range(values: list[float]) -> str:
    return f"{min(values):.1f}–{max(values):.1f}"


if __name__ == "__main__":
    sys.exit(main())
