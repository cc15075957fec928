"""Ids and file names: each stands once, and is legal everywhere."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlined import ids_of, part_of
from records import (
    analysed,
    audits,
    case,
    data_set,
    evidence_theme,
    feedback_round,
    judged_theme,
    question,
    reply,
    response,
    theme,
)
from synthetic import full_report, quarter_figures

from auditreport.analysis.figures import Figures
from auditreport.rendering.outline import build_report

DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}


def with_themes(*names: str) -> Figures:
    themes = tuple(judged_theme(name, Voice="GR") for name in names)
    return analysed(data_set(audits("G"), thematic=themes))


def check_ids(figures: Figures) -> None:
    report = build_report(figures)
    found = ids_of(report)
    assert len(found) == len(set(found)), sorted(i for i in found if found.count(i) > 1)
    for name in found:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert len(name) < 100
    assert not {chart.id for chart in report.charts} & DEVICES


def test_the_ids_of_a_full_report_are_unique() -> None:
    assert len(set(ids_of(full_report()))) == len(ids_of(full_report()))
    check_ids(quarter_figures("Q4"))


@pytest.mark.parametrize(
    "names",
    [
        ("Plans 2016", "Plans, 2016", "plans-2016"),
        ("计划", "تخطيط", "План"),
        ("A", "A heading", "A items", "A overall"),
        ("x" * 100, "x" * 100 + "y"),
        ("con", "nul", "..", "/etc/passwd", "C:\\a"),
    ],
)
def test_names_that_slug_alike_have_ids_of_their_own(names: tuple[str, ...]) -> None:
    figures = with_themes(*names)
    check_ids(figures)
    parts = build_report(figures).parts
    assert [p.heading for q in parts for p in q.parts if p.heading in names] == list(names)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=4, unique_by=str.casefold))
def test_ids_are_unique_whatever_the_names_are(names: list[str]) -> None:
    themes = tuple(
        evidence_theme(name, Seen="yn") if n % 2 else replace(theme(name), cases=(case("G"),))
        for n, name in enumerate(names)
    )
    answers = tuple(response({"Q1": reply("Yes", "Yes")}, round_=name) for name in names)
    rounds = tuple(feedback_round(name) for name in names)
    data = data_set(
        audits("G"), thematic=themes, questions=(question(),), responses=answers, rounds=rounds
    )
    check_ids(analysed(data))


def test_the_first_of_two_names_that_slug_alike_keeps_the_plain_id() -> None:
    first = part_of(with_themes("Plans 2016", "Plans, 2016"), "theme-plans-2016")
    assert first is not None
    assert first.heading == "Plans 2016"
