"""Counts named in words, by the table, the row and the column that a reader finds them in."""

from __future__ import annotations

from auditreport.analysis.disclosure.distribution_tables import LESS
from auditreport.analysis.disclosure.ledger import OTHER_QUARTERS, Key
from auditreport.analysis.figures import ScaleNames
from auditreport.analysis.signed_words import name_figure
from auditreport.records import record

_GROUPS = {"counts", "not_judged", "other"}
_WORDS = {
    "answered": "Answered",
    "base": "Yes and no, or all cases",
    "blank": "No answer",
    "cases": "Cases",
    "n": "Judged",
    "no": "No",
    "not_applicable": "Did not apply",
    "not_recorded": "Not recorded",
    "responses": "People",
    "yes": "Yes",
    "[not judged]": "Not judged",
    "[not positive]": "Other than positive answers",
    "[without a reason]": "Did not apply, without a reason",
}
_JUDGED = {
    "all_responses": "All responses",
    "areas": "Practice areas",
    "by_audit_type": "Judgements by audit type",
    "by_service": "Judgements by service",
    "overall": "Overall judgements",
}


@record
class CountName:
    """Where a count stands: in which table, in which row, and what it counts there."""

    table: str
    row: str
    what: str


def name_count(key: Key, scale: ScaleNames) -> CountName:
    """Return the name of a count that stands at a path of figures.json, or follows from such."""
    match key:
        case (*inner, last) if last == OTHER_QUARTERS:
            name = name_count(tuple(inner), scale)
            return CountName(name.table, name.row, f"{name.what}, in quarters that are not shown")
        case ("periods", period, *rest) if len(rest) > 1:
            return _name_in_period(period, tuple(rest), scale)
        case ("thematic", theme, *rest):
            return _name_in_theme(theme, tuple(rest), scale)
        case ("feedback", name, *rest):
            return _name_in_feedback(name, tuple(rest), scale)
    where, _, what = name_figure(key, scale).partition(": ")
    return CountName(where, "", what)


def _name_in_period(period: str, rest: Key, scale: ScaleNames) -> CountName:
    match rest:
        case ("profile", column, value, *inner):
            return CountName(f"{column}, {period}", value, _say(inner, scale) or "Audits")
        case ("good_by", column, value, step):
            return CountName(f"{column}, {period}", value, _say_share(step, scale))
        case ("good_by_age_band", value, step):
            return CountName(f"Age band, {period}", value, _say_share(step, scale))
        case ("overall" | "all_responses" as part, *inner):
            return CountName(f"{_JUDGED[part]}, {period}", "All", _say(inner, scale))
        case (part, row, *inner):
            table = _JUDGED.get(part, part.replace("_", " ").capitalize())
            return CountName(f"{table}, {period}", row, _say(inner, scale))
    raise AssertionError(rest)  # a period's figure has a part and a row at least


def _name_in_theme(theme: str, rest: Key, scale: ScaleNames) -> CountName:
    match rest:
        case ("items", item, *inner):
            return CountName(theme, item, _say(inner, scale))
        case ("reasons", item, _, *inner):
            return CountName(theme, item, _say(inner, scale) or "Did not apply")
        case ("by", column, value):
            return CountName(f"{theme}, by {column}", value, "Cases")
        case ("overall", *inner):
            return CountName(theme, "Overall judgements", _say(inner, scale))
    return CountName(theme, "All", _say(rest, scale))


def _name_in_feedback(name: str, rest: Key, scale: ScaleNames) -> CountName:
    match rest:
        case ("respondents", kind):
            return CountName(name, kind, "People")
        case ("questions", code, *inner):
            return CountName(name, f"Question {code}", _say(inner, scale))
        case ("by_respondent", kind, code, *inner):
            return CountName(f"{name}, {kind}", f"Question {code}", _say(inner, scale))
    return CountName(name, "All", _say(rest, scale))


def _say(steps: list[str] | Key, scale: ScaleNames) -> str:
    """Say what is counted: a judgement, an answer, or what the program counts by itself."""
    match tuple(steps):
        case (group, word) if group in _GROUPS:
            return word
        case ("good_or_better", step):
            return _say_share(step, scale)
        case ("positive", step):
            return "Answered" if step == "base" else "Positive answers"
        case (word,):
            return _WORDS.get(word, word.replace("_", " "))
    return ", ".join(steps)


def _say_share(step: str, scale: ScaleNames) -> str:
    good = scale.good_label
    return {"base": "Judged", LESS: f"Less than {good}"}.get(step, good)
