"""Public editions of councils, as tests and the long attack make them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from public_forms import Files, find_figures
from records import analysed
from twins import move_hidden, shows_the_same

from auditreport.analysis.disclosure.edition import Edition
from auditreport.analysis.disclosure.private_text import leave_out_private_text
from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import figures_json
from auditreport.analysis.publishing import publish
from auditreport.publishing import prove
from auditreport.reading import Reading
from auditreport.reading.dataset import DataSet
from auditreport.rendering import render

Tree = Mapping[str, Any]
_MOST_TWINS = 8  # that are published in the search for one


def as_tree(figures: Figures) -> Tree:
    return cast("Tree", json.loads(figures_json(figures)))


def count_all(council: DataSet) -> Tree:
    """Return figures.json of a council for other readers, but for text that is not published."""
    return as_tree(analysed(leave_out_private_text(council), None))


def publish_council(council: DataSet, earlier: Sequence[Tree] = ()) -> Edition:
    return publish(Reading(council, ()), tool="auditreport 0.1.0", earlier=earlier)


def publish_proved(council: DataSet, earlier: Sequence[Tree] = ()) -> Edition:
    """Return a public edition that passed its proof."""
    edition = publish_council(council, earlier)
    prove(edition, {"x.figures.json": figures_json(edition.figures).encode()})
    return edition


def render_twin(council: DataSet, files: Files, forms: tuple[str, ...]) -> Files:
    """Return the files of a council of which other counts are hidden and the same are shown.

    None are returned where no such council is found.
    """
    public = find_figures(files)
    moved = zip(range(_MOST_TWINS), move_hidden(council, public, count_all), strict=False)
    for figures in (publish_council(twin).figures for _, twin in moved):
        if shows_the_same(public, as_tree(figures)):
            return render(figures, forms)
    return {}
