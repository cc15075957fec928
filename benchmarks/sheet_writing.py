"""Large workbooks written fast: rows of plain values into the XML that Excel itself writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Value = str | int | date | None
Rows = Iterable[Sequence[Value]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DAY_ZERO = date(1899, 12, 30).toordinal()
_LETTERS = [chr(65 + n) if n < 26 else f"A{chr(39 + n)}" for n in range(52)]
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill>'
    '<patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class _Strings(dict[str, int]):
    """The shared strings: each text has a number."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


def write_workbook(path: Path, sheets: dict[str, Rows]) -> None:
    """Write sheets, each an iterable of rows; the same rows give the same bytes."""
    strings = _Strings()
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for number, rows in enumerate(sheets.values(), start=1):
            _write_part(archive, f"xl/worksheets/sheet{number}.xml", _sheet_xml(rows, strings))
        _write_part(archive, "xl/sharedStrings.xml", _strings_xml(strings))
        _write_part(archive, "xl/styles.xml", [_STYLES])
        _write_part(archive, "xl/workbook.xml", [_workbook_xml(list(sheets))])
        _write_part(archive, "xl/_rels/workbook.xml.rels", [_relations_xml(len(sheets))])
        _write_part(archive, "_rels/.rels", [_relations([("officeDocument", "xl/workbook.xml")])])
        _write_part(archive, "[Content_Types].xml", [_types_xml(len(sheets))])


def _write_part(archive: ZipFile, name: str, pieces: Iterable[str]) -> None:
    """Write a part piece by piece: that of a full sheet is larger than a gigabyte."""
    entry = ZipInfo(name)  # its date is the first that a zip file knows, not today's
    entry.compress_type = ZIP_DEFLATED
    with archive.open(entry, "w") as part:
        part.write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
        for piece in pieces:
            part.write(piece.encode())


def _strings_xml(strings: _Strings) -> Iterator[str]:
    yield f'<sst xmlns="{_MAIN}">'
    for text in strings:
        yield f'<si><t xml:space="preserve">{escape(text)}</t></si>'
    yield "</sst>"


def _sheet_xml(rows: Rows, strings: _Strings) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><sheetData>'
    for number, row in enumerate(rows, start=1):
        yield _row_xml(number, row, strings)
    yield "</sheetData></worksheet>"


def _row_xml(number: int, row: Sequence[Value], strings: _Strings) -> str:
    cells = [
        _cell_xml(f"{letters}{number}", value, strings)
        for letters, value in zip(_LETTERS, row, strict=False)
        if value is not None
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell_xml(reference: str, value: Value, strings: _Strings) -> str:
    if isinstance(value, str):
        return f'<c r="{reference}" t="s"><v>{strings[value]}</v></c>'
    if isinstance(value, date):
        return f'<c r="{reference}" s="1"><v>{value.toordinal() - _DAY_ZERO}</v></c>'
    return f'<c r="{reference}"><v>{value}</v></c>'


def _workbook_xml(names: list[str]) -> str:
    entries = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{entries}</sheets></workbook>'


def _relations_xml(sheets: int) -> str:
    numbered = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, sheets + 1)]
    return _relations([*numbered, ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")])


def _relations(targets: list[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _types_xml(sheets: int) -> str:
    parts = {
        "/xl/workbook.xml": f"{_TYPE}.sheet.main+xml",
        "/xl/sharedStrings.xml": f"{_TYPE}.sharedStrings+xml",
        "/xl/styles.xml": f"{_TYPE}.styles+xml",
    }
    for number in range(1, sheets + 1):
        parts[f"/xl/worksheets/sheet{number}.xml"] = f"{_TYPE}.worksheet+xml"
    entries = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>{entries}</Types>'
    )
