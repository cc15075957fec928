"""The council's own measures: yes/no columns of its audits, counted."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.proportions import round_percent
from auditreport.analysis.review_figures import MeasureFigures
from auditreport.reading.dataset import Answer, Audit, DataSet, Measure


def summarise_measures(data: DataSet, audits: Sequence[Audit]) -> dict[str, MeasureFigures]:
    """Count every measure over completed audits, in the order of the sheet Measures."""
    return {measure.name: summarise_measure(measure, audits) for measure in data.measures}


def summarise_measure(measure: Measure, audits: Sequence[Audit]) -> MeasureFigures:
    """Count one measure; its percentages are of yes and no alone.

    What did not apply and what was not recorded are in no base, and are told apart.
    """
    found = [audit.measures.get(measure.name, Answer.NOT_RECORDED) for audit in audits]
    yes, no = found.count(Answer.YES), found.count(Answer.NO)
    return MeasureFigures(
        label=measure.label,
        good_is="Yes" if measure.good_is_yes else "No",
        yes=yes,
        no=no,
        not_applicable=found.count(Answer.NOT_APPLICABLE),
        not_recorded=found.count(Answer.NOT_RECORDED),
        base=yes + no,
        percent=round_percent(yes, yes + no),
        good=summarise_good(yes if measure.good_is_yes else no, yes + no),
    )
