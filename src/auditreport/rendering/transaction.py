"""A set of files put into a folder whole or not at all, with a journal to undo what was cut off."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from auditreport.interruption import held_back, let_through
from auditreport.manifest import is_inside
from auditreport.records import record
from auditreport.rendering.in_threads import run_in_threads

JOURNAL = "journal.json"
_WAITS = (0.05, 0.1, 0.2, 0.4)  # seconds
_AT_ONCE = 8  # a disk takes as long for many files as for one, if it is asked for them together


@record
class Transaction:
    """Files on their way into `folder`; `work` is a folder inside it, for this purpose alone.

    Until the journal is written nothing outside `work` is touched. From then on, until it is
    removed, whoever finds it takes the earlier files back from `work`/old.
    """

    folder: Path
    work: Path

    def put(self, files: Mapping[str, bytes], drop: Sequence[str]) -> None:
        """Write the files and remove those to be dropped; on any failure nothing has changed."""
        with held_back():
            try:
                with let_through():
                    self._prepare(files, drop)
                    self._move(files, drop)
                self._commit()
            except BaseException:
                self.undo()
                raise
            self._remove_empty(drop)
            shutil.rmtree(self.work, ignore_errors=True)

    def undo(self) -> None:
        """Take the earlier files back where a journal says so, then clear the work away."""
        journal = self.work / JOURNAL
        if journal.exists():
            touched = json.loads(journal.read_bytes())
            new, earlier = (self._inside(touched[key]) for key in ("new", "earlier"))
            for name in new:
                (self.folder / name).unlink(missing_ok=True)
            for name in earlier:
                self._take_back(name)
            self._remove_empty(new)
            self._commit()
        shutil.rmtree(self.work, ignore_errors=True)

    def _inside(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if is_inside(self.folder, name)]

    def _prepare(self, files: Mapping[str, bytes], drop: Sequence[str]) -> None:
        shutil.rmtree(self.work, ignore_errors=True)
        _write_through({self.work / "new" / name: data for name, data in files.items()})
        touched = [*files, *drop]
        earlier = [name for name in touched if (self.folder / name).exists()]
        for name in earlier:
            _keep(self.folder / name, self.work / "old" / name)
        new = [name for name in touched if name not in earlier]
        journal = json.dumps({"new": new, "earlier": earlier}).encode()
        _write_through({self.work / "journal.part": journal})
        (self.work / "journal.part").replace(self.work / JOURNAL)
        _flush_folder(self.work)

    def _move(self, files: Iterable[str], drop: Sequence[str]) -> None:
        moves = [(self.work / "new" / name, self.folder / name) for name in files]
        for _, target in moves:
            target.parent.mkdir(parents=True, exist_ok=True)
        # From here until the last move a kill leaves new files beside old ones: be quick.
        for source, target in moves:
            _replace(source, target)
        for name in drop:
            (self.folder / name).unlink()
        _flush_folder(self.folder)

    def _commit(self) -> None:
        (self.work / JOURNAL).unlink()
        _flush_folder(self.work)

    def _take_back(self, name: str) -> None:
        """Put an earlier file back, but for one that was put back before or never left.

        On Windows, what another program holds open cannot be replaced, not even by itself.
        """
        kept, place = self.work / "old" / name, self.folder / name
        if kept.exists() and not _is_same(kept, place):
            _replace(kept, place)

    def _remove_empty(self, names: Iterable[str]) -> None:
        parents = {(self.folder / name).parent for name in names} - {self.folder}
        for parent in parents:
            with suppress(OSError):
                parent.rmdir()


def _write_through(files: Mapping[Path, bytes]) -> None:
    """Write files and wait until the disk has them, so that a full disk shows itself here."""
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    paths = [*files]
    run_in_threads([partial(_flush, paths[n::_AT_ONCE]) for n in range(min(_AT_ONCE, len(paths)))])


def _flush(paths: Iterable[Path]) -> None:
    for path in paths:
        with path.open("r+b") as file:
            os.fsync(file.fileno())


def _replace(source: Path, target: Path) -> None:
    """Move a file; on Windows a scanner may hold the one in its place for a moment: try again."""
    for seconds in _WAITS if sys.platform == "win32" else ():
        with suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(seconds)
    source.replace(target)


def _keep(path: Path, kept: Path) -> None:
    """Keep an earlier file: a second name costs nothing; file systems without links get a copy."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)


def _is_same(kept: Path, place: Path) -> bool:
    """Return whether an earlier file is still in its place, under two names or as a copy."""
    return place.exists() and (place.samefile(kept) or place.read_bytes() == kept.read_bytes())


def _flush_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk, where the system has a way to ask for it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
