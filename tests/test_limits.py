"""A file that is too large is refused with the line of auditreport.toml that lets it be read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from corpus.packages import pack
from corpus.parts import plain
from typer.testing import CliRunner
from workbooks import AUDIT, AUDITS, REPORT, audits_of, write_xlsx

from auditreport.cli import app
from auditreport.config import read_settings
from auditreport.errors import FileFault, UsageFault
from auditreport.reading.limits import DEFAULT_LIMITS, LARGEST_LIMIT, LONGEST, Limits
from auditreport.reading.needs import with_remedy
from auditreport.reading.opening import read_workbook
from auditreport.reading.refusal import Refusal, over_limit

SETTINGS = Path("auditreport.toml")
CLI_PAGE = (Path(__file__).parents[1] / "docs" / "cli.md").read_text(encoding="utf-8")


def line_of(message: str) -> dict[str, int]:
    """Return the limits that a message says to write."""
    found: dict[str, int] = tomllib.loads(message.splitlines()[-1])["limits"]
    return found


def said_of(data: bytes, limits: Limits, setting: str, needed: int = 0) -> str:
    """Return what to do about a file's bytes that pass a limit."""
    refusal = over_limit("It is too large", setting, getattr(limits, setting), needed)
    return with_remedy(refusal, data, limits).remedy


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(pack(plain()))
    return path


class TestSettings:
    def read(self, text: str) -> Limits:
        SETTINGS.write_text(text)
        return read_settings(SETTINGS).limits

    @pytest.fixture(autouse=True)
    def _stand(self, stand_in: Path) -> None: ...

    def test_without_any_the_limits_are_the_usual_ones(self) -> None:
        assert self.read("") == DEFAULT_LIMITS

    @pytest.mark.parametrize("name", [field.name for field in fields(Limits)])
    def test_each_limit_can_be_set(self, name: str) -> None:
        assert asdict(self.read(f"[limits]\n{name} = 7")) == {**asdict(DEFAULT_LIMITS), name: 7}

    def test_one_line_sets_several(self) -> None:
        limits = self.read("limits = { cells = 4_000_000, memory_mib = 4096 }")
        assert (limits.cells, limits.memory_mib) == (4_000_000, 4096)

    def test_one_that_is_not_known_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(UsageFault, match=r"\[limits\]: 'cell' is not a key.*'cells'"):
            self.read("[limits]\ncell = 1")

    @pytest.mark.parametrize("value", ["0", "-1", "true", '"1"', "1.5", str(LARGEST_LIMIT + 1)])
    def test_what_is_no_number_in_reach_is_refused(self, value: str) -> None:
        with pytest.raises(UsageFault, match=r"\[limits\], cells: "):
            self.read(f"[limits]\ncells = {value}")

    def test_the_documents_name_each_with_its_usual_value(self) -> None:
        rows = re.findall(r"^\| `(\w+)` \| ([\d,]+) \|", CLI_PAGE, re.MULTILINE)
        assert {name: int(value.replace(",", "")) for name, value in rows} == asdict(DEFAULT_LIMITS)

    def test_the_largest_can_be_waited_for(self) -> None:
        names = [field.name for field in fields(Limits)]
        limits = Limits(**dict.fromkeys(names, LARGEST_LIMIT))
        assert limits.seconds_for(LARGEST_LIMIT) == LONGEST


class TestTheMessage:
    def test_it_names_every_limit_that_the_file_passes(self) -> None:
        limits = Limits(file_mib=0, part_mib=0, unpacked_mib=0, cells=4, memory_mib=100)
        needs = line_of(said_of(pack(plain()), limits, "file_mib"))
        assert {"file_mib", "part_mib", "unpacked_mib", "cells", "memory_mib"} <= set(needs)

    def test_what_it_says_to_write_lets_the_file_be_read(self, tracker: Path) -> None:
        limits = Limits(file_mib=0, part_mib=0, unpacked_mib=0, cells=1)
        with pytest.raises(FileFault) as caught:
            read_workbook(tracker, limits)
        assert read_workbook(tracker, Limits(**line_of(str(caught.value)))).sheets

    def test_it_is_not_longer_than_five_lines(self, tracker: Path) -> None:
        with pytest.raises(FileFault) as caught:
            read_workbook(tracker, Limits(file_mib=0, cells=1))
        assert len(str(caught.value).splitlines()) <= 5

    def test_it_leaves_limits_out_that_are_far_enough(self) -> None:
        assert set(line_of(said_of(pack(plain()), Limits(cells=4), "cells"))) == {"cells"}

    def test_it_repeats_those_that_were_set_already(self) -> None:
        needs = line_of(said_of(pack(plain()), Limits(cells=4, merged=9), "cells"))
        assert needs["merged"] == 9

    def test_what_a_file_was_found_to_need_is_rounded_up(self) -> None:
        assert line_of(said_of(b"", Limits(), "cells", 7_654_321)) == {"cells": 7_700_000}

    def test_where_the_need_is_not_known_twice_as_much_is_tried(self) -> None:
        assert line_of(said_of(b"", Limits(), "odd_cells")) == {"odd_cells": 1_000_000}

    def test_a_cell_at_the_far_end_of_a_sheet_is_not_to_be_allowed(self) -> None:
        assert "limits" not in said_of(b"", Limits(), "cells", 1_048_576 * 16_384)

    @pytest.mark.parametrize("setting", ["file_mib", "parts", "part_mib", "unpacked_mib", "ratio"])
    def test_a_file_whose_list_of_parts_denies_its_size_is_not_to_be_allowed(
        self, setting: str
    ) -> None:
        assert "limits" not in said_of(pack(plain()), DEFAULT_LIMITS, setting)

    def test_a_file_that_has_gone_needs_nothing(self, tmp_path: Path) -> None:
        refusal = over_limit("It is too large", "file_mib", 100)
        assert with_remedy(refusal, tmp_path / "gone.xlsx", DEFAULT_LIMITS) is refusal

    def test_what_is_no_matter_of_size_stays_as_it_was(self) -> None:
        refusal = Refusal("The file is damaged.")
        assert with_remedy(refusal, b"", DEFAULT_LIMITS) is refusal


class TestTheCommands:
    @pytest.fixture(autouse=True)
    def _stand(self, stand_in: Path) -> None:
        write_xlsx(stand_in / "data.xlsx", {"Report": REPORT, "Audits": AUDITS})

    def run(self, *words: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, words)
        return result.exit_code, result.stderr

    def test_a_workbook_is_refused_until_the_line_is_written(self) -> None:
        SETTINGS.write_text("limits = { cells = 4 }\n")
        status, said = self.run("check", "data.xlsx")
        assert (status, "limit: cells = 4" in said) == (5, True)

        SETTINGS.write_text(said.splitlines()[-1].strip() + "\n")
        assert self.run("check", "data.xlsx")[0] == 0
        assert self.run("build", "data.xlsx")[0] == 0

    def test_last_years_workbook_is_held_to_the_same_limits(self) -> None:
        write_xlsx(Path("last.xlsx"), {"Report": REPORT, "Audits": audits_of(*[AUDIT] * 9)})
        SETTINGS.write_text("limits = { cells = 20 }\n")
        status, said = self.run("check", "data.xlsx", "--previous", "last.xlsx")
        assert status == 5
        assert said.startswith("last.xlsx: ")

    def test_a_new_year_is_held_to_them_too(self) -> None:
        SETTINGS.write_text("limits = { cells = 4 }\n")
        status, said = self.run("new", "next", "--from", "data.xlsx")
        assert (status, "limit: cells = 4" in said) == (5, True)

    def test_a_report_is_not_built_again_because_of_other_limits(self) -> None:
        assert self.run("build", "data.xlsx")[0] == 0
        SETTINGS.write_text("limits = { cells = 4 }\n")
        status, said = self.run("build", "data.xlsx", "--if-changed")
        assert (status, "Nothing has changed" in said) == (0, True)

    def test_a_change_of_a_workbook_beyond_the_usual_size_is_seen(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("auditreport.reading.limits.DEFAULT_LIMITS", Limits(file_mib=0))
        assert self.run("build", "data.xlsx")[0] == 0
        changed = (*AUDITS, ("A2", "2016-05-02", "Good", "Good"))
        write_xlsx(Path("data.xlsx"), {"Report": REPORT, "Audits": changed})
        assert "Nothing has changed" not in self.run("build", "data.xlsx", "--if-changed")[1]
