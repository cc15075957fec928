"""How a run ended: what is printed of it and the exit status, faults of every kind included."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from pathlib import Path
from types import FrameType

import typer

import auditreport
from auditreport.errors import AuditReportError, DataFault, StrictFault
from auditreport.interruption import Interrupted
from auditreport.messages import summarise_problems
from auditreport.problem_drafts import pass_over
from auditreport.problems import Problem, Severity, has_errors
from auditreport.records import record

NOT_UP_TO_DATE = 6
STATUSES = {
    0: "done",
    1: "program fault",
    2: "wrong usage",
    3: "errors in the data",
    4: "warnings in the data",
    5: "file fault",
    NOT_UP_TO_DATE: "not up to date",
    7: "folder busy",
    130: "interrupted",
    143: "stopped",
}
_PACKAGE = Path(auditreport.__file__).parent


@record
class Outcome:
    """The end of a run: what goes to standard output first, then what is said of it.

    `outputs` are files written, `answer` is what was asked for; `message` is the last words,
    and `details` are shown in debugging alone. `state` is a status in other words than those of
    its exit status, `read` the rows that were read by their sheet.
    """

    exit_status: int = 0
    message: str = ""
    outputs: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    answer: str = ""
    details: str = ""
    state: str = ""
    read: Mapping[str, int] = field(default_factory=dict)

    @property
    def status(self) -> str:
        """The exit status in words."""
        return self.state or STATUSES[self.exit_status]


def run(task: Callable[[], Outcome], command: str = "") -> Outcome:
    """Run a task; whatever stops it becomes an outcome too, so that no traceback is shown.

    `command` is what the task is called by in the report of a fault.
    """
    try:
        return task()
    except Interrupted as stop:
        return Outcome(stop.exit_status)
    except KeyboardInterrupt:
        return Outcome(130)
    except DataFault as fault:
        return Outcome(fault.exit_status, _say_refusal(fault), problems=fault.problems)
    except AuditReportError as fault:
        return Outcome(fault.exit_status, str(fault))
    except typer.TyperException as fault:
        return Outcome(fault.exit_code, _say_usage(fault))
    except OSError as fault:
        return Outcome(5, _say_system(fault), details=traceback.format_exc())
    except (SystemExit, GeneratorExit):
        raise
    except BaseException as fault:  # a reader written in Rust panics outside Exception
        return Outcome(1, _say_fault(fault, command), details=traceback.format_exc())


def _say_refusal(fault: DataFault) -> str:
    strict = isinstance(fault, StrictFault)
    advice = "--strict stops at warnings" if strict else _advise(fault.problems)
    stopping = Severity.WARNING if strict else Severity.ERROR
    return (
        f"{summarise_problems(fault.problems)}. Nothing was written: {advice}. "
        + offer_to_explain(fault.problems, stopping)
    )


def _advise(problems: tuple[Problem, ...]) -> str:
    mend = "mend the errors, then run this again"
    if has_errors(pass_over(problems)):
        return mend
    return f"{mend}; or leave out what is faulty, and write a draft, with --draft"


def offer_to_explain(problems: Iterable[Problem], severity: Severity) -> str:
    """Return the command that explains the first problem of a severity; empty if there is none."""
    codes = [found.code for found in problems if found.severity is severity]
    return f"What it means:  auditreport explain {codes[0]}" if codes else ""


def _say_usage(fault: typer.TyperException) -> str:
    """Say what Typer says, with the usage where it knows the command."""
    context = getattr(fault, "ctx", None)
    message = fault.format_message()
    if context is None or message.startswith("Usage:"):
        return message
    return f"{message}\n{context.get_usage()}\nHelp:  {context.command_path} --help"


def _say_system(fault: OSError) -> str:
    place = f" ({fault.filename})" if fault.filename else ""
    return f"A file could not be read or written: {fault.strerror or type(fault).__name__}{place}."


def _say_fault(fault: BaseException, command: str) -> str:
    """Say what to send in: never the exception's own words, for they may quote a cell."""
    return (
        "This is a fault of auditreport, not of your data; nothing was changed.\n"
        "Please send these lines in; they hold nothing from your workbook:\n"
        f"  auditreport {auditreport.__version__}, Python {platform.python_version()}, "
        f"{sys.platform}\n"
        f"  command: {command or '-'}\n"
        f"  {type(fault).__name__} at {_place_in_code(fault)}"
    )


def _place_in_code(fault: BaseException) -> str:
    """Return the last place in this package that the fault passed through."""
    places = [(_source_of(frame), line) for frame, line in traceback.walk_tb(fault.__traceback__)]
    ours = [
        f"auditreport/{path.relative_to(_PACKAGE).as_posix()}:{line}"
        for path, line in places
        if path.is_relative_to(_PACKAGE)
    ]
    return ours[-1] if ours else "an unknown place"


def _source_of(frame: FrameType) -> Path:
    # The program without Python holds no sources: there the code does not know its place, but
    # the module still does.
    return Path(frame.f_globals.get("__file__", "").replace(".pyc", ".py"))
