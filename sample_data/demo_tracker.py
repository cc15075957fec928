"""The sheet Audits of the demonstration: invented audits as people enter them."""

from collections.abc import Iterator
from datetime import date, timedelta

from demo_cases import Audit
from demo_lists import AREA_HEADERS, AREAS, MEASURES, SERVICES
from demo_plan import YearPlan
from demo_rows import JUDGEMENTS, Cell, Row
from demo_words import ACTIONS_TAKEN, AUDIT_ACTIONS, DEVELOPMENT, STRENGTHS

Record = dict[str, Cell]

_AREA_WORDS = {**JUDGEMENTS, "N": "N/A", "n": "Not recorded"}
_SERVICE_OF = {team: service for service, teams in SERVICES.items() for team in teams}
_LETTERS = "OGRI"

# Words that some auditors use instead of the list's, each on every so many rows.
_SPELLINGS: tuple[tuple[int, str, str, str], ...] = (
    (7, "Overall judgement", "Requires Improvement", "RI"),
    (11, "Overall judgement", "Requires Improvement", "Requires improvement to be good"),
    (13, "Overall judgement", "Requires Improvement", "Not yet good"),
    (5, "Case type", "Child Looked After", "LAC"),
    (6, "Team", "Children in Care", "CIC"),
)

# Status, day and team of what was not audited.
_NOT_AUDITED: tuple[tuple[str, date | None, str], ...] = (
    ("Exempt", date(2024, 6, 12), "Safeguarding East"),
    ("Cancelled", date(2024, 8, 7), "Assessment"),
    ("Exempt", date(2024, 11, 20), "Children in Care"),
    ("Cancelled", date(2025, 1, 9), "Leaving Care"),
    ("Allocated", date(2025, 2, 18), "Safeguarding West"),
    ("Allocated", date(2025, 3, 20), "Safeguarding West"),
    ("Allocated", None, "Early Help South"),
)
_FIRST_NOT_AUDITED = 121

# An audit's own action: days to its due date, and days from there to its completion.
_DUE_IN = 42
_COMPLETED_AFTER: tuple[int | None, ...] = (-7, -14, 21, None, -7)
_LAST_DAY = date(2025, 5, 14)
_WITHOUT_ACTION, _WITHOUT_OWNER = 9, 13


def _profile(audit: Audit) -> Record:
    case = audit.case
    return {
        "Audit ref": audit.ref,
        "Case ref": case.ref,
        "Audit date": audit.day,
        "Audit type": "Re-audit" if audit.re_audit_of else "Scheduled",
        "Re-audit of": audit.re_audit_of or None,
        "Service": _SERVICE_OF[case.team],
        "Team": case.team,
        "Case type": case.kind,
        "Age": case.age,
        "Gender": case.gender,
        "Ethnicity": case.ethnicity,
        "Children": case.children,
    }


def _judgements(audit: Audit) -> Record:
    differs = audit.first != audit.final or audit.moderated not in ("", audit.first)
    return {
        "Overall judgement": JUDGEMENTS[audit.first],
        "Moderated": "Yes" if audit.moderated else "No",
        "Moderator": f"Moderator {'KLM'[_number(audit) % 3]}" if audit.moderated else None,
        "Moderated judgement": JUDGEMENTS.get(audit.moderated),
        "Final judgement": JUDGEMENTS[audit.final] if differs else None,
        "Impact judgement": _impact(audit),
    }


def _number(audit: Audit) -> int:
    return int(audit.ref[-3:])


def _impact(audit: Audit) -> Cell:
    """Return the difference made: mostly as the audit was judged, at times a step apart."""
    number = _number(audit)
    if number % 6 == 0:
        return None
    step = {2: 1, 5: -1}.get(number % 9, 0)
    place = min(max(_LETTERS.index(audit.final) + step, 0), len(_LETTERS) - 1)
    return JUDGEMENTS[_LETTERS[place]]


def _words(audit: Audit, letters: str, words: dict[str, tuple[str, str, str]]) -> Cell:
    """Return a sentence on each of one or two areas that were so judged."""
    areas = [area for area, letter in audit.areas.items() if letter in letters]
    if not areas:
        return None
    number = _number(audit)
    start = number * 3 % len(areas)
    chosen = (areas[start:] + areas[:start])[: 1 + number % 2]
    return "\n".join(words[area][(number + place) % 3] for place, area in enumerate(chosen))


def _record(audit: Audit) -> Record:
    number = _number(audit)
    return {
        **_profile(audit),
        "Status": "Completed",
        "Auditor": f"Auditor {'ABCDEFGH'[number * 5 % 8]}",
        **_judgements(audit),
        **{
            AREA_HEADERS.get(area, area): None
            if audit.areas[area] == "n" and number % 2
            else _AREA_WORDS[audit.areas[area]]
            for area, _, _ in AREAS
        },
        **{name: audit.measures.get(name) for name, _, _ in MEASURES},
        "Immediate concern": "No",
        "Action taken": None,
        "Strengths": _words(audit, "OG", STRENGTHS),
        "Areas for development": _words(audit, "RI", DEVELOPMENT),
        "Action": None,
        "Action owner": None,
        "Action due": None,
        "Action completed": None,
    }


def _raises_concern(quarter: list[Audit]) -> list[Audit]:
    """Return a quarter's audits with an immediate concern: two at most, Inadequate."""
    return [audit for audit in quarter if audit.final == "I"][:2]


def _add_concerns(quarters: list[list[Audit]], records: dict[str, Record]) -> None:
    concerns = [audit for quarter in quarters for audit in _raises_concern(quarter)]
    for audit, action in zip(concerns, ACTIONS_TAKEN, strict=True):
        records[audit.ref] |= {"Immediate concern": "Yes", "Action taken": action}


def _asking_audits(quarters: list[list[Audit]]) -> Iterator[Audit]:
    """Yield the audits that asked for something: the Inadequate, and some of the others."""
    for audit in (audit for quarter in quarters for audit in quarter):
        if audit.final == "I" or (audit.final == "R" and _number(audit) % 5 == 0):
            yield audit


def _add_actions(quarters: list[list[Audit]], records: dict[str, Record]) -> None:
    for place, audit in enumerate(_asking_audits(quarters)):
        if place == _WITHOUT_ACTION:
            continue
        words = AUDIT_ACTIONS[audit.final]
        due = audit.day + timedelta(days=_DUE_IN)
        after = _COMPLETED_AFTER[place % len(_COMPLETED_AFTER)]
        completed = None if after is None else due + timedelta(days=after)
        records[audit.ref] |= {
            "Action": words[place % len(words)],
            "Action owner": None if place == _WITHOUT_OWNER else f"Team Manager, {audit.case.team}",
            "Action due": due,
            "Action completed": completed if completed and completed < _LAST_DAY else None,
        }


def _not_audited(header: Row) -> list[Row]:
    rows: list[Row] = []
    for number, (status, day, team) in enumerate(_NOT_AUDITED, start=_FIRST_NOT_AUDITED):
        record: Record = {"Audit ref": f"A24-{number}", "Audit date": day, "Status": status}
        record |= {"Team": team, "Service": _SERVICE_OF[team]}
        rows.append(tuple(record.get(str(name)) for name in header))
    return rows


def _spell(record: Record) -> Record:
    """Write some cells as some auditors do."""
    number = int(str(record["Audit ref"])[-3:])
    for step, column, word, written in _SPELLINGS:
        if number % step == 0 and record[column] == word:
            record[column] = written
    return record


def tracker_rows(quarters: list[list[Audit]]) -> tuple[Row, ...]:
    """Return the sheet of the year's audits, header first, then what was not audited."""
    records = {audit.ref: _record(audit) for quarter in quarters for audit in quarter}
    _add_concerns(quarters, records)
    _add_actions(quarters, records)
    header = tuple(next(iter(records.values())))
    rows = [tuple(_spell(record).values()) for record in records.values()]
    return (header, *rows, *_not_audited(header))


def previous_rows(plan: YearPlan) -> tuple[Row, ...]:
    """Return the sheet Previous year: the counts of a year's plan."""
    names = ("Overall", *plan.quarters[0].areas)
    rows = ((name, *plan.total(name)) for name in names)
    return (("What", *JUDGEMENTS.values()), *rows)


LAST_YEAR_HEADER = ("Audit ref", "Audit date", "Overall judgement", "Moderated judgement")


def last_year_rows(quarters: list[list[Audit]]) -> tuple[Row, ...]:
    """Return last year's audits: what a comparison with them needs."""
    areas = [area for area, _, _ in AREAS if area != "Adulthood"]
    rows: list[Row] = [(*LAST_YEAR_HEADER, "Final judgement", *areas)]
    for audit in (audit for quarter in quarters for audit in quarter):
        judged = _judgements(audit)
        names = ("Overall judgement", "Moderated judgement", "Final judgement")
        cells = (_AREA_WORDS[audit.areas[area]] for area in areas)
        rows.append((audit.ref, audit.day, *(judged[name] for name in names), *cells))
    return tuple(rows)
