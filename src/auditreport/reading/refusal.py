"""Why a file cannot be read, said without its name: the reader of the file adds that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditreport.errors import FileFault

SAVE_AGAIN = "Open it in Excel, choose Save As and Excel Workbook (.xlsx), and use that file."
FETCH_AGAIN = "Fetch the file again, or open it in Excel and save it."
MAKE_SMALLER = "Delete what is not needed and save it."
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


class OverLimit(Refusal):
    """A file that passes one of the limits; `needed` is the value that would let it pass."""

    def __init__(self, what: str, setting: str, needed: int, remedy: str = MAKE_SMALLER) -> None:
        super().__init__(what, remedy)
        self.setting = setting
        self.needed = needed


def over_limit(what: str, setting: str, value: int, needed: int = 0) -> OverLimit:
    """Return the refusal of a file that passes a limit, with its name and value.

    `needed` is what the file would need, as far as it was looked at: twice as much, at the least.
    """
    return OverLimit(f"{what} (limit: {setting} = {value:,}).", setting, max(needed, 2 * value))


@contextmanager
def naming_sheet(name: str) -> Iterator[None]:
    """Say of a refusal inside the block in which sheet its cause is."""
    try:
        yield
    except Refusal as refusal:
        from auditreport.problems import quote  # rarely needed, and slow to import

        said = refusal.what
        refusal.what = f"In the sheet '{quote(name)}': {said[0].lower()}{said[1:]}"
        raise


def file_fault(path: Path, refusal: Refusal) -> FileFault:
    """Return the fault of a refused file: its name, what is wrong, what to do."""
    name = "".join(letter if letter.isprintable() else "�" for letter in path.name or str(path))
    return FileFault(f"{name}: {refusal.what}\n{refusal.remedy}")
