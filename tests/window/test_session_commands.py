"""What the menus do with results: sessions, curves, pictures, experiments as text, and failures."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.files.file_jobs import FileJobs
from nnreg_gui.plots.picture import PIXEL_RATIO, Pictured
from nnreg_gui.window.language import Language
from nnreg_gui.window.session_commands import SessionCommands
from tests.fixture_types import Small, Trained


class Desk:
    """A window with commands, and their messages."""

    def __init__(self, window: QWidget, session: Session, experiment: Experiment, qtbot: QtBot) -> None:
        self.session, self.experiment, self.bot = session, experiment, qtbot
        self.window = window
        self.page = QLabel("What is seen", window)
        self.jobs = FileJobs(window)
        self.commands = SessionCommands(
            window, self.jobs, lambda: self.session, lambda: Pictured(self.page, "Heading"), lambda: self.experiment
        )
        self.opened: list[Session] = []
        self.pasted: list[Experiment] = []
        self.told: list[str] = []
        self.jobs.read.connect(self.opened.append)
        self.commands.experiment_pasted.connect(self.pasted.append)
        for source in (self.commands, self.jobs):
            source.told.connect(lambda sentence: self.told.append(sentence()))
            source.done.connect(lambda sentence: self.told.append(sentence()))

    def wait(self) -> None:
        self.bot.waitUntil(lambda: not self.jobs.busy)

    def choose_in_dialog(self, path: Path) -> None:
        """Type a file's name into the open dialog, and confirm it."""
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.setText(str(path))
        button = next(
            one
            for box in dialog.findChildren(QDialogButtonBox)
            for one in box.findChildren(QPushButton)
            if box.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.bot.waitUntil(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(qtbot: QtBot, trained: Trained, small: Small) -> Iterator[Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    tiny = small(images=20, hidden=(), epochs=2)
    runs = [trained(replace(tiny, seed=seed)) for seed in (1, 2, 3)]
    session = Session(
        (
            ListedRun(runs[0], 1, "", repeats=(runs[0], runs[1])),
            ListedRun(runs[2], 2, "mine"),
            ListedRun(runs[1], 4, "hidden", shown=False),
        ),
        baseline=1,
        selected=2,
    )
    desk = Desk(window, session, small(lambda_=0.5, penalty="l2"), qtbot)
    with qtbot.waitExposed(window):
        window.show()
    yield desk
    desk.jobs.close()


# --------------------------------------------------------------------------------------------------------- sessions


def test_a_session_is_saved_and_opened_by_way_of_the_dialogs(desk: Desk, tmp_path: Path) -> None:
    desk.commands.ask_where_to_save_session()
    desk.choose_in_dialog(tmp_path / "lecture 3")
    desk.wait()
    path = tmp_path / "lecture 3.nnreg-session"
    assert desk.told == [f"Saved: {path}"]
    desk.bot.waitUntil(lambda: desk.window.findChild(QFileDialog) is None)
    desk.commands.ask_what_session_to_open()
    desk.choose_in_dialog(path)
    desk.wait()

    assert [session_bytes(session) for session in desk.opened] == [session_bytes(desk.session)]
    assert len(desk.told) == 1


def test_what_is_saved_is_what_there_was_when_it_was_asked_for(desk: Desk, tmp_path: Path) -> None:
    before = session_bytes(desk.session)
    growing = RunHistory(desk.session.runs[0].history.experiment)
    records = list(desk.session.runs[0].history.kept())
    growing.add(records[0])
    desk.session = Session((ListedRun(growing, 1),))
    early = session_bytes(desk.session)
    desk.commands.save_session(str(tmp_path / "x"))
    growing.add(records[1])
    desk.wait()

    assert (tmp_path / "x").read_bytes() == early != before


def test_a_file_that_cannot_be_opened_is_told_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("hello")
    desk.commands.open_session(str(tmp_path / "x"))
    desk.commands.open_session(str(tmp_path / "missing"))
    desk.wait()

    assert desk.opened == []
    assert desk.told[0] == "This is not a session file: open one that was saved as a session of runs."
    assert desk.told[1].startswith(f"{tmp_path / 'missing'} cannot be read (")


def test_closing_waits_until_the_session_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.commands.save_session(str(tmp_path / "x"))
    desk.jobs.close()

    assert (tmp_path / "x").read_bytes() == session_bytes(desk.session)


def test_more_runs_than_a_session_holds_are_told_before_anything_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.session = Session(tuple(ListedRun(RunHistory(desk.experiment), number) for number in range(1, 2_002)))
    desk.commands.save_session(str(tmp_path / "x"))

    assert desk.told == ["A session holds up to 2,000 runs, and these are 2,001: remove some of them."]
    assert not desk.jobs.busy
    assert list(tmp_path.iterdir()) == []


def test_without_runs_there_is_nothing_to_save(desk: Desk) -> None:
    desk.session = Session((ListedRun(RunHistory(desk.experiment), 1),))
    desk.commands.ask_where_to_save_session()
    desk.commands.ask_where_to_export_curves()

    assert desk.told == 2 * ["There are no runs yet: press Space to train one."]
    assert desk.window.findChild(QFileDialog) is None


# ----------------------------------------------------------------------------------------------- curves and pictures


def test_the_curves_of_the_shown_runs_are_exported_by_their_names(desk: Desk, tmp_path: Path) -> None:
    desk.commands.ask_where_to_export_curves()
    desk.choose_in_dialog(tmp_path / "curves")
    desk.wait()
    content = (tmp_path / "curves.csv").read_bytes()
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))

    assert content.startswith(b"\xef\xbb\xbf")
    assert {(line["run"], line["name"], line["seed"]) for line in lines} == {
        ("1", "No regularization, seed 1", "1"),
        ("1", "No regularization, seed 1", "2"),
        ("2", "mine", "3"),
    }
    assert len(lines) == 9
    assert desk.told == [f"Saved: {tmp_path / 'curves.csv'}"]


def test_czech_curves_open_in_a_czech_spreadsheet(desk: Desk, tmp_path: Path) -> None:
    language = Language()
    language.switch("cs")
    desk.commands.export_curves(str(tmp_path / "curves.csv"))
    language.switch("en")
    desk.wait()
    content = (tmp_path / "curves.csv").read_bytes()
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))

    assert content.startswith(b"\xef\xbb\xbf")
    assert len(lines) == 9
    assert all("," in line["validation_cost"] and "." not in line["validation_cost"] for line in lines)


def test_dialogs_begin_in_the_documents_and_then_where_the_user_was_last(desk: Desk, tmp_path: Path) -> None:
    documents = desk.jobs.folder
    assert Path(documents).is_dir()
    desk.commands.ask_what_session_to_open()
    first = desk.window.findChild(QFileDialog)
    assert first is not None
    assert first.directory().path() == documents
    first.reject()
    desk.bot.waitUntil(lambda: desk.window.findChild(QFileDialog) is None)

    desk.commands.export_curves(str(tmp_path / "curves.csv"))
    desk.wait()
    desk.commands.ask_where_to_save_session()
    second = desk.window.findChild(QFileDialog)
    assert second is not None
    assert second.directory().path() == str(tmp_path)
    second.reject()


def test_a_dialog_speaks_the_programs_language_whatever_the_systems_is(desk: Desk) -> None:
    language = Language()
    language.switch("cs")
    desk.commands.ask_what_session_to_open()
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    other = QLocale.system().language() != QLocale.Language.Czech
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog) is other
    assert "Zrušit" in {button.text().replace("&", "") for button in dialog.findChildren(QPushButton)}
    assert {"&Hledat v:", "Soubory &typu:"} <= {label.text() for label in dialog.findChildren(QLabel)}
    dialog.reject()
    language.switch("en")


def test_hidden_curves_are_not_exported(desk: Desk) -> None:
    desk.session = Session(tuple(replace(run, shown=False) for run in desk.session.runs))
    desk.commands.ask_where_to_export_curves()

    assert desk.told == ["All runs are hidden: check those whose curves are to be exported."]


def test_a_picture_is_saved_with_twice_the_pixels(desk: Desk, tmp_path: Path) -> None:
    desk.page.resize(200, 100)
    desk.commands.ask_where_to_save_picture()
    desk.choose_in_dialog(tmp_path / "seen")
    desk.wait()
    picture = QImage(str(tmp_path / "seen.png"))

    assert picture.width() > PIXEL_RATIO * 200
    assert picture.height() > PIXEL_RATIO * 100
    assert picture.dotsPerMeterX() == round(2 * 96 / 0.0254)


def test_a_picture_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.commands.save_picture(str(tmp_path / "nowhere" / "x.png"))
    desk.commands.export_curves(str(tmp_path / "nowhere" / "x.csv"))
    desk.wait()

    assert ["could not be written" in sentence for sentence in desk.told] == [True, True]
    assert list(tmp_path.iterdir()) == []


def test_a_picture_for_which_there_is_no_memory_is_told_and_leaves_no_empty_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnreg_gui.window.session_commands.picture_of", lambda _: QImage())  # what Qt makes of it then
    desk.commands.save_picture(str(tmp_path / "seen.png"))
    desk.wait()

    assert "could not be written (Cannot allocate memory)" in desk.told[-1]
    assert list(tmp_path.iterdir()) == []


def test_a_picture_is_copied(desk: Desk) -> None:
    desk.page.resize(200, 100)
    desk.commands.copy_picture()

    assert QGuiApplication.clipboard().image().width() > PIXEL_RATIO * 200
    assert desk.told == ["The picture was copied: paste it into a slide."]


# ------------------------------------------------------------------------------------------------------- experiments


def test_an_experiment_is_copied_as_text_and_pasted_again(desk: Desk) -> None:
    desk.commands.copy_experiment()
    line = "nnreg: n=100 hidden=5 penalty=l2 lambda=0.5 epochs=5"
    assert QGuiApplication.clipboard().text() == line
    assert desk.told == [f"The experiment was copied as text: {line}"]
    desk.commands.paste_experiment()

    assert desk.pasted == [desk.experiment]


def test_the_text_of_an_experiment_file_can_be_pasted(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(desk.experiment.to_json())
    desk.commands.paste_experiment()

    assert desk.pasted == [desk.experiment]


def test_of_a_text_that_is_far_too_long_only_the_beginning_is_read(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(desk.experiment.to_json() + 3_000_000 * " " + "{")
    desk.commands.paste_experiment()

    assert desk.pasted == [desk.experiment]


def test_other_text_is_told_and_pastes_nothing(desk: Desk) -> None:
    for text in ("hello", "nnreg: n=many", ""):
        QGuiApplication.clipboard().setText(text)
        desk.commands.paste_experiment()

    assert desk.pasted == []
    assert desk.told[0].startswith("There is no experiment to paste")
    assert desk.told[1] == '“Training images n” must be a whole number, not "many".'
    assert desk.told[2] == desk.told[0]
