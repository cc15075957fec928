"""Showing a report that was just written in the browser."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from auditreport.errors import UsageFault

_SHOWN = ("html", "pdf")  # what a browser shows, the best first


def check_showable(formats: Iterable[str]) -> None:
    """Raise UsageFault where no format that will be written is one for a browser."""
    if not set(_SHOWN).intersection(formats):
        raise UsageFault(f"--open shows {' or '.join(_SHOWN)}: name one of them with --format.")


def show_report(outputs: Iterable[Path]) -> tuple[str, ...]:
    """Open the report in the browser; return what is to be said where that fails."""
    import webbrowser

    written = {path.suffix: path for path in outputs}
    page = next(written[f".{form}"] for form in _SHOWN if f".{form}" in written)
    try:
        is_shown = webbrowser.open(page.absolute().as_uri())
    except webbrowser.Error:
        is_shown = False
    return () if is_shown else (f"No browser could be opened here: open {page} yourself.",)
