"""The bundle, built, unpacked and used as by somebody who has neither Python nor a home that can be written to."""

import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnreg_gui import __version__
from nnreg_gui.engine.sessions.session import Session
from nnreg_gui.files.session_files import read_session_file
from tests.bare_debian import INSIDE, RELEASES, BareDebian, why_no_debian
from tests.bundle_user import User, until
from tests.lessons.rehearsed_lesson import good_lesson, written

PROJECT = Path(__file__).parents[1]
pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(importlib.util.find_spec("PyInstaller") is None, reason="PyInstaller is not installed"),
    pytest.mark.skipif(sys.platform != "linux", reason="scripts in .ci/ try the bundle on other systems"),
]
needs_display = pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool"))), reason="Xvfb and xdotool are not installed here"
)
EXPERIMENT = {"data": {"training_images": 100}, "training": {"epochs": 1}}
OF_GLIBC = {"libc", "libm", "libdl", "libpthread", "libresolv", "librt", "libutil", "ld-linux-x86-64"}
SEARCH = """
format = "nnreg-lesson"
version = 1
title.en = "A search"
about.en = "The best λ for a small network."
minutes = 1
runs.small = { data = { training_images = 20 }, network = { hidden = [] }, training = { epochs = 1 } }

[[step]]
id = "small"
title.en = "A small network"
page = "learning"
runs = ["small"]

[[step]]
id = "search"
title.en = "Which λ?"
page = "finding_lambda"
set = { effort = "thorough" }
train_page = true
"""


def build(script: str, *arguments: Path) -> Path:
    """Run a script of resources/desktop/, and return the path that it prints last."""
    command = [sys.executable, PROJECT / "resources/desktop" / script, *arguments]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return Path(result.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that everybody can look into, as those of other tests are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    subprocess.run(["rm", "-rf", folder], check=True)  # much faster with whole systems than Python


@pytest.fixture(scope="module")
def archive(place: Path, debians: dict[str, BareDebian]) -> Path:
    return build("build_bundle.py", place / "dist")


@pytest.fixture(scope="module")
def program(archive: Path, place: Path) -> Path:
    """The executable, unpacked where users unpack."""
    folder = place / "Stažené soubory"
    subprocess.run(["tar", "--extract", "--file", archive, f"--one-top-level={folder}"], check=True)
    return folder / f"nnreg-gui-{__version__}" / "nnreg-gui"


@pytest.fixture
def user(program: Path, place: Path, request: pytest.FixtureRequest) -> Iterator[User]:
    """Somebody with a display, if the test asks for one; nothing is left of what he does but his documents."""
    display = request.getfixturevalue("real_display") if "real_display" in request.fixturenames else ""
    before = looks_of(program.parent)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        Path(folder).chmod(0o755)
        user = User(program, Path(folder), display)
        yield user
        until(lambda: not user.processes())
        assert user.left_in_temporary_folder() == []
    assert looks_of(program.parent) == before


def looks_of(folder: Path) -> set[tuple[str, int, int]]:
    """Return names, sizes and times of all that is in a folder."""
    found = [(str(path), path.lstat()) for path in folder.rglob("*")]
    return {(path, looks.st_size, looks.st_mtime_ns) for path, looks in found}


def experiment_of(user: User) -> Path:
    path = user.documents / "experiment.json"
    path.write_text(json.dumps(EXPERIMENT), encoding="utf-8")
    return path


# ------------------------------------------------------------------------------------------------------------ contents


def test_it_is_small(archive: Path, program: Path) -> None:
    files = [path for path in program.parent.rglob("*") if not path.is_symlink()]

    assert archive.name == f"nnreg-gui-{__version__}-linux-x86_64.tar.gz"
    assert archive.stat().st_size < 75 * 2**20
    assert sum(path.stat().st_size for path in files if path.is_file()) < 180 * 2**20


def test_every_library_is_inside_or_named_in_the_readme(program: Path) -> None:
    inside = program.parent / "_internal"
    libraries = [path for path in inside.rglob("*.so*") if not path.is_symlink()]
    named = set(re.findall(r"lib[\w+-]+", (PROJECT / "README.md").read_text(encoding="utf-8").partition("## Start")[0]))
    for library in [program, *libraries]:
        command = ["objdump", "--private-headers", library]
        headers = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        needed = set(re.findall(r"NEEDED +(\S+)", headers))
        outside = {name.partition(".so")[0] for name in needed if not list(inside.rglob(name))}
        assert outside - OF_GLIBC <= named, library
    environment = {**os.environ, "LD_LIBRARY_PATH": str(inside)}
    found = subprocess.run(["ldd", *libraries], env=environment, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"(lib[\w-]+)\S* => not found", found)) <= {"libwayland-client", "libwayland-cursor"}


def test_the_licences_are_told(program: Path) -> None:
    text = (program.parent / "LICENCES.txt").read_text(encoding="utf-8")

    assert all(name in text for name in ("LGPL-3.0", "PySide6_Essentials", "numpy", "pyqtgraph", "segno", "libglib2.0"))
    assert all(
        title in text for title in ("PYTHON SOFTWARE FOUNDATION", "GNU LESSER GENERAL PUBLIC LICENSE", "OpenBLAS")
    )


# ------------------------------------------------------------------------------------------------------------ terminal


def test_the_terminal_s_commands_work(user: User) -> None:
    lesson = written(user.documents, good_lesson())
    data = {"XDG_DATA_HOME": str(user.documents)}

    assert __version__ in user.run("--version").stdout
    trained = user.run("--train", experiment_of(user), "--csv", "curves.csv")
    assert (trained.returncode, trained.stderr) == (0, "")
    assert len((user.documents / "curves.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert user.run("--check-lesson", lesson).returncode == 0
    rehearsed = user.run("--rehearse", lesson, "--language", "cs", **data)
    assert rehearsed.returncode == 0, rehearsed.stderr
    assert "Má jich 3\N{NO-BREAK SPACE}985." in rehearsed.stdout


def test_the_launcher_starts_the_bundle(user: User, program: Path) -> None:
    added = user.run("--add-launcher", XDG_DATA_HOME=str(user.documents / "share"))

    assert added.returncode == 0, added.stderr
    entry = Path(added.stdout.splitlines()[0])
    assert f'Exec="{program}" %f' in entry.read_text(encoding="utf-8")
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", entry], check=True)


def test_without_a_display_it_says_so(user: User) -> None:
    told = user.run()

    assert told.returncode == 1
    assert "found no display" in told.stderr


def test_it_opens_and_closes_offscreen(user: User) -> None:
    with user.started(experiment_of(user), QT_QPA_PLATFORM="offscreen") as program:
        until(user.engines)
        program.send_signal(signal.SIGTERM)
        output, errors = program.communicate(timeout=30)
    assert program.returncode == 0
    assert {output, *errors.splitlines()} == {"", "This plugin does not support propagateSizeHints()"}


# -------------------------------------------------------------------------------------------------------------- window


def session_of(user: User) -> Session:
    """Save the session by its keys, and read the file."""
    return read_session_file(str(user.save("ctrl+shift+s", "runs.nnreg-session")))


def close(user: User, program: "subprocess.Popen[str]") -> None:
    user.press("ctrl+q")
    assert program.communicate(timeout=30) == ("", "")
    assert program.returncode == 0


@needs_display
def test_a_lecture_can_be_given(user: User, real_display: str) -> None:
    with user.started(experiment_of(user)) as program:
        until(user.windows)
        until(user.engines)
        user.press("n")  # one epoch
        assert [len(run.history) for run in session_of(user).runs] == [2]

        user.press("F3", "alt+5", "u")  # keep the pruned network, which is a question what it is worth
        until(lambda: len(session_of(user).runs) == 2)
        assert session_of(user).runs[1].history.pruning is not None

        killed = user.engines()
        for engine in killed:
            os.kill(engine, signal.SIGKILL)
        until(lambda: not set(killed) & set(user.engines()))
        user.press("space")
        until(lambda: [len(run.history) for run in session_of(user).runs][2:] == [2])
        assert len(user.windows()) == 1
        close(user, program)

    with user.started("runs.nnreg-session") as program:
        until(user.windows)
        curves = user.save("ctrl+e", "curves.csv").read_text(encoding="utf-8-sig")
        assert len({line.partition(";")[0] for line in curves.splitlines()}) == 4  # the heading, and three runs
        assert "0,1" in curves  # in Czech
        close(user, program)


@needs_display
def test_a_search_finds_a_lambda(user: User, real_display: str) -> None:
    (user.documents / "search.toml").write_text(SEARCH, encoding="utf-8")
    with user.started("search.toml") as program:
        until(user.windows)
        until(lambda: user.press("Next") or len(user.engines()) > 1)
        assert len(user.windows()) == 1
        until(lambda: user.press("u") or penalty_of(user) != "none")  # use what is found
        close(user, program)


def penalty_of(user: User) -> str:
    """Save the experiment by its keys, and return its penalty."""
    saved = json.loads(user.save("ctrl+s", "found.json").read_text(encoding="utf-8"))
    penalty: str = saved["regularization"]["penalty"]
    return penalty


# ------------------------------------------------------------------------------------------------------------- package


@pytest.fixture(scope="module")
def package(archive: Path) -> Path:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not installed here")
    return build("build_deb.py", archive)


@pytest.fixture(scope="module")
def debians(place: Path) -> Iterator[dict[str, BareDebian]]:
    """Bare systems by their release, begun before the bundle is built: they wait for the network meanwhile."""
    begun = {} if why_no_debian() else {release: BareDebian(release, place / release) for release in RELEASES}
    yield begun
    for debian in begun.values():
        debian.give_up()


@needs_display
@pytest.mark.parametrize("release", RELEASES)
def test_the_package_needs_only_a_bare_debian(
    release: str, debians: dict[str, BareDebian], package: Path, real_display: str
) -> None:
    if reason := why_no_debian():
        pytest.skip(reason)
    debian = debians[release]
    debian.wait()
    shutil.copyfile(package, debian.folder / "tmp/nnreg-gui.deb")
    debian.run("apt-get install -y --no-install-recommends /tmp/nnreg-gui.deb")
    (debian.folder / "tmp/experiment.json").write_text(json.dumps(EXPERIMENT), encoding="utf-8")

    installed = {path.name for path in debian.files()}
    assert installed > {"nnreg-gui.desktop", "nnreg-gui.svg", "nnreg-gui.xml", "application-x-nnreg-session.svg"}
    assert "not found" not in debian.run(
        "find /usr/lib/nnreg-gui -name '*.so*' -type f | LD_LIBRARY_PATH=/usr/lib/nnreg-gui/_internal xargs ldd"
    )
    assert __version__ in debian.run("nnreg --version && nnreg --train /tmp/experiment.json --csv /tmp/curves.csv")
    assert len((debian.folder / "tmp/curves.csv").read_text(encoding="utf-8").splitlines()) == 3
    environment = INSIDE | {"DISPLAY": real_display}
    command = debian.command("exec nnreg-gui /tmp/experiment.json")
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as program:
        search = ["xdotool", "search", "--onlyvisible", "--class", "nnreg-gui"]
        try:
            until(lambda: program.poll() or subprocess.run(search, env=environment, capture_output=True).stdout)
            program.terminate()
            _, errors = program.communicate(timeout=30)
        finally:
            program.kill()
    assert program.returncode == 0, errors

    debian.run("apt-get remove -y nnreg-gui")
    assert debian.files() == set()
