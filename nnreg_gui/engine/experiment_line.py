"""Experiments as one short line that can be sent, pasted, and read by people: ``nnreg: n=1000 penalty=l2 lambda=0.1``.

The line says how many training images there are, and whatever else is not the default, in a fixed order.
"""

from typing import Any

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import ExperimentError, Problem
from nnreg_gui.engine.specs import from_dict, shown, to_dict

_BEGINNING = "nnreg:"
# The subject's words, where they are shorter than those of an experiment file or would not be clear by themselves.
_WORDS = {
    "data.training_images": "n",
    "network.initial_weights": "weights",
    "regularization.penalize_biases": "biases",
    "training.learning_rate": "eta",
    "training.batch_size": "m",
    "training.stopping.rule": "stop",
    "training.stopping.parameter": "stop_parameter",
    "training.stopping.watch": "stop_watch",
    "training.stopping.action": "stop_action",
}
_ALWAYS_SAID = "data.training_images"
_NO_LAYERS = "none"
_MOST_CHARACTERS = 100_000


def experiment_line(experiment: Experiment) -> str:
    """Return an experiment as one line."""
    defaults = _flat(to_dict(Experiment()))
    told = [
        f"{_word(key)}={_text(value)}"
        for key, value in _flat(to_dict(experiment)).items()
        if key == _ALWAYS_SAID or value != defaults[key]
    ]
    return " ".join([_BEGINNING, *told])


def experiment_from_text(text: str) -> Experiment:
    """Return the experiment in a text that was pasted: a line as above, or the text of an experiment file.

    Raises:
        Problem: there is none in it, or one that cannot be.
    """
    text = text[:_MOST_CHARACTERS].strip()
    if text.startswith("{"):
        return Experiment.from_json(text)
    if not text.startswith(_BEGINNING):
        raise Problem(
            "There is no experiment to paste: copy a line such as {example} first.",
            example="“nnreg: n=1000 penalty=l2 lambda=0.1”",
        )
    return from_dict(Experiment, _nested(text.removeprefix(_BEGINNING).split()))


def _word(key: str) -> str:
    return _WORDS.get(key, key.rpartition(".")[2])


def _flat(document: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Return all values of nested dicts by their keys joined by points, in order."""
    values: dict[str, Any] = {}
    for name, value in document.items():
        values |= _flat(value, f"{before}{name}.") if isinstance(value, dict) else {before + name: value}
    return values


def _text(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return repr(value).removesuffix(".0")
        case tuple():
            return ",".join(map(str, value)) or _NO_LAYERS
    return str(value)


def _nested(parts: list[str]) -> dict[str, Any]:
    """Return what these parts say as the object of an experiment file."""
    defaults = _flat(to_dict(Experiment()))
    keys = {_word(key): key for key in defaults}
    document: dict[str, Any] = {}
    said = set()
    for part in parts:
        word, equals, text = part.partition("=")
        if not equals or word not in keys:
            raise ExperimentError("{part} is not a setting of an experiment.", part=shown(part))
        if word in said:
            raise ExperimentError("{part} says what was said before: keep one of them.", part=shown(part))
        said.add(word)
        *sections, name = keys[word].split(".")
        place = document
        for section in sections:
            place = place.setdefault(section, {})
        place[name] = _value(text, defaults[keys[word]])
    return document


def _value(text: str, default: Any) -> Any:
    """Return what a text says, of the default's kind; the text itself where it is not, which the check will name."""
    try:
        match default:
            case bool():
                return {"yes": True, "no": False}[text]
            case int():
                return int(text)
            case float():
                return float(text)
            case tuple():
                return [int(one) for one in text.split(",")] if text != _NO_LAYERS else []
    except (ValueError, KeyError):
        pass
    return text
