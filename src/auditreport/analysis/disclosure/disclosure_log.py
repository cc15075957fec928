"""What a public edition hides and leaves out, and why: for those who answer for it, internal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from auditreport.analysis.disclosure.alternatives import find_alternatives
from auditreport.analysis.disclosure.bands import AGE_BAND
from auditreport.analysis.disclosure.count_names import CountName, name_count
from auditreport.analysis.disclosure.edition import Edition
from auditreport.analysis.disclosure.fewest import count_fewest
from auditreport.analysis.disclosure.hidden_counts import (
    BESIDE,
    TOLD,
    HiddenCell,
    find_left_out,
    list_cells,
)
from auditreport.analysis.disclosure.private_text import leave_out_private_text
from auditreport.analysis.disclosure.suppression import (
    HIDDEN_BEFORE,
    SECONDARY,
    SMALL,
    WITHHELD,
)
from auditreport.analysis.disclosure.text_left_out import count_text_left_out
from auditreport.analysis.disclosure.typed_numbers import list_typed_numbers
from auditreport.reading.dataset import DataSet, ReportSettings
from auditreport.records import record

WARNING = "INTERNAL: holds the numbers that the public edition hides. Never publish this file."
RULES: Mapping[str, str] = {
    SMALL: "A count of children from 1 to the number in force.",
    SECONDARY: "A larger count, or a total, from which a small one could be worked out.",
    HIDDEN_BEFORE: "A count that an edition of the same quarters hides that is out already.",
    WITHHELD: "All that would tie protected judgements to each other.",
    BESIDE: "A count outside the tables, such as reasons or second audits, that is made of the "
    "same cases as a hidden one.",
    TOLD: "A small count that can be worked out all the same: its published total, which is shown "
    "for its own sake, leaves no choice.",
}

_BESIDE_SMALL = "next to a small count"

Row = tuple[str | int, ...]
"""One row of a list: a value for each of its columns."""


@record
class LogList:
    """One list of the log, with a sentence that stands above it."""

    name: str
    said: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@record
class DisclosureLog:
    """The log of one edition: `facts` by their names, then its lists."""

    title: str
    facts: tuple[tuple[str, str], ...]
    lists: tuple[LogList, ...]


def build_log(edition: Edition, data: DataSet) -> DisclosureLog:
    """Return the log of a public edition; `data` is what was read, with its private text."""
    cells = list_cells(edition)
    head = edition.figures.report
    return DisclosureLog(
        title=f"{head.organisation}, {head.year}: what the public edition hides",
        facts=tuple(_list_facts(edition, data, cells)),
        lists=(
            _list_tables(cells),
            _list_hidden(edition, cells),
            _list_joined(edition),
            _list_left_out(edition, data),
            _list_alternatives(edition),
            _list_typed(data),
        ),
    )


def describe_hidden(edition: Edition) -> str:
    """Say in one line how much of a public edition is hidden."""
    cells = list_cells(edition)
    hidden = sum(1 for cell in cells if cell.rule)
    if not hidden:
        return "No count is hidden: none is small."
    said = f"{hidden:,} of the {len(cells):,} counts about cases and answers are hidden"
    return f"{said} ({_share(cells)})."


def _share(cells: Sequence[HiddenCell]) -> str:
    return f"{100 * sum(1 for cell in cells if cell.rule) / len(cells):.0f}%"


def _list_facts(
    edition: Edition, data: DataSet, cells: Sequence[HiddenCell]
) -> Iterator[tuple[str, str]]:
    figures, settings = edition.figures, data.settings
    yield "Organisation", figures.report.organisation
    yield "Year", figures.report.year
    yield "Report", "Annual report" if figures.scope == "year" else f"Summary of {figures.scope}"
    yield "Title", figures.report.title
    yield from _list_policy(settings)
    hidden = Counter(cell.rule for cell in cells if cell.rule)
    yield "Counts about cases and answers", f"{len(cells):,}"
    if cells:
        yield "Hidden", f"{hidden.total():,} ({_share(cells)})"
    for rule, count in hidden.most_common():
        yield f"Hidden: {rule}", f"{count:,}. {RULES[rule]}"
    yield "Small counts that nothing can keep", f"{len(edition.suppression.told):,}"
    yield from _list_minimum(edition)


def _list_minimum(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield how many counts any choice hides at least, beside how many this one hides."""
    name = partial(name_count, scale=edition.figures.scale)
    limit = edition.figures.rules.hide_counts_up_to
    fewest = count_fewest(edition.ledger, edition.suppression, limit, name)
    chosen = {name(key) for key in edition.suppression.hidden if key in edition.ledger.printed}
    if chosen:
        yield (
            "Proven minimum",
            f"{fewest:,}, beside {len(chosen):,} that are hidden in tables that add up. No choice "
            "of counts that keeps the small ones could hide fewer there.",
        )


def _list_policy(settings: ReportSettings) -> Iterator[tuple[str, str]]:
    limit = settings.hide_counts_up_to
    yield "Hide counts up to", f"{limit}: counts from 1 to {limit} are hidden, 0 is shown"
    yield (
        "Protected",
        "Cases by age band, gender, ethnicity, case type, team and completed by; judgements by "
        "these; evidence found and not found; answers by kind of respondent",
    )
    judgements = "Yes: small counts of them are hidden" if settings.protect_judgements else "No"
    yield "Protect judgements", judgements
    shown = "Yes" if settings.show_gender_and_ethnicity else "No: left out"
    yield "Show gender and ethnicity", shown


def _list_tables(cells: Iterable[HiddenCell]) -> LogList:
    tables: dict[str, list[HiddenCell]] = {}
    for cell in cells:
        tables.setdefault(cell.name.table, []).append(cell)
    return LogList(
        "Tables",
        "How many counts of each table are shown, and how many are hidden by which rule.",
        ("Table", "Counts", "Shown", *map(_capitalise, RULES)),
        tuple(_count_rules(table, found) for table, found in tables.items()),
    )


def _count_rules(table: str, cells: Sequence[HiddenCell]) -> Row:
    rules = Counter(cell.rule for cell in cells)
    return table, len(cells), rules[""], *(rules[rule] for rule in RULES)


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def _list_hidden(edition: Edition, cells: Iterable[HiddenCell]) -> LogList:
    rows = [(*_spread(cell.name), cell.value, cell.rule) for cell in cells if cell.rule]
    scale, ledger = edition.figures.scale, edition.ledger
    rows += [
        (*_spread(name_count(key, scale)), ledger.values[key], TOLD)
        for key in edition.suppression.told
        if key not in ledger.printed
    ]
    return LogList(
        "Hidden counts",
        "Each count that is hidden, with its true number. Percentages and intervals that are made "
        "of it are hidden with it.",
        ("Table", "Row", "What", "True count", "Why"),
        tuple(rows),
    )


def _list_joined(edition: Edition) -> LogList:
    year, limit = edition.apart.periods["year"], edition.figures.rules.hide_counts_up_to
    counts = year.profile.get(AGE_BAND, {})
    joined = edition.figures.joined_bands or {}
    return LogList(
        "Joined age bands",
        "Age bands that all tables count as one, so that the table of the year shows more of its "
        "cases than with small numbers hidden. An edition that is out decides for its quarters.",
        ("Printed as", "Age band", "Audits of the year", "Why"),
        tuple(
            (name, band, count, SMALL if 1 <= count <= limit else _BESIDE_SMALL)
            for name, bands in joined.items()
            for band in bands
            for count in (counts.get(band, 0),)
        ),
    )


def _spread(name: CountName) -> tuple[str, str, str]:
    return name.table, name.row, name.what


def _list_left_out(edition: Edition, data: DataSet) -> LogList:
    return LogList(
        "Left out",
        "What the public edition does not have at all.",
        ("What", "How many", "Why"),
        (*count_text_left_out(data), *find_left_out(edition)),
    )


def _list_alternatives(edition: Edition) -> LogList:
    found = find_alternatives(
        edition.ledger,
        edition.suppression.hidden.keys(),
        edition.figures.scale,
        edition.figures.rules.hide_counts_up_to,
    )
    return LogList(
        "Instead",
        "What could be published in the place of a table, never beside it: two editions of one "
        "table can tell together what each hides.",
        ("Table", "What could be published", "How"),
        tuple((each.table, each.instead, each.how) for each in found),
    )


def _list_typed(data: DataSet) -> LogList:
    typed = list_typed_numbers(leave_out_private_text(data))
    return LogList(
        "Typed numbers",
        "Numbers that people typed into text that is published. Nothing hides these: look at each.",
        ("Where", "Number", "Text"),
        tuple(
            (str(each.place), f"{each.value}%" if each.is_percent else each.value, each.sentence)
            for each in typed
        ),
    )
