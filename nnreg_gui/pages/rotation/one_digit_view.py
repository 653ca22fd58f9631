"""One digit, turned by hand in front of a network."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, QTimer, Slot
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.augmentation import rotate
from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.handwriting import like_mnist
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.rotation.angle_curves import AngleCurves, AngleOutputs
from nnreg_gui.pages.rotation.digit_chooser import DigitChooser
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.pages.rotation.rotation_sentences import one_digit_conclusion, one_digit_question
from nnreg_gui.pages.rotation.turned_digit import turn_text
from nnreg_gui.plots.digit_dial import DigitDial
from nnreg_gui.plots.output_bars import OutputBars
from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.sketch_pad import SketchPad
from nnreg_gui.widgets.texts import whole_text

_ANGLES = np.arange(-180, 181)
_FRAMES_PER_SECOND = 30  # a degree each: a whole turn takes twelve seconds


class OneDigitView(FittingWidget):
    """Places the dial beside the network's outputs, now and over all angles.

    Args:
        conclusion: where the page states what it shows.
    """

    def __init__(self, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self._split: Split | None = None
        self._network: Network | None = None
        self._name = self._why_not = ""
        self._image: np.ndarray | None = None  # upright
        self._label: int | None = None  # None for a drawing
        self._pair, self._data_set = SIX_AND_NINE, MNIST
        self._wanted = self._pair.first  # the class to show first
        self._outputs: AngleOutputs | None = None
        self._turned: np.ndarray | None = None  # at every angle
        self._still_to_turn = 0  # degrees, while playing
        self.chooser, self.pad, self.dial = DigitChooser(), SketchPad(), DigitDial()
        self.bars, self.curves = OutputBars(), AngleCurves()
        self.play_button, self.wipe_button = ToolButton("F", checkable=True), ToolButton("R")
        self.slider = LinearSlider(-180, 180, step=1, steps_per_page=10, whole=True)
        self._run_label, self._digit_label, self._sentence = ElidedLabel(), ElidedLabel(), Paragraph()
        self._clock = QTimer(self, interval=1000 // _FRAMES_PER_SECOND)
        self._place()
        self._connect()
        self._show_mode(False)
        self.retranslate()
        self._show_angle(0.0)

    def _place(self) -> None:
        pictures = row((self.pad, 2), (self.dial, 3))
        turning = row(self.play_button, (self.slider, 1), self.wipe_button)
        left = column(self.chooser, (pictures, 1), turning)
        texts = self._run_label, self._digit_label
        right = column(*texts, (self.bars, 4), (self.curves, 5), Details(self._sentence))
        row((left, 1), (right, 1), parent=self, spacing=16)
        self.show_from(Room.FULL, self._run_label, self._sentence)
        self.show_from(Room.COMPACT, self.curves)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._show_row)
        self.chooser.drawing_wanted.connect(self._show_mode)
        self.chooser.none_found.connect(self._tell_that_none_is_recognized)
        self.pad.drawn.connect(self._show_drawing)
        self.wipe_button.clicked.connect(self.pad.clear)
        self.dial.angle_changed.connect(self._turn_by_hand)
        self.slider.changed.connect(self._turn_by_hand)
        self.slider.moving.connect(self._turn_by_hand)
        self.curves.angle_chosen.connect(self._turn_by_hand)
        self.play_button.toggled.connect(self._play_or_stop)
        self._clock.timeout.connect(self._turn_on)

    # ------------------------------------------------------------------------------------------- what is looked at

    def set_digits(self, split: Split | None, pair: Pair = SIX_AND_NINE, data_set: DataSet = MNIST) -> None:
        """Offer these validation digits, and show a six, or what was chosen meanwhile.

        Args:
            split: the digits; None until they arrive.
            pair: two classes to look at.
            data_set: what the digits are of; drawings get their size.
        """
        if split is self._split and pair == self._pair:
            return
        if pair != self._pair:
            self._wanted = pair.first
            self.bars.set_classes(pair.classes, pair.labels)
            self.curves.set_pair(pair)
        if data_set.shape != self._data_set.shape and self._label is None and self._image is not None:
            self.pad.clear()
        self._split, self._pair, self._data_set = split, pair, data_set
        self.chooser.set_digits(split, pair, data_set)
        if split is None:
            self._look_at(None)
        else:
            self.chooser.choose_first_of(self._wanted)
        self.retranslate()

    def show_network(self, network: Network | None, name: str, why_not: str = "") -> None:
        """Ask this network, of the run with this name; repeating the same one costs nothing.

        Args:
            network: None if there is none.
            name: what the run is called.
            why_not: what to say if there is no network, other than that it takes one.
        """
        before = None if self._network is None else self._network.parameters
        now = None if network is None else network.parameters
        if now is before and (name, why_not) == (self._name, self._why_not):
            return
        self._network, self._name, self._why_not = network, name, why_not
        self.chooser.set_network(network)
        self._ask_network()

    def choose_digit(self, digit: int) -> None:
        """Show the first validation digit of a class that the network recognizes, as soon as there are digits."""
        self._wanted = digit
        self.chooser.choose_first_of(digit)

    def digit(self) -> int:
        """Return the class of the digit shown; of a drawing, or before there are digits, of the one chosen last."""
        return self._wanted if self._label is None else self._label

    def set_angle(self, degrees: float) -> None:
        """Turn the digit."""
        self._show_angle(degrees)

    def angle(self) -> float:
        """Return by how many degrees the digit is turned."""
        return self.dial.angle()

    def summary(self) -> str:
        """Return between which angles the network calls this digit what; empty if there is none."""
        if self._outputs is None:
            return ""
        return turn_text(self._outputs.outputs[:-1].argmax(1), self._label, self._pair)

    @Slot(int)
    def _show_row(self, row: int) -> None:
        if self._split is not None:
            self._label = int(self._split.labels[row])
            self._look_at(self._split[row : row + 1].inputs.reshape(self._split.images.shape[1:]))

    @Slot(bool)
    def _show_mode(self, drawing: bool) -> None:
        self.pad.setVisible(drawing)
        self.wipe_button.setVisible(drawing)
        if drawing:
            self._show_drawing()

    @Slot()
    def _tell_that_none_is_recognized(self) -> None:
        self._digit_label.setText(self.tr("The network recognizes none of these digits upright."))

    @Slot()
    def _show_drawing(self) -> None:
        if self.pad.is_empty:
            self._label = None
            self._look_at(None)
            return
        picture = self.pad.image().convertToFormat(QImage.Format.Format_Grayscale8)
        grey = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
        self._label = None
        self._look_at(like_mnist(grey[:, : picture.width()].astype(np.float32) / 255, self._data_set.shape))

    def _look_at(self, image: np.ndarray | None) -> None:
        """Turn another image; None while nothing is drawn."""
        self._image = image
        self._turned = None
        if image is not None:
            self._turned = rotate(np.broadcast_to(image, (len(_ANGLES), *image.shape)), _ANGLES)
        self._ask_network()

    # ------------------------------------------------------------------------------------------------------ turning

    @Slot(float)
    def _turn_by_hand(self, degrees: float) -> None:
        self.play_button.setChecked(False)
        self._show_angle(degrees)

    @Slot(bool)
    def _play_or_stop(self, playing: bool) -> None:
        self._still_to_turn = 360
        self._clock.start() if playing else self._clock.stop()

    @Slot()
    def _turn_on(self) -> None:
        self._still_to_turn -= 1
        self._show_angle(self.dial.angle() + 1)
        if self._still_to_turn <= 0:
            self.play_button.setChecked(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Restore this view's conclusion."""
        super().showEvent(event)
        self._conclude()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop turning while hidden."""
        super().hideEvent(event)
        self.play_button.setChecked(False)

    # ------------------------------------------------------------------------------------------------------ drawing

    @property
    def _can_read(self) -> bool:
        """Whether the network was trained on such digits."""
        return self._network is not None and self._split is not None and self._network.dataset == self._data_set

    def _ask_network(self) -> None:
        """Show the outputs at every angle, and then at the present one."""
        self._outputs = None
        if self._network is not None and self._turned is not None and self._can_read:
            self._outputs = AngleOutputs(_ANGLES, self._outputs_for(self._network, self._turned), self._pair)
        self.curves.show_outputs(self._outputs)
        self._show_angle(self.dial.angle())
        self._show_texts()

    def _show_angle(self, degrees: float) -> None:
        self.dial.set_angle(degrees)
        angle = self.dial.angle()
        with QSignalBlocker(self.slider):  # it follows; it does not decide
            self.slider.set_value(angle)
        self.curves.set_angle(angle)
        if self._image is None:
            self.dial.show_image(None)
            self.bars.show_outputs(None)
            self._digit_label.setText("")
            return
        turned = rotate(self._image[None], angle)
        self.dial.show_image(turned[0])
        outputs = self._outputs_for(self._network, turned)[0] if self._network is not None and self._can_read else None
        self.bars.show_outputs(outputs)
        self._show_called(outputs)

    @staticmethod
    def _outputs_for(network: Network, images: np.ndarray) -> np.ndarray:
        return network.outputs(images.reshape(len(images), -1))

    def _show_called(self, outputs: np.ndarray | None) -> None:
        names, row = self._pair.classes, whole_text(self.chooser.row)
        called = None if outputs is None else names[int(outputs.argmax())]
        if self._label is None:
            text = self.tr("Your drawing") if called is None else self.tr("The network reads your drawing as {0}.")
            self._digit_label.setText(text.format(called))
        else:
            text = (
                self.tr("Validation digit {0}: {1}")
                if called is None
                else self.tr("Validation digit {0}: the network reads this {1} as {2}.")
            )
            self._digit_label.setText(text.format(row, names[self._label], called))

    def _show_texts(self) -> None:
        needed = self.tr("What is drawn will be shown to the network.")
        if self._network is None:
            text = self.tr("This needs a trained network: press S to train three, or Space to train your own.")
            needed = self._why_not or text
        self.bars.set_empty_text(needed)
        self.curves.set_empty_text(needed if self._outputs is None else "")
        self._run_label.setText(self._name)
        self._sentence.setText(self.summary())
        self._conclude()

    def _conclude(self) -> None:
        if not self.isVisible():
            return
        if self._outputs is None:
            self._conclusion.ask(one_digit_question(self._pair))
        else:
            called = self._outputs.outputs[:-1].argmax(1)
            self._conclusion.say(one_digit_conclusion(called, self._label, self._pair))

    def retranslate(self) -> None:
        angle = self.tr("Angle in degrees")
        turn = self.tr(
            "Turn the digit: drag it, or use the arrow keys (1°) and Page up and down (10°). Plus is counter-clockwise."
        )
        for widget in (self.dial, self.slider):
            widget.setAccessibleName(angle)
            widget.setToolTip(turn)
        self.play_button.set_texts(self.tr("Play"), self.tr("Turn the digit slowly, once round"))
        self.wipe_button.set_texts(self.tr("Wipe off"), self.tr("Begin the drawing anew"))
        self.pad.set_empty_text(self.tr("Draw a digit here with the mouse."))
        self.pad.setAccessibleName(self.tr("Drawing"))
        self.pad.setToolTip(self.tr("It is fitted and centred as MNIST's digits are."))
        self.bars.setAccessibleName(self.tr("The outputs"))
        self.bars.setToolTip(self.tr("The outputs: the network reads the digit of the largest one."))
        self.curves.setToolTip(
            self.tr(
                "Click, or drag the line, to turn the digit there. Where the outputs for {0} and {1} cross, the angle "
                "is written; another digit may be the strongest there."
            ).format(*self._pair.names)
        )
        if self._image is not None:
            self._show_angle(self.dial.angle())
        self._show_texts()

    def fit(self) -> None:
        bold = self.font()
        bold.setBold(True)
        self._run_label.setFont(bold)
