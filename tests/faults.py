"""Every kind of fault that a test puts into a workbook, with what reading must say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from whole_workbook import CLEAN, WORDS, Book, Shift, cell_name, column_of, day_of

from auditreport.reading.raw import CellValue, ErrorValue, Uncalculated

FORMULA = Uncalculated()
BROKEN = ErrorValue("#REF!")


@dataclass(frozen=True, slots=True, order=True)
class At:
    """A problem: its code and its cell, counted from 0 before the sheet is moved.

    A problem of a whole sheet has no row, one of a whole workbook no sheet.
    """

    code: str
    sheet: str
    row: int | None = None
    column: int = 0

    def told(self, shifts: Mapping[str, Shift]) -> tuple[str, str, str]:
        """Return it as (code, sheet, cell), with the sheets moved."""
        shift = shifts.get(self.sheet, (0, 0))
        cell = "" if self.row is None else cell_name(self.row, self.column, shift)
        return self.code, self.sheet, cell


Put = Callable[[Book, int], list[At]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault: `put` puts it into a row of a sheet and returns what must be said.

    Of two faults that share a `place` one alone is drawn; a fault without one may come again in
    other rows.
    """

    name: str
    sheet: str
    put: Put
    place: str = ""


def at(code: str, sheet: str, row: int, header: str) -> At:
    """Return a problem at a column's cell."""
    return At(code, sheet, row, column_of(sheet, header))


def holds(code: str, sheet: str, header: str, value: CellValue, place: str = "") -> Fault:
    """Return the fault that a cell of a column holds a value."""

    def put(book: Book, row: int) -> list[At]:
        book.put(sheet, row, header, value)
        return [at(code, sheet, row, header)]

    return Fault(f"{sheet}: {header} holds {value!r}", sheet, put, place)


def setting(code: str, name: str, value: CellValue) -> Fault:
    """Return the fault that a setting of the sheet Report has a value."""
    row = next(n for n, line in enumerate(CLEAN["Report"]) if line[0] == name)

    def put(book: Book, _row: int) -> list[At]:
        book.put("Report", row, "Value", value)
        return [at(code, "Report", row, "Value")]

    return Fault(f"Report: {name} is {value!r}", "Report", put, f"setting {name}")


def header(code: str, sheet: str, old: str, new: str) -> Fault:
    """Return the fault that a column is headed otherwise."""

    def put(book: Book, _row: int) -> list[At]:
        book.put(sheet, 0, old, new)
        return [at(code, sheet, 0, old)]

    return Fault(f"{sheet}: {old} is headed {new}", sheet, put, f"header {sheet} {old}")


def theme(code: str, header: str, value: CellValue) -> Fault:
    """Return the fault that leaves the third thematic audit out, and its sheet unnamed."""

    def put(book: Book, _row: int) -> list[At]:
        book.put("Thematic audits", 3, header, value)
        return [
            at(code, "Thematic audits", 3, header),
            At("case-sheet-not-named", "Pilot cases"),
        ]

    return Fault(f"the pilot's {header} is {value!r}", "Thematic audits", put, "the pilot")


# What stands in a row of audits


def undated(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Audit date", None)
    book.put("Audits", row, "Quarter", None)
    return [at("missing-date", "Audits", row, "Audit date")]


def date_typed_as_text(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Audit date", f"{day_of(row):%d/%m/%Y}")
    return [at("date-as-text", "Audits", row, "Audit date")]


def date_without_a_format(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Audit date", (day_of(row) - date(1899, 12, 30)).days)
    return [at("date-as-number", "Audits", row, "Audit date")]


def month_for_a_date(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Audit date", f"{day_of(row):%B %Y}")
    return [at("month-alone", "Audits", row, "Audit date")]


def month_without_its_year(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Audit date", f"{day_of(row):%b}")
    return [
        at("month-without-year", "Audits", row, "Audit date"),
        at("month-alone", "Audits", row, "Audit date"),
    ]


def date_of_another_year(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Audit date", date(2015, 4, 1))
    book.put("Audits", row, "Overall judgement", "of no account")
    book.put("Audits", row, "Action", None)
    return [at("outside-year", "Audits", row, "Audit date")]


def other_quarter(book: Book, row: int) -> list[At]:
    wrong = "Q2" if book.get("Audits", row, "Quarter") != "Q2" else "Q3"
    book.put("Audits", row, "Quarter", wrong)
    return [at("quarter-disagrees", "Audits", row, "Quarter")]


def repeated_reference(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Audit ref", " a1 ")
    return [at("duplicate-ref", "Audits", row, "Audit ref")]


def open_second_opinion(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Overall judgement", "Good")
    book.put("Audits", row, "Moderated judgement", "Inadequate")
    book.put("Audits", row, "Final judgement", None)
    return [at("no-final-judgement", "Audits", row, "Moderated judgement")]


def not_yet_returned(book: Book, row: int) -> list[At]:
    judged = ("Overall", "Moderated", "Final", "Impact")
    for name in (*(f"{word} judgement" for word in judged), "Risk", "Plans", "Reviews", "Outcomes"):
        book.put("Audits", row, name, " ")
    return [At("not-returned", "Audits", row, 0)]


def row_of_totals(book: Book, row: int) -> list[At]:
    book.sheets["Audits"][row] = ["Total", None, None, None, 4711]
    return [At("total-row", "Audits", row, 0)]


def remark(book: Book, row: int) -> list[At]:
    book.sheets["Audits"][row] = ["Note: from here on by the new team"]
    return [At("footnote-row", "Audits", row, 0)]


def long_remark(book: Book, row: int) -> list[At]:
    book.sheets["Audits"][row] = ["The audits below were all done by people of another council."]
    return [At("footnote-row", "Audits", row, 0)]


def header_again(book: Book, row: int) -> list[At]:
    book.sheets["Audits"][row] = list(CLEAN["Audits"][0])
    return [At("repeated-header", "Audits", row, 0)]


def hidden_row(book: Book, row: int) -> list[At]:
    book.hidden.append(("Audits", row))
    return [At("hidden-rows", "Audits", row, 0)]


def merged_with_the_next(code: str, name: str) -> Fault:
    """Return the fault that a cell of a row is merged with its neighbour on the right."""
    first = column_of("Audits", name)

    def put(book: Book, row: int) -> list[At]:
        book.sheets["Audits"][row][first + 1] = None
        book.merged.append(("Audits", row, first))
        return [At(code, "Audits", row, first)]

    return Fault(f"Audits: {name} is merged with the next cell", "Audits", put)


def done_before_raised(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Action completed", day_of(row) - timedelta(days=1))
    return [at("completed-before-raised", "Audits", row, "Action completed")]


def due_before_raised(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Action due", day_of(row) - timedelta(days=1))
    return [at("due-before-raised", "Audits", row, "Action due")]


# Columns


def second_column(book: Book, _row: int) -> list[At]:
    book.sheets["Audits"][0].append("Ethnic group")
    return [at("duplicate-column", "Audits", 0, "Ethnicity")]


def own_column(book: Book, _row: int) -> list[At]:
    width = len(book.sheets["Audits"][0])
    book.sheets["Audits"][0].append("Room")
    book.sheets["Audits"].append([*[None] * width, "B12"])
    return [
        At("own-columns", "Audits", 0, width),
        At("rows-without-data", "Audits", len(book.sheets["Audits"]) - 1, 0),
    ]


def table_beside(book: Book, _row: int) -> list[At]:
    width = len(book.sheets["Audits"][0])
    book.sheets["Audits"][0] += [None, "Room"]
    return [At("columns-apart", "Audits", 0, width + 1)]


def area_without_a_column(book: Book, _row: int) -> list[At]:
    book.put("Audits", 0, "Reviews", None)
    return [at("area-without-column", "Practice areas", 3, "Area")]


def area_never_judged(book: Book, _row: int) -> list[At]:
    for row in range(1, len(CLEAN["Audits"])):
        line = book.sheets["Audits"][row]
        if line[-1] in WORDS:
            line[-1] = "N/A"
    return [at("area-never-judged", "Audits", 1, "Outcomes")]


# Settings, lists and words


def setting_not_known(book: Book, _row: int) -> list[At]:
    book.sheets["Report"].append(["Favourite colour", "Green"])
    return [At("unknown-setting", "Report", len(book.sheets["Report"]) - 1, 0)]


def setting_given_twice(book: Book, _row: int) -> list[At]:
    book.sheets["Report"].append(["Title", "Another"])
    return [At("contradicting-settings", "Report", len(book.sheets["Report"]) - 1, 1)]


def no_organisation(book: Book, _row: int) -> list[At]:
    book.put("Report", 1, "Value", None)
    return [At("missing-setting", "Report", 0, 0)]


def worse_called_good(book: Book, _row: int) -> list[At]:
    book.put("Lists", 2, "Good or better", "Requires Improvement")
    return [at("good-not-best", "Lists", 0, "Good or better")]


def overlapping_age_bands(book: Book, _row: int) -> list[At]:
    book.put("Lists", 4, "Age bands", "8 to 12")
    return [at("age-bands-overlap", "Lists", 4, "Age bands")]


def same_team_twice(book: Book, _row: int) -> list[At]:
    book.put("Lists", 4, "Teams", "NORTH")
    return [at("repeated-in-list", "Lists", 4, "Teams")]


def same_area_twice(book: Book, _row: int) -> list[At]:
    book.sheets["Practice areas"].append(["RISK", "Another"])
    return [At("duplicate-name", "Practice areas", len(book.sheets["Practice areas"]) - 1, 0)]


def label_without_area(book: Book, _row: int) -> list[At]:
    book.sheets["Practice areas"].append([None, "A label alone"])
    return [At("missing-value", "Practice areas", len(book.sheets["Practice areas"]) - 1, 0)]


# Thematic audits


def no_item_judged(book: Book, row: int) -> list[At]:
    for item in ("Aim is clear", "Steps are clear", "Dates are kept"):
        book.put("Plan cases", row, item, None)
    return [at("items-cover-fewer", "Thematic audits", 1, "Name")]


def column_of_text(book: Book, _row: int) -> list[At]:
    for row in range(1, len(book.sheets["Pilot cases"])):
        book.put("Pilot cases", row, "Plan", "seen with the family")
    return [at("item-without-judgements", "Pilot cases", 0, "Plan")]


def column_of_reasons(book: Book, _row: int) -> list[At]:
    for row in range(1, len(book.sheets["Visit cases"])):
        book.put("Visit cases", row, "School asked", "joint working")
    return [at("item-without-marks", "Visit cases", 0, "School asked")]


def no_cases(book: Book, _row: int) -> list[At]:
    del book.sheets["Pilot cases"][1:]
    return [at("thematic-without-cases", "Thematic audits", 3, "Name")]


def compared_with_other_items(book: Book, _row: int) -> list[At]:
    book.put("Thematic audits", 3, "Compared with", "Plans checked")
    return [at("comparison-other-items", "Thematic audits", 3, "Compared with")]


def compared_with_nothing(book: Book, _row: int) -> list[At]:
    book.put("Thematic audits", 2, "Compared with", "Last year")
    return [at("unknown-comparison", "Thematic audits", 2, "Compared with")]


# Feedback and actions


def question_without_answers(book: Book, _row: int) -> list[At]:
    book.put("Questions", 4, "Answers", None)
    book.put("Questions", 4, "Positive", None)
    return [at("question-without-answers", "Questions", 4, "Answers")]


def question_without_column(book: Book, _row: int) -> list[At]:
    book.sheets["Questions"].append(["F9", "Anything else?", "Open", None, None])
    row = len(book.sheets["Questions"]) - 1
    return [at("question-without-column", "Questions", row, "Code")]


def same_question_twice(book: Book, _row: int) -> list[At]:
    book.sheets["Questions"].append(["f1", "Again?", "Open", None, None])
    row = len(book.sheets["Questions"]) - 1
    return [at("duplicate-name", "Questions", row, "Code")]


def same_round_twice(book: Book, _row: int) -> list[At]:
    book.sheets["Rounds"].append(["Spring", "Child", None])
    return [at("repeated-row", "Rounds", len(book.sheets["Rounds"]) - 1, "Round")]


def ends_before_it_begins(book: Book, row: int) -> list[At]:
    book.put("Schedule", row, "To", date(2016, 3, 31))
    return [at("dates-reversed", "Schedule", row, "To")]


def in_another_year(book: Book, row: int) -> list[At]:
    book.put("Schedule", row, "From", date(2015, 4, 1))
    book.put("Schedule", row, "To", date(2015, 4, 30))
    return [at("outside-year", "Schedule", row, "From")]


def action_done_too_soon(book: Book, row: int) -> list[At]:
    book.put("Actions", row, "Status", "Complete")
    book.put("Actions", row, "Completed", day_of(row) - timedelta(days=1))
    return [at("completed-before-raised", "Actions", row, "Completed")]


def action_due_too_soon(book: Book, row: int) -> list[At]:
    book.put("Actions", row, "Due", day_of(row) - timedelta(days=1))
    return [at("due-before-raised", "Actions", row, "Due")]


def action_done_on_no_day(book: Book, row: int) -> list[At]:
    book.put("Actions", row, "Status", "Done")
    return [at("complete-without-date", "Actions", row, "Completed")]


def action_done_and_open(book: Book, row: int) -> list[At]:
    book.put("Actions", row, "Completed", day_of(row))
    return [at("status-disagrees", "Actions", row, "Status")]


# Sheets


def sheet_nearly_named(book: Book, _row: int) -> list[At]:
    book.sheets["Target"] = [["Measure", "At least"], ["Completed", 60]]
    return [At("near-miss-sheet", "Target")]


def sheet_of_their_own(book: Book, _row: int) -> list[At]:
    book.sheets["Rota"] = [["Week", "On duty"], [1, "North"]]
    return [At("sheets-not-read", "")]


def words_for_the_only_date(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Quarter", None)
    book.put("Audits", row, "Audit date", "early spring")
    return [at("unreadable-date", "Audits", row, "Audit date")]


def words_for_a_judgement_of_an_exempt_audit(book: Book, row: int) -> list[At]:
    book.put("Audits", row, "Status", "Exempt")
    book.put("Audits", row, "Impact judgement", "see team")
    return [at("judgement-not-used", "Audits", row, "Impact judgement")]


_JUDGED = ("Overall judgement", "Moderated judgement", "Final judgement", "Impact judgement")

FAULTS: tuple[Fault, ...] = (
    *(holds("unknown-judgement", "Audits", name, "Goood") for name in (*_JUDGED, "Risk")),
    holds("unknown-judgement", "Audits", "Plans", 7),
    holds("error-value", "Audits", "Overall judgement", BROKEN),
    holds("error-value", "Audits", "Plans", BROKEN),
    holds("error-value", "Audits", "Age", BROKEN),
    holds("error-value", "Audits", "Strengths", BROKEN),
    holds("error-value", "Audits", "Audit date", BROKEN),
    holds("error-value", "Audits", "Quarter", BROKEN),
    holds("error-value", "Audits", "Action due", BROKEN),
    holds("not-calculated", "Audits", "Risk", FORMULA),
    holds("not-calculated", "Audits", "Audit date", FORMULA),
    holds("not-calculated", "Audits", "Audit ref", FORMULA),
    holds("impossible-date", "Audits", "Audit date", "31/02/2016"),
    holds("date-in-words", "Audits", "Audit date", "early spring"),
    Fault("Audits: words for the only date", "Audits", words_for_the_only_date),
    Fault("Audits: words for no judgement", "Audits", words_for_a_judgement_of_an_exempt_audit),
    holds("unreadable-date", "Audits", "Audit date", 7),
    holds("unreadable-date", "Audits", "Action due", "12/04"),
    holds("date-in-words", "Audits", "Action due", "when the plan is made"),
    holds("unknown-quarter", "Audits", "Quarter", "Q5"),
    holds("not-in-list", "Audits", "Team", "Noth"),
    holds("not-in-list", "Audits", "Case type", "Adoption"),
    holds("not-in-list", "Audits", "Service", 12),
    holds("not-in-list", "Audits", "Audit type", "Shceduled"),
    holds("not-in-list", "Audits", "Status", "Finsihed"),
    holds("spelling-differs", "Audits", "Gender", "FEMALE"),
    holds("unknown-yes-no", "Audits", "Moderated", "Perhaps"),
    holds("unknown-yes-no", "Audits", "Immediate concern", "see file", "immediate concern"),
    holds("moderation-disagrees", "Audits", "Moderated", "No"),
    holds("age-without-band", "Audits", "Age", "quite old"),
    holds("age-without-band", "Audits", "Age", 140),
    holds("unreadable-number", "Audits", "Children", "two", "header Audits Children"),
    Fault("Audits: no date", "Audits", undated),
    Fault("Audits: a date as text", "Audits", date_typed_as_text),
    Fault("Audits: a date as a number", "Audits", date_without_a_format),
    Fault("Audits: a month alone", "Audits", month_for_a_date),
    Fault("Audits: a month without year", "Audits", month_without_its_year),
    Fault("Audits: another year", "Audits", date_of_another_year),
    Fault("Audits: another quarter", "Audits", other_quarter),
    Fault("Audits: the same reference", "Audits", repeated_reference),
    Fault("Audits: no final judgement", "Audits", open_second_opinion),
    Fault("Audits: not returned", "Audits", not_yet_returned),
    Fault("Audits: totals", "Audits", row_of_totals),
    Fault("Audits: a remark", "Audits", remark),
    Fault("Audits: a long remark", "Audits", long_remark),
    Fault("Audits: the header again", "Audits", header_again),
    Fault("Audits: a hidden row", "Audits", hidden_row),
    Fault("Audits: done before raised", "Audits", done_before_raised),
    Fault("Audits: due before raised", "Audits", due_before_raised),
    merged_with_the_next("merged-key", "Audit ref"),
    merged_with_the_next("merged-cells", "Auditor"),
    header("near-miss-column", "Audits", "Children", "Childern"),
    header("near-miss-column", "Audits", "Re-audit of", "Re-audit off"),
    header("near-miss-column", "Schedule", "Note", "Noet"),
    header("near-miss-column", "Narrative", "Heading", "Headingg"),
    Fault("Audits: two columns", "Audits", second_column, "right of Audits"),
    Fault("Audits: an own column", "Audits", own_column, "right of Audits"),
    Fault("Audits: a table beside", "Audits", table_beside, "right of Audits"),
    Fault("Audits: an area unjudged", "Audits", area_never_judged, "area"),
    Fault("Audits: an area missing", "Audits", area_without_a_column, "area"),
    setting("unreadable-setting", "Strength threshold", "many"),
    setting("unreadable-setting", "Fewest audits to compare", -1),
    setting("unreadable-setting", "Colours", "pink"),
    setting("error-value", "Approved by", BROKEN),
    setting("date-as-text", "Report date", "2 May 2017"),
    Fault("Report: an unknown setting", "Report", setting_not_known),
    Fault("Report: a setting twice", "Report", setting_given_twice, "title"),
    Fault("Report: no organisation", "Report", no_organisation, "organisation"),
    Fault("Lists: a team twice", "Lists", same_team_twice, "teams"),
    holds("error-value", "Lists", "Case types", BROKEN),
    holds("contradicting-lists", "Lists", "Not judged", "Good", "not judged"),
    Fault("Lists: age bands overlap", "Lists", overlapping_age_bands, "age bands"),
    Fault("Lists: worse is good", "Lists", worse_called_good, "good"),
    holds("unknown-list", "Aliases", "List", "Colleagues"),
    holds("missing-value", "Aliases", "Written as", None),
    Fault("Practice areas: one twice", "Practice areas", same_area_twice, "areas"),
    Fault("Practice areas: no name", "Practice areas", label_without_area, "areas"),
    theme("unknown-kind", "Recorded as", "Interview"),
    theme("dates-reversed", "To", date(2016, 7, 1)),
    theme("impossible-date", "From", "31/06/2016"),
    theme("missing-date", "To", None),
    theme("missing-value", "Name", None),
    theme("missing-sheet", "Sheet", "Pilot casebook"),
    Fault("the pilot has no cases", "Thematic audits", no_cases, "the pilot"),
    Fault("the pilot has other items", "Thematic audits", compared_with_other_items, "the pilot"),
    Fault("the pilot has a column of text", "Pilot cases", column_of_text, "the pilot"),
    Fault("visits have a column of reasons", "Visit cases", column_of_reasons, "reasons"),
    Fault("plans have a case not judged", "Plan cases", no_item_judged),
    holds("unknown-judgement", "Plan cases", "Aim is clear", "Godo"),
    holds("unknown-judgement", "Plan cases", "Overall judgement", "Godo"),
    holds("error-value", "Plan cases", "Steps are clear", BROKEN),
    holds("case-outside-dates", "Plan cases", "Date", date(2016, 9, 1)),
    holds("not-in-list", "Plan cases", "Team", "Noth"),
    holds("age-without-band", "Plan cases", "Age", "quite old"),
    holds("mark-with-text", "Visit cases", "Child seen", "Yes, at school"),
    holds("mark-with-text", "Visit cases", "Home seen", "✓ twice"),
    holds("not-calculated", "Visit cases", "Home seen", FORMULA),
    Fault("visits are compared with nothing", "Thematic audits", compared_with_nothing, "visits"),
    Fault("Questions: no answers", "Questions", question_without_answers, "answers"),
    Fault("Questions: no column", "Questions", question_without_column, "questions"),
    Fault("Questions: one twice", "Questions", same_question_twice, "questions"),
    holds("unreadable-number", "Rounds", "Asked", "twenty"),
    holds("missing-value", "Rounds", "Round", None, "rounds"),
    Fault("Rounds: one twice", "Rounds", same_round_twice, "rounds"),
    holds("unknown-round", "Feedback", "Round", "Sprign"),
    holds("impossible-date", "Feedback", "Date", "31/02/2016"),
    holds("outside-year", "Feedback", "Date", date(2015, 5, 1)),
    holds("answer-with-comment", "Feedback", "F1", "Always, mostly"),
    holds("other-answers", "Feedback", "F2", "Not sure"),
    holds("unknown-yes-no", "Feedback", "Publish", "If asked"),
    holds("error-value", "Feedback", "F3", BROKEN),
    holds("postcode-in-text", "Audits", "Strengths", "Seen at LE15 6HP"),
    holds("email-in-text", "Audits", "Areas for development", "Ask a.person@example.org"),
    holds("telephone-in-text", "Plan cases", "Observation", "Ring 07700 900123"),
    holds("nhs-number-in-text", "Feedback", "F3", "My NHS number is 943 476 5919"),
    holds("birth-date-in-text", "Narrative", "Text", "One, born 12 March 2009, said so."),
    Fault("Schedule: ends too soon", "Schedule", ends_before_it_begins),
    Fault("Schedule: another year", "Schedule", in_another_year),
    holds("missing-date", "Schedule", "From", None),
    holds("unreadable-date", "Schedule", "To", "then"),
    holds("unreadable-number", "Schedule", "Planned", 2.5),
    holds("unknown-section", "Narrative", "Section", "Sumary"),
    holds("missing-value", "Narrative", "Section", None),
    holds("unknown-yes-no", "Narrative", "Publish", "Later"),
    holds("missing-value", "Actions", "Action", None),
    holds("not-in-list", "Actions", "Practice area", "Rsik"),
    holds("date-in-words", "Actions", "Due", "ongoing"),
    Fault("Actions: done too soon", "Actions", action_done_too_soon),
    Fault("Actions: due too soon", "Actions", action_due_too_soon),
    Fault("Actions: done on no day", "Actions", action_done_on_no_day),
    Fault("Actions: done and open", "Actions", action_done_and_open),
    Fault("a sheet nearly named", "Report", sheet_nearly_named, "target"),
    Fault("a sheet of their own", "Report", sheet_of_their_own, "rota"),
)
