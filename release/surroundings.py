"""Runs the tests in surroundings that differ: order, no network, locales, time zones.

python release/surroundings.py [NAME …] [-- WORDS FOR PYTEST]     all of them, the whole suite
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import TZPATH

ROOT = Path(__file__).parents[1]
_LANGUAGES = "/usr/share/i18n/locales"
_ALONE = 'ip link set lo up 2>/dev/null; exec "$@"'  # the machine can still be reached from itself


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What is set around a run: variables, a locale to be made first, and no network."""

    variables: Mapping[str, str] = field(default_factory=dict)
    locale: tuple[str, str] | None = None
    is_offline: bool = False
    seed: int = 1


SURROUNDINGS: Mapping[str, Surrounding] = {
    "order-1": Surrounding(seed=20160401),
    "order-2": Surrounding(seed=20170331),
    "order-3": Surrounding(seed=4294967295),
    "offline": Surrounding(is_offline=True),
    "plain-c": Surrounding({"LC_ALL": "C"}),
    "turkish": Surrounding(locale=("tr_TR", "UTF-8")),  # where an upper i has a dot
    "windows-1252": Surrounding({"PYTHONUTF8": "0"}, locale=("en_GB", "CP1252")),
    "kiritimati": Surrounding({"TZ": "Pacific/Kiritimati"}),  # a day ahead of
    "pago-pago": Surrounding({"TZ": "Pacific/Pago_Pago"}),  # this one
}


def main(words: Sequence[str]) -> int:
    """Run, and say how each surrounding ended; return the exit status."""
    cut = words.index("--") if "--" in words else len(words)
    names, asked = words[:cut] or list(SURROUNDINGS), words[cut + 1 :]
    unknown = [name for name in names if name not in SURROUNDINGS]
    if unknown:
        print(f"{', '.join(unknown)}: known are {', '.join(SURROUNDINGS)}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        ended = {name: run(name, asked, Path(scratch)) for name in names}
    print(*(f"{name}: {said}" for name, (_, said) in ended.items()), sep="\n")
    return 0 if all(is_sound for is_sound, _ in ended.values()) else 1


def run(name: str, asked: Sequence[str], scratch: Path) -> tuple[bool, str]:
    """Run the tests in a surrounding; return whether they passed, and how they ended in words."""
    around = SURROUNDINGS[name]
    missing = find_missing(around)
    if missing:
        return True, f"cannot be made here, for there is no {missing}"
    began = time.monotonic()
    print(f"== {name}", flush=True)
    command, variables = build_command(around, asked), build_variables(around, scratch)
    status = subprocess.run(command, env=variables, cwd=ROOT, check=False).returncode
    minutes = (time.monotonic() - began) / 60
    return status == 0, f"{'passed' if status == 0 else 'FAILED'} in {minutes:.1f} minutes"


def find_missing(around: Surrounding) -> str:
    """Return what this machine lacks to make a surrounding; empty if it has all."""
    if around.is_offline and not _can_go_offline():
        return "unshare that may part a program from the network"
    if around.locale and not _can_make(around.locale[0]):
        return f"localedef that makes {around.locale[0]}"
    zone = around.variables.get("TZ", "")
    if zone and not any(Path(place, zone).is_file() for place in TZPATH):
        return f"time zone {zone}"
    return ""


def _can_make(language: str) -> bool:
    return shutil.which("localedef") is not None and Path(_LANGUAGES, language).is_file()


def _can_go_offline() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def build_command(around: Surrounding, asked: Sequence[str]) -> list[str]:
    """Return the command that runs the tests."""
    command = [sys.executable, "-m", "pytest", "-q", f"--randomly-seed={around.seed}", *asked]
    return ["unshare", "-rn", "sh", "-c", _ALONE, "sh", *command] if around.is_offline else command


def build_variables(around: Surrounding, scratch: Path) -> dict[str, str]:
    """Return the environment; a locale is made in a folder of its own, not in the system's."""
    variables = {**os.environ, **around.variables}
    if around.locale:
        language, letters = around.locale
        name = f"{language}.{letters}"
        made = ["localedef", "-i", language, "-f", letters, str(scratch / name)]
        subprocess.run(made, stderr=subprocess.DEVNULL, check=False)  # warnings end it with 1
        variables |= {"LOCPATH": str(scratch), "LC_ALL": name}
    return variables


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
