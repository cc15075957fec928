"""Children's services case file audits: workbooks in, the annual report out.

A script takes the same steps as the command:

    from auditreport import analyse, read, render, write

    reading = read("data.xlsx")
    write(render(analyse(reading), logo=reading.logo), "report")

docs/scripting.md goes through them. A name is imported when it is first asked for, so that
`import auditreport` costs nothing.
"""

TYPE_CHECKING = False  # true to type checkers; to import typing would delay every start
if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures
    from auditreport.errors import (
        AuditReportError,
        DataFault,
        FileFault,
        FolderBusy,
        UsageFault,
    )
    from auditreport.interface import analyse, as_dict, check, read, render, write
    from auditreport.problems import Problem, Severity
    from auditreport.reading import Reading
    from auditreport.reading.dataset import DataSet

__all__ = [
    "AuditReportError",
    "DataFault",
    "DataSet",
    "Figures",
    "FileFault",
    "FolderBusy",
    "Problem",
    "Reading",
    "Severity",
    "UsageFault",
    "__version__",
    "analyse",
    "as_dict",
    "check",
    "read",
    "render",
    "write",
]

__version__ = "0.1.0"

_HOMES = {
    "analysis.figures": ("Figures",),
    "errors": (
        "AuditReportError",
        "DataFault",
        "FileFault",
        "FolderBusy",
        "UsageFault",
    ),
    "interface": ("analyse", "as_dict", "check", "read", "render", "write"),
    "problems": ("Problem", "Severity"),
    "reading": ("Reading",),
    "reading.dataset": ("DataSet",),
}

if not TYPE_CHECKING:  # a type checker would take any name at all to be here

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                from importlib import import_module

                return getattr(import_module(f"auditreport.{home}"), name)
        raise AttributeError(f"module 'auditreport' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
