"""Measures: yes/no columns of the audits that the council wants counted."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlined import blocks_of, part_of
from outlined import told as told_of
from records import analysed, audit, data_set, source, unhurried
from workbooks import Rows, audits_of, message_of, read_sheets, told

from auditreport.analysis.figures import MeasureFigures
from auditreport.analysis.measures import summarise_measure
from auditreport.reading.dataset import Answer, Audit, Measure
from auditreport.reading.raw import CellValue
from auditreport.rendering.blocks import Bars, Table

HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk", "Child seen alone")
SEEN = Measure(source("Measures"), "Seen", "Child seen alone")
LETTERS = {"y": Answer.YES, "n": Answer.NO, "-": Answer.NOT_APPLICABLE, " ": Answer.NOT_RECORDED}


def answered(letters: str, quarter: str = "Q1") -> list[Audit]:
    return [audit(quarter=quarter, measures={"Seen": LETTERS[letter]}) for letter in letters]


def count(letters: str, measure: Measure = SEEN) -> MeasureFigures:
    return summarise_measure(measure, answered(letters))


def sheets(*answers: CellValue) -> dict[str, Rows]:
    rows = [(f"A{n}", "2016-05-02", "Good", "Good", a) for n, a in enumerate(answers)]
    return {"Audits": audits_of(*rows, header=HEADER)}


class TestSheet:
    @pytest.mark.parametrize(
        ("cell", "answer"),
        [
            ("Yes", Answer.YES),
            ("✓", Answer.YES),
            ("n", Answer.NO),
            ("N/A", Answer.NOT_APPLICABLE),
            ("-", Answer.NOT_APPLICABLE),
            (None, Answer.NOT_RECORDED),
            ("Not recorded", Answer.NOT_RECORDED),
        ],
    )
    def test_a_blank_is_never_what_does_not_apply(self, cell: CellValue, answer: Answer) -> None:
        reading = read_sheets(Measures=[("Measure",), ("Child seen alone",)], **sheets(cell))

        assert reading.data is not None
        assert reading.data.audits[0].measures == {"Child seen alone": answer}

    def test_another_word_is_reported_and_not_recorded(self) -> None:
        reading = read_sheets(Measures=[("Measure",), ("Child seen alone",)], **sheets("Partly"))

        assert ("unknown-yes-no", "Audits", "E2") in told(reading)

    def test_a_measured_column_is_no_longer_one_of_the_councils_own(self) -> None:
        reading = read_sheets(Measures=[("Measure",), ("Child seen alone",)], **sheets("Yes"))

        assert "own-columns" not in {problem.code for problem in reading.problems}

    def test_a_measure_without_a_column_is_reported_with_the_nearest(self) -> None:
        reading = read_sheets(Measures=[("Measure",), ("Child seen alon",)], **sheets("Yes"))

        assert ("measure-without-column", "Measures", "A2") in told(reading)
        assert "did you mean 'Child seen alone'" in message_of(reading, "measure-without-column")
        assert reading.data is not None
        assert reading.data.measures == ()

    def test_a_column_of_judgements_is_no_measure(self) -> None:
        reading = read_sheets(Measures=[("Measure",), ("Risk",)])

        assert told(reading) == [("measure-not-yes-no", "Measures", "A2")]

    def test_a_column_that_is_known_may_be_a_measure_too(self) -> None:
        header = (*HEADER[:4], "Immediate concerns")
        rows = audits_of(("A1", "2016-05-02", "Good", "Good", "Yes"), header=header)
        data = read_sheets(Measures=[("Measure",), ("Immediate concern",)], Audits=rows).data

        assert data is not None
        assert data.audits[0].measures == {"Immediate concern": Answer.YES}
        assert data.audits[0].immediate_concern is True

    def test_a_measure_given_twice_is_an_error(self) -> None:
        rows = [("Measure",), ("Child seen alone",), ("child seen alone",)]
        reading = read_sheets(Measures=rows, **sheets("Yes"))

        assert ("duplicate-name", "Measures", "A3") in told(reading)

    def test_good_is_no_where_the_sheet_says_so(self) -> None:
        rows = [("Measure", "Label", "Good is"), ("Child seen alone", "Alone", "No")]
        data = read_sheets(Measures=rows, **sheets("Yes")).data

        assert data is not None
        assert [(m.label, m.good_is_yes) for m in data.measures] == [("Alone", False)]


class TestCounting:
    def test_the_base_is_yes_and_no(self) -> None:
        found = summarise_measure(SEEN, answered("yyn-- "))

        assert (found.yes, found.no, found.not_applicable, found.not_recorded) == (2, 1, 2, 1)
        assert (found.base, found.percent) == (3, 67)

    def test_where_no_is_good_the_good_answers_are_the_noes(self) -> None:
        found = summarise_measure(
            Measure(source(), "Seen", "Drift", good_is_yes=False),
            answered("yyn"),
        )

        assert (found.good.count, found.good.base, found.percent) == (1, 3, 67)

    def test_nothing_recorded_has_no_percentage(self) -> None:
        found = summarise_measure(SEEN, answered("  -"))

        assert (found.base, found.percent, found.good.percent) == (0, None, None)

    def test_an_audit_that_says_nothing_of_a_measure_is_not_recorded(self) -> None:
        found = summarise_measure(SEEN, [*answered("y"), audit()])

        assert (found.yes, found.not_recorded, found.base) == (1, 1, 1)

    @given(st.text("yn- ", max_size=30), st.randoms(use_true_random=False))
    @unhurried
    def test_the_order_of_the_rows_changes_nothing(self, letters: str, chance: Random) -> None:
        mixed = list(letters)
        chance.shuffle(mixed)

        assert count("".join(mixed)) == count(letters)

    @given(st.lists(st.text("yn- ", max_size=9), min_size=4, max_size=4))
    @unhurried
    def test_the_quarters_sum_to_the_year(self, letters: list[str]) -> None:
        found = [a for n, word in enumerate(letters, 1) for a in answered(word, f"Q{n}")]
        periods = analysed(data_set(found, measures=(SEEN,))).periods

        yes = [periods[f"Q{n}"].measures["Seen"].yes for n in range(1, 5)]
        assert sum(yes) == periods["year"].measures["Seen"].yes


class TestReport:
    def test_a_measure_is_drawn_over_the_year_and_listed_by_quarter(self) -> None:
        found = answered("y" * 8 + "nn- ") + answered("ynnn", "Q2")
        figures = analysed(data_set(found, measures=(SEEN,)))

        chart = blocks_of(figures, "measures")[0]
        (table,) = blocks_of(figures, "measures-quarters")
        assert isinstance(chart, Bars)
        assert chart.rows[0].counts == (9, 5, 1, 1)
        assert isinstance(table, Table)
        assert table.rows == (
            ("Child seen alone", "8 of 10 (80%)", "1 of 4", "–", "–", "9 of 14 (64%)"),
        )

    def test_a_change_beyond_chance_is_said_with_both_quarters(self) -> None:
        found = answered("y" * 19 + "n") + answered("n" * 19 + "y", "Q2")
        figures = analysed(data_set(found, measures=(SEEN,)))
        text = told_of(figures)

        assert figures.trend.measure_changes[0].area == SEEN.label
        assert "19 of 20 (95%) in Q1, 1 of 20 (5%) in Q2 – worse" in text

    def test_the_good_share_is_that_of_the_noes_where_no_is_good(self) -> None:
        drift = Measure(source(), "Seen", "Drift", good_is_yes=False)
        figures = analysed(data_set(answered("yyn"), measures=(drift,)))

        (chart, *_) = blocks_of(figures, "measures")
        assert isinstance(chart, Bars)
        assert (chart.rows[0].label, chart.rows[0].after) == (
            "Drift (No is good practice)",
            ("1 of 3",),
        )

    def test_without_measures_there_is_no_such_part(self) -> None:
        assert part_of(analysed(data_set([audit()])), "measures") is None
