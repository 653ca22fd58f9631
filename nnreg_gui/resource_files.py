"""The one place that knows where the program's resources are."""

from functools import cache
from pathlib import Path

from nnreg_gui.engine.problems import Problem

TRANSLATION = "nnreg_gui_"  # begins the file name of each language but English, which goes on with the code
PACKAGE = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """Return the path of a resource, e.g. ``resource_path("icons", "start.svg")``.

    An installed wheel carries ``resources/`` inside the package, a checkout beside it.

    Raises:
        Problem: the installation is incomplete.
    """
    for folder in (PACKAGE / "resources", PACKAGE.parent / "resources"):
        path = folder.joinpath(*parts)
        if path.exists():
            return path
    name = "/".join(parts) or "resources"
    raise Problem("The program's file {name} is missing: please install nnreg-gui again.", name=name)


def is_installed() -> bool:
    """Return whether the program carries its resources inside the package, as none in a checkout does."""
    return (PACKAGE / "resources").is_dir()


@cache
def language_codes(folder: Path | None = None) -> tuple[str, ...]:
    """Return the languages of a folder of translations, by default the program's, English first."""
    files = sorted((folder or resource_path("translations")).glob(f"{TRANSLATION}*.ts"))
    return ("en", *(file.stem.removeprefix(TRANSLATION) for file in files))
