"""A plugin of pytest that tries mutants, each in a fork of the process that found the tests.

The file that MUTANT_TRIALS names says how many at a time, and of each where its result goes.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from mutmut.mutation import trampoline

_MEMORY = 6 * 1024**3  # bytes that a mutant may take: one that never ends a list is stopped by it
_MOST = 3.0  # seconds of tests, as measured without a mutant, that one mutant is tried on
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
    """What each test takes and enters without a mutant, and which mutants it killed so far.

    A test that fails even so enters nothing.
    """

    seconds: list[float]
    entered: list[list[str]]
    killed: Counter[int] = field(default_factory=Counter)
    latest: dict[str, int] = field(default_factory=dict)

    def choose(self, function: str) -> tuple[list[int], int]:
        """Return the tests that enter a function, the most promising first, and their limit.

        That is the one that killed the function's mutant before, then those that are quick, that
        enter little else and that killed many.
        """
        numbers = (n for n, entered in enumerate(self.entered) if function in entered)
        latest = self.latest.get(function)
        order = sorted(numbers, key=lambda n: (n != latest, self._cost(n)))
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
        _learn(session, learnt)
    tests = Tests(**json.loads(learnt.read_text(encoding="utf-8")))
    files: dict[str, str] = plan["mutants"]
    for mutant, killer in _try_mutants(session, tests, list(files), plan["jobs"]):
        with Path(files[mutant]).open("a", encoding="utf-8") as results:
            print(json.dumps([mutant, killer]), file=results)
    return True


@given(st.text())
def _look_around(_: str) -> None:
    """Let Hypothesis look at all sources now; it would at the start of each fork, for seconds."""


def _learn(session: pytest.Session, learnt: Path) -> None:
    """Run every test in one fork, so that this process stays as finding the tests has left it."""
    if os.fork():
        os.wait()
        return
    try:
        seconds, entered = zip(*_watch_tests(session), strict=True)
        found = {"seconds": seconds, "entered": entered}
        learnt.write_text(json.dumps(found), encoding="utf-8")
    finally:
        os._exit(0)


def _watch_tests(session: pytest.Session) -> Iterator[tuple[float, list[str]]]:
    """Run each test; yield the seconds that it took and the functions that it entered."""
    entered: set[str] = set()
    _become("stats")
    vars(trampoline)["record_trampoline_hit"] = lambda name, **_: entered.add(name)
    for number, item in enumerate(session.items):
        entered.clear()
        before, failed = sum(os.times()[:4]), session.testsfailed
        _run(session, item, session.items[number + 1 : number + 2])
        seconds = sum(os.times()[:4]) - before
        yield seconds, sorted(entered) if session.testsfailed == failed else []


def _try_mutants(
    session: pytest.Session, tests: Tests, mutants: Sequence[str], jobs: int
) -> Iterator[tuple[str, str]]:
    """Yield each mutant with what killed it: a test, or how it ended; nothing if it survived."""
    running: dict[int, tuple[str, int]] = {}
    waiting = list(reversed(mutants))
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            chosen, limit = tests.choose(_function_of(mutant))
            pid, pipe = _try_mutant(session, mutant, chosen, limit)
            running[pid] = mutant, pipe
        pid, status = os.wait()
        mutant, pipe = running.pop(pid)
        with os.fdopen(pipe) as answer:
            said = answer.read()
        if not said:
            yield mutant, f"ended by {os.waitstatus_to_exitcode(status)}"
            continue
        killer = json.loads(said)
        if killer is not None:
            tests.killed[killer] += 1
            tests.latest[_function_of(mutant)] = killer
        yield mutant, "" if killer is None else session.items[killer].nodeid


def _try_mutant(
    session: pytest.Session, mutant: str, chosen: Sequence[int], limit: int
) -> tuple[int, int]:
    """Start a fork for a mutant; return its number and the pipe by which it tells its killer."""
    told, tell = os.pipe()
    if pid := os.fork():
        os.close(tell)
        return pid, told
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.alarm(10 * limit)  # for one that waits without end
    os.environ["MUTANT_UNDER_TEST"] = mutant  # for the programs that tests start
    _become(mutant)
    try:
        killer = next(_find_failing(session, chosen), None)
        with os.fdopen(tell, "w") as out:
            json.dump(killer, out)
    finally:
        os._exit(0)


def _find_failing(session: pytest.Session, chosen: Sequence[int]) -> Iterator[int]:
    items = [session.items[number] for number in chosen]
    for place, number in enumerate(chosen):
        _run(session, items[place], items[place + 1 : place + 2])
        if session.testsfailed:
            yield number


def _function_of(mutant: str) -> str:
    return mutant.partition("__mutmut_")[0]


def _become(mutant: str) -> None:
    """Be silent and run with a mutant; looking it up in the environment at each call is slow."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    vars(trampoline)["get_mutant_under_test"] = lambda: mutant


def _run(session: pytest.Session, item: pytest.Item, later: Sequence[pytest.Item]) -> None:
    following = later[0] if later else None
    session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
