"""A workbook written again with nothing in it but its cells: what the reader is given.

The reader resolves parts by itself; a copy whose parts are named by us leaves it no choice, so
that the bytes which were checked are the bytes which are read.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from auditreport.reading.archive import Part

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_DEFLATED = 8
# The reader reads a sheet twice, the second time as far as its merged cells: here are none, and
# at once. It stands in a block of its own, so that the sheet after it need not be packed again.
_MERGED = b"<mergeCells></mergeCells>"
_BLOCK = struct.pack("<BHH", 0, len(_MERGED), len(_MERGED) ^ 0xFFFF) + _MERGED

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

WORKBOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"


@dataclass(slots=True)
class CleanCopy:
    """Collects the parts of the copy; those that are unchanged are not packed again."""

    _parts: list[Part] = field(default_factory=list)
    _sheets: int = 0

    def add_part(self, name: str, part: Part) -> None:
        """Take a part as it is packed, under another name."""
        self._parts.append(Part(name, part.packed, part.method, part.size, part.crc))

    def add_bytes(self, name: str, data: bytes) -> None:
        """Pack a part and take it."""
        packer = zlib.compressobj(1, wbits=-zlib.MAX_WBITS)
        packed = packer.compress(data) + packer.flush()
        self._parts.append(Part(name, memoryview(packed), _DEFLATED, len(data), zlib.crc32(data)))

    def add_sheet(self, data: bytes, packed: Part | None = None) -> None:
        """Take the next sheet; `packed` is the part that its bytes came from, if they still do."""
        name = f"xl/{_sheet_part(self._sheets)}"
        self._sheets += 1
        if packed is None or packed.method != _DEFLATED:
            self.add_bytes(name, _MERGED + data)
            return
        content = memoryview(_BLOCK + packed.packed)
        crc = zlib.crc32(data, zlib.crc32(_MERGED))
        self._parts.append(Part(name, content, _DEFLATED, len(_MERGED) + len(data), crc))

    def build(self, *, from_1904: bool) -> bytes:
        """Return the copy as the bytes of an .xlsx file."""
        sheets = self._sheets
        names = {part.name for part in self._parts}
        self.add_bytes(WORKBOOK, _workbook_xml(sheets, from_1904).encode())
        self.add_bytes("xl/_rels/workbook.xml.rels", _relations_xml(sheets, names).encode())
        self.add_bytes("_rels/.rels", _root_xml().encode())
        return _zip(self._parts)


def _sheet_part(index: int) -> str:
    return f"worksheets/sheet{index}.xml"


def _workbook_xml(sheets: int, from_1904: bool) -> str:
    system = '<workbookPr date1904="1"/>' if from_1904 else ""
    entries = "".join(
        f'<sheet name="sheet{index}" sheetId="{index + 1}" r:id="s{index}"/>'
        for index in range(sheets)
    )
    return (
        f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}">'
        f"{system}<sheets>{entries}</sheets></workbook>"
    )


def _relations_xml(sheets: int, names: set[str]) -> str:
    entries = [_relation(f"s{index}", "worksheet", _sheet_part(index)) for index in range(sheets)]
    for part, kind in ((STRINGS, "sharedStrings"), (STYLES, "styles")):
        if part in names:
            entries.append(_relation(kind, kind, part.removeprefix("xl/")))
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(entries)}</Relationships>'


def _root_xml() -> str:
    entry = _relation("workbook", "officeDocument", WORKBOOK)
    return f'<Relationships xmlns="{_PACKAGE}">{entry}</Relationships>'


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _zip(parts: list[Part]) -> bytes:
    body, directory = bytearray(), bytearray()
    for part in parts:
        name = part.name.encode()
        sizes = (part.crc, len(part.packed), part.size, len(name))
        plain = (_VERSION, 0, part.method, 0, 0x21)  # the first day that a zip file can name
        directory += _CENTRAL.pack(b"PK\1\2", _VERSION, *plain, *sizes, 0, 0, 0, 0, 0, len(body))
        directory += name
        body += _LOCAL.pack(b"PK\3\4", *plain, *sizes, 0)
        body += name
        body += part.packed
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return bytes(body + directory + end)
