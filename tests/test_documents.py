"""The documents that are made from the program's own declarations."""

from __future__ import annotations

import re
import string
import sys
from pathlib import Path

import pytest

from auditreport.problem_codes import RULES, Rule
from auditreport.reading.contract import SHEETS
from auditreport.reading.matching import name_key
from auditreport.reading.schema import SheetSchema

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture
def generated(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the blocks that the generator makes now."""
    monkeypatch.syspath_prepend(str(DOCS))
    generate = __import__("generate")
    monkeypatch.delitem(sys.modules, "generate")
    blocks: dict[str, str] = generate.build_blocks()
    return blocks


@pytest.mark.parametrize("name", ["workbook.md", "problems.md"])
def test_a_document_is_what_the_generator_would_write(name: str, generated: dict[str, str]) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    found = re.findall(r"<!-- generated: ([^>]+) -->\n(.*?)\n?<!-- end -->", text, re.DOTALL)

    assert found
    assert {block: generated[block] for block, _ in found} == dict(found)


def test_every_block_stands_in_a_document(generated: dict[str, str]) -> None:
    texts = "".join((DOCS / n).read_text(encoding="utf-8") for n in ("workbook.md", "problems.md"))

    assert [name for name in generated if f"<!-- generated: {name} -->" not in texts] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_problem_says_what_it_means_and_what_to_do(rule: Rule) -> None:
    names = [field for _, field, _, _ in string.Formatter().parse(rule.message) if field]

    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.code)
    assert rule.meaning.endswith(".")
    assert rule.remedy.endswith((".", ".)"))
    assert not {"code", "place", "hint"} & set(names)


@pytest.mark.parametrize("schema", SHEETS, ids=lambda schema: schema.name)
def test_no_two_columns_of_a_sheet_go_by_one_name(schema: SheetSchema) -> None:
    names = [name_key(n) for column in schema.columns for n in (column.name, *column.aliases)]

    assert len(names) == len(set(names))
    assert all(column.help.endswith((".", "…")) for column in schema.columns)
