"""What there is to see of the elephant, in numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.elephant import OUTLINE_PARAMETERS, PAPER, first_of, outline, times
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED
from nnreg_gui.engine.network import parameter_count, sizes_of
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import whole_text

translate = QCoreApplication.translate
_REALS = 2 * len(PAPER)
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def conclude(conclusion: Conclusion, parameters: Sequence[complex], number: int) -> None:
    """Say what von Neumann reportedly said, once it shows; ask while it is no elephant, or another one."""
    changed = changed_numbers(parameters, number)
    if changed:
        text = translate("ElephantSentences", "{0} of {1} numbers are changed: is it still an elephant?")
        conclusion.ask(text.format(changed, 2 * number))
    elif number < OUTLINE_PARAMETERS:
        conclusion.ask(translate("ElephantSentences", "How many parameters does it take to draw an elephant?"))
    else:
        conclusion.say(
            translate(
                "ElephantSentences",
                "“With four parameters I can fit an elephant, and with five I can make him wiggle his trunk.”",
            )
        )


def source_sentence() -> str:
    """Say whose sentence it is."""
    return translate(
        "ElephantSentences", "The sentence is John von Neumann's, as Enrico Fermi quoted him to Freeman Dyson."
    )


def elephant_sentence(parameters: Sequence[complex], number: int, *, lecture: bool = False) -> str:
    """Say what this many parameters draw, and how large it is, or how many the lecture's network has."""
    changed = changed_numbers(parameters, number)
    seen = _changed_curve(number, changed) if changed else _paper_curve(number)
    if lecture:
        text = translate("ElephantSentences", "The lecture's network has {0}.")
        return f"{seen} {text.format(whole_text(_network_size()))}"
    width, height = (float(high - low) for low, high in _extent(parameters, number))
    size = translate("ElephantSentences", "It is {0} wide and {1} high.")
    return f"{seen} {size.format(whole_text(round(width)), whole_text(round(height)))}"


def _paper_curve(number: int) -> str:
    texts = {
        1: translate("ElephantSentences", "One complex parameter, 2 real numbers: a line, drawn there and back."),
        2: translate("ElephantSentences", "Two complex parameters, 4 real numbers: a figure eight."),
        3: translate(
            "ElephantSentences", "Three complex parameters, 6 real numbers: the eight is bent, no elephant yet."
        ),
        4: translate("ElephantSentences", "Four complex parameters, 8 real numbers: an elephant."),
        5: translate("ElephantSentences", "The fifth complex parameter adds the eye and the wiggle: 10 real numbers."),
    }
    return texts[number]


def _changed_curve(number: int, changed: int) -> str:
    text = translate("ElephantSentences", "{0} real numbers in use, {1} of them not the paper's.")
    return text.format(2 * number, changed)


def wiggle_sentence() -> str:
    """Say who chose the motion of the trunk."""
    return translate(
        "ElephantSentences",
        "How the trunk moves is our choice, as the paper does not say it: its tip swings by ± the real part of p₅, in "
        "degrees.",
    )


def lecture_sentence() -> str:
    """Say how many such numbers the lecture's network has, and what a good fit does not mean."""
    count = _network_size()
    text = translate(
        "ElephantSentences",
        "The lecture's network, {0}, has {1} real numbers: enough for {2} such elephants. That a model fits its data "
        "well does not make it a good model: it may just have too many degrees of freedom.",
    )
    name = "-".join(str(size) for size in sizes_of(UNREGULARIZED))
    return text.format(name, whole_text(count), whole_text(count // _REALS))


def _network_size() -> int:
    return parameter_count(sizes_of(UNREGULARIZED))


def ghost_text(parameters: Sequence[complex], number: int) -> str:
    """Say what the thin dashed curve is; "" if none is to be drawn."""
    if number >= OUTLINE_PARAMETERS and changed_numbers(parameters, OUTLINE_PARAMETERS):
        return translate("ElephantSentences", "the paper's elephant")
    if 1 < number <= OUTLINE_PARAMETERS:
        return translate("ElephantSentences", "with one parameter less")
    return ""


def reach_text() -> str:
    """Say what the dotted curves are."""
    return translate("ElephantSentences", "how far the trunk swings")


def changed_numbers(parameters: Sequence[complex], number: int) -> int:
    """Return how many real numbers of the first parameters differ from the paper's."""
    pairs = list(zip(parameters, PAPER, strict=True))[:number]
    return sum((one.real != other.real) + (one.imag != other.imag) for one, other in pairs)


def formula_texts(parameters: Sequence[complex], number: int) -> tuple[str, str]:
    """Return x(t) and y(t) with their numbers, for the parameters in use."""
    p = first_of(parameters, number)
    x = [(p[0].real, "sin t"), (p[1].real, "sin 2t"), (p[2].real, "cos 3t"), (p[3].real, "cos 5t")]
    y = [(p[3].imag, "cos t"), (p[0].imag, "sin t"), (p[1].imag, "sin 2t"), (p[2].imag, "sin 3t")]
    start = "{0}(t) = {1}".replace(" ", _NO_BREAK_SPACE)
    return start.format("x", _sum_text(x)), start.format("y", _sum_text(y))


def _sum_text(terms: Sequence[tuple[float, str]]) -> str:
    text = ""
    for factor, function in terms:
        if factor:
            sign = ("−" if factor < 0 else "") if not text else (" − " if factor < 0 else " + ")
            text += f"{sign}{whole_text(abs(round(factor)))} {function}".replace(" ", _NO_BREAK_SPACE)
    for sign in "−+":  # breaks a long sum before a sign, nowhere else
        text = text.replace(f"{_NO_BREAK_SPACE}{sign}", f" {sign}")
    return text or "0"


def _extent(parameters: Sequence[complex], number: int) -> list[tuple[float, float]]:
    curve = outline(first_of(parameters, number), times())
    return [(float(one.min()), float(one.max())) for one in curve]
