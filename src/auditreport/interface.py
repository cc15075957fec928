"""What a script does with workbooks, as the command line does: read, check, analyse, render, write.

Nothing is looked for, cached or remembered: what is not given is not there. A function imports
what it needs when it is called, for some of it is slow to import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from auditreport import __version__
from auditreport.config import (
    Settings,
    check_audience,
    check_formats,
    find_workbooks,
    read_settings,
)
from auditreport.errors import DataFault, UsageFault
from auditreport.problems import Problem, has_errors
from auditreport.reading import Reading
from auditreport.reading import read as read_workbooks
from auditreport.reading.year import Quarter
from auditreport.toml_table import nearest

if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures
    from auditreport.reading.logo import Logo

StrPath = str | PathLike[str]

_FIGURES = ".figures.json"


def read(
    *workbooks: StrPath,
    settings: StrPath | None = None,
    previous: StrPath | None = None,
) -> Reading:
    """Read workbooks as one data set, with every problem that they have.

    `settings` is an auditreport.toml: your names for sheets, columns and words, the workbooks
    where none is given, and last year. `previous` is last year's figures.json or workbook. A
    narrative.docx or narrative.md and the logo are looked for beside the workbooks. Raises
    FileFault for a file that cannot be read, UsageFault for settings that cannot be followed.
    What is wrong in the data raises nothing here.
    """
    chosen = Settings() if settings is None else read_settings(Path(settings))
    if previous is not None:
        chosen = replace(chosen, previous=Path(previous))
    paths = tuple(map(Path, workbooks)) or find_workbooks(chosen)
    if not paths:
        raise UsageFault("No workbook is given, and no settings that name one under workbooks.")
    return read_chosen(paths, chosen)


def read_chosen(
    workbooks: Sequence[Path], settings: Settings, *, meanwhile: Sequence[str] = ()
) -> Reading:
    """Read workbooks by settings, and import meanwhile the modules that are needed next."""
    reading = read_workbooks(workbooks, settings.mapping, settings.limits, meanwhile=meanwhile)
    if settings.previous is None:
        return reading
    from auditreport.previous_year import read_previous_year

    return reading.with_previous(read_previous_year(settings.previous, settings))


def check(reading: Reading, *, as_of: date | None = None) -> tuple[Problem, ...]:
    """Return every problem of what was read, those too that only show when it is counted."""
    if reading.has_errors:
        return reading.problems
    return count_figures(reading, "year", as_of).problems


def analyse(
    reading: Reading,
    scope: str = "year",
    *,
    as_of: date | None = None,
    audience: str = "internal",
) -> Figures:
    """Return the figures of the year, or of a quarter: `scope` is `year` or `Q1` to `Q4`.

    `as_of` is the day that overdue actions are judged against; without it the Report date, else
    the latest audit. `audience` is `internal`, or `public` for figures that hold no small counts,
    no cases and no text that is not marked to be published. Raises DataFault where the data has
    errors, UsageFault for a quarter that has not begun by then, DisclosureFault where public
    figures would let a hidden count be worked out.
    """
    _check_scope(scope)
    check_audience(audience, "audience", allow_public=True)
    if reading.has_errors:
        raise DataFault(reading.problems)
    figures = _count(reading, scope, as_of, audience)
    if has_errors(figures.problems):
        raise DataFault(figures.problems)
    if scope not in figures.periods:
        raise UsageFault(
            f"{scope} begins after the as-of date {figures.actions.as_of}: it has no figures yet."
        )
    return figures


def _count(reading: Reading, scope: str, as_of: date | None, audience: str) -> Figures:
    """Count for an audience; what is public is proved at once, for it may be printed anyhow."""
    if audience == "internal":
        return count_figures(reading, scope, as_of)
    from auditreport.analysis.figures_json import figures_json
    from auditreport.publishing import prove, publish_reading

    edition = publish_reading(reading, scope, as_of)
    prove(edition, {_FIGURES: figures_json(edition.figures).encode()})
    return edition.figures


def _check_scope(scope: str) -> None:
    known = ("year", *Quarter)
    if scope not in known:
        raise UsageFault(f"'{scope}' is not a period{nearest(scope, known)}")


def count_figures(reading: Reading, scope: str, as_of: date | None) -> Figures:
    """Return the figures of what was read, its errors notwithstanding."""
    from auditreport.analysis import analyse as analyse_reading

    return analyse_reading(reading, tool=f"auditreport {__version__}", scope=scope, as_of=as_of)


def as_dict(figures: Figures) -> dict[str, Any]:
    """Return the figures as figures.json holds them, under the same names."""
    from auditreport.analysis.figures_json import to_plain

    return cast("dict[str, Any]", to_plain(figures))


def render(
    figures: Figures,
    formats: str | Iterable[str] = ("html", "md"),
    *,
    logo: Logo | None = None,
    templates: StrPath | None = None,
    word_template: StrPath | None = None,
) -> dict[str, bytes]:
    """Return the files of a report by their names, with figures.json as the last.

    `formats` are of html, md, docx, pdf and xlsx; `logo` is that of the Reading. `templates` is a
    folder of templates of your own, `word_template` a Word document. Nothing is written. Raises
    UsageFault for a format that is not made, FileFault for a template that cannot be read.
    """
    from auditreport.rendering import render as render_files
    from auditreport.rendering.options import RenderOptions
    from auditreport.template_folder import read_templates, read_word_template

    wanted = formats.split(",") if isinstance(formats, str) else formats
    options = RenderOptions(
        word_template=read_word_template(Path(word_template)) if word_template else None,
        templates=read_templates(Path(templates)) if templates else (),
        logo=logo,
    )
    return render_files(figures, check_formats(wanted, "formats"), options)


def _ignore(_sentence: str) -> None:
    """Be told, and do nothing about it."""


def write(
    files: Mapping[str, bytes], folder: StrPath, tell: Callable[[str], None] = _ignore
) -> tuple[Path, ...]:
    """Write what `render` returned into a folder, whole or not at all, and return the paths.

    It is made if need be. A file there that somebody changed is kept beside under another name;
    `tell` is given a sentence for each. Raises FileFault where the report cannot be written, and
    FolderBusy where another run is writing there: the earlier report is then as it was.
    """
    from auditreport.rendering.output import hold_output, write_report

    with hold_output(Path(folder)):
        return write_report(files, Path(folder), _find_report_name(files), tell)


def _find_report_name(files: Mapping[str, bytes]) -> str:
    names = [file.removesuffix(_FIGURES) for file in files if file.endswith(_FIGURES)]
    if len(names) != 1:
        raise UsageFault("The files to write are those of one report, as render returned them.")
    return names[0]
