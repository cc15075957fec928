"""References in the narrative: figures looked up, never computed, never run."""

import pytest
from records import (
    action,
    analysed,
    audits,
    data_set,
    judged_theme,
    narrative,
    schedule_entry,
    settings,
)

from auditreport.analysis import analyse
from auditreport.analysis.figures import Figures
from auditreport.problems import Severity
from auditreport.reading import Reading
from auditreport.reading.dataset import DataSet
from auditreport.reading.year import Quarter

Q4 = audits("OGGRRR", "Q4", moderated=True)
"""1 Outstanding, 2 Good and 3 Requires Improvement of 6: 17%, 33% and 50%; 3 Good or better."""


def data(text: str) -> DataSet:
    note = schedule_entry(
        settings().year.first_day(Quarter.Q3), settings().year.last_day(Quarter.Q3), note="Busy"
    )
    return data_set(
        Q4,
        narrative=(narrative(text),),
        thematic=(judged_theme("Plans, St. Mary's, 2016", **{"1:1 work": "GGR"}),),
        schedule=(note,),
        actions=(action(owner="A. Person"),),
    )


def fill(text: str) -> str:
    found = analysed(data(text))
    assert found.problems == ()
    return found.narrative[0].text


def fail(text: str) -> tuple[tuple[str, str, str], str]:
    """Return the only problem of a text, as (code, sheet, cell), and its message."""
    found: Figures = analysed(data(text))
    (problem,) = found.problems
    assert "{{" not in found.narrative[0].text
    return (problem.code, problem.sheet, problem.cell), problem.message


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("periods.Q4.completed", "6"),
        ("periods.Q4.overall.counts.Requires Improvement", "3"),
        ("periods.Q4.overall.percent.Good", "33"),
        ("periods.Q4.overall.good_or_better.low", "18.8"),
        ("periods.Q3.notes[0]", "Busy"),
        ("thematic.Plans, St. Mary's, 2016.cases", "3"),
        ("thematic.Plans, St. Mary's, 2016.items.1:1 work.good_or_better.percent", "67"),
        ("thematic.Plans, St. Mary's, 2016.from", "2016-08-01"),
        ("thematic.Plans, St. Mary's, 2016.counts_towards_total", "No"),
        ("trend.changes[0].verdict", "too few"),
        ("scale.good_or_better", "Outstanding, Good"),
        ("report.organisation", "Rutland County Council"),
    ],
)
def test_a_path_reads_a_figure_by_the_names_of_figures_json(reference: str, shown: str) -> None:
    assert fill(f"So {{{{ {reference} }}}}.") == f"So {shown}."


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("Q4 completed", "6"),
        ("Q4 moderated", "6"),
        ("Q4 Good", "2"),
        ("Q4 Good %", "33"),
        ("Q4 Good%", "33"),
        ("Q4 good or better", "3"),
        ("Q4 good or better %", "50"),
        ("year completed", "6"),
        ("YEAR requires improvement", "3"),
        ("q4  outstanding\N{NO-BREAK SPACE}%", "17"),
    ],
)
def test_a_short_name_reads_a_figure_whatever_its_case(reference: str, shown: str) -> None:
    assert fill(f"{{{{{reference}}}}}") == shown


def test_every_reference_of_a_text_is_filled() -> None:
    text = "Of {{ Q4 completed }} audits {{ Q4 Good }} ({{ Q4 Good % }}%) were Good."
    assert fill(text) == "Of 6 audits 2 (33%) were Good."


def test_a_text_without_references_stays_as_it_is() -> None:
    assert fill("- a {brace}, {% tag %} and {# note #}") == "- a {brace}, {% tag %} and {# note #}"


def test_what_a_figure_brings_in_is_not_looked_up_again() -> None:
    changed = data_set(
        settings=settings(organisation="{{ Q4 completed }}"),
        narrative=(narrative("{{ report.organisation }}"),),
    )
    assert analysed(changed).narrative[0].text == "{{ Q4 completed }}"


PLACE = ("unknown-figure", "Narrative", "C2")
EMPTY = ("unprintable-figure", "Narrative", "C2")


@pytest.mark.parametrize(
    ("reference", "nearest"),
    [
        ("periods.Q4.complted", "periods.Q4.completed"),
        ("period.Q4.completed", "periods.Q4.completed"),
        ("periods.q4.completed", "periods.Q4.completed"),
        ("thematic.Plans, St Mary's, 2016.case", "thematic.Plans, St. Mary's, 2016.cases"),
        ("Q4 complete", "Q4 completed"),
        ("Q4 god %", "Q4 Good %"),
    ],
)
def test_an_unknown_name_is_an_error_with_the_nearest(reference: str, nearest: str) -> None:
    place, message = fail(f"{{{{ {reference} }}}}")
    assert place == PLACE
    assert f"did you mean '{nearest}'?" in message


@pytest.mark.parametrize(
    "reference",
    [
        "",
        "7 * 6",
        "periods.Q4.completed + 1",
        "periods.__class__",
        "periods.Q4.completed.real",
        "periods.Q3.notes[7]",
        "periods.Q3.notes[-1]",
        "periods.Q4.completed.",
        "narrative[0].text",
        "Wholly unlike any",
    ],
)
def test_whatever_is_not_the_name_of_a_figure_is_unknown(reference: str) -> None:
    assert fail(f"{{{{ {reference} }}}}")[0] == PLACE


@pytest.mark.parametrize(
    "reference",
    [
        "periods.Q4.planned",
        "periods.Q1.overall.percent.Good",
        "periods.Q4",
        "trend.changes",
        "Q4 planned",
        "report.authors",
        "periods.Q4.notes",
    ],
)
def test_what_is_empty_or_no_single_figure_is_an_error(reference: str) -> None:
    assert fail(f"{{{{ {reference} }}}}")[0] == EMPTY


def test_a_reference_that_is_never_closed_is_an_error() -> None:
    assert fail("Of {{ Q4 completed audits")[0] == PLACE


def test_an_owners_name_is_never_proposed() -> None:
    assert "A. Person" not in fail("{{ actions.by_owner.A. Persn.total }}")[1]


def test_each_text_is_reported_at_its_own_cell() -> None:
    texts = (narrative("{{ Q4 complete }}", 5), narrative("{{ Q4 planned }}", 9))
    found = analysed(data_set(Q4, narrative=texts)).problems
    assert [(problem.code, problem.cell) for problem in found] == [
        ("unknown-figure", "C5"),
        ("unprintable-figure", "C9"),
    ]


def test_a_council_may_make_a_failing_reference_a_warning_and_it_is_left_out() -> None:
    found = analyse(
        Reading(
            data("Of {{ Q4 planned }}planned"),
            (),
            severity={"unprintable-figure": Severity.WARNING},
        ),
        tool="auditreport 0.1.0",
    )
    assert found.narrative[0].text == "Of planned"
    assert [problem.severity for problem in found.problems] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("  Wholly unlike any ", "'Wholly unlike any' is not the name of a figure"),
        (
            "Q4 complete",
            "'Q4 complete' is not the name of a figure; did you mean 'Q4 completed'?",
        ),
        (" Q4 planned", "'Q4 planned' "),
    ],
)
def test_a_reference_that_fails_is_quoted_and_nothing_stands_in_its_place(
    reference: str, message: str
) -> None:
    assert fail(f"So {{{{{reference}}}}}.")[1].startswith(message)
    assert analysed(data(f"So {{{{{reference}}}}}.")).narrative[0].text == "So ."


def test_a_reference_that_is_near_nothing_asks_nothing() -> None:
    assert fail("{{ Wholly unlike any }}")[1] == "'Wholly unlike any' is not the name of a figure"


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("periods.Q4.is_complete", "Yes"),
        ("Q4 immediate concerns", "0"),
        ("Q4 not returned", "0"),
        ("areas[0].label", "Quality of Risk"),
    ],
)
def test_yes_and_no_counts_and_entries_of_lists_are_read(reference: str, shown: str) -> None:
    assert fill(f"{{{{ {reference} }}}}") == shown


def test_a_step_takes_the_longest_name_that_fits() -> None:
    themes = (judged_theme("Plans", **{"Plan": "GGR", "Plan. Do": "GRR"}),)
    texts = ("items.Plan. Do.n", "items.Plan. Do.good_or_better.count", "items.Plan.n")
    parts = tuple(narrative(f"{{{{ thematic.Plans.{text} }}}}") for text in texts)

    found = analysed(data_set(thematic=themes, narrative=parts))

    assert [part.text for part in found.narrative] == ["3", "1", "3"]


def test_tables_of_cases_hold_no_figure() -> None:
    assert fail("{{ cases.Plans, St. Mary's, 2016.rows[0][0] }}")[0] == PLACE
