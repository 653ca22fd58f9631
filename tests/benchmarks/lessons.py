"""Every claim of the lessons, rehearsed with other seeds: `python -m tests.benchmarks.lessons --seeds 3`.

Each claim should hold for all of them, or the lesson should say “usually”. Steps are trained and measured one after
another, as in a lecture, so that the seconds are those that the audience waits.
"""

import argparse
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

from nnreg_gui.engine.problems import Problem
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.lessons.rehearsal import Finding, Rehearsal
from nnreg_gui.lessons.rehearsal_table import claim_text
from nnreg_gui.rehearsing import Rehearser, lesson_path, shipped_lessons

_SEEDS_APART = 100  # so that repeats with several seeds have none in common


@dataclass(slots=True)
class Rehearsed:
    """What came of a lesson with one set of seeds.

    Attributes:
        findings: on each claim, in their order.
        seconds: of training and measuring, by step.
        failures: the runs without a result, and why.
    """

    findings: list[Finding]
    seconds: dict[str, float] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


def main() -> None:
    """Rehearse lessons with several seeds, and print which claims held and how long each step took."""
    parser = argparse.ArgumentParser(description="Rehearse the lessons with other seeds.")
    parser.add_argument(
        "--seeds", type=int, default=3, help="how many (default 3): those of the lesson, and 100 later …"
    )
    parser.add_argument("--lesson", help="only this one: a name, or the path of a file")
    options = parser.parse_args()
    paths = list(shipped_lessons().values()) if options.lesson is None else [lesson_path(options.lesson)]
    for path in paths:
        if path is None:
            parser.error(f"no such lesson; choose a file, or one of {', '.join(shipped_lessons())}")
        _report(path, options.seeds)


def _report(path: Path, seeds: int) -> None:
    lesson = read_lesson(path)
    seen = []
    with Rehearser() as rehearser:
        for place in range(seeds):
            seen.append(_rehearse(lesson, _SEEDS_APART * place, rehearser))
            print(f"{path.stem}: {place + 1} of {seeds} rehearsals", file=sys.stderr, flush=True)
    print(f"\n## {path.stem}\n\n| step | seconds | claim | seen | holds |\n|---|---|---|---|---|")
    for step in lesson.steps:
        seconds = f"{max(one.seconds[step.id] for one in seen):.1f}"
        claims = list(zip(*([one for one in each.findings if one.step == step.id] for each in seen), strict=True))
        lines = [_line(claim) for claim in claims] or ["| – | – | – |"]
        print(f"| {step.id} | {seconds} {lines[0]}")
        for line in lines[1:]:
            print(f"| | {line}")
    always = sum(all(one.holds for one in claim) for claim in zip(*(each.findings for each in seen), strict=True))
    slowest = max(lesson.steps, key=lambda step: max(one.seconds[step.id] for one in seen)).id
    print(f"\n{always} of {len(seen[0].findings)} claims hold for all seeds; the slowest step is {slowest}.")
    for failure in dict.fromkeys(failure for one in seen for failure in one.failures):
        print(failure)


def _rehearse(lesson: Lesson, other_seeds: int, rehearser: Rehearser) -> Rehearsed:
    rehearsal, rehearsed, trained = Rehearsal(lesson, other_seeds), Rehearsed([]), set()
    rehearser.failures.clear()
    for step in lesson.steps:
        began = perf_counter()
        missing = [one for one in rehearsal.experiments_of(step) if one.essence not in trained]
        trained |= {one.essence for one in missing}
        if missing:
            rehearser.train(rehearsal, missing)
        rehearser.measure(rehearsal, [step])
        rehearsed.seconds[step.id] = perf_counter() - began
    rehearsed.findings = rehearsal.findings("en")
    rehearsed.failures = [
        f"Run {' = '.join(rehearsal.runs_with(experiment))}, seed {experiment.seed}: {problem}"
        for experiment, problem in rehearser.failures.items()
    ]
    return rehearsed


def _line(claim: tuple[Finding, ...]) -> str:
    """Return a claim with its outcome: for the first seed with which it does not hold, if there is one."""
    holding = sum(one.holds for one in claim)
    shown = next((one for one in claim if not one.holds), claim[0])
    verdict = "yes" if holding == len(claim) else f"**{holding} of {len(claim)}**"
    return f"| {claim_text(shown)} | {shown.seen} | {verdict} |"


if __name__ == "__main__":
    try:
        main()
    except Problem as problem:
        sys.exit(str(problem))
