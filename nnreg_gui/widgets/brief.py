"""What has short texts where there is no room for long ones."""

from typing import Protocol


class _Retranslated(Protocol):
    _brief: bool

    def retranslate(self) -> None: ...


class Brief:
    """To be mixed into a widget, whose `retranslate()` is to ask for `_brief`."""

    _brief = False

    def set_brief(self: _Retranslated, brief: bool) -> None:
        """Leave out words, or long ones, where there is no room for them."""
        if brief != self._brief:
            self._brief = brief
            self.retranslate()
