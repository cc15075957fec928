"""Finding and driving a headless Chromium: a page in, its measures or its print out."""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--hide-scrollbars", "--virtual-time-budget=4000"),
)


def find_browser() -> str:
    """Return the path of a Chromium; without one skip, but fail where CI is `true`."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no Chromium was found, and CI must run these tests", pytrace=False)
    if found is None:
        pytest.skip("no Chromium was found")
    return found


def print_page(page: str, folder: Path) -> bytes:
    """Return the PDF that the browser prints a page as, on the paper that the page asks for."""
    file, pdf = folder / "page.html", folder / "page.pdf"
    file.write_text(page, encoding="utf-8")
    options = (f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer")
    command = [find_browser(), *_QUIET, *options, f"--print-to-pdf={pdf}", file.as_uri()]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    return pdf.read_bytes()


def measure_page(page: str, script: str, folder: Path, *flags: str) -> Any:
    """Open a page and return what a script makes of it.

    The script is a JavaScript function's body, asynchronous if it likes, that returns a value.
    """
    file = folder / "page.html"
    file.write_text(
        f"{page}<script>{_HARNESS.replace('SCRIPT', script)}</script>", encoding="utf-8"
    )
    done = subprocess.run(
        [
            *(find_browser(), *_QUIET, *flags),
            *(f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()),
        ],
        capture_output=True,
        timeout=60,
        check=True,
    )
    _, found, rest = done.stdout.decode().partition('<pre id="measured">')
    assert found, done.stderr.decode()
    return json.loads(html.unescape(rest.partition("</pre>")[0]))


_HARNESS = """
(async () => {
  const measured = await (async () => { SCRIPT })();
  const pre = document.createElement("pre");
  pre.id = "measured";
  pre.textContent = JSON.stringify(measured);
  document.body.append(pre);
})();
"""
