"""The audits of the demonstration: rows drawn so that they add up to what demo_plan.py says."""

from random import Random

from demo_cases import Audit, draw_audits, shuffled
from demo_lists import AREAS
from demo_plan import QuarterPlan, YearPlan, letters_of

# Which cases an area is about, where it is not about all of them.
_AREA_CASES = {
    "Permanence": ("Child Looked After",),
    "Adulthood": ("Care Leaver",),
    "Reviewing": ("Child Protection", "Child Looked After", "Child in Need", "Care Leaver"),
}
_WORTH = {"O": 3.0, "G": 2.0, "R": 1.0, "I": 0.0}
_SPREAD = 1.9  # how far one area may stray from the audit's overall judgement

# Quarter and final judgement of a re-audit; the same of the audit that it repeats, by its place
# among those; an audit of the year before is named by its reference.
_RE_AUDITS: tuple[tuple[int, str, int, str, int], ...] = (
    (2, "G", 0, "I", 0),
    (2, "R", 0, "I", 1),
    (2, "I", 0, "I", 2),
    (3, "G", 1, "I", 0),
    (3, "R", 1, "I", 1),
    (3, "G", 1, "R", 1),
    (3, "I", 0, "R", 0),
)
_RE_AUDIT_OF_LAST_YEAR = (1, "R", "A23-041")

_NEVER_ALONE = {"Unborn", 0, 1}


def _judge_area(area: str, plan: QuarterPlan, audits: list[Audit], dice: Random) -> None:
    """Hand an area's judgements to the cases it is about, the best to the best audits."""
    letters = letters_of(plan.areas.get(area, (0, 0, 0, 0)))
    about = _AREA_CASES.get(area)
    order = shuffled(audits, dice)
    order.sort(key=lambda audit: about is not None and audit.case.kind not in about)
    chance = {id(audit): _WORTH[audit.final] + dice.random() * _SPREAD for audit in audits}
    ranked = sorted(order[: len(letters)], key=lambda audit: chance[id(audit)], reverse=True)
    for audit, letter in zip(ranked, letters, strict=True):
        audit.areas[area] = letter
    for audit in order[len(letters) :]:
        audit.areas[area] = "N" if about else "n"


def _answer_measure(name: str, yes_no: tuple[int, int], audits: list[Audit], dice: Random) -> None:
    """Hand out yes and no; a child under two is not seen alone."""
    yes, no = yes_no
    order = shuffled(audits, dice)
    if name == "Child seen alone":
        order.sort(key=lambda audit: audit.case.age in _NEVER_ALONE)
    answers = shuffled(["Yes"] * yes + ["No"] * no, dice)
    rest = ["N/A"] * (len(order) - len(answers))
    for audit, answer in zip(order, answers + rest, strict=True):
        audit.measures[name] = answer


def _moderate(plan: QuarterPlan, audits: list[Audit], dice: Random) -> None:
    """Give each word of the plan to an audit with its final judgement."""
    free = shuffled(audits, dice)
    for word in plan.moderation:
        first, second, final = tuple(word)
        audit = next(audit for audit in free if audit.final == final)
        free.remove(audit)
        audit.first, audit.moderated = first, second
    for audit in free:
        audit.first = audit.final


def _repeat(audit: Audit, original: Audit) -> None:
    """Make an audit a re-audit: of the same case, a year at most later."""
    audit.case = original.case
    audit.re_audit_of = original.ref


def _link_re_audits(quarters: list[list[Audit]]) -> None:
    """Turn some audits of later quarters into re-audits of earlier ones."""
    for quarter, final, first_quarter, first_final, place in _RE_AUDITS:
        originals = [audit for audit in quarters[first_quarter] if audit.final == first_final]
        _repeat(_first_free(quarters[quarter], final), originals[place])
    quarter, final, ref = _RE_AUDIT_OF_LAST_YEAR
    _first_free(quarters[quarter], final).re_audit_of = ref


def _first_free(audits: list[Audit], final: str) -> Audit:
    """Return an audit with this judgement that is no re-audit yet, late in its quarter."""
    found = (audit for audit in reversed(audits) if audit.final == final and not audit.re_audit_of)
    return next(found)


def draw_year(plan: YearPlan, *, with_re_audits: bool) -> list[list[Audit]]:
    """Return the year's audits by quarter, numbered in the order of their days."""
    dice = Random(plan.seed)
    quarters = [draw_audits(quarter, dice) for quarter in plan.quarters]
    for number, audit in enumerate((audit for audits in quarters for audit in audits), start=1):
        audit.ref = f"{plan.prefix}-{number:03d}"
    if with_re_audits:
        _link_re_audits(quarters)
    for quarter_plan, audits in zip(plan.quarters, quarters, strict=True):
        for area, _, _ in AREAS:
            _judge_area(area, quarter_plan, audits, dice)
        for name, yes_no in quarter_plan.measures.items():
            _answer_measure(name, yes_no, audits, dice)
        _moderate(quarter_plan, audits, dice)
    return quarters
