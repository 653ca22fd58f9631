"""The languages of the program, switched while it runs."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QStandardPaths, QTranslator

from nnreg_gui import __version__
from nnreg_gui.resource_files import resource_path

LANGUAGES = {"en": "English", "cs": "Čeština"}
_LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    "cs": QLocale(QLocale.Language.Czech, QLocale.Country.Czechia),
}


def system_language() -> str:
    """Return the user's language where the program speaks it, else English."""
    language = QLocale.system().name()[:2]
    return language if language in LANGUAGES else "en"


class Language:
    """The present language of the application, its numbers included."""

    def __init__(self) -> None:
        self._translators: list[QTranslator] = []
        self.code = "en"

    def switch(self, code: str) -> None:
        """Speak another language: every widget gets a LanguageChange event."""
        application = QCoreApplication.instance()
        assert application is not None
        self.code = code
        QLocale.setDefault(_LOCALES[code])
        for translator in self._translators:
            application.removeTranslator(translator)
        self._translators = [] if code == "en" else _translators(code)
        for translator in self._translators:
            application.installTranslator(translator)


def _translators(code: str) -> list[QTranslator]:
    """Load the program's translation and Qt's own (buttons of dialogs)."""
    translators = []
    try:
        own = compiled_translation(resource_path("translations", f"nnreg_gui_{code}.ts"))
    except (OSError, subprocess.SubprocessError) as error:
        print(f"nnreg-gui speaks English: its translation cannot be compiled ({error}).", file=sys.stderr)
        return []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (str(own), f"{qt_folder}/qtbase_{code}.qm"):
        translator = QTranslator()
        if translator.load(file):
            translators.append(translator)
    return translators


def compiled_translation(source: Path) -> Path:
    """Compile a .ts file into the user's cache, once per change, and return the .qm file.

    Compiled here rather than at build time: the compiler comes with PySide6, which the build then does not need.
    """
    cache = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))
    target = cache / f"{source.stem}-{__version__}-{source.stat().st_mtime_ns:x}.qm"
    if not target.exists():
        cache.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".part")
        subprocess.run([_compiler(), str(source), "-silent", "-qm", str(partial)], check=True, capture_output=True)
        partial.replace(target)
    return target


def _compiler() -> str:
    """Return the path of lrelease, which PySide6 brings along."""
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    folder = Path(PySide6.__file__).parent
    for candidate in (folder / name, folder / "Qt" / "libexec" / name):
        if candidate.exists():
            return str(candidate)
    return shutil.which("lrelease") or name
