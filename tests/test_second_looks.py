"""Second looks at a case: immediate concerns, moderation's effect, re-audits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from outlined import blocks_of, part_of
from outlined import told as told_of
from records import SCALE, WORDS, analysed, audit, audits, data_set, unhurried
from sklearn.metrics import cohen_kappa_score  # type: ignore[import-untyped]
from statsmodels.stats.inter_rater import cohens_kappa  # type: ignore[import-untyped]

from auditreport.analysis.moderation import find_kappa, find_kappa_interval, summarise_moderation
from auditreport.analysis.reaudits import summarise_reaudits
from auditreport.reading.dataset import Audit, Status
from auditreport.rendering.blocks import Table

JUDGEMENTS = SCALE.judgements
PAIRS = st.lists(st.tuples(*[st.sampled_from(JUDGEMENTS)] * 2), min_size=2, max_size=40)


def matrix_of(pairs: list[tuple[str, str]]) -> dict[str, dict[str, int]]:
    return {a: {b: pairs.count((a, b)) for b in JUDGEMENTS} for a in JUDGEMENTS}


def ranks(words: list[str]) -> list[int]:
    return [JUDGEMENTS.index(word) for word in words]


def moderated(first: str, second: str, final: str | None = None) -> Audit:
    return audit(
        first,
        moderated=True,
        moderated_judgement=WORDS[second],
        final=WORDS[final] if final else None,
    )


class TestKappa:
    @given(PAIRS)
    @unhurried
    def test_kappa_is_that_of_scikit_learn(self, pairs: list[tuple[str, str]]) -> None:
        kappa = find_kappa(matrix_of(pairs))
        assume(kappa is not None)

        firsts, seconds = ranks([a for a, _ in pairs]), ranks([b for _, b in pairs])
        theirs = cohen_kappa_score(firsts, seconds, labels=[0, 1, 2, 3], weights="linear")
        assert kappa == pytest.approx(theirs, abs=0.0006)

    @given(PAIRS)
    @unhurried
    def test_the_interval_is_that_of_statsmodels(self, pairs: list[tuple[str, str]]) -> None:
        matrix = matrix_of(pairs)
        interval = find_kappa_interval(matrix)
        assume(interval is not None)
        assert interval is not None

        table = np.array([list(row.values()) for row in matrix.values()])
        theirs = cohens_kappa(table, wt="linear")
        ends = (max(-1.0, theirs.kappa_low), min(1.0, theirs.kappa_upp))
        assert interval == pytest.approx(ends, abs=0.0006)

    @given(PAIRS)
    @unhurried
    def test_auditor_and_moderator_may_change_places(self, pairs: list[tuple[str, str]]) -> None:
        turned = [(b, a) for a, b in pairs]

        assert find_kappa_interval(matrix_of(pairs)) == find_kappa_interval(matrix_of(turned))

    def test_the_interval_of_a_table_worked_by_hand(self) -> None:
        """20 and 15 agreed, 5 and 10 not: Fleiss, Cohen and Everitt 1969, on a scale of two.

        Seen 0.7 and by chance 0.5 give 0.4. The terms of the variance are 0.01156 and 0.01587
        for agreement, 0.02547 for disagreement, less 0.0025: 0.0504 / (50 * 0.5^4) = 0.016128.
        """
        matrix = {"Yes": {"Yes": 20, "No": 5}, "No": {"Yes": 10, "No": 15}}

        assert find_kappa(matrix) == 0.4
        assert find_kappa_interval(matrix) == (0.151, 0.649)  # 0.4 less and plus 1.96 * 0.127

    def test_where_all_agree_there_is_no_error_to_tell_from(self) -> None:
        assert find_kappa_interval(matrix_of([("Good", "Good"), ("Inadequate",) * 2])) is None

    def test_one_comparison_has_no_interval(self) -> None:
        assert find_kappa_interval(matrix_of([("Good", "Inadequate")])) is None


class TestModeration:
    def test_it_is_told_with_both_ends_of_the_interval(self) -> None:
        pairs = [("Good", "Good")] * 6 + [("Good", "Inadequate"), ("Inadequate", "Inadequate")]
        looks = [audit("G", moderated=True, overall=a, moderated_judgement=b) for a, b in pairs]

        found = summarise_moderation(looks, SCALE)

        assert found is not None
        assert (found.kappa_low, found.kappa_high) == find_kappa_interval(found.matrix)

    def test_the_headline_is_told_as_the_auditors_judged(self) -> None:
        found = (moderated("G", "R", "R"), moderated("G", "G"), *audits("RR"))
        period = analysed(data_set(found)).periods["year"]

        assert period.overall.good_or_better.count == 1
        assert period.moderation is not None
        assert period.moderation.as_first_judged.count == 2

    def test_inadequate_audits_that_nobody_moderated_are_counted(self) -> None:
        period = analysed(data_set((moderated("I", "I"), *audits("IIG")))).periods["year"]

        assert period.inadequate_not_moderated == 2

    def test_the_report_says_so(self) -> None:
        text = told_of(analysed(data_set((moderated("G", "R", "R"), *audits("IG")))))

        assert "1 audit that the auditor judged Inadequate was not moderated." in text
        assert "Without those changes, 2 of 3 would be Good or better, in place of 1 of 3." in text

    def test_a_moderation_that_left_the_judgement_as_it_was_is_said(self) -> None:
        pairs = (moderated("G", "R", "R"), moderated("G", "R", "G"), moderated("G", "G"))
        text = told_of(analysed(data_set(pairs)))

        assert (
            "they agreed in 1; the moderator judged 2 worse. The final judgement differs from the "
            "auditor's in 1; in 1 the first judgement stood." in text
        )

    def test_agreement_has_its_share_from_a_base_of_ten(self) -> None:
        pairs = (*[moderated("G", "G")] * 9, moderated("G", "R", "R"))

        assert "they agreed in 9 (90%);" in told_of(analysed(data_set(pairs)))

    def test_no_table_is_by_auditor(self) -> None:
        named = replace(moderated("G", "R", "R"), auditors=("Ada Smith",), moderator="Bo Jones")
        text = told_of(analysed(data_set((named,))))

        assert "Ada" not in text
        assert "Bo Jones" not in text


class TestConcerns:
    def test_each_is_listed_with_what_was_done(self) -> None:
        found = (
            audit(ref="A1", immediate_concern=True, action_taken="Visited"),
            audit(ref="A2", immediate_concern=True),
            audit(ref="A3", immediate_concern=False),
        )
        table = blocks_of(analysed(data_set(found)), "concerns")[1]

        assert isinstance(table, Table)
        assert table.rows == (("A1", "Q1", "Visited"), ("A2", "Q1", "not recorded"))

    def test_a_quarter_lists_its_own(self) -> None:
        found = [audit(ref=q, quarter=q, immediate_concern=True) for q in ("Q1", "Q2")]
        figures = replace(analysed(data_set(found)), scope="Q2")

        table = blocks_of(figures, "concerns")[1]
        assert isinstance(table, Table)
        assert [row[0] for row in table.rows] == ["Q2"]

    def test_a_public_report_lists_none(self) -> None:
        found = analysed(data_set([audit(ref="A1", immediate_concern=True)]))

        assert len(blocks_of(replace(found, audience="public"), "concerns")) == 1

    def test_an_audit_without_reference_goes_by_its_row(self) -> None:
        day = date(2016, 5, 4)
        found = [audit(date=day, immediate_concern=True)]
        (concern,) = analysed(data_set(found)).concerns

        assert (concern.ref, concern.date) == ("Audits row 2", day)

    def test_it_is_filed_by_its_day_and_one_without_a_day_in_no_quarter(self) -> None:
        dated = audit(quarter=None, date=date(2016, 8, 1), immediate_concern=True)
        undated = audit(quarter=None, immediate_concern=True)

        assert [c.quarter for c in analysed(data_set([dated, undated])).concerns] == ["Q2", ""]

    def test_an_audit_that_was_cancelled_raises_none(self) -> None:
        found = audit(immediate_concern=True, status=Status.CANCELLED)

        assert analysed(data_set([found])).concerns == ()


def again(before: str, after: str, **changes: Any) -> list[Audit]:
    """Return an audit and its re-audit."""
    return [audit(before, ref="A1"), audit(after, ref="A2", reaudit_of="a1", **changes)]


class TestReaudits:
    @pytest.mark.parametrize(
        ("before", "after", "steps"),
        [("I", "G", (1, 0, 0)), ("G", "G", (0, 1, 0)), ("G", "R", (0, 0, 1))],
    )
    def test_a_pair_is_better_the_same_or_worse(
        self, before: str, after: str, steps: tuple[int, int, int]
    ) -> None:
        found = summarise_reaudits(data_set(again(before, after)))

        assert (found.better, found.same, found.worse) == steps
        assert (found.total, found.compared) == (1, 1)

    def test_a_pair_that_was_not_judged_twice_is_not_compared(self) -> None:
        found = summarise_reaudits(data_set(again("-", "G")))

        assert (found.total, found.compared) == (1, 0)

    def test_an_audit_of_an_earlier_year_is_not_found(self) -> None:
        found = summarise_reaudits(data_set([audit(ref="A2", reaudit_of="2015/7")]))

        assert (found.not_found, found.pairs) == (1, ())

    def test_an_audit_does_not_repeat_itself(self) -> None:
        found = summarise_reaudits(data_set([audit(ref="A2", reaudit_of="A2")]))

        assert (found.not_found, found.pairs) == (1, ())

    def test_inadequate_audits_without_a_re_audit_are_named(self) -> None:
        found = summarise_reaudits(data_set([*again("I", "G"), audit("I", ref="A9")]))

        assert (found.inadequate, found.without, found.without_refs) == (2, 1, ("A9",))

    @given(st.text("OGRI-", min_size=2, max_size=12), st.randoms(use_true_random=False))
    @unhurried
    def test_the_order_of_the_rows_changes_no_count(self, letters: str, chance: Random) -> None:
        found = [
            audit(letter, ref=f"A{n}", reaudit_of=f"A{n - 1}" if n % 2 else "")
            for n, letter in enumerate(letters)
        ]
        mixed = list(found)
        chance.shuffle(mixed)
        one, other = (summarise_reaudits(data_set(rows)) for rows in (found, mixed))

        assert (one.better, one.same, one.worse) == (other.better, other.same, other.worse)
        assert one.better + one.same + one.worse == one.compared <= one.total

    def test_the_report_says_how_they_ended(self) -> None:
        text = told_of(analysed(data_set([*again("I", "G"), audit("I", ref="A9")])))

        assert (
            "1 audit was of a case audited before; of the 1 judged both times, 1 was better" in text
        )
        assert "Of the 2 Inadequate audits, 1 was not followed by a re-audit: A9." in text

    def test_a_first_audit_of_another_year_is_said_to_be_absent(self) -> None:
        text = told_of(analysed(data_set([audit("G", ref="A1", reaudit_of="Z9")])))

        assert "; for 1, the first audit is not among this year's." in text

    def test_without_re_audits_there_is_no_such_part(self) -> None:
        assert part_of(analysed(data_set(audits("GI"))), "year-reaudits") is None
