"""The two streams: results to standard output, words for people to standard error."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import TextIO

from auditreport import __version__
from auditreport.cli.outcome import Outcome
from auditreport.cli.rows_read import say_rows
from auditreport.messages import plain, render_mapping, render_problems
from auditreport.problems import Problem, Severity
from auditreport.records import record

_UNREAD = {errno.EPIPE, errno.EINVAL}  # EINVAL is what Windows calls a pipe that nobody reads


@record
class Console:
    """How much is said, and whether to people or, as one JSON object, to a script."""

    json: bool = False
    quiet: bool = False
    verbose: bool = False

    def conclude(self, outcome: Outcome) -> int:
        """Print an outcome and return the exit status."""
        if os.environ.get("AUDITREPORT_DEBUG") == "1" and outcome.details:
            _write(sys.stderr, outcome.details)
        if self.json:
            return _write_results(render_json(outcome), outcome.exit_status)
        self._say(outcome)
        results = outcome.answer or "\n".join(str(path) for path in outcome.outputs)
        status = _write_results(results, outcome.exit_status) if results else outcome.exit_status
        if outcome.message and not (self.quiet and outcome.exit_status == 0):
            _write(sys.stderr, _plain_lines(outcome.message))
        return status

    def _say(self, outcome: Outcome) -> None:
        shown = [found for found in outcome.problems if self._shows(found, outcome.exit_status)]
        if shown:
            _write(sys.stderr, render_problems(shown, every_cell=self.verbose))
            mapping = render_mapping(shown)
            if mapping:
                _write(sys.stderr, mapping)
        if outcome.read and not self.quiet:
            _write(sys.stderr, say_rows(outcome.read))
        if not self.quiet:
            for remark in outcome.remarks:
                _write(sys.stderr, plain(remark))

    def _shows(self, problem: Problem, exit_status: int) -> bool:
        """Return whether a problem is printed; the quiet are told what stopped the run alone."""
        stops = problem.severity is Severity.ERROR or (
            exit_status == 4 and problem.severity is Severity.WARNING
        )
        return stops or not self.quiet


def announce(text: str) -> None:
    """Tell people something while a command is at work."""
    _write(sys.stderr, plain(text))


def render_json(outcome: Outcome) -> str:
    """Render an outcome as one JSON object, in characters that every console can print."""
    import json  # few ask for it

    content = {
        "format": "auditreport-outcome/1",
        "tool": f"auditreport {__version__}",
        "status": outcome.status,
        "exit_status": outcome.exit_status,
        "message": outcome.message,
        "remarks": list(outcome.remarks),
        "outputs": [str(path) for path in outcome.outputs],
        **({"answer": outcome.answer} if outcome.answer else {}),
        **({"read": dict(outcome.read)} if outcome.read else {}),
        "problems": [asdict(problem) for problem in outcome.problems],
    }
    return json.dumps(content, indent=2)


def prepare_streams() -> None:
    """Let no stream stop at a character that its console cannot print."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _plain_lines(text: str) -> str:
    return "\n".join(plain(line) for line in text.split("\n"))


def _write_results(text: str, exit_status: int) -> int:
    """Write to standard output; a reader that has gone is no fault, a full disk is one."""
    fault = _write(sys.stdout, text)
    if fault is None or fault.errno in _UNREAD:
        return exit_status
    _write(sys.stderr, f"The results could not be printed: {fault.strerror}.")
    return exit_status or 5


def _write(stream: TextIO | None, text: str) -> OSError | None:
    """Write a text and a line's end; return what failed, and then write to that stream no more."""
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        if stream is not None:
            abandon(stream)
        return error
    return None


def abandon(stream: TextIO) -> None:
    """Send what a broken stream still holds nowhere, so that closing it at the end is quiet."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
