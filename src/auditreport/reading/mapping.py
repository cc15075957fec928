"""A council's own names for our sheets, columns and words, from auditreport.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from auditreport.problem_codes import Severity
from auditreport.records import record


@record
class TrackerMapping:
    """Our name to theirs for sheets and columns; their word to ours for values of a list.

    `columns` is by our sheet name, `values` by list name; a severity of None is off.
    """

    sheets: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
