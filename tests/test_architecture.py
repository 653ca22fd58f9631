"""Which modules may import which: the table of the house, enforced."""

import ast
from functools import cache
from pathlib import Path

import nnreg_gui
from nnreg_gui.pages.table import KEYS

PACKAGE = Path(nnreg_gui.__file__).parent
OURS = "nnreg_gui"

# Folder: what its modules may import besides the standard library and their own folder.
TABLE = {
    "engine": {"numpy"},
    "lessons": {f"{OURS}.engine", f"{OURS}.resource_files", "numpy"},
    "running": {f"{OURS}.engine", f"{OURS}.replies", f"{OURS}.resource_files", "PySide6.QtCore"},
    "widgets": {"PySide6"},
    "panels": {f"{OURS}.engine", f"{OURS}.widgets", f"{OURS}.resource_files", f"{OURS}.problem_text", "PySide6"},
    "plots": {f"{OURS}.engine", f"{OURS}.widgets", "numpy", "pyqtgraph", "PySide6"},
    "lecturing": {
        f"{OURS}.lessons",
        f"{OURS}.engine",
        f"{OURS}.widgets",
        f"{OURS}.plots",
        f"{OURS}.resource_files",
        "numpy",
        "pyqtgraph",
        "PySide6",
        f"{OURS}.replies",
    },
    "help": {"PySide6"},
    "system": {f"{OURS}.engine", f"{OURS}.resource_files", "PySide6"},
    "files": {
        f"{OURS}.engine",
        f"{OURS}.lessons",
        f"{OURS}.widgets",
        f"{OURS}.problem_text",
        f"{OURS}.resource_files",
        "numpy",
        "PySide6",
    },
    "pages": {
        f"{OURS}.engine",
        f"{OURS}.plots",
        f"{OURS}.panels",
        f"{OURS}.widgets",
        f"{OURS}.replies",
        f"{OURS}.problem_text",
        "numpy",
        "pyqtgraph",
        "PySide6",
    },
}
ALSO = {
    "running/cluster.py": {"distributed"},  # an optional extra, imported on request
    "pages/__main__.py": {OURS},  # an entry point, imported by nobody
}
NO_QT = (
    "engine",
    "lessons",
    "running/engine_messages.py",
    "running/engine_process.py",
    "running/engine_service.py",
    "running/executors.py",
    "running/mailboxes.py",
    "running/cluster.py",
    "files/data_sets/class_names.py",
    "files/data_sets/csv_numbers.py",
    "files/data_sets/csv_tables.py",
    "files/data_sets/found.py",
    "files/data_sets/idx_pairs.py",
    "files/data_sets/image_folders.py",
    "files/data_sets/image_rows.py",
    "files/data_sets/labels.py",
    "files/data_sets/looks.py",
    "files/data_sets/npy_header.py",
    "files/data_sets/npz_arrays.py",
    "files/data_sets/opening.py",
    "files/data_sets/pairing.py",
    "files/data_sets/sources.py",
    "files/data_sets/splitting.py",
    "files/experiment_files.py",
    "files/rehearsed_runs.py",
    "files/session_files.py",
    "files/user_files.py",
    "headless.py",
    "lesson_check.py",
    "rehearsing.py",
    "__main__.py",
    "system/file_types.py",
    "system/handing_over.py",
    "system/launcher.py",
    "system/launcher_files.py",
    "system/startup_notice.py",
    "system/progress_bar.py",
    "system/system_check.py",
    "system/display_check.py",
    "system/ending_signals.py",
    "system/terminal.py",
)
QT = ("PySide6", "pyqtgraph")
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


@cache
def looked_at(module: Path) -> tuple[str | None, set[str]]:
    """Return the docstring of a module, and the full names of the modules that it imports, anywhere in it."""
    names: set[str] = set()
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            names.add(node.module or "")
    return ast.get_docstring(tree), names


def imports(module: Path) -> set[str]:
    return looked_at(module)[1]


def is_third_party_or_ours(name: str) -> bool:
    others = {"numpy", "PySide6", "pyqtgraph", "torch", "sklearn", "scipy", "cv2", "dask", "distributed"}
    return name.split(".")[0] in {OURS, *others}


def test_a_room_imports_only_what_the_table_allows() -> None:
    wrong = []
    for module in (one for one in MODULES if one.parts[0] in TABLE):
        room = module.parts[0]
        allowed = TABLE[room] | {f"{OURS}.{room}"} | ALSO.get(module.as_posix(), set())
        wrong += [
            f"{module} imports {name}"
            for name in filter(is_third_party_or_ours, imports(module))
            if not any(name == one or name.startswith(f"{one}.") for one in allowed)
        ]
    assert wrong == []


def test_a_page_imports_nothing_of_another_page() -> None:
    wrong = []
    for module in (one for one in MODULES if one.parts[0] == "pages" and len(one.parts) == 3):
        others = {f"{OURS}.pages.{key}" for key in KEYS if key != module.parts[1]}
        wrong += [f"{module} imports {name}" for name in imports(module) if ".".join(name.split(".")[:3]) in others]
    assert wrong == []


def test_the_engine_and_what_runs_without_a_window_know_no_qt() -> None:
    modules = [one for one in MODULES if one.as_posix() in NO_QT or one.parts[0] in NO_QT]
    assert len(modules) > 50
    wrong = [f"{one} imports {name}" for one in modules for name in imports(one) if name.startswith(QT)]
    assert wrong == []


def test_nobody_but_main_and_the_app_imports_the_window() -> None:
    # The commands in the window's own room know it as a type.
    others = [module for module in MODULES if module.parts[0] != "window"]
    users = {m.as_posix() for m in others if imports(m) & {f"{OURS}.window.main_window", f"{OURS}.app"}}

    assert users == {"__main__.py", "app.py"}


def test_every_module_begins_with_a_sentence() -> None:
    for module in MODULES:
        text, _ = looked_at(module)
        assert text, f"{module} does not say what it is"
        assert text.splitlines()[0].endswith("."), f"{module} begins with no sentence"
