"""One line in a log on each run: when, what, how it ended; nothing of what is in a workbook."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from auditreport import __version__
from auditreport.cli.choosing import choose_settings
from auditreport.cli.flags import ReadFlags, TalkFlags
from auditreport.cli.log_file import append_line, check_log
from auditreport.cli.outcome import Outcome, run
from auditreport.errors import FileFault
from auditreport.problems import Severity

_MANIFEST = ".manifest.json"


def run_logged(task: Callable[[], Outcome], command: str, flags: TalkFlags) -> Outcome:
    """Run a command's task, and append a line on it to the log that is asked for, if one is.

    A log that cannot be written stops the run before it begins.
    """
    began = time.monotonic()
    logs: list[Path] = []

    def begin() -> Outcome:
        log = _choose_log(flags)
        if log is not None:
            check_log(log)
            logs.append(log)
        return task()

    outcome = run(begin, command)
    for log in logs:
        outcome = _record(outcome, log, _line(outcome, command, time.monotonic() - began))
    return outcome


def _choose_log(flags: TalkFlags) -> Path | None:
    """Return the log; one that is named on the command line needs no settings to be read."""
    if not isinstance(flags, ReadFlags):
        return None
    return flags.log or choose_settings(flags).log


def _record(outcome: Outcome, log: Path, line: str) -> Outcome:
    """Append the line; what was done stands where that fails, but the run did not end well."""
    try:
        append_line(log, line)
    except FileFault as fault:
        stands = "What was written stands. " if outcome.outputs else ""
        said = f"{stands}{fault}"
        message = f"{outcome.message}\n{said}" if outcome.message else said
        return replace(
            outcome, exit_status=outcome.exit_status or FileFault.exit_status, message=message
        )
    return outcome


def _line(outcome: Outcome, command: str, seconds: float) -> str:
    """Return what is said of a run: names and values, with no word that a person wrote."""
    found = Counter(problem.severity for problem in outcome.problems)
    facts: dict[str, object] = {
        "auditreport": __version__,
        "command": command,
        "status": outcome.exit_status,
        "ended": f'"{outcome.status}"',
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "notes": found[Severity.NOTE],
        "files": len(outcome.outputs),
        "seconds": f"{seconds:.1f}",
    }
    for path in outcome.outputs:
        if path.name.endswith(_MANIFEST):
            facts["report"] = path.name.removesuffix(_MANIFEST)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return " ".join([now, *(f"{name}={value}" for name, value in facts.items())])
