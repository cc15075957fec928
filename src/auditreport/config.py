"""How to run: auditreport.toml read and checked into one frozen Settings."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, field
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.errors import UsageFault
from auditreport.problem_codes import RULES, Severity
from auditreport.records import record
from auditreport.toml_table import Table, nearest, read_toml

if TYPE_CHECKING:
    from auditreport.reading.limits import Limits
    from auditreport.reading.mapping import TrackerMapping

FILE_NAME = "auditreport.toml"
FORMATS = ("html", "md", "docx", "pdf", "xlsx")
_USUAL_FORMATS = ("html", "md")
AUDIENCES = ("internal", "public")
_MOST_DIGITS = 6  # of the seconds to wait, some days
KEYS = (
    "workbooks",
    "output",
    "formats",
    "audience",
    "allow_public",
    "templates",
    "word_template",
    "previous",
    "as_of",
    "strict",
    "wait",
    "log",
    "disclosure_log",
    "sheets",
    "columns",
    "values",
    "severity",
    "limits",
)


@record
class Settings:
    """Everything that can be set outside the workbook.

    `workbooks` are file names or patterns, relative to the folder of `file`, the settings' own.
    `as_of` is a day as it was written, `wait` is in seconds.
    """

    workbooks: tuple[str, ...] = ()
    output: Path = Path("report")
    formats: tuple[str, ...] = _USUAL_FORMATS
    audience: str = "internal"
    mapping: TrackerMapping = field(default_factory=lambda: _read_mapping(Table(FILE_NAME, {})))
    file: Path | None = None
    templates: Path | None = None
    word_template: Path | None = None
    allow_public: bool = True
    previous: Path | None = None
    as_of: str = ""
    strict: bool = False
    wait: int = 0
    log: Path | None = None
    disclosure_log: Path | None = None
    limits: Limits = field(default_factory=lambda: _read_limits(Table(FILE_NAME, {})))


def find_settings_file(folder: Path) -> Path | None:
    """Return the auditreport.toml of a folder, or of the nearest one above it."""
    for place in (folder, *folder.parents):
        if (place / FILE_NAME).is_file():
            return place / FILE_NAME
    return None


def read_settings(path: Path) -> Settings:
    """Read an auditreport.toml; its paths are relative to it.

    Raises FileFault where it cannot be read, UsageFault where what it says cannot be followed.
    """
    table = read_toml(path)
    table.check_keys(KEYS)
    folder = path.parent
    usual = Settings()
    return Settings(
        workbooks=table.words("workbooks", ()),
        output=folder / table.text("output", str(usual.output)),
        formats=check_formats(table.words("formats", usual.formats), f"{table.name}, formats"),
        audience=check_audience(
            table.text("audience", usual.audience),
            f"{table.name}, audience",
            allow_public=table.truth("allow_public", usual.allow_public),
        ),
        mapping=_read_mapping(table),
        file=path,
        templates=_read_path(table, "templates", folder),
        word_template=_read_path(table, "word_template", folder),
        allow_public=table.truth("allow_public", usual.allow_public),
        previous=_read_path(table, "previous", folder),
        as_of=table.day("as_of"),
        strict=table.truth("strict", usual.strict),
        wait=table.number("wait", usual.wait),
        log=_read_path(table, "log", folder),
        disclosure_log=_read_path(table, "disclosure_log", folder),
        limits=_read_limits(table.table("limits")),
    )


def _read_path(table: Table, key: str, folder: Path) -> Path | None:
    return folder / table.text(key) if key in table.entries else None


def find_workbooks(settings: Settings) -> tuple[Path, ...]:
    """Return the workbooks that the settings name; raises UsageFault where one is not there."""
    if settings.file is None:
        return ()
    found: dict[Path, None] = {}
    for pattern in settings.workbooks:
        matches = _match(settings.file.parent, pattern)
        if not matches:
            raise UsageFault(f"{settings.file}, workbooks: no file matches '{pattern}'.")
        found.update(dict.fromkeys(matches))
    return tuple(found)


def check_formats(formats: Iterable[str], said_in: str) -> tuple[str, ...]:
    """Return the formats in their usual order; raises UsageFault for one that is not made."""
    wanted = {word.strip().casefold() for word in formats} - {""}
    for word in sorted(wanted - set(FORMATS)):
        raise UsageFault(f"{said_in}: '{word}' is not a format{nearest(word, FORMATS)}")
    if not wanted:
        raise UsageFault(f"{said_in}: name at least one format ({', '.join(FORMATS)}).")
    return tuple(word for word in FORMATS if word in wanted)


def check_wait(text: str) -> int:
    """Return how many seconds to wait; raises UsageFault for what is no whole number of them."""
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise UsageFault(f"--wait: '{text}' is not a number of seconds. Write it as 60.")
    return int(text)


def check_audience(word: str, said_in: str, *, allow_public: bool) -> str:
    """Return the audience; raises UsageFault for one that no report is made for, or may be."""
    if word == "public" and not allow_public:
        raise UsageFault(
            f"{said_in}: public reports are forbidden here (allow_public = false in {FILE_NAME})."
        )
    if word not in AUDIENCES:
        raise UsageFault(f"{said_in}: '{word}' is not an audience{nearest(word, AUDIENCES)}")
    return word


def _read_mapping(table: Table) -> TrackerMapping:
    from auditreport.reading.contract import LISTS, SHEETS  # reading takes long to import
    from auditreport.reading.mapping import TrackerMapping

    known = {sheet.name: [column.name for column in sheet.columns] for sheet in SHEETS}
    sheets, severity = table.table("sheets"), table.table("severity")
    sheets.check_keys(known)
    severity.check_keys(RULES)
    values = table.table("values")
    values.check_keys(column.name for column in LISTS.columns)
    return TrackerMapping(
        sheets=sheets.texts(),
        columns=_read_columns(table.table("columns"), known),
        values={name: values.table(name).texts() for name in values.entries},
        severity={code: _read_severity(severity, code) for code in severity.entries},
    )


def _read_limits(table: Table) -> Limits:
    from auditreport.reading.limits import LARGEST_LIMIT, Limits

    usual = asdict(Limits())
    table.check_keys(usual)
    limits = {name: table.number(name, value) for name, value in usual.items()}
    for name, value in limits.items():
        if not 1 <= value <= LARGEST_LIMIT:
            raise UsageFault(
                f"{table.name}, {name}: a number from 1 to {LARGEST_LIMIT:,} is expected."
            )
    return Limits(**limits)


def _read_columns(table: Table, known: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """Read their columns' names by ours; thematic audits and practice areas bear any name."""
    table.check_near_misses(known)
    mapped: dict[str, dict[str, str]] = {}
    for sheet in table.entries:
        columns = table.table(sheet)
        columns.check_near_misses(known.get(sheet, ()))
        mapped[sheet] = columns.texts()
    return mapped


def _read_severity(table: Table, code: str) -> Severity | None:
    word = table.text(code)
    known = [*Severity, "off"]
    if word not in known:
        raise UsageFault(f"{table.name}, {code}: '{word}' is no severity{nearest(word, known)}")
    if word != Severity.ERROR and not RULES[code].can_be_lowered:
        raise UsageFault(
            f"{table.name}, {code}: it stays an error, for without what is missing there is no "
            "figure to print."
        )
    return None if word == "off" else Severity(word)


def _match(folder: Path, pattern: str) -> list[Path]:
    """Return the files that a pattern means, but for the `~$` files of an open Excel."""
    if (folder / pattern).exists():
        return [folder / pattern]
    absolute = str(Path(glob.escape(str(folder))) / pattern)
    # Path.glob takes no absolute pattern, which a settings file may well hold.
    paths = [Path(path) for path in sorted(glob.glob(absolute, recursive=True))]  # noqa: PTH207
    return [path for path in paths if not path.name.startswith("~$") and path.is_file()]
