"""Workbooks whose parts are missing, misplaced, in odd encodings or written to do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from typing import NamedTuple

from corpus.packages import (
    MAIN,
    OFFICE,
    SHEET,
    STRICT_MAIN,
    STRICT_OFFICE,
    STRINGS,
    STYLES_PART,
    WORKBOOK,
    WORKBOOK_RELATIONS,
    pack,
    parts_of,
    relations_xml,
    sheet_xml,
    strings_xml,
    workbook_xml,
)

ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>3</v></c></row>'
)
TEXTS = "<si><t>Ref</t></si><si><t>Children</t></si><si><t>Good</t></si>"
VALUES = (("Ref", "Children"), ("Good", 3))


class FileCase(NamedTuple):
    """A file. `says` is a word of its refusal; empty where it must be read as `VALUES`."""

    name: str
    make: Callable[[], bytes]
    says: str = ""


def plain() -> dict[str, str | bytes]:
    """Return the parts of a workbook that holds `VALUES`."""
    return parts_of(ROWS, TEXTS)


def _changed(**changes: str | bytes | None) -> Callable[[], bytes]:
    """Return a maker of the plain workbook with parts replaced, or left out where None."""
    names = {
        "sheet": SHEET, "workbook": WORKBOOK, "strings": STRINGS, "styles": STYLES_PART,
        "relations": WORKBOOK_RELATIONS, "root": "_rels/.rels", "types": "[Content_Types].xml",
    }  # fmt: skip

    def make() -> bytes:
        parts = plain()
        for key, content in changes.items():
            name = names.get(key, key)
            if content is None:
                del parts[name]
            else:
                parts[name] = content
        return pack(parts)

    return make


def _renamed(old: str, new: str) -> Callable[[], bytes]:
    return lambda: pack({new if name == old else name: text for name, text in plain().items()})


def _prefixed() -> dict[str, str | bytes]:
    """Return the plain workbook as programs write it that give every element a prefix."""
    parts = plain()
    for name in (SHEET, STRINGS, WORKBOOK):
        text = (
            str(parts[name]).replace("</", "</x:").replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
        )
        pieces = text.split("<")
        parts[name] = "<".join(
            piece if not piece or piece[0] == "/" else f"x:{piece}" for piece in pieces
        )
    return parts


def _strict() -> dict[str, str | bytes]:
    parts = plain()
    parts[SHEET] = sheet_xml(ROWS, namespace=STRICT_MAIN)
    parts[WORKBOOK] = workbook_xml(
        '<sheet name="Audits" sheetId="1" r:id="r1"/>', namespace=STRICT_MAIN
    )
    for name in (WORKBOOK_RELATIONS, "_rels/.rels"):
        parts[name] = str(parts[name]).replace(OFFICE, STRICT_OFFICE)
    parts[STRINGS] = str(parts[STRINGS]).replace(MAIN, STRICT_MAIN)
    parts[STYLES_PART] = str(parts[STYLES_PART]).replace(MAIN, STRICT_MAIN)
    return parts


def _encoded(part: str, encoding: str, declared: str) -> Callable[[], bytes]:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    return lambda: pack(
        {
            name: (declaration + str(text)).encode(encoding) if name == part else text
            for name, text in plain().items()
        }
    )


def _with_target(target: str) -> Callable[[], bytes]:
    relations = {
        "r1": ("worksheet", target),
        "r2": ("sharedStrings", "sharedStrings.xml"),
        "r3": ("styles", "styles.xml"),
    }
    return _changed(relations=relations_xml(relations))


def _parts_cases() -> Iterator[FileCase]:
    yield FileCase("plain", lambda: pack(plain()))
    yield FileCase("stored", lambda: pack(plain(), zipfile.ZIP_STORED))
    yield FileCase("every element has a prefix", lambda: pack(_prefixed()))
    yield FileCase("Strict Open XML", lambda: pack(_strict()))
    yield FileCase("no content types", _changed(types=None))
    yield FileCase("no styles", _changed(styles="<styleSheet/>"))
    bare = f'<styleSheet xmlns="{MAIN}"><fills><fill/></fills></styleSheet>'
    yield FileCase("bare fill", _changed(styles=bare))
    yield FileCase("small letters in a part's name", _renamed(STRINGS, "xl/SHAREDSTRINGS.XML"))
    yield FileCase("backslashes", _renamed(SHEET, SHEET.replace("/", "\\")))
    for target in (
        "/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml",
        "worksheets\\sheet1.xml", "worksheets/sheet%31.xml", "../../../xl/worksheets/sheet1.xml",
    ):  # fmt: skip
        yield FileCase(f"target {target}", _with_target(target))
    for target in ("worksheets/sheet9.xml", "../../../../etc/passwd", "", "."):
        yield FileCase(f"target {target or 'none'}", _with_target(target), "missing")
    for part in ("sheet", "strings", "styles", "root", "workbook", "relations"):
        yield FileCase(f"no {part}", _changed(**{part: None}), "missing")
        yield FileCase(f"empty {part}", _changed(**{part: ""}), "Open it in Excel")
        yield FileCase(f"unclosed {part}", _changed(**{part: "<a><b></a>"}), "Open it in Excel")
    yield FileCase("sheet without relation", _changed(relations=relations_xml({})), "not in the")
    sheet = '<sheet name="Audits" sheetId="1" r:id="r1"/>'
    twice = workbook_xml(sheet + sheet.replace("Audits", "AUDITS"))
    yield FileCase("two sheets of one name", _changed(workbook=twice), "one name")
    same = workbook_xml(sheet + sheet.replace("Audits", "Others"))
    yield FileCase("two sheets of one part", _changed(workbook=same), "one part")
    yield FileCase("no sheets", _changed(workbook=workbook_xml("")), "no sheets")
    many = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, 400))
    yield FileCase("hundreds of sheets", _changed(workbook=workbook_xml(many)), "sheets = 256")
    chart = relations_xml({"r1": ("chartsheet", "worksheets/sheet1.xml")})
    yield FileCase("a chart alone", _changed(relations=chart), "no sheets")


def _encoding_cases() -> Iterator[FileCase]:
    for part in (SHEET, STRINGS, WORKBOOK):
        yield FileCase(f"UTF-8 with mark {part}", _encoded(part, "utf-8-sig", "UTF-8"))
        yield FileCase(f"UTF-16 {part}", _encoded(part, "utf-16", "UTF-16"))
        yield FileCase(f"UTF-16 undeclared {part}", _encoded(part, "utf-16", ""))
        yield FileCase(f"Latin-1 {part}", _encoded(part, "latin-1", "ISO-8859-1"))
        for encoding in ("utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"):
            declared = encoding.upper()
            yield FileCase(f"{encoding} {part}", _encoded(part, encoding, declared), "encoding")
    broken = sheet_xml(ROWS).encode().replace(b"<row", b"\xff\xfe<row", 1)
    yield FileCase("broken UTF-8", _changed(sheet=broken), "encoding")
    surrogate = strings_xml(TEXTS).encode().replace(b"Good", b"G\xed\xa0\x80d")
    yield FileCase("half a character", _changed(strings=surrogate), "encoding")
    nulls = strings_xml(TEXTS).encode().replace(b"Good", b"G\0od")
    yield FileCase("null bytes", _changed(strings=nulls), "encoding")


def _entity_cases() -> Iterator[FileCase]:
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10)
    )
    doctypes = {
        "billion laughs": f"<!DOCTYPE a [{laughs}]>",
        "file from outside": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "page from outside": '<!DOCTYPE a SYSTEM "http://localhost/a.dtd">',
        "plain doctype": "<!DOCTYPE a>",
    }
    for name, doctype in doctypes.items():
        parts = plain()
        for key in ("sheet", "strings", "workbook", "styles", "relations", "root"):
            part = {
                "sheet": SHEET, "strings": STRINGS, "workbook": WORKBOOK, "styles": STYLES_PART,
                "relations": WORKBOOK_RELATIONS, "root": "_rels/.rels",
            }[key]  # fmt: skip
            yield FileCase(
                f"{name} {key}", _changed(**{key: doctype + str(parts[part])}), "entities"
            )
    sixteen = (doctypes["billion laughs"] + sheet_xml(ROWS)).encode("utf-16")
    yield FileCase("billion laughs in UTF-16", _changed(sheet=sixteen), "entities")


PARTS_CASES = (*_parts_cases(), *_encoding_cases(), *_entity_cases())
