"""Takes the pictures of these documents from the sample report, with a Chromium.

python docs/screenshots.py                  into docs/images
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
_SIZES = {"report.png": (1100, 1250)}  # in pixels, from the top left of the page


def main() -> None:
    """Build the sample report and photograph it."""
    browser = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser is None:
        sys.exit("There is no Chromium here.")
    reading = read(find_shipped("sample_data/rutland-2016-17.xlsx"))
    with tempfile.TemporaryDirectory() as scratch:
        pages = write(render(analyse(reading), logo=reading.logo, formats=["html"]), scratch)
        for name, (width, height) in _SIZES.items():
            picture = Path(__file__).parent / "images" / name
            flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
            size = f"--window-size={width},{height}"
            profile = f"--user-data-dir={scratch}/profile"
            command = [browser, *flags, size, profile, f"--screenshot={picture}", pages[0].as_uri()]
            subprocess.run(command, check=True, capture_output=True, timeout=60)


if __name__ == "__main__":
    main()
