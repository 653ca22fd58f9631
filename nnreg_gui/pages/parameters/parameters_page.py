"""The page that shows whether it hurts to have more parameters than images."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.searches.parameter_grid import Cell, CellSummary, GridPlan
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.parameters.grid_picture import LECTURES_CELL, GridPicture
from nnreg_gui.pages.parameters.parameter_choices import ParameterChoices
from nnreg_gui.pages.parameters.parameter_conclusions import conclude
from nnreg_gui.pages.parameters.parameter_sentences import (
    answer_text,
    compared_text,
    details_text,
    last_text,
    measured_text,
    row_text,
)
from nnreg_gui.pages.parameters.parameter_trial import ParameterTrial
from nnreg_gui.pages.parameters.quantities import GAP, RATIO, TRAINING, VALIDATION
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_text import FittingText
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import PAGE_MARGINS, STRETCH, column, row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import duration_text, whole_text

_UNBROKEN = "\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}"
_NAMES = (VALIDATION, TRAINING, GAP, RATIO)


class ParametersPage(AskingPage):
    """Places conclusion and choices above the picture, and the details below it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._trial = ParameterTrial(services.searches, self)
        self._picked: Cell | None = None  # by the user
        self._pointed_at: Cell | None = None
        self._seen: tuple[object, ...] = ()
        self._data_set = MNIST
        self.quantity, self.choices, self.picture = SegmentedChoice(), ParameterChoices(), GridPicture()
        self.bar, self.use = SearchBar(self._trial, Room.LARGE), Button("U")
        self._details, self._found, self._measured = ElidedLabel(), FittingText(), ElidedLabel()
        self._remarks = FittingText()
        self._place()
        self.retranslate()
        give_digits(self.quantity, _NAMES, self)
        self.quantity.changed.connect(self._refresh)
        self.choices.changed.connect(self._refresh)
        self.bar.start_pressed.connect(self._start)
        self.use.clicked.connect(self._use)
        self.picture.cell_chosen.connect(self._pick)
        self.picture.cell_pointed_at.connect(self._point_at)
        self._trial.changed.connect(self._refresh)
        self._trial.ended.connect(self.trial_ended)

    def _place(self) -> None:
        self.choices.row.addWidget(self.bar)
        column(
            self.conclusion,
            self.choices,
            row(self.quantity, STRETCH, self.use),
            (self.picture, 1),
            self._remarks,
            Details(self._found, self._details, self._measured),
            parent=self,
            margins=PAGE_MARGINS,
        )
        self.show_from(Room.FULL, self.use)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Take the runs of the list, which need not be trained again."""
        seen = tuple((run.history, run.live, len(run.history)) for run in runs if not run.live)
        if seen != self._seen:
            self._seen = seen
            self._trial.take_listed(runs)
            self._refresh()

    @Slot()
    def show_whole(self) -> None:
        self.picture.show_whole()

    def search_bar(self) -> SearchBar:
        return self.bar

    def settings(self) -> Mapping[str, Setting]:
        return {
            "quantity": setting(self.quantity),
            "effort": setting(self.choices.effort),
            "penalty": setting(self.choices.penalty),
            "weights": setting(self.choices.weights),
        }

    def retranslate(self) -> None:
        ratio = self.tr("Per image") if self.compact else self.tr("Parameters per image")
        accuracies = (self.tr("Validation"), self.tr("Training"))
        if not self.compact:
            accuracies = (self.tr("Validation accuracy"), self.tr("Training accuracy"))
        texts = (
            (accuracies[0], self.tr("How many of the validation images are recognized, in percent")),
            (accuracies[1], self.tr("How many of the training images are recognized, in percent")),
            (self.tr("Gap"), self.tr("Training accuracy minus validation accuracy, in points.")),
            (ratio, self.tr("Weights and biases for each training image")),
        )
        self.quantity.set_choices(
            [
                (name, text, f"{about} ({place})")
                for place, (name, (text, about)) in enumerate(zip(_NAMES, texts, strict=True), 1)
            ]
        )
        self.quantity.setAccessibleName(self.tr("What the cells show"))
        self.use.set_texts(
            self.tr("Load this experiment"), self.tr("Make what was trained in the framed cell the chosen experiment")
        )
        self._refresh()

    @Slot(object)
    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen data set, which these networks do not learn."""
        before, self._data_set = self._data_set, experiment.data.dataset
        if self._data_set != before:
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while the page was hidden."""
        super().showEvent(event)
        self._refresh()

    # ------------------------------------------------------------------------------------------------------- cells

    @Slot()
    def _start(self) -> None:
        self._trial.start_plan(self.choices.value())

    def _chosen(self, plan: GridPlan, found: dict[Cell, CellSummary]) -> Cell:
        """Return the cell that the user picked, else the lecture's, else the last of the fullest row so far."""
        if self._picked in plan.cells:
            assert self._picked is not None
            return self._picked
        if LECTURES_CELL in found or not found:
            return LECTURES_CELL
        known = Counter(cell.training_images for cell in found)
        return max(found, key=lambda cell: (known[cell.training_images], cell))

    @Slot(object)
    def _pick(self, cell: Cell) -> None:
        self._picked = cell
        self._refresh()

    @Slot(object)
    def _point_at(self, cell: Cell | None) -> None:
        self._pointed_at = cell
        plan = self.choices.value()
        self._show_details(plan, self._trial.summaries(plan))

    @Slot()
    def _use(self) -> None:
        plan = self.choices.value()
        self.experiment_chosen.emit(plan.experiment(self._chosen(plan, self._trial.summaries(plan))))

    # ------------------------------------------------------------------------------------------------------ drawing

    @Slot()
    def _refresh(self) -> None:
        """Show what is known now."""
        if not self.isVisible():
            return
        plan = self.choices.value()
        found = self._trial.summaries(plan)
        chosen = self._chosen(plan, found)
        other = self._trial.summaries(replace(plan, penalized=not plan.penalized))
        self.picture.show_grid(plan, found, other, self.quantity.value(), chosen)
        self.picture.set_empty_text("" if found else self._empty_text())
        self._show_details(plan, found)
        self._found.set_text(self._sentence(plan, found, chosen))
        self._measured.setText(measured_text(plan))
        self._remarks.set_text(" ".join(filter(None, (self._progress_text(), *self._remark_texts(plan)))))
        goes_on = self._trial.running and self._trial.is_about(plan)
        conclude(self.conclusion, self.quantity.value(), plan, {} if goes_on else found, chosen)
        missing = len(plan.cells) - len(found)
        self.bar.button.setEnabled(missing > 0 or self._trial.running)
        train = self.tr("Train {0} networks").format(whole_text(missing))
        self.bar.set_start_texts(
            train if missing else self.tr("All are trained"),
            self.tr("Train the networks of the cells that are missing, the quickest first"),
        )

    def _show_details(self, plan: GridPlan, found: dict[Cell, CellSummary]) -> None:
        pointed_at = self._pointed_at if self._pointed_at in plan.cells else None
        cell = pointed_at or self._chosen(plan, found)
        self._details.setText(details_text(cell, found.get(cell), plan.epochs(cell.training_images)))

    # ---------------------------------------------------------------------------------------------------- sentences

    def _empty_text(self) -> str:
        if self._trial.running:
            return self.tr("The first networks are being trained …")
        return self.tr(
            "Here you will see what networks with few and with many parameters learn from few and from many images. "
            "Press S to train them."
        )

    def _progress_text(self) -> str:
        """Say how far the search has got, if the bar has no room for it."""
        trial = self._trial
        if not trial.running or not self.bar.compact or trial.seconds_left < 0:
            return ""
        text = self.tr("Trained: {0} of {1}, {2} left.")
        left = duration_text(max(1.0, trial.seconds_left))
        return text.format(whole_text(trial.done), whole_text(len(trial.experiments)), left)

    def _sentence(self, plan: GridPlan, found: dict[Cell, CellSummary], chosen: Cell) -> str:
        """Answer the lecture's question for the chosen cell."""
        low = self.compact
        answer = answer_text(chosen, found, penalized=plan.penalized, brief=low)
        parts = [answer]
        if answer and not low:
            parts.append(last_text(found[chosen]))
        if not low:
            parts.append(row_text(chosen.training_images, plan, found))
        if chosen in found and not low:
            parts.append(compared_text(chosen, plan, self._elsewhere(plan, chosen)))
        if not any(parts) and not low:  # the question stays until there is an answer
            parts.append(
                self.tr(
                    "784-100-10 has nearly 80,000 parameters for 50,000 images: is that not like a polynomial of "
                    "degree 80,000 through 50,000 points?"
                )
            )
        return " ".join(part for part in parts if part).replace(" = ", _UNBROKEN)

    def _remark_texts(self, plan: GridPlan) -> list[str]:
        """Say what is not as it should be, or not as one may think."""
        remarks = remarks_about(self._trial) if self._trial.is_about(plan) else []
        if self._trial.running and not self._trial.is_about(plan):
            remarks = [self.tr("Another choice is being trained.")]
        if self._data_set.is_mnist:
            return remarks
        text = self.tr("These networks learn MNIST, whichever data set is chosen.")
        return [text, *remarks]

    def _elsewhere(self, plan: GridPlan, cell: Cell) -> list[tuple[GridPlan, CellSummary]]:
        """Return what is known about this cell with or without a penalty, and from other initial weights."""
        weights = "large" if plan.initial_weights == "scaled" else "scaled"
        plans = replace(plan, penalized=not plan.penalized), replace(plan, initial_weights=weights)
        known = [(other, self._trial.summaries(other).get(cell)) for other in plans]
        return [(other, one) for other, one in known if one is not None]
