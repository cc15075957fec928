"""The workbook that a user has checked, opened so that a marked copy can be made of it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook

from auditreport.errors import FileFault, UsageFault
from auditreport.messages import plain

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_KINDS = {_MAIN: ".xlsx", _WITH_MACROS: ".xlsm"}
_MOST_XML = 64 * 1024 * 1024  # of sheets; openpyxl needs about fifty times as much memory
_SAVE_AS = "In Excel choose Save As and Excel Workbook (.xlsx), and annotate that."
