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


@record
class Optimum:
    """The least or greatest of an aim, where each variable stands then, and at what price.

    A price is how much the aim would gain by a larger variable: none but one at its bound has it.
    """

    value: float
    values: Sequence[float]
    prices: Sequence[float]


class LinearModel:
    """Variables between bounds, which rows tie together; solved silently, always the same way."""

    def __init__(self, **options: str | int | bool) -> None:
        self._model = Highs()  # type: ignore[no-untyped-call]  # its stubs leave this one out
        chosen = {"output_flag": False, "threads": 1, "random_seed": 0} | options
        for option, value in chosen.items():
            self._model.setOptionValue(option, value)
        self.endless: float = self._model.inf

    def add_variable(self, low: float, high: float, cost: float = 0.0) -> int:
        """Enter a variable, and return its number."""
        number: int = self._model.getNumCol()
        self._model.addVar(low, high)
        self.weigh(number, cost)
        return number

    def add_row(self, least: float, most: float, terms: Mapping[int, float]) -> None:
        """Enter a weighted sum of variables that lies between two numbers."""
        self._model.addRow(least, most, len(terms), list(terms), list(terms.values()))

    def bound(self, variable: int, low: float, high: float) -> None:
        """Let a variable lie between two numbers."""
        self._model.changeColBounds(variable, low, high)

    def weigh(self, variable: int, cost: float) -> None:
        """Let a variable count so much in the aim."""
        self._model.changeColCost(variable, cost)

    def make_whole(self, *, whole: bool) -> None:
        """Let all variables be whole numbers, or any."""
        kind = HighsVarType.kInteger if whole else HighsVarType.kContinuous
        for variable in range(self._model.getNumCol()):
            self._model.changeColIntegrality(variable, kind)

    def solve(self, *, least: bool) -> Optimum | None:
        """Return where the aim is least, or greatest; None where the solver finds no such place."""
        self._model.changeObjectiveSense(ObjSense.kMinimize if least else ObjSense.kMaximize)
        self._model.run()
        if self._model.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        found = self._model.getSolution()
        value: float = self._model.getInfo().objective_function_value
        return Optimum(value, found.col_value, found.col_dual)


class CountSolver:
    """Counts that rows tie together: some known, the others whole numbers from a least one on.

    Each point is a way that things may be, and says of every count one value that it can take.
    The truth is the first of them; what is found on the way to one count serves the others.
    """

    def __init__(self, truth: Mapping[Key, int], rows: Iterable[Row]) -> None:
        self._column = {key: number for number, key in enumerate(truth)}
        self._bounds = [(float(value), float(value)) for value in truth.values()]
        self._points: list[Sequence[int]] = [tuple(truth.values())]
        self._model = LinearModel()
        for low, high in self._bounds:
            self._model.add_variable(low, high)
        for row in rows:
            terms = {self._column[key]: factor for key, factor in row.factors.items()}
            self._model.add_row(row.least, row.most, terms)

    def learn(self, key: Key, value: int) -> None:
        """Take a count as known."""
        column = self._column[key]
        self._bound(column, value, value)
        self._points = [point for point in self._points if point[column] == value]

    def forget(self, key: Key, least: int) -> None:
        """Take a count as unknown, but for what it is at least."""
        column = self._column[key]
        self._bound(column, least, self._model.endless)
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
        self._optimise(column, found, least=True)

    def _look_up(self, column: int, found: set[int]) -> None:
        low, high = self._bounds[column]
        self._bound(column, low, min(high, max(found) + _FAR))
        self._optimise(column, found, least=False)
        self._bound(column, low, high)

    def _look_between(self, column: int, found: set[int]) -> None:
        """Look for a value between the two that are known: the least and the greatest."""
        low, high = min(found), max(found)
        if high - low > 1:
            before = self._bounds[column]
            self._bound(column, low + 1, high - 1)
            self._optimise(column, found, least=True)
            self._bound(column, *before)

    def _bound(self, column: int, low: float, high: float) -> None:
        self._bounds[column] = (low, high)
        self._model.bound(column, low, high)

    def _optimise(self, column: int, found: set[int], *, least: bool) -> None:
        """Solve over fractions, which mostly gives whole numbers, else over whole numbers alone."""
        self._model.weigh(column, 1.0)
        if not self._solve(column, found, least=least):
            self._model.make_whole(whole=True)
            self._solve(column, found, least=least)
            self._model.make_whole(whole=False)
        self._model.weigh(column, 0.0)

    def _solve(self, column: int, found: set[int], *, least: bool) -> bool:
        """Solve and keep a point of whole numbers; tell whether no other solving is needed."""
        optimum = self._model.solve(least=least)
        if optimum is None:
            return True
        whole = [round(value) for value in optimum.values]
        near = zip(optimum.values, whole, strict=True)
        if any(abs(value - number) > _NEAR for value, number in near):
            return False
        found.add(whole[column])
        self._points[1:] = [*self._points[1:][-_MOST_POINTS:], whole]
        return True
