"""Flat or steep: cost and accuracy along the straight line between two runs, or away from each in random directions."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.questions.along_a_line import DIRECTIONS, AroundQuestion, Cut, LineQuestion
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.compared_runs import compared, short_names
from nnreg_gui.pages.measuring_sentences import failure_text, waiting_text
from nnreg_gui.pages.noise.cut_plot import CutCurves, CutPlot
from nnreg_gui.pages.noise.cut_sentences import (
    NamedCut,
    around_sentence,
    between_sentence,
    caution,
    conclude_around,
    conclude_between,
    incomparable_text,
    no_line_text,
)
from nnreg_gui.pages.noise.cuts import Cuts, Line
from nnreg_gui.pages.trained_runs import ended, network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_text import FittingText
from nnreg_gui.widgets.keys import ChoiceKey
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import percent_text

BETWEEN, AROUND = "between", "around"


class LineView(SeenWidget):
    """Places the choice of the line above cost and accuracy, and what this cannot show below.

    Args:
        questions: answers what lies along the lines.
        conclusion: where the page states what it shows.
    """

    def __init__(self, questions: Questions, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self._runs: Sequence[DrawnRun] = ()
        self._remark = self._why_empty = ""
        self._seed = 0  # of the directions
        self.cuts = Cuts(questions, self)
        self.choice, self.other = SegmentedChoice(), Button("X")
        self.costs, self.accuracies = CutPlot(), CutPlot(shares=True)
        self._caution, self._sentence = FittingText(), Paragraph()
        self.retranslate()
        head = row(self.choice, self.other, STRETCH, spacing=12)
        pictures = row((self.costs, 1), (self.accuracies, 1), spacing=12)
        column(head, (pictures, 1), self._caution, Details(self._sentence), parent=self, spacing=6)
        ChoiceKey("G", self.choice, self)
        self.choice.changed.connect(self._open)
        self.other.clicked.connect(self._draw_others)
        self.cuts.changed.connect(self._refresh)
        self._open()

    def show_runs(self, runs: Sequence[DrawnRun], remark: str, why_empty: str) -> None:
        """Draw lines through the two runs of these that are compared.

        Args:
            runs: those in the list.
            remark: what is not as it should be.
            why_empty: what to say while there are no two finished runs.
        """
        self._runs, self._remark, self._why_empty = runs, remark, why_empty
        self._refresh()

    @property
    def pair(self) -> list[DrawnRun]:
        """The finished runs that are compared, at most two."""
        return compared(ended(self._runs))

    @property
    def is_between(self) -> bool:
        """Whether it shows the line between the runs."""
        return self.choice.value() == BETWEEN

    def whole(self) -> None:
        """Show everything again in both pictures."""
        for plot in (self.costs, self.accuracies):
            plot.show_whole()

    # --------------------------------------------------------------------------------------------------- what is shown

    def _draw(self) -> None:
        if self.is_between:
            self._draw_between()
        else:
            self._draw_around()

    def _draw_between(self) -> None:
        pair, names, ends = self.pair, dict[float, str](), dict[float, int]()
        why_not = no_line_text(*pair) if len(pair) == 2 else ""
        cut = None
        if len(pair) == 2 and not why_not:
            line, question = self._line_between(*pair)
            self.cuts.want([(line, question)])
            cut = self.cuts.of(line)
            ends = {0.0: pair[0].number, 1.0: pair[1].number}
            names = {place: self.tr("run {0}").format(number) for place, number in ends.items()}
            names[0.5] = "½"
        self._show_cuts([(None, "", cut)] if cut is not None else [], ends, names)
        numbers = (pair[0].number, pair[1].number) if cut is not None else None
        self._sentence.setText(between_sentence(numbers, cut) if numbers is not None and cut is not None else "")
        conclude_between(self._conclusion, numbers, cut)
        self._say_below(pair, cut is not None, why_not)

    def _draw_around(self) -> None:
        pair, names = self.pair, short_names(self.pair)
        lines = {run.number: self._line_around(run) for run in pair}
        self.cuts.want(list(lines.values()))
        known = {number: self.cuts.of(line) for number, (line, _) in lines.items()}
        found = [NamedCut(number, names[number], cut) for number, cut in known.items() if cut is not None]
        self._show_cuts([(one.number, f"{one.number} {one.name}", one.cut) for one in found], {}, {})
        self._sentence.setText(around_sentence(found, DIRECTIONS) if found else "")
        unfair = incomparable_text(*pair) if len(found) == 2 else ""
        conclude_around(self._conclusion, [] if unfair else found)
        self._say_below(pair, bool(found), unfair)

    def _line_between(self, one: DrawnRun, other: DrawnRun) -> tuple[Line, Callable[[], Question[Cut]]]:
        networks = network_of(one), network_of(other)
        return (networks, 0), partial(LineQuestion, one.history.experiment, *networks)

    def _line_around(self, run: DrawnRun) -> tuple[Line, Callable[[], Question[Cut]]]:
        network = network_of(run)
        return ((network,), self._seed), partial(AroundQuestion, run.history.experiment, network, seed=self._seed)

    def _show_cuts(
        self, cuts: list[tuple[int | None, str, Cut]], ends: dict[float, int], names: dict[float, str]
    ) -> None:
        costs = [CutCurves(number, name, c.places, c.training_cost, c.validation_cost) for number, name, c in cuts]
        shares = [
            CutCurves(number, name, c.places, c.training_accuracy, c.validation_accuracy) for number, name, c in cuts
        ]
        self.costs.show_curves(costs, ends, names)
        self.accuracies.show_curves(shares, ends, names)

    def _say_below(self, pair: list[DrawnRun], is_drawn: bool, why_not: str) -> None:
        """Say what cannot be seen, and why nothing is, or nothing is concluded."""
        text = "" if is_drawn else why_not or self._empty_text()
        self.costs.set_empty_text(text)
        self.accuracies.set_empty_text(self.tr("The accuracy along the same line.") if text else "")
        said = [why_not, self._failure_text(), caution(pair)] if is_drawn else []
        self._caution.set_text(" ".join(filter(None, [*said, self._remark])))
        self.other.setVisible(not self.is_between)
        self.other.setEnabled(bool(pair))

    def _empty_text(self) -> str:
        if self.cuts.share is not None:
            return self.tr("Measuring along the line: {0}").format(percent_text(self.cuts.share, 0))
        return self._failure_text() or waiting_text(self._runs) or self._why_empty

    def _failure_text(self) -> str:
        return failure_text(self.cuts.problem) if self.cuts.problem is not None else ""

    # ---------------------------------------------------------------------------------------------------------- user

    @Slot()
    def _open(self) -> None:
        self.cuts.try_again()
        self._refresh()

    @Slot()
    def _draw_others(self) -> None:
        self._seed += 1
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again what failed."""
        self.cuts.try_again()
        super().showEvent(event)

    # ------------------------------------------------------------------------------------------------ texts, and room

    def retranslate(self) -> None:
        self.choice.set_choices(
            [
                (
                    BETWEEN,
                    self.tr("Between two runs"),
                    self.tr("Along the straight line from the network of one run to that of the other (G)"),
                ),
                (
                    AROUND,
                    self.tr("Around each run"),
                    self.tr("Away from the network of each run, in random directions (G)"),
                ),
            ]
        )
        self.choice.setAccessibleName(self.tr("Which line"))
        self.other.set_texts(self.tr("Other directions"), self.tr("Draw other random directions"))
        for plot in (self.costs, self.accuracies):
            plot.setToolTip(self.tr("Training solid, validation dashed; the dots are the networks themselves"))
        self._refresh()
