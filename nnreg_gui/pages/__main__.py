"""Opens one page alone, with small runs to draw, for developers: `python -m nnreg_gui.pages noise`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QSettings, Qt, Slot
from PySide6.QtWidgets import QApplication, QSplitter

from nnreg_gui.engine.digits import DataSets
from nnreg_gui.engine.experiment import Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.training import train
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.table import KEYS
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.questions import QuestionQueue
from nnreg_gui.running.searches import SearchQueue
from nnreg_gui.system.guarded_overrides import guard_overrides
from nnreg_gui.widgets.page_room import PageRoom
from nnreg_gui.window.appearance import Appearance
from nnreg_gui.window.language import languages
from nnreg_gui.window.page_builder import PageBuilder
from nnreg_gui.window.settings import Settings

_EPOCHS = 15


class PageAlone(QSplitter):
    """Places a page above the list of runs.

    Args:
        key: of the page.
        runs: what the list holds at first.
    """

    def __init__(self, key: str, runs: Sequence[RunHistory]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._work = QObject(self)
        self._questions = QuestionQueue(resource_path(), self._work)
        self._searches = SearchQueue(resource_path(), self._work)
        builder = PageBuilder(self._questions, self._searches, ExperimentPanel(self), self._work)
        self.page, self.runs = builder.build(key), RunList()
        room = PageRoom()
        room.setWidget(self.page)
        self.addWidget(room)
        self.addWidget(self.runs)
        self.setStretchFactor(0, 1)
        self.runs.changed.connect(self._show)
        self.page.run_trained.connect(self.runs.add_finished)
        self.page.repeats_trained.connect(self.runs.add_repeats)
        for history in runs:
            self.runs.add_finished(history)
        self._show()

    def close_engines(self) -> None:
        """End the processes that answer the page's questions."""
        self._questions.close()
        self._searches.close()

    @Slot()
    def _show(self) -> None:
        self.page.show_runs(self.runs.runs())


def small_runs() -> list[RunHistory]:
    """Train two small networks, one without regularization and one with L2; this takes a second."""
    digits, runs = DataSets(resource_path()), []
    for spec in (RegularizationSpec(), RegularizationSpec(penalty="l2", lambda_=0.1)):
        experiment = Experiment(
            network=NetworkSpec(hidden=(30,)), regularization=spec, training=TrainingSpec(epochs=_EPOCHS)
        )
        runs.append(RunHistory.of(experiment, train(experiment, digits[experiment.data.dataset])))
    return runs


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the page that the arguments name until the user closes it."""
    parser = argparse.ArgumentParser(prog="python -m nnreg_gui.pages", description=__doc__)
    parser.add_argument("key", choices=KEYS, help="which page")
    parser.add_argument("--language", choices=sorted(languages()), default="en")
    options = parser.parse_args(arguments)
    application = QApplication(sys.argv[:1])
    guard_overrides()
    with TemporaryDirectory() as folder:
        stored = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        appearance = Appearance(application, Settings(stored))
        appearance.set_language(options.language)
        alone = PageAlone(options.key, small_runs())
        alone.resize(1280, 720)
        alone.show()
        code = application.exec()
        alone.close_engines()
    return code


if __name__ == "__main__":
    sys.exit(main())
