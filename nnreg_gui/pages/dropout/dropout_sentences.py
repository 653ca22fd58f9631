"""Numbers of the page about dropout, as they are read."""

from nnreg_gui.widgets.texts import whole_text

_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGEST_WRITTEN_OUT = 2**40


def count_text(networks: int) -> str:
    """Return a power of two: “1,073,741,824”, where that is too long “2¹⁰⁰”."""
    if networks <= _LARGEST_WRITTEN_OUT:
        return whole_text(networks)
    return "2" + str(networks.bit_length() - 1).translate(_DIGITS)
