"""Files of other kinds under a workbook's name, and OpenDocument spreadsheets."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial

from corpus.excel_97 import compound, number, record, workbook_97
from corpus.excel_binary import begin_row, binary_workbook, real
from corpus.packages import pack
from corpus.parts import FileCase


def _disguises() -> Iterator[FileCase]:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    for name, data, says in (
        ("empty", b"", "empty"), ("zeros", b"\0" * 5000, "online"),
        ("PDF", b"%PDF-1.7\n", "PDF"), ("PDF after a line", b"\n\n%PDF-1.4", "PDF"),
        ("CSV", b"Ref,Date\nA1,12/04/2016\n", "plain text"),
        ("CSV in UTF-16", "Ref\tDate\n".encode("utf-16"), "plain text"),
        ("CSV in Windows letters", "Ref;Qualité\nA1;très bon\n".encode("cp1252"), "plain text"),
        ("CSV with mark", "\ufeffRef,Date\n".encode(), "plain text"),
        ("JSON", b'{"a": 1}', "plain text"), ("RTF", b"{\\rtf1\\ansi hello}", "Rich Text"),
        ("HTML", b"<!DOCTYPE html><html><table>", "web page"),
        ("HTML table", b"\r\n <TABLE border=1><tr>", "web page"),
        ("HTML in UTF-16", "<html><body>".encode("utf-16"), "web page"),
        ("HTML after comment", b"<!-- export -->\n<html>", "web page"),
        ("web archive", b"MIME-Version: 1.0\nContent-Type: multipart/related", "web page"),
        ("XHTML", b'<?xml version="1.0"?><html xmlns="x">', "web page"),
        ("Excel 2003 XML", b'<?xml version="1.0"?><Workbook xmlns='
         b'"urn:schemas-microsoft-com:office:spreadsheet">', "Excel 2003"),
        ("XML", b'<?xml version="1.0"?><a/>', "XML"),
        ("PNG", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        ("JPEG", b"\xff\xd8\xff\xe0" + bytes(range(256)), "picture"),
        ("GIF", b"GIF89a" + bytes(range(256)), "picture"),
        ("7z", b"7z\xbc\xaf\x27\x1c" + bytes(range(256)), "archive"),
        ("gzip", b"\x1f\x8b\x08" + bytes(range(256)), "archive"),
        ("shortcut", b"[InternetShortcut]\nURL=http://x", "shortcut"),
        ("Excel 4", b"\x09\x04\x06\x00\x00\x00\x10\x00", "very old"),
        ("noise", random.Random(7).randbytes(3000), "not a workbook"),
        ("program", b"\x7fELF" + bytes(3000), "not a workbook"),
        ("start of a zip", b"PK\x03\x04", "damaged"),
        ("zip without parts", b"PK\x05\x06" + bytes(18), "not a workbook"),
        ("start of a compound file", compound, "incomplete"),
        ("compound file of zeros", compound + bytes(4000), "incomplete"),
        ("password", _compound("EncryptionInfo", "EncryptedPackage"), "password"),
        ("Word 97", _compound("WordDocument", "1Table"), "Word"),
        ("PowerPoint 97", _compound("PowerPoint Document"), "PowerPoint"),
        ("e-mail", _compound("__properties_version1.0"), "e-mail"),
        ("Excel 97 without content", _compound("Workbook"), "The file"),
        ("Word", pack({"word/document.xml": "<a/>"}), "Word"),
        ("PowerPoint", pack({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
        ("Numbers", pack({"Index/Document.iwa": "a"}), "Apple"),
        ("zip of a folder", pack({"photos/a.txt": "a"}), "zip archive"),
        ("text document", pack({"mimetype": "application/vnd.oasis.opendocument.text"}), "kind"),
        ("ODS without content", pack({"mimetype": _ODS}), "missing"),
        ("ODS with password", pack({"mimetype": _ODS, "content.xml": "x",
         "META-INF/manifest.xml": "<a><encryption-data/></a>"}), "password"),
        ("ODS of noise", pack({"mimetype": _ODS, "content.xml": "<a>"}), "valid XML"),
        ("xlsb without content", pack({"xl/workbook.bin": b"\1\2\3"}), "missing"),
    ):  # fmt: skip
        yield FileCase(f"disguise: {name}", partial(bytes, data), says)


_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def _compound(*streams: str) -> bytes:
    return compound(dict.fromkeys(streams, b""))


def open_document(rows: str) -> bytes:
    """Return an OpenDocument spreadsheet with one sheet, `Audits`."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        '<office:body><office:spreadsheet><table:table table:name="Audits">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return pack({"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": "<a/>"})


def ods_cell(value: str, attributes: str = "") -> str:
    """Return a cell of text for an OpenDocument table."""
    return (
        f'<table:table-cell office:value-type="string" {attributes}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def ods_row(cells: str, attributes: str = "") -> str:
    """Return a row of an OpenDocument table."""
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def _ods_cases() -> Iterator[FileCase]:
    three = '<table:table-cell office:value-type="float" office:value="3"/>'
    rows = ods_row(ods_cell("Ref") + ods_cell("Children")) + ods_row(ods_cell("Good") + three)
    yield FileCase("ODS", lambda: open_document(rows))
    blank = ods_row("<table:table-cell/>", 'table:number-rows-repeated="1048000"')
    yield FileCase("ODS with a million blank rows", lambda: open_document(rows + blank))
    for name, row in {
        "rows": ods_row(ods_cell("x") * 5, 'table:number-rows-repeated="1048576"'),
        "columns": ods_row(ods_cell("x", 'table:number-columns-repeated="16384"'), _THOUSAND),
        "stray": blank + ods_row(ods_cell("x", 'table:number-columns-repeated="1000"')),
    }.items():
        yield FileCase(f"ODS of endless {name}", partial(open_document, row), "cells = 3,000,000")
    over = ods_row(ods_cell("x"), 'table:number-rows-repeated="9999999"')
    yield FileCase("ODS beyond the sheet", lambda: open_document(over), "outside")
    odd = ods_row(ods_cell("x"), 'table:number-rows-repeated="99999999999"')
    yield FileCase("ODS with an odd count", lambda: open_document(odd), "damaged")


_THOUSAND = 'table:number-rows-repeated="1000"'


def _excel_97_cases() -> Iterator[FileCase]:
    corner = number(0, 0, 1) + number(65535, 255, 2)
    yield FileCase("xls with a stray cell", partial(workbook_97, corner), "cells = 3,000,000")
    locked = partial(workbook_97, number(0, 0, 1), record(0x2F, bytes(6)))
    yield FileCase("xls with a password", locked, "password")
    yield FileCase("xls without cells", partial(workbook_97, b""), "no sheets")
    whole = workbook_97(number(0, 0, 1) * 400)
    for share in range(1, 10):
        cut = partial(bytes, whole[: len(whole) * share // 10])
        yield FileCase(f"xls cut off at {share * 10}%", cut, "The file")


def _binary_cases() -> Iterator[FileCase]:
    stray = begin_row(1) + real(0, 1) + begin_row(1_048_576) + real(16_383, 2)
    yield FileCase("xlsb with a stray cell", partial(binary_workbook, stray), "cells = 3,000,000")
    beyond = begin_row(1_048_577) + real(0, 1)
    yield FileCase("xlsb beyond the sheet", partial(binary_workbook, beyond), "outside")
    yield FileCase("xlsb without cells", partial(binary_workbook, begin_row(1)), "no sheets")


DISGUISES = (*_disguises(), *_ods_cases(), *_excel_97_cases(), *_binary_cases())
