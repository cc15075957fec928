"""Every count that disclosure control is about, with the sums that tie the counts together.

A count is known by its path in figures.json. Some counts are printed nowhere and follow from two
that are, such as the audits of a team that were less than Good: they stand here too, because they
are what somebody would work out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from auditreport.analysis.figures_json import Plain
from auditreport.records import record

Key = tuple[str, ...]
OTHER_QUARTERS = "[in other quarters]"


@record
class Sum:
    """A total and the counts that add up to it."""

    total: Key
    parts: tuple[Key, ...]


@dataclass(slots=True)
class Ledger:
    """Counts with the sums that they stand in.

    `values` are the true counts. `printed` maps each count that figures.json holds to the table it
    stands in; `fixed` are those that are always shown, or follow from such; `withheld` are never
    shown, and stand in no sum; `never_zero` stand in their table only where they are counted.
    `protected` maps the counts of children, printed or not, to their table. `unprotected` are paths
    below which all is published as it is; `*` is any step.
    """

    figures: Mapping[str, Plain]
    values: dict[Key, int] = field(default_factory=dict)
    printed: dict[Key, str] = field(default_factory=dict)
    fixed: set[Key] = field(default_factory=set)
    withheld: set[Key] = field(default_factory=set)
    never_zero: set[Key] = field(default_factory=set)
    protected: dict[Key, str] = field(default_factory=dict)
    unprotected: set[Key] = field(default_factory=set)
    sums: list[Sum] = field(default_factory=list)

    def print_count(self, key: Key, table: str, *, protect: bool) -> Key:
        """Enter a count that figures.json holds, if it does, and return its key."""
        value = find(self.figures, key)
        if isinstance(value, int):
            self.values[key] = value
            self.printed[key] = table
            if protect:
                self.protected[key] = table
        return key

    def fix_count(self, key: Key, table: str) -> Key:
        """Enter a count that is always shown, and return its key."""
        self.fixed.add(self.print_count(key, table, protect=False))
        return key

    def count_only_if_found(self, keys: Iterable[Key]) -> None:
        """Take counts as 1 at least, hidden or not, since a table without them has no such line."""
        self.never_zero.update(key for key in keys if self.values.get(key))

    def imply_count(self, key: Key, value: int, table: str, *, protect: bool) -> Key:
        """Enter a count that is printed nowhere, and return its key."""
        self.values[key] = value
        if protect:
            self.protected[key] = table
        return key

    def shown(self, hidden: Set[Key]) -> dict[Key, int]:
        """Return the counts that are known where some are hidden."""
        known = (key for key in (*self.printed, *self.fixed) if key not in hidden)
        return {key: self.values[key] for key in known if key in self.values}

    def add_sum(self, total: Key, parts: Iterable[Key]) -> None:
        """Enter a sum, where it holds: what does not add up tells nobody anything."""
        known = tuple(part for part in parts if part in self.values)
        if not known or total not in self.values:
            return
        if self.values[total] == sum(self.values[part] for part in known):
            self.sums.append(Sum(total, known))

    def add_year(self, year: Key, quarters: Iterable[Key]) -> None:
        """Enter a count of the year as that of its quarters, and of those that do not show it.

        A quarter that is not over yet does not, nor does one whose table is left out.
        """
        parts = [quarter for quarter in quarters if quarter in self.values]
        if not parts:
            return
        rest = self.values.get(year, 0) - sum(self.values[part] for part in parts)
        if rest > 0:
            table = self.protected.get(year, "")
            parts.append(
                self.imply_count((*year, OTHER_QUARTERS), rest, table, protect=bool(table))
            )
        self.add_sum(year, parts)

    def part(self) -> Iterator[Ledger]:
        """Yield the parts of the ledger that no sum of hideable counts ties together."""
        groups = _group(
            [key for key in (tie.total, *tie.parts) if key not in self.fixed] for tie in self.sums
        )
        alone = [{key} for key in self.values if key not in self.fixed]
        taken = {key for group in groups for key in group}
        for group in (*groups, *(single for single in alone if not single & taken)):
            yield self._keep(group)

    def _keep(self, group: set[Key]) -> Ledger:
        """Return the part of the ledger that is about some counts."""
        sums = [tie for tie in self.sums if group.intersection((tie.total, *tie.parts))]
        keys = group.union(key for tie in sums for key in (tie.total, *tie.parts))
        return Ledger(
            self.figures,
            {key: value for key, value in self.values.items() if key in keys},
            {key: table for key, table in self.printed.items() if key in keys},
            self.fixed & keys,
            self.withheld & keys,
            self.never_zero & keys,
            {key: table for key, table in self.protected.items() if key in group},
            self.unprotected,
            sums,
        )


def _group(rows: Iterable[Sequence[Key]]) -> list[set[Key]]:
    """Return the counts of rows, together where any row ties them."""
    found: dict[Key, set[Key]] = {}
    for row in rows:
        groups = {id(found[key]): found[key] for key in row if key in found}
        merged = max(groups.values(), key=len, default=set())
        for group in groups.values():
            merged |= group
        merged |= set(row)
        for key in merged if len(groups) > 1 else row:
            found[key] = merged
    return list({id(group): group for group in found.values()}.values())


def find(figures: Plain | Mapping[str, Plain], key: Key) -> Plain:
    """Return what stands at a path of figures.json; None where nothing does.

    What stands in a list is known by its place, counted from 0.
    """
    node = figures
    for step in key:
        if isinstance(node, Mapping) and step in node:
            node = node[step]
        elif isinstance(node, list) and step.isdecimal() and int(step) < len(node):
            node = node[int(step)]
        else:
            return None
    return node  # type: ignore[return-value]  # a mapping at the root is never a leaf


def names(figures: Mapping[str, Plain], *key: str) -> tuple[str, ...]:
    """Return the keys at a path of figures.json; none where no object stands there."""
    node = find(figures, key)
    return tuple(node) if isinstance(node, Mapping) else ()
