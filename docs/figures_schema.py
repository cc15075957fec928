"""Writes the JSON Schema of an internal figures.json from the program's own declarations.

python docs/figures_schema.py      rewrite src/auditreport/schemas/figures.schema.json
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from auditreport.analysis.figures import FORMAT, Figures
from auditreport.analysis.figures_json import LEFT_OUT_IF_NONE, names_of

Schema = dict[str, Any]

PLACE = Path(__file__).parents[1] / "src/auditreport/schemas/figures.schema.json"
_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
}


def build_schema() -> Schema:
    """Return the schema; keys may be added to the file, so that it refuses none."""
    records: dict[str, Schema] = {}
    _describe(Figures, records)
    whole = records.pop(Figures.__name__)
    whole["properties"]["format"] = {"const": FORMAT}
    whole["properties"]["audience"] = {"const": "internal"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "figures.json of auditreport, for use within the service",
        **whole,
        "$defs": dict(sorted(records.items())),
    }


def render_schema() -> str:
    """Render the schema as it is shipped."""
    return json.dumps(build_schema(), indent=2) + "\n"


def _describe(kind: Any, records: dict[str, Schema]) -> Schema:
    """Return the schema of a type; that of each record in it is put among `records`."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    parts = get_args(kind)
    match get_origin(kind):
        case origin if origin is Union or origin is UnionType:
            return {"anyOf": [_describe(part, records) for part in parts]}
        case origin if origin is tuple:
            return {"type": "array", "items": _describe(parts[0], records)}
        case origin if origin is Mapping:
            return {"type": "object", "additionalProperties": _describe(parts[1], records)}
    if is_dataclass(kind):
        return _describe_record(kind, records)
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    raise TypeError(kind)


def _describe_record(kind: Any, records: dict[str, Schema]) -> Schema:
    reference = {"$ref": f"#/$defs/{kind.__name__}"}
    if kind.__name__ in records:
        return reference
    described: Schema = {"type": "object"}
    records[kind.__name__] = described
    hints = get_type_hints(kind, localns={})  # a field `date` would stand for the type
    names = names_of(kind)
    described["required"] = [
        written for name, written in names if (kind, name) not in LEFT_OUT_IF_NONE
    ]
    described["properties"] = {written: _describe(hints[name], records) for name, written in names}
    return reference


if __name__ == "__main__":
    PLACE.write_text(render_schema(), encoding="utf-8")
