"""A mixin for widgets with short texts for where long ones do not fit."""

from typing import Protocol


class _Retranslated(Protocol):
    _brief: bool

    def retranslate(self) -> None: ...


class Brief:
    """Mixed into a widget whose `retranslate()` reads `_brief`."""

    _brief = False

    def set_brief(self: _Retranslated, brief: bool) -> None:
        """Leave out words, or long ones, where there is no room for them."""
        if brief != self._brief:
            self._brief = brief
            self.retranslate()
