"""The handout's own words and numbers: English and Czech, English for all other languages."""

from collections.abc import Mapping
from math import floor, log10

from nnreg_gui.lessons.sentences import decimal_text

Texts = Mapping[str, str]

HANDOUT_WORDS: Mapping[str, Texts] = {
    "en": {
        "date": "{day:%Y-%m-%d}",
        "percent": "{0}\N{NO-BREAK SPACE}%",
        "points": "{0}\N{NO-BREAK SPACE}points",
        "number": "{0}",
        "steps": "Steps: {done} of {all}",
        "nothing": "No step has been done yet.",
        "slide": "Slide: {0}",
        "skipped": "The question was skipped.",
        "right": "right",
        "earlier": "{0} earlier",
        "guess": "guess: {0}",
        "outcome": "came out: {0}",
        "legend": "Dashed: the guess. Solid: what came out.",
        "epoch": "epoch",
        "training_accuracy": "training accuracy",
        "validation_accuracy": "validation accuracy",
        "training_cost": "training cost",
        "validation_cost": "validation cost",
        "picture": "What the program showed: {0}",
        "replayed": "Replayed: this run had been trained before the lecture.",
        "experiment": "Experiment:",
        "paste": "To try an experiment yourself, copy its line and paste it into nnreg-gui with Ctrl+Shift+V.",
    },
    "cs": {
        "date": "{day.day}.\N{NO-BREAK SPACE}{day.month}.\N{NO-BREAK SPACE}{day.year}",
        "percent": "{0}\N{NO-BREAK SPACE}%",
        "points": "{0}\N{NO-BREAK SPACE}p.\N{NO-BREAK SPACE}b.",
        "number": "{0}",
        "steps": "Kroky: {done} z {all}",
        "nothing": "Zatím neproběhl žádný krok.",
        "slide": "Snímek: {0}",
        "skipped": "Otázka byla přeskočena.",
        "right": "správně",
        "earlier": "předtím {0}",
        "guess": "tip: {0}",
        "outcome": "vyšlo: {0}",
        "legend": "Čárkovaně: tip. Plnou čarou: jak to vyšlo.",
        "epoch": "epocha",
        "training_accuracy": "trénovací přesnost",
        "validation_accuracy": "validační přesnost",
        "training_cost": "účelová funkce na trénovacích datech",
        "validation_cost": "účelová funkce na validačních datech",
        "picture": "Co ukázal program: {0}",
        "replayed": "Ze záznamu: tento běh byl natrénován před přednáškou.",
        "experiment": "Experiment:",
        "paste": "Experiment si vyzkoušíte sami: jeho řádek zkopírujte a vložte do nnreg-gui klávesami Ctrl+Shift+V.",
    },
}


def words_in(language: str) -> Texts:
    """Return the handout's own words in a language, by what they are for."""
    return HANDOUT_WORDS.get(language, HANDOUT_WORDS["en"])


def amount_text(value: float, unit: str, span: float, language: str) -> str:
    """Return a number with its unit, as exactly as can be seen on an axis: ``82.3 %``, ``4 points``, ``23,860``.

    Args:
        value: finite, in the unit in which it is shown, so 82.3 for 82.3 %.
        unit: "percent", "points" or "number".
        span: how long the axis is.
        language: that of the text, such as "cs".
    """
    decimals = 1 if unit != "number" else max(0, 3 - floor(log10(span or 1.0)))
    return words_in(language)[unit].format(decimal_text(value, decimals, language, zeros=False))
