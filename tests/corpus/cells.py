"""Sheets written in every way that programs write them, with the values that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from auditreport.reading.raw import CellValue, ErrorValue, Uncalculated
from corpus.packages import MAIN, STRICT_MAIN

Expected = dict[str, CellValue]


class SheetCase(NamedTuple):
    """A sheet's rows in XML and what they hold; None for a sheet that must be refused."""

    name: str
    rows: str
    expected: Expected | None
    strings: str = ""
    head: str = ""
    tail: str = ""
    settings: str = ""
    namespace: str = MAIN


def row(cells: str, number: int = 1, attributes: str = "") -> str:
    """Return a row around its cells."""
    return f'<row r="{number}"{attributes}>{cells}</row>'


def _one(name: str, cell: str, value: CellValue, strings: str = "") -> SheetCase:
    """Return a sheet with a cell in A1 and a number after it, which shows a shifted address."""
    expected: Expected = {"A1": value, "B1": 7}
    return SheetCase(name, row(f'{cell}<c r="B1"><v>7</v></c>'), expected, strings)


ERRORS = (
    *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"),
    *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!"),
)
_NUMBERS: tuple[tuple[str, CellValue], ...] = (
    ("0", 0), ("1", 1), ("1.0", 1), ("-3", -3), ("0.7", 0.7), ("1E-3", 0.001), ("1e300", 1e300),
    ("9007199254740992", 2**53), ("12345678901234567890", 12345678901234567890.0),
    ("00012", 12), ("0.30000000000000004", 0.30000000000000004), ("4.0E1", 40), (".5", 0.5),
)  # fmt: skip
_DATES: tuple[tuple[str, int, CellValue], ...] = (
    ("42472", 1, date(2016, 4, 12)), ("42472.5", 1, datetime.fromisoformat("2016-04-12T12:00")),
    ("42461", 4, date(2016, 4, 1)), ("61", 1, date(1900, 3, 1)), ("1", 1, date(1900, 1, 1)),
    ("2958465", 1, date(9999, 12, 31)), ("2958466", 1, 2958466), ("-5", 1, -5), ("-5.5", 2, -5.5),
    ("0.5", 2, time(12)), ("1.5", 3, timedelta(days=1, hours=12)), ("-1", 3, timedelta(days=-1)),
)  # fmt: skip
_TEXTS = {
    "plain": ("<t>Good</t>", "Good"),
    "entities": ("<t>a &amp; b &lt; &#233; &#x2713;</t>", "a & b < é ✓"),
    "kept space": ('<t xml:space="preserve"> Good  </t>', " Good  "),
    "rich text": ("<r><t>Requires </t></r><r><rPr><b/></rPr><t>Improvement</t></r>", None),
    "rich text kept": (
        '<r><t xml:space="preserve">Requires </t></r><r><t>Improvement</t></r>',
        "Requires Improvement",
    ),
    "phonetic": ('<t>Good</t><rPh sb="0" eb="1"><t>NO</t></rPh>', "Good"),
    "escape": ("<t>a_x000D_b</t>", "a\rb"),
    "escaped escape": ("<t>a_x005F_x000D_b</t>", "a_x000D_b"),
    "no text": ("<t/>", None),
    "empty text": ("<t></t>", None),
    "cdata": ("<t><![CDATA[a < b]]></t>", "a < b"),
    "comment": ("<t>Go<!-- no -->od</t>", "Good"),
    "looks like nothing": ("<t>N/A</t>", "N/A"),
    "looks like null": ("<t>null</t>", "null"),
    "looks like a number": ("<t>00001000</t>", "00001000"),
    "looks like an error": ("<t>#REF!</t>", "#REF!"),
    "looks like a formula": ("<t>=1+1</t>", "=1+1"),
    "two lines": ("<t>a\r\nb\nc</t>", "a\nb\nc"),
    "beyond the first plane": ("<t>\U0001f600</t>", "\U0001f600"),
    "control character": ("<t>a&#1;b</t>", "a\x01b"),
    "backwards": ("<t>\u202eabc</t>", "\u202eabc"),
}


def _typed() -> Iterator[SheetCase]:
    for text, number in _NUMBERS:
        yield _one(f"number {text}", f'<c r="A1"><v>{text}</v></c>', number)
    for text, style, value in _DATES:
        yield _one(f"date {text} {style}", f'<c r="A1" s="{style}"><v>{text}</v></c>', value)
    for text in ERRORS:
        error = ErrorValue(text)
        yield _one(f"error {text}", f'<c r="A1" t="e"><v>{text}</v></c>', error)
        formula = f'<c r="A1" s="0" t="e"><f>X()</f><v>{text}</v></c>'
        yield _one(f"error of formula {text}", formula, error)
    for name, (item, held) in _TEXTS.items():
        if name != "rich text":
            shared = '<c r="A1" t="s"><v>1</v></c>'
            strings = f"<si><t>zero</t></si><si>{item}</si>"
            yield _one(f"shared {name}", shared, held, strings)
            inline = f'<c r="A1" t="inlineStr"><is>{item}</is></c>'
            yield _one(f"inline {name}", inline, held)


def _single() -> Iterator[SheetCase]:
    text = "<si><t>zero</t></si>"
    yield _one("true", '<c r="A1" t="b"><v>1</v></c>', True)
    yield _one("false", '<c r="A1" t="b"><v>0</v></c>', False)
    yield _one("true in letters", '<c r="A1" t="b"><v>true</v></c>', True)
    yield _one("boolean of formula", '<c r="A1" t="b"><f>TRUE()</f><v>1</v></c>', True)
    yield _one("ISO date", '<c r="A1" t="d"><v>2016-04-12</v></c>', date(2016, 4, 12))
    stamp = '<c r="A1" t="d"><v>2016-04-12T10:20:30</v></c>'
    yield _one("ISO date with time", stamp, datetime.fromisoformat("2016-04-12T10:20:30"))
    for written in ("2016-04-12T10:20:30Z", "2016-04-12T10:20:30.000", " 2016-04-12T10:20:30 "):
        stamp = f'<c r="A1" s="1" t="d"><v>{written}</v></c>'
        held = datetime.fromisoformat("2016-04-12T10:20:30")
        yield _one(f"ISO date as {written}", stamp, held)
    yield _one("formula", '<c r="A1"><f>1+1</f><v>2</v></c>', 2)
    yield _one("formula of text", '<c r="A1" t="str"><f>A()</f><v>Good</v></c>', "Good")
    yield _one("formula of no text", '<c r="A1" t="str"><f>""</f><v></v></c>', None)
    yield _one("formula escaped", '<c r="A1" t="str"><f>1&lt;2</f><v>a&amp;b</v></c>', "a&b")
    shared = '<c r="A1"><f t="shared" ref="A1:A9" si="0">B1</f><v>4</v></c>'
    yield _one("shared formula", shared, 4)
    yield _one("shared formula follows", '<c r="A1"><f t="shared" si="0"/><v>4</v></c>', 4)
    yield _one("array formula", '<c r="A1" cm="1"><f t="array" ref="A1">B1</f><v>4</v></c>', 4)
    for name, cell in {
        "no value": '<c r="A1"><f>1+1</f></c>',
        "empty value": '<c r="A1"><f>1+1</f><v></v></c>',
        "closed value": '<c r="A1"><f>1+1</f><v/></c>',
        "closed value with space": '<c r="A1"><f>1+1</f><v /></c>',
        "shared": '<c r="A1" s="1"><f t="shared" si="0"/></c>',
        "text without value": '<c r="A1" t="str"><f>1+1</f></c>',
    }.items():
        yield _one(f"never calculated: {name}", cell, Uncalculated())
    yield _one("blank", '<c r="A1"/>', None)
    yield _one("blank with style", '<c r="A1" s="1"/>', None)
    yield _one("blank with end", '<c r="A1" s="1"></c>', None)
    yield _one("blank value", '<c r="A1"><v></v></c>', None)
    yield _one("unknown style", '<c r="A1" s="999"><v>3</v></c>', 3)
    yield _one("single quotes", "<c r='A1' t='s'><v>0</v></c>", "zero", text)
    yield _one("other order", '<c t="s" s="0" r="A1"><v>0</v></c>', "zero", text)
    yield _one("line breaks", '<c\n r="A1"\n t="s">\n<v>0</v>\n</c>', "zero", text)
    yield _one("spaces in value", '<c r="A1"><v> 3 </v></c>', 3)
    yield _one("spaces in index", '<c r="A1" t="s"><v> 0 </v></c>', "zero", text)
    yield _one("comment in cell", '<c r="A1"><!-- <v>5</v> --><v>3</v></c>', 3)
    yield _one("CDATA in value", '<c r="A1"><v><![CDATA[3]]></v></c>', 3)
    yield _one("extension in cell", '<c r="A1"><v>3</v><extLst><ext/></extLst></c>', 3)
    quoted = "<c r='A1' t='e'><v>#N/A</v></c>"
    yield _one("error in single quotes", quoted, ErrorValue("#N/A"))
    yield _one("no reference", "<c><v>3</v></c>", 3)
    yield _one("absolute reference", '<c r="$A$1"><v>3</v></c>', 3)


def _layouts() -> Iterator[SheetCase]:
    c3 = row('<c r="C3"><v>3</v></c>', 3)
    yield SheetCase("table lower right", c3, {"A1": None, "C1": None, "C3": 3})
    yield SheetCase("table lower", row('<c r="A3"><v>3</v></c>', 3), {"A3": 3, "A1": None})
    yield SheetCase("table right", row('<c r="C1"><v>3</v></c>'), {"C1": 3, "A1": None})
    lean = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"
    yield SheetCase("no references", lean, {"A1": 1, "B1": 2, "A3": 3})
    mixed = '<row><c r="B1"><v>1</v></c><c><v>2</v></c></row><row r="5"><c><v>3</v></c></row>'
    yield SheetCase("some references", mixed, {"B1": 1, "C1": 2, "A5": 3})
    yield SheetCase(
        "cells out of order",
        row('<c r="B1"><v>2</v></c><c r="A1"><v>1</v></c>'),
        {"A1": 1, "B1": 2},
    )
    wide = row('<c r="AA1"><v>1</v></c><c r="XFD1"><v>2</v></c>')
    yield SheetCase("last column", wide, {"AA1": 1, "XFD1": 2})
    yield SheetCase(
        "last row", row('<c r="A1048576"><v>1</v></c>', 1048576), {"A1048576": 1, "A1": None}
    )
    wrong = '<dimension ref="A1"/>'
    yield SheetCase("dimension too small", c3, {"C3": 3}, head=wrong)
    yield SheetCase("dimension too large", c3, {"C3": 3}, head='<dimension ref="A1:XFD1048576"/>')
    yield SheetCase("strict", c3, {"C3": 3}, namespace=STRICT_MAIN)
    yield SheetCase("comment above", c3, {"C3": 3}, head="<!-- <sheetData/> -->")
    yield SheetCase("comment between", f"<!-- a -->{c3}<!-- b -->", {"C3": 3})
    yield SheetCase("instruction between", f"<?a b?>{c3}", {"C3": 3})
    foreign = f'<z:row xmlns:z="urn:z" r="1"><z:c r="A1"><z:v>9</z:v></z:c></z:row>{c3}'
    yield SheetCase("another namespace", foreign, {"A1": None, "C3": 3})
    yield SheetCase(
        "1904", row('<c r="A1" s="1"><v>0.5</v></c><c r="B1" s="1"><v>41010</v></c>'),
        {"B1": date(2016, 4, 12)}, settings='<workbookPr date1904="1"/>',
    )  # fmt: skip
    yield SheetCase(
        "1904 in letters", row('<c r="B1" s="1"><v>41010</v></c>'),
        {"B1": date(2016, 4, 12)}, settings='<workbookPr date1904="true"/>',
    )  # fmt: skip
    trio = row("".join(f'<c r="{letter}1"><v>5</v></c>' for letter in "ABC"))
    merge = '<mergeCells count="1"><mergeCell ref="{}"/></mergeCells>'
    hidden: Expected = {"A1": 5, "B1": None, "C1": None}
    yield SheetCase("merged over values", trio, hidden, tail=merge.format("A1:C1"))
    yield SheetCase("merged beyond", trio, hidden, tail=merge.format("A1:XFD1048576"))
    yield SheetCase("merged in a comment", trio, {"B1": 5}, tail="<!-- <mergeCell/> -->")


def _refused() -> Iterator[SheetCase]:
    def refused(name: str, rows: str, **options: str) -> SheetCase:
        return SheetCase(name, rows, None, **options)

    merge = "<mergeCells>{}</mergeCells>"
    for reference in ("A1:XFE1", "A1:A1048577", "C1:A1", "A0:A2", "A1:B", "", "'x'!A1:B2"):
        area = f'<mergeCell ref="{reference}"/>'
        rows = row('<c r="A1"><v>1</v></c>')
        yield refused(f"merged {reference}", rows, tail=merge.format(area))
    twice = '<mergeCell ref="A1:B2"/>' * 2
    square = "".join(
        row(f'<c r="A{n}"><v>1</v></c><c r="B{n}"><v>1</v></c>', n) for n in range(1, 3)
    )
    yield refused("merged twice", square, tail=merge.format(twice))
    for name, cell in {
        "index beyond the table": '<c r="A1" t="s"><v>1</v></c>',
        "index far beyond": '<c r="A1" t="s"><v>99999999999999999999</v></c>',
        "negative index": '<c r="A1" t="s"><v>-1</v></c>',
        "index in letters": '<c r="A1" t="s"><v>x</v></c>',
        "index with fraction": '<c r="A1" t="s"><v>0.5</v></c>',
        "text in a number": '<c r="A1" t="n"><v>Good</v></c>',
        "text without type": '<c r="A1"><v>Good</v></c>',
        "hexadecimal": '<c r="A1"><v>0x10</v></c>',
        "not a number": '<c r="A1"><v>NaN</v></c>',
        "not a date": '<c r="A1" s="1"><v>NaN</v></c>',
        "infinite": '<c r="A1"><v>INF</v></c>',
        "too large": '<c r="A1"><v>1e999</v></c>',
        "decimal comma": '<c r="A1"><v>0,5</v></c>',
        "unknown type": '<c r="A1" t="z"><v>1</v></c>',
        "boolean of two": '<c r="A1" t="b"><v>2</v></c>',
        "date in words": '<c r="A1" t="d"><v>12 April 2016</v></c>',
        "impossible date": '<c r="A1" t="d"><v>2016-02-31</v></c>',
        "endless duration": '<c r="A1" s="3"><v>1e300</v></c>',
        "cell twice": '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
        "column beyond": '<c r="XFE1"><v>1</v></c>',
        "column far beyond": '<c r="ZZZZZZZ1"><v>1</v></c>',
        "row in cell contradicts": '<c r="A9"><v>1</v></c>',
        "reference of letters": '<c r="A"><v>1</v></c>',
        "small reference": '<c r="a1"><v>1</v></c>',
        "unclosed cell": '<c r="A1"><v>1</v>',
        "unknown entity": '<c r="A1" t="str"><v>&nbsp;</v></c>',
    }.items():
        yield refused(name, row(cell), strings="<si><t>zero</t></si>")
    one = '<c r="A{}"><v>1</v></c>'
    yield refused("rows out of order", row(one.format(3), 3) + row(one.format(2), 2))
    yield refused("row twice", row(one.format(3), 3) * 2)
    yield refused("row nought", row(one.format(0), 0))
    yield refused("row beyond", row(one.format(1048577), 1048577))
    yield refused("row in letters", '<row r="x"><c><v>1</v></c></row>')
    yield refused("no cells", "")
    yield refused("blank cells alone", row('<c r="A1" s="1"/>'))
    yield refused("stray cell", row('<c r="A1"><v>1</v></c>') + row(
        '<c r="XFD1048576"><v>1</v></c>', 1048576))  # fmt: skip


SHEET_CASES = (*_typed(), *_single(), *_layouts(), *_refused())
