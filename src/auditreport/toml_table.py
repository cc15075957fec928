"""A TOML file as tables whose keys and types are checked, with words for every fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from auditreport.errors import FileFault, UsageFault
from auditreport.records import record

_T = TypeVar("_T")
_NEAR_MISS = 0.8  # a council's own name may well share a word with one of ours


def read_toml(path: Path) -> Table:
    """Read a TOML file.

    Raises FileFault where it cannot be read, UsageFault where it is not TOML.
    """
    return Table(path.name, _parse(path.name, _read_text(path)))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the nearest known word, or all of them."""
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), by_folded, n=1)
    if close:
        return f"; did you mean '{by_folded[close[0]]}'?"
    return f"; known are {', '.join(by_folded.values())}."


@record
class Table:
    """A table of a TOML file; `name` is what faults call it. All look-ups raise UsageFault."""

    name: str
    entries: Mapping[str, object]

    def text(self, key: str, default: str = "") -> str:
        """Return a text, which is not empty and can be a path."""
        found = self._typed(key, str, "a text in quotation marks", default)
        return self._filled(key, found) if key in self.entries else found

    def words(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one."""
        given = self.entries.get(key, list(default))
        if isinstance(given, str):
            given = [given]
        if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
            raise self._wrong(key, "a list of texts, such as " + '["one", "two"]')
        return tuple(self._filled(key, word) for word in given)

    def truth(self, key: str, default: bool) -> bool:
        """Return true or false."""
        return self._typed(key, bool, "true or false, without quotation marks,", default)

    def number(self, key: str, default: int) -> int:
        """Return a whole number that is not negative."""
        expected = "a whole number, not negative and without quotation marks,"
        found = self._typed(key, int, expected, default)
        if isinstance(found, bool) or found < 0:
            raise self._wrong(key, expected)
        return found

    def day(self, key: str) -> str:
        """Return a day as text, be it written as a date of TOML's own; empty if there is none."""
        given = self.entries.get(key)
        return str(given) if type(given) is date else self.text(key)

    def table(self, key: str) -> Table:
        """Return a table inside this one; one that is not there is empty."""
        entries = self._typed(key, dict, f"a table, headed [{key}]", {})
        return Table(f"{self.name}, [{key}]", entries)

    def texts(self) -> dict[str, str]:
        """Return the whole table, where it holds texts alone."""
        return {key: self.text(key) for key in self.entries}

    def _typed(self, key: str, kind: type[_T], expected: str, default: _T) -> _T:
        given = self.entries.get(key, default)
        if not isinstance(given, kind):
            raise self._wrong(key, expected)
        return given

    def _filled(self, key: str, text: str) -> str:
        if not text or "\0" in text:
            raise self._wrong(key, "a text that is not empty, and without \\u0000,")
        return text

    def _wrong(self, key: str, expected: str) -> UsageFault:
        return UsageFault(f"{self.name}, {key}: {expected} is expected.")

    def check_keys(self, known: Iterable[str]) -> None:
        """Refuse a key that is not known, with the nearest one."""
        names = list(known)
        for key in self.entries:
            if key not in names:
                raise UsageFault(f"{self.name}: '{key}' is not a key{nearest(key, names)}")

    def check_near_misses(self, known: Iterable[str]) -> None:
        """Refuse a key that is close to a known one and yet another; any other may stand."""
        names = list(known)
        for key in self.entries:
            if key not in names and get_close_matches(
                key.casefold(), map(str.casefold, names), cutoff=_NEAR_MISS
            ):
                raise UsageFault(f"{self.name}: '{key}' is not a key{nearest(key, names)}")


def _read_text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise FileFault(f"{path} is not a file.")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FileFault(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageFault(
            f"{path.name} is not UTF-8 text: in Notepad choose Save as, Encoding UTF-8."
        ) from error


def _parse(name: str, text: str) -> dict[str, object]:
    import tomllib  # slow to import, and most folders have no settings file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fault = str(error)
        where = re.search(r" \(at (line \d+, column \d+|end of document)\)$", fault)
        place = f", {where[1]}" if where else ""
        what = fault[: where.start()] if where else fault
        advice = " (in a path write / for \\)" if "\\" in what or "hex" in what else ""
        raise UsageFault(f"{name}{place}: {what}{advice}.") from error
    except RecursionError as error:
        raise UsageFault(f"{name}: brackets are nested too deeply.") from error
