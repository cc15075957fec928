"""The warnings of personal data that a report workbook should not hold; none quotes any."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, Severity

_MEANING = (
    "A free text seems to hold {what}. The internal report prints such texts as they stand, and"
    " the workbook is passed on with them."
)
_REMEDY = (
    "Take it out of the text. If it is nothing of the kind, leave it; under [severity] in"
    " auditreport.toml this warning can be turned off."
)


def _in_text(code: str, what: str) -> Rule:
    message = f"The text holds what looks like {what}: take it out"
    return Rule(code, Severity.WARNING, message, _MEANING.format(what=what), _REMEDY)


PERSONAL_WARNINGS: tuple[Rule, ...] = (
    Rule(
        "personal-column",
        Severity.WARNING,
        "The column '{column}' looks like a column of {kind}, which a report workbook should not"
        " hold",
        "By its header or its cells the column holds what identifies a person. The report needs"
        " none of it.",
        "Delete the column from this workbook, and keep a reference such as Case ref instead.",
    ),
    _in_text("email-in-text", "an e-mail address"),
    _in_text("postcode-in-text", "a postcode"),
    _in_text("telephone-in-text", "a telephone number"),
    _in_text("nhs-number-in-text", "an NHS number"),
    _in_text("upn-in-text", "a unique pupil number"),
    _in_text("birth-date-in-text", "a date of birth"),
)
