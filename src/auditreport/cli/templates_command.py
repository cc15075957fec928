"""The command `templates`: the templates, to be edited."""

from __future__ import annotations

from auditreport.cli.other_flags import TemplatesFlags
from auditreport.cli.outcome import Outcome
from auditreport.template_folder import list_templates


def templates(flags: TemplatesFlags) -> Outcome:
    """Write the templates of the report into a folder, to be edited.

    FOLDER is where to write them. Nothing is ever written over. Keep those that you change and
    delete the others, so that these follow later versions.
    """
    from auditreport.workbooks.placing import write_new_files

    files = {name: path.read_bytes() for name, path in list_templates().items()}
    outputs = write_new_files(flags.folder, files)
    return Outcome(0, _say_next(flags), outputs)


def _say_next(flags: TemplatesFlags) -> str:
    return (
        f"README.md there says what each draws and which names it may use. Keep those that you"
        f" change, delete the others, and make the report with  auditreport build --templates"
        f" {_quoted(str(flags.folder))}"
    )


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
