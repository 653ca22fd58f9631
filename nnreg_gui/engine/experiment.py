"""The frozen description of an experiment: equal experiments give equal curves, bit for bit.

The words are those of the lecture; the file format is JSON with the same names (``lambda_`` is ``"lambda"`` there).
A value that is missing in a file takes the default, which is Nielsen's overfitting run: 1,000 images, 784-30-10.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from numbers import Integral, Real
from typing import Any, ClassVar, Self, TypeVar

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.penalties import PENALTIES
from nnreg_gui.engine.problems import ExperimentError

FORMAT, VERSION = "nnreg-experiment", 1
INITIAL_WEIGHTS = ("large", "scaled")
DATASETS = ("mnist",)
MOST_TRAINING_IMAGES = 50_000
MOST_HIDDEN_LAYERS, MOST_NEURONS = 3, 2_000
LARGEST_SEED = 2**31 - 1

Check = Callable[[str, Any], Any]
SpecType = TypeVar("SpecType", bound="_Spec")


# ------------------------------------------------------------------------- what a value may be: one helper per kind


def _whole(default: int, low: int, high: int) -> Any:
    def check(key: str, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, Integral):
            raise ExperimentError("“{key}” must be a whole number, not {value}.", key=key, value=_shown(value))
        if not low <= int(value) <= high:
            raise ExperimentError(
                "“{key}” must be between {low} and {high}, not {value}.",
                key=key,
                low=f"{low:,}",
                high=f"{high:,}",
                value=_shown(value),
            )
        return int(value)

    return field(default=default, metadata={"check": check})


def _number(default: float, holds: Callable[[float], bool], range_text: str) -> Any:
    def check(key: str, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, Real):
            raise ExperimentError("“{key}” must be a number, not {value}.", key=key, value=_shown(value))
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise ExperimentError("“{key}” must be a finite number, not {value}.", key=key, value=_shown(value))
        if not holds(number):
            raise ExperimentError(
                "“{key}” must fulfil {range}, not {value}.", key=key, range=range_text, value=_shown(value)
            )
        return number

    return field(default=default, metadata={"check": check})


def _choice(default: str, names: tuple[str, ...]) -> Any:
    def check(key: str, value: Any) -> str:
        if not isinstance(value, str) or value not in names:
            raise ExperimentError(
                "“{key}” must be one of {names}, not {value}.", key=key, names=", ".join(names), value=_shown(value)
            )
        return value

    return field(default=default, metadata={"check": check})


def _switch(default: bool) -> Any:
    def check(key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ExperimentError("“{key}” must be true or false, not {value}.", key=key, value=_shown(value))
        return value

    return field(default=default, metadata={"check": check})


def _hidden_layers(default: tuple[int, ...]) -> Any:
    neurons: Check = _whole(1, 1, MOST_NEURONS).metadata["check"]

    def check(key: str, value: Any) -> tuple[int, ...]:
        if not isinstance(value, list | tuple) or len(value) > MOST_HIDDEN_LAYERS:
            raise ExperimentError(
                "“{key}” must be a list of at most {most} numbers of neurons, such as [30], not {value}.",
                key=key,
                most=str(MOST_HIDDEN_LAYERS),
                value=_shown(value),
            )
        return tuple(neurons(key, count) for count in value)

    return field(default=default, metadata={"check": check})


def _json_name(name: str) -> str:
    return name.rstrip("_")  # lambda_ is "lambda" in the file: a keyword in Python, the word in the subject


def _key(section: str, name: str) -> str:
    return f"{section}.{name}" if section else name


def _shown(value: Any) -> str:
    """Return a value as the user wrote it, cut short: a sentence must stay a sentence."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        text = type(value).__name__  # no JSON value, a whole number of thousands of digits, or nested too deeply
    return _cut(text)


def _cut(text: str) -> str:
    """Return a text short enough for a sentence, on one line: what does not print is replaced."""
    line = "".join(sign if sign.isprintable() else "�" for sign in text[:41])
    return line if len(line) <= 40 else line[:39] + "…"


# ------------------------------------------------------------------------------------- the experiment and its parts


class _Spec:
    """A part of the experiment whose fields know what they may be."""

    __slots__ = ()
    section: ClassVar[str] = ""

    def __post_init__(self) -> None:
        for one in fields(self):  # type: ignore[arg-type]  # every subclass is a dataclass
            if "check" in one.metadata:
                value = one.metadata["check"](_key(self.section, _json_name(one.name)), getattr(self, one.name))
                object.__setattr__(self, one.name, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSpec(_Spec):
    """Which digits: the first ``training_images`` (n) of the training set."""

    section: ClassVar[str] = "data"
    dataset: str = _choice("mnist", DATASETS)
    training_images: int = _whole(1_000, 1, MOST_TRAINING_IMAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSpec(_Spec):
    """The layers between pixels and outputs, and how their weights begin."""

    section: ClassVar[str] = "network"
    hidden: tuple[int, ...] = _hidden_layers((30,))
    activation: str = _choice("sigmoid", tuple(ACTIVATIONS))
    initial_weights: str = _choice("large", INITIAL_WEIGHTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularizationSpec(_Spec):
    """The penalty on the weights with its λ, and the share p of hidden neurons that dropout switches off."""

    section: ClassVar[str] = "regularization"
    penalty: str = _choice("none", ("none", *PENALTIES))
    lambda_: float = _number(0.0, lambda x: x >= 0, "λ ≥ 0")
    penalize_biases: bool = _switch(False)
    dropout: float = _number(0.0, lambda x: 0 <= x < 1, "0 ≤ p < 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSpec(_Spec):
    """Mini-batch gradient descent: η, m and how many epochs."""

    section: ClassVar[str] = "training"
    learning_rate: float = _number(0.5, lambda x: 0 < x <= 1_000, "0 < η ≤ 1,000")
    batch_size: int = _whole(10, 1, MOST_TRAINING_IMAGES)
    epochs: int = _whole(400, 1, 100_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment(_Spec):
    """Everything that decides how a run goes.

    Raises:
        ExperimentError: a value is out of range; the sentence names its key.
    """

    data: DataSpec = DataSpec()
    network: NetworkSpec = NetworkSpec()
    cost: str = _choice("cross_entropy", tuple(COSTS))
    regularization: RegularizationSpec = RegularizationSpec()
    training: TrainingSpec = TrainingSpec()
    seed: int = _whole(1, 0, LARGEST_SEED)

    def __post_init__(self) -> None:
        _Spec.__post_init__(self)
        if self.training.batch_size > self.data.training_images:
            raise ExperimentError(
                "“training.batch_size” is {m}, more than the {n} training images: choose a smaller mini-batch.",
                m=f"{self.training.batch_size:,}",
                n=f"{self.data.training_images:,}",
            )
        if self.penalty_step >= 1:
            raise ExperimentError(
                "“regularization.lambda” is too large: ηλ/n = {step} with η = {eta}, λ = {lambda_}, n = {n} is not "
                "below 1, so every step would turn the weights over; choose a smaller λ or η.",
                step=f"{self.penalty_step:g}",
                eta=f"{self.training.learning_rate:g}",
                lambda_=f"{self.regularization.lambda_:g}",
                n=f"{self.data.training_images:,}",
            )

    @property
    def penalty_step(self) -> float:
        """ηλ/n: what each step takes from a weight, as a share (L2) or as it is (L1); 0 when the penalty is off."""
        if self.regularization.penalty == "none":
            return 0.0
        return self.training.learning_rate * self.regularization.lambda_ / self.data.training_images

    def may_become(self, other: "Experiment") -> bool:
        """Tell whether a run of this experiment may go on as `other`: penalty, λ, biases, dropout and η may change."""
        return (
            (self.data, self.network, self.cost, self.seed) == (other.data, other.network, other.cost, other.seed)
            and self.training.batch_size == other.training.batch_size
            and self.training.epochs == other.training.epochs
        )

    def to_json(self) -> str:
        """Return the experiment as the text of an experiment file."""
        return json.dumps({"format": FORMAT, "version": VERSION, **_to_dict(self)}, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read the text of an experiment file.

        Raises:
            ExperimentError: no JSON, another format or version, an unknown or repeated key, a wrong value.
        """
        try:
            document = json.loads(text, object_pairs_hook=_without_repeats)
        except ExperimentError:
            raise
        except (ValueError, RecursionError) as error:  # ValueError: no JSON, no UTF-8, or too many digits
            raise ExperimentError(
                "This is not an experiment file: it cannot be read as JSON ({reason}).", reason=_first_line(error)
            ) from error
        if not isinstance(document, dict):
            raise ExperimentError("This is not an experiment file: it must be a JSON object, not {value}.",
                                  value=_shown(document))  # fmt: skip
        if document.pop("format", FORMAT) != FORMAT:
            raise ExperimentError("This is not an experiment file: its “format” is not {format}.", format=FORMAT)
        version = document.pop("version", VERSION)
        if version != VERSION or isinstance(version, bool):
            raise ExperimentError(
                "“version” is {value}, but this program reads version {version}: open the file with a newer nnreg-gui.",
                value=_shown(version),
                version=str(VERSION),
            )
        return _from_dict(cls, document)


# --------------------------------------------------------------------------------------------------- JSON both ways


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]


def _to_dict(spec: _Spec) -> dict[str, Any]:
    values = {_json_name(one.name): getattr(spec, one.name) for one in fields(spec)}  # type: ignore[arg-type]
    return {name: _to_dict(value) if isinstance(value, _Spec) else value for name, value in values.items()}


def _from_dict(spec: type[SpecType], document: Mapping[str, Any]) -> SpecType:
    known = {_json_name(one.name): one for one in fields(spec)}  # type: ignore[arg-type]
    values = {}
    for name, value in document.items():
        if name not in known:
            raise ExperimentError("“{key}” is not a setting of an experiment.", key=_key(spec.section, _cut(name)))
        part = known[name].type
        if isinstance(part, type) and issubclass(part, _Spec):
            if not isinstance(value, dict):
                raise ExperimentError("“{key}” must be a JSON object, not {value}.", key=name, value=_shown(value))
            value = _from_dict(part, value)
        values[known[name].name] = value
    return spec(**values)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for name, value in pairs:
        if name in document:
            raise ExperimentError("“{key}” stands twice in the file: keep one of them.", key=_cut(name))
        document[name] = value
    return document
