"""Four complex parameters draw an elephant, and a fifth wiggles its trunk."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from nnreg_gui.engine.elephant import OUTLINE_PARAMETERS, PAPER, TRUNK, eye, first_of, outline, times, wiggled
from nnreg_gui.pages.fitting.elephant_play import ALL, ElephantPlay
from nnreg_gui.pages.fitting.elephant_plot import ElephantPicture, ElephantPlot
from nnreg_gui.pages.fitting.elephant_sentences import (
    changed_numbers,
    conclude,
    elephant_sentence,
    formula_texts,
    ghost_text,
    lecture_sentence,
    reach_text,
    source_sentence,
    wiggle_sentence,
)
from nnreg_gui.pages.fitting.parameter_sliders import ParameterSliders
from nnreg_gui.plots.style import legend_font
from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room

_FOR_FORMULAS = 0.42  # of the width
_T = times()
_IS_TRUNK = (TRUNK[0] <= _T) & (TRUNK[1] >= _T)


class ElephantView(FittingWidget):
    """Places the curve beside its parameters, and the details below.

    Args:
        conclusion: where the page states what it shows.
    """

    def __init__(self, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self.plot, self.sliders, self.play = ElephantPlot(), ParameterSliders(), ElephantPlay(self)
        self.buttons = {
            "all": ToolButton("F", checkable=True),
            "one": ToolButton("A"),
            "wiggle": ToolButton("V", checkable=True),
            "paper": ToolButton("R"),
        }
        names = ("formula", "sentence", "lecture", "source")
        self.labels = {name: Paragraph() for name in names}
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        self._buttons = QGridLayout()
        for place, button in enumerate(self.buttons.values()):
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            self._buttons.addWidget(button, place // 2, place % 2)
        self._side = column(self.sliders, self.labels["formula"], self._buttons, STRETCH)
        top = row((self.plot, 5), (self._side, 4), spacing=12)
        details = Details(*(self.labels[name] for name in ("sentence", "lecture", "source")))
        column((top, 1), details, parent=self, spacing=4)
        self.show_from(Room.FULL, self.labels["formula"])

    def _connect(self) -> None:
        self.buttons["all"].toggled.connect(self._add_all_or_stop)
        self.buttons["one"].clicked.connect(self.play.add_one)
        self.buttons["wiggle"].toggled.connect(self._wiggle_or_stop)
        self.buttons["paper"].clicked.connect(self._go_back_to_paper)
        self.sliders.changed.connect(self._show)
        self.play.moved.connect(self._draw)
        self.play.changed.connect(self._show)

    # ----------------------------------------------------------------------------------------------------- the buttons

    def play_or_pause(self) -> None:
        """Add the missing parameters one by one, or pause; if none is missing, start from nothing."""
        if self.play.running:
            self.play.stop()
        else:
            self.play.add_all(after=self.play.number % ALL)

    @Slot(bool)
    def _add_all_or_stop(self, wanted: bool) -> None:
        self.play.add_all() if wanted else self.play.stop()

    @Slot(bool)
    def _wiggle_or_stop(self, wanted: bool) -> None:
        self.play.wiggle() if wanted else self.play.stop()

    @Slot()
    def _go_back_to_paper(self) -> None:
        self.play.use(ALL)
        self.sliders.set_parameters(PAPER)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause while hidden."""
        super().hideEvent(event)
        self.play.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the view was hidden."""
        super().showEvent(event)
        self._show()

    # --------------------------------------------------------------------------------------------------------- drawing

    @Slot()
    def _show(self) -> None:
        """Show the parameters as they are: picture, texts, and which buttons can be pressed."""
        if not self.isVisible():
            return
        play, parameters = self.play, self.sliders.parameters()
        for name, checked in (("all", play.adds_all), ("wiggle", play.wiggles and not play.adds_all)):
            with QSignalBlocker(self.buttons[name]):
                self.buttons[name].setChecked(checked)
        self._name_step()
        is_paper = play.number == ALL and not play.running and not changed_numbers(parameters, ALL)
        self.buttons["paper"].setEnabled(not is_paper)
        self.sliders.set_in_use(play.number)
        conclude(self._conclusion, parameters, play.number)
        said = elephant_sentence(parameters, play.number, lecture=self.compact)
        self.labels["sentence"].setText(f"{said} {wiggle_sentence()}")
        self.labels["formula"].setText("\n".join(formula_texts(parameters, play.number)))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        """Draw the curve as it is at this moment."""
        if not self.isVisible():
            return
        play, parameters = self.play, self.sliders.parameters()
        still = outline(first_of(parameters, play.in_use), _T)
        ends = [wiggled(still, _T, parameters[-1], swing) for swing in (-1, 1)] if play.number == ALL else []
        self.plot.show_picture(
            ElephantPicture(
                outline=wiggled(still, _T, parameters[-1], play.swing) if play.swing else still,
                ghost=self._ghost(parameters, play.number),
                ghost_name=ghost_text(parameters, play.number),
                eye=eye(parameters) if play.number == ALL else None,
                eye_size=min(max(play.in_use - OUTLINE_PARAMETERS, 0.0), 1.0),
                reach=tuple(end[:, _IS_TRUNK] for end in ends),
                reach_name=reach_text(),
                spoken=self.labels["sentence"].text(),
            )
        )

    def _ghost(self, parameters: tuple[complex, ...], number: int) -> np.ndarray | None:
        """Return the curve that the present one is compared with."""
        if not ghost_text(parameters, number):
            return None
        if number >= OUTLINE_PARAMETERS and changed_numbers(parameters, OUTLINE_PARAMETERS):
            return outline(PAPER, _T)
        return outline(first_of(parameters, number - 1), _T)

    # ---------------------------------------------------------------------------------------------- texts, and room

    def retranslate(self) -> None:
        texts = {
            "all": (
                self.tr("Add one by one"),
                self.tr("Begin with nothing and add one parameter after the other; at last wiggle the trunk"),
            ),
            "wiggle": (self.tr("Wiggle the trunk"), self.tr("Swing the trunk up and down, by the fifth parameter")),
            "paper": (
                self.tr("The paper's values"),
                self.tr("Go back to the paper's values, with all five parameters in use"),
            ),
        }
        for name, (text, help_text) in texts.items():
            self._say(name, text, help_text)
        self.plot.setAccessibleName(self.tr("The elephant"))
        self.plot.setToolTip(
            self.tr(
                "The curve x(t), y(t) for t from 0 to 2π, drawn as (y, −x), as in the paper by Mayer, Khairy and "
                "Howard (2010). Dashed: with one parameter less, or the paper's. Dotted: how far the trunk swings."
            )
        )
        self.labels["lecture"].setText(lecture_sentence())
        self.labels["source"].setText(source_sentence())
        self._name_step()
        self.fit()

    def _name_step(self) -> None:
        """Say what the next step is."""
        if self.play.number == ALL:
            self._say("one", self.tr("Start with one"), self.tr("Draw what the first parameter alone does"))
        else:
            self._say("one", self.tr("Add a parameter"), self.tr("Add the next parameter, and see what it changes"))

    def _say(self, name: str, text: str, help_text: str) -> None:
        button = self.buttons[name]
        button.set_texts(text, help_text)
        button.setAccessibleName(text)
        button.setAccessibleDescription(help_text)

    def fit(self) -> None:
        em = self.fontMetrics().height()
        self.labels["formula"].setFont(legend_font(self.font(), _formula_width, _FOR_FORMULAS * self.width()))
        # The picture must not change its size with the number of lines below it.
        self.labels["sentence"].setMinimumHeight(self.fontMetrics().lineSpacing() * (3 if self.compact else 2))
        spacing = em // 20 if self.compact else em // 3
        self._buttons.setSpacing(spacing)
        self._side.setSpacing(spacing)
        self.sliders.set_row_spacing(min(spacing, em // 4))
        self._show()


def _formula_width(font: QFont) -> float:
    """Return how wide the paper's formulas are."""
    return max(QFontMetricsF(font).horizontalAdvance(text) for text in formula_texts(PAPER, ALL))
