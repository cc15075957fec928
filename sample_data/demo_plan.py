"""What the demonstration's audits add up to: counts by quarter, from which rows are invented."""

from dataclasses import dataclass
from datetime import date

Counts = tuple[int, int, int, int]
_SCALE = "OGRI"


@dataclass(frozen=True, slots=True)
class QuarterPlan:
    """One quarter: how many of each judgement, overall and by practice area, best first.

    `moderation` holds a word of three letters for each moderated audit: the auditor's judgement,
    the moderator's and the final one. `measures` holds (yes, no) by measure.
    """

    months: tuple[date, date, date]
    overall: Counts
    areas: dict[str, Counts]
    moderation: tuple[str, ...]
    measures: dict[str, tuple[int, int]]

    @property
    def finals(self) -> str:
        """The final judgements as letters, best first."""
        return letters_of(self.overall)


@dataclass(frozen=True, slots=True)
class YearPlan:
    """A year's audits: the first year's digits stand in each reference."""

    prefix: str
    seed: int
    quarters: tuple[QuarterPlan, QuarterPlan, QuarterPlan, QuarterPlan]

    def total(self, area: str) -> Counts:
        """Return the year's counts of one area, or of the overall judgement."""
        rows = (q.overall if area == "Overall" else q.areas[area] for q in self.quarters)
        best, good, weak, worst = (sum(column) for column in zip(*rows, strict=True))
        return best, good, weak, worst


def letters_of(counts: Counts) -> str:
    """Return as many letters of the scale as were counted, best first."""
    return "".join(letter * count for letter, count in zip(_SCALE, counts, strict=True))


# Outstanding/Good/Requires Improvement/Inadequate in Q1, Q2, Q3 and Q4. What is missing to the
# quarter's audits was not applicable or not recorded.
THIS_YEAR = """
Overall      1/11/13/3  1/12/13/4  2/18/11/1  2/19/8/1
Voice        2/19/6/1   2/21/7/0   3/22/7/0   3/21/6/0
Risk         1/17/8/2   0/20/8/2   2/22/7/1   1/21/7/1
Assessment   0/13/12/3  0/15/13/2  1/18/12/1  0/18/11/1
Planning     0/9/15/4   0/11/15/4  0/14/15/2  0/13/15/2
Reviewing    0/13/9/1   0/15/9/1   1/15/9/1   0/14/10/0
Partnership  1/18/8/1   2/20/8/0   1/22/8/1   2/18/9/1
Identity     0/10/12/1  0/12/13/1  1/14/11/1  0/14/12/0
Supervision  0/10/14/4  0/11/15/4  1/22/8/1   1/21/7/1
Permanence   1/4/2/0    0/6/2/0    1/4/2/0    1/2/1/0
Adulthood    0/2/2/0    0/1/2/0    0/2/1/1    0/3/1/0
"""

LAST_YEAR = """
Overall      0/9/12/3   1/8/12/3   0/10/12/2  1/9/12/2
Voice        1/16/6/1   1/16/7/0   0/16/7/1   2/15/6/1
Risk         0/15/8/1   1/14/8/1   1/15/7/1   0/15/8/1
Assessment   0/10/12/2  0/11/11/2  0/11/12/1  0/12/11/1
Planning     0/7/14/3   0/8/13/3   0/7/15/2   0/8/14/2
Reviewing    1/14/5/0   0/15/5/0   1/15/4/0   0/15/5/0
Partnership  1/17/6/0   1/16/7/0   1/17/5/1   1/16/7/0
Identity     0/7/12/1   0/8/11/1   0/9/11/0   0/8/12/0
Supervision  0/8/13/3   0/8/14/2   0/9/13/2   0/9/13/2
Permanence   0/4/2/0    1/4/2/0    0/4/2/0    0/5/1/0
"""

# Yes/No of each measure in Q1 to Q4; this year alone.
MEASURES = """
Audited with the practitioner  13/15  16/14  24/8   25/5
Family's view sought           11/17  13/17  19/13  20/10
Child seen alone               17/5   18/6   20/6   19/5
Chronology up to date          12/16  14/16  15/17  14/16
Drift or delay                 9/19   10/20  6/26   5/25
"""

THIS_YEAR_MODERATION = """
GGG GGG RRR RRR GRR GRR RII III
GGG RRR RRR GRR RGG III RII OGG
GGG GGG GGG RRR RRR GRR OOO RGG III
GGG GGG RRR RRR GRG GGG
"""

LAST_YEAR_MODERATION = """
GGG RRR GRR III
GGG RRR GRR RRR
RRR GGG RII
GGG RRR GRR
"""


def _counts(text: str) -> Counts:
    best, good, weak, worst = (int(number) for number in text.split("/"))
    return best, good, weak, worst


def _table(text: str) -> dict[str, list[str]]:
    """Return the four quarters' entries by the words that each line begins with."""
    lines = (line.rsplit(maxsplit=4) for line in text.strip().splitlines())
    return {name: entries for name, *entries in lines}


def _months(year: int, quarter: int) -> tuple[date, date, date]:
    first = 3 + 3 * quarter
    months = [date(year + month // 12, month % 12 + 1, 1) for month in range(first, first + 3)]
    return months[0], months[1], months[2]


def _quarter(year: int, number: int, tables: tuple[str, str, str]) -> QuarterPlan:
    judgements, moderation, measures = tables
    counts = {name: _counts(row[number]) for name, row in _table(judgements).items()}
    pairs = {name: row[number].split("/") for name, row in _table(measures).items()}
    return QuarterPlan(
        months=_months(year, number),
        overall=counts.pop("Overall"),
        areas=counts,
        moderation=tuple(moderation.strip().splitlines()[number].split()),
        measures={name: (int(yes), int(no)) for name, (yes, no) in pairs.items()},
    )


def build_plan(year: int, seed: int, tables: tuple[str, str, str]) -> YearPlan:
    """Return the plan of the year that begins in April: judgements, moderation, measures."""
    first, second, third, fourth = (_quarter(year, number, tables) for number in range(4))
    return YearPlan(f"A{year % 100}", seed, (first, second, third, fourth))


THIS_PLAN = build_plan(2024, 20242, (THIS_YEAR, THIS_YEAR_MODERATION, MEASURES))
LAST_PLAN = build_plan(2023, 20231, (LAST_YEAR, LAST_YEAR_MODERATION, ""))
