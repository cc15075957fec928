"""What a report over part of the audits says of itself, and what its files are called."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from auditreport.rendering.wording import join_words

_LONGEST = 60
_TOLD_APART = re.compile(r"[a-z0-9 -]+")

Selection = Mapping[str, tuple[str, ...]] | None
"""Column → values; None in a report over all audits."""


def say_selection(only: Selection) -> str:
    """Say which audits a report is over; nothing of one over all."""
    return f"Only audits with {_list(only)}" if only else ""


def what_is_left_out(only: Selection) -> Iterator[str]:
    """Say what a report over part of the audits lacks, in a sentence."""
    if only:
        yield (
            f"This report counts only the audits with {_list(only)}; re-audits, thematic audits, "
            "feedback, actions, the schedule, targets, the year before and the narrative are not "
            "of these audits alone, and are left out."
        )


def name_selection(only: Selection) -> str:
    """Return the end of a report's name; values that it cannot tell apart are told by a hash."""
    if not only:
        return ""
    words = " ".join(f"{column} {' or '.join(values)}" for column, values in only.items())
    slug = "-".join(re.findall("[a-z0-9]+", words.casefold()))
    if _TOLD_APART.fullmatch(words.casefold()) and len(slug) <= _LONGEST:
        return f"-{slug}"
    return f"-{slug[:_LONGEST]}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def _list(only: Mapping[str, tuple[str, ...]]) -> str:
    return join_words(f"{column}: {join_words(values, 'or')}" for column, values in only.items())
