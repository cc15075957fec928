"""What a command is about where that was left open: the settings, the workbooks, the day."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from auditreport.cli.flags import BuildFlags, ReadFlags
from auditreport.config import (
    Settings,
    check_audience,
    check_formats,
    check_wait,
    find_settings_file,
    find_workbooks,
    read_settings,
)
from auditreport.errors import UsageFault

_DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y")
_MOST_LISTED = 12
_KINDS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


def choose_settings(flags: ReadFlags) -> Settings:
    """Return the settings of the file that is asked for, or found, under what the flags say."""
    settings = read_chosen_settings(flags.config)
    settings = replace(
        settings,
        previous=flags.previous or settings.previous,
        as_of=flags.as_of or settings.as_of,
        strict=settings.strict if flags.strict is None else flags.strict,
        log=flags.log or settings.log,
    )
    return _overrule(settings, flags) if isinstance(flags, BuildFlags) else settings


def read_chosen_settings(config: Path | None) -> Settings:
    """Return the settings of the file that is asked for, or found."""
    named = config or os.environ.get("AUDITREPORT_CONFIG")
    path = Path(named) if named else find_settings_file(Path.cwd())
    return read_settings(path) if path else Settings()


def _overrule(settings: Settings, flags: BuildFlags) -> Settings:
    if flags.formats:
        settings = replace(settings, formats=check_formats(flags.formats.split(","), "--format"))
    if flags.audience:
        allowed = settings.allow_public
        audience = check_audience(flags.audience, "--audience", allow_public=allowed)
        settings = replace(settings, audience=audience)
    return replace(
        settings,
        output=flags.output or _near(settings.output),
        templates=flags.templates or settings.templates,
        word_template=flags.word_template or settings.word_template,
        disclosure_log=flags.disclosure_log or settings.disclosure_log,
        wait=check_wait(flags.wait) if flags.wait else settings.wait,
    )


def _near(path: Path) -> Path:
    """Return a path as a person standing in this folder would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def choose_workbooks(given: Sequence[Path], settings: Settings) -> tuple[Path, ...]:
    """Return the workbooks that are meant: the given, the settings', or the only one here."""
    asked = tuple(path for path in given if not _is_lock(path)) or tuple(given)
    return asked or find_workbooks(settings) or (_find_only_workbook(Path(), settings),)


def _find_only_workbook(folder: Path, settings: Settings) -> Path:
    """Return the only workbook of a folder with audits; raises UsageFault if there is none."""
    from auditreport.cli.sheet_names import read_sheet_names

    here = filter(_is_workbook, sorted(folder.iterdir()))
    seen = {path: read_sheet_names(path, settings.limits) for path in here}
    theirs = settings.mapping.sheets.get("Audits", "Audits")
    found = _with_audits(seen, theirs) or _with_audits(seen, "Audits")
    if not found and len(seen) == 1 and not any(seen.values()):
        return next(iter(seen))  # reading it will say what is wrong with it
    if len(found) != 1:
        raise UsageFault(_say_several(found) if found else _say_none(seen))
    return found[0]


def _say_several(found: Iterable[Path]) -> str:
    return "\n".join(
        [
            "Several workbooks here have a sheet Audits:",
            *_list(found),
            "Name the one that is meant, or list them under workbooks in auditreport.toml.",
        ]
    )


def _say_none(seen: Iterable[Path]) -> str:
    lines = [
        "No workbook with a sheet Audits was found in this folder. Name the workbook, such as",
        "  auditreport check data.xlsx",
    ]
    listed = _list(seen)
    return "\n".join([*lines, *(["These workbooks have none:"] if listed else []), *listed])


def _list(paths: Iterable[Path]) -> list[str]:
    """Return a line for each path; of many, the first and how many more there are."""
    lines = [f"  {path}" for path in paths]
    more = len(lines) - _MOST_LISTED
    return [*lines[:_MOST_LISTED], f"  and {more} more"] if more > 1 else lines


def _is_lock(path: Path) -> bool:
    """Return whether a file is the one that Excel lays beside a workbook that it holds open."""
    return path.name.startswith("~$")


def _is_workbook(path: Path) -> bool:
    return path.suffix.casefold() in _KINDS and not _is_lock(path) and path.is_file()


def _with_audits(seen: Mapping[Path, Sequence[str]], name: str) -> list[Path]:
    """Return the workbooks with the sheet itself; failing that, with one such as Audits April."""
    wanted = _fold(name)
    sheets = {path: [_fold(sheet) for sheet in names] for path, names in seen.items()}
    exact = [path for path in sheets if wanted in sheets[path]]
    return exact or [
        path for path in sheets if any(sheet.startswith(wanted) for sheet in sheets[path])
    ]


def _fold(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def choose_only(asked: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the column and the value of each `COLUMN=VALUE`; raises UsageFault."""
    pairs = []
    for text in asked:
        column, _, value = (part.strip() for part in text.partition("="))
        if not column or not value:
            raise UsageFault(f"--only: '{text}' is not COLUMN=VALUE, such as \"Team=North\".")
        pairs.append((column, value))
    return tuple(pairs)


def choose_day(text: str) -> date | None:
    """Return the day that a text means, None if it is empty; raises UsageFault."""
    if not text:
        return None
    if text.casefold() == "today":
        return date.today()  # noqa: DTZ011  # the day on this desk's calendar is the one meant
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise UsageFault(f"As-of date: '{text}' is not a date. Write it as 2017-04-30, or today.")
