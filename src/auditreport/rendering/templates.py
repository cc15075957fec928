"""Finding and running Jinja templates; the only user of jinja2."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from auditreport.rendering.blocks import (
    Bars,
    Facts,
    HeatMap,
    Table,
)
from auditreport.rendering.layout import Report
from auditreport.rendering.palette import find_shade
from auditreport.rendering.tables import pipe_table
from auditreport.rendering.text import escape_markdown, show_invisible

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "templates", _PACKAGE.parents[1] / "templates")


def find_templates() -> Path:
    """Return the folder of templates: an installed package's own, else the checkout's."""
    return next(place for place in _PLACES if place.is_dir())


def render_template(report: Report, form: str, suffix: str) -> str:
    """Run a form's page template, such as `markdown/page.md.j2`, over a report."""
    environment = _environment(form, _FINALIZERS[form])
    return environment.get_template(f"page{suffix}").render(report=report)


@cache
def _environment(form: str, finalize: Callable[[object], object]) -> ImmutableSandboxedEnvironment:
    # Escaping is on for every template, whatever its suffix; undefined names stop the run.
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(find_templates() / form, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["shade"] = find_shade
    environment.filters["pipe_table"] = _pipe_table
    environment.filters["link_target"] = _link_target
    environment.filters["one_line"] = _one_line
    return environment


def _pipe_table(block: Table | Bars | HeatMap | Facts) -> Markup:
    return Markup(pipe_table(block))  # its cells are escaped one by one


def _link_target(target: str) -> Markup:
    return Markup(quote(target, safe="/:?=&#%@+,;~.-_"))


def _one_line(text: str) -> Markup:
    """Escape text for an image's alternative text or title, where no line may break."""
    return Markup(escape_markdown(" ".join(show_invisible(text).split())).replace('"', "&quot;"))


def _html_text(value: object) -> object:
    return show_invisible(value) if isinstance(value, str) and not _is_markup(value) else value


def _markdown_text(value: object) -> object:
    if _is_markup(value):
        return value
    return Markup(escape_markdown(str(value)).replace("\n", "<br>"))  # escaped for Markdown instead


def _is_markup(value: object) -> bool:
    return hasattr(value, "__html__")


_FINALIZERS: dict[str, Callable[[object], object]] = {
    "html": _html_text,
    "markdown": _markdown_text,
}
