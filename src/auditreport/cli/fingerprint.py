"""What a report is made from, by content: where none of it has changed, nor would the report."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from auditreport import __version__
from auditreport.cli.flags import BuildFlags
from auditreport.cli.source import Source
from auditreport.config import Settings
from auditreport.manifest import Making, digest
from auditreport.problems import Severity
from auditreport.records import record
from auditreport.signed_files import SignOff, find_signed_files

if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures
    from auditreport.reading import Reading
    from auditreport.reading.limits import Limits

Input = Mapping[str, str | None]
"""A file that is read: its `role`, its `file` name and its `sha256`, null where there is none."""

PREVIOUS_YEAR = "previous year"
_LOGO, _SIGN_OFF, _EDITION = "logo", "sign-off", "public edition"
# A new option belongs to what a report is made from until it is named here: so a report may be
# built in vain, but is never taken for what it is not.
_LEAVES_THE_REPORT_ALONE = {
    # how a run goes, and how much it says
    *("json", "quiet", "verbose", "log", "disclosure_log", "wait", "limits"),
    *("strict", "show"),
    *("if_changed", "check_only", "sign_off"),
    # where things lie; files that are read count by their content, as inputs
    *("config", "file", "output", "workbooks", "previous", "templates", "word_template"),
    # said in other words, or not permitted at all
    *("as_of", "quarter", "allow_public"),
}
_READERS = ("python-calamine",)
_DRAWN_BY = {
    "html": ("jinja2",),
    "md": ("jinja2", "matplotlib"),
    "docx": ("matplotlib", "python-docx"),
    "pdf": ("jinja2", "matplotlib", "typst"),
    "xlsx": ("openpyxl",),
}


@record
class Origin:
    """What a run would make a report from, as far as that is known before a workbook is opened."""

    options: Mapping[str, object]
    inputs: tuple[Input, ...]
    versions: Mapping[str, str]
    folders: tuple[Path, ...]

    def complete(self, scope: str, found: Iterable[Input]) -> dict[str, Any]:
        """Return what the manifest says; `found` are the inputs that only reading tells of."""
        whole = {
            "options": {"scope": scope, **self.options},
            "inputs": [self._name(each) for each in (*self.inputs, *found)],
            "versions": self.versions,
        }
        return cast("dict[str, Any]", json.loads(json.dumps(whole, default=str)))

    def _name(self, found: Input) -> Input:
        """Return an input as the manifest names it: a public edition names no file of ours."""
        is_public = self.options["audience"] == "public"
        is_named = not is_public or found["role"] in (_LOGO, _SIGN_OFF, _EDITION)
        return found if is_named else {**found, "file": ""}

    def look_up(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Yield those inputs of an earlier build that only reading tells of, as they are now."""
        for known in inputs:
            if known["role"] == _LOGO:
                yield self.find_logo(str(known["file"]))

    def find_logo(self, name: str) -> Input:
        """Return the logo of a name that a workbook gives."""
        from auditreport.reading.beside import find_beside

        return _input(_LOGO, name, find_beside(name, self.folders))


def find_origin(flags: BuildFlags, source: Source) -> Origin:
    """Return what a run would make a report from.

    It is found before anything is read: a file that changes after that is taken for changed.
    """
    return Origin(
        options=_list_options(flags, source.settings, source.day),
        inputs=tuple(_list_inputs(source)),
        versions=_list_versions(source.settings.formats),
        folders=tuple(dict.fromkeys(path.parent for path in source.workbooks)),
    )


def describe_making(
    origin: Origin, reading: Reading, figures: Figures, sign_offs: Iterable[SignOff] = ()
) -> Making:
    """Return what the manifest says of a report that was made, beside its sign-offs."""
    signed: list[Input] = [
        {"role": _SIGN_OFF, "file": sign_off.file, "sha256": sign_off.sha256}
        for sign_off in sign_offs
    ]
    found = Counter(str(problem.severity) for problem in figures.problems)
    return Making(
        made_from=origin.complete(figures.scope, [*_list_found(origin, reading), *signed]),
        problems={severity: found[severity] for severity in Severity},
    )


def list_sign_offs(folder: Path, report: str) -> Iterator[Input]:
    """Yield the sign-offs that a report in a folder would be compared with."""
    for path in find_signed_files(folder, report):
        yield _input(_SIGN_OFF, path.name, path)


def _list_found(origin: Origin, reading: Reading) -> Iterator[Input]:
    """Yield what reading told of: a logo is the one that was shown, whatever lies there now."""
    name = reading.data.settings.logo if reading.data else ""
    if name and reading.logo:
        yield {"role": _LOGO, "file": name, "sha256": digest(reading.logo.data)}
    elif name:
        yield origin.find_logo(name)


def _list_options(flags: BuildFlags, settings: Settings, day: date | None) -> dict[str, object]:
    """Return every option that the report depends on; what the settings say holds for flags too."""
    chosen = {
        field.name: getattr(record, field.name)
        for record in (flags, settings)
        for field in fields(record)
        if field.name not in _LEAVES_THE_REPORT_ALONE
    }
    mapping = json.dumps(asdict(chosen.pop("mapping")), sort_keys=True)
    chosen["audience"] = settings.audience
    return {
        **chosen,
        "as_of": day.isoformat() if day else None,
        "mapping": digest(mapping.encode()),
    }


def _list_inputs(source: Source) -> Iterator[Input]:
    from auditreport.reading.beside import find_narrative
    from auditreport.template_folder import find_templates

    settings = source.settings
    for path in source.workbooks:
        yield _input("workbook", path.name, path, settings.limits)
    for path in find_narrative(source.workbooks):
        yield _input("narrative", path.name, path)
    if settings.previous:
        yield _input(PREVIOUS_YEAR, settings.previous.name, settings.previous, settings.limits)
    if settings.templates:
        for name, path in find_templates(settings.templates).items():
            yield _input("template", name, path)
    if settings.word_template:
        yield _input("Word template", settings.word_template.name, settings.word_template)


def _input(role: str, name: str, path: Path | None, limits: Limits | None = None) -> Input:
    return {"role": role, "file": name, "sha256": digest_file(path, limits) if path else None}


def digest_file(path: Path, limits: Limits | None = None) -> str | None:
    """Return the SHA-256 of a file; None for one that cannot be read, as reading it will say."""
    from auditreport.reading.guards import read_file
    from auditreport.reading.limits import DEFAULT_LIMITS
    from auditreport.reading.refusal import Refusal

    try:
        return digest(read_file(path, limits or DEFAULT_LIMITS))
    except Refusal:
        return None


def _list_versions(formats: Iterable[str]) -> dict[str, str]:
    """Return the versions of all that has a part in the report, without importing any of it."""
    from importlib.metadata import PackageNotFoundError, version

    found = {"auditreport": __version__, "Python": ".".join(map(str, sys.version_info[:3]))}
    for name in sorted({*_READERS, *(name for form in formats for name in _DRAWN_BY[form])}):
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # the format that needs it will say so
            found[name] = ""
    return found
