"""Frozen parts of an experiment whose fields know their allowed values, and JSON both ways."""

import json
import math
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import field, fields
from numbers import Integral, Real
from typing import Any, ClassVar, NamedTuple, TypeVar

from nnreg_gui.engine.problems import ExperimentError

Check = Callable[[str, Any], Any]
LARGEST_NUMBER = sys.float_info.max
SpecType = TypeVar("SpecType", bound="Spec")


class Spec:
    """A part of an experiment: a frozen dataclass; one of the helpers below makes each of its fields.

    Raises:
        ExperimentError: a value is of the wrong type or out of range; the sentence names its key.
    """

    __slots__ = ()
    section: ClassVar[str] = ""

    def __post_init__(self) -> None:
        for one in fields(self):  # type: ignore[arg-type]  # every subclass is a dataclass
            if "check" in one.metadata:
                value = one.metadata["check"](_key(self.section, _json_name(one.name)), getattr(self, one.name))
                object.__setattr__(self, one.name, value)


class Limits(NamedTuple):
    """The range of a number; `above` and `below` say whether low and high themselves are out of it."""

    low: float
    high: float
    above: bool = False
    below: bool = False

    def hold(self, value: float) -> bool:
        """Return whether a number is within the range."""
        return (self.low < value if self.above else self.low <= value) and (
            value < self.high if self.below else value <= self.high
        )

    def text_for(self, name: str) -> str:
        """Return the range as a formula with this name: “0 < η ≤ 1,000”."""
        if self.high == LARGEST_NUMBER:
            return f"{name} {'>' if self.above else '≥'} {self.low:g}"
        low, high = ("<" if is_out else "≤" for is_out in (self.above, self.below))
        return f"{self.low:g} {low} {name} {high} {self.high:,g}"


def limits_of(spec: type[Spec], name: str) -> Limits:
    """Return the range of a spec's number."""
    limits: Limits = next(one.metadata["limits"] for one in fields(spec) if one.name == name)  # type: ignore[arg-type]
    return limits


# ------------------------------------------------------------------------- what a value may be: one helper per kind


def whole(default: int, low: int, high: int) -> Any:
    """Return a field for a whole number from low to high."""

    def check(key: str, value: Any) -> int:
        return checked_whole(key, value, low, high)

    return field(default=default, metadata={"check": check, "limits": Limits(low, high)})


def checked_whole(key: str, value: Any, low: int, high: int) -> int:
    """Return a whole number from low to high.

    Raises:
        ExperimentError: it is none; the sentence names the key.
    """
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise ExperimentError("“{key}” must be a whole number, not {value}.", key=key, value=shown(value))
    if not low <= int(value) <= high:
        raise ExperimentError(
            "“{key}” must be between {low} and {high}, not {value}.",
            key=key,
            low=f"{low:,}",
            high=f"{high:,}",
            value=shown(value),
        )
    return int(value)


def number(default: float, name: str, limits: Limits) -> Any:
    """Return a field for a finite number within limits; the sentence about any other value uses the name."""

    def check(key: str, value: Any) -> float:
        return checked_number(key, value, name, limits)

    return field(default=default, metadata={"check": check, "limits": limits})


def checked_number(key: str, value: Any, name: str, limits: Limits) -> float:
    """Return a finite number within limits.

    Raises:
        ExperimentError: it is none; the sentence uses key and name.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise ExperimentError("“{key}” must be a number, not {value}.", key=key, value=shown(value))
    try:
        converted = float(value)
    except OverflowError:
        converted = math.inf
    if not math.isfinite(converted):
        raise ExperimentError("“{key}” must be a finite number, not {value}.", key=key, value=shown(value))
    if not limits.hold(converted):
        raise ExperimentError(
            "“{key}” must fulfil {range}, not {value}.", key=key, range=limits.text_for(name), value=shown(value)
        )
    return converted


def number_between(default: float, low: float, high: float, name: str) -> Any:
    """Return a field for a number from low to high, both included; the sentence about any other value uses the name."""
    return number(default, name, Limits(low, high))


def choice(default: str, names: Collection[str]) -> Any:
    """Return a field for one of these names, which are looked up at every check, or for the default."""

    def check(key: str, value: Any) -> str:
        if not isinstance(value, str) or (value not in names and value != default):
            known = ", ".join(names if default in names else (default, *names))
            raise ExperimentError(
                "“{key}” must be one of {names}, not {value}.", key=key, names=known, value=shown(value)
            )
        return value

    return field(default=default, metadata={"check": check})


def switch(default: bool) -> Any:
    """Return a field for true or false."""

    def check(key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ExperimentError("“{key}” must be true or false, not {value}.", key=key, value=shown(value))
        return value

    return field(default=default, metadata={"check": check})


def hidden_layers(default: tuple[int, ...], most_layers: int, most_neurons: int) -> Any:
    """Return a field for the sizes of the hidden layers."""
    neurons: Check = whole(1, 1, most_neurons).metadata["check"]

    def check(key: str, value: Any) -> tuple[int, ...]:
        if not isinstance(value, list | tuple) or len(value) > most_layers:
            raise ExperimentError(
                "“{key}” must be a list of at most {most} numbers of neurons, such as [30], not {value}.",
                key=key,
                most=str(most_layers),
                value=shown(value),
            )
        return tuple(neurons(key, count) for count in value)

    return field(default=default, metadata={"check": check})


def _json_name(name: str) -> str:
    return name.rstrip("_")  # lambda_ is "lambda" in the file: a keyword in Python, the word in the subject


def _key(section: str, name: str) -> str:
    return f"{section}.{name}" if section else name


def shown(value: Any) -> str:
    """Return a value as the user wrote it, cut short: a sentence must stay a sentence."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        text = type(value).__name__  # not JSON, a whole number of thousands of digits, or nested too deeply
    return _cut(text)


def _cut(text: str) -> str:
    """Cut a text to fit a sentence, on one line, and replace what does not print."""
    line = without_controls(text[:41])
    return line if len(line) <= 40 else line[:39] + "…"


def without_controls(text: str) -> str:
    """Return a text on one line, with a mark for whatever does not print."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)


# --------------------------------------------------------------------------------------------------- JSON both ways


def to_dict(spec: Spec) -> dict[str, Any]:
    """Return a spec's values by their names in a file, and its parts as dicts."""
    values = {_json_name(one.name): getattr(spec, one.name) for one in fields(spec)}  # type: ignore[arg-type]
    return {name: _in_file(value) for name, value in values.items()}


def _in_file(value: Any) -> Any:
    if isinstance(value, Spec):
        return to_dict(value)
    return value.to_json_value() if hasattr(value, "to_json_value") else value


def from_dict(spec: type[SpecType], document: Mapping[str, Any], *, from_program: bool = False) -> SpecType:
    """Return the spec of a JSON object; missing values take their defaults.

    Args:
        spec: the kind of spec.
        document: the object.
        from_program: whether a program wrote it: an unknown key then comes from a newer one.

    Raises:
        ExperimentError: an unknown key, or an impossible value.
    """
    known = {_json_name(one.name): one for one in fields(spec)}  # type: ignore[arg-type]
    values = {}
    for name, value in document.items():
        if name not in known:
            key = _key(spec.section, _cut(name))
            if from_program:
                raise ExperimentError(
                    "“{key}” is a setting that this program does not know: open the file with a newer nnreg-gui.",
                    key=key,
                )
            raise ExperimentError("“{key}” is not a setting of an experiment.", key=key)
        part = known[name].type
        if isinstance(part, type) and issubclass(part, Spec):
            if not isinstance(value, dict):
                key = _key(spec.section, name)
                raise ExperimentError("“{key}” must be a JSON object, not {value}.", key=key, value=shown(value))
            value = from_dict(part, value, from_program=from_program)
        values[known[name].name] = value
    return spec(**values)


def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of these pairs, for `json.loads(object_pairs_hook=…)`: json keeps the last of equal names.

    Raises:
        ExperimentError: a name occurs twice.
    """
    document: dict[str, Any] = {}
    for name, value in pairs:
        if name in document:
            raise ExperimentError("“{key}” stands twice in the file: keep one of them.", key=_cut(name))
        document[name] = value
    return document
