"""The runs of a lesson file: a scenario or an earlier run, and what is different."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.scenarios import read_scenario
from nnreg_gui.engine.specs import from_dict, to_dict
from nnreg_gui.lessons.lesson import LessonRun
from nnreg_gui.lessons.mistakes import Mistake
from nnreg_gui.lessons.tables import Table
from nnreg_gui.resource_files import resource_path

MOST_RUNS, MOST_SEEDS = 60, 20
_RESERVED = ("and", "or", "not", "true", "false")  # words of expressions
_SETTINGS = tuple(to_dict(Experiment()))
_KEYS = ("scenario", "from", "seeds", *_SETTINGS)


def read_run(table: Table, name: str, earlier: Mapping[str, LessonRun], faulty: Collection[str]) -> LessonRun | None:
    """Read a run; None if it comes from a faulty one, so that nothing can be said of it.

    Args:
        table: the one of all runs.
        name: of the run.
        earlier: those that stand before it.
        faulty: the names of those before it that could not be read.

    Raises:
        LessonError: it is none.
    """
    if not (name.isascii() and name.isidentifier()) or name in _RESERVED:
        raise table.wrong(name, Mistake("A run is called by letters, digits and _, such as “off”, not “{name}”.",
                                        name=name[:40]))  # fmt: skip
    run = table.table(name, _KEYS)
    if "scenario" in run and "from" in run:
        raise run.wrong("from", Mistake("A run comes from a scenario or from an earlier run, not from both."))
    base = Experiment()
    if "scenario" in run:
        path = scenario_paths()[run.choice("scenario", scenario_paths())]
        base = read_scenario(path).experiment
    elif "from" in run:
        other = run.choice("from", (*earlier, *faulty))
        if other in faulty:
            return None
        base = earlier[other].experiment
    changes = {key: run.value(key) for key in run if key in _SETTINGS}
    try:
        experiment = from_dict(Experiment, _merged(to_dict(base), changes))
    except ExperimentError as impossible:  # its key says which line is meant
        raise table.source.error((*run.path, *impossible.values.get("key", "").split(".")), impossible) from impossible
    return LessonRun(name, experiment, run.count("seeds", 1, MOST_SEEDS, 1))


@cache
def scenario_paths() -> dict[str, Path]:
    """Return the files of the scenarios by the names that a lesson gives them."""
    return {path.stem: path for path in sorted(resource_path("scenarios").glob("*.json"))}


def _merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of `base` with these changes, table by table."""
    merged = dict(base)
    for key, value in changes.items():
        old = base.get(key)
        merged[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
