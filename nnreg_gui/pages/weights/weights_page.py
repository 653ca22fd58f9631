"""What does each neuron look for? The first-layer weights as pictures, live."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.page import Page
from nnreg_gui.pages.weights.weights_sentences import weights_sentence
from nnreg_gui.plots.colour_scale import ColourScale
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.weight_images import WeightImages
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row
from nnreg_gui.widgets.texts import significant_text


class WeightsPage(Page):
    """Places the sheet of weights, its colour scale, and what is known about the neuron under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: DrawnRun | None = None
        self._neuron: int | None = None
        self._said_of: tuple[object, ...] | None = None
        self.images = WeightImages()
        self._scale, self._about = ColourScale(), ElidedLabel()  # which may quote a run's name
        foot = row((self._about, 1), self._scale)
        column(self.conclusion, (self.images, 1), foot, parent=self, margins=PAGE_MARGINS)
        self.images.neuron_hovered.connect(self._show_neuron)
        self.images.scale_changed.connect(self._scale.set_limit)
        self.retranslate()

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw the selected run."""
        self._run = next((run for run in runs if run.selected and run.record is not None), None)
        self.images.show_run(self._run)
        self._show_texts()
        self._conclude()

    @Slot()
    def show_whole(self) -> None:
        """Show the whole sheet again."""
        self.images.show_whole()

    def retranslate(self) -> None:
        self._show_texts()
        self._said_of = None
        self._conclude()

    def _conclude(self) -> None:
        """Say how large the weights are, once for each network; ask until there are trained ones."""
        run, record = self._run, self._run.record if self._run is not None else None
        said_of = (run.number, record) if run is not None else ()
        if said_of == self._said_of:
            return
        self._said_of, answer = said_of, ""
        if run is not None and record is not None:
            initial = run.history.initial
            before = initial.parameters.weights[0] if initial is not None else None
            answer = weights_sentence(run.number, record.parameters.weights[0], before)
        self.conclusion.say_or_ask(answer, self.tr("What does each neuron look for?"))

    @Slot(object)
    def _show_neuron(self, neuron: int | None) -> None:
        self._neuron = neuron
        self._show_texts()

    def _show_texts(self) -> None:
        empty = self.tr(
            "Here you will see what each hidden neuron looks for: without a penalty the noise of the start stays; "
            "with L2 it fades, and shapes of strokes remain. Press Space to start."
        )
        self.images.set_empty_text("" if self._run is not None else self.hidden_text() if self.all_hidden else empty)
        self._about.setText(self._about_neuron())

    def _about_neuron(self) -> str:
        newest = self._run.record if self._run is not None else None
        if newest is None:
            return ""
        weights = newest.parameters.weights[0]
        if self._neuron is None or self._neuron >= len(weights):
            return self.tr("Run {0}: {1}. Point at a neuron to read its weights.").format(
                self._run.number if self._run else "", self._run.name if self._run else ""
            )
        own = weights[self._neuron]
        return self.tr("Neuron {0}: weights from {1} to {2}, bias {3}, length |w| = {4}").format(
            self._neuron + 1,
            significant_text(float(own.min()), 3),
            significant_text(float(own.max()), 3),
            significant_text(float(newest.parameters.biases[0][self._neuron]), 3),
            significant_text(float(np.linalg.norm(own)), 3),
        )
