"""The forms of a public edition held against its figures.json, and one against another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

from figures_reading import reread_figures
from form_tables import FORMS, Rows, join_shares, one_line, read_workbook
from page_facts import Grid, Told, read_grids
from page_tree import Node, read_page
from page_words import read_told

from auditreport.rendering import render

Tree = Mapping[str, Any]
Files = Mapping[str, bytes]
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"\d[\d,]*")
# How many areas are of a colour: no count of children, and anybody can count the colours.
_OF_AREAS = re.compile(r"\b\d+ (?:strengths?|areas? (?:for|that|with|not))\b")


def find_figures(files: Files) -> Tree:
    """Return figures.json of a report's files."""
    return json.loads(find_form(files, "figures.json"))  # type: ignore[no-any-return]


def find_form(files: Files, ending: str) -> bytes:
    """Return the one file of a report that has a name of that ending."""
    (found,) = (data for name, data in files.items() if name.endswith(f".{ending}"))
    return found


def read_html(files: Files) -> list[Told]:
    """Return what the page of a report tells of counts."""
    return read_told(read_page(find_form(files, "html").decode()), find_figures(files))


def find_not_of_figures(files: Files, forms: tuple[str, ...]) -> list[str]:
    """Return the files that could not be drawn by somebody who has figures.json alone."""
    again = render(reread_figures(find_figures(files)), forms)
    return [name for name in {**files, **again} if files.get(name) != again.get(name)]


def find_other_tables(files: Files) -> list[str]:
    """Return the forms whose tables say anything that those of the page do not."""
    page = _one_lines(FORMS["html"](find_form(files, "html")))
    forms = [form for form in FORMS if _one_lines(FORMS[form](find_form(files, form))) != page]
    known = {_key_of(row) for table in page for row in table}
    book = [_key_of(row) for t in read_workbook(find_form(files, "xlsx")) for row in join_shares(t)]
    return forms + ["xlsx"] * any(row not in known for row in book)


def _one_lines(tables: list[Rows]) -> list[Rows]:
    return [[[one_line(cell) for cell in row] for row in rows] for rows in tables]


def _key_of(row: list[str]) -> tuple[str, ...]:
    """Return a row's name and its numbers: forms set a share and its base in another order."""
    return one_line(row[0]), *sorted(n for cell in row[1:] for n in _NUMBER.findall(cell))


def find_telling_lengths(page: Node) -> Iterator[str]:
    """Yield what the style of a bar tells that is not the number in it, or its row's to the end."""
    for table in page.all("table", class_="bars"):
        rows = table.one("tbody").all("tr")
        counts = [[_read_length(cell) for cell in row.all("td", class_="bar")] for row in rows]
        whole = max((sum(length for length, _ in row) for row in counts), default=0)
        for row, found in zip(rows, counts, strict=True):
            rest = row.attributes.get("style", "").removeprefix("--rest: ")
            if rest and int(rest) != whole - sum(length for length, _ in found):
                yield f"--rest: {rest}"
            yield from (f"--n: {length}" for length, text in found if str(length) != text)
    for node in page.walk():
        if "style" in node.attributes and node.tag not in ("tr", "td"):
            yield node.attributes["style"]


def _read_length(cell: Node) -> tuple[int, str]:
    return int(cell.attributes["style"].removeprefix("--n: ")), cell.text


def find_telling_pictures(files: Files) -> Iterator[str]:
    """Yield what the words of charts tell that their tables on the page do not."""
    grids = read_grids(read_page(find_form(files, "html").decode()))
    known = {grid.caption: _list_numbers(grid) for grid in grids}
    for name, data in files.items():
        if name.endswith(".svg"):
            image = ElementTree.fromstring(data)
            title, words = (image.findtext(f"{_SVG}{tag}") or "" for tag in ("title", "desc"))
            drawn = " ".join(found.text or "" for found in image.iter(f"{_SVG}text"))
            numbers = {*_NUMBER.findall(_OF_AREAS.sub("", words)), *_NUMBER.findall(drawn)}
            yield from sorted(number for number in numbers if number not in known[title])


def _list_numbers(grid: Grid) -> set[str]:
    words = " ".join((grid.caption, *grid.headings, *(cell for row in grid.rows for cell in row)))
    return set(_NUMBER.findall(words))
