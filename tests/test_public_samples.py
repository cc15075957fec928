"""The public editions of the samples still answer what a report is read for, and tell no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from attacker import attack
from editions import as_tree
from opened_files import find_texts
from page_tree import Node, read_page
from public_forms import Files, find_figures, find_form, find_not_of_figures, read_html
from records import analysed

from auditreport.analysis.disclosure.private_text import leave_out_private_text
from auditreport.analysis.publishing import publish
from auditreport.publishing import prove
from auditreport.reading import Reading, read
from auditreport.reading.dataset import DataSet
from auditreport.rendering import render

SAMPLES = Path(__file__).parents[1] / "sample_data"
FORMS = ("html", "md")
NAMES = ("rutland-2016-17", "demo-2024-25")

IN_WORDS_OF_OURS = {"Auditor A"}  # stands in `Moderator and auditor agree`

# The sections of either report, as a reader looks them up.
HEADINGS = (
    "At a glance",
    "Audit activity",
    *(f"Quarter {number} ({{Q{number}}})" for number in (1, 2, 3, 4)),
    "Practice areas",
    "What changed since Q1",
    "Overall judgements by quarter",
    "Moderation",
    "Thematic audits",
    "Feedback",
    "Actions",
    "Next steps",
    "Method",
)
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "rutland-2016-17": {
        "how many": "86 case files were audited: 56 with the standard tool and 30 in a thematic",
        "how good": "22 (39%) were Good or better and 5 (9%) were Inadequate",
        "which areas": "Plans, Decision making, Assessments, Voice of the child and Reviews were "
        "below 50% Good or better in each of the four quarters",
        "what changed": "No quarter's overall judgements clearly differ from another's.",
        "what people said": "10 of 10 answered ‘Was it clear what the worry was and what had to "
        "change?’ positively (Yes)",
        "what is done": "Of 14 actions, 8 are complete and 6 open; 3 of the open ones were overdue "
        "on 17 August 2017.",
    },
    "demo-2024-25": {
        "how many": "132 case files were audited: 120 with the standard tool and 12 in a thematic",
        "how good": "66 (55%) were Good or better and 9 (8%) were Inadequate",
        "which areas": "Planning was below 50% Good or better in each of the four quarters",
        "what changed": "Overall judgements were better in Q4 (21 of 30) than in Q1 (12 of 28) and "
        "Q2 (13 of 30); against 2023-24, overall judgements were better",
        "what people said": "20 responses of 52 people asked: 11 of 30 parents or carers and 9 of "
        "22 children.",
        "what is done": "Of 33 actions, 22 are complete and 11 open; 7 of the open ones were "
        "overdue on 14 May 2025.",
    },
}


@cache
def read_sample(name: str) -> Reading:
    return read([SAMPLES / f"{name}.xlsx"])


@cache
def files_of(name: str) -> Files:
    """Return the files of a sample's public edition, which passed its proof."""
    edition = publish(read_sample(name), tool="auditreport")
    files = render(edition.figures, FORMS)
    prove(edition, files)
    return files


def page_of(name: str) -> Node:
    return read_page(find_form(files_of(name), "html").decode())


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_a_public_sample_answers_each_question_with_its_numbers(name: str, form: str) -> None:
    text = find_form(files_of(name), form).decode()
    words = one_line(read_page(text).one("body").text if form == "html" else text)
    assert [asked for asked, answer in ANSWERS[name].items() if answer not in words] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_public_sample_has_the_sections_of_a_report(name: str) -> None:
    periods = find_figures(files_of(name))["periods"]
    spans = {quarter: period["label"] for quarter, period in periods.items()}
    wanted = {spans[h[-4:-2]] if h.endswith("})") else h for h in HEADINGS}
    found = {one_line(node.text) for node in page_of(name).all("h2", "h3")}
    assert wanted - found == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_public_sample_shows_how_good_each_practice_area_was(name: str) -> None:
    (table,) = (
        found
        for found in page_of(name).all("table")
        if "by practice area and quarter" in found.one("caption").text
    )
    areas = {area["name"] for area in find_figures(files_of(name))["areas"]}
    assert {one_line(row.text) for row in table.all("th", scope="row")} == areas


@pytest.mark.parametrize("name", NAMES)
def test_nothing_hidden_is_recovered_from_a_public_sample(name: str) -> None:
    data = read_sample(name).data
    assert data
    internal = as_tree(analysed(leave_out_private_text(data), None))
    files = files_of(name)
    assert attack(find_figures(files), internal, told=read_html(files)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_public_sample_can_be_drawn_by_who_has_figures_json_alone(name: str) -> None:
    assert find_not_of_figures(files_of(name), FORMS) == []


def list_private(data: DataSet) -> Iterator[str]:
    """Yield references, names of staff, and what auditors wrote of cases."""
    for audit in data.audits:
        yield from (audit.ref, audit.case_ref, *audit.auditors, audit.moderator)
        yield from (audit.strengths, audit.areas_for_development, audit.action_taken)
    for theme in data.thematic:
        yield from (case.observation for case in theme.cases)
    for action in data.actions:
        yield from (action.ref, action.text, action.outcome)
    yield from list_words(data, publish=False) - list_words(data, publish=True)


def list_words(data: DataSet, *, publish: bool) -> set[str]:
    """Return what people said in their own words, published or not."""
    replies = (
        reply for row in data.responses if row.publish is publish for reply in row.replies.values()
    )
    return {reply.text for reply in replies if reply and not reply.offered}


@pytest.mark.parametrize("name", NAMES)
def test_no_file_of_a_public_sample_holds_references_names_or_what_auditors_wrote(
    name: str,
) -> None:
    data = read_sample(name).data
    assert data
    private = {text for text in list_private(data) if len(text) > 3} - IN_WORDS_OF_OURS
    assert len(private) > 50
    found = {text for file in files_of(name).values() for text in find_texts(file, private)}
    assert found == set()
