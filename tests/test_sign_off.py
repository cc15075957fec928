"""A report that is signed off is kept, and every later one says what changed since."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import MakeWorkbook
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.errors import FileFault
from auditreport.rendering.output import hold_output, write_report
from auditreport.signed_files import find_signed_files, read_signed_file, render_signed_file

NAME = "annual-report-2016-17"
FIRST = f"{NAME}.signed-2016-08-09.json"
SECOND = f"{NAME}.signed-2016-08-09-2.json"
HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
AUDITS = (
    HEADER,
    ("A1", date(2016, 5, 3), "Good", "Good"),
    ("A2", date(2016, 8, 9), "Inadequate", "Good"),
)
MENDED = (*AUDITS[:2], ("A2", date(2016, 8, 9), "Good", "Good"))
MENDED_AGAIN = (*AUDITS[:2], ("A2", date(2016, 8, 9), "Outstanding", "Good"))
WRONG = (*AUDITS, ("A3", date(2016, 8, 9), "Goood", "Good"))
REPORT = (("Setting", "Value"), ("Organisation", "Testshire"), ("Year", "2016-17"))

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


class Desk:
    """A workbook and its report, built again and again."""

    def __init__(self, make: MakeWorkbook) -> None:
        self._make = make

    def fill(self, audits: Sequence[Sequence[object]] = AUDITS, report_date: str = "") -> None:
        settings = (
            (*REPORT, ("Report date", date.fromisoformat(report_date))) if report_date else REPORT
        )
        self._make(sheets={"Report": settings, "Audits": audits})

    def build(self, *options: str) -> Result:
        result = run("build", "data.xlsx", "--format", "md", *options)
        assert result.exit_code == 0, result.output
        return result

    def sign(self, audits: Sequence[Sequence[object]] = AUDITS, report_date: str = "") -> Result:
        self.fill(audits, report_date)
        return self.build("--sign-off")


@pytest.fixture
def desk(make_workbook: MakeWorkbook) -> Desk:
    found = Desk(make_workbook)
    found.fill()
    return found


def read_json(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path("report") / name).read_bytes())
    return found


def compared() -> dict[str, Any]:
    """Return what figures.json says of the sign-off."""
    found: dict[str, Any] = read_json(f"{NAME}.figures.json")["changed_since_signed"]
    return found


def lines(name: str = NAME) -> list[str]:
    """Return the report's part on its sign-off, its table's cells parted by single spaces."""
    text = (Path("report") / f"{name}.md").read_text(encoding="utf-8")
    _, _, after = text.partition("Changed since sign-off\n")
    return [" ".join(line.split()) for line in after.split("\n#")[0].splitlines() if line]


def signed_names() -> list[str]:
    return sorted(path.name for path in Path("report").glob("*.signed-*"))


def contents(folder: str = "report") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


class TestSigning:
    def test_the_figures_are_kept_with_the_day_and_the_hash_of_the_input(self, desk: Desk) -> None:
        desk.sign()
        signed, figures = read_json(FIRST), read_json(f"{NAME}.figures.json")

        assert signed["format"] == "auditreport-signed/1"
        assert signed["signed_on"] == "2016-08-09"
        assert signed["input_sha256s"] == [figures["sources"][0]["sha256"]]
        del figures["changed_since_signed"]
        assert signed["figures"] == figures

    def test_the_file_is_named_on_standard_output(self, desk: Desk) -> None:
        names = [Path(line).name for line in desk.sign().stdout.splitlines()]

        assert names[-2:] == [FIRST, f"{NAME}.manifest.json"]

    def test_nobody_may_write_into_the_file_nor_read_it_who_may_not_read_the_report(
        self, desk: Desk
    ) -> None:
        mask = os.umask(0o027)
        try:
            desk.sign()
        finally:
            os.umask(mask)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in Path("report").iterdir()}

        assert not modes[FIRST] & 0o222
        assert modes[FIRST] == modes[f"{NAME}.md"] & ~0o222

    def test_no_manifest_lists_the_file(self, desk: Desk) -> None:
        desk.sign()

        assert FIRST not in [entry["file"] for entry in read_json(f"{NAME}.manifest.json")["files"]]

    def test_the_day_is_the_report_date(self, desk: Desk) -> None:
        desk.sign(report_date="2017-05-31")

        assert signed_names() == [f"{NAME}.signed-2017-05-31.json"]

    def test_without_a_report_date_the_day_is_the_as_of_date(self, desk: Desk) -> None:
        desk.build("--sign-off", "--as-of", "2017-04-30")

        assert signed_names() == [f"{NAME}.signed-2017-04-30.json"]

    def test_a_second_sign_off_of_one_day_gets_a_number(self, desk: Desk) -> None:
        desk.sign()
        kept = contents()[FIRST]
        desk.sign(MENDED)

        assert signed_names() == [SECOND, FIRST]
        assert contents()[FIRST] == kept

    def test_what_was_signed_off_as_it_is_is_not_signed_off_again(self, desk: Desk) -> None:
        desk.sign()
        before = contents()
        result = desk.build("--sign-off")

        assert f"{FIRST} holds its figures" in result.stderr
        assert FIRST not in result.stdout
        assert contents() == before

    def test_a_draft_cannot_be_signed_off(self, desk: Desk) -> None:
        desk.fill(WRONG)
        result = run("build", "data.xlsx", "--draft", "--sign-off")

        assert result.exit_code == 2
        assert "A draft cannot be signed off" in result.stderr
        assert not Path("report").exists()

    @pytest.mark.parametrize("option", ["--if-changed", "--check-only"])
    def test_what_may_write_nothing_cannot_sign_off(self, desk: Desk, option: str) -> None:
        assert run("build", "data.xlsx", "--sign-off", option).exit_code == 2
        assert not Path("report").exists()

    def test_a_report_with_errors_is_not_signed_off(self, desk: Desk) -> None:
        desk.fill(WRONG)

        assert run("build", "data.xlsx", "--sign-off").exit_code == 3
        assert not Path("report").exists()


class TestLaterReports:
    def test_each_figure_that_changed_stands_with_then_and_now(self, desk: Desk) -> None:
        desk.sign()
        desk.fill(MENDED)
        desk.build()
        found = lines()

        assert found[0].endswith("have changed since this report was signed off on 9 August 2016.")
        assert "| Figure | Then | Now |" in found
        assert "| Q2: overall judgements, Inadequate | 1 | 0 |" in found
        assert "| Year: overall judgements, Good or better | 1 of 2 | 2 of 2 |" in found

    def test_the_page_says_it_too(self, desk: Desk) -> None:
        desk.sign()
        desk.fill(MENDED)
        desk.build("--format", "html")
        page = (Path("report") / f"{NAME}.html").read_text(encoding="utf-8")

        assert "Changed since sign-off" in page
        assert "Year: overall judgements, Good or better" in page

    def test_figures_json_has_them_with_the_sign_off(self, desk: Desk) -> None:
        desk.sign()
        desk.fill(MENDED)
        desk.build()
        found = compared()
        change = next(c for c in found["changes"] if c["path"][:2] == ["periods", "year"])

        assert (found["signed_on"], found["file"]) == ("2016-08-09", FIRST)
        assert found["input_sha256s"] == read_json(FIRST)["input_sha256s"]
        assert found["signed_again_on"] is None
        assert change == {
            "figure": "Year: overall judgements, Good",
            "then": "1",
            "now": "2",
            "path": ["periods", "year", "overall", "counts", "Good"],
        }

    def test_that_nothing_has_changed_is_said_in_one_line(self, desk: Desk) -> None:
        desk.sign()
        desk.build()

        assert lines() == ["Nothing has changed since this report was signed off on 9 August 2016."]
        assert compared()["changes"] == []

    def test_a_report_without_a_sign_off_says_nothing(self, desk: Desk) -> None:
        desk.build()

        assert lines() == []
        assert "changed_since_signed" not in read_json(f"{NAME}.figures.json")

    def test_the_report_that_is_signed_off_is_built_again_to_the_same_bytes(
        self, desk: Desk
    ) -> None:
        desk.sign()
        before = contents()
        desk.build()

        assert contents() == before
        assert run("build", "data.xlsx", "--format", "md", "--check-only").exit_code == 0

    def test_the_newest_sign_off_counts(self, desk: Desk) -> None:
        desk.sign()
        desk.sign(MENDED)
        desk.fill(MENDED_AGAIN)
        desk.build()

        assert compared()["file"] == SECOND
        assert "| Q2: overall judgements, Good | 1 | 0 |" in lines()

    def test_ten_sign_offs_of_a_day_stand_in_the_order_of_their_numbers(self, desk: Desk) -> None:
        for number in ("", "-2", "-9", "-10"):
            Path("report").mkdir(exist_ok=True)
            (Path("report") / f"{NAME}.signed-2016-08-09{number}.json").touch()
        (Path("report") / f"{NAME}.signed-2016-08-08-11.json").touch()
        (Path("report") / "q1-2016-17.signed-2016-08-09.json").touch()

        found = [path.name for path in find_signed_files(Path("report"), NAME)]

        assert [name.removeprefix(f"{NAME}.signed-2016-08-") for name in found] == [
            *("08-11.json", "09.json", "09-2.json", "09-9.json", "09-10.json")
        ]

    def test_a_report_that_is_signed_off_again_says_what_it_corrects(self, desk: Desk) -> None:
        desk.sign(report_date="2017-05-31")
        desk.sign(MENDED, report_date="2017-06-30")
        found = lines()

        assert (
            "signed off on 31 May 2017. As it is now, it was signed off on 30 June 2017."
            in (found[0])
        )
        assert "| Report: date | 31 May 2017 | 30 June 2017 |" in found
        assert "| Q2: overall judgements, Inadequate | 1 | 0 |" in found
        desk.build()
        assert lines() == found

    def test_a_quarter_is_signed_off_by_itself(self, desk: Desk) -> None:
        words = ("quarter", "Q1", "data.xlsx", "--format", "md")
        run(*words, "--sign-off")
        desk.fill((HEADER, ("A1", date(2016, 5, 3), "Inadequate", "Good"), AUDITS[2]))
        run(*words)
        desk.build()

        assert signed_names() == ["q1-2016-17.signed-2016-08-09.json"]
        assert "| Q1: overall judgements, Good | 1 | 0 |" in lines("q1-2016-17")
        assert lines() == []

    def test_a_sign_off_of_another_edition_is_left(self, desk: Desk) -> None:
        desk.sign()
        path = Path("report") / FIRST
        content = json.loads(path.read_bytes())
        forge(content, audience="public")
        path.chmod(0o644)
        path.write_text(json.dumps(content))
        desk.build()

        assert lines() == []

    def test_a_report_that_was_signed_off_need_not_be_built_again(self, desk: Desk) -> None:
        desk.sign()

        assert "Nothing has changed" in desk.build("--if-changed").stderr

    def test_a_report_is_built_again_where_it_was_signed_off_meanwhile(self, desk: Desk) -> None:
        desk.build()
        desk.build("--sign-off", "-o", "elsewhere")
        (Path("report") / FIRST).write_bytes((Path("elsewhere") / FIRST).read_bytes())
        desk.build("--if-changed")

        assert compared()["file"] == FIRST


def forge(content: dict[str, Any], **figures: object) -> None:
    """Change signed figures and what vouches for them."""
    content["figures"].update(figures)
    day = date.fromisoformat(content["signed_on"])
    content.update(json.loads(render_signed_file(content["figures"], day)))


def change_a_figure(content: dict[str, Any]) -> None:
    content["figures"]["periods"]["year"]["completed"] = 99


def change_the_day(content: dict[str, Any]) -> None:
    content["signed_on"] = "yesterday"


def raise_the_format(content: dict[str, Any]) -> None:
    content["format"] = "auditreport-signed/2"


def raise_the_format_of_the_figures(content: dict[str, Any]) -> None:
    forge(content, format="auditreport-figures/2")


def make_it_of_another_year(content: dict[str, Any]) -> None:
    forge(content, report={**content["figures"]["report"], "year": "2015-16"})


def make_it_of_a_quarter(content: dict[str, Any]) -> None:
    forge(content, scope="Q1")


def take_the_report_out(content: dict[str, Any]) -> None:
    forge(content, report=None)


def take_the_hashes_out(content: dict[str, Any]) -> None:
    content["input_sha256s"] = "none"


def take_all_out(content: dict[str, Any]) -> None:
    content.clear()


class TestDamage:
    @pytest.mark.parametrize(
        "damage",
        [
            *(change_a_figure, change_the_day, raise_the_format, take_the_hashes_out),
            *(raise_the_format_of_the_figures, make_it_of_another_year, make_it_of_a_quarter),
            *(take_the_report_out, take_all_out),
        ],
    )
    def test_a_signed_file_that_is_not_as_it_was_signed_stops_the_run(
        self, desk: Desk, damage: Any
    ) -> None:
        desk.sign()
        path = Path("report") / FIRST
        content = json.loads(path.read_bytes())
        damage(content)
        path.chmod(0o644)
        path.write_text(json.dumps(content))
        before = contents()
        result = run("build", "data.xlsx", "--format", "md")

        assert result.exit_code == 5
        assert FIRST in result.stderr
        assert "move it out of the folder" in result.stderr
        assert contents() == before

    @pytest.mark.parametrize(
        "data", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"figures_sha256": 1}', b"NaN"]
    )
    def test_what_is_no_signed_file_is_a_fault_of_files(self, data: bytes) -> None:
        with pytest.raises(FileFault, match=r"odd\.json cannot be compared with"):
            read_signed_file(data, "odd.json")

    def test_a_folder_in_its_place_is_a_fault_of_files(self, desk: Desk) -> None:
        (Path("report") / FIRST).mkdir(parents=True)

        assert run("build", "data.xlsx").exit_code == 5


class TestNothingTouchesASignedFile:
    def test_nothing_is_written_over_it(self) -> None:
        folder = Path("report")
        with hold_output(folder):
            write_report({FIRST: b"signed"}, folder, NAME)
            with pytest.raises(FileFault, match="nothing is written over it"):
                write_report({FIRST: b"other"}, folder, NAME)

        assert contents()[FIRST] == b"signed"

    def test_it_is_not_removed_though_a_manifest_lists_it(self, desk: Desk) -> None:
        desk.sign()
        path = Path("report") / f"{NAME}.manifest.json"
        manifest = json.loads(path.read_bytes())
        sha256 = next(i["sha256"] for i in manifest["made_from"]["inputs"] if i["file"] == FIRST)
        manifest["files"].append({"file": FIRST, "sha256": sha256})
        path.write_text(json.dumps(manifest))
        desk.build()

        assert signed_names() == [FIRST]
