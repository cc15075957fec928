"""Second opinions against first ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import SCALE, WORDS, audit, audits, unhurried

from auditreport.analysis.figures import Moderation
from auditreport.analysis.moderation import find_kappa, summarise_moderation
from auditreport.reading.dataset import Audit

PAIRS = st.lists(st.tuples(st.sampled_from("OGRI"), st.sampled_from("OGRI")), max_size=20)


def second_opinion(first: str, second: str, final: str = " ") -> Audit:
    words = {"moderated_judgement": WORDS[second], "final": WORDS[final]}
    return audit(first, moderated=True, **words)


def summarise(*rows: Audit) -> Moderation:
    found = summarise_moderation(rows, SCALE)
    assert found is not None
    return found


def moderate(*pairs: str) -> Moderation:
    return summarise(*(second_opinion(pair[0], pair[1]) for pair in pairs))


def test_agreed_upgraded_and_downgraded_count_what_the_moderator_did() -> None:
    found = moderate("GG", "GO", "RG", "GI")
    assert (found.compared, found.agreed, found.upgraded, found.downgraded) == (4, 1, 2, 1)


def test_moderated_counts_those_without_a_second_judgement_too() -> None:
    found = summarise(second_opinion("G", "G"), audit("G", moderated=True))
    assert (found.moderated, found.compared) == (2, 1)


def test_without_any_second_judgement_there_is_nothing_to_summarise() -> None:
    assert summarise_moderation(audits("GGR", moderated=True), SCALE) is None


def test_a_second_opinion_that_is_not_a_judgement_is_not_compared() -> None:
    assert summarise_moderation([second_opinion("G", "-")], SCALE) is None


def test_changed_counts_final_judgements_that_are_not_the_overall_one() -> None:
    rows = (
        second_opinion("G", "R", final="R"),
        second_opinion("G", "R", final="G"),
        second_opinion("G", "R"),
    )
    assert summarise(*rows).changed == 1


def test_the_table_holds_the_whole_scale() -> None:
    matrix = moderate("GR", "GR", "GG").matrix
    assert list(matrix) == list(SCALE.judgements)
    assert matrix["Good"] == {
        "Outstanding": 0,
        "Good": 1,
        "Requires Improvement": 2,
        "Inadequate": 0,
    }


def test_kappa_weighs_a_disagreement_by_its_steps() -> None:
    """GG, GR, RR and RI: the steps apart are 0 + 1 + 0 + 1 = 2 of 4, so 0.5 on average. Firsts are
    2 G and 2 R, seconds 1 G, 2 R and 1 I: by chance (2*1*0 + 2*2*1 + 2*1*2 + 2*1*1 + 2*2*0 +
    2*1*1) / 16 = 12/16 = 0.75. Kappa is 1 - 0.5/0.75 = 0.333."""
    assert moderate("GG", "GR", "RR", "RI").kappa == 0.333


def test_kappa_is_1_for_full_agreement_and_below_0_for_less_than_chance() -> None:
    assert moderate("GG", "RR").kappa == 1.0
    assert moderate("GR", "RG").kappa == -1.0


def test_kappa_of_a_single_pair_is_null() -> None:
    assert moderate("GR").kappa is None


def test_kappa_is_null_where_chance_alone_would_agree() -> None:
    assert moderate("GG", "GG").kappa is None


@unhurried
@given(PAIRS)
def test_every_comparison_is_agreed_upgraded_or_downgraded(pairs: list[tuple[str, str]]) -> None:
    found = summarise_moderation([second_opinion(a, b) for a, b in pairs], SCALE)
    if found is None:
        assert pairs == []
    else:
        assert found.agreed + found.upgraded + found.downgraded == found.compared == len(pairs)


@unhurried
@given(PAIRS.filter(bool))
def test_kappa_never_exceeds_1_and_does_not_mind_who_was_first(
    pairs: list[tuple[str, str]],
) -> None:
    kappa = summarise(*(second_opinion(a, b) for a, b in pairs)).kappa
    assert kappa is None or -1 <= kappa <= 1
    assert summarise(*(second_opinion(b, a) for a, b in pairs)).kappa == kappa


def test_kappa_of_the_linearly_weighted_table_follows_the_formula() -> None:
    """Of 10 pairs on a scale of three: [[2, 1, 0], [1, 3, 1], [0, 0, 2]]. Steps apart: 1 + 1 + 1 =
    3 of 10. Firsts 3, 5, 2 and seconds 3, 4, 3 by chance: 3*4 + 3*3*2 + 5*3 + 5*3 + 2*3*2 + 2*4
    = 80 of 100. Kappa is 1 - 0.3/0.8 = 0.625."""
    table = [[2, 1, 0], [1, 3, 1], [0, 0, 2]]
    matrix = {f"first {i}": dict(zip("abc", row, strict=True)) for i, row in enumerate(table)}
    assert find_kappa(matrix) == pytest.approx(0.625)
