"""What whole numbers a hidden count can be, given sums: the only user of HiGHS.

HiGHS: Huangfu and Hall 2018, Parallelizing the dual revised simplex method.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from highspy import Highs, HighsModelStatus, HighsVarType, ObjSense

from auditreport.analysis.disclosure.ledger import Key
from auditreport.records import record

_NEAR = 1e-6
_FAR = 100  # above all that is known of a count: it is looked at no further
_MOST_POINTS = 300


@record
class Row:
    """A linear sum of counts that lies between two numbers."""

    factors: Mapping[Key, float]
    least: float
    most: float


class CountSolver:
    """Counts that rows tie together: some known, the others whole numbers from a least one on.

    Each point is a way that things may be, and says of every count one value that it can take.
    The truth is the first of them; what is found on the way to one count serves the others.
    """

    def __init__(self, truth: Mapping[Key, int], rows: Iterable[Row]) -> None:
        self._column = {key: number for number, key in enumerate(truth)}
        self._bounds = [(float(value), float(value)) for value in truth.values()]
        self._points: list[Sequence[int]] = [tuple(truth.values())]
        self._model = Highs()  # type: ignore[no-untyped-call]  # its stubs leave this one out
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
            self._model.setOptionValue(option, value)
        for low, high in self._bounds:
            self._model.addVar(low, high)
        for row in rows:
            places = [self._column[key] for key in row.factors]
            factors = list(row.factors.values())
            self._model.addRow(row.least, row.most, len(places), places, factors)

    def learn(self, key: Key, value: int) -> None:
        """Take a count as known."""
        column = self._column[key]
        self._bound(column, value, value)
        self._points = [point for point in self._points if point[column] == value]

    def forget(self, key: Key, least: int) -> None:
        """Take a count as unknown, but for what it is at least."""
        column = self._column[key]
        self._bound(column, least, self._model.inf)
        self._points = [point for point in self._points if point[column] >= least]

    def find_values(self, key: Key, enough: int) -> tuple[int, ...]:
        """Return values that a count can take, in order: all, or `enough` of them and not more."""
        column = self._column[key]
        found = {point[column] for point in self._points}
        for look in (self._look_down, self._look_up, self._look_between):
            if len(found) < enough:
                look(column, found)
        return tuple(sorted(found))[:enough]

    def _look_down(self, column: int, found: set[int]) -> None:
        self._optimise(column, ObjSense.kMinimize, found)

    def _look_up(self, column: int, found: set[int]) -> None:
        low, high = self._bounds[column]
        self._bound(column, low, min(high, max(found) + _FAR))
        self._optimise(column, ObjSense.kMaximize, found)
        self._bound(column, low, high)

    def _look_between(self, column: int, found: set[int]) -> None:
        """Look for a value between the two that are known: the least and the greatest."""
        low, high = min(found), max(found)
        if high - low > 1:
            before = self._bounds[column]
            self._bound(column, low + 1, high - 1)
            self._optimise(column, ObjSense.kMinimize, found)
            self._bound(column, *before)

    def _bound(self, column: int, low: float, high: float) -> None:
        self._bounds[column] = (low, high)
        self._model.changeColBounds(column, low, high)

    def _optimise(self, column: int, sense: ObjSense, found: set[int]) -> None:
        """Solve over fractions, which mostly gives whole numbers, else over whole numbers alone."""
        self._model.changeObjectiveSense(sense)
        self._model.changeColCost(column, 1.0)
        if not self._solve(column, found):
            self._set_kind(HighsVarType.kInteger)
            self._solve(column, found)
            self._set_kind(HighsVarType.kContinuous)
        self._model.changeColCost(column, 0.0)

    def _solve(self, column: int, found: set[int]) -> bool:
        """Solve and keep a point of whole numbers; tell whether no other solving is needed."""
        self._model.run()
        if self._model.getModelStatus() != HighsModelStatus.kOptimal:
            return True
        values = self._model.getSolution().col_value
        whole = [round(value) for value in values]
        if any(abs(value - near) > _NEAR for value, near in zip(values, whole, strict=True)):
            return False
        found.add(whole[column])
        self._points[1:] = [*self._points[1:][-_MOST_POINTS:], whole]
        return True

    def _set_kind(self, kind: HighsVarType) -> None:
        for column in self._column.values():
            self._model.changeColIntegrality(column, kind)
