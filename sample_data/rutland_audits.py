"""The 56 standard audits of the sample: invented rows whose totals are the published ones.

Every reference, date, age, team and single judgement is made up; README.md says what is real.
"""

from dataclasses import dataclass
from datetime import date

AREAS = (
    ("Voice of the child", "Children, YP and families being involved including voice of the child"),
    ("Risk", "Identification of risk"),
    ("Decision making", "Decision making being timely and effective"),
    ("Coordination", "Coordination between agencies"),
    ("Diversity", "Consideration and impact of diversity"),
    ("Assessments", "Quality of assessments"),
    ("Plans", "Quality of plans"),
    ("Reviews", "Children & YP benefiting from regular reviews"),
    ("Permanency", "Permanency planning"),
    ("Placements", "Quality of placements"),
    ("Independence", "Preparation for independence"),
    ("Outcomes", "Outcomes"),
)

JUDGEMENTS = {
    "O": "Outstanding",
    "G": "Good",
    "R": "Requires Improvement",
    "I": "Inadequate",
}
AREA_CODES: dict[str, str | None] = {**JUDGEMENTS, "N": "N/A", "n": "Not recorded", ".": None}

CASE_TYPES = {
    "EH": "Early Help",
    "CP": "Child Protection",
    "CIN": "Child in Need",
    "LAC": "Looked After Child",
    "ADP": "Adoption and Permanence",
    "CL": "Care Leaver",
}
TEAMS = {
    "EHE": "Early Help East",
    "EHW": "Early Help West",
    "ASM": "Assessment",
    "SAF": "Safeguarding",
    "PER": "Permanence",
}

# Audit ref, case ref, date, case type, age, team, auditor, children, overall judgement,
# moderator, moderated judgement, final judgement, the twelve areas in report order
# (N: N/A, n: Not recorded, a dot: left blank), impact judgement, immediate concern
# (a key of rutland_text.IMMEDIATE_ACTIONS). A dash: nothing entered.
ROWS = """
A16-001 C1380 2016-04-07 CL  18 PER E 1 G - - - GGGORGRGNGRG - -
A16-002 C1445 2016-04-18 EH   3 EHE C 3 R - - - RGRGGRRNNNNG - -
A16-003 C1232 2016-04-27 LAC 11 PER F 1 R K R - RGRGRIRRGG.G - -
A16-004 C1459 2016-04-29 LAC 14 PER B 1 O - - - GOGGGGGGOOGG O -
A16-005 C1285 2016-05-04 EH  15 EHE D 1 G - - - GGRGGGGNNNGR G -
A16-006 C1451 2016-05-06 CP   1 ASM D 1 R L I I IRIRRRIRGNNR - -
A16-007 C1429 2016-05-09 CIN  4 SAF E 1 R - - - RGRGNRRGNNNG R -
A16-008 C1134 2016-05-10 LAC  8 PER F 1 R - - - RIGGGRGRRGNR R visit
A16-009 C1456 2016-05-13 LAC 16 PER E 1 R - - - GGRGGR.RGRGG G -
A16-010 C1352 2016-05-24 CIN 14 ASM B 1 I - - - RRRRRIIINNRR - plan
A16-011 C1480 2016-05-31 ADP  3 PER D 1 G K G - RGGGGGRGGGNG - -
A16-012 C1363 2016-06-03 LAC  2 PER E 1 G - - - RGRGGGRRGGNO - -
A16-013 C1044 2016-06-08 CL  17 PER C 1 G M G - GGRGnGGGNGGG - -
A16-014 C1421 2016-06-10 CIN 15 SAF B 1 R - - - GGGRGRRRNNRG - -
A16-015 C1154 2016-06-21 CP   6 SAF E 3 R - - - RRIGRRRGNNNG R -
A16-016 C1068 2016-07-06 CIN 15 ASM A 1 R - - - GGRRGGRGNNGG - -
A16-017 C1039 2016-07-07 CP   0 ASM D 1 I L I - RIIRNIRRNNNI I meeting
A16-018 C1252 2016-07-08 LAC  5 PER C 1 R - - - GGIGGGRRRONG - -
A16-019 C1471 2016-07-12 CL  18 PER D 1 G - - - RGRGGGGGNGGG - -
A16-020 C1245 2016-07-15 LAC 15 PER A 1 G K G - GGRGRRRGGGGG G -
A16-021 C1051 2016-07-20 CIN 12 ASM D 1 I - - - IRRRRIIINGNR - -
A16-022 C1156 2016-09-05 CL  17 PER D 1 R M G R RGGGRRIRGGGR - -
A16-023 C1071 2016-09-12 LAC 16 PER D 1 R - - - RGRG.RRRGRRG R -
A16-024 C1082 2016-09-15 EH   7 EHE F 1 G - - - RGGGGRGNNNNG - -
A16-025 C1167 2016-09-19 ADP  2 PER D 1 G - - - GGGGGGGGGGNG G -
A16-026 C1110 2016-11-14 CP   4 ASM D 1 R K R - RRRGRRRRRGNR R -
A16-027 C1182 2016-11-16 CL  17 PER F 1 G L G - GGRGGGRRGGGG - -
A16-028 C1109 2016-11-18 CIN  7 SAF B 1 G M R R RRRGNRIRRGNG R -
A16-029 C1125 2016-11-21 LAC 15 PER C 1 G K G - GRRGGGRRGGGG - -
A16-030 C1089 2016-11-22 CP   0 SAF D 1 R L R - RGIRRRRGRRNG - -
A16-031 C1256 2016-11-23 ADP  3 PER A 1 R M R - GGIRRRRRRGNG R -
A16-032 C1234 2016-11-24 LAC 13 PER B 1 R K G G RGRRGRRGGGGG - -
A16-033 C1476 2016-11-28 CL  18 PER D 1 R L R - RRRGRGRRGGGR - -
A16-034 C1366 2016-11-29 LAC  9 PER F 1 R M R - RRRRRRRRRGRG - -
A16-035 C1164 2016-11-30 CIN 12 SAF A 1 G K G - GGGRGRRGGGGR - -
A16-036 C1376 2017-01-10 ADP  4 PER A 1 G - - - GGGGGRGGGONG G -
A16-037 C1324 2017-01-13 CIN 16 ASM A 2 I - - - IRIRRIRINNRR I visit
A16-038 C1290 2017-01-17 LAC 16 PER B 1 G - - - GGGGGRRGGGOG G -
A16-039 C1127 2017-01-19 CP  10 ASM A 3 R - - - RGRRRRRRNNNG R -
A16-040 C1139 2017-01-20 CP   0 SAF B 1 R - - - RRGGNRRRNNNG R -
A16-041 C1314 2017-01-25 EH   8 EHW C 1 G - - - GGGGOGGNNNNG G -
A16-042 C1443 2017-02-02 CIN 14 SAF B 1 G - - - RGROnGORNGGO G -
A16-043 C1426 2017-02-03 EH  15 EHE E 1 R - - - GRRRRGRNNNGR G -
A16-044 C1398 2017-02-10 LAC 11 PER E 1 R - - - GGRRI.GRRRNG R -
A16-045 C1340 2017-02-13 LAC  7 PER B 1 G - - - OGOGGGRGGGNO R -
A16-046 C1020 2017-02-15 CIN  9 ASM D 2 R - - - RRRRGRRGNNNG R -
A16-047 C1155 2017-02-21 CIN  6 ASM E 1 R - - - RGIGRRRRNGNR R -
A16-048 C1293 2017-02-23 EH   5 EHW E 1 R - - - RIRGNRRNNNNG R -
A16-049 C1453 2017-03-07 CP   3 ASM C 2 G - - - RGGGGGGGGNNG R -
A16-050 C1104 2017-03-09 CL  19 PER B 1 R - - - RGRRRRIRGRRR G -
A16-051 C1221 2017-03-10 LAC 14 PER E 1 R - - - GRRGRGRGRG.R G -
A16-052 C1165 2017-03-15 LAC  1 PER A 2 R - - - RRRGRRRRGGNG R -
A16-053 C1011 2017-03-17 CL  17 PER F 1 G - - - GGGGGGGRGGGG G -
A16-054 C1323 2017-03-20 LAC 15 PER C 1 O - - - GGGOGGGGOOGG O -
A16-055 C1195 2017-03-21 CL  18 PER D 1 R - - - RGRGRRIGGGRR G -
A16-056 C1040 2017-03-27 EH  16 EHE C 3 R - - - RRRRRRRRNNGR R -
"""


@dataclass(frozen=True)
class Audit:
    """One audit as it is entered in the sheet; None is a blank cell."""

    ref: str
    case: str
    day: date
    case_type: str
    age: int
    team: str
    auditor: str
    children: int
    overall: str
    moderator: str | None
    moderated: str | None
    final: str | None
    areas: tuple[str | None, ...]
    impact: str | None
    concern: str | None

    @property
    def is_inspection(self) -> bool:
        """Say whether this is one of the ten audits of the inspection (November, December)."""
        return date(2016, 11, 14) <= self.day <= date(2016, 12, 6)


def read_audit(line: str) -> Audit:
    """Read one line of ROWS."""
    (
        ref, case, day, case_type, age, team, auditor, children,
        overall, moderator, moderated, final, areas, impact, concern,
    ) = line.split()  # fmt: skip
    return Audit(
        ref=ref,
        case=case,
        day=date.fromisoformat(day),
        case_type=CASE_TYPES[case_type],
        age=int(age),
        team=TEAMS[team],
        auditor=f"Auditor {auditor}",
        children=int(children),
        overall=JUDGEMENTS[overall],
        moderator=None if moderator == "-" else f"Moderator {moderator}",
        moderated=JUDGEMENTS.get(moderated),
        final=JUDGEMENTS.get(final),
        areas=tuple(AREA_CODES[code] for code in areas),
        impact=JUDGEMENTS.get(impact),
        concern=None if concern == "-" else concern,
    )


AUDITS = tuple(read_audit(line) for line in ROWS.strip().splitlines())
