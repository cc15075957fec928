"""Finding and running Jinja templates; the only user of jinja2."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, FunctionLoader, PrefixLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from auditreport.errors import UsageFault
from auditreport.rendering.blocks import (
    Bars,
    Facts,
    HeatMap,
    Table,
)
from auditreport.rendering.layout import Report
from auditreport.rendering.options import GivenFile
from auditreport.rendering.palette import find_shade
from auditreport.rendering.tables import is_unbroken, pipe_table
from auditreport.rendering.template_faults import UnknownName, raise_fault
from auditreport.rendering.text import escape_markdown, escape_typst, show_invisible
from auditreport.shipped import find_shipped

_CSS_MARKS = re.compile(r"[^A-Za-z0-9 ]")


def find_templates() -> Path:
    """Return the folder of the templates that come with the program."""
    return find_shipped("templates")


def render_template(
    report: Report, form: str, suffix: str, given: tuple[GivenFile, ...] = ()
) -> str:
    """Run a form's page template, such as `markdown/page.md.j2`, over a report.

    `given` are a council's own, which win over ours of the same name. What is wrong in one of
    them is a UsageFault.
    """
    own = _own_templates(form, given)
    environment = _environment(form, _FINALIZERS[form], given)
    try:
        return environment.get_template(f"page{suffix}").render(report=report)
    except Exception as error:
        known = {
            "template": [*_names_of_ours(form), *own],
            "filter": [*environment.filters],
            "test": [*environment.tests],
        }
        raise_fault(error, {f"{form}/{name}" for name in own}, known)


def _names_of_ours(form: str) -> list[str]:
    names = sorted(path.name for path in (find_templates() / form).iterdir())
    return [*names, *(f"bundled/{name}" for name in names)]


def _own_templates(form: str, given: tuple[GivenFile, ...]) -> Mapping[str, str]:
    """Return the text of a council's templates for a form by their names in its folder."""
    folder = f"{form}/"
    return {
        file.name.removeprefix(folder): _read_text(file)
        for file in given
        if file.name.startswith(folder)
    }


def _read_text(file: GivenFile) -> str:
    try:
        return file.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageFault(
            f"{file.name} is not UTF-8 text: in Notepad choose Save as, Encoding UTF-8."
        ) from None


def _build_loader(form: str, given: tuple[GivenFile, ...]) -> BaseLoader:
    """Return what finds a council's template first, else ours, and ours by `bundled/` always."""
    own = _own_templates(form, given)

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (own[name], f"{form}/{name}", lambda: True) if name in own else None

    ours = FileSystemLoader(find_templates() / form, encoding="utf-8")
    return ChoiceLoader([FunctionLoader(load), ours, PrefixLoader({"bundled": ours})])


class _Environment(ImmutableSandboxedEnvironment):
    """Asks once what templates may have of a kind of object: a report has a great many of few.

    The answer follows from the object's type and the name, whatever the value.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._safe: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        asked = type(obj), attr
        if asked not in self._safe:
            self._safe[asked] = super().is_safe_attribute(obj, attr, value)
        return self._safe[asked]


@lru_cache(maxsize=8)
def _environment(
    form: str, finalize: Callable[[object], object], given: tuple[GivenFile, ...]
) -> _Environment:
    # Escaping is on for every template, whatever its suffix; undefined names stop the run.
    environment = _Environment(
        loader=_build_loader(form, given),
        autoescape=True,
        undefined=UnknownName,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["shade"] = find_shade
    environment.filters["pipe_table"] = _pipe_table
    environment.filters["link_target"] = _link_target
    environment.filters["one_line"] = _one_line
    environment.filters["css_text"] = _css_text
    environment.tests["unbroken"] = is_unbroken
    return environment


def _pipe_table(block: Table | Bars | HeatMap | Facts) -> Markup:
    return Markup(pipe_table(block))  # its cells are escaped one by one


def _link_target(target: str) -> Markup:
    return Markup(quote(target, safe="/:?=&#%@+,;~.-_"))


def _one_line(text: str) -> Markup:
    """Escape text for an image's alternative text or title, where no line may break."""
    return Markup(escape_markdown(" ".join(show_invisible(text).split())).replace('"', "&quot;"))


def _css_text(text: str) -> Markup:
    """Write text as a string of a style sheet, all but plain letters and figures by number."""
    shown = " ".join(show_invisible(text).split())
    return Markup('"' + _CSS_MARKS.sub(lambda found: f"\\{ord(found[0]):06x} ", shown) + '"')


def _html_text(value: object) -> object:
    return show_invisible(value) if isinstance(value, str) and not _is_markup(value) else value


def _markdown_text(value: object) -> object:
    if _is_markup(value):
        return value
    return Markup(escape_markdown(str(value)).replace("\n", "<br>"))  # escaped for Markdown instead


def _typst_text(value: object) -> object:
    return value if _is_markup(value) else Markup(escape_typst(str(value)))


def _is_markup(value: object) -> bool:
    return hasattr(value, "__html__")


_FINALIZERS: dict[str, Callable[[object], object]] = {
    "html": _html_text,
    "markdown": _markdown_text,
    "typst": _typst_text,
}
