"""The results of formulas, which openpyxl drops, taken from a workbook into its copy."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from auditreport.reading.archive import Archive
from auditreport.reading.limits import DEFAULT_LIMITS
from auditreport.reading.package import read_package
from auditreport.records import record
from auditreport.workbooks.source import OpenedSource

_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_KINDS = frozenset({"n", "str", "b", "e"})
# A formula as openpyxl writes it: with an empty value, whatever it was.
_FORMULA = re.compile(
    r'<c r="([A-Z]+\d+)"((?: s="\d+")?)(?: t="\w*")?>'
    r"(<f(?:\s[^>]*)?(?:/>|>[^<]*</f>))<v ?(?:/>|></v>)"
)


@record
class _Result:
    kind: str
    value: str


def result_keeper(source: OpenedSource) -> Callable[[str, bytes], bytes]:
    """Return what gives a part of the copy the results that the same sheet has in the source."""
    results = _read_results(source.data)
    sheets = {
        f"xl/worksheets/sheet{number}.xml": results.get(sheet.title, {})
        for number, sheet in enumerate(source.workbook.worksheets, start=1)
    }

    def keep(part: str, content: bytes) -> bytes:
        return _insert(content, sheets[part]) if sheets.get(part) else content

    return keep


def _read_results(data: bytes) -> dict[str, dict[str, _Result]]:
    """Return each sheet's results by cell."""
    archive = Archive(data, DEFAULT_LIMITS)
    package = read_package(archive, DEFAULT_LIMITS)
    return {sheet.name: _read_sheet(archive.read(sheet.part)) for sheet in package.sheets}


def _read_sheet(xml: bytes) -> dict[str, _Result]:
    found: dict[str, _Result] = {}
    for _, element in ElementTree.iterparse(io.BytesIO(xml)):
        if element.tag == f"{_SPACE}c":
            value = element.findtext(f"{_SPACE}v")
            kind = element.get("t", "n")
            is_result = kind in _KINDS and element.find(f"{_SPACE}f") is not None
            if is_result and value is not None:
                found[element.get("r", "")] = _Result(kind, value)
            element.clear()
    return found


def _insert(content: bytes, results: Mapping[str, _Result]) -> bytes:
    def fill(match: re.Match[str]) -> str:
        result = results.get(match[1])
        if result is None:
            return match[0]
        cell = f'<c r="{match[1]}"{match[2]} t="{result.kind}">'
        return f"{cell}{match[3]}<v>{escape(result.value)}</v>"

    return _FORMULA.sub(fill, content.decode("utf-8")).encode()
