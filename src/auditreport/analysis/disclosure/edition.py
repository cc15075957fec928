"""The public edition of a report: private text left out, cases left out, small counts hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import cast

from auditreport.analysis.disclosure.bands import AGE_BAND, Joined, choose_bands
from auditreport.analysis.disclosure.comparing import leave_out_comparisons
from auditreport.analysis.disclosure.earlier import find_hidden, find_joined, list_same_year
from auditreport.analysis.disclosure.hiding import hide_counts
from auditreport.analysis.disclosure.joined_tables import join_bands
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.analysis.disclosure.protected_judgements import leave_out_judgements
from auditreport.analysis.disclosure.suppression import Suppression, suppress
from auditreport.analysis.disclosure.tables import Content, build_ledger
from auditreport.analysis.disclosure.telling_lists import leave_out_lists
from auditreport.analysis.disclosure.telling_tables import find_telling_tables, leave_out_tables
from auditreport.analysis.figures import PUBLIC, Figures, JudgementTheme, Period
from auditreport.analysis.figures_json import to_plain
from auditreport.analysis.hidden import is_hidden
from auditreport.records import record

_ONLY_IF_ASKED = ("Gender", "Ethnicity")


@record
class Edition:
    """The figures of a public edition, with all that must not leave the building: the log's.

    `apart` are the figures with nothing hidden, and each age band by itself. `left_out` are the
    paths of tables that no hiding keeps: neither holds them.
    """

    figures: Figures
    ledger: Ledger
    suppression: Suppression
    apart: Figures
    left_out: tuple[Key, ...] = ()


@record
class Policy:
    """What a council protects beyond what every public edition does.

    Counts of children from 1 to `hide_up_to` are hidden.
    """

    hide_up_to: int
    protect_judgements: bool = False
    show_gender_and_ethnicity: bool = False


def make_public(figures: Figures, policy: Policy, earlier: Sequence[Content] = ()) -> Edition:
    """Return the public edition of figures that were counted without private text.

    `earlier` are the figures.json of public editions that are out already.
    """
    apart = leave_out_cases(figures, show_all=policy.show_gender_and_ethnicity)
    known = list_same_year(_to_content(apart), earlier)
    left_out: tuple[Key, ...] = ()
    while True:
        edition = _choose_edition(apart, policy, known)
        telling = find_telling_tables(apart, edition.ledger, edition.suppression.told)
        if not telling:
            return replace(edition, left_out=left_out)
        left_out = (*left_out, *telling)
        apart = leave_out_tables(apart, telling)


def _choose_edition(apart: Figures, policy: Policy, known: Sequence[Content]) -> Edition:
    """Return the edition with age bands joined or apart, whichever shows more."""
    hide = partial(_hide_small, apart, policy, known)
    before = find_joined(_to_content(apart), known)
    joined = choose_bands(apart, policy.hide_up_to) if before is None else before
    edition = hide(joined)
    # Bands are joined only where one is small, so that apart not all of them would be shown.
    if before is None and joined and count_shown(edition.figures) < count_shown(apart):
        edition = max(hide({}), edition, key=lambda found: count_shown(found.figures))
    return edition


def count_shown(figures: Figures) -> int:
    """Return how many cases of the year stand in the numbers that its table by age band shows."""
    counts = figures.periods["year"].profile[AGE_BAND].values()
    return sum(count for count in counts if not is_hidden(count))


def _hide_small(
    apart: Figures, policy: Policy, earlier: Sequence[Content], joined: Joined
) -> Edition:
    """Return the edition in which age bands are joined as they are said to be."""
    full = join_bands(apart, joined)
    ledger = build_ledger(
        _to_content(full),
        protect_judgements=policy.protect_judgements,
        apart=_to_content(apart),
        earlier=earlier,
    )
    before = frozenset[Key]().union(*(find_hidden(ledger, edition) for edition in earlier))
    suppression = suppress(ledger, policy.hide_up_to, before)
    hidden = leave_out_lists(leave_out_comparisons(hide_counts(full, suppression.hidden)))
    if policy.protect_judgements:
        hidden = leave_out_judgements(hidden)
    return Edition(hidden, ledger, suppression, apart)


def _to_content(figures: Figures) -> Content:
    return cast("Content", to_plain(figures))


def leave_out_cases(figures: Figures, *, show_all: bool) -> Figures:
    """Return the figures without rows, references, people and files; gender only if asked for."""
    left_out = () if show_all else _ONLY_IF_ASKED
    return replace(
        figures,
        audience=PUBLIC,
        sources=(),
        actions=replace(figures.actions, by_owner={}, items=()),
        cases={},
        concerns=(),
        reaudits=replace(figures.reaudits, pairs=(), without_refs=()),
        words=(),
        follow_up=replace(figures.follow_up, inadequate_without_refs=()),
        periods={n: _leave_out_columns(p, left_out) for n, p in figures.periods.items()},
        thematic={
            name: replace(theme, by=_without(theme.by, left_out))
            if isinstance(theme, JudgementTheme)
            else theme
            for name, theme in figures.thematic.items()
        },
    )


def _leave_out_columns(period: Period, columns: tuple[str, ...]) -> Period:
    return replace(period, profile=_without(period.profile, columns))


def _without(
    tables: Mapping[str, Mapping[str, int]], columns: tuple[str, ...]
) -> dict[str, Mapping[str, int]]:
    return {column: counts for column, counts in tables.items() if column not in columns}
