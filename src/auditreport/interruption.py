"""Stopping a run from outside, at those moments alone at which it leaves nothing half done."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# Windows knows the third, all other systems the last: a terminal that was closed.
_SIGNALS = {"SIGINT": 130, "SIGTERM": 143, "SIGBREAK": 130, "SIGHUP": 143}


class Interrupted(BaseException):
    """The run was stopped from the keyboard, or by the system; `exit_status` says by which.

    No KeyboardInterrupt, for libraries take that for a reason to linger, or to end with 130.
    """

    def __init__(self, exit_status: int) -> None:
        super().__init__()
        self.exit_status = exit_status


class _Gate:
    """Whether a signal may stop the run now; one that may not waits until it may."""

    def __init__(self) -> None:  # dataclasses would delay the start of the process that reads
        self.is_open = True
        self.waiting: int | None = None
        self.has_stopped = False

    def knock(self, exit_status: int) -> None:
        """Stop the run with an exit status, once: what is cleared away then is left in peace."""
        if not self.is_open:
            self.waiting = exit_status
        elif not self.has_stopped:
            self.has_stopped = True
            raise Interrupted(exit_status)

    @contextmanager
    def set_to(self, is_open: bool) -> Iterator[None]:
        before, self.is_open = self.is_open, is_open
        try:
            if is_open and self.waiting is not None:
                self.knock(self.waiting)
            yield
        finally:
            self.is_open = before


_gate = _Gate()


@contextmanager
def listening() -> Iterator[None]:
    """Let the signals that end a program raise Interrupted; one that is ignored stays so.

    Afterwards the run has ended, and none of them changes any more how it did.
    """
    numbers = {getattr(signal, name, None): status for name, status in _SIGNALS.items()}
    heard = [n for n in numbers if n is not None and signal.getsignal(n) is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, _make_handler(numbers[number]))
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_IGN)


def _make_handler(exit_status: int) -> signal._HANDLER:
    def handle(_number: int, _frame: FrameType | None) -> None:
        _gate.knock(exit_status)

    return handle


@contextmanager
def held_back() -> Iterator[None]:
    """Let no signal in between steps that belong together, such as the taking of a lock."""
    with _gate.set_to(is_open=False):
        yield


@contextmanager
def let_through() -> Iterator[None]:
    """Let signals in again, inside `held_back`; one that came meanwhile stops the run here."""
    with _gate.set_to(is_open=True):
        yield
