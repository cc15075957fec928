"""Frozen dataclasses with slots, made at a quarter of what the standard library takes.

It compiles six functions for each, and a short run imports more than a hundred. Here one is
compiled, that which takes the fields; the others are shared by all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

_T = TypeVar("_T")


@overload
def record(made: type[_T], /) -> type[_T]: ...


@overload
def record(*, kw_only: bool) -> Callable[[type[_T]], type[_T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(made: Any = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a dataclass whose objects never change, compare by value and have slots."""
    return _make(made, kw_only) if made else lambda later: _make(later, kw_only)


def _make(made: type[Any], kw_only: bool) -> type[Any]:
    kind = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(made)
    found = fields(kind)
    names = tuple(each.name for each in found)
    kind._values = staticmethod(attrgetter(*names) if names else lambda _: ())
    for name, shared in _SHARED.items():
        if name not in vars(kind):
            setattr(kind, name, shared)
    kind.__init__ = _build_init(kind, found)
    return kind


def _build_init(kind: type[Any], found: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Compile the function that takes the fields; those with `kw_only` by their names alone.

    It fills each slot by the slot's own function, which need not look for it by its name.
    """
    known: dict[str, Any] = {"_MISSING": MISSING}
    known |= {f"_put_{each.name}": getattr(kind, each.name).__set__ for each in found}
    takes = [_take(each, known) for each in found if not each.kw_only]
    named = [_take(each, known) for each in found if each.kw_only]
    takes += ["*", *named] if named else []
    lines = "".join(f"\n _put_{each.name}(self, {_given(each)})" for each in found) or " pass"
    exec(f"def __init__({', '.join(['self', *takes])}):{lines}", known)
    return known["__init__"]  # type: ignore[no-any-return]


def _take(found: Field[Any], known: dict[str, Any]) -> str:
    """Return a field as a parameter; what it is without being given becomes known."""
    if found.default_factory is not MISSING:
        known[f"_{found.name}"] = found.default_factory
        return f"{found.name}=_MISSING"
    if found.default is not MISSING:
        known[f"_{found.name}"] = found.default
        return f"{found.name}=_{found.name}"
    return found.name


def _given(found: Field[Any]) -> str:
    if found.default_factory is MISSING:
        return found.name
    return f"_{found.name}() if {found.name} is _MISSING else {found.name}"


def _refuse(self: Any, name: str, _value: object = None) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} never changes")


def _equals(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self._values(self) == self._values(other)


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _represent(self: Any) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return _restore, (type(self), {each.name: getattr(self, each.name) for each in fields(self)})


def _restore(kind: type[Any], values: dict[str, Any]) -> Any:
    """Return a record that was copied or pickled."""
    restored = object.__new__(kind)
    for name, value in values.items():
        object.__setattr__(restored, name, value)
    return restored


_SHARED: dict[str, Callable[..., Any]] = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _represent,
    "__reduce__": _reduce,
}
