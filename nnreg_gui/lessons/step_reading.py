"""What is known of a lesson while its steps are read one after the other: runs drawn, guesses asked for."""

from collections.abc import Collection, Mapping

from nnreg_gui.lessons.expressions import Expression, parse
from nnreg_gui.lessons.figures import Unit
from nnreg_gui.lessons.key_lines import KeyPath
from nnreg_gui.lessons.lesson import LessonRun
from nnreg_gui.lessons.measurements import MEASUREMENTS, Measurement
from nnreg_gui.lessons.mistakes import Mistake
from nnreg_gui.lessons.sentences import Sentence, parse_sentence
from nnreg_gui.lessons.tables import Table


class StepReading:
    """Reads the expressions of steps.

    Args:
        names: of all runs, also of those that are faulty.
        runs: those that are not.

    Attributes:
        paths: where each step that was read stands in the file, by its id.
        choices: how many choices each question has had, by the id of its step.
        guesses: the unit of each number that was asked for, likewise.
        drawn_runs: the runs that this step or an earlier one draws.
    """

    def __init__(self, names: Collection[str], runs: Mapping[str, LessonRun]) -> None:
        self.names, self._runs = names, runs
        self.paths: dict[str, KeyPath] = {}
        self.choices: dict[str, int] = {}
        self.guesses: dict[str, Unit] = {}
        self.drawn_runs: dict[str, None] = {}

    def draw(self, runs: Collection[str]) -> None:
        """Note that a step draws these runs."""
        self.drawn_runs.update(dict.fromkeys(runs))

    def expression(self, table: Table, key: str, text: str) -> Expression:
        """Read the expression that stands under a key, which may speak of runs that are trained later.

        Raises:
            LessonError: it is none.
        """
        return table.read(key, lambda: self._parsed(text))

    def condition(self, table: Table, key: str, text: str) -> Expression:
        """Read a condition likewise."""
        found = self.expression(table, key, text)
        if found.unit != "truth":
            raise table.wrong(key, Mistake("“{name}” must be a condition, such as {example}.", name=key,
                                           example="l2.validation > off.validation"))  # fmt: skip
        return found

    def sentence(self, step: Table, key: str, *, with_guesses: bool = False) -> Sentence | None:
        """Read a sentence with figures; None if there is none."""
        if key not in step:
            return None
        words = step.filled_words(key)
        return step.read(key, lambda: parse_sentence(words, lambda text: self.known(self._parsed(text, with_guesses))))

    def known(self, expression: Expression) -> Expression:
        """Return an expression whose runs are trained by now.

        Raises:
            Mistake: one of them is not.
        """
        for run in sorted(expression.runs):
            if run not in self.drawn_runs:
                raise Mistake("The run “{run}” is not trained yet: name it in “runs” of this step or an earlier one.",
                              run=run)  # fmt: skip
        return expression

    def _parsed(self, text: str, with_guesses: bool = False) -> Expression:
        found = parse(text, self.names, self.guesses if with_guesses else None)
        for measurement in found.measurements:
            self._check(measurement)
        return found

    def _check(self, measurement: Measurement) -> None:
        """Refuse to measure what the run does not have."""
        run, kind = self._runs.get(measurement.run), MEASUREMENTS[measurement.name]
        if run is not None and kind.seeds and run.seeds < 2:
            raise Mistake("“{name}” takes a run with several seeds, and “{run}” has one: write seeds = 5.",
                          name=measurement.name, run=run.name)  # fmt: skip
        if run is not None and kind.dropout and not run.experiment.regularization.dropout:
            raise Mistake("“{name}” takes a run with dropout, and “{run}” has none.",
                          name=measurement.name, run=run.name)  # fmt: skip
