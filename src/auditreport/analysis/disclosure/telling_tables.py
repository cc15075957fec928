"""Tables of a public edition that no hiding keeps: who stands in them, and a total, tell it all.

Where three cases are of three teams, each team had one, however the three counts are printed. Such
a table is left out whole, names and all; one of the year in the quarters too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from auditreport.analysis.disclosure.attack import Attack
from auditreport.analysis.disclosure.bands import AGE_BAND
from auditreport.analysis.disclosure.ledger import Key, Ledger, find
from auditreport.analysis.figures import (
    FeedbackChange,
    FeedbackFigures,
    Figures,
    JudgementTheme,
    Period,
)

Table = TypeVar("Table")
_YEAR = "year"
_CLOSED = "Closed"


def find_telling_tables(figures: Figures, ledger: Ledger, told: Collection[Key]) -> tuple[Key, ...]:
    """Return where the tables stand that tell some counts, as paths of figures.json.

    `told` are the counts that no hiding keeps. Where a total that is always shown tells one by
    itself, or an edition that is out already, to leave its table out would be no use.
    """
    found = (table for key in _find_named(ledger, told) for table in _list_tables(figures, key))
    return tuple(table for table in dict.fromkeys(found) if find(ledger.figures, table))


def _find_named(ledger: Ledger, told: Collection[Key]) -> Iterator[Key]:
    """Yield the counts that could be more if it were not known who stands in their table."""
    for part in ledger.part():
        keys = [key for key in told if key in part.protected]
        if keys:
            unnamed = Attack(replace(part, printed={}, never_zero=set()))
            yield from (key for key in keys if unnamed.examine(key) is None)


def _list_tables(figures: Figures, key: Key) -> Iterator[Key]:
    match key:
        case ("periods", period, "profile", column, *_):
            for name in _list_periods(figures, period):
                yield ("periods", name, "profile", column)
                yield _good_table(name, column)
        case ("periods", period, "good_by", column, *_):
            yield from (_good_table(name, column) for name in _list_periods(figures, period))
        case ("periods", period, "good_by_age_band", *_):
            yield from (_good_table(name, AGE_BAND) for name in _list_periods(figures, period))
        case ("thematic", theme, "by", column, *_):
            yield ("thematic", theme, "by", column)
        case ("feedback", name, "respondents" | "by_respondent", *_):
            yield ("feedback", name, "respondents")
        case ("feedback", name, "questions", code, *_):
            if figures.feedback[name].questions[code].kind == _CLOSED:
                yield ("feedback", name, "questions", code)


def _list_periods(figures: Figures, period: str) -> Iterator[str]:
    yield from (name for name in figures.periods if period in (name, _YEAR))


def _good_table(period: str, column: str) -> Key:
    if column == AGE_BAND:
        return ("periods", period, "good_by_age_band")
    return ("periods", period, "good_by", column)


def leave_out_tables(figures: Figures, tables: Iterable[Key]) -> Figures:
    """Return the figures without some tables, given by their paths."""
    left_out = frozenset(tables)
    return replace(
        figures,
        periods={
            name: _leave_out_profiles(period, ("periods", name), left_out)
            for name, period in figures.periods.items()
        },
        thematic={
            name: replace(theme, by=_keep(theme.by, ("thematic", name, "by"), left_out))
            if isinstance(theme, JudgementTheme)
            else theme
            for name, theme in figures.thematic.items()
        },
        feedback={
            name: _leave_out_answers(found, name, left_out)
            for name, found in figures.feedback.items()
        },
    )


def _leave_out_answers(
    found: FeedbackFigures, name: str, left_out: frozenset[Key]
) -> FeedbackFigures:
    """Return a round without who answered it, and without the questions that would tell."""
    place = ("feedback", name)
    compared = (change for change in found.compared if not _is_of(change, name, left_out))
    found = replace(found, compared=tuple(compared))
    if (*place, "respondents") in left_out:
        found = replace(found, respondents={}, by_respondent=None, asked_by_respondent={})
    by_kind = found.by_respondent
    return replace(
        found,
        questions=_keep(found.questions, (*place, "questions"), left_out),
        by_respondent=by_kind
        and {
            kind: _keep(questions, (*place, "questions"), left_out)
            for kind, questions in by_kind.items()
        },
    )


def _is_of(compared: FeedbackChange, name: str, left_out: frozenset[Key]) -> bool:
    """Tell whether a comparison is made of what is left out of either round."""
    tables = (("respondents",), ("questions", compared.code))
    rounds = (name, compared.change.before_period)
    return any(("feedback", each, *table) in left_out for each in rounds for table in tables)


def _leave_out_profiles(period: Period, place: Key, left_out: frozenset[Key]) -> Period:
    ages = {} if (*place, "good_by_age_band") in left_out else period.good_by_age_band
    return replace(
        period,
        profile=_keep(period.profile, (*place, "profile"), left_out),
        good_by=_keep(period.good_by, (*place, "good_by"), left_out),
        good_by_age_band=ages,
    )


def _keep(tables: Mapping[str, Table], place: Key, left_out: frozenset[Key]) -> dict[str, Table]:
    return {name: table for name, table in tables.items() if (*place, name) not in left_out}
