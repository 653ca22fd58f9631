"""One digit before many thinned networks: their outputs, the average of these, and the full network."""

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.thinning import ThinnedOutputs, ask_thinned
from nnreg_gui.pages.dropout.mini_batch_view import MOST_DROPOUT
from nnreg_gui.pages.dropout.sentences import conclude_many
from nnreg_gui.pages.dropout.thinned_bars import ThinnedBars
from nnreg_gui.pages.dropout.thinned_ensembles import ThinnedEnsembles
from nnreg_gui.pages.measuring_sentences import failure_text
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

NETWORKS = 50


class ManyNetworksView(FittingWidget):
    """Places the digit beside the outputs, and the details below.

    Args:
        thinned: measures what holds for all validation digits.
        conclusion: where the page states what it shows.
    """

    def __init__(self, thinned: ThinnedEnsembles, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thinned, self._conclusion = thinned, conclusion
        self._split: Split | None = None
        self._data_set = MNIST
        self._network: Network | None = None
        self._live = False
        self._run = 0
        self._name, self._why_not = "", ""
        self._row, self._seed = 0, 0
        self.asked: ThinnedOutputs | None = None
        self.digit, self.bars = ImageSheet(), ThinnedBars()
        self._about, self._sentence, self._measured = ElidedLabel(), Paragraph(), Paragraph()
        self._progress = ElidedLabel()
        self.dropout, self._dropout_label = LinearSlider(0, MOST_DROPOUT, step=0.1, maximum=MOST_DROPOUT,
                                                         steps_per_page=2, sample="0.55"), QLabel("p")  # fmt: skip
        self.next_button, self.other_button = ToolButton("D"), ToolButton("X")
        self._p = 0.5
        self.dropout.set_value(self._p)
        self._place()
        self.next_button.clicked.connect(self._next_digit)
        self.other_button.clicked.connect(self._draw_other_masks)
        self.dropout.changed.connect(self._change_dropout)
        self.dropout.moving.connect(self._change_dropout)
        thinned.changed.connect(self._show_measured)
        self.retranslate()

    def _place(self) -> None:
        self.digit.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to choose
        column(
            (row((self.digit, 1), (self.bars, 4), spacing=12), 1),
            self._progress,
            Details(self._sentence, self._about, self._measured),
            row(self.next_button, self.other_button, self._dropout_label, (self.dropout, 1)),
            parent=self,
            spacing=6,
        )
        self.show_from(Room.FULL, self.digit)

    # -------------------------------------------------------------------------------------------------- what is shown

    def set_digits(self, split: Split | None, data_set: DataSet = MNIST) -> None:
        """Show digits from this split of a data set."""
        if split is not self._split:
            self._split, self._data_set, self._row = split, data_set, 0
            self._ask()

    def show_network(
        self, network: Network | None, run: int, name: str, dropout: float | None, *, live: bool, why_not: str
    ) -> None:
        """Thin this network; repeating the same one costs nothing.

        Args:
            network: the whole network, None if there is none.
            run: the number of its run.
            name: what the run is called.
            dropout: the p that it was trained with, if any.
            live: whether it is still being trained: then nothing is measured on all digits.
            why_not: what to say if there is no network.
        """
        before = None if self._network is None else self._network.parameters
        now = None if network is None else network.parameters
        if (now is before, name, why_not, live) == (True, self._name, self._why_not, self._live):
            return
        is_other_run = run != self._run
        self._network, self._run, self._name, self._live, self._why_not = network, run, name, live, why_not
        if dropout and is_other_run:
            self.dropout.set_value(dropout)
        self._ask()

    @Slot()
    def _next_digit(self) -> None:
        if self._split is not None:
            self._row = (self._row + 1) % len(self._split)
            self._ask()

    @Slot()
    def _draw_other_masks(self) -> None:
        self._seed += 1
        self._ask()

    @Slot(float)
    def _change_dropout(self, dropout: float) -> None:
        self._p = dropout
        self._ask()

    @property
    def _can_ask(self) -> bool:
        """Whether there are a network and digits, and these are its own."""
        return self._network is not None and self._split is not None and self._network.dataset == self._data_set

    def _ask(self) -> None:
        """Ask the thinned networks about the digit."""
        self.asked = None
        if self._can_ask and self._network is not None and self._split is not None and self.isVisible():
            image = self._split[self._row : self._row + 1].inputs[0]
            random = np.random.default_rng((self._seed, self._row))
            self.asked = ask_thinned(self._network, image, NETWORKS, self._p, random)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while the view was hidden."""
        super().showEvent(event)
        self._ask()

    # --------------------------------------------------------------------------------------------------------- drawing

    def _show(self) -> None:
        there = self.asked is not None and self._split is not None
        for widget in (self.next_button, self.other_button, self.dropout):
            widget.setEnabled(there)
        self._about.setText(self._name)
        self.bars.set_empty_text(self._why_not or self._empty_text())
        if self.asked is None or self._split is None or self._network is None:
            self.digit.show_none()
            self.bars.show_outputs(None, 0)
            self._sentence.setText("")
            self._show_measured()
            return
        label = int(self._split.labels[self._row])
        image = self._split[self._row : self._row + 1].inputs.reshape(1, *self._split.images.shape[1:])
        names = self._network.dataset.classes
        self.digit.show_images(image, [self.tr("a {0}").format(names[label])])
        self.bars.show_outputs(self.asked, label, names)
        self._sentence.setText(self._votes_text(self.asked, label, names))
        self._show_measured()

    def _votes_text(self, asked: ThinnedOutputs, label: int, names: tuple[str, ...]) -> str:
        """Say what the thinned networks call the digit, and what their average and the full network call it."""
        votes = asked.votes
        order = [int(digit) for digit in votes.argsort()[::-1] if votes[digit]]
        named = ", ".join(f"{names[digit]} ({int(votes[digit])})" for digit in order)
        text = self.tr(
            "Votes of {2} thinned networks for this {0}, p = {1}: {3}. Their average says {4}, the full network {5}."
        )
        return text.format(
            names[label],
            significant_text(self._p),
            NETWORKS,
            named,
            names[int(asked.mean.argmax())],
            names[int(asked.full.argmax())],
        )

    @Slot()
    def _show_measured(self) -> None:
        """Say what holds for all validation digits, and request it where it is not known."""
        if not self.isVisible():
            return
        known, progress, dropout = None, "", self._p
        if self._can_ask and self._network is not None and dropout and not self._live:
            known = self._thinned.of(self._network, dropout)
            if known is None and self._thinned.problem is not None:
                progress = failure_text(self._thinned.problem)
            elif known is None:
                progress = self.tr("All validation digits are being shown to {0} networks …").format(NETWORKS)
                self._thinned.want(self._network, dropout)
        data_set = self._network.dataset if self._network is not None else MNIST
        conclude_many(self._conclusion, known, data_set.validation_images)
        self._measured.setText(self._measured_text(known) if known is not None else "")
        self._progress.setText(progress)

    def _measured_text(self, found: np.ndarray) -> str:
        assert self._split is not None
        alone = found[:-2]
        text = self.tr(
            "Of all {0} validation digits one thinned network recognizes {1} ± {2} %, the average of {3} of them {4}, "
            "the full network {5}."
        )
        return text.format(
            whole_text(len(self._split)),
            number_text(100 * float(alone.mean()), 1),
            number_text(100 * float(alone.std()), 1),
            len(alone),
            percent_text(float(found[-2])),
            percent_text(float(found[-1])),
        )

    def _empty_text(self) -> str:
        return self.tr(
            "Here {0} thinned networks will say what they take a digit for, beside their average and the full network, "
            "as soon as a run has a trained network. Press Space to start one, or S to train two."
        ).format(NETWORKS)

    # ---------------------------------------------------------------------------------------------- texts, and room

    def retranslate(self) -> None:
        self.next_button.set_texts(self.tr("Next digit"), self.tr("Show the next validation digit"))
        others = self.tr("Draw {0} other thinned networks").format(NETWORKS)
        self.other_button.set_texts(self.tr("Other neurons"), others)
        self.dropout.setAccessibleName(self.tr("Dropout p"))
        self.dropout.setToolTip(self.tr("p: how probable it is for a hidden neuron to be off"))
        self.bars.setAccessibleName(self.tr("Outputs of thinned networks"))
        self.bars.setToolTip(
            self.tr("The outputs: of each thinned network, of their average, of the full network; framed: what it is")
        )
        self.digit.setAccessibleName(self.tr("The digit"))
        self.digit.setToolTip(self.tr("A validation digit"))
        self.bars.set_names(self.tr("thinned networks"), self.tr("their average"), self.tr("full network"))
        self._show()
        self.fit()

    def fit(self) -> None:
        self._measured.setMinimumHeight(2 * self.fontMetrics().lineSpacing())  # nothing must jump
