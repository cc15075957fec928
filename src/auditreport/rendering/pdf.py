"""The report as a tagged PDF, set by typst."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from auditreport.errors import UsageFault
from auditreport.rendering.in_threads import run_in_threads
from auditreport.rendering.layout import Report
from auditreport.rendering.options import NOTHING_GIVEN, RenderOptions
from auditreport.rendering.templates import render_template

if TYPE_CHECKING:
    from typst import Fonts

_STANDARD: Literal["ua-1"] = "ua-1"  # PDF/UA-1, ISO 14289-1: typst refuses what does not keep to it
_QUOTED = re.compile(
    r"`[^`]*`|\"[^\"]*\"|(?<=panicked with: ).*|(?<=assertion failed: ).*", re.DOTALL
)


def render_pdf(report: Report, options: RenderOptions = NOTHING_GIVEN) -> dict[str, bytes]:
    """Return the document by its file name.

    Raises UsageFault where typst is not installed, or cannot set a council's own templates.
    """
    text = render_template(report, "typst", ".typ.j2", options.templates)
    with _blaming(options):
        return {f"{report.name}.pdf": _compile(text)}


@contextmanager
def _blaming(options: RenderOptions) -> Iterator[None]:
    """Turn what typst cannot set into a fault of the council's own templates, where it has any."""
    try:
        yield
    except RuntimeError as error:  # TypstError, which can be named only where typst is installed
        if not any(file.name.startswith("typst/") for file in options.templates):
            raise
        said = _QUOTED.sub("…", str(getattr(error, "message", error)))  # it may quote a cell
        raise UsageFault(f"The templates in typst/ cannot be set: {said}.") from error


def _compile(text: str) -> bytes:
    """Set a typst document; the same text gives the same bytes on every machine."""
    try:
        from typst import Compiler  # 80 MB, so that only those have it who want the PDF
    except ImportError:
        raise UsageFault(
            'The PDF needs a part that is not installed:  pip install "auditreport[pdf]"'
        ) from None
    compiler = Compiler(text.encode(), font_paths=_find_fonts())
    (document,) = run_in_threads(
        [lambda: compiler.compile(format="pdf", pdf_standards=_STANDARD, timestamp=0)]
    )
    assert isinstance(document, bytes)
    return document


def _find_fonts() -> Fonts:
    """Return the fonts that matplotlib brings along, none of the machine's own."""
    from typst import Fonts

    found = find_spec("matplotlib")  # found, not imported, which would cost half a second
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    return Fonts(include_system_fonts=False, font_paths=[str(folder)])
