"""The experiment: all panels in folding groups."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.experiment import LARGEST_SEED, AugmentationSpec, Experiment, StoppingSpec
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.panels.augmentation_panel import AugmentationPanel
from nnreg_gui.panels.cost_panel import CostPanel
from nnreg_gui.panels.data_panel import DataPanel
from nnreg_gui.panels.network_panel import NetworkPanel
from nnreg_gui.panels.panel import Panel
from nnreg_gui.panels.regularization_panel import RegularizationPanel
from nnreg_gui.panels.stopping_panel import StoppingPanel
from nnreg_gui.panels.training_panel import TrainingChoice, TrainingPanel
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.folding_group import FoldingGroup
from nnreg_gui.widgets.formula_label import FormulaLabel
from nnreg_gui.widgets.layouts import STRETCH, column


class ExperimentPanel(QScrollArea):
    """Chooses an experiment.

    Signals:
        changed: the user has chosen another experiment (perhaps an impossible one: see `problem()`).
        formula_clicked: show the formulas large, or no longer.
        data_set_wanted: the user wants to open a data set.
        augmentation_moving: carries the `AugmentationSpec` that a slider is being dragged over.
    """

    changed = Signal()
    formula_clicked = Signal()
    data_set_wanted = Signal()
    augmentation_moving = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its controls take focus, and are scrolled into view
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._regularization, self._data, self._network = RegularizationPanel(), DataPanel(), NetworkPanel()
        self._cost, self._augmentation, self._training = CostPanel(), AugmentationPanel(), TrainingPanel()
        self._stopping = StoppingPanel()
        self._by_name: dict[str, Panel] = {
            "regularization": self._regularization,
            "augmentation": self._augmentation,
            "data": self._data,
            "network": self._network,
            "cost": self._cost,
            "training": self._training,
            "stopping": self._stopping,
        }
        self._panels = tuple(self._by_name.values())
        self._groups = [FoldingGroup(panel) for panel in self._panels]
        self._note = QLabel(wordWrap=True)
        self._problem: ExperimentError | None = None
        self._note_text = ""
        self._before_lending: list[bool] | None = None  # which groups were folded, while the augmentation has the room
        self._when_lent: list[bool] = []
        self._folds_before_showing: list[bool] | None = None  # which were folded, while only some groups are shown
        content = QWidget()
        column(self._note, *self._groups, STRETCH, parent=content, spacing=0, margins=(8, 4, 8, 4))
        for group, panel in zip(self._groups, self._panels, strict=True):
            group.set_folded(panel is not self._regularization)
            panel.changed.connect(self._change)
        self._augmentation.moving.connect(self.augmentation_moving)
        self._data.data_set_chosen.connect(self.choose_data_set)
        self._data.data_set_wanted.connect(self.data_set_wanted)
        self._formulas = content.findChildren(FormulaLabel)
        for formula in self._formulas:
            formula.clicked.connect(self.formula_clicked)
        self.setWidget(content)
        self.retranslate()
        self._show_consequences()

    def value(self) -> Experiment:
        """Return the chosen experiment.

        Raises:
            ExperimentError: the choices contradict each other.
        """
        choice = self._training.value()
        return Experiment(
            data=self._data.value(),
            network=self._network.value(),
            cost=self._cost.value(),
            regularization=self._regularization.value(),
            augmentation=self._augmentation.value(),
            training=replace(choice.training, stopping=self._stopping.value()),
            seed=choice.seed,
        )

    def set_value(self, experiment: Experiment) -> None:
        """Show an experiment."""
        self._data.set_value(experiment.data)
        self._augmentation.set_data_set(experiment.data.dataset)
        self._network.set_value(experiment.network)
        self._cost.set_value(experiment.cost)
        self._regularization.set_value(experiment.regularization)
        self._augmentation.set_value(experiment.augmentation)
        self._training.set_value(TrainingChoice(experiment.training, experiment.seed))
        self._stopping.set_value(experiment.training.stopping)
        self._change()

    def augmentation(self) -> AugmentationSpec:
        """Return the chosen augmentation, which is possible even if the experiment is not."""
        return self._augmentation.value()

    def show_data_sets(self, opened: Sequence[DataSet]) -> None:
        """Offer these data sets beside MNIST."""
        self._data.show_data_sets(opened)

    @Slot(object)
    def choose_data_set(self, data_set: DataSet) -> None:
        """Choose other digits, and keep all else as far as they allow."""
        if self._problem is None:
            self.set_value(self.value().on(data_set))
        else:
            data = self._data.value()
            n = min(data.training_images, data_set.training_images)
            self._data.set_value(replace(data, dataset=data_set, training_images=n))
            self._augmentation.set_data_set(data_set)
            self._change()

    def choose_augmentation(self, augmentation: AugmentationSpec) -> None:
        """Choose an augmentation, as the user does with the sliders."""
        self._augmentation.set_value(augmentation)
        self._change()

    def choose_stopping(self, stopping: StoppingSpec) -> None:
        """Choose when to stop early, as the user does in the panel."""
        self._stopping.set_value(stopping)
        self._change()

    def choose_penalty(self, penalty: str) -> None:
        """Choose a penalty of `PENALTY_ROWS`, as the user does in the panel."""
        self._regularization.choose_penalty(penalty)

    def regularization_text(self) -> str:
        """Return the chosen regularization in a few words."""
        return self._regularization.summary()

    def lend_room_to_augmentation(self, lent: bool) -> None:
        """Bring the augmentation's sliders into view, or restore all folds unless the user has changed them since."""
        folds = [group.folded() for group in self._groups]
        if lent and self._before_lending is None:
            self._before_lending = folds
            for group, panel in zip(self._groups, self._panels, strict=True):
                group.set_folded(panel is not self._augmentation)
            self._when_lent = [group.folded() for group in self._groups]
        elif not lent and self._before_lending is not None:
            for group, before, now, then in zip(
                self._groups, self._before_lending, folds, self._when_lent, strict=True
            ):
                group.set_folded(before if now == then else now)
            self._before_lending = None

    def show_groups(self, names: Sequence[str] | None) -> None:
        """Show only these groups, unfolded, or all of them; hidden groups keep their choices.

        Args:
            names: some of "regularization", "augmentation", "data", "network", "cost", "training" and "stopping"; None
                for all.

        Raises:
            KeyError: no group has such a name.
        """
        shown = self._panels if names is None else [self._by_name[name] for name in names]
        for group, panel, folded in zip(self._groups, self._panels, self._folds_when_all_are_shown(), strict=True):
            group.setVisible(panel in shown)
            group.set_folded(folded if names is None else panel not in shown)
        if names is None:
            self._folds_before_showing = None

    def _folds_when_all_are_shown(self) -> list[bool]:
        """Return which groups are folded, or were before only some were shown."""
        if self._folds_before_showing is None:
            self._folds_before_showing = [group.folded() for group in self._groups]
        return self._folds_before_showing

    def take_next_seed(self) -> None:
        """Choose other initial weights and another order of the images; after the last seed comes 0."""
        choice = self._training.value()
        self._training.set_value(replace(choice, seed=choice.seed + 1 if choice.seed < LARGEST_SEED else 0))
        self._change()

    def problem(self) -> ExperimentError | None:
        """Return why the choices make no possible experiment; None if they do."""
        return self._problem

    def set_note(self, text: str) -> None:
        """Show a note above the choices, such as that they need a new run."""
        self._note_text = text
        self._show_note()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        titles = (
            self.tr("Regularization"),
            self.tr("Augmentation"),
            self.tr("Data"),
            self.tr("Network"),
            self.tr("Cost"),
            self.tr("Training"),
            self.tr("Early stopping"),
        )
        for group, title in zip(self._groups, titles, strict=True):
            group.set_title(title)
        for formula in self._formulas:
            formula.setToolTip(self.tr("Click, or press F12, to see the formulas large"))
        self._show_summaries()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _change(self) -> None:
        self._show_consequences()
        self.changed.emit()

    def _show_consequences(self) -> None:
        self._problem = None
        try:
            self.value()
        except ExperimentError as problem:
            self._problem = problem
        data = self._data.value()
        self._network.set_data(data)
        self._regularization.set_others(data, self._network.value(), self._training.value().training)
        self._show_summaries()
        self._show_note()

    def _show_summaries(self) -> None:
        for group, panel in zip(self._groups, self._panels, strict=True):
            group.set_summary(panel.summary(), stressed=not panel.is_off())

    def _show_note(self) -> None:
        """Show the problem if there is one, else the note."""
        text = problem_text(self._problem) if self._problem else self._note_text
        self._note.setText(text)
        self._note.setVisible(bool(text))
