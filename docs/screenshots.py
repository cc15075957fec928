"""Takes the picture of the sample report that stands in these documents, with a Chromium.

python docs/screenshots.py                  docs/images/report.png
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from auditreport import analyse, read, render, write
from auditreport.shipped import find_shipped

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_PICTURE = Path(__file__).parent / "images" / "report.png"
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")


def main() -> None:
    """Build the sample report and photograph it."""
    browser = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser is None:
        sys.exit("There is no Chromium here.")
    reading = read(find_shipped("sample_data/rutland-2016-17.xlsx"))
    with tempfile.TemporaryDirectory() as scratch:
        pages = write(render(analyse(reading), logo=reading.logo, formats=["html"]), scratch)
        options = (f"--user-data-dir={scratch}/profile", f"--screenshot={_PICTURE}")
        command = [browser, *_FLAGS, "--window-size=1280,1180", *options, pages[0].as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=60)


if __name__ == "__main__":
    main()
