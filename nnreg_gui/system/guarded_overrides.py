"""Keeps a fault in a method that Qt calls from ending the program: reports it, and still gives Qt an answer.

Under Python 3.11, PySide6 dies of an exception raised in C, such as that of `[][3]` or `int("x")`, as soon as it passes
an override on its way to C++. So none may get there, from any override, whenever it is imported.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, wraps
from traceback import clear_frames
from types import FunctionType
from typing import Any

from PySide6.QtCore import QRectF
from shiboken6 import Shiboken

# What C++ calls beside the handlers, whose names end in "Event". Only virtual methods may be guarded, and Python cannot
# tell which are: others, such as PlotDataItem.setData, have callers in Python, which want the exceptions.
_ANSWERING = {
    "QObject": {"event", "eventFilter"},
    "QWidget": {"sizeHint", "minimumSizeHint", "hasHeightForWidth", "heightForWidth", "focusNextPrevChild"},
    "QAbstractButton": {"hitButton"},
    "QAbstractSpinBox": {"fixup", "stepEnabled", "validate"},
    "QAbstractScrollArea": {"viewportEvent"},
    "QTreeWidget": {"dropMimeData"},
    "QAbstractItemDelegate": {"createEditor", "sizeHint"},
    "QAbstractItemModel": {"rowCount", "columnCount", "data", "headerData"},
    "QGraphicsItem": {"boundingRect", "shape", "itemChange", "sceneEvent", "sceneEventFilter"},
    "QGraphicsLayoutItem": {"sizeHint"},
    "QStyle": {"polish", "pixelMetric"},
    "QTranslator": {"isEmpty", "translate"},
}
_ACTING = {
    "QThread": {"run"},
    "QDialog": {"reject"},
    "QAbstractSpinBox": {"stepBy"},
    "QAbstractItemView": {"selectionChanged"},
    "QAbstractItemDelegate": {"paint", "setEditorData", "setModelData"},
    "QGraphicsItem": {"paint"},
    "QOpenGLWidget": {"initializeGL", "paintGL", "resizeGL"},
}
_NEUTRAL = {"boundingRect": QRectF, "rowCount": int, "columnCount": int}  # where Qt has no answer itself


def guard_overrides() -> None:
    """Guard the overrides of all present and future classes; calling it again does nothing."""
    base: Any = Shiboken.Object  # the base of all wrappers of C++ classes
    if "__init_subclass__" in vars(base):
        return

    def guard_new(cls: type, **arguments: Any) -> None:
        super(base, cls).__init_subclass__(**arguments)
        _guard(cls)

    base.__init_subclass__ = classmethod(guard_new)
    _guard_subclasses(base)


def is_guarded(method: object) -> bool:
    """Return whether a method's faults are kept from Qt."""
    return hasattr(method, "_guards")


def _guard_subclasses(cls: type) -> None:
    subclass: type
    for subclass in type.__subclasses__(cls):
        if not _is_qts(subclass):
            _guard(subclass)
        _guard_subclasses(subclass)


def _guard(cls: type) -> None:
    """Guard what a class overrides, itself or through a mixin that is not a Qt class."""
    qts = tuple(one for one in cls.__mro__ if _is_qts(one))
    answers = _answering(qts)
    for owner in cls.__mro__[: cls.__mro__.index(qts[0])]:
        if owner is not cls and issubclass(owner, Shiboken.Object):
            continue  # it was guarded when it was made
        for name, method in tuple(vars(owner).items()):
            is_override = name in answers or (name.endswith("Event") and hasattr(qts[0], name))
            if is_override and type(method) is FunctionType and not is_guarded(method):
                setattr(owner, name, _guarded(owner, name, method, answers.get(name, False)))


def _is_qts(cls: type) -> bool:
    return cls.__module__.startswith(("PySide6.", "Shiboken"))


@cache
def _answering(qts: tuple[type, ...]) -> dict[str, bool]:
    """Return, for each method of the tables that these Qt classes have, whether it answers."""
    acting = {name: False for one in qts for name in _ACTING.get(one.__name__, ())}
    return acting | {name: True for one in qts for name in _ANSWERING.get(one.__name__, ())}


def _guarded(owner: type, name: str, method: Callable[..., Any], answers: bool) -> Callable[..., Any]:
    @wraps(method)
    def guarded(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(self, *args, **kwargs)
        except Exception as error:
            _tell(error)
        return _answer(super(owner, self), name, *args, **kwargs) if answers else None

    guarded._guards = True  # type: ignore[attr-defined]
    return guarded


def _tell(error: Exception) -> None:
    """Make the program report a fault, and release what its frames hold: a painter must end before Qt goes on."""
    with suppress(Exception):
        sys.excepthook(type(error), error, error.__traceback__)
    clear_frames(error.__traceback__)


def _answer(base: Any, name: str, *args: Any, **kwargs: Any) -> Any:
    """Answer as if there were no override."""
    with suppress(Exception):
        return getattr(base, name)(*args, **kwargs)
    return _NEUTRAL[name]() if name in _NEUTRAL else None
