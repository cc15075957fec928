"""Work that heeds no signal, done in threads that a run which is stopped need not wait for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Thread
from typing import TypeVar

_PACE = 0.2  # seconds
_T = TypeVar("_T")


def run_in_threads(tasks: Sequence[Callable[[], _T]]) -> list[_T]:
    """Return what tasks return, each done in a thread of its own; raises what one raised."""
    results: dict[int, _T] = {}
    faults: list[BaseException] = []

    def work(number: int) -> None:
        try:
            results[number] = tasks[number]()
        except BaseException as fault:  # a panic in a library is not an Exception
            faults.append(fault)

    threads = [Thread(target=work, args=(n,), daemon=True) for n in range(len(tasks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            thread.join(_PACE)  # without a limit, Windows would not be interrupted
    for fault in faults:
        raise fault
    return [results[number] for number in range(len(tasks))]
