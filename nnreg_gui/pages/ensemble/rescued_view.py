"""The digits that single networks disagree on and the ensemble gets right."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.ensembles import Ensemble
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import ChoiceKey, with_key
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import whole_text

_MOST, _COLUMNS = 9, 3  # digits, and how many stand side by side, or one less above the names of classes
_SHORT_NAME = 2  # letters
_MOST_NAMED = 6  # up to so many networks, each is named; of more, only how many say what


class RescuedView(FittingWidget):
    """Places the choice of the ensemble, and the buttons that leaf through its digits, above the digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ensembles: dict[str, tuple[str, Ensemble]] = {}
        self._split: Split | None = None
        self._classes = MNIST.classes
        self._first = 0
        self._shown: tuple[object, ...] = ()
        self.choice, self.sheet = SegmentedChoice(), ImageSheet()
        self.back, self.further, self._about = Button(","), Button("D"), ElidedLabel()
        self.back.clicked.connect(self._go_back)
        self.further.clicked.connect(self._go_further)
        head = row(self.choice, STRETCH, self.back, self.further, spacing=6)
        column(head, self._about, (self.sheet, 1), parent=self, spacing=4)
        ChoiceKey("A", self.choice, self)
        self.choice.changed.connect(self._begin)
        self.choice.hide()
        self.retranslate()

    def show_ensembles(
        self,
        ensembles: dict[str, tuple[str, Ensemble]],
        split: Split | None,
        classes: tuple[str, ...] = MNIST.classes,
    ) -> None:
        """Offer the digits of these ensembles: a name and the ensemble by key; `classes` are what they tell apart."""
        self._ensembles, self._split, self._classes = ensembles, split, classes
        tool_tip = with_key(self.tr("Show the digits of this ensemble"), "A")
        self.choice.set_choices([(key, name, tool_tip) for key, (name, _) in ensembles.items()])
        self.choice.setVisible(len(ensembles) > 1)
        self._show()

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here, while it is empty."""
        self.sheet.set_empty_text(text)

    def retranslate(self) -> None:
        self.choice.setAccessibleName(self.tr("Whose digits"))
        for button, text, name in (
            (self.back, "◂", self.tr("The digits before these")),
            (self.further, "▸", self.tr("Further digits")),
        ):
            button.set_texts(text, name)
            button.setAccessibleName(name)
        self.sheet.setToolTip(
            self.tr("Below each digit, what each network says, and after the arrow what the average of all says")
        )
        self._shown = ()
        self._show()

    def fit(self) -> None:
        """Keep the buttons in proportion to the text."""
        for button in (self.back, self.further):
            button.setFixedWidth(2 * self.fontMetrics().height())

    # --------------------------------------------------------------------------------------------------------- user

    @Slot()
    def _begin(self) -> None:
        self._first = 0
        self._show()

    @Slot()
    def _go_back(self) -> None:
        self._first = max(0, self._first - _MOST)
        self._show()

    @Slot()
    def _go_further(self) -> None:
        self._first += _MOST
        self._show()

    # ----------------------------------------------------------------------------------------------------- drawing

    def _show(self) -> None:
        """Show the digits that the user has leafed to."""
        _, ensemble = self._ensembles.get(self.choice.value(), ("", None))
        key = (ensemble, id(self._split), self._first)
        if key == self._shown:
            return
        self._shown = key
        rows = ensemble.rescued if ensemble is not None else np.zeros(0, int)
        if self._first >= len(rows):
            self._first = 0
        here = rows[self._first : self._first + _MOST]
        self.back.setEnabled(self._first > 0)
        self.further.setEnabled(self._first + _MOST < len(rows))
        if ensemble is None or self._split is None:
            self._about.setText("")
            self.sheet.show_none()
            return
        images = self._split.images[here].astype(np.float32) / 255
        columns = _COLUMNS if max(map(len, self._classes)) <= _SHORT_NAME else _COLUMNS - 1
        self.sheet.show_images(images, [caption(ensemble, int(row), self._classes) for row in here], columns)
        self._about.setText(self._about_text(len(here), len(rows)))

    def _about_text(self, shown: int, all_of_them: int) -> str:
        if not all_of_them:
            return self.tr("There is no digit on which networks disagree and their average is right.")
        text = self.tr("Networks disagree, their average is right: {0}–{1} of {2}")
        return text.format(whole_text(self._first + 1), whole_text(self._first + shown), whole_text(all_of_them))


def caption(ensemble: Ensemble, row: int, classes: tuple[str, ...] = MNIST.classes) -> str:
    """Return what each network calls an image, and what they call it together: “4 9 4 → 4”.

    Of many networks, how many say what, as far as there is room: “12× 9, 8× 4 … → 4”.
    """
    each, together = ensemble.each[:, row], ensemble.average[row]
    between = " " if all(len(name) == 1 for name in classes) else ", "
    if len(each) <= _MOST_NAMED:
        said = between.join(classes[label] for label in each)
    else:
        counts = np.bincount(each, minlength=len(classes))
        first = int(counts.argmax())
        named = [first, together if together != first else int(np.argsort(-counts, kind="stable")[1])]
        said = ", ".join(f"{counts[digit]}× {classes[digit]}" for digit in named)
        said += " …" if np.count_nonzero(counts) > len(named) else ""
    return f"{said} → {classes[together]}"
