"""What a council could publish in the place of what a public edition hides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from auditreport.analysis.disclosure.bands import AGE_BAND, Group, join_neighbours, name_bands
from auditreport.analysis.disclosure.count_names import name_count
from auditreport.analysis.disclosure.distribution_tables import LESS
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.analysis.figures import ScaleNames
from auditreport.reading.dataset import NOT_RECORDED
from auditreport.records import record

_YEAR = "year"
_FEWEST_GROUPS = 2  # one group is the total, which is published already
_AS_IT_IS = "It is so in this edition."
_INSTEAD_OF_ALL = (
    "In a publication of its own, in the place of this one: beside it, it may tell what is hidden."
)


@record
class Alternative:
    """What could be published in the place of a table, and how."""

    table: str
    instead: str
    how: str


def find_alternatives(
    ledger: Ledger, hidden: Set[Key], scale: ScaleNames, hide_up_to: int
) -> Iterator[Alternative]:
    """Yield what would show more of the tables with hidden counts, without a small one."""
    for path, counts in _find_columns(ledger, hidden).items():
        yield from _join(path, counts, scale, hide_up_to)
    yield from _keep_to_the_year(ledger, hidden, scale)
    yield from _split_in_two(ledger, hidden, scale, hide_up_to)


def join_smallest(counts: Mapping[str, int], hide_up_to: int) -> list[Group]:
    """Return values with the smallest joined, as few as make their sum a large one."""
    joined: tuple[str, ...] = ()
    total = 0
    for value in sorted((value for value in counts if counts[value]), key=lambda v: counts[v]):
        if counts[value] > hide_up_to and (not joined or total > hide_up_to):
            break
        joined, total = (*joined, value), total + counts[value]
    kept: list[Group] = [
        ((value,), count) for value, count in counts.items() if value not in joined
    ]
    return [*kept, (joined, total)] if joined else kept


def _find_columns(ledger: Ledger, hidden: Set[Key]) -> dict[Key, dict[str, int]]:
    """Return the values of each column of the year, or of a thematic audit, with a hidden one."""
    columns: dict[Key, dict[str, int]] = {}
    for key in ledger.printed:
        if key[:-2] in (("periods", _YEAR, "profile"), ("thematic", key[1], "by")):
            columns.setdefault(key[:-1], {})[key[-1]] = ledger.values[key]
    return {
        path: counts
        for path, counts in columns.items()
        if any((*path, value) in hidden for value in counts)
    }


def _join(
    path: Key, counts: Mapping[str, int], scale: ScaleNames, hide_up_to: int
) -> Iterator[Alternative]:
    known = {value: count for value, count in counts.items() if value != NOT_RECORDED}
    is_age = path[-1] == AGE_BAND
    groups = (join_neighbours if is_age else join_smallest)(known, hide_up_to)
    groups += [((value,), counts[value]) for value in counts if value not in known]
    whole = sum(1 for _, count in groups if count > hide_up_to)
    if whole < _FEWEST_GROUPS or any(0 < count <= hide_up_to for _, count in groups):
        return
    written = "; ".join(f"{_name_group(g, is_age=is_age)} ({n})" for g, n in groups if n)
    how = (
        "Write these age bands, which hold for all tables, on the sheet Lists"
        if is_age
        else "Give those that are joined one name on the sheet Aliases, or in their column"
    )
    table = name_count((*path, next(iter(counts))), scale).table
    yield Alternative(table, written, f"{how}, and build anew.")


def _name_group(values: tuple[str, ...], *, is_age: bool) -> str:
    if len(values) == 1:
        return values[0]
    return name_bands(values) if is_age else " with ".join(values)


def _keep_to_the_year(ledger: Ledger, hidden: Set[Key], scale: ScaleNames) -> Iterator[Alternative]:
    """Yield the tables of which every quarter's is hidden whole, and the year's is not."""
    tables: dict[str, dict[str, list[bool]]] = {}
    for key in ledger.printed:
        if key[0] == "periods" and key not in ledger.fixed:
            table = name_count(key, scale).table.rpartition(", ")[0]
            tables.setdefault(table, {}).setdefault(key[1], []).append(key not in hidden)
    for table, shown in tables.items():
        year = shown.pop(_YEAR, [])
        if shown and any(year) and not any(any(cells) for cells in shown.values()):
            instead = (
                f"The table of the year alone: {sum(year)} of its {len(year)} counts are shown"
            )
            yield Alternative(f"{table}, by quarter", instead, _AS_IT_IS)


def _split_in_two(
    ledger: Ledger, hidden: Set[Key], scale: ScaleNames, hide_up_to: int
) -> Iterator[Alternative]:
    """Yield the judgements of which the two sides, good and less, are shown or large enough."""
    for path in dict.fromkeys(_list_distributions(hidden)):
        good, less = (ledger.values.get((*path, step)) for step in ("count", LESS))
        if good is not None and less is not None and min(good, less) > hide_up_to:
            name = name_count((*path, "count"), scale)
            instead = f"{name.what} ({good}) and less than that ({less}), not each judgement"
            is_hidden = (*path, "count") in hidden
            yield Alternative(
                f"{name.table}: {name.row}", instead, _INSTEAD_OF_ALL if is_hidden else _AS_IT_IS
            )


def _list_distributions(hidden: Iterable[Key]) -> Iterator[Key]:
    """Yield where Good or better stands, of each distribution with a hidden judgement."""
    for key in hidden:
        if len(key) > 2 and key[-2] == "counts" and key[0] != "feedback":
            yield (*key[:-2], "good_or_better")
