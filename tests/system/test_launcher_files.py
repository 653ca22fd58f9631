"""What launchers and file types share: the desktop's helpers run as if the user had started them."""

import sys

import pytest

from nnreg_gui.system.launcher_files import run


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize("of_the_user", ["", "/opt/own"])
def test_helpers_do_not_load_a_bundle_s_libraries(monkeypatch: pytest.MonkeyPatch, of_the_user: str) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/nnreg-gui/_internal")
    if of_the_user:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", of_the_user)

    assert run("sh", "-c", 'printf "%s" "$LD_LIBRARY_PATH"').stdout == of_the_user
