"""The files that stand beside a new workbook: the settings, and for Windows two to double-click."""

from __future__ import annotations

from collections.abc import Mapping

_SETTINGS = """\
# How auditreport is run in this folder. What the report says is set in the workbook itself, on
# the sheet Report. A line that begins with # is a remark; take the # away to make it hold.

# The workbooks, relative to this file. Several are read as one; * and ? match.
workbooks = ["{workbook}"]

# Where the report is written, relative to this file.
output = "report"

# What is written: html is a page for the browser, md is Markdown; docx, pdf and xlsx are others.
formats = ["html", "md"]

# For whom: internal, or public. With allow_public = false no public report is ever made here.
# audience = "internal"
# allow_public = false

# Last year's figures.json or workbook, to compare with.
# previous = "last year/annual-report.figures.json"

# Templates of your own, and a Word document whose styles and header the Word report takes.
# templates = "our templates"
# word_template = "council.docx"

# The day that "overdue" is judged against; today is the day of each run.
# as_of = "today"

# Stop at warnings too, not at errors alone.
# strict = true

# How many seconds to wait while another run writes into the same folder.
# wait = 60

# A file to which each run appends one line.
# log = "auditreport.log"

# With a public report: a workbook, for you alone, that says what it hides and why.
# disclosure_log = "internal/hidden.xlsx"

# If a workbook cannot be changed, say here what it calls things.

# [sheets]                          # our name = yours
# Audits = "Tracker"

# [columns.Audits]                  # our name = yours
# "Overall judgement" = "Auditor's grade"

# [values.Judgements]               # as it is written = what it means
# "Requires imp." = "Requires Improvement"

# [severity]                        # a problem's code = error, warning, note or off
# "missing-date" = "warning"

# [limits]                          # for a workbook that is refused as too large
# cells = 5000000
"""

# pushd and not cd, for it takes a network folder such as \\\\server\\share too.
_CMD = """\
@echo off
rem {purpose}
title {title}
pushd "%~dp0"
if errorlevel 1 goto nofolder

rem The program that needs no Python, in its folder auditreport beside this folder or in it.
set "program=auditreport\\auditreport.exe"
if exist "%program%" goto found
set "program=..\\auditreport\\auditreport.exe"
if exist "%program%" goto found

where auditreport >nul 2>nul
if errorlevel 1 goto bypy
call auditreport {command}
set "result=%errorlevel%"
goto done

:found
"%program%" {command}
set "result=%errorlevel%"
goto done

:bypy
py -m auditreport --version >nul 2>nul
if errorlevel 1 goto missing
py -m auditreport {command}
set "result=%errorlevel%"
goto done

:nofolder
echo This folder cannot be opened. Copy it to your computer and try again.
set "result=5"
goto end

:missing
echo auditreport is not installed on this computer, or cannot be found.
echo Ask whoever set it up, or open the README of auditreport.
set "result=1"
goto end

:done
echo.
{after}
:end
popd
echo.
pause
exit /b %result%
"""
_AFTER_CHECK = """\
if "%result%"=="0" echo Done. Nothing in the workbook was changed.
if "%result%"=="3" echo Mend the errors listed above in the workbook, save it, and try again.
if "%result%"=="5" echo If the workbook is open in Excel, save and close it, and try again.
"""
_AFTER_REPORT = """\
if not "%result%"=="0" echo No report was made; the lines above say why.
if not "%result%"=="0" goto end
echo The report is in the folder:
echo "%~dp0report"
if exist "report" start "" "%~dp0report"
"""


def build_starter_files(workbook: str) -> Mapping[str, bytes]:
    """Return the files by name; `workbook` is the name of the workbook beside them."""
    check = _CMD.format(
        purpose="Says what is wrong in the workbook, cell by cell, and changes nothing.",
        title="Check the workbook",
        command="check",
        after=_AFTER_CHECK,
    )
    make = _CMD.format(
        purpose="Makes the annual report and opens its folder.",
        title="Make the report",
        command="build",
        after=_AFTER_REPORT,
    )
    return {
        "auditreport.toml": _SETTINGS.format(workbook=workbook).encode(),
        "Check.cmd": _as_windows_writes(check),
        "Make report.cmd": _as_windows_writes(make),
    }


def _as_windows_writes(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("ascii")
