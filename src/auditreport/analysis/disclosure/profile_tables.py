"""Profiles of the audited cases, and the judgements broken down by them, as counts with sums."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.disclosure.distribution_tables import (
    ALL,
    LESS,
    add_distribution,
    add_less,
    add_quarters,
    add_up,
)
from auditreport.analysis.disclosure.ledger import Key, Ledger, names

PROTECTED_COLUMNS = frozenset(
    {"Age band", "Gender", "Ethnicity", "Case type", "Team", "Completed by"}
)
_UNJUDGED = "[not judged]"


def add_profiles(
    ledger: Ledger, periods: tuple[str, ...], *, protect_judgements: bool = False
) -> None:
    """Enter the profiles of all periods; `periods` are the quarters and, last, the year.

    Where judgements are protected, none is broken down, and the cases of each service are
    protected too: how few they are would tell how few can have been judged so.
    """
    *quarters, year = periods
    columns = names(ledger.figures, "periods", year, "profile")
    for column in columns:
        for period in periods:
            protect = column in PROTECTED_COLUMNS or protect_judgements
            _add_profile(ledger, period, column, protect=protect)
            if protect_judgements:
                _withhold_groups(ledger, period, column)
            else:
                _add_groups(ledger, period, column)
        _add_unlisted(ledger, periods, column)
        for value in names(ledger.figures, "periods", year, "profile", column):
            for path in _value_paths(column, value):
                total, parts = _at(year, path), [_at(quarter, path) for quarter in quarters]
                ledger.add_year(total, parts)
    for period in periods:
        if not protect_judgements:
            _add_services(ledger, period)
        _add_namesakes(ledger, period, columns)
    for service in names(ledger.figures, "periods", year, "by_service"):
        path = ("by_service", service)
        add_quarters(ledger, _at(year, path), [_at(quarter, path) for quarter in quarters])


def _at(period: str, path: Key) -> Key:
    return ("periods", period, *path)


def good_path(column: str, value: str) -> Key:
    """Return where Good or better of a group stands below its period."""
    if column == "Age band":
        return ("good_by_age_band", value)
    return ("good_by", column, value)


def _value_paths(column: str, value: str) -> Iterator[Key]:
    yield ("profile", column, value)
    yield from ((*good_path(column, value), step) for step in ("count", "base"))


def _add_unlisted(ledger: Ledger, periods: tuple[str, ...], column: str) -> None:
    """Enter which values are of no list: a period that has none of them has no line for them."""
    found = (names(ledger.figures, "periods", period, "profile", column) for period in periods)
    tables = [table for table in found if table]
    for value in {value for table in tables for value in table}:
        if value == "Not recorded" or any(value not in table for table in tables):
            ledger.count_only_if_found(
                _at(period, ("profile", column, value)) for period in periods
            )


def _add_profile(ledger: Ledger, period: str, column: str, *, protect: bool) -> None:
    counts = [
        ledger.print_count(
            _at(period, ("profile", column, value)), f"{column}, {period}", protect=protect
        )
        for value in names(ledger.figures, "periods", period, "profile", column)
    ]
    ledger.add_sum(_at(period, ("overall", ALL)), counts)


def _add_groups(ledger: Ledger, period: str, column: str) -> None:
    """Enter Good or better of each group of a column, which add up to that of all audits."""
    values = names(ledger.figures, "periods", period, "profile", column)
    goods = [_at(period, good_path(column, value)) for value in values]
    for value, good in zip(values, goods, strict=True):
        profile = _at(period, ("profile", column, value))
        _add_group(ledger, profile, good, f"{column}, {period}")
    overall = _at(period, ("overall", "good_or_better"))
    for step in ("count", "base", LESS):
        ledger.add_sum((*overall, step), [(*good, step) for good in goods])


def _withhold_groups(ledger: Ledger, period: str, column: str) -> None:
    for value in names(ledger.figures, "periods", period, "profile", column):
        good = _at(period, good_path(column, value))
        steps = names(ledger.figures, *good)
        ledger.withheld.update((*good, step) for step in ("count", "base") if step in steps)


def _add_group(ledger: Ledger, profile: Key, good: Key, table: str) -> None:
    """Enter Good or better of one group of audits."""
    protect = profile in ledger.protected
    table = f"Good or better by {table}"
    count = ledger.print_count((*good, "count"), table, protect=protect)
    base = ledger.print_count((*good, "base"), table, protect=protect)
    if count in ledger.values and base in ledger.values:
        add_less(ledger, good, table, protect=protect)
        rest = ledger.values[profile] - ledger.values[base]
        unjudged = ledger.imply_count((*profile, _UNJUDGED), rest, table, protect=protect)
        ledger.add_sum(profile, [base, unjudged])


def _add_services(ledger: Ledger, period: str) -> None:
    """Enter the judgements of each service, which add up to the overall ones."""
    paths = [
        _at(period, ("by_service", name))
        for name in names(ledger.figures, "periods", period, "by_service")
    ]
    for path in paths:
        add_distribution(ledger, path, f"by service, {period}", protect=False, fixed=False)
        good = _at(period, good_path("Service", path[-1]))
        for step in ("count", "base"):
            ledger.add_sum((*good, step), [(*path, "good_or_better", step)])
        ledger.add_sum(_at(period, ("profile", "Service", path[-1])), [(*path, ALL)])
    add_up(ledger, _at(period, ("overall",)), paths)


def _add_namesakes(ledger: Ledger, period: str, columns: tuple[str, ...]) -> None:
    """Let groups of one name be taken for one group, as a team and a service may be."""
    for column in columns:
        for value in names(ledger.figures, "periods", period, "profile", column):
            for other in columns[columns.index(column) + 1 :]:
                pairs = zip(
                    _value_paths(column, value),
                    _value_paths(other, value),
                    strict=True,
                )
                for path, namesake in pairs:
                    if value != "Not recorded":
                        ledger.add_sum(_at(period, path), [_at(period, namesake)])
