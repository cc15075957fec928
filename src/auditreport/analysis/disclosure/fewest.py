"""How few counts any choice could hide: a bound that holds for all choices.

Hiding is relaxed: a count may be hidden in part, and can then be other than it is in that part.
Each small count must be able to span three values, thus two apart; where it cannot, the dual
prices of how far the counts can move give a cut that every choice must satisfy (Fischetti and
Salazar 2001, Solving the cell suppression problem on tabular data with linear constraints).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from math import ceil

from auditreport.analysis.disclosure.attack import FEWEST_VALUES, list_rows
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.analysis.disclosure.solver import LinearModel, Optimum
from auditreport.analysis.disclosure.suppression import HIDDEN_BEFORE, Suppression
from auditreport.records import record

_FAR = 1000.0  # how far a hidden count may move up: more than any small one could need
_SPAN = FEWEST_VALUES - 1.0
_NEAR = 1e-6
_MOST_ROUNDS = 60
_MOST_WORK = 2_000_000  # small counts times counts, over all rounds: a few seconds

Terms = Mapping[int, float]
"""What of a choice adds up, by the number of each variable."""


@record
class _Reach:
    """How far a count can move in one direction, at most: `terms` of the choice and a constant."""

    terms: Terms
    constant: float = 0.0

    def at(self, choice: Optimum) -> float:
        """Return how far it is for a choice."""
        found = choice.values
        return self.constant + sum(found[v] * factor for v, factor in self.terms.items())


def count_fewest(
    ledger: Ledger, suppression: Suppression, hide_up_to: int, name: Callable[[Key], Hashable]
) -> int:
    """Return a number of counts below which no choice keeps the small ones that can be kept.

    Every choice hides these, and what was hidden before. Counts of one `name` are hidden together
    and counted as one.
    """
    before = {key for key, why in suppression.hidden.items() if why is HIDDEN_BEFORE}
    fewest = 0
    for part in ledger.part():
        small = [key for key in part.protected if 1 <= part.values[key] <= hide_up_to]
        if small or not before.isdisjoint(part.printed):
            choice = _Choice(part, before.union(small), name)
            fewest += choice.narrow([key for key in small if key not in suppression.told])
    return fewest


class _Choice:
    """Which counts of a part are hidden, each wholly or in part, with the cuts known so far."""

    def __init__(self, part: Ledger, hidden: Set[Key], name: Callable[[Key], Hashable]) -> None:
        self._model = LinearModel()
        self._variables: dict[Hashable, int] = {}
        self._variable_of: dict[Key, int] = {}
        self._part = part
        for key in part.printed:
            if key not in part.fixed:
                self._enter(key, name(key), is_hidden=key in hidden)
        self._zeros = dict(self._list_zeros())

    def narrow(self, small: Sequence[Key]) -> int:
        """Return the bound for those counts that must stay unknown."""
        moves, narrow, fewest = _Moves(self._part), list(small), 0.0
        rounds = min(_MOST_ROUNDS, _MOST_WORK // max(1, len(small) * len(self._part.values)))
        best = self._model.solve(least=True)
        while best is not None:
            fewest, rounds = best.value, rounds - 1
            moves.allow([self._reach(key, best) for key in self._part.values], best)
            cuts = (moves.find_cuts(narrow) or moves.find_cuts(small)) if rounds >= 0 else {}
            if not cuts:
                break
            for cut in cuts.values():
                self._model.add_row(1.0, self._model.endless, cut)
            narrow, best = list(cuts), self._model.solve(least=True)
        return ceil(fewest - _NEAR)

    def _enter(self, key: Key, name: Hashable, *, is_hidden: bool) -> None:
        if name not in self._variables:
            self._variables[name] = self._model.add_variable(0.0, 1.0, cost=1.0)
        self._variable_of[key] = self._variables[name]
        if is_hidden:
            self._model.bound(self._variables[name], 1.0, 1.0)

    def _list_zeros(self) -> Iterator[tuple[str, int]]:
        """Yield each table that could hide a zero, with a variable that says whether it does."""
        tables: dict[str, dict[int, float]] = defaultdict(dict)
        for key, variable in self._variable_of.items():
            if self._part.values[key] == 0:
                tables[self._part.printed[key]][variable] = 1.0
        for table, zeros in tables.items():
            hides = self._model.add_variable(0.0, 1.0)
            self._model.add_row(0.0, self._model.endless, zeros | {hides: -1.0})
            yield table, hides

    def _reach(self, key: Key, choice: Optimum) -> tuple[_Reach, _Reach]:
        """Return how far a count can move down and up: a hidden one to 1, beside zeros to 0."""
        value, variable = float(self._part.values[key]), self._variable_of.get(key)
        if key in self._part.fixed:
            return _Reach({}), _Reach({})
        if variable is None:
            return _Reach({}, value), _Reach({}, _FAR)
        up = _Reach({variable: _FAR})
        if value == 0:
            return _Reach({}), up
        to_one = {variable: value - 1}
        if key in self._part.never_zero:
            return _Reach(to_one), up
        hides = self._zeros.get(self._part.printed[key])
        to_zero = to_one if hides is None else to_one | {hides: 1.0}
        downs = (_Reach({variable: value}), _Reach(to_zero))
        return min(downs, key=lambda reach: reach.at(choice)), up


class _Moves:
    """How far counts can move together, so that all sums still hold."""

    def __init__(self, part: Ledger) -> None:
        self._column = {key: number for number, key in enumerate(part.values)}
        # One aim after another among the same sums: the primal method goes on from the last one.
        self._model = LinearModel(presolve="off", simplex_strategy=4)
        self._reaches: Sequence[tuple[_Reach, _Reach]] = ()
        for _ in self._column:
            self._model.add_variable(0.0, 0.0)
        for row in list_rows(part.sums):
            terms = {self._column[key]: factor for key, factor in row.factors.items()}
            self._model.add_row(0.0, 0.0, terms)

    def allow(self, reaches: Sequence[tuple[_Reach, _Reach]], choice: Optimum) -> None:
        """Let each count move as far down and up as a choice allows."""
        self._reaches = reaches
        for column, (down, up) in enumerate(reaches):
            self._model.bound(column, -down.at(choice), up.at(choice))

    def find_cuts(self, keys: Iterable[Key]) -> dict[Key, Terms]:
        """Return the counts that do not span enough, with terms of which a choice must make 1."""
        return {key: cut for key in keys if (cut := self._find_cut(key))}

    def _find_cut(self, key: Key) -> Terms | None:
        span, need, cut = 0.0, _SPAN, defaultdict[int, float](float)
        for least in (True, False):
            end = self._move(self._column[key], least=least)
            if end is None:
                return None
            span += abs(end.value)
            for reach, price in self._list_prices(end, least=least):
                need -= price * reach.constant
                for variable, factor in reach.terms.items():
                    cut[variable] += price * factor
        if span > _SPAN - _NEAR or need < _NEAR:
            return None
        return {variable: min(factor / need, 1.0) for variable, factor in cut.items() if factor}

    def _move(self, column: int, *, least: bool) -> Optimum | None:
        """Move a count as far down or up as it can go."""
        self._model.weigh(column, 1.0)
        end = self._model.solve(least=least)
        self._model.weigh(column, 0.0)
        return end

    def _list_prices(self, end: Optimum, *, least: bool) -> Iterator[tuple[_Reach, float]]:
        """Yield each reach that holds the count back, with what more of it would be worth."""
        for (down, up), price in zip(self._reaches, end.prices, strict=True):
            if abs(price) > _NEAR:
                yield (up if (price < 0) == least else down), abs(price)
