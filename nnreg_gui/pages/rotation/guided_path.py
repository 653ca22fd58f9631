"""Four steps that a lecturer can follow to the answer."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.rotation.guide import CONFUSION, LARGE_ROTATIONS, SMALL_ROTATIONS, TURN, Guide
from nnreg_gui.widgets.step_row import StepRow


class GuidedPath(StepRow):
    """Shows where the guide is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((TURN, SMALL_ROTATIONS, LARGE_ROTATIONS, CONFUSION), parent)

    def show_guide(self, guide: Guide) -> None:
        """Show which steps are done, and where the guide is."""
        self.show_steps(guide.done, guide.step)

    def texts(self) -> dict[int, tuple[str, str, str]]:
        """Return what the steps are and do."""
        return {
            TURN: (
                self.tr("Rotate a 6 (trained upright)"),
                self.tr("Upright"),
                self.tr("a 6 is turned before a network that was trained on upright digits only."),
            ),
            SMALL_ROTATIONS: (
                self.tr("Train with ±15°"),
                "±15°",
                self.tr("every training image is turned by up to 15° to either side."),
            ),
            LARGE_ROTATIONS: (
                self.tr("Train with ±180°"),
                "±180°",
                self.tr("every training image is turned by any angle."),
            ),
            CONFUSION: (
                self.tr("Look at the confusion"),
                self.tr("Confusion"),
                self.tr("how often the network that was trained with ±180° takes a 6 for a 9, and a 9 for a 6."),
            ),
        }
