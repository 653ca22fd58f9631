"""What a network makes of lies, in words."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.pages.lies.latest_lies import Lies
from nnreg_gui.widgets.texts import whole_text

translate = QCoreApplication.translate
LEARNT, IN_SPITE, NEITHER = "✗", "✓", "–"  # colour is never the only signal


def lies_sentence(lies: Lies) -> str:
    """Return how many lies the network repeats."""
    text = translate("LiesPage", "Run {0} repeats {1} of the {2} lies, and sees through {3}.")
    counts = (int(lies.learnt.sum()), len(lies.told), int(lies.in_spite.sum()))
    return text.format(lies.run.number, *map(whole_text, counts))


def legend_text(lies: Lies) -> str:
    """Return what the signs below the digits mean, and how often each stands there."""
    learnt, in_spite = int(lies.learnt.sum()), int(lies.in_spite.sum())
    return "   ".join(
        f"{sign} {text.format(whole_text(count))}"
        for sign, text, count in (
            (LEARNT, translate("LiesPage", "learnt by heart: {0}"), learnt),
            (IN_SPITE, translate("LiesPage", "seen through: {0}"), in_spite),
            (NEITHER, translate("LiesPage", "neither: {0}"), len(lies.told) - learnt - in_spite),
        )
    )


def caption(lies: Lies, place: int) -> str:
    """Return what the label of a lie says, and after the arrow what the network says: “✗ 3 → 3”."""
    sign = LEARNT if lies.learnt[place] else IN_SPITE if lies.in_spite[place] else NEITHER
    return f"{sign} {lies.classes[lies.told[place]]} → {lies.classes[lies.said[place]]}"


def about_text(lies: Lies, place: int) -> str:
    """Return all about one lie in a sentence."""
    if lies.learnt[place]:
        text = translate("LiesPage", "This is a {0}. The label says {1}, and so does the network: learnt by heart.")
    elif lies.in_spite[place]:
        text = translate("LiesPage", "This is a {0}. The label says {1}, but the network says {2}: seen through.")
    else:
        text = translate("LiesPage", "This is a {0}. The label says {1}, and the network says {2}.")
    labels = lies.wrong.true[place], lies.told[place], lies.said[place]
    return text.format(*(lies.classes[label] for label in labels))
