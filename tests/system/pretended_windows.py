"""What of Windows the launcher uses, on Linux."""

import ctypes
import sys
from types import SimpleNamespace

import pytest


class Registry:
    """What `winreg` does to the keys of the user, as its documentation says."""

    HKEY_CURRENT_USER, REG_SZ = object(), 1

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self.told = 0  # how often the Explorer was told of changes

    def SetValue(self, user: object, key: str, kind: int, value: str) -> None:
        assert (user, kind) == (self.HKEY_CURRENT_USER, self.REG_SZ)
        parts = key.split("\\")
        for above in range(1, len(parts)):  # made with it
            self.keys.setdefault("\\".join(parts[:above]), "")
        self.keys[key] = value

    def QueryValue(self, user: object, key: str) -> str:
        if key not in self.keys:
            raise FileNotFoundError(key)
        return self.keys[key]

    def DeleteKey(self, user: object, key: str) -> None:
        self.QueryValue(user, key)
        if any(other.startswith(f"{key}\\") for other in self.keys):
            raise PermissionError(key)
        del self.keys[key]


def pretend_windows(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """Let the program believe that it runs on Windows; return the user's registry."""
    registry = Registry()

    def tell(*arguments: object) -> None:
        registry.told += 1

    windll = SimpleNamespace(shell32=SimpleNamespace(SHChangeNotify=tell))
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    return registry
