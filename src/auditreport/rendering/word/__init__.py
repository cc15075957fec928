"""The report as an editable Word document; the only user of python-docx."""

from __future__ import annotations

from auditreport.errors import UsageFault
from auditreport.rendering.layout import Report
from auditreport.rendering.options import RenderOptions

_MISSING = (
    'Word documents need python-docx, which is not installed:  pip install "auditreport[word]"'
)


def render_word(report: Report, options: RenderOptions) -> dict[str, bytes]:
    """Return the document by its file name.

    Raises UsageFault where python-docx is not installed, FileFault for a template that cannot be
    used.
    """
    try:
        from auditreport.rendering.word.document import build_document  # slow to import
    except ModuleNotFoundError as missing:
        if missing.name not in ("docx", "lxml"):
            raise
        raise UsageFault(_MISSING) from None
    return {f"{report.name}.docx": build_document(report, options.word_template)}
