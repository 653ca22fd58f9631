"""Opening a data set in the window: looked at before it is taken, trained on, and known again."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QScrollArea

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Digits
from nnreg_gui.files.data_sets.opening import OpenedDataSet, open_data_set
from nnreg_gui.files.reading import Reading
from nnreg_gui.files.session_files import read_session_file, write_session_file
from nnreg_gui.window.data_set_preview import DataSetPreview
from tests.conftest import User


@pytest.fixture
def archive(digits: Digits, tmp_path: Path) -> Path:
    """Return a file of 300 digits on 14 × 14 pixels, without validation images."""
    images = digits.training.images[:300].reshape(-1, 14, 2, 14, 2).mean((2, 4)).astype(np.uint8)
    labels = digits.training.labels[:300]
    path = tmp_path / "small digits.npz"
    np.savez(path, x_train=images[:200], y_train=labels[:200], x_test=images[200:], y_test=labels[200:])
    return path


def shown(user: User) -> DataSetPreview:
    """Return the preview once it is there."""
    user.wait(lambda: user.window.data_sets.preview is not None)
    preview = user.window.data_sets.preview
    assert preview is not None
    return preview


def boxed(user: User) -> QComboBox:
    """Return the box that chooses the data set."""
    boxes = user.window.panel.findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == "Data set")


def test_a_data_set_is_looked_at_taken_and_trained_on(user: User, archive: Path) -> None:
    window = user.window
    window.open_file(str(archive))
    preview = shown(user)
    assert preview.summary.text() == ("14 × 14 pixels, 10 classes: 167 images to train, 33 to validate, 100 to test.")
    assert "33" in preview.remarks.text(), "validation images were made from training images, and that is said"
    assert len(preview.sheets) == 10
    QTest.keyClick(preview, Qt.Key.Key_Return)

    data_set = window.panel.value().data.dataset
    assert (data_set.name, data_set.pixels) == ("small digits.npz", 196)
    assert window.panel.value().data.training_images == 167
    assert boxed(user).currentText() == "small digits.npz"
    window.training.step()
    user.wait_for_hold()
    history = window.run_list.selected()
    assert history is not None
    assert history.newest is not None
    assert history.newest.parameters.weights[0].shape == (30, 196)
    window.control.stop()


def test_cancel_leaves_all_as_it_was_and_the_panel_goes_to_and_fro_and_asks_for_more(user: User, archive: Path) -> None:
    window, before, box = user.window, user.window.panel.value(), boxed(user)
    window.open_file(str(archive))
    QTest.keyClick(shown(user), Qt.Key.Key_Escape)
    assert window.panel.value() == before
    assert not window.control.opened
    assert [box.itemText(place) for place in range(box.count())] == ["MNIST", "Open…"]

    user.wait(lambda: window.data_sets.preview is None)
    window.open_file(str(archive))
    shown(user).accept()
    assert [box.itemText(place) for place in range(box.count())] == ["MNIST", "small digits.npz", "Open…"]
    box.activated.emit(0)
    assert window.panel.value().data.dataset == MNIST
    box.activated.emit(1)
    assert window.panel.value().data.dataset.name == "small digits.npz"
    box.activated.emit(2)
    dialog = QApplication.activeModalWidget() or window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert box.currentText() == "small digits.npz", "until something is opened"
    dialog.reject()


def test_a_folder_that_is_dropped_is_opened(user: User, archive: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(archive.parent))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    user.window.dropEvent(drop)

    assert shown(user).windowTitle() == f"Data set: {archive.parent.name}"


def test_a_run_of_a_data_set_that_is_not_open_says_what_to_open(user: User, archive: Path, tmp_path: Path) -> None:
    window, session = user.window, str(tmp_path / "runs.nnreg-session")
    window.open_file(str(archive))
    shown(user).accept()
    window.training.step()
    user.wait(lambda: window.control.holds)
    window.control.stop()
    write_session_file(session, window.run_list.session())
    window.run_list.remove_all()

    data = read_session_file(session).runs[0].history.experiment.data
    assert data.dataset.path == str(archive)
    unknown = replace(data.dataset, key=f"sha256:{64 * '0'}")  # to this program, which has opened the other
    window.load(replace(window.panel.value(), data=replace(data, dataset=unknown)))
    assert boxed(user).currentText() == "small digits.npz (not open)"
    window.training.start()
    user.wait(window.message.isVisible)
    assert window.message.text() == (
        f"The images of “small digits.npz” are not open: open {archive} as a data set, or wherever it lies now."
    )


def test_what_is_no_data_set_is_one_sentence(user: User, tmp_path: Path) -> None:
    for number, content in enumerate((b"", b"\x1f\x8b broken", b"label,pixel0\n1,2\n", b"\x93NUMPY")):
        file = tmp_path / f"broken {number}"
        file.write_bytes(content)
        user.window.data_sets.open(str(file))
        user.wait(lambda name=file.name: name in user.window.message.text() and not user.window.file_jobs.busy)

        assert user.window.message.isVisible(), content
        assert user.window.data_sets.preview is None, content


def test_names_from_files_are_plain_text(user: User, digits: Digits, tmp_path: Path) -> None:
    path = tmp_path / "<b>x.npz"
    images, labels = digits.training.images[:100], digits.training.labels[:100]
    np.savez(path, x_train=images, y_train=labels)
    (tmp_path / "classes.txt").write_text("\n".join(f"<img src=x>{label}" for label in range(10)), encoding="utf-8")
    opened = open_data_set(path)
    assert isinstance(opened, OpenedDataSet)
    user.window.data_sets.show(opened)

    labels_shown = shown(user).findChildren(QLabel)
    assert any(one.text().startswith("<img") for one in labels_shown)
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels_shown if "<" in one.text())


def test_the_preview_needs_no_scrolling_across_on_a_projector_at_twice_the_text_size(user: User, archive: Path) -> None:
    user.window.appearance.set_zoom(2)
    for language in ("en", "cs"):
        user.window.appearance.set_language(language)
        user.window.open_file(str(archive))
        preview = shown(user)
        QApplication.processEvents()

        assert preview.width() <= user.window.width(), language
        (table,) = preview.findChildren(QScrollArea)
        assert table.horizontalScrollBar().maximum() == 0, language
        preview.reject()
        user.wait(lambda: user.window.data_sets.preview is None)
    user.window.appearance.set_zoom(1)


def test_what_went_wrong_while_a_file_is_read_stays(user: User, tmp_path: Path) -> None:
    window, comes = user.window, Event()
    window.file_jobs.open(str(tmp_path / "slow"), lambda path: comes.wait() and None)
    user.wait(window.message.isVisible)
    assert "slow" in window.message.text()
    window.message.tell(lambda: "The run diverged.")
    said_again: list[bool] = []
    window.file_jobs.went_on.connect(lambda: said_again.append(True))
    user.wait(lambda: bool(said_again))
    assert window.message.text() == "The run diverged."
    comes.set()
    user.wait(lambda: not window.file_jobs.busy)
    assert window.message.text() == "The run diverged."


def test_how_far_the_reading_is_is_said_again(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, comes, reading = user.window, Event(), Reading()
    monkeypatch.setattr(Reading, "__call__", lambda reading, path: comes.wait() and None)
    for share, said in ((0.25, "25 %"), (0.5, "50 %")):
        reading.share = share
        if not window.file_jobs.busy:
            window.file_jobs.open(str(tmp_path / "slow"), reading)
        user.wait(lambda said=said: said in window.message.text().replace("\N{NO-BREAK SPACE}", " "))
    comes.set()
    user.wait(lambda: not window.file_jobs.busy)
