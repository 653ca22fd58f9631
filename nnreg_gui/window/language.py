"""The languages of the program, switched while it runs."""

from collections.abc import Mapping
from xml.etree import ElementTree

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from nnreg_gui.resource_files import TRANSLATION, language_codes, resource_path
from nnreg_gui.system.terminal import tell

# Qt's texts in file dialogs that its own translations lack.
QTS_TEXTS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Save in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
)


def languages() -> dict[str, str]:
    """Return the available languages' own names, by code."""
    codes = language_codes(resource_path("translations"))
    names = {code: QLocale(code).nativeLanguageName() for code in codes[1:]}
    return {"en": "English"} | {code: name[:1].upper() + name[1:] or code for code, name in names.items()}


def system_language() -> str:
    """Return the user's language if the program speaks it, else English."""
    language = QLocale.system().name()[:2]
    return language if language in languages() else "en"


class Language:
    """The present language of the application, including its numbers."""

    def __init__(self) -> None:
        self._translators: list[QTranslator] = []
        self.code = "en"

    def switch(self, code: str) -> None:
        """Speak another language: every widget gets a LanguageChange event."""
        application = QCoreApplication.instance()
        assert application is not None
        translators = [] if code == "en" else _translators(code)
        self.code = code
        QLocale.setDefault(QLocale(code))
        for translator in self._translators:
            application.removeTranslator(translator)
        self._translators = translators
        for translator in self._translators:
            application.installTranslator(translator)


def _translators(code: str) -> list[QTranslator]:
    """Load the program's translation and Qt's own (buttons of dialogs)."""
    qts = QTranslator()
    qts.load(f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{code}.qm")
    return [_Translation(_words(code)), qts]


def _words(code: str) -> dict[tuple[str, str], str]:
    """Return the program's texts in a language, by context and source text; none if they cannot be read."""
    try:
        contexts = ElementTree.parse(resource_path("translations", f"{TRANSLATION}{code}.ts")).iter("context")
    except (OSError, ElementTree.ParseError) as error:
        tell(f"nnreg-gui speaks English: its translation cannot be read ({error}).")
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in contexts
        for message in context.iter("message")
    }


class _Translation(QTranslator):
    """Looks texts up in the translator's own file.

    Compiling it for Qt would need a compiler that not every PySide6 includes, and a writable folder. Reading it takes
    5 ms, a text 1 µs.
    """

    def __init__(self, words: Mapping[tuple[str, str], str]) -> None:
        super().__init__()
        self._words = words

    def isEmpty(self) -> bool:
        """Say that there are texts: Qt would not announce a language without any."""
        return not self._words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the translation of a text; None if there is none, so that Qt asks the next translator."""
        return self._words.get((context, source)) or None
