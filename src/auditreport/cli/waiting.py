"""Waiting for an output folder that another run holds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from auditreport.cli.console import announce
from auditreport.errors import FolderBusy
from auditreport.messages import count_of

_PACE = 0.1  # seconds


@contextmanager
def hold_when_free(folder: Path, seconds: int, *, is_quiet: bool) -> Iterator[None]:
    """Hold the output folder as soon as it is free; say once that this takes a while.

    Raises FolderBusy where it is still held after so many seconds.
    """
    from auditreport.rendering.output import hold_output

    deadline = time.monotonic() + seconds
    is_said = is_quiet
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(hold_output(folder))
                break
            except FolderBusy:
                if time.monotonic() >= deadline:
                    raise
            if not is_said:
                most = count_of(seconds, "second")
                announce(f"Another run is writing into {folder}: waiting for up to {most}.")
                is_said = True
            time.sleep(_PACE)
        yield
