"""The steps of the book's path to λ, as buttons."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.finding_lambda.path_steps import DECADES, ONE, RATE, REFINE, PathSteps
from nnreg_gui.widgets.step_row import StepRow


class PathButtons(StepRow):
    """Shows how far the path has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((RATE, ONE, DECADES, REFINE), parent)

    def show_path(self, path: PathSteps) -> None:
        """Show which steps are done, and which one is shown."""
        self.show_steps(path.done, path.step)

    def texts(self) -> dict[int, tuple[str, str, str]]:
        """Return what the steps are and do."""
        return {
            RATE: (
                self.tr("λ = 0: find η"),
                "η",
                self.tr("learning rates from 0.025 to 5 are tried without a penalty."),
            ),
            ONE: (self.tr("Try λ = 1"), "λ = 1", self.tr("L2 with λ = 1 is compared with no penalty, at that η.")),
            DECADES: (
                self.tr("λ × 10 and ÷ 10"),
                "× ÷ 10",
                self.tr("powers of ten are tried until those on both sides of the best one are worse."),
            ),
            REFINE: (
                self.tr("Refine λ"),
                self.tr("Refine"),
                self.tr("a fifth to five times the best power of ten is tried."),
            ),
        }
