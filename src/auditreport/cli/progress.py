"""One line on a terminal that says what a long run is at, gone when the run ends."""

from __future__ import annotations

import sys
from contextlib import suppress
from threading import Event, Thread
from typing import TextIO

_PATIENCE = 1.0  # seconds: a run that is over sooner needs no such line
_PACE = 0.2


class Progress:
    """Says on standard error what is being done, where that is a terminal and it takes long."""

    def __init__(self, *, wanted: bool, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._words = ""
        self._ended = Event()
        is_seen = wanted and self._stream is not None and self._stream.isatty()
        self._thread = Thread(target=self._show, daemon=True) if is_seen else None

    def say(self, words: str) -> None:
        """Tell what is done from here on, such as `reading`."""
        self._words = words

    def __enter__(self) -> Progress:
        if self._thread:
            self._thread.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self._ended.set()
        if self._thread:
            self._thread.join()

    def _show(self) -> None:
        if self._ended.wait(_PATIENCE):
            return
        widest = 0
        with suppress(OSError, ValueError):  # a terminal that has gone is told nothing
            while True:
                line = f"{self._words} ..."
                widest = max(widest, len(line))
                self._write(f"\r{line.ljust(widest)}")
                if self._ended.wait(_PACE):
                    break
            self._write(f"\r{' ' * widest}\r")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
