"""One mini-batch after another goes through a network with dropout, as slowly as the user likes."""

import math

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.network import fit
from nnreg_gui.engine.questions.thinning import network_count
from nnreg_gui.pages.dropout.mini_batch_picture import picture_of
from nnreg_gui.pages.dropout.mini_batch_walk import BATCH_SIZE, MiniBatchWalk, Phase, Walked
from nnreg_gui.pages.dropout.network_drawing import NetworkDrawing
from nnreg_gui.pages.dropout.sentences import conclude_walk, phase_sentence
from nnreg_gui.pages.dropout.thumbnails import thumbnail
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.texts import significant_text, whole_text

_SECONDS_A_PHASE = 0.7
_MOST_THUMBNAILS, _FEWEST_COLUMNS = 80, 4
_KEYS = {"step": "A", "batch": "G", "play": "F", "other": "X", "anew": "R", "untrained": "V"}
_CHECKABLE = ("play", "untrained")
MOST_DROPOUT = 0.9


class MiniBatchView(SeenWidget):
    """Places the drawn network beside the thinned networks that pile up, and the buttons below.

    Args:
        conclusion: where the page states what it shows.
    """

    def __init__(self, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self._split: Split | None = None
        self._trained: Walked | None = None
        self._untrained: Walked | None = None
        self._run = 0
        self.walk: MiniBatchWalk | None = None
        self.drawing, self.sheet = NetworkDrawing(), ImageSheet()
        self._about, self._sentence = ElidedLabel(), Paragraph()
        self.dropout = LinearSlider(0, MOST_DROPOUT, step=0.1, maximum=MOST_DROPOUT, steps_per_page=2, sample="0.55")
        self._dropout_label = QLabel("p")
        self.buttons = {name: ToolButton(key, checkable=name in _CHECKABLE) for name, key in _KEYS.items()}
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._clock = QTimer(self, interval=round(1000 * _SECONDS_A_PHASE))
        self.dropout.set_value(0.5)
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        self.sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to choose
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        first = (self.buttons[name] for name in ("step", "batch", "play", "anew", "untrained"))
        self._rows.addLayout(row(*first, STRETCH))
        self._rows.addLayout(row(self._dropout_label, (self.dropout, 1), self.buttons["other"]), 1)
        pictures = row((self.drawing, 5), (self.sheet, 2), spacing=12)
        column((pictures, 1), Details(self._sentence, self._about), self._rows, parent=self, spacing=6)
        self.show_from(Room.FULL, self.sheet)

    def _connect(self) -> None:
        self.buttons["step"].clicked.connect(self._step_by_hand)
        self.buttons["batch"].clicked.connect(self._finish_batch)
        self.buttons["play"].toggled.connect(self._play_or_stop)
        self.buttons["other"].clicked.connect(self._draw_other_masks)
        self.buttons["anew"].clicked.connect(self._begin_anew)
        self.buttons["untrained"].toggled.connect(self._open)
        self.dropout.changed.connect(self._change_dropout)
        self.dropout.moving.connect(self._change_dropout)
        self._clock.timeout.connect(self._advance)

    # -------------------------------------------------------------------------------------------------- what is shown

    def set_digits(self, split: Split | None) -> None:
        """Take the mini-batches from these training digits; for a run of fewer, from its own."""
        if split is not self._split:
            self._split = split
            self._open()

    def show_network(self, trained: Walked | None, untrained: Walked, run: int, dropout: float) -> None:
        """Begin with one of these networks; repeating the same ones costs nothing.

        Args:
            trained: of the run with this number, None if there is none.
            untrained: what that run began with, or what a run may begin with.
            run: its number.
            dropout: the p that it was trained with; 0 if without.
        """
        before = self._walked
        self._trained, self._untrained, self._run = trained, untrained, run
        now = self._walked
        if before is not None and now is not None and before.parameters is now.parameters:
            self._say_what_it_is()
            return
        if dropout:
            self.dropout.set_value(dropout)
        self._open()

    @property
    def _walked(self) -> Walked | None:
        """The network that learns."""
        return self._untrained if self._trained is None or self.buttons["untrained"].isChecked() else self._trained

    @Slot()
    def _open(self) -> None:
        walked, self.walk = self._walked, None
        if walked is not None and self._split is not None and fit(walked.parameters, self._split):
            self.walk = MiniBatchWalk(walked, self._split, self.dropout.value())
        self._refresh()

    # ----------------------------------------------------------------------------------------------------- the buttons

    @Slot()
    def _step_by_hand(self) -> None:
        self.buttons["play"].setChecked(False)
        self._advance()

    @Slot()
    def _advance(self) -> None:
        if self.walk is not None:
            self.walk.advance()
            self._refresh()

    @Slot()
    def _finish_batch(self) -> None:
        if self.walk is not None:
            self.walk.finish_batch()
            self._refresh()

    @Slot()
    def _draw_other_masks(self) -> None:
        if self.walk is not None:
            self.walk.draw_other_masks()
            self._refresh()

    @Slot()
    def _begin_anew(self) -> None:
        self.buttons["play"].setChecked(False)
        if self.walk is not None:
            self.walk.begin_anew()
            self._refresh()

    @Slot(float)
    def _change_dropout(self, dropout: float) -> None:
        """Turn off another share of the neurons, at once: draw new masks for the present mini-batch."""
        if self.walk is not None and dropout != self.walk.dropout:
            self.walk.dropout = dropout
            self.walk.draw_other_masks()
            self._refresh()

    @Slot(bool)
    def _play_or_stop(self, playing: bool) -> None:
        self._clock.start() if playing else self._clock.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause while hidden."""
        super().hideEvent(event)
        self.buttons["play"].setChecked(False)

    # --------------------------------------------------------------------------------------------------------- drawing

    def _draw(self) -> None:
        """Show where the walk is."""
        walk = self.walk
        for button in self.buttons.values():
            button.setEnabled(walk is not None)
        self.buttons["untrained"].setEnabled(walk is not None and self._trained is not None)
        self._say_what_it_is()
        if walk is None:
            self.drawing.show_picture(None)
            self.sheet.show_none()
            self._sentence.setText("")
            conclude_walk(self._conclusion, 0, 0, 0)
            return
        sentence = phase_sentence(walk)
        self.drawing.show_picture(picture_of(walk, self._heading(walk), sentence))
        self._sentence.setText(sentence)
        self._show_pile(walk)
        neurons = sum(len(layer) for layer in walk.seen[-1])
        conclude_walk(self._conclusion, walk.different_networks, len(walk.seen), network_count(neurons))

    def _show_pile(self, walk: MiniBatchWalk) -> None:
        if self.sheet.isVisible():
            newest = walk.seen[-_MOST_THUMBNAILS:]
            columns = max(_FEWEST_COLUMNS, math.ceil(math.sqrt(len(newest))))
            self.sheet.show_images(np.stack([thumbnail(on) for on in newest]), columns=columns)
            self.sheet.mark(len(newest) - 1)

    def _heading(self, walk: MiniBatchWalk) -> str:
        texts = {
            "forward": self.tr("Mini-batch {0}, image {1} of {2}: forward"),
            "backward": self.tr("Mini-batch {0}, image {1} of {2}: backward"),
            "step": self.tr("Mini-batch {0}: the step, by all {2} images"),
        }
        heading = texts[walk.phase.value].format(whole_text(walk.batch + 1), walk.image + 1, BATCH_SIZE)
        if walk.phase is Phase.STEP or walk.label == walk.true:
            return heading
        return self.tr("{0}; the label says {1}").format(heading, walk.start.classes[walk.label])

    def _say_what_it_is(self) -> None:
        walked = self._walked
        if walked is None:
            self._about.setText("")
            return
        if self._trained is None:
            text = self.tr("An untrained network ({3}) learns: η = {1}, no penalty, m = {2} training digits.")
        elif walked is self._untrained:
            text = self.tr("The network that run {0} began with learns: η = {1}, no penalty, m = {2} training digits.")
        else:
            text = self.tr("A copy of the network of run {0} learns: η = {1}, no penalty, m = {2} training digits.")
        weights = walked.parameters.weights
        layers = "-".join(map(str, (weights[0].shape[1], *map(len, weights))))
        self._about.setText(text.format(self._run, significant_text(walked.learning_rate), BATCH_SIZE, layers))

    # ---------------------------------------------------------------------------------------------- texts, and room

    def retranslate(self) -> None:
        texts = {
            "step": (self.tr("Step"), self.tr("Go on: forward, backward, the next image; at last the step")),
            "batch": (self.tr("Mini-batch"), self.tr("Go on to the step of this mini-batch, or of the next")),
            "play": (self.tr("Play"), self.tr("Go on slowly by itself")),
            "other": (self.tr("Other neurons"), self.tr("Switch off other neurons for this mini-batch")),
            "anew": (self.tr("Start over"), self.tr("Go back to the first mini-batch and the first network")),
            "untrained": (self.tr("Before training"), self.tr("Begin with the network before its training")),
        }
        for name, (text, help_text) in texts.items():
            self.buttons[name].set_texts(text, help_text)
            self.buttons[name].setAccessibleName(help_text)
        self.dropout.setAccessibleName(self.tr("Dropout p"))
        self.dropout.setToolTip(self.tr("p: how probable it is for a hidden neuron to be off"))
        self.drawing.setAccessibleName(self.tr("The network"))
        self.drawing.setToolTip(
            self.tr(
                "Discs: hidden neurons, the fuller the stronger (backward: the larger |δ|), crossed out when off. "
                "Lines from them: weight × activation, backward the change of the weight; solid +, dashed −."
            )
        )
        self.sheet.setAccessibleName(self.tr("Thinned networks"))
        self.sheet.setToolTip(
            self.tr("The newest {0} thinned networks; full squares are neurons that were on").format(_MOST_THUMBNAILS)
        )
        self.drawing.set_empty_text(
            self.tr("Here a mini-batch will go through the network, each image with other neurons switched off.")
        )
        self.sheet.set_empty_text(self.tr("Every thinned network will be kept here."))
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.TopToBottom if self.compact else direction.LeftToRight)
        self._refresh()
        self.fit()

    def fit(self) -> None:
        self._sentence.setMinimumHeight(self.fontMetrics().lineSpacing() * (3 if self.compact else 2))
        self._refresh()
