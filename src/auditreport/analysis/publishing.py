"""A reading counted for the public: what a report that leaves the building may hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from auditreport.analysis.assembly import YEAR, count_data, require_data
from auditreport.analysis.disclosure.edition import Edition, Policy, make_public
from auditreport.analysis.disclosure.joined_tables import name_hidden_bands
from auditreport.analysis.disclosure.private_text import leave_out_private_text
from auditreport.analysis.disclosure.remaining_text import check_remaining_text
from auditreport.analysis.disclosure.tables import Content
from auditreport.analysis.disclosure.telling_numbers import find_hidden_values
from auditreport.analysis.narrative import fill_narrative
from auditreport.reading import Reading
from auditreport.reading.dataset import ReportSettings


def publish(
    reading: Reading,
    *,
    tool: str,
    scope: str = YEAR,
    as_of: date | None = None,
    earlier: Sequence[Content] = (),
) -> Edition:
    """Return the public edition of what was read, with the problems of the text that remains.

    The arguments are those of `analyse`; `earlier` are the figures.json of public editions that
    are out already. Raises DataFault where the errors left no data.
    """
    internal = require_data(reading)
    data = leave_out_private_text(internal)
    counted = count_data(reading, data, (tool, scope), as_of)
    edition = make_public(counted, _choose_policy(data.settings), earlier)
    filled = fill_narrative(name_hidden_bands(edition.figures), data.narrative, reading.severity)
    figures = replace(edition.figures, narrative=filled.narrative, problems=filled.problems)
    remaining = check_remaining_text(data, internal, figures, find_hidden_values(edition))
    return replace(edition, figures=replace(figures, problems=(*figures.problems, *remaining)))


def _choose_policy(settings: ReportSettings) -> Policy:
    return Policy(
        settings.hide_counts_up_to,
        protect_judgements=settings.protect_judgements,
        show_gender_and_ethnicity=settings.show_gender_and_ethnicity,
    )
