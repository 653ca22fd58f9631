"""What does augmentation do to digits? A sheet of them, every kind alone, and whether the labels are still right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.pages.augmentation.digit_sheet import DigitSheet
from nnreg_gui.pages.augmentation.kind_strip import KindStrip
from nnreg_gui.pages.augmentation.label_check import LabelCheck
from nnreg_gui.pages.augmentation.ready_settings import ReadySettings
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.pages.trained_runs import data_set_of, shown_run
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row
from nnreg_gui.widgets.segmented_choice import SegmentedChoice


class AugmentationPage(AskingPage):
    """Places the conclusion, the ready settings, the sheet beside the label check, and the strip of one kind."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._run: DrawnRun | None = None
        self._chosen_data_set = MNIST
        self.ready, self.choice = ReadySettings(), SegmentedChoice()
        self.sheet, self.check, self.strip = DigitSheet(), LabelCheck(services.questions, self.conclusion), KindStrip()
        self._views: dict[str, QWidget] = {"sheet": self.sheet, "check": self.check, "strip": self.strip}
        self.view_choice = self.choice
        self._place()
        self.ready.chosen.connect(self.augmentation_chosen)
        self.choice.changed.connect(self._show_views)
        services.validation.changed.connect(self._take_digits)
        self.sheet.digit_chosen.connect(self.strip.set_digit)
        self.retranslate()

    def _place(self) -> None:
        head = row((self.ready, 1), self.choice)
        body = row((self.sheet, 2), (self.check, 1), spacing=16)
        self._rows = column(self.conclusion, head, body, self.strip, parent=self, spacing=8, margins=PAGE_MARGINS)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Measure the newest network of the selected run, or of the newest trained one."""
        before, self._run = self._of_check, shown_run(runs)
        if self._of_check != before and self.isVisible():
            self._want_digits()
        self.check.show_run(self._run, self.hidden_text() if self.all_hidden else "")

    @Slot(object)
    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen data set, whose digits are shown augmented."""
        if experiment.data.dataset != self._chosen_data_set:
            self._chosen_data_set = experiment.data.dataset
            if self.isVisible():
                self._want_digits()

    @property
    def _of_check(self) -> DataSet:
        """What the network that reads augmented digits was trained on."""
        return data_set_of(self._run) if self._run is not None else self._chosen_data_set

    @Slot(object)
    def set_augmentation(self, augmentation: AugmentationSpec) -> None:
        """Show what this does, with the same draw as before."""
        if not augmentation.elastic_alpha:  # then its smoothness makes no difference
            augmentation = replace(augmentation, elastic_sigma=AugmentationSpec().elastic_sigma)
        self.ready.set_augmentation(augmentation)
        self.sheet.set_augmentation(augmentation)
        self.check.set_augmentation(augmentation)
        self.strip.follow(augmentation)

    @Slot()
    def _take_digits(self) -> None:
        validation, chosen = self.services.validation, self._chosen_data_set
        self.sheet.set_digits(validation.of(chosen), chosen.classes)
        self.sheet.set_problem(validation.problem(chosen))
        self.check.set_digits(validation.of(self._of_check), self._of_check)

    def _want_digits(self) -> None:
        for data_set in {self._chosen_data_set: None, self._of_check: None}:
            self.services.validation.want(data_set)
        self._take_digits()

    def settings(self) -> Mapping[str, Setting]:
        return {
            "kind": setting(self.strip.box),
        }

    def retranslate(self) -> None:
        """Say everything in the present language; the views do so themselves."""
        self.choice.set_choices(
            [
                ("sheet", self.tr("Sheet"), self.tr("Digits, each beside what augmentation makes of it")),
                ("check", self.tr("Labels"), self.tr("Whether a trained network reads augmented digits correctly")),
                ("strip", self.tr("Kinds"), self.tr("Every kind of augmentation, or one alone over its whole range")),
            ]
        )
        self.choice.setAccessibleName(self.tr("View"))
        self._show_views()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the digits when the page is first shown."""
        super().showEvent(event)
        self.services.validation.try_again()
        self._want_digits()

    @Slot()
    def _show_views(self) -> None:
        """Show one view at a time if there is no room for all."""
        self.choice.setVisible(self.compact)
        for name, view in self._views.items():
            view.setVisible(not self.compact or name == self.choice.value())
        for place, (views, stretch) in enumerate((((self.sheet, self.check), 13), ((self.strip,), 4)), 2):
            self._rows.setStretch(place, 0 if all(view.isHidden() for view in views) else stretch)
