"""The command `new`: the files with which a year begins."""

from __future__ import annotations

from auditreport.cli.choosing import read_chosen_settings
from auditreport.cli.other_flags import NewFlags
from auditreport.cli.outcome import Outcome
from auditreport.errors import UsageFault

_BLANK, _SAMPLE = "data.xlsx", "rutland-2016-17.xlsx"


def new(flags: NewFlags) -> Outcome:
    """Make a blank workbook with drop-downs, and what stands beside it.

    FOLDER is where to make them; without it, this folder. Written are data.xlsx, the settings
    auditreport.toml, and for Windows Check.cmd and Make report.cmd to double-click. Nothing is
    ever written over.
    """
    if flags.sample and flags.last:
        raise UsageFault("--sample and --from do not go together: choose one.")
    from auditreport.workbooks.placing import check_free, write_new_files
    from auditreport.workbooks.starter_files import build_starter_files

    name = _SAMPLE if flags.sample else _BLANK
    starters = build_starter_files(name)
    check_free(flags.folder / file for file in (name, *starters))
    workbook, remarks = _build_workbook(flags)
    outputs = write_new_files(flags.folder, {name: workbook, **starters})
    return Outcome(0, _say_next(flags), outputs, remarks=remarks)


def _build_workbook(flags: NewFlags) -> tuple[bytes, tuple[str, ...]]:
    """Return the workbook's bytes, and what is to be said of them."""
    if flags.sample:
        from auditreport.shipped import find_shipped

        return find_shipped(f"sample_data/{_SAMPLE}").read_bytes(), ()
    from auditreport.workbooks.blank import build_blank_workbook

    if flags.last is None:
        return build_blank_workbook(), ()
    from auditreport.workbooks.carrying_over import carry_over

    settings = read_chosen_settings(flags.config)
    carried = carry_over(flags.last, settings.mapping, settings.limits)
    return build_blank_workbook(carried.beginning), carried.remarks


def _say_next(flags: NewFlags) -> str:
    if flags.sample:
        return (
            "The sample is an illustration; no row in it is a real case. Stand in that folder and"
            " type  auditreport build"
        )
    return (
        f"Open {_BLANK} and begin at the sheet Start here. Once it holds audits, stand in that"
        " folder and type  auditreport check"
    )
