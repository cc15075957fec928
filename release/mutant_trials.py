"""A plugin of pytest that tries mutants, each in a fork of the process that found the tests.

The file that MUTANT_TRIALS names says how many at a time, and of each where its result goes.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import tempfile
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, islice
from pathlib import Path
from typing import IO, Any, TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from mutmut.mutation import trampoline

Work = TypeVar("Work")

_MEMORY = 6 * 1024**3  # bytes that a mutant may take: one that never ends a list is stopped by it
_MOST = 6.0  # seconds of tests, as measured without a mutant, that one mutant is tried on
_SLACK = 3  # seconds beyond these, and twice as many, until a mutant is one that never ends

settings.register_profile(
    "mutants",
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # nobody reads the failing example
)


@dataclass
class Tests:
    """What each test takes and enters without a mutant, and how many mutants it killed so far.

    A test that fails even so enters nothing.
    """

    files: list[str]
    seconds: list[float]
    entered: list[list[str]]
    killed: Counter[int] = field(default_factory=Counter)
    latest: dict[str, int] = field(default_factory=dict)

    def choose(self, function: str) -> tuple[list[int], int]:
        """Return the tests that enter a function, the most promising first, and their limit.

        That is the one that killed the function's mutant before, then those in the file named after
        the module, then those that are quick, that enter little else and that killed many.
        """
        file = f"_{function.split('.')[-2]}.py"
        numbers = (n for n, entered in enumerate(self.entered) if function in entered)
        latest = self.latest.get(function)
        order = sorted(
            numbers,
            key=lambda n: (n != latest, not self.files[n].endswith(file), self._cost(n)),
        )
        seconds = list(accumulate(self.seconds[number] for number in order))
        chosen = order[: max(1, bisect(seconds, _MOST))]
        return chosen, _SLACK + int(2 * sum(self.seconds[number] for number in chosen))

    def _cost(self, number: int) -> float:
        return self.seconds[number] * len(self.entered[number]) / (1 + self.killed[number])


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try the mutants, in place of running the tests."""
    plan = json.loads(Path(os.environ["MUTANT_TRIALS"]).read_text(encoding="utf-8"))
    _look_around()
    gc.freeze()  # what each fork would otherwise copy, only to find it still in use
    learnt = Path(plan["learnt"])
    if not learnt.exists():
        learnt.write_text(json.dumps(_learn(session, plan["jobs"])), encoding="utf-8")
    paths = [item.path.name for item in session.items]
    tests = Tests(paths, **json.loads(learnt.read_text(encoding="utf-8")))
    files: dict[str, str] = plan["mutants"]
    for mutant, killer in _try_mutants(session, tests, files, plan["jobs"]):
        with Path(files[mutant]).open("a", encoding="utf-8") as results:
            print(json.dumps([mutant, killer]), file=results)
    return True


@given(st.text())
def _look_around(_: str) -> None:
    """Let Hypothesis look at all sources now; it would at the start of each fork, for seconds."""


def _learn(session: pytest.Session, jobs: int) -> Mapping[str, Sequence[Any]]:
    """Run every test in a fork of its own, as for a mutant; return what it took and entered.

    After another, a test would find in caches what it has to make in a fork: it would seem quick,
    and to enter little.
    """
    watched = _fork_each(range(len(session.items)), partial(_watch_test, session), jobs)
    found = {number: answer or [0.0, []] for number, answer, _ in watched}
    seconds, entered = zip(*(found[number] for number in sorted(found)), strict=True)
    return {"seconds": seconds, "entered": entered}


def _watch_test(session: pytest.Session, number: int) -> tuple[float, list[str]]:
    """Run a test; return the seconds that it took and the functions that it entered."""
    entered: set[str] = set()
    _become("stats")
    vars(trampoline)["record_trampoline_hit"] = lambda name, **_: entered.add(name)
    before = sum(os.times()[:4])
    _run(session, session.items[number])
    return sum(os.times()[:4]) - before, [] if session.testsfailed else sorted(entered)


def _try_mutants(
    session: pytest.Session, tests: Tests, mutants: Iterable[str], jobs: int
) -> Iterator[tuple[str, str]]:
    """Yield each mutant with what killed it: a test, or how it ended; nothing if it survived."""
    works = ((mutant, *tests.choose(_function_of(mutant))) for mutant in mutants)
    for (mutant, *_), answer, status in _fork_each(works, partial(_try_mutant, session), jobs):
        if answer is None:
            yield mutant, f"ended by {status}"
            continue
        (killer,) = answer
        if killer is not None:
            tests.killed[killer] += 1
            tests.latest[_function_of(mutant)] = killer
        yield mutant, "" if killer is None else session.items[killer].nodeid


def _try_mutant(session: pytest.Session, work: tuple[str, Sequence[int], int]) -> tuple[int | None]:
    """Run tests on a mutant; return the first that fails."""
    mutant, chosen, limit = work
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.alarm(10 * limit)  # for one that waits without end
    os.environ["MUTANT_UNDER_TEST"] = mutant  # for the programs that tests start
    _become(mutant)
    return (next(_find_failing(session, chosen), None),)


def _find_failing(session: pytest.Session, chosen: Sequence[int]) -> Iterator[int]:
    items = [session.items[number] for number in chosen]
    for place, number in enumerate(chosen):
        _run(session, *items[place : place + 2])
        if session.testsfailed:
            yield number


def _fork_each(
    works: Iterable[Work], do: Callable[[Work], Any], jobs: int
) -> Iterator[tuple[Work, Any, int]]:
    """Yield each work with what a fork made of it, as JSON has it, and how the fork ended.

    None where it ended before it was done. A work is taken when there is a place for it.
    """
    remaining = iter(works)
    running: dict[int, tuple[Work, IO[str]]] = {}
    while True:
        for work in islice(remaining, jobs - len(running)):
            pid, answer = _start_fork(do, work)
            running[pid] = work, answer
        if not running:
            return
        pid, status = os.wait()
        work, answer = running.pop(pid)
        with answer:
            answer.seek(0)
            said = answer.read()
        yield work, json.loads(said) if said else None, os.waitstatus_to_exitcode(status)


def _start_fork(do: Callable[[Work], Any], work: Work) -> tuple[int, IO[str]]:
    """Return the number of a fork and the file that it writes its answer to, silent otherwise."""
    answer = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  # closed when read
    if pid := os.fork():
        return pid, answer
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        answer.write(json.dumps(do(work)))
        answer.flush()
    finally:
        os._exit(0)


def _function_of(mutant: str) -> str:
    return mutant.partition("__mutmut_")[0]


def _become(mutant: str) -> None:
    """Run with a mutant from here on; to look it up in the environment at each call is slow."""
    vars(trampoline)["get_mutant_under_test"] = lambda: mutant


def _run(session: pytest.Session, item: pytest.Item, following: pytest.Item | None = None) -> None:
    session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
