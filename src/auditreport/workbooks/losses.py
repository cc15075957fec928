"""What a copy of a workbook lacks: found by comparing the parts of the two files."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable
from zipfile import ZipFile

_SHAPES, _PICTURES = "shapes and text boxes", "pictures"
_PARTS: tuple[tuple[str, str], ...] = (
    (r"xl/threadedComments/[^/]+$", "threads of comments (their text stays, as plain comments)"),
    (r"xl/(slicers|slicerCaches)/[^/]+$", "slicers"),
    (r"xl/(timelines|timelineCaches)/[^/]+$", "timelines"),
    (r"xl/ctrlProps/[^/]+$", "form controls, such as buttons and tick boxes"),
    (r"xl/activeX/[^/]+$", "ActiveX controls"),
    (r"xl/vbaProject\.bin$", "macros"),
    (r"xl/diagrams/[^/]+$", "SmartArt"),
    (r"xl/embeddings/[^/]+$", "embedded files"),
    (r"xl/(connections\.xml|queryTables/[^/]+|model/.+)$", "queries and data connections"),
    (r"xl/pivotTables/[^/]+$", "pivot tables"),
    (r"xl/charts/chart(Ex)?\d*\.xml$", "charts"),
    (r"xl/charts/(style|colors)\d*\.xml$", "the styles of charts"),
    (r"xl/tables/[^/]+$", "tables"),
    (r"xl/externalLinks/[^/]+$", "links to other workbooks"),
    (r"xl/printerSettings/[^/]+$", "settings of a printer"),
    (r"xl/(metadata\.xml|richData/[^/]+)$", "dynamic arrays and data types"),
    (r"customXml/[^/]+$", "custom XML"),
    (r"docMetadata/[^/]+$", "the sensitivity label"),
    (r"_xmlsignatures/[^/]+$", "the digital signature"),
    (r"(customUI/.+|xl/webextensions/[^/]+)$", "add-ins and ribbon buttons"),
)
_NOT_MISSED = re.compile(
    r".*(_rels/|/$)|\[Content_Types\]\.xml$|docProps/|xl/(worksheets|chartsheets|theme|persons|"
    r"comments|drawings|media|pivotCache|calcChain\.xml|sharedStrings\.xml|styles\.xml|"
    r"workbook\.xml|volatileDependencies\.xml)"
)
_DRAWING = re.compile(r"xl/drawings/drawing\d*\.xml$")
_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[\s/>]")
_PICTURE = re.compile(rb"<(?:\w+:)?pic[\s/>]")
_EXTENSION = re.compile(r"(.+) extension is not supported and will be removed")
_EXTENSIONS = {
    "Data Validation": "drop-downs whose list is on another sheet",
    "Conditional Formatting": "conditional formats of newer kinds, such as data bars and icons",
    "Sparkline Group": "sparklines",
    "Slicer List": "slicers",
    "Timeline Ref": "timelines",
    "Protected Range": "protected ranges",
    "Ignored Error": "marks of errors to be ignored",
}


def find_losses(source: bytes, copy: bytes, warnings: Iterable[str]) -> tuple[str, ...]:
    """Return what stands in the source and not in its copy, each in a few words.

    `warnings` are those of openpyxl, which names the extensions of a sheet that it leaves out.
    """
    before, after = _count_contents(source), _count_contents(copy)
    found = [what for what, count in before.items() if after[what] < count]
    for warning in warnings:
        match = _EXTENSION.fullmatch(warning.strip())
        if match:
            found.append(_EXTENSIONS.get(match[1], "additions of newer versions of Excel"))
    return tuple(sorted(dict.fromkeys(found)))


def _count_contents(data: bytes) -> Counter[str]:
    counts: Counter[str] = Counter()
    with ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if _DRAWING.match(name):
                drawing = package.read(name)
                counts[_SHAPES] += len(_SHAPE.findall(drawing))
                counts[_PICTURES] += len(_PICTURE.findall(drawing))
            else:
                counts[_name_part(name)] += 1
    counts.pop("", None)
    return counts


def _name_part(name: str) -> str:
    """Return what a part is, in a person's words; empty for one that is not missed."""
    for pattern, words in _PARTS:
        if re.match(pattern, name):
            return words
    return "" if _NOT_MISSED.match(name) else "other parts, unknown to this program"
