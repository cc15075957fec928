"""Last year, from the file that --previous names: its figures.json, or its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditreport import __version__
from auditreport.errors import FileFault
from auditreport.messages import summarise_problems

if TYPE_CHECKING:
    from auditreport.config import Settings
    from auditreport.reading.dataset import PreviousYear

_LARGEST = 100 * 2**20
_MARK = b"\xef\xbb\xbf"


def read_previous_year(path: Path, settings: Settings) -> PreviousYear:
    """Return what the file says of its year; raises `FileFault` for one that cannot be used."""
    text = _read_text(path)
    if text is None:
        text = _count_workbook(path, settings)
    from auditreport.reading.previous_figures import read_previous_figures

    return read_previous_figures(text, path.name)


def _read_text(path: Path) -> str | None:
    """Return the text of a JSON file; None where the file is of another kind, as a workbook is."""
    try:
        if not path.is_file():
            raise FileFault(f"{path} is not a file: --previous names last year's.")
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise FileFault(f"{path} cannot be read: {error.strerror}.") from None
    is_json = data.removeprefix(_MARK).lstrip()[:1] == b"{" or path.suffix.casefold() == ".json"
    if not is_json:
        return None
    if len(data) > _LARGEST:
        raise FileFault(f"{path} is too large to be a figures.json.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileFault(f"{path} is not a figures.json: it is not UTF-8.") from None


def _count_workbook(path: Path, settings: Settings) -> str:
    """Return the figures of a workbook as figures.json has them."""
    from auditreport.analysis import analyse
    from auditreport.analysis.figures_json import figures_json
    from auditreport.reading import read

    reading = read((path,), settings.mapping, settings.limits)
    if reading.has_errors or reading.data is None:
        raise FileFault(
            f"{path} cannot be compared with: {summarise_problems(reading.problems)}. "
            f"See them with  auditreport check {path}"
        )
    year = reading.data.settings.year
    return figures_json(analyse(reading, tool=f"auditreport {__version__}", as_of=year.end))
