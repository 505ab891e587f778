"""Frozen dataclasses that cost little: to define, which each start of the program pays, and to make, for each article.

``dataclass(frozen=True)`` writes and compiles six methods for every class. With some forty classes on the way to the
first answer of a search that was a seventh of its time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform  # a part of typing from Python 3.11 on
else:

    def dataclass_transform(**_):
        return lambda decorator: decorator


_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_Class]) -> type[_Class]:
    """Make a class what ``dataclass(frozen=True, slots=True)`` makes of it; only ``__init__`` is written for it.

    The other methods are the same functions for all classes. Not for subclasses of dataclasses, ``field(init=False)``,
    ``InitVar``, ``__post_init__`` or properties that are cached in the object.
    """
    for name, method in _METHODS.items():
        if name not in vars(cls):
            setattr(cls, name, method)
    if "__eq__" not in vars(cls):
        cls.__eq__, cls.__hash__ = _equal, _hash  # type: ignore[method-assign]
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    compared = [each.name for each in fields(made) if each.compare]  # type: ignore[arg-type]
    made._compared = attrgetter(*compared) if compared else _nothing  # type: ignore[attr-defined]
    _give_init(made)
    return made


def _give_init(cls: type[Any]) -> None:
    """Give a frozen dataclass with slots an ``__init__`` of the same signature that fills the slots directly.

    The one that ``dataclass`` writes calls ``object.__setattr__``, which has to look up each field by its name.
    """
    scope: dict[str, Any] = {"_missing": MISSING}
    parameters, lines, annotations = ["self"], [], {}
    for each in fields(cls):
        name = each.name
        annotations[name] = each.type
        scope[f"_set_{name}"] = getattr(cls, name).__set__
        value = name
        if each.default is not MISSING:
            scope[f"_default_{name}"] = each.default
            parameters.append(f"{name}=_default_{name}")
        elif each.default_factory is not MISSING:
            scope[f"_make_{name}"] = each.default_factory
            parameters.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        else:
            parameters.append(name)
        lines.append(f"    _set_{name}(self, {value})")
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines), scope)
    made = scope["__init__"]
    made.__annotations__, made.__qualname__ = {**annotations, "return": None}, f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    type.__setattr__(cls, "__init__", made)


def _nothing(_: object) -> tuple[()]:
    return ()


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    compared = self.__class__._compared
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    return hash(self.__class__._compared(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    """Pickle and copy by calling the class, as the slots cannot be set otherwise."""
    return self.__class__, tuple(getattr(self, name) for name in self.__match_args__)


_METHODS: dict[str, Callable[..., Any]] = {
    "__repr__": _repr,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__reduce__": _reduce,
}
