"""Work in threads: all of it is waited for, and what goes wrong in one is raised."""

from __future__ import annotations

from functools import partial
from threading import Barrier

import pytest

from auditreport.rendering.in_threads import run_in_threads


def test_results_come_in_the_order_of_their_tasks() -> None:
    assert run_in_threads([partial(pow, 2, number) for number in range(20)]) == [
        2**number for number in range(20)
    ]


def test_tasks_are_at_work_at_the_same_time() -> None:
    meeting = Barrier(3)

    assert sorted(run_in_threads([partial(meeting.wait, 30)] * 3)) == [0, 1, 2]


def test_what_one_task_raises_is_raised_when_all_have_ended() -> None:
    done: list[int] = []

    with pytest.raises(OSError, match="full"):
        run_in_threads([partial(_fail, "full"), partial(done.append, 1)])
    assert done == [1]


def _fail(words: str) -> None:
    raise OSError(words)
