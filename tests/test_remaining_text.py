"""What a public edition's text may not hold: people, references, numbers that tell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import analysed, unhurried
from workbooks import AUDIT_HEADER, Rows, audits_of, read_sheets

from auditreport.analysis.disclosure.edition import leave_out_cases
from auditreport.analysis.disclosure.ledger import Key
from auditreport.analysis.disclosure.private_text import leave_out_private_text
from auditreport.analysis.disclosure.published_texts import list_published_texts
from auditreport.analysis.disclosure.remaining_text import check_remaining_text
from auditreport.analysis.disclosure.telling_numbers import find_hidden_values
from auditreport.analysis.disclosure.typed_numbers import list_typed_numbers
from auditreport.analysis.figures_json import figures_json
from auditreport.analysis.publishing import publish
from auditreport.problem_codes import rule_of
from auditreport.problems import Problem
from auditreport.reading import Reading, read
from auditreport.reading.dataset import DataSet

SAMPLES = Path(__file__).parents[1] / "sample_data"
DAY = date(2016, 4, 12)
NARRATIVE = ("Section", "Heading", "Text", "Publish")
TEXT = ("Narrative", "C2")
NAME, REFERENCE = "name-in-public-text", "reference-in-public-text"
PERSONAL, NUMBER = "personal-data-in-public-text", "number-tells-hidden-count"
AUDITED = ("R16-1", DAY, "Good", "Good")
AUDITED_NEXT = ("R16-2", DAY, "Good", "Good")
QUESTIONS = (("F1", "What helped?", "Open", ""), ("F2", "Was it clear?", "Closed", "Yes; No"))
NOTHING_HIDDEN: Mapping[Key, int] = {}


def data_of(reading: Reading) -> DataSet:
    assert reading.data is not None
    return reading.data


def check(data: DataSet, hidden: Mapping[Key, int] = NOTHING_HIDDEN) -> tuple[Problem, ...]:
    """Check the public edition of a data set."""
    public = leave_out_private_text(data)
    figures = leave_out_cases(analysed(public), show_all=False)
    return check_remaining_text(public, data, figures, hidden)


def found(
    reading: Reading, hidden: Mapping[Key, int] = NOTHING_HIDDEN
) -> list[tuple[str, str, str]]:
    """Return what stops a public edition, as (code, sheet, cell)."""
    return [(p.code, p.sheet, p.cell) for p in check(data_of(reading), hidden)]


def json_texts(node: object) -> set[str]:
    """Return the keys and the texts of something loaded from JSON."""
    if isinstance(node, dict):
        return set(node) | {text for found in node.values() for text in json_texts(found)}
    if isinstance(node, list):
        return {text for found in node for text in json_texts(found)}
    return {node} if isinstance(node, str) else set()


def audited_by(*auditors: str, column: str = "Auditor") -> Rows:
    """Return audits with a column of people."""
    rows = [(f"R16-{n}", DAY, "Good", "Good", name) for n, name in enumerate(auditors)]
    return audits_of(*rows, header=(*AUDIT_HEADER, column))


def written(text: str, section: str = "Summary", heading: str = "") -> Rows:
    """Return a published narrative."""
    return (NARRATIVE, (section, heading, text, "Yes"))


def names_in(text: str, *auditors: str) -> list[tuple[str, str, str]]:
    return found(read_sheets(Audits=audited_by(*auditors), Narrative=written(text)))


@pytest.mark.parametrize("column", ["Auditor", "Moderator"])
def test_an_auditor_or_moderator_who_is_named_stops_the_edition(column: str) -> None:
    audits = audited_by("Jane Okafor", column=column)
    text = written("Our thanks go to Jane Okafor.")

    assert found(read_sheets(Audits=audits, Narrative=text)) == [(NAME, *TEXT)]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Actions": (("Action", "Owner"), ("Mend the plans", "Jane Okafor"))},
        {
            "Thematic_audits": (
                ("Name", "Sheet", "Recorded as", "From", "To", "Auditor"),
                ("Plans", "Plans", "Judgement", DAY, DAY, "Jane Okafor"),
            ),
            "Plans": (("Case", "Seen"), ("1", "Good")),
        },
        {
            "Audits": audits_of(
                (*AUDITED, "Mend it", "Jane Okafor"),
                header=(*AUDIT_HEADER, "Action", "Action owner"),
            )
        },
    ],
    ids=["owner", "thematic auditor", "action owner"],
)
def test_owners_and_thematic_auditors_are_looked_for_too(sheets: Mapping[str, Rows]) -> None:
    reading = read_sheets(**sheets, Narrative=written("Jane Okafor leads on this."))

    assert found(reading) == [(NAME, *TEXT)]


@pytest.mark.parametrize(
    "text",
    [
        "As JANE OKAFOR said.",
        "as jane okafor said",
        "By Okafor, Jane",
        "By Jane A. Okafor",
        "**Jane** Okafor read them",
        "J\u00e1ne  Okafor",
        "Jane's reading",
        "Mrs Okafor's reading",
        "- Okafor",
        "OKAFOR",
        "[Jane](https://example.org) read them",
        "A line.\nJane read them.",
        "Ja\u00adne read them",
    ],
)
def test_a_name_is_found_whole_or_in_part_however_it_is_set(text: str) -> None:
    assert names_in(text, "Jane Okafor") == [(NAME, *TEXT)]


@pytest.mark.parametrize(
    "text", ["Janet read them", "A janeokafor", "okafor", "Mary-Janet", "Nobody is named here."]
)
def test_other_words_are_not_taken_for_a_name(text: str) -> None:
    assert names_in(text, "Jane Okafor") == []


@pytest.mark.parametrize(
    ("auditor", "text"),
    [
        ("JS", "Read by JS."),
        ("JS", "Read by J.S. and others"),
        ("J.S.", "Read by JS"),
        ("J S", "(JS)"),
        ("Jane Okafor (JO)", "Read by JO"),
        ("Tom Xu", "Xu read them"),
        ("Okafor, Jane", "by Jane"),
        ("Jane Okafor / Tom Bright-Iyer", "by Bright Iyer"),
        ("Jane Okafor and Tom Iyer", "by Tom"),
        ("Team Manager Jane Okafor", "by Okafor"),
        ("Team Manager, Jane Okafor", "by Okafor"),
        ("Jane Okafor - Team Manager", "by Okafor"),
        ("Siobh\u00e1n O\u2019Neill", "by O'Neill"),
        ("Siobhan O'Neill", "by ONeill"),
        ("jane okafor", "by Okafor"),
    ],
)
def test_a_cell_may_write_people_in_many_ways(auditor: str, text: str) -> None:
    assert names_in(text, auditor) == [(NAME, *TEXT)]


@pytest.mark.parametrize(
    "role",
    [
        "Team Manager",
        "IRO",
        "Head of Service",
        "Head of Exploitation and Missing",
        "Director of Children's Services",
        "External",
        "QA team",
        "Auditor A",
        "Auditor 12",
        "A1",
        "Social Worker / Team Manager",
        "Service Manager - Fostering",
        "Blaby Borough Council",
        "N/A",
        "TBC",
    ],
)
def test_a_job_a_team_or_a_letter_is_no_name(role: str) -> None:
    text = f"The {role} wrote this. Auditor A Team Manager IRO External 12 A1 Blaby Fostering"

    assert names_in(text, role) == []


def test_a_team_beside_a_job_is_no_name_where_the_council_has_such_a_team() -> None:
    lists = (("Teams",), ("Blaby",), ("Harborough",))
    actions = (("Action", "Owner"), ("Mend it", "Team Manager, Blaby"), ("Do it", "Harborough"))

    text = written("Blaby and Harborough did well.")
    assert found(read_sheets(Lists=lists, Actions=actions, Narrative=text)) == []


@pytest.mark.parametrize(
    ("auditor", "text"),
    [
        ("Will Young", "Will young people be heard? Young people will."),
        ("April May", "In April and May we were busy. May we say so."),
        ("Mark Case", "Case files mark the day."),
        ("Grace Hope", "Hope is not a plan. Grace is."),
        ("Rose North", "The North rose."),
        ("Sam Good", "Six were Good."),
    ],
)
def test_an_everyday_word_is_no_name_where_it_begins_a_sentence_or_is_small(
    auditor: str, text: str
) -> None:
    assert names_in(text, auditor) == []


@pytest.mark.parametrize(
    ("auditor", "text"),
    [
        ("Will Young", "So Will Young said."),
        ("Will Young", "Will Young said so."),
        ("Grace Hope", "We thank Grace for it."),
        ("Will Okafor", "Will said nothing, Okafor did."),
        ("June Okafor", "We thank June Okafor."),
    ],
)
def test_an_everyday_word_is_a_name_beside_another_or_inside_a_sentence(
    auditor: str, text: str
) -> None:
    assert names_in(text, auditor) == [(NAME, *TEXT)]


def test_the_message_points_at_both_cells_and_says_no_name() -> None:
    reading = read_sheets(Audits=audited_by("Jane Okafor"), Narrative=written("Jane did."))

    (problem,) = check(data_of(reading))
    assert "Audits!E2" in problem.message
    assert "Okafor" not in repr(problem)
    assert "Jane" not in repr(problem)


def test_text_that_is_not_published_may_name_people() -> None:
    text = (NARRATIVE, ("Summary", "", "Jane Okafor read them.", "No"))

    assert found(read_sheets(Audits=audited_by("Jane Okafor"), Narrative=text)) == []


def test_comments_other_answers_and_notes_are_searched_where_they_are_published() -> None:
    reading = read_sheets(
        Audits=audited_by("Jane Okafor"),
        Questions=(("Code", "Question", "Kind", "Answers"), *QUESTIONS),
        Feedback=(
            ("Respondent", "F1", "F2", "Publish"),
            ("Child", "Jane is kind", "Yes", "Yes"),
            ("Child", "Jane is kind", "Ask Jane", "No"),
            ("Child", "Nothing", "Ask Jane", "Yes"),
        ),
        Schedule=(
            ("From", "To", "Note", "Publish"),
            (DAY, DAY, "Jane was away", "Yes"),
            (date(2016, 5, 1), date(2016, 5, 2), "Jane was away", "No"),
        ),
    )

    assert found(reading) == [
        (NAME, "Schedule", "C2"),
        (NAME, "Feedback", "B2"),
        (NAME, "Feedback", "C4"),
    ]


@pytest.mark.parametrize(
    ("setting", "text"),
    [
        ("Title", "What Jane found"),
        ("Authors", "J. Okafor; A. Person"),
        ("Approved by", "Jane Okafor"),
        ("Service", "Okafor's service"),
    ],
)
def test_the_report_sheets_texts_are_searched(setting: str, text: str) -> None:
    report = (("Setting", "Value"), ("Organisation", "Anyshire"), ("Year", "2016-17"))
    reading = read_sheets(Report=(*report, (setting, text)), Audits=audited_by("Jane Okafor"))

    assert found(reading) == [(NAME, "Report", "B4")]


def test_labels_are_searched_for_whole_names() -> None:
    reading = read_sheets(
        Audits=audits_of(
            (*AUDITED, "Jane Okafor", "Jane Okafor's team"),
            (*AUDITED_NEXT, "Jane Okafor", "Okafor House"),
            header=(*AUDIT_HEADER, "Auditor", "Team"),
        ),
        Practice_areas=(("Area", "Label"), ("Risk", "Risk, as Jane Okafor sees it")),
        Thematic_audits=(
            ("Name", "Sheet", "Recorded as", "From", "To"),
            ("Plans by Jane Okafor", "Plans", "Judgement", DAY, DAY),
        ),
        Plans=(("Case", "Seen by Jane Okafor"), ("1", "Good")),
        Questions=(
            ("Code", "Question", "Kind", "Answers"),
            ("F1", "Was Jane Okafor kind?", "Closed", "Yes; No"),
        ),
        Rounds=(("Round", "Heading"), ("2016-17", "Families of Jane Okafor")),
        Feedback=(("Respondent", "F1"), ("Child", "Yes")),
    )

    assert sorted(found(reading)) == [
        (NAME, "Audits", "F2"),
        (NAME, "Plans", ""),
        (NAME, "Practice areas", ""),
        (NAME, "Questions", "B2"),
        (NAME, "Rounds", "B2"),
        (NAME, "Thematic audits", "A2"),
    ]


def test_a_text_that_a_reference_brings_into_the_narrative_is_searched() -> None:
    reading = read_sheets(
        Report=(
            ("Setting", "Value"),
            ("Organisation", "Anyshire"),
            ("Year", "2016-17"),
            ("Authors", "Jane Okafor"),
        ),
        Audits=audited_by("Jane Okafor"),
        Narrative=written("By {{ report.authors }}"),
    )

    assert found(reading) == [(NAME, "Report", "B4"), (NAME, *TEXT)]


@pytest.mark.parametrize("sample", ["rutland-2016-17.xlsx", "demo-2024-25.xlsx"])
def test_everything_that_figures_json_holds_is_among_the_texts(sample: str) -> None:
    data = leave_out_private_text(data_of(read([SAMPLES / sample])))
    figures = leave_out_cases(analysed(data, None), show_all=False)
    texts = {text.text for text in list_published_texts(data, figures)}

    quoted = json_texts(json.loads(figures_json(figures)))
    assert quoted - texts == set()
    assert len(quoted) > 100


@unhurried
@given(
    first=st.sampled_from(["Jane", "Siobhan", "Anne-Marie", "Xu"]),
    last=st.sampled_from(["Okafor", "O'Neill", "van Dijk", "Bright-Iyer"]),
    words=st.lists(st.sampled_from(["we", "saw", "plans", "Q4", "3", "**well**", "\n", "- a."])),
    at=st.integers(0, 10),
    case=st.sampled_from([str, str.upper, str.lower]),
    mark=st.sampled_from(["", ".", ",", "'s", ")", "*", "_", ":"]),
)
def test_a_name_planted_anywhere_is_always_found(
    first: str, last: str, words: list[str], at: int, case: type[str], mark: str
) -> None:
    planted = [*words[:at], case(f"{first} {last}") + mark, *words[at:]]

    assert names_in(f"So {' '.join(planted)}", f"{first} {last}") == [(NAME, *TEXT)]


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("C1380", "As in C1380."),
        ("C1380", "as in c-1380"),
        ("LCS-12-77", "see LCS 12 77"),
        ("10012345", "case 10012345 was reopened"),
        ("A1", "see A1"),
        ("Family 123", "as for Family 123"),
    ],
)
def test_a_reference_in_prose_stops_the_edition(reference: str, text: str) -> None:
    audits = audits_of((reference, DAY, "Good", "Good"))

    assert found(read_sheets(Audits=audits, Narrative=written(text))) == [(REFERENCE, *TEXT)]


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("12", "12 audits"),
        ("2016", "in 2016"),
        ("Q4", "In Q4"),
        ("C1380", "C13801 and XC1380"),
        ("A1", "a 1 and a1"),
        ("Case 3", "In each case 3 were seen"),
        ("SMITH", "Smith"),
    ],
)
def test_a_reference_that_any_text_might_hold_is_not_looked_for(reference: str, text: str) -> None:
    audits = audits_of((reference, DAY, "Good", "Good"))

    assert found(read_sheets(Audits=audits, Narrative=written(text))) == []


def test_references_of_cases_and_actions_are_looked_for() -> None:
    reading = read_sheets(
        Audits=audits_of((*AUDITED, "LCS9981"), header=(*AUDIT_HEADER, "Case ref")),
        Actions=(("Action", "Action ref"), ("Mend it", "ACT-07")),
        Narrative=(NARRATIVE, ("Q1", "", "See LCS9981", "Yes"), ("Q1", "", "See ACT-07", "Yes")),
    )

    assert found(reading) == [(REFERENCE, "Narrative", "C2"), (REFERENCE, "Narrative", "C3")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Write to someone@example.org", "an e-mail address"),
        ("They moved to LE15 6HP", "a postcode"),
        ("Ring 01572 722577", "a telephone number"),
        ("NHS number 943 476 5919", "an NHS number"),
        ("UPN H801200001001", "a unique pupil number"),
        ("The child, born 12/03/2009", "a date of birth"),
    ],
)
def test_personal_data_in_published_text_stops_the_edition(text: str, kind: str) -> None:
    (problem,) = check(data_of(read_sheets(Narrative=written(text))))

    assert (problem.code, problem.sheet, problem.cell) == (PERSONAL, *TEXT)
    assert kind in problem.message
    assert text[-6:] not in repr(problem)


def test_personal_data_is_looked_for_in_labels_too() -> None:
    audits = audits_of((*AUDITED, "LE15 6HP"), header=(*AUDIT_HEADER, "Team"))

    assert found(read_sheets(Audits=audits)) == [(PERSONAL, "Audits", "E2")]


@pytest.mark.parametrize("code", [NAME, REFERENCE, PERSONAL, NUMBER])
def test_what_a_public_edition_promises_cannot_be_lowered(code: str) -> None:
    assert not rule_of(code).can_be_lowered


NORTH: Key = ("periods", "Q1", "profile", "Team", "North")
BAND: Key = ("periods", "year", "good_by_age_band", "10 to 14", "count")
BABIES: Key = ("periods", "year", "profile", "Age band", "Under 1")
LOOKED_AFTER: Key = ("periods", "year", "profile", "Case type", "Looked After Child")
RISK: Key = ("periods", "year", "areas", "Risk", "counts", "Inadequate")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (NORTH, "North had 3 audits."),
        (NORTH, "Of the 20 audits three were North's."),
        (NORTH, "- North: **3**"),
        (NORTH, "| Team | Audits |\n|---|---|\n| North | 3 |"),
        (NORTH, "| Q1 | North | South |\n|---|---|---|\n| audits | 3 | 9 |"),
        (BAND, "Of those aged 10-14, 3 were Good"),
        (BAND, "three of the 10 to 14 year olds"),
        (BABIES, "three children under 1"),
        (BABIES, "3 children were under one."),
        (LOOKED_AFTER, "There were 3 looked after children"),
        (RISK, "Risk was worst in 3"),
        (RISK, "Three were inadequate."),
    ],
)
def test_a_typed_number_that_equals_a_hidden_count_beside_its_subject_stops_the_edition(
    key: Key, text: str
) -> None:
    reading = read_sheets(Narrative=written(text))

    assert found(reading, {key: 3}) == [(NUMBER, *TEXT)]


@pytest.mark.parametrize(
    "text",
    [
        "North had many audits. 3 workshops were held.",
        "North had 4 audits.",
        "We went north in 3 cars.",
        "North did well in Q3, on 3 May 2016 and within three months.",
        "North was seen two or three times.",
        "North takes part 3.5 of the 13 days.",
        "North had {{ Q1 completed }} audits.",
    ],
)
def test_other_numbers_stop_nothing(text: str) -> None:
    assert found(read_sheets(Narrative=written(text)), {NORTH: 3}) == []


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("One child was from North.", True),
        ("One of them was North's.", True),
        ("North wrote plans on one page.", False),
        ("No one from North came.", False),
        ("One audit in five was of North.", False),
    ],
)
def test_one_is_a_number_where_it_counts_children(text: str, stops: bool) -> None:
    told = [(NUMBER, *TEXT)] if stops else []

    assert found(read_sheets(Narrative=written(text)), {NORTH: 1}) == told


def test_a_heading_may_name_what_the_number_counts() -> None:
    reading = read_sheets(Narrative=written("There were 3.", heading="The team North"))

    assert found(reading, {NORTH: 3}) == [(NUMBER, *TEXT)]


def test_a_published_note_may_tell_as_much() -> None:
    schedule = (("From", "To", "Note", "Publish"), (DAY, DAY, "3 were North's", "Yes"))

    assert found(read_sheets(Schedule=schedule), {NORTH: 3}) == [(NUMBER, "Schedule", "C2")]


@pytest.mark.parametrize(
    ("section", "text", "stops"),
    [
        ("2016-17", "3 children came", True),
        ("Summary", "3 children said no", True),
        ("Summary", "3 children moved", False),
        ("2016-17", "3 asked: was it clear?", True),
    ],
)
def test_answers_are_told_where_people_speak(section: str, text: str, stops: bool) -> None:
    reading = read_sheets(
        Questions=(("Code", "Question", "Kind", "Answers"), ("F1", "Was it clear?", "", "Yes; No")),
        Feedback=(("Respondent", "F1"), ("Child", "Yes"), ("Parent/carer", "No")),
        Narrative=written(text, section),
    )
    hidden: Mapping[Key, int] = {
        ("feedback", "2016-17", "by_respondent", "Child", "F1", "counts", "No"): 3
    }

    assert found(reading, hidden) == ([(NUMBER, *TEXT)] if stops else [])


@pytest.mark.parametrize(
    ("section", "stops"), [("Plans", True), ("Summary", True), ("Visits", False)]
)
def test_a_text_on_one_thematic_audit_does_not_tell_of_another(section: str, stops: bool) -> None:
    reading = read_sheets(
        Thematic_audits=(
            ("Name", "Sheet", "Recorded as", "From", "To"),
            ("Plans", "Plans", "Evidence", DAY, DAY),
            ("Visits", "Visits", "Evidence", DAY, DAY),
        ),
        Plans=(("Case", "Child seen"), ("1", "Yes")),
        Visits=(("Case", "Child seen"), ("1", "Yes")),
        Narrative=written("Child seen: 3 without.", section),
    )
    hidden: Mapping[Key, int] = {("thematic", "Plans", "items", "Child seen", "no"): 3}

    assert found(reading, hidden) == ([(NUMBER, *TEXT)] if stops else [])


def test_a_typed_percentage_of_a_hidden_share_stops_the_edition() -> None:
    good: Key = ("periods", "year", "good_by", "Team", "North")
    hidden = {(*good, "count"): 3, (*good, "base"): 7}

    assert found(read_sheets(Narrative=written("North: 43% Good")), hidden) == [(NUMBER, *TEXT)]
    assert found(read_sheets(Narrative=written("North: 45% Good")), hidden) == []
    assert found(read_sheets(Narrative=written("North: 3% Good")), hidden) == []


def test_every_number_typed_in_published_text_is_listed() -> None:
    lists = (("Age bands",), ("Under 5",), ("5 to 9",))
    text = (
        "Of 40 files twelve (30%) were, on 3 May 2016, of ages 5 to 9.\n1. {{ Q1 completed }} too"
    )
    reading = read_sheets(Lists=lists, Narrative=written(text))

    listed = list_typed_numbers(leave_out_private_text(data_of(reading)))
    assert [(n.value, n.is_percent) for n in listed] == [(40, False), (12, False), (30, True)]
    assert {(n.place.sheet, n.place.cell) for n in listed} == {TEXT}


@unhurried
@given(value=st.integers(0, 20), before=st.sampled_from(["North had", "In North we saw", "North:"]))
def test_any_hidden_count_is_found_in_digits_and_in_words(value: int, before: str) -> None:
    words = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    spelled = [*words.split(), "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    for number in (str(value), spelled[value]):
        reading = read_sheets(Narrative=written(f"{before} {number} children."))
        assert found(reading, {NORTH: value}) == [(NUMBER, *TEXT)]


@pytest.mark.parametrize("sample", ["rutland-2016-17.xlsx", "demo-2024-25.xlsx"])
def test_nothing_stops_a_public_edition_of_a_sample(sample: str) -> None:
    reading = read([SAMPLES / sample])
    edition = publish(reading, tool="auditreport 0.1.0")
    data, hidden = data_of(reading), find_hidden_values(edition)

    assert len(hidden) > 100
    assert check_remaining_text(leave_out_private_text(data), data, edition.figures, hidden) == ()
