"""A count that a public edition does not show: it prints as `[c]`, and nothing is made of it."""

from __future__ import annotations

from typing import Any, Final, NoReturn

SYMBOL: Final = "[c]"


class HiddenCountError(TypeError):
    """Something was about to be worked out from a count that is hidden."""


class HiddenCount(int):
    """Stands where a count stood, so that whatever prints figures need not know of it.

    It holds no number. To add, compare or draw it raises HiddenCountError: a report that would
    have done so is not made, rather than made with a number that is not there.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return SYMBOL

    def __repr__(self) -> str:
        return SYMBOL

    def __format__(self, _specification: str) -> str:
        return SYMBOL

    def __bool__(self) -> bool:
        return True  # there is something to print

    def __hash__(self) -> int:
        return hash(SYMBOL)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def _refuse(self, *_others: Any) -> NoReturn:
        raise HiddenCountError("a hidden count stands for no number")

    __int__ = __float__ = __index__ = __round__ = __trunc__ = __floor__ = __ceil__ = _refuse
    __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refuse
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _refuse
    __mod__ = __rmod__ = __divmod__ = __rdivmod__ = __pow__ = __rpow__ = _refuse
    __neg__ = __pos__ = __abs__ = __invert__ = _refuse


HIDDEN: Final = HiddenCount()


def is_hidden(count: object) -> bool:
    """Tell whether a count is one that is not shown."""
    return isinstance(count, HiddenCount)
