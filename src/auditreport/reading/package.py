"""What an Office Open XML package holds: its sheets in order, with the part of each."""

from __future__ import annotations

import posixpath
import re

from auditreport.reading.archive import Archive
from auditreport.reading.limits import Limits
from auditreport.reading.refusal import Refusal, over_limit
from auditreport.reading.xml_parts import Attributes, clean_xml, local_name, walk
from auditreport.records import record

_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")
_TRUE = frozenset({"1", "true", "on"})
NOT_A_WORKBOOK = "The file is not a workbook."
NO_SHEETS = "The workbook has no sheets with cells in them."


@record
class SheetPart:
    """A worksheet as the workbook lists it, and the name of the part that holds its cells."""

    name: str
    part: str
    is_hidden: bool


@record
class Package:
    """A workbook's parts; a part that it does not have is empty."""

    sheets: tuple[SheetPart, ...]
    from_1904: bool
    strings: str
    styles: str


@record
class _Relation:
    kind: str
    part: str


def read_package(archive: Archive, limits: Limits) -> Package:
    """Find a workbook's sheets, strings and styles.

    Charts and dialogues are passed over. Raises `Refusal` where a part that the workbook names is
    missing, or two sheets have one name.
    """
    main = _main_part(archive)
    relations = _read_relations(archive, main)
    entries, from_1904 = _read_workbook_part(archive, main)
    if len(entries) > limits.sheets:
        what = f"The workbook has {len(entries):,} sheets"
        raise over_limit(what, "sheets", limits.sheets, len(entries))
    sheets = tuple(_find_sheets(entries, relations))
    if not sheets:
        raise Refusal(NO_SHEETS)
    _check_names(sheets)
    package = Package(
        sheets,
        from_1904,
        _part_of_kind(relations, "sharedStrings"),
        _part_of_kind(relations, "styles"),
    )
    for part in (*(sheet.part for sheet in sheets), package.strings, package.styles):
        if part and part not in archive:
            raise Refusal("A part of the workbook is missing from the file.")
    return package


def find_sheet_parts(archive: Archive, main: str) -> dict[str, str]:
    """Return the part of each worksheet by its relation's id; raises `Refusal` if one is gone."""
    parts = {
        key: relation.part
        for key, relation in _read_relations(archive, main).items()
        if relation.kind == "worksheet"
    }
    for part in parts.values():
        archive.part(part)
    return parts


def _main_part(archive: Archive) -> str:
    for relation in _read_relations(archive, "").values():
        if relation.kind == "officeDocument":
            return relation.part
    raise Refusal(NOT_A_WORKBOOK)


def _read_relations(archive: Archive, part: str) -> dict[str, _Relation]:
    folder, _, name = part.rpartition("/")
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    relations: dict[str, _Relation] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if local_name(tag) == "Relationship" and attributes.get("TargetMode") != "External":
            target = _target(attributes.get("Target", ""))
            relations[attributes.get("Id", "")] = _Relation(
                attributes.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"),
            )

    walk(clean_xml(archive.read(listing)), start)
    return relations


def _target(written: str) -> str:
    """Return a part's path; urllib's own unquote takes longer to import than the file to read."""
    path = written.replace("\\", "/")
    if "%" not in path:
        return path
    data = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), path.encode())
    return data.decode("utf-8", "replace")


def _read_workbook_part(archive: Archive, main: str) -> tuple[list[Attributes], bool]:
    """Return the attributes of each sheet, without their prefixes, and the date system."""
    entries: list[Attributes] = []
    systems: list[bool] = []
    roots: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        roots.append(local_name(tag))
        plain = {local_name(name): value for name, value in attributes.items()}
        if roots[-1] == "sheet":
            entries.append(plain)
        elif roots[-1] == "workbookPr":
            systems.append(plain.get("date1904", "") in _TRUE)

    walk(clean_xml(archive.read(main)), start)
    if roots[0] != "workbook":
        raise Refusal(NOT_A_WORKBOOK)
    return entries, any(systems)


def _find_sheets(entries: list[Attributes], relations: dict[str, _Relation]) -> list[SheetPart]:
    sheets = []
    for entry in entries:
        relation = relations.get(entry.get("id", ""))
        if relation is None:
            raise Refusal("The workbook names a sheet that is not in the file.")
        if relation.kind == "worksheet":
            hidden = entry.get("state", "visible") != "visible"
            sheets.append(SheetPart(entry.get("name", ""), relation.part, hidden))
    return sheets


def _check_names(sheets: tuple[SheetPart, ...]) -> None:
    if len({sheet.name.casefold() for sheet in sheets}) < len(sheets):
        raise Refusal("Two sheets of the workbook have one name.")
    if len({sheet.part.casefold() for sheet in sheets}) < len(sheets):
        raise Refusal("Two sheets of the workbook are one part of the file.")


def _part_of_kind(relations: dict[str, _Relation], kind: str) -> str:
    return next((relation.part for relation in relations.values() if relation.kind == kind), "")
