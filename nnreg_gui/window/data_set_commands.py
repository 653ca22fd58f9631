"""What the File menu and the panel do with data sets: open one, look at it, take it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from nnreg_gui.files.file_dialogs import ask_what_folder_to_open, ask_what_to_open
from nnreg_gui.files.reading import Reading

if TYPE_CHECKING:
    from nnreg_gui.engine.data_set import DataSet
    from nnreg_gui.files.data_sets.opening import OpenedDataSet
    from nnreg_gui.window.data_set_preview import DataSetPreview
    from nnreg_gui.window.main_window import MainWindow


class DataSetCommands(QObject):
    """Knows which data sets are open; they stay so until the program ends."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._preview: DataSetPreview | None = None
        window.panel.data_set_wanted.connect(self.ask_what_file_to_open)

    @property
    def preview(self) -> "DataSetPreview | None":
        """The dialog that shows a data set before it is taken; None while there is none."""
        return self._preview

    @Slot()
    def ask_what_file_to_open(self) -> None:
        """Let the user choose a file of images, and open the data set it belongs to."""
        title, kind = self.tr("Open data set"), self.tr("Images with labels: IDX, .npz, CSV (*)")
        ask_what_to_open(self._window, title, self._window.file_jobs.folder, kind, self.open)

    @Slot()
    def ask_what_folder_to_open(self) -> None:
        """Let the user choose a folder, such as one with a sub-folder of pictures for each class."""
        title = self.tr("Open data set: a folder")
        ask_what_folder_to_open(self._window, title, self._window.file_jobs.folder, self.open)

    @Slot(str)
    def open(self, path: str) -> None:
        """Open a data set, and show it."""
        self._window.file_jobs.open(path, Reading(data=True))

    def show(self, found: "OpenedDataSet") -> None:
        """Show a data set that was read; whoever accepts it learns from it from now on."""
        from nnreg_gui.window.data_set_preview import DataSetPreview

        if self._preview is not None:
            self._preview.reject()
        self._preview = preview = DataSetPreview(found, self._window)
        preview.accepted.connect(lambda: self._take(found))
        preview.finished.connect(self._forget)
        preview.open()

    @Slot()
    def _forget(self) -> None:
        if self._preview is not None:
            self._preview.deleteLater()
            self._preview = None

    def _take(self, found: "OpenedDataSet") -> None:
        window, data_set = self._window, found.data_set
        if not data_set.is_mnist:
            window.control.opened.pop(data_set, None)  # equal content, but perhaps at another place now
            window.control.opened[data_set] = found.digits
        window.panel.show_data_sets(tuple(window.control.opened))
        window.panel.choose_data_set(data_set)
        window.pages.ask_again()
        window.offered_lessons.decline()  # which promise what MNIST shows
        window.show_runs()
        window.notice.tell(lambda: self._sentence(data_set))

    def _sentence(self, data_set: "DataSet") -> str:
        return self.tr("Data set: {0}. Start trains on it.").format(data_set.name)
