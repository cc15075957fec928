"""What no single cell of an audit shows: repeated references, moderation, areas never judged."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.problems import ProblemLog
from auditreport.reading.audit_columns import AuditColumns
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import Audit, PracticeArea, Source, Status
from auditreport.reading.matching import count_rows
from auditreport.reading.tables import Table, name_cell
from auditreport.reading.values import show


def find_repeated_refs(audits: Sequence[Audit], log: ProblemLog) -> set[int]:
    """Return the positions of audits whose reference an earlier one has; report each."""
    first: dict[str, Source] = {}
    repeated: set[int] = set()
    for index, audit in enumerate(audits):
        if not audit.ref:
            continue
        met = first.setdefault(audit.ref.casefold(), audit.source)
        if met is not audit.source:
            place = audit.source.place("Audit ref")
            log.add("duplicate-ref", place, first=name_cell(met.place("Audit ref"), place))
            repeated.add(index)
    return repeated


def check_moderation(
    table: Table, columns: AuditColumns, scale: frozenset[str], log: ProblemLog
) -> None:
    """Report moderated audits whose columns do not agree or whose outcome is not said."""
    if "Moderated judgement" not in table:
        return
    for position, second in enumerate(columns.moderated_judgement):
        if second not in scale:
            continue
        if columns.moderated[position] is False:
            place = table.place(position, "Moderated")
            cell = table.cells("Moderated")[position]
            log.add("moderation-disagrees", place, value=show(cell))
        overall = columns.overall[position]
        if overall in scale and overall != second and columns.final[position] not in scale:
            place = table.place(position, "Moderated judgement")
            log.add("no-final-judgement", place, value=second, overall=overall)


def check_not_returned(audits: Sequence[Audit], log: ProblemLog) -> None:
    """Report in one note how many audits are not yet returned."""
    waiting = [audit for audit in audits if audit.status is Status.ALLOCATED]
    if waiting:
        log.add("not-returned", waiting[0].source.place(), count=count_rows(len(waiting)))


def check_areas_judged(
    audits: Sequence[Audit], areas: Sequence[PracticeArea], basis: Basis
) -> None:
    """Report practice areas that have a column and no judgement in it."""
    scale = frozenset(basis.vocabulary.scale.judgements)
    for area in areas:
        if not any(audit.areas[area.name] in scale for audit in audits):
            source = next((a.source for a in audits if area.name in a.source.letters), None)
            place = (source or audits[0].source).place(area.name)
            basis.log.add("area-never-judged", place, area=area.name)
