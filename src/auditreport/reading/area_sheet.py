"""The sheet Practice areas: which areas an audit judges, in the report's order."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.problems import Place, ProblemLog
from auditreport.reading.contract import PRACTICE_AREAS
from auditreport.reading.dataset import PracticeArea
from auditreport.reading.matching import name_key
from auditreport.reading.previous_sheet import OVERALL
from auditreport.reading.schema import Column, Holds
from auditreport.reading.tables import Table, name_cell
from auditreport.reading.values import Reader, read_column, read_text
from auditreport.records import record

DEFAULT_AREAS: tuple[PracticeArea, ...] = (
    PracticeArea(
        "Voice of the child",
        "Children, YP and families being involved including voice of the child",
    ),
    PracticeArea("Risk", "Identification of risk"),
    PracticeArea("Decision making", "Decision making being timely and effective"),
    PracticeArea("Coordination", "Coordination between agencies"),
    PracticeArea("Diversity", "Consideration and impact of diversity"),
    PracticeArea("Assessments", "Quality of assessments"),
    PracticeArea("Plans", "Quality of plans"),
    PracticeArea("Reviews", "Children & YP benefiting from regular reviews"),
    PracticeArea("Permanency", "Permanency planning"),
    PracticeArea("Placements", "Quality of placements"),
    PracticeArea("Independence", "Preparation for independence"),
    PracticeArea("Outcomes", "Outcomes"),
)


@record
class AreaList:
    """The practice areas in order; `places` has the cell of each, none for the default twelve."""

    areas: tuple[PracticeArea, ...]
    places: tuple[Place, ...] = ()

    @property
    def is_default(self) -> bool:
        """Whether these are the twelve of the case audit tool."""
        return not self.places

    def columns(self) -> tuple[Column, ...]:
        """Return the columns that the areas have on the sheet Audits."""
        return tuple(
            Column(area.name, Holds.LIST, area.label, (area.label, *area.aliases), "Judgements")
            for area in self.areas
        )


def read_areas(tables: Sequence[Table], log: ProblemLog) -> AreaList:
    """Return the council's practice areas; without a sheet, the default twelve."""
    areas: dict[str, tuple[PracticeArea, Place]] = {}
    for table in tables:
        text = Reader(read_text)
        columns = (read_column(table, column.name, text, log) for column in PRACTICE_AREAS.columns)
        for position, (name, label, aliases) in enumerate(zip(*columns, strict=True)):
            place = table.place(position, "Area")
            if not name:
                log.add("missing-value", place, column="Area", taken="it is not used")
                continue
            if name_key(name) == name_key(OVERALL):
                taken = "its name is that of the overall judgement, so it is left out"
                log.add("area-without-column", place, area=name, taken=taken)
                continue
            others = tuple(word.strip() for word in aliases.split(";") if word.strip())
            area = PracticeArea(name, label or name, others)
            first = areas.setdefault(name_key(name), (area, place))
            if first[1] != place and (first[0] != area or first[1].workbook == place.workbook):
                log.add(
                    "duplicate-name", place, first=name_cell(first[1], place), second=str(place)
                )
    if not areas:
        return AreaList(DEFAULT_AREAS)
    found = list(areas.values())
    return AreaList(tuple(area for area, _ in found), tuple(place for _, place in found))
