"""What the forms of a report that are no text say, as text: its difference can be reviewed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree

import openpyxl
from pdf_pages import Tag, read_tags
from pypdf import PdfReader
from word_files import W, WordFile, text_of

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SVG = "{http://www.w3.org/2000/svg}"
_CELLS = " | "
_SAME_LINE = 3.0  # points


def render_texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the text of each file of a report, by its name with `.txt`; of its charts in one.

    What is text as it is stays so, under its own name.
    """
    charts = {name: data for name, data in files.items() if name.endswith(".svg")}
    texts = dict(_render(name, data) for name, data in files.items() if name not in charts)
    if charts:
        folder = next(iter(charts)).partition("/")[0]
        texts[f"{folder}.txt"] = "\n".join(_draw_chart(*chart) for chart in sorted(charts.items()))
    return texts


def _render(name: str, data: bytes) -> tuple[str, str]:
    for suffix, read in _READERS.items():
        if name.endswith(suffix):
            return f"{name}.txt", "".join(f"{line}\n" for line in read(data))
    return name, data.decode()


def _read_word(data: bytes) -> Iterator[str]:
    """Yield each paragraph with its style, each row of a table and each picture's description."""
    word = WordFile(data)
    for kind in ("header", "footer"):
        yield from (f"{kind}: {_one_line(text)}" for text in word.around(kind))
    for block in word.body:
        if block.tag == f"{W}tbl":
            yield from _read_word_table(block)
        yield from (f"picture: {picture.get('descr')}" for picture in block.iter(_DRAWING))
        yield from (_say_page(page) for page in block.iter(f"{W}pgSz"))
        if block.tag == f"{W}p":
            yield from (f"{style}: {_one_line(text)}" for style, text in word.paragraphs(block))


def _read_word_table(table: ElementTree.Element) -> Iterator[str]:
    caption = table.find(f"{W}tblPr/{W}tblCaption")
    yield f"table: {'' if caption is None else caption.get(f'{W}val')}"
    for row in table.iter(f"{W}tr"):
        yield "  " + _CELLS.join(map(_read_word_cell, row.iter(f"{W}tc")))


def _read_word_cell(cell: ElementTree.Element) -> str:
    return " / ".join(_one_line(text_of(paragraph)) for paragraph in cell.iter(f"{W}p"))


def _say_page(size: ElementTree.Element) -> str:
    return f"page: {size.get(f'{W}w')} by {size.get(f'{W}h')}"


def _read_pdf(data: bytes) -> Iterator[str]:
    """Yield the number of pages, and what a screen reader is told, tag by tag."""
    reader = PdfReader(io.BytesIO(data))
    yield f"{reader.metadata.title if reader.metadata else ''}: {len(reader.pages)} pages"
    yield from _read_tag(read_tags(data), 0)


def _read_tag(tag: Tag, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if tag.name == "TR":
        yield indent + _CELLS.join(_one_line(cell.text) for cell in tag.all("TH", "TD"))
    elif tag.name == "TOCI":
        yield f"{indent}TOCI: {_CELLS.join(_strings(tag))}"
    elif any(isinstance(child, str) for child in tag.children):
        yield f"{indent}{tag.name}: {_one_line(tag.text)}"
    else:
        yield f"{indent}{tag.name}" if tag.name else "tags"
        for child in tag.children:
            assert isinstance(child, Tag)
            yield from _read_tag(child, depth + 1)


def _strings(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        yield from [child] if isinstance(child, str) else _strings(child)


def _read_tables(data: bytes) -> Iterator[str]:
    """Yield each worksheet's name and its rows."""
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        yield f"sheet: {sheet.title}"
        for row in sheet.iter_rows(values_only=True):
            yield "  " + _CELLS.join("" if cell is None else _one_line(str(cell)) for cell in row)


def _draw_chart(name: str, data: bytes) -> str:
    """Return what stands in a chart: its name, title and description, then its labels by lines."""
    chart = ElementTree.fromstring(data)
    said = [chart.findtext(f"{_SVG}{part}", "") for part in ("title", "desc")]
    return "".join(f"{line}\n" for line in (name, *said, *_read_labels(chart)))


def _read_labels(chart: ElementTree.Element) -> Iterator[str]:
    """Yield the labels of a chart as they are seen, line by line from the top."""
    labels = [
        (float(label.get("y", 0)), float(label.get("x", 0)), label.text or "")
        for label in chart.iter(f"{_SVG}text")
    ]
    line: list[tuple[float, str]] = []
    above = 0.0
    for y, x, text in sorted(labels):
        if line and y - above > _SAME_LINE:
            yield "  " + _CELLS.join(text for _, text in sorted(line))
            line = []
        line.append((x, text))
        above = y
    yield "  " + _CELLS.join(text for _, text in sorted(line))


def _one_line(text: str) -> str:
    return " ".join(text.split())


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".docx": _read_word,
    ".pdf": _read_pdf,
    ".xlsx": _read_tables,
}
