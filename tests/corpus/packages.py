"""Workbooks written part by part, so that a test can get any of them wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"

SHEET = "xl/worksheets/sheet1.xml"
WORKBOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES_PART = "xl/styles.xml"
WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"

# Styles 1 to 4: a date, a date with time, a duration, a month alone.
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="mmmm yyyy"/>'
    '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>'
    '<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)


def sheet_xml(rows: str, *, head: str = "", tail: str = "", namespace: str = MAIN) -> str:
    """Return a worksheet around its rows."""
    return f'<worksheet xmlns="{namespace}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'


def strings_xml(items: str) -> str:
    """Return a table of shared strings around its items."""
    return f'<sst xmlns="{MAIN}">{items}</sst>'


def workbook_xml(sheets: str, *, settings: str = "", namespace: str = MAIN) -> str:
    """Return a workbook around its list of sheets."""
    office = OFFICE if namespace == MAIN else STRICT_OFFICE
    return (
        f'<workbook xmlns="{namespace}" xmlns:r="{office}">{settings}'
        f"<sheets>{sheets}</sheets></workbook>"
    )


def relations_xml(relations: Mapping[str, tuple[str, str]], *, office: str = OFFICE) -> str:
    """Return relationships: by id, the kind and the target of each."""
    entries = "".join(
        f'<Relationship Id="{key}" Type="{office}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{entries}</Relationships>'


def parts_of(rows: str, strings: str = "", **options: str) -> dict[str, str | bytes]:
    """Return the parts of a workbook with one sheet, `Audits`."""
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        ),
        "_rels/.rels": relations_xml({"r1": ("officeDocument", WORKBOOK)}),
        WORKBOOK: workbook_xml(
            '<sheet name="Audits" sheetId="1" r:id="r1"/>', settings=options.pop("settings", "")
        ),
        WORKBOOK_RELATIONS: relations_xml(
            {
                "r1": ("worksheet", "worksheets/sheet1.xml"),
                "r2": ("sharedStrings", "sharedStrings.xml"),
                "r3": ("styles", "styles.xml"),
            }
        ),
        STRINGS: strings_xml(strings),
        STYLES_PART: STYLES,
        SHEET: sheet_xml(rows, **options),
    }


def pack(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the parts as a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return buffer.getvalue()


def workbook(rows: str, strings: str = "", **options: str) -> bytes:
    """Return a workbook with one sheet, `Audits`, as a file's bytes."""
    return pack(parts_of(rows, strings, **options))
