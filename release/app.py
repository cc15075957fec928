"""Builds the folder that needs no Python, tries it, and packs it.

python release/app.py FOLDER            leaves auditreport/ and auditreport-….zip in FOLDER

What is packed is the auditreport that is installed here, with its extras, and this Python.
"""

from __future__ import annotations

import filecmp
import marshal
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

import auditreport
from auditreport.reader_process import AS_READER
from auditreport.reading.limits import DEFAULT_LIMITS
from auditreport.reading.wire import STARTED, build_frame

_SPEC = Path(__file__).with_name("auditreport.spec")
_SUFFIX = ".exe" if sys.platform == "win32" else ""
_ALL_FORMATS = ("build", "--format", "html,md,docx,pdf,xlsx")
_NEEDED = ("SYSTEMROOT", "TEMP")  # without these no program starts on Windows


def main(words: list[str]) -> None:
    """Build, try and pack."""
    folder = Path(*words).resolve()
    app = build_app(folder)
    try_app(app / f"auditreport{_SUFFIX}")
    name = f"auditreport-{auditreport.__version__}-{sys.platform}-{platform.machine().lower()}"
    print(shutil.make_archive(str(folder / name), "zip", folder, app.name))


def build_app(folder: Path) -> Path:
    """Return the folder of the program, made anew."""
    with tempfile.TemporaryDirectory() as scratch:
        places = (f"--distpath={folder}", f"--workpath={scratch}")
        options = ("--noconfirm", "--log-level=ERROR", *places)
        subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(_SPEC)], check=True)
    return folder / "auditreport"


def try_app(program: Path) -> None:
    """Make the sample's report with it, in every format; raises where it is not as it should be.

    It has no PATH and no Python there, and makes the same bytes as the auditreport installed here.
    """
    with tempfile.TemporaryDirectory() as scratch:
        ours, theirs = Path(scratch, "ours"), Path(scratch, "theirs")
        run([program, "new", theirs, "--sample"], Path(scratch))
        begun = time.perf_counter()
        run([program, "check"], theirs)
        print(f"It checks the sample in {time.perf_counter() - begun:.1f} s.")
        run([program, *_ALL_FORMATS], theirs)
        shutil.copytree(theirs, ours, ignore=shutil.ignore_patterns("report"))
        run([sys.executable, "-m", "auditreport", *_ALL_FORMATS], ours)
        check_same(ours / "report", theirs / "report")
    check_reader(program)


def run(command: Sequence[object], folder: Path) -> None:
    """Run a program in a folder with next to no environment."""
    settings = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    words = list(map(str, command))
    subprocess.run(words, cwd=folder, env=settings, check=True, capture_output=True)


def check_same(ours: Path, theirs: Path) -> None:
    """Raise where two folders do not hold the same files, byte for byte."""
    names = {path.relative_to(ours) for path in ours.rglob("*") if path.is_file()}
    also = {path.relative_to(theirs) for path in theirs.rglob("*") if path.is_file()}
    _, different, missing = filecmp.cmpfiles(ours, theirs, list(map(str, names)), shallow=False)
    if names != also or different or missing:
        raise SystemExit(f"Not the same: {different or names ^ also}")
    print(f"It makes the same {len(names)} files.")


def check_reader(program: Path) -> None:
    """Raise where it does not begin to read in a process of its own, when it is called for that."""
    request = marshal.dumps(([], astuple(DEFAULT_LIMITS)))
    with subprocess.Popen(
        [program, AS_READER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        reader.stdin.write(request)
        reader.stdin.flush()
        if reader.stdout.read() != build_frame(STARTED):
            raise SystemExit("It does not read in a process of its own.")
    print("It reads in a process of its own.")


if __name__ == "__main__":
    main(sys.argv[1:])
