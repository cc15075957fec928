"""The counts of a public edition with why each is hidden, found in what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditreport.analysis.disclosure.count_names import CountName, name_count
from auditreport.analysis.disclosure.edition import Edition
from auditreport.analysis.disclosure.ledger import Key, find
from auditreport.analysis.figures_json import Plain, to_plain
from auditreport.analysis.hidden import SYMBOL
from auditreport.analysis.signed_words import name_figure
from auditreport.records import record

BESIDE = "stands beside a hidden count and would tell it"
TOLD = "told by its published total"
NAMED = "who stands in it would tell small counts"
_MADE_OF_COUNTS = frozenset(
    {"percent", "share", "low", "high", "as_published", "like_for_like", "now"}
)
_WRITTEN = frozenset({"comments", "notes"})
_NOT_FIGURES = frozenset({"audience", "narrative", "problems"})


@record
class HiddenCell:
    """A count of the report, with why it is hidden; `rule` is empty where it is shown."""

    name: CountName
    value: int
    rule: str


def list_cells(edition: Edition) -> tuple[HiddenCell, ...]:
    """Return each count about cases and answers once, in the order of the report."""
    ledger, scale = edition.ledger, edition.figures.scale
    rules = dict.fromkeys((key for key in ledger.printed if key not in ledger.fixed), "")
    rules |= dict.fromkeys(_find_symbols(edition), BESIDE)
    rules |= edition.suppression.hidden
    rules |= {key: TOLD for key in edition.suppression.told if key in rules}
    cells: dict[CountName, HiddenCell] = {}
    for key, rule in rules.items():
        value = find(ledger.figures, key)
        name = name_count(key, scale)
        # A base stands beside the number judged, which is the same count: it is listed once.
        if isinstance(value, int) and (name not in cells or not cells[name].rule):
            cells[name] = HiddenCell(name, value, rule)
    return tuple(cells.values())


def find_left_out(edition: Edition) -> Iterator[tuple[str, int, str]]:
    """Yield what the report would have, and this edition has not: its name, how many, and why."""
    scale = edition.figures.scale
    for key in edition.left_out:
        yield name_figure(key, scale), 1, NAMED
    shown = to_plain(edition.figures)
    for key, count in _find_missing(edition.ledger.figures, shown, ()):
        yield name_figure(key, scale), count, "it would tell a hidden count"


def _find_symbols(edition: Edition) -> Iterator[Key]:
    """Yield where the edition holds a symbol in the place of a count, and not of a percentage."""
    for key in _walk(to_plain(edition.figures), ()):
        if not _MADE_OF_COUNTS.intersection(key[-2:]):
            yield key


def _walk(node: Plain, key: Key) -> Iterator[Key]:
    if isinstance(node, dict):
        for step, found in node.items():
            yield from _walk(found, (*key, step))
    elif node == SYMBOL:
        yield key


def _find_missing(
    full: Plain | Mapping[str, Plain], shown: Plain, key: Key
) -> Iterator[tuple[Key, int]]:
    if isinstance(full, list):
        missing = len(full) - (len(shown) if isinstance(shown, list) else 0)
        if missing:
            yield key, missing
    elif isinstance(full, Mapping):
        if full and not shown:
            yield key, 1
            return
        for step, found in full.items():
            if isinstance(shown, dict) and step not in (_WRITTEN if key else _NOT_FIGURES):
                yield from _find_missing(found, shown.get(step), (*key, step))
