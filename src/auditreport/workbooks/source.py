"""The workbook that a user has checked, opened so that a marked copy can be made of it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from auditreport.errors import AuditReportError, FileFault, UsageFault
from auditreport.records import record

_KINDS = {
    b"spreadsheetml.sheet.main+xml": ".xlsx",
    b"ms-excel.sheet.macroEnabled.main+xml": ".xlsm",
}
_STRICT = b"http://purl.oclc.org/ooxml/"  # openpyxl finds no cells in a Strict workbook
_WORKBOOK = "xl/workbook.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_AREA = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s(?:[^>]*\s)?ref=[\"']([A-Z$]+\d*:[A-Z$]+\d*)[\"']"
)
_COLUMNS, _ROWS = 16_384, 1_048_576
_MOST_XML = 64 * 1024 * 1024
_MOST_SPREAD = 1_000_000
_SAVE_AS = "In Excel choose Save As and Excel Workbook (.xlsx), and annotate that."


@record
class OpenedSource:
    """A workbook as it was read: its bytes, its sheets, and the warnings of the library."""

    name: str
    data: bytes
    workbook: Workbook
    warnings: tuple[str, ...]


def check_target(workbooks: Sequence[Path], target: Path) -> None:
    """Raise UsageFault or FileFault for workbooks, or a file, that cannot be annotated."""
    if len(workbooks) != 1:
        raise UsageFault("--annotate takes one workbook at a time: name the one that is meant.")
    (source,) = workbooks
    suffix = source.suffix.casefold()
    if suffix not in _KINDS.values():
        raise _cannot(source.name, "only .xlsx and .xlsm workbooks can be annotated.")
    if target.suffix.casefold() != suffix:
        raise UsageFault(f"--annotate: the copy of a workbook {suffix} must end in {suffix} too.")


def open_source(path: Path) -> OpenedSource:
    """Open a workbook that the reader has read already; raises FileFault."""
    data = path.read_bytes()
    with copying_named(path.name), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        _check_package(path, data)
        workbook = load_workbook(
            io.BytesIO(data), keep_vba=path.suffix.casefold() == ".xlsm", rich_text=True
        )
    return OpenedSource(path.name, data, workbook, tuple(str(w.message) for w in caught))


@contextmanager
def copying_named(name: str) -> Iterator[None]:
    """Turn what the library cannot do with a workbook into a FileFault that names it."""
    try:
        yield
    except (AuditReportError, OSError):
        raise
    except Exception as error:  # openpyxl raises whatever the file's parts lead it to
        raise _cannot(name, "it holds something that cannot be copied.") from error


def _check_package(path: Path, data: bytes) -> None:
    try:
        package = ZipFile(io.BytesIO(data))
    except BadZipFile as error:
        raise _cannot(path.name, "only .xlsx and .xlsm workbooks can be annotated.") from error
    with package:
        types = package.read("[Content_Types].xml")
        kinds = {suffix for words, suffix in _KINDS.items() if words in types}
        if path.suffix.casefold() not in kinds:
            raise _cannot(path.name, "it is another kind of file than its name says.")
        if _WORKBOOK in package.namelist() and _STRICT in package.read(_WORKBOOK):
            raise _cannot(path.name, "a Strict Open XML workbook cannot be copied.")
        _check_size(path.name, package)


def _check_size(name: str, package: ZipFile) -> None:
    """Refuse sheets that would take minutes: the library makes a cell for each of an area."""
    sheets = [part for part in package.infolist() if _SHEET.match(part.filename)]
    is_large = sum(part.file_size for part in sheets) > _MOST_XML
    if is_large or sum(_count_spread(package.read(part)) for part in sheets) > _MOST_SPREAD:
        raise _cannot(name, "it is too large to be annotated.")


def _count_spread(xml: bytes) -> int:
    """Return how many cells the merged areas and links of a sheet cover."""
    areas = [range_boundaries(found.decode()) for found in _AREA.findall(xml)]
    return sum(
        ((last_column or _COLUMNS) - (first_column or 1) + 1)
        * ((last_row or _ROWS) - (first_row or 1) + 1)
        for first_column, first_row, last_column, last_row in areas
    )


def _cannot(name: str, why: str) -> FileFault:
    return FileFault(f"{name} was not annotated: {why}\n{_SAVE_AS}")
