"""The lines of auditreport.toml that would make a council's own name or word known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from auditreport.problem_codes import rule_of
from auditreport.problems import quote
from auditreport.reading.matching import find_nearest, name_key
from auditreport.reading.schema import SheetSchema

PLACEHOLDER = "..."
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WORD = re.compile(r"[a-z]{4,}")


def with_lines(code: str, table: str, ours: str, theirs: str) -> str:
    """Return a code's remedy with the lines to paste after it, each on a line of its own.

    A name that could not be shown in full cannot be mapped by what is shown: no lines then.
    """
    remedy = rule_of(code).remedy
    if quote(ours) != ours or quote(theirs) != theirs:
        return remedy
    return f"{remedy}\n[{table}]\n{toml_key(ours)} = {_text(theirs)}"


def columns_table(sheet: str) -> str:
    """Return the name of the table that maps a sheet's columns."""
    return f"columns.{toml_key(sheet)}"


def find_likely_header(names: Iterable[str], headers: Iterable[str]) -> str:
    """Return the header that is likely meant by one of a column's names, else a placeholder.

    It is the nearest, or the only one that has a longer word in common with a name.
    """
    known, others = list(names), list(headers)
    for name in known:
        nearest = find_nearest(name, others)
        if nearest is not None:
            return nearest
    words = {word for name in known for word in _WORD.findall(name.casefold())}
    alike = [h for h in others if words.intersection(_WORD.findall(h.casefold()))]
    return alike[0] if len(alike) == 1 else PLACEHOLDER


def column_names(schema: SheetSchema, column: str) -> tuple[str, ...]:
    """Return all the names by which a column goes."""
    found = schema.column(column)
    return (found.name, *(alias for alias in found.aliases if name_key(alias)))


def toml_key(name: str) -> str:
    """Return a name as a key of TOML, in quotation marks where it must have them."""
    return name if _BARE.fullmatch(name) else _text(name)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
