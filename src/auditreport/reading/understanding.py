"""Raw sheets into the clean data set: the order in which sheets are understood."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.problems import Place, ProblemLog
from auditreport.reading.actions_sheet import read_actions
from auditreport.reading.area_sheet import AreaList, read_areas
from auditreport.reading.audits_sheet import read_audits
from auditreport.reading.basis import Basis
from auditreport.reading.contract import (
    ACTIONS,
    ALIASES,
    AUDITS,
    FEEDBACK,
    LISTS,
    MEASURES,
    NARRATIVE,
    PRACTICE_AREAS,
    QUESTIONS,
    REPORT,
    ROUNDS,
    SCHEDULE,
    TARGETS,
    THEMATIC_AUDITS,
)
from auditreport.reading.dataset import (
    DataSet,
    FeedbackRound,
    Measure,
    NarrativePart,
    PreviousYear,
    ReportSettings,
    Response,
    SourceFile,
    ThematicAudit,
)
from auditreport.reading.feedback_sheet import read_feedback
from auditreport.reading.finding_sheets import SheetFinder
from auditreport.reading.list_sheets import read_vocabulary
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.measures_sheet import keep_recorded, measure_columns, read_measures
from auditreport.reading.narrative_passages import NarrativeDocument
from auditreport.reading.narrative_sections import join_document
from auditreport.reading.narrative_sheet import check_names, name_sections, read_narrative
from auditreport.reading.previous_sheet import previous_schema, read_previous
from auditreport.reading.question_sheet import read_questions, read_rounds
from auditreport.reading.raw import RawWorkbook
from auditreport.reading.report_sheet import read_settings
from auditreport.reading.schedule_sheet import read_schedule
from auditreport.reading.tables import Table
from auditreport.reading.targets_sheet import read_targets
from auditreport.reading.thematic_register import Register, read_register
from auditreport.reading.thematic_sheets import ThematicReader
from auditreport.records import record


@record
class Given:
    """The files that were read: workbooks, and narrative beside them."""

    workbooks: Sequence[RawWorkbook]
    documents: Sequence[NarrativeDocument]

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """The files, by their names and contents."""
        workbooks = tuple(SourceFile(book.file, book.sha256) for book in self.workbooks)
        return (*workbooks, *(SourceFile(text.file, text.sha256) for text in self.documents))


def understand_workbooks(
    workbooks: Sequence[RawWorkbook],
    mapping: TrackerMapping,
    log: ProblemLog,
    documents: Sequence[NarrativeDocument] = (),
) -> DataSet | None:
    """Return the data set, with all that was wrong in the log; None without year or audits."""
    workbooks = drop_copies(workbooks, log)
    finder = SheetFinder(workbooks, mapping, log)
    settings = read_settings(finder.tables(REPORT, finder.find(REPORT, is_required=True)), log)
    words = read_vocabulary(finder.tables(LISTS), finder.tables(ALIASES), mapping, log)
    basis = Basis(words, settings.year if settings else None, log)
    areas = read_areas(finder.tables(PRACTICE_AREAS), log)
    register = read_register(finder.tables(THEMATIC_AUDITS), basis)
    given = Given(workbooks, documents)
    data = _read_rows(finder, (settings, areas, register), given, basis)
    finder.report_unread()
    finder.report_untold(workbooks)
    return data


def drop_copies(workbooks: Sequence[RawWorkbook], log: ProblemLog) -> tuple[RawWorkbook, ...]:
    """Return the workbooks, each once: of two with the same bytes the later is reported."""
    kept: list[RawWorkbook] = []
    for workbook in workbooks:
        same = next((k for k in kept if workbook.sha256 and k.sha256 == workbook.sha256), None)
        if same is None:
            kept.append(workbook)
        else:
            log.add("same-file-twice", Place(workbook.file), other=same.file)
    return tuple(kept)


def _read_rows(
    finder: SheetFinder,
    declared: tuple[ReportSettings | None, AreaList, list[Register]],
    given: Given,
    basis: Basis,
) -> DataSet | None:
    """Read the sheets that hold rows; the settings, areas and thematic audits are known."""
    settings, areas, register = declared
    tables, measures = _find_audits(finder, areas, register, basis)
    audits = read_audits(tables, areas, measures, basis)
    thematic = ThematicReader(register, finder, basis).read()
    questions = read_questions(finder.tables(QUESTIONS), basis)
    kinds = basis.vocabulary.list_reader("Respondents")
    rounds = read_rounds(finder.tables(ROUNDS), kinds, basis)
    responses = read_feedback(finder.tables(FEEDBACK), questions, rounds, kinds, basis)
    schedule = read_schedule(finder.tables(SCHEDULE), basis)
    narrative = _read_texts(finder, (thematic, responses, rounds), given, basis)
    actions = read_actions(finder.tables(ACTIONS), tables, areas, basis)
    targets = read_targets(finder.tables(TARGETS), measures, basis)
    previous = _read_previous(finder, areas, basis)
    if settings is None or not tables:
        return None
    return DataSet(
        settings=settings,
        scale=basis.vocabulary.scale,
        areas=audits.areas,
        lists=basis.vocabulary.lists,
        audits=audits.audits,
        thematic=thematic,
        questions=questions,
        responses=responses,
        rounds=rounds,
        schedule=schedule,
        narrative=narrative,
        actions=actions,
        sources=given.sources,
        age_bands=basis.vocabulary.age_bands.labels,
        previous=previous,
        targets=targets,
        measures=measures,
    )


def _read_texts(
    finder: SheetFinder,
    named: tuple[tuple[ThematicAudit, ...], tuple[Response, ...], tuple[FeedbackRound, ...]],
    given: Given,
    basis: Basis,
) -> tuple[NarrativePart, ...]:
    """Return what people wrote, on the sheet and in a document beside the workbooks.

    `named` are what it can be about: a section bears the name of one of them.
    """
    sections = name_sections(*named)
    texts = read_narrative(finder.tables(NARRATIVE), sections, basis)
    parts = join_document(texts, given.documents, sections, basis.log)
    _check_names(*named, basis.log)
    return parts


def _find_audits(
    finder: SheetFinder, areas: AreaList, register: list[Register], basis: Basis
) -> tuple[list[Table], tuple[Measure, ...]]:
    """Return the sheets of audits, and the measures that they have columns for."""
    schema = AUDITS.with_columns(areas.columns())
    measures = read_measures(finder.tables(MEASURES), schema, basis)
    schema = schema.with_columns(measure_columns(measures))
    sheets = finder.find_audit_sheets([row.sheet for row in register])
    tables = finder.tables(schema, sheets)
    return tables, keep_recorded(measures, tables, basis)


def _read_previous(finder: SheetFinder, areas: AreaList, basis: Basis) -> PreviousYear | None:
    tables = finder.tables(previous_schema(basis.vocabulary))
    return read_previous(tables, areas.areas, basis)


def _check_names(
    thematic: tuple[ThematicAudit, ...],
    responses: tuple[Response, ...],
    rounds: tuple[FeedbackRound, ...],
    log: ProblemLog,
) -> None:
    """Report thematic audits whose name is that of a round of feedback, or of a section."""
    names = dict.fromkeys((*(r.name for r in rounds), *(r.round for r in responses)))
    check_names(thematic, names, log)
