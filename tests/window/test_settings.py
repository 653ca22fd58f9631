"""Settings are foreign input: whatever they contain, each one read is valid, and the rest is named."""

import struct
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QDateTime, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.widgets.themes import THEMES
from nnreg_gui.window.language import languages
from nnreg_gui.window.lesson_training import PACES
from nnreg_gui.window.main_window import MainWindow
from nnreg_gui.window.settings import Settings
from tests.conftest import WAIT

NAMES = ("theme", "language", "zoom", "geometry", "lesson", "pace")
# Reading this crashes Qt 6.11 with a segmentation fault.
CRASHES_QT = rb'"@Variant(\x00\x00\x00\x44\x00%s)"' % (rb"\x7f\xff\xff\xff\x00" * 4)

some = tries(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
numbers = count()

# What a file may say for a setting.
escaped = st.binary(max_size=40).map(lambda data: "".join(f"\\x{byte:02x}" for byte in data).encode())
words = st.sampled_from(
    [*THEMES, *languages(), "", "1.25", "nan", "-inf", "inf", "1e400", "9" * 400, "true", "0x10", "pink, dark", "@",
     "@@", "@Invalid()", "@Size(1 2)", "@Rect(1 2 3 4)", "@Point(1 2)", "@String(a)", "@ByteArray()", "@ByteArray", '"',
     "\\", "1.0;", "\\x40Variant(\\0\\0\\0\\x44)", '@ByteArray(\\0), "@Variant(\\0\\0\\0\\x44)"']
).map(str.encode)  # fmt: skip
objects = st.tuples(st.sampled_from([b"Variant", b"DateTime", b"ByteArray"]), st.integers(0, 70), escaped).map(
    lambda parts: b'"@%s(\\x00\\x00\\x00\\x%02x%s)"' % parts
)
values = st.one_of(words, objects, escaped, st.binary(max_size=60), st.just(CRASHES_QT))
lines = st.one_of(
    st.tuples(st.sampled_from([name.encode() for name in NAMES]), values).map(b"=".join),
    st.sampled_from([b"", b"; a comment", b"[General]", b"[other]", b"[cut off", b"no setting"]),
    st.binary(max_size=60),
)
files = st.one_of(
    st.binary(max_size=300), st.lists(lines, max_size=6).map(lambda some: b"[General]\n" + b"\n".join(some))
)


def stored(path: Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)


def file_with(folder: Path, content: bytes) -> Path:
    path = folder / f"{next(numbers)}.ini"  # a new name each time: Qt caches what it has read
    path.write_bytes(content)
    return path


def read_all(settings: Settings, window: QWidget) -> None:
    """Read every setting, and check that it is valid."""
    assert settings.theme() in {None, *THEMES}
    assert settings.language() in {None, *languages()}
    assert 0.8 <= settings.zoom() <= 2.5
    assert settings.pace() in {None, *PACES}
    lesson = settings.lesson()
    assert lesson is None or all(lesson)
    settings.restore_geometry(window)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "settings"
    folder.mkdir()
    return folder


@pytest.fixture
def a_window(qapp: QApplication) -> QWidget:
    return QWidget()


@some
@given(files)
def test_whatever_stands_in_the_file_settings_are_values_that_can_be(
    folder: Path, a_window: QWidget, content: bytes
) -> None:
    path = file_with(folder, content)
    read_all(Settings(stored(path)), a_window)
    again = Settings(stored(path))
    read_all(again, a_window)

    assert again.replaced == []  # it was repaired


of_any_kind: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**31), 2**31 - 1),
    st.floats(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.binary(max_size=90).map(QByteArray),
    st.lists(st.text("ab@1", max_size=5), max_size=3),
    st.dictionaries(st.text("ab", max_size=2), st.integers(0, 9), max_size=2),
    st.sampled_from([QSize(1, 2), QPoint(3, 4), QRect(1, 2, 3, 4), QDateTime(2026, 1, 1, 0, 0, 0)]),
)


@some
@given(st.dictionaries(st.sampled_from(NAMES), of_any_kind, max_size=4), st.booleans())
def test_whatever_kind_of_value_is_stored_settings_are_values_that_can_be(
    folder: Path, a_window: QWidget, kept: dict[str, Any], written: bool
) -> None:
    path = folder / f"{next(numbers)}.ini"
    raw = stored(path)
    for name, value in kept.items():
        raw.setValue(name, value)
    if written:
        raw.sync()
    settings = Settings(raw)
    read_all(settings, a_window)

    assert set(settings.replaced) <= {"all", *kept}


def test_what_the_user_chose_comes_back_and_nothing_is_replaced(folder: Path, qapp: QApplication) -> None:
    path = folder / "mine.ini"
    first = Settings(stored(path))
    window = QWidget()
    window.setGeometry(30, 40, 500, 300)
    for name, value in (("theme", "dark"), ("language", "cs"), ("zoom", 1.75), ("geometry", window.saveGeometry())):
        first.remember(name, value)
    first.remember("pace", "at_once")
    first.remember_lesson("/přednášky/L1 a L2.toml", "l1-l2")
    del first
    settings, restored = Settings(stored(path)), QWidget()
    settings.restore_geometry(restored)

    assert (settings.theme(), settings.language(), settings.zoom()) == ("dark", "cs", 1.75)
    assert settings.pace() == "at_once"
    assert settings.lesson() == ("/přednášky/L1 a L2.toml", "l1-l2")
    assert restored.geometry() == QRect(30, 40, 500, 300)
    assert settings.replaced == []


@some
@given(st.binary(max_size=70) | st.text('@"\\,;=()x0 ', max_size=9).map(str.encode))
def test_a_place_of_any_bytes_damages_no_file(folder: Path, place: bytes) -> None:
    path = folder / f"{next(numbers)}.ini"
    first = Settings(stored(path))
    first.remember("geometry", QByteArray(place))
    first.remember("theme", "dark")
    del first
    settings = Settings(stored(path))

    assert (settings.theme(), settings.replaced) == ("dark", [])


def test_the_first_start_replaces_nothing(folder: Path, a_window: QWidget) -> None:
    settings = Settings(stored(folder / "none" / "none.ini"))
    read_all(settings, a_window)

    assert settings.replaced == []
    assert (settings.theme(), settings.language(), settings.zoom()) == (None, None, 1.0)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("zoom=nan", "zoom"),
        ("zoom=inf", "zoom"),
        ("zoom=1000000000", "zoom"),
        ("zoom=0", "zoom"),
        ("theme=pink", "theme"),
        (r"theme=@ByteArray(\xff)", "theme"),
        ("language=xx", "language"),
        ("language=cs, en", "language"),
        ("geometry=nothing", "geometry"),
        ("geometry=@ByteArray(nothing)", "geometry"),
    ],
)
def test_a_setting_that_cannot_be_is_named_once_and_the_others_are_kept(
    folder: Path, a_window: QWidget, line: str, name: str
) -> None:
    others = {"zoom": "zoom=1.5\n", "theme": "theme=dark\n", "language": "language=cs\n"}
    others.pop(name, None)
    path = file_with(folder, f"[General]\n{''.join(others.values())}{line}\n".encode())
    settings = Settings(stored(path))
    read_all(settings, a_window)

    assert settings.replaced == [name]
    assert settings.theme() == ("dark" if "theme" in others else None)
    assert settings.language() == ("cs" if "language" in others else None)
    assert settings.zoom() == (1.5 if "zoom" in others else 1.0)


@pytest.mark.parametrize(
    "content",
    [b"[General]\ntheme=" + CRASHES_QT, b"[General\ntheme=dark\n", b"\0" * 4096, b"theme=dark\n" * 100_000],
    ids=["an object that Qt crashes over", "cut off", "zeros", "far too long"],
)
def test_a_file_of_something_else_is_set_aside_and_settings_are_stored_anew(folder: Path, content: bytes) -> None:
    path = file_with(folder, content)
    settings = Settings(stored(path))
    settings.remember("zoom", 1.25)
    del settings
    again = Settings(stored(path))

    assert Path(f"{path}.damaged").read_bytes() == content
    assert (again.theme(), again.zoom(), again.replaced) == (None, 1.25, [])


def test_a_folder_in_place_of_the_file_is_set_aside_too(folder: Path) -> None:
    path = folder / "settings.ini"
    path.mkdir()
    settings = Settings(stored(path))
    settings.remember("zoom", 1.25)

    assert settings.replaced == ["all"]
    del settings
    assert path.is_file()
    assert Path(f"{path}.damaged").is_dir()


def test_what_cannot_be_set_aside_is_left_alone(folder: Path, a_window: QWidget) -> None:
    path = file_with(folder, b"[cut off")
    (folder / f"{path.name}.damaged").mkdir()
    settings = Settings(stored(path))
    read_all(settings, a_window)
    settings.remember("zoom", 1.25)
    del settings

    assert path.read_bytes() == b"[cut off"


places = st.sampled_from([0, 1, -1, 100, 700, 799, 800, 5_000, -5_000, 2**31 - 1, -(2**31), 2**24 - 1])
rectangles = st.tuples(places, places, places, places)


@some
@given(rectangles, rectangles, rectangles, st.integers(-1, 9), st.integers(0, 3), st.integers(0, 4))
def test_a_window_is_on_a_screen_wherever_it_is_said_to_have_been(
    folder: Path,
    qapp: QApplication,
    frame: tuple[int, ...],
    normal: tuple[int, ...],
    inner: tuple[int, ...],
    screen: int,
    states: int,
    version: int,
) -> None:
    maximized, full_screen = states & 1, states >> 1
    geometry = struct.pack(
        ">IHH4i4iiBBi4i", 0x1D9D0CB, version, 0, *frame, *normal, screen, maximized, full_screen, 800, *inner
    )
    window = QWidget()
    window.setMinimumSize(300, 200)
    raw = stored(folder / f"{next(numbers)}.ini")
    raw.setValue("geometry", QByteArray(geometry))
    Settings(raw).restore_geometry(window)
    window.show()
    seen = window.screen().availableGeometry()

    for place in (window.geometry(), window.normalGeometry()):
        assert seen.intersects(place)
        assert place.top() >= seen.top()
    assert window.width() >= 300
    assert window.height() >= 200


def test_the_window_says_in_both_languages_what_it_could_not_read(
    open_window: Callable[..., MainWindow], settings: QSettings, qtbot: QtBot
) -> None:
    Path(settings.fileName()).write_bytes(b"[General]\nzoom=nan\ntheme=@ByteArray(\\xff)\ngeometry=none\n")
    settings.sync()
    window = open_window(resized=False)
    said = window.message.text()

    assert "(theme, text size, place of the window)" in said
    QTest.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: "(vzhled, velikost textu, umístění okna)" in window.message.text(), timeout=WAIT)
    window.close()
    assert open_window().message.text() == ""  # it was repaired


def test_opening_a_file_at_the_start_does_not_hide_it(
    open_window: Callable[..., MainWindow], settings: QSettings, qtbot: QtBot, tmp_path: Path
) -> None:
    Path(settings.fileName()).write_bytes(b"\0" * 4096)
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(Experiment(seed=7).to_json(), encoding="utf-8")
    bad.write_text("{", encoding="utf-8")
    window = open_window()
    window.open_file(str(good))
    qtbot.waitUntil(lambda: window.panel.value().seed == 7, timeout=WAIT)
    assert window.message.text() == "The program's settings could not be read: the usual ones are used instead."

    window.open_file(str(bad))
    qtbot.waitUntil(lambda: "JSON" in window.message.text(), timeout=WAIT)
    assert window.message.text().startswith("The program's settings could not be read")
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.message.text() == "", timeout=WAIT)


def test_what_was_closed_is_not_said_again_beside_the_next_message(
    open_window: Callable[..., MainWindow], settings: QSettings
) -> None:
    Path(settings.fileName()).write_bytes(b"\0" * 4096)
    message = open_window().message
    close = next(button for button in message.findChildren(QToolButton) if button.accessibleName().startswith("Close"))
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert message.text() == ""

    message.tell(lambda: "Something else.")
    assert message.text() == "Something else."


def test_what_is_recovered_is_said_beside_it(open_window: Callable[..., MainWindow], settings: QSettings) -> None:
    Path(settings.fileName()).write_bytes(b"\0" * 4096)  # as after a power cut
    window = open_window()
    window.message.tell_recovered()

    assert "settings could not be read" in window.message.text()
    assert "your runs are restored" in window.message.text()
