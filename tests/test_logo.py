"""The council's logo: taken for what its bytes say, carried by the page, refused in words."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_tree import read_page
from synthetic import full_figures, full_report

from auditreport.problems import Place, ProblemLog
from auditreport.reading import read
from auditreport.reading.dataset import ReportSettings
from auditreport.reading.logo import Logo, read_logo
from auditreport.reading.year import ReportYear
from auditreport.rendering import RenderOptions, render
from auditreport.rendering.html import render_html

MakeWorkbook = Callable[..., Path]
CELL = Place("data.xlsx", "Report", "B4")


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def make_png(width: int = 3, height: int = 2) -> bytes:
    rows = (b"\0" + b"\xff\0\0" * min(width, 3)) * min(height, 2)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def make_jpeg(width: int = 3, height: int = 2) -> bytes:
    """Return the outline of a JPEG: a comment, the frame with its size, an empty scan, the end."""
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"note"
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + comment + b"\xff\xc0" + frame + b"\xff\xda\x00\x02" + b"\xff\xd9"


def logo_of(folder: Path, name: str = "logo.png") -> tuple[Logo | None, list[tuple[str, Place]]]:
    settings = ReportSettings("Testshire", ReportYear.__new__(ReportYear), logo=name)
    log = ProblemLog()
    found = read_logo(replace(settings, logo_place=CELL), (folder,), log)
    return found, [(problem.code, problem.place) for problem in log.problems]


def refusal_of(folder: Path, name: str = "logo.png") -> str:
    settings = ReportSettings("T", ReportYear.__new__(ReportYear), logo=name, logo_place=CELL)
    log = ProblemLog()
    assert read_logo(settings, (folder,), log) is None
    (problem,) = log.problems
    assert (problem.code, problem.place) == ("unusable-logo", CELL)
    return problem.message


@pytest.mark.parametrize(
    ("data", "media_type"), [(make_png(30, 20), "image/png"), (make_jpeg(30, 20), "image/jpeg")]
)
def test_a_picture_is_taken_for_what_its_bytes_say_it_is(
    tmp_path: Path, data: bytes, media_type: str
) -> None:
    (tmp_path / "logo.gif").write_bytes(data)

    assert logo_of(tmp_path, "logo.gif") == (Logo(media_type, data, 30, 20), [])


def test_it_may_lie_below_the_workbook_and_be_named_as_on_windows(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "logo.png").write_bytes(make_png())

    assert logo_of(tmp_path, r"pictures\logo.png")[0] is not None


def test_no_logo_is_no_problem(tmp_path: Path) -> None:
    assert logo_of(tmp_path, "") == (None, [])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<?xml version="1.0"?><SVG onload="x()"/>', "it is SVG, which can hold programs"),
        (b"GIF89a", "it is neither PNG nor JPEG"),
        (b"", "it is neither PNG nor JPEG"),
        (make_png()[:-9], "the picture is damaged"),
        (make_png().replace(b"IDAT", b"IDAX"), "the picture is damaged"),
        (make_png(0, 5), "the picture is damaged"),
        (make_jpeg()[:-2], "the picture is damaged"),
        (make_png(5000, 5), "the picture is more than 4,000 pixels"),
        (make_png() + b"\0" * (1 << 20), "the file is larger than 1 MiB"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "logo.png").write_bytes(data)

    assert refusal_of(tmp_path).startswith(f"The Logo is not used: {said}")


@pytest.mark.parametrize("name", ["../logo.png", "/etc/logo.png", "C:logo.png", r"\\host\a.png"])
def test_it_lies_beside_the_workbook_and_nowhere_else(tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.png").write_bytes(make_png())
    (tmp_path / "below").mkdir()

    assert "name a file in the folder of the workbook" in refusal_of(tmp_path / "below", name)


def test_one_that_is_not_there_or_is_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()

    assert "there is no file of this name beside the workbook" in refusal_of(tmp_path)
    assert refusal_of(tmp_path, "folder.png") == "The Logo is not used: this is a folder"


def test_the_value_is_not_quoted(tmp_path: Path) -> None:
    assert "secret" not in refusal_of(tmp_path, "secret.png")


@given(st.sampled_from([make_png(), make_jpeg()]), st.data())
def test_a_picture_with_a_changed_byte_is_read_or_refused(
    whole: bytes, data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:position] + bytes([data.draw(st.integers(0, 255))]) + whole[position + 1 :]
    cut = changed[: data.draw(st.integers(0, len(whole)))]
    for picture in (changed, cut):
        logo = _read_bytes(picture)
        assert logo is None or (logo.width > 0 and logo.height > 0)


def _read_bytes(picture: bytes) -> Logo | None:
    from auditreport.reading import logo

    try:
        return logo._read_picture(picture)
    except logo._UnusableLogo:
        return None


def test_reading_a_workbook_finds_the_logo_beside_it(
    make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(make_png())
    report = (("Organisation", "Testshire"), ("Year", "2016-17"), ("Logo", "logo.png"))
    make_workbook(sheets={"Report": (("Setting", "Value"), *report)})

    reading = read((tmp_path / "data.xlsx",))
    assert reading.logo == Logo("image/png", make_png(), 3, 2)
    assert "unusable-logo" not in {problem.code for problem in reading.problems}


def test_one_that_is_not_there_is_a_warning_at_its_cell(
    make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    report = (("Organisation", "Testshire"), ("Year", "2016-17"), ("Logo", "logo.png"))
    make_workbook(sheets={"Report": (("Setting", "Value"), *report)})

    found = read((tmp_path / "data.xlsx",)).problems
    assert [p.place for p in found if p.code == "unusable-logo" and p.severity == "warning"] == [
        CELL
    ]


def test_the_page_carries_it_with_the_organisation_as_its_alternative_text() -> None:
    logo = Logo("image/png", make_png(), 3, 2)
    (data,) = render_html(replace(full_report(), logo=logo)).values()
    picture = read_page(data.decode()).one("img")

    assert picture.attributes == {
        "class": "logo",
        "src": f"data:image/png;base64,{b64encode(make_png()).decode()}",
        "alt": full_report().organisation,
        "width": "3",
        "height": "2",
    }


def test_markdown_has_it_as_a_file_of_its_own() -> None:
    files = render(full_figures(), ("md",), RenderOptions(logo=Logo("image/png", make_png(), 3, 2)))

    assert files["annual-report-2016-17-charts/logo.png"] == make_png()
    text = files["annual-report-2016-17.md"].decode()
    assert text.startswith(
        f"![{full_report().organisation}](annual-report-2016-17-charts/logo.png)\n\n# "
    )
