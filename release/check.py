"""Builds the wheel and the source archive twice, and checks what would be handed out.

python release/check.py [FOLDER]            both are left in FOLDER
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
_NOT_SOURCES = shutil.ignore_patterns(
    *(".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "node_modules"),
    *("build", "dist", "report", "site"),
)
_SAMPLE = ROOT / "sample_data/rutland-2016-17.xlsx"
_OWN = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
_KINDS = {".css", ".j2", ".json", ".md", ".py", ".typ", ".typed", ".xlsx", ".xml"}
_THAT_DAY = "1704067200"  # any will do: a build that took today's would differ tomorrow


def main(words: list[str]) -> int:
    """Build, check and say what is wrong; return the exit status."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(*words) if words else Path(scratch, "handed-out")
        built = build_files(ROOT, folder)
        copy = shutil.copytree(ROOT, Path(scratch, "elsewhere"), ignore=_NOT_SOURCES)
        again = build_files(copy, Path(scratch, "again"), "--sdist", "--wheel")
        faults = [*find_differences(built, again), *find_faults(built)]
    print(*(faults or [f"{path.name} is as it should be." for path in built]), sep="\n")
    return 1 if faults else 0


def build_files(source: Path, folder: Path, *parts: str) -> list[Path]:
    """Build into an empty folder; return the wheel and the source archive.

    Unless parts are named, the wheel is made from the archive, so that this has to be complete.
    """
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", *parts, f"--outdir={folder}", source],
        env={**os.environ, "SOURCE_DATE_EPOCH": _THAT_DAY},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return sorted(folder.iterdir())


def find_differences(built: Iterable[Path], again: Iterable[Path]) -> Iterator[str]:
    """Yield which files are not the same, byte for byte, when they are built again elsewhere."""
    for one, other in zip(built, again, strict=True):
        if (one.name, one.read_bytes()) != (other.name, other.read_bytes()):
            yield f"{one.name} is another when it is built again, in a copy of the sources."


def find_faults(built: list[Path]) -> Iterator[str]:
    """Yield what is wrong with the wheel and the source archive."""
    wheel = next(path for path in built if path.suffix == ".whl")
    if not _runs("twine", "check", "--strict", *map(str, built)):
        yield "twine finds fault."
    if not _runs("check_wheel_contents", str(wheel)):
        yield "check-wheel-contents finds fault."
    yield from find_unexpected(list_wheel(wheel), list_sources())


def _runs(module: str, *words: str) -> bool:
    return subprocess.run([sys.executable, "-m", module, *words], check=False).returncode == 0


def find_unexpected(held: set[str], wanted: set[str]) -> Iterator[str]:
    """Yield what a wheel lacks, and what it holds beyond that or of a kind not known here."""
    yield from (f"The wheel lacks {name}." for name in sorted(wanted - held))
    yield from (f"The wheel should not hold {name}." for name in sorted(held - wanted))
    kinds = {PurePosixPath(name).suffix for name in wanted}
    yield from (f"What is {kind} in the wheel for?" for kind in sorted(kinds - _KINDS))


def list_wheel(wheel: Path) -> set[str]:
    """Return the names of what a wheel holds, but for the five files on the wheel itself."""
    name, version = wheel.name.split("-")[:2]
    with zipfile.ZipFile(wheel) as packed:
        return set(packed.namelist()) - {f"{name}-{version}.dist-info/{own}" for own in _OWN}


def list_sources() -> set[str]:
    """Return the names that the files of these sources have in a wheel."""
    sources = [*(ROOT / "src/auditreport").rglob("*"), *(ROOT / "templates").rglob("*"), _SAMPLE]
    return {
        f"auditreport/{path.relative_to(ROOT).as_posix()}".replace("auditreport/src/", "")
        for path in sources
        if path.is_file() and path.suffix != ".pyc" and not _is_hidden(path.relative_to(ROOT))
    }


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
