"""The command `explain`: what a problem's code means."""

from __future__ import annotations

from auditreport.cli.other_flags import ExplainFlags
from auditreport.cli.outcome import Outcome
from auditreport.errors import UsageFault
from auditreport.problem_codes import RULES
from auditreport.toml_table import nearest


def explain(flags: ExplainFlags) -> Outcome:
    """Say what a problem means and how to mend it.

    CODE is the problem's code as it is printed, such as unknown-judgement.
    """
    rule = RULES.get(flags.code.strip().casefold())
    if rule is None:
        raise UsageFault(f"'{flags.code}' is not a problem's code{nearest(flags.code, RULES)}")
    text = f"{rule.code} ({rule.severity})\n\n{rule.meaning}\n\nWhat to do: {rule.remedy}"
    return Outcome(answer=text)
