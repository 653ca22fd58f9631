"""Expressions of a lesson, such as ``l2.validation > off.validation + 0.02``: figures of runs, + − * / and comparisons.

They are read by `ast` and computed by our own parts: there are no other names, no powers, and nothing is executed.
"""

import ast
import operator
import re
import warnings
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from nnreg_gui.engine.specs import shown
from nnreg_gui.lessons.calls import GUESS, call_of, guess_of
from nnreg_gui.lessons.figures import FIGURES, Unit
from nnreg_gui.lessons.known import Known
from nnreg_gui.lessons.measurements import Measurement
from nnreg_gui.lessons.mistakes import Mistake, unknown
from nnreg_gui.lessons.parts import Comparison, Part, combined, compared, constant, joined, negated, negative, truth

MOST_CHARACTERS, MOST_DEPTH = 500, 40
_GUESS_OF = re.compile(rf"\b{GUESS}\(\s*([\w-]+)\s*\)")  # ids have hyphens, which would be differences
_SIGNS: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARISONS: Mapping[type[ast.cmpop], Comparison] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


@dataclass(frozen=True, slots=True)
class Expression:
    """What can be computed once enough is known.

    Attributes:
        source: the text in the file.
        unit: of its value: shares are 0…1, and so are points: 0.043 are 4.3 points; truths are 1 or 0.
        runs: the names of the runs it needs.
        guesses: the ids of the steps whose guesses it needs.
        measurements: what an engine must answer first.
    """

    source: str
    unit: Unit
    runs: frozenset[str]
    guesses: frozenset[str]
    measurements: tuple[Measurement, ...]
    _part: Part = field(repr=False, compare=False)

    def value(self, known: Known) -> float:
        """Compute it; NaN if there is no number, such as the epoch of a sign that never shows.

        Raises:
            MissingError: something that it needs is not known yet.
        """
        return self._part.value(known)

    def holds(self, known: Known) -> bool:
        """Return whether it is true.

        Raises:
            MissingError: as above.
        """
        return self._part.value(known) == 1


def parse(text: str, runs: Collection[str], guesses: Mapping[str, Unit] | None = None) -> Expression:
    """Read an expression.

    Args:
        text: as it stands in the file.
        runs: the names of the lesson's runs.
        guesses: the units of the numbers asked for so far, by the ids of the steps; None: no guess may be named.

    Raises:
        Problem: it is no expression; the sentence says what is allowed.
    """
    line = _GUESS_OF.sub(rf'{GUESS}("\1")', " ".join(text.split()))
    reader = _Reader(line, runs, guesses)
    part = reader.read(_tree(line))
    needs = frozenset(reader.runs), frozenset(reader.guesses), tuple(reader.measurements)
    return Expression(text, part.unit, *needs, part)


def _tree(line: str) -> ast.expr:
    if len(line) > MOST_CHARACTERS:
        raise Mistake("An expression must not be longer than {most} characters.", most=str(MOST_CHARACTERS))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about Python's own syntax, of which hardly anything is allowed here
            return ast.parse(line, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise _not_computed(line) from error


def _not_computed(text: str) -> Mistake:
    return Mistake(
        "{text} cannot be computed: allowed are figures such as {example}, functions, numbers, + - * / and "
        "parentheses, comparisons, and, or, not.",
        text=shown(text),
        example="off.validation",
    )


class _Reader:
    """Turns a tree into parts, and notes what they need."""

    def __init__(self, line: str, runs: Collection[str], guesses: Mapping[str, Unit] | None) -> None:
        self._line, self._known_runs, self._asked = line, runs, guesses
        self._depth = 0
        self.runs: set[str] = set()
        self.guesses: set[str] = set()
        self.measurements: dict[Measurement, None] = {}  # in their order

    def read(self, node: ast.expr) -> Part:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise Mistake("An expression must not be nested more than {most} times.", most=str(MOST_DEPTH))
        part = self._part(node)
        self._depth -= 1
        return part

    def _part(self, node: ast.expr) -> Part:
        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() as number):
                return constant(number)
            case ast.Name(id="true" | "false" as word):
                return truth(word == "true")
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return negative(self._number(operand))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return negated(self._truth(operand))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
                return combined(self._number(left), _SIGNS[type(op)], self._number(right))
            case ast.Compare(left=first, ops=ops, comparators=others) if all(type(op) in _COMPARISONS for op in ops):
                parts = [self._number(one) for one in (first, *others)]
                return compared(parts, [_COMPARISONS[type(op)] for op in ops])
            case ast.BoolOp(op=op, values=values):
                return joined([self._truth(one) for one in values], every=isinstance(op, ast.And))
            case ast.Attribute(value=ast.Name(id=run), attr=figure):
                return self._figure(run, figure)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(name, [self._argument(one) for one in arguments])
        raise _not_computed(self._text(node))

    def _number(self, node: ast.expr) -> Part:
        part = self.read(node)
        if part.unit == "truth":
            raise Mistake("{text} is true or false, but a number is needed here.", text=shown(self._text(node)))
        return part

    def _truth(self, node: ast.expr) -> Part:
        part = self.read(node)
        if part.unit != "truth":
            raise Mistake("{text} is a number, but a condition is needed here.", text=shown(self._text(node)))
        return part

    def _figure(self, run: str, figure: str) -> Part:
        self._need(run)
        if figure not in FIGURES:
            raise unknown(figure, FIGURES)
        told = FIGURES[figure]
        return Part(told.unit, lambda known: told.of(known.histories(run)))

    def _call(self, name: str, arguments: list[float | str]) -> Part:
        if name == GUESS:
            return self._guess(arguments)
        call = call_of(name, arguments)
        if call.run:
            self._need(call.run)
        if call.measurement is not None:
            self.measurements[call.measurement] = None
        return call.part

    def _argument(self, node: ast.expr) -> float | str:
        """Return an argument: a number that stands in the text, or a name, quoted or not."""
        match node:
            case ast.Name(id=name) | ast.Constant(value=str(name)):
                return name
        number = self.read(node).constant
        if number is None:
            raise Mistake("{text} must be a number or a name.", text=shown(self._text(node)))
        return number

    def _guess(self, arguments: list[float | str]) -> Part:
        if self._asked is None:
            raise Mistake("Only “beside” may say what was guessed.")
        step = str(arguments[0]) if len(arguments) == 1 else ""
        if step not in self._asked:
            raise unknown(step, self._asked)
        self.guesses.add(step)
        return guess_of(step, self._asked[step])

    def _need(self, run: str) -> None:
        if run not in self._known_runs:
            raise unknown(run, self._known_runs)
        self.runs.add(run)

    def _text(self, node: ast.expr) -> str:
        return ast.get_source_segment(self._line, node) or self._line
