"""Sentences made of figures, as a person would write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from auditreport.analysis.figures import Change, Distribution, Good, Verdict
from auditreport.analysis.hidden import SYMBOL, is_hidden

FEWEST_FOR_PERCENT = 10
NOT_SHOWN = "not shown, because the numbers are small"
_SINGULARS = (("children", "child"), ("people", "person"), ("ies", "y"), ("s", ""))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def format_date(day: date) -> str:
    """Write a date as `17 August 2017`, whatever the computer's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def format_short_date(day: date) -> str:
    """Write a date for a narrow column, as `17 Aug 2017`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def format_span(start: date, end: date) -> str:
    """Write a span of time as shortly as it allows: `August 2016`, `May to July 2016`."""
    first, last = _MONTHS[start.month - 1], _MONTHS[end.month - 1]
    if start == end:
        return format_date(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{first} {start.year}"
    if start.year == end.year:
        return f"{first} to {last} {end.year}"
    return f"{first} {start.year} to {last} {end.year}"


def join_words(words: Iterable[str], last: str = "and") -> str:
    """Join words as in `a, b and c`; `last` is the word before the last."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def count_of(count: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun: `1 audit`, `2 audits`."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spell(number: int) -> str:
    """Write a small number as a word, such as the quarters of a year."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def noun_for(count: int, plural: str) -> str:
    """Return a plural noun as it stands after a count: `case` after 1, else `cases`."""
    if count == 1:
        for ending, singular in _SINGULARS:
            if plural.endswith(ending):
                return plural.removesuffix(ending) + singular
    return plural


def was_were(count: int) -> str:
    """Return the verb that goes with a count."""
    return "was" if count == 1 else "were"


def with_percent(count: int, percent: int | None, base: int) -> str:
    """Write a count with its share, where the base is large enough for one: `7 (33%)`."""
    if percent is None or is_hidden(percent) or base < FEWEST_FOR_PERCENT:
        return f"{count:,}"
    return f"{count:,} ({percent}%)"


def share_of(good: Good) -> str:
    """Write a share with its base: `22 of 56 (39%)`."""
    if not good.base:
        return "none judged"
    return count_with_base(good.count, good.base, good.percent)


def count_with_base(count: int, base: int, percent: int | None) -> str:
    """Write a count, its base and its share; where both counts are hidden, their symbol once."""
    if is_hidden(count) and is_hidden(base):
        return SYMBOL
    return f"{count:,} of {with_percent(base, percent, base)}"


def interval_of(low: float | None, high: float | None) -> str:
    """Write an interval in per cent: `27.4% to 52.5%`."""
    if low is None or high is None:
        return "–"
    return SYMBOL if is_hidden(low) else f"{low:.1f}% to {high:.1f}%"


def judgement_sentence(overall: Distribution, made: str) -> str:
    """Say how the audits were judged: `Of the 21 audits completed, 1 (5%) was Outstanding, …`.

    `made` says which audits they are, such as `completed`.
    """
    unjudged = overall.total - overall.n
    if not overall.total:
        return f"No audits were {made}."
    if not overall.n:
        return _none_judged(overall.total, made)
    found = {name: count for name, count in overall.counts.items() if count}
    if len(found) == 1 and not unjudged:
        return _all_alike(next(iter(found)), overall.n, made)
    of = f"Of the {count_of(overall.total, 'audit')} {made}, "
    if unjudged:
        of += f"{overall.n:,} {was_were(overall.n)} given an overall judgement: "
    return of + join_words(_judged(overall, found)) + "."


def _none_judged(total: int, made: str) -> str:
    if total == 1:
        return f"The one audit {made} was not given an overall judgement."
    return f"None of the {total:,} audits {made} was given an overall judgement."


def _all_alike(judgement: str, n: int, made: str) -> str:
    if n == 1:
        return f"The one audit {made} was {judgement}."
    return f"All {n:,} audits {made} were {judgement}."


def _judged(overall: Distribution, found: Mapping[str, int]) -> Iterable[str]:
    for name, count in found.items():
        yield f"{with_percent(count, overall.percent[name], overall.n)} {was_were(count)} {name}"


def change_sentence(change: Change, subject: str) -> str:
    """Say what a change is, and never more than its interval carries."""
    return f"{_change_shares(change, subject)} – {VERDICTS[change.verdict]}."


def change_line(change: Change, subject: str) -> str:
    """Say a change in a list whose lead says that it is a clear one."""
    return f"{_change_shares(change, subject)} – {change.verdict}."


def _change_shares(change: Change, subject: str) -> str:
    before = f"{share_of(change.before)} in {change.before_period}"
    return f"{subject}: {before}, {share_of(change.after)} in {change.after_period}"


VERDICTS: Mapping[Verdict, str] = {
    Verdict.BETTER: "clearly better",
    Verdict.WORSE: "clearly worse",
    Verdict.NO_CLEAR_CHANGE: "no clear change",
    Verdict.TOO_FEW: "too few to say",
}


def name_moved(changes: Sequence[Change]) -> Iterator[str]:
    """Name the areas that clearly moved in a clause for each verdict, the worse first."""
    for verdict in (Verdict.WORSE, Verdict.BETTER):
        areas = changed_areas(changes, verdict)
        if areas:
            yield f"{join_words(areas)} {was_were(len(areas))} clearly {verdict}"


def unmoved_sentences(changes: Sequence[Change], noun: str) -> Iterator[str]:
    """Count what has no clear change, `noun` of each, and name what is too few to compare."""
    steady = len(changed_areas(changes, Verdict.NO_CLEAR_CHANGE))
    if steady:
        of = f"every {noun}" if steady == len(changes) else count_of(steady, noun)
        yield f"In {of} there is no clear change."
    few = changed_areas(changes, Verdict.TOO_FEW)
    if few:
        yield f"Too few were judged to compare {join_words(few)}."


def changed_areas(changes: Sequence[Change], verdict: Verdict) -> tuple[str, ...]:
    """Return the areas whose change has a verdict, in order."""
    return tuple(change.area for change in changes if change.verdict is verdict)
