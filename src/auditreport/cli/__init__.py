"""The command line: arguments in, messages and exit status out; the only user of Typer."""

from __future__ import annotations

from auditreport.cli.commands import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command that was typed, then leave with its exit status."""
    app(prog_name="auditreport")
