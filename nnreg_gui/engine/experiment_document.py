"""What stands in an experiment file, whatever its settings say."""

import json
from typing import Any

from nnreg_gui.engine.file_kinds import refuse_other_kinds
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.specs import shown, without_repeats

FORMAT, VERSION = "nnreg-experiment", 1
# What an experiment file, or a step of a lesson, may name under “show”: the only settings that a student is to see.
GROUPS = ("regularization", "augmentation", "data", "network", "cost", "training", "stopping")


def read_document(text: str | bytes) -> tuple[dict[str, Any], bool, tuple[str, ...]]:
    """Return the settings in the text of an experiment file, whether a program wrote it, and which `GROUPS` it shows.

    Raises:
        ExperimentError: no JSON, another format or version, or a repeated key.
    """
    refuse_other_kinds(text.encode(errors="replace") if isinstance(text, str) else text)
    try:
        document = json.loads(text, object_pairs_hook=without_repeats)
    except ExperimentError:
        raise
    except json.JSONDecodeError as error:
        raise ExperimentError(
            "This is not an experiment file: line {line} is not valid JSON.", line=f"{error.lineno:,}"
        ) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, too many digits, or nested too deeply
        raise ExperimentError("This is not an experiment file.") from error
    if not isinstance(document, dict):
        raise ExperimentError("This is not an experiment file: it must be a JSON object, not {value}.",
                              value=shown(document))  # fmt: skip
    if document.pop("format", FORMAT) != FORMAT:
        raise ExperimentError("This is not an experiment file: its “format” is not {format}.", format=FORMAT)
    names_version = "version" in document  # as every file has that a program wrote
    version = document.pop("version", VERSION)
    if version != VERSION or isinstance(version, bool):
        raise ExperimentError(
            "“version” is {value}, but this program reads version {version}: open the file with a newer nnreg-gui.",
            value=shown(version),
            version=str(VERSION),
        )
    return document, names_version, _groups(document.pop("show", []))


def _groups(names: object) -> tuple[str, ...]:
    listed = names if isinstance(names, list) else [names]
    for name in listed:
        if name not in GROUPS:
            raise ExperimentError(
                "“{key}” must be one of {names}, not {value}.", key="show", names=", ".join(GROUPS), value=shown(name)
            )
    return tuple(dict.fromkeys(listed))
