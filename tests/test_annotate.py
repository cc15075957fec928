"""The annotated copy: faulty cells marked in place, all problems listed, the user's own kept."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Picture
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.problems import Problem, Severity
from auditreport.workbooks.annotated import annotate_workbook
from auditreport.workbooks.losses import find_losses
from auditreport.workbooks.problem_sheet import ProblemList, write_problem_sheet

HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
FAULTY = {
    "Report": (("Setting", "Value"), ("Organisation", "Anyshire"), ("Year", "2016-17")),
    "Audits": (
        HEADER,
        ("A1", date(2016, 5, 3), "Goood", "Good"),
        ("A2", "03/05/2016", "Good", "Good"),
    ),
}
RED, AMBER = "00FFB3B3", "00FFE08A"
COPY = Path("checked.xlsx")
Change = Callable[[Workbook], None]

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def make(change: Change = lambda _: None, name: str = "data.xlsx") -> Path:
    """Write the faulty workbook, changed, into this folder."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in FAULTY.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    change(book)
    book.save(name)
    return Path(name)


def annotate(change: Change = lambda _: None) -> Workbook:
    """Check the faulty workbook, changed, and return its annotated copy."""
    result = run("check", make(change), "--annotate", COPY)
    assert result.exit_code == 3, result.output
    return openpyxl.load_workbook(COPY, rich_text=True)


def edit_package(path: Path, edit: Mapping[str, Callable[[bytes], bytes]]) -> Path:
    """Change parts of a workbook's file, or add them; an edit is given b"" for a new one."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(path, "w") as package:
        for name in {**parts, **edit}:
            data = parts.get(name, b"")
            package.writestr(name, edit[name](data) if name in edit else data)
    return path


def note_at(sheet: Worksheet, cell: str) -> str:
    comment = sheet[cell].comment
    return comment.text if comment else ""


def colour_at(sheet: Worksheet, cell: str) -> str:
    return str(sheet[cell].fill.start_color.rgb)


def listed(sheet: Worksheet) -> list[tuple[object, ...]]:
    """Return severity, sheet, cell and code of each problem on the sheet Problems."""
    rows: list[tuple[object, ...]] = list(sheet.iter_rows(max_col=4, values_only=True))
    return rows[rows.index(("Severity", "Sheet", "Cell", "Code")) + 1 :]


class TestTheMarks:
    def test_a_faulty_cell_has_its_severitys_colour_and_says_what_is_wrong(self) -> None:
        audits = annotate()["Audits"]

        assert colour_at(audits, "C2") == RED
        assert note_at(audits, "C2").startswith(
            "ERROR: 'Goood' is not a judgement; did you mean 'Good'?\nWhat to do: "
        )
        assert colour_at(audits, "B3") == AMBER
        assert note_at(audits, "B3").startswith("WARNING: ")

    def test_a_cell_without_fault_is_as_it_was(self) -> None:
        audits = annotate()["Audits"]

        assert colour_at(audits, "C3") == "00000000"
        assert note_at(audits, "C3") == ""

    def test_an_empty_cell_can_be_marked(self) -> None:
        audits = annotate(lambda book: book["Audits"].append(("A3", None, "Good")))["Audits"]

        assert "The row has no Audit date" in note_at(audits, "B4")

    def test_an_earlier_comment_stays_above(self) -> None:
        def comment(book: Workbook) -> None:
            book["Audits"]["C2"].comment = Comment("Ask Jo", "Sam")

        cell = annotate(comment)["Audits"]["C2"]

        assert cell.comment is not None
        assert cell.comment.text.startswith("Ask Jo\n\nERROR: ")
        assert cell.comment.author == "Sam"

    def test_a_comment_on_another_cell_stays(self) -> None:
        def comment(book: Workbook) -> None:
            book["Audits"]["D3"].comment = Comment("Well done", "Sam")

        assert note_at(annotate(comment)["Audits"], "D3") == "Well done"

    def test_of_merged_cells_the_first_is_marked(self) -> None:
        make(lambda book: book["Audits"].merge_cells("C2:D2"))
        problem = Problem(Severity.ERROR, "x", "data.xlsx", "Audits", "D2", "", "Wrong", "Mend")

        copy = annotate_workbook(Path("data.xlsx"), [problem])

        audits = openpyxl.load_workbook(io.BytesIO(copy.data))["Audits"]
        assert note_at(audits, "C2") == "ERROR: Wrong\nWhat to do: Mend"

    def test_of_several_problems_the_gravest_gives_the_colour(self) -> None:
        make()
        problems = [
            Problem(severity, "x", "data.xlsx", "Audits", "D2", "", f"A {severity}", "Mend")
            for severity in (Severity.NOTE, Severity.ERROR, Severity.WARNING)
        ]

        copy = annotate_workbook(Path("data.xlsx"), problems)

        audits = openpyxl.load_workbook(io.BytesIO(copy.data))["Audits"]
        assert colour_at(audits, "D2") == RED
        assert note_at(audits, "D2").count("What to do") == 3

    def test_what_a_cell_holds_is_not_said_beyond_the_problems_own_words(self) -> None:
        def name_somebody(book: Workbook) -> None:
            book["Audits"]["A2"] = "Jo Bloggs 12/12/2009"

        book = annotate(name_somebody)

        texts = [str(cell.value) for row in book["Problems"].iter_rows() for cell in row]
        texts += [note_at(book["Audits"], cell) for cell in ("A1", "A2", "B3", "C2")]
        assert not [text for text in texts if "Bloggs" in text]


class TestTheList:
    def test_it_lists_all_problems_errors_first(self) -> None:
        rows = [row for row in listed(annotate()["Problems"]) if row[0] != "note"]

        assert rows == [
            ("error", "Audits", "C2", "unknown-judgement"),
            ("warning", "Audits", "B3", "date-as-text"),
        ]

    def test_a_cell_in_it_is_a_link_to_the_cell(self) -> None:
        sheet = annotate()["Problems"]
        links = {cell.value: cell.hyperlink.location for cell in sheet["C"] if cell.hyperlink}

        assert links["C2"] == "'Audits'!C2"

    def test_a_quotation_mark_in_a_sheets_name_breaks_no_link(self) -> None:
        book = Workbook()
        book.worksheets[0].title = "Jo's"
        problem = Problem(Severity.NOTE, "x", "a.xlsx", "Jo's", "B2", "", "m", "h")

        write_problem_sheet(book, ProblemList("a.xlsx", (problem,)))

        links = [cell.hyperlink.location for cell in book["Problems"]["C"] if cell.hyperlink]
        assert links == ["'Jo''s'!B2"]

    def test_a_problem_without_a_cell_stands_in_the_list_alone(self) -> None:
        def drop(book: Workbook) -> None:
            del book["Report"]

        sheet = annotate(drop)["Problems"]

        assert ("error", "Report", None, "missing-sheet") in listed(sheet)
        assert "Report" not in [cell.value for cell in sheet["C"]]

    def test_its_name_is_another_where_problems_is_taken(self) -> None:
        book = annotate(lambda book: book.create_sheet("PROBLEMS").append(("mine",)))

        assert book.sheetnames == ["Report", "Audits", "PROBLEMS", "Problems 2"]
        assert book["PROBLEMS"]["A1"].value == "mine"

    def test_the_copy_opens_at_it_and_selects_it_alone(self) -> None:
        book = annotate()

        assert book.active is book["Problems"]
        assert [s.title for s in book.worksheets if s.sheet_view.tabSelected] == ["Problems"]

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
    def test_what_begins_as_a_formula_stays_text(self, text: str) -> None:
        book = Workbook()
        problem = Problem(Severity.NOTE, "x", "a.xlsx", text, "", text, text, text)

        write_problem_sheet(book, ProblemList("a.xlsx", (problem,)))

        saved = io.BytesIO()
        book.save(saved)
        sheet = openpyxl.load_workbook(saved)["Problems"]
        found = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
        assert len(found) == 3
        assert {cell.data_type for cell in found} == {"s"}
        assert all(cell.quotePrefix for cell in found)

    def test_characters_that_no_workbook_can_hold_are_replaced(self) -> None:
        make()
        problem = Problem(
            Severity.NOTE, "x", "data.xlsx", "Audits", "A1", "", "a\x01b\ud800", "\ufffe"
        )

        copy = annotate_workbook(Path("data.xlsx"), [problem])

        book = openpyxl.load_workbook(io.BytesIO(copy.data))
        assert "a�b�" in note_at(book["Audits"], "A1")
        assert "a�b�" in [cell.value for cell in book["Problems"]["E"]]


class TestWhatStays:
    def test_styles_and_widths(self) -> None:
        def style(book: Workbook) -> None:
            book["Audits"]["C2"].font = Font(bold=True)
            book["Audits"]["C2"].number_format = "0.00"
            book["Audits"].column_dimensions["A"].width = 33

        audits = annotate(style)["Audits"]

        assert audits["C2"].font.bold
        assert audits["C2"].number_format == "0.00"
        assert audits.column_dimensions["A"].width == 33

    def test_drop_downs_conditional_formats_and_names(self) -> None:
        def add(book: Workbook) -> None:
            rule = DataValidation(type="list", formula1='"a,b"', sqref="C2:C9")
            book["Audits"].add_data_validation(rule)
            green = Rule("expression", formula=["D2=1"], dxf=DifferentialStyle(Font(bold=True)))
            book["Audits"].conditional_formatting.add("D2:D9", green)
            book.defined_names["first"] = DefinedName("first", attr_text="Audits!$A$1")

        book = annotate(add)

        assert [rule.formula1 for rule in book["Audits"].data_validations.dataValidation] == [
            '"a,b"'
        ]
        assert len(book["Audits"].conditional_formatting) == 1
        assert book.defined_names["first"].attr_text == "Audits!$A$1"

    def test_other_sheets_hidden_ones_and_formatted_words(self) -> None:
        def add(book: Workbook) -> None:
            other = book.create_sheet("Mine")
            other["A1"] = CellRichText("a ", TextBlock(InlineFont(b=True), "bold"), " word")
            other.sheet_state = "hidden"

        sheet = annotate(add)["Mine"]

        assert sheet.sheet_state == "hidden"
        assert isinstance(sheet["A1"].value, CellRichText)

    def test_a_formula_with_its_result(self) -> None:
        path = make(lambda book: book["Audits"].__setitem__("D3", '="Go"&"od"'))
        edit_package(
            path,
            {
                "xl/worksheets/sheet2.xml": lambda xml: re.sub(
                    rb'<c r="D3"><f>"Go"&amp;"od"</f>(?:<v ?/>|<v></v>)',
                    rb'<c r="D3" t="str"><f>"Go"&amp;"od"</f><v>Good</v>',
                    xml,
                )
            },
        )

        run("check", path, "--annotate", COPY)

        assert openpyxl.load_workbook(COPY)["Audits"]["D3"].value == '="Go"&"od"'
        assert openpyxl.load_workbook(COPY, data_only=True)["Audits"]["D3"].value == "Good"

    def test_charts_and_pictures(self) -> None:
        def add(book: Workbook) -> None:
            sheet, chart = book.worksheets[1], BarChart()
            chart.add_data(Reference(sheet, min_col=1, min_row=2, max_row=3))
            sheet.add_chart(chart, "H2")
            drawn = io.BytesIO()
            Picture.new("RGB", (9, 9)).save(drawn, "PNG")
            sheet.add_image(Image(drawn), "H30")

        make(add)
        result = run("check", "data.xlsx", "--annotate", COPY)

        with ZipFile(COPY) as package:
            names = package.namelist()
        assert {"xl/charts/chart1.xml", "xl/media/image1.png"} <= set(names)
        assert "Not carried over" not in result.stderr

    def test_macros_stay_in_a_workbook_with_macros(self) -> None:
        path = make(name="data.xlsm")
        kind = (
            b"openxmlformats-officedocument.spreadsheetml.sheet",
            b"ms-excel.sheet.macroEnabled",
        )
        edit_package(
            path,
            {
                "[Content_Types].xml": lambda xml: xml.replace(
                    kind[0] + b".main", kind[1] + b".main"
                ).replace(
                    b"<Default ",
                    b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
                    b"<Default ",
                    1,
                ),
                "xl/vbaProject.bin": lambda _: b"macro",
            },
        )

        result = run("check", path, "--annotate", "checked.xlsm")

        assert result.exit_code == 3, result.output
        with ZipFile("checked.xlsm") as package:
            assert package.read("xl/vbaProject.bin") == b"macro"
            assert kind[1] in package.read("[Content_Types].xml")

    def test_each_part_of_the_copy_is_well_formed(self) -> None:
        annotate()

        with ZipFile(COPY) as package:
            for name in package.namelist():
                ElementTree.fromstring(package.read(name))

    def test_the_copy_has_the_same_problems(self) -> None:
        annotate()

        codes = {
            problem["code"]: problem["cell"]
            for problem in json.loads(run("check", COPY, "--json").stdout)["problems"]
        }

        assert codes["unknown-judgement"] == "C2"
        assert codes["date-as-text"] == "B3"


class TestWhatIsLost:
    @pytest.mark.parametrize(
        ("part", "words"),
        [
            ("customXml/item1.xml", "custom XML"),
            ("xl/ctrlProps/ctrlProp1.xml", "form controls"),
            ("xl/slicers/slicer1.xml", "slicers"),
            ("xl/threadedComments/threadedComment1.xml", "threads of comments"),
            ("docMetadata/LabelInfo.xml", "the sensitivity label"),
            ("xl/novelty/thing.xml", "other parts, unknown to this program"),
        ],
    )
    def test_it_is_said_on_standard_error_and_in_the_list(self, part: str, words: str) -> None:
        edit_package(make(), {part: lambda _: b"<a/>"})

        result = run("check", "data.xlsx", "--annotate", COPY)

        assert f"Not carried over into checked.xlsx: {words}" in result.stderr
        said = [str(cell.value) for cell in openpyxl.load_workbook(COPY)["Problems"]["A"]]
        assert [
            text for text in said if text.startswith(f"Not carried over into this copy: {words}")
        ]

    def test_shapes_are_counted_in_the_drawings(self) -> None:
        def package(drawing: bytes) -> bytes:
            made = io.BytesIO()
            with ZipFile(made, "w") as file:
                file.writestr("xl/drawings/drawing1.xml", drawing)
            return made.getvalue()

        source = package(b"<xdr:wsDr><xdr:sp macro=''></xdr:sp><xdr:pic/></xdr:wsDr>")

        assert find_losses(source, package(b"<wsDr><pic/></wsDr>"), ()) == (
            "shapes and text boxes",
        )
        assert find_losses(source, source, ()) == ()

    def test_an_extension_of_a_sheet_is_said_in_words(self) -> None:
        warning = "Data Validation extension is not supported and will be removed"
        empty = io.BytesIO()
        ZipFile(empty, "w").close()

        assert find_losses(empty.getvalue(), empty.getvalue(), [warning]) == (
            "drop-downs whose list is on another sheet",
        )

    def test_a_plain_workbook_loses_nothing(self) -> None:
        assert "Not carried over" not in run("check", make(), "--annotate", COPY).stderr


class TestTheCommand:
    def test_the_copys_path_is_printed_and_the_exit_status_stays(self) -> None:
        result = run("check", make(), "--annotate", COPY)

        assert result.exit_code == 3
        assert result.stdout == "checked.xlsx\n"

    def test_the_workbook_itself_is_unchanged(self) -> None:
        before = make().read_bytes()

        run("check", "data.xlsx", "--annotate", COPY)

        assert Path("data.xlsx").read_bytes() == before

    @pytest.mark.parametrize("target", ["checked.xlsx", "data.xlsx", "./data.xlsx"])
    def test_nothing_is_written_over(self, target: str) -> None:
        before = make().read_bytes()
        COPY.write_text("mine")

        result = run("check", "data.xlsx", "--annotate", target)

        assert result.exit_code == 5
        assert "is there already" in result.stderr
        assert COPY.read_text() == "mine"
        assert Path("data.xlsx").read_bytes() == before

    def test_no_part_of_a_copy_is_left_beside_it(self) -> None:
        annotate()

        assert sorted(path.name for path in Path().iterdir()) == ["checked.xlsx", "data.xlsx"]

    def test_two_workbooks_cannot_be_annotated_at_once(self) -> None:
        make()
        make(name="more.xlsx")

        result = run("check", "data.xlsx", "more.xlsx", "--annotate", COPY)

        assert result.exit_code == 2
        assert "one workbook at a time" in result.stderr
        assert not COPY.exists()

    @pytest.mark.parametrize("name", ["data.xls", "data.xlsb", "data.ods"])
    def test_another_format_is_refused_with_what_to_do(self, name: str) -> None:
        Path(name).write_bytes(make().read_bytes())

        result = run("check", name, "--annotate", COPY)

        assert result.exit_code == 5
        assert "only .xlsx and .xlsm workbooks can be annotated" in result.stderr
        assert "Save As" in result.stderr

    def test_a_copys_name_ends_as_the_workbooks(self) -> None:
        assert run("check", make(), "--annotate", "checked.xlsm").exit_code == 2

    def test_a_workbook_that_the_library_cannot_copy_is_a_fault_of_files(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise TypeError("expected <class 'openpyxl.styles.fills.Fill'>")

        monkeypatch.setattr("auditreport.workbooks.source.load_workbook", refuse)

        result = run("check", make(), "--annotate", COPY)

        assert result.exit_code == 5
        assert "data.xlsx was not annotated" in result.stderr
        assert not COPY.exists()

    def test_a_merged_area_that_would_take_too_long_is_refused(self) -> None:
        merged = b'<mergeCells count="1"><mergeCell ref="F10:Z900000"/></mergeCells><pageMargins '
        path = edit_package(
            make(), {"xl/worksheets/sheet2.xml": lambda xml: xml.replace(b"<pageMargins ", merged)}
        )

        result = run("check", path, "--annotate", COPY)

        assert result.exit_code == 5
        assert "too large to be annotated" in result.stderr

    def test_a_strict_workbook_which_the_library_takes_for_empty_is_refused(self) -> None:
        strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
        usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        path = edit_package(make(), {"xl/workbook.xml": lambda xml: xml.replace(usual, strict)})

        result = run("check", path, "--annotate", COPY)

        assert result.exit_code == 5
        assert "Strict" in result.stderr

    def test_a_sheet_that_the_library_does_not_find_is_a_fault_of_files(self) -> None:
        path = edit_package(
            make(),
            {
                "xl/_rels/workbook.xml.rels": lambda xml: xml.replace(
                    b"worksheets/sheet1.xml", b"worksheets/sheet%31.xml"
                )
            },
        )

        result = run("check", path, "--annotate", COPY)

        assert result.exit_code == 5
        assert "cannot be copied whole" in result.stderr
        assert not COPY.exists()

    def test_a_workbook_without_problems_is_copied_too(self) -> None:
        def mend(book: Workbook) -> None:
            book["Audits"]["C2"] = "Good"
            book["Audits"]["B3"] = date(2016, 5, 3)

        result = run("check", make(mend), "--annotate", COPY)

        assert result.exit_code == 0
        assert COPY.is_file()

    def test_the_same_workbook_gives_the_same_bytes(self) -> None:
        make()
        for name in ("one.xlsx", "two.xlsx"):
            run("check", "data.xlsx", "--annotate", name)

        assert Path("one.xlsx").read_bytes() == Path("two.xlsx").read_bytes()

    def test_errors_are_answered_with_the_command_that_shows_them_in_place(self) -> None:
        result = run("check", make())

        assert "auditreport check data.xlsx --annotate checked.xlsx" in result.stderr
