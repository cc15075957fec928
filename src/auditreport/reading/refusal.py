"""Why a file cannot be read, said without its name: the reader of the file adds that."""

from __future__ import annotations

from pathlib import Path

from auditreport.errors import FileFault

SAVE_AGAIN = "Open it in Excel, choose Save As and Excel Workbook (.xlsx), and use that file."
FETCH_AGAIN = "Fetch the file again, or open it in Excel and save it."
PASSWORD = (
    "The file is protected by a password.",
    "In Excel: File, Info, Protect Workbook, Encrypt with Password; clear it and save a copy.",
)


class Refusal(Exception):
    """A file that is not read: what is wrong with it, and what to do."""

    def __init__(self, what: str, remedy: str = SAVE_AGAIN) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


def over_limit(what: str, setting: str, value: int) -> Refusal:
    """Return the refusal of a file that passes one of the limits, with the limit's name."""
    return Refusal(
        f"{what} (limit: {setting} = {value:,}).",
        f"Delete what is not needed and save it, or raise {setting} under [limits].",
    )


def file_fault(path: Path, refusal: Refusal) -> FileFault:
    """Return the fault of a refused file: its name, what is wrong, what to do."""
    name = "".join(letter if letter.isprintable() else "�" for letter in path.name)
    return FileFault(f"{name}: {refusal.what}\n{refusal.remedy}")
