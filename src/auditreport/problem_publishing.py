"""The errors of text that a public edition may not hold; none quotes any, none can be lowered."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, Severity

PUBLISHING_ERRORS: tuple[Rule, ...] = (
    Rule(
        "name-in-public-text",
        Severity.ERROR,
        "The text names somebody who stands in {where}: write a job title instead",
        "A public edition holds no names of auditors, moderators or action owners. A text, a"
        " heading or a label that would stand in it holds a name, a part of one or initials from"
        " one of these columns. Job titles, teams and letters that stand for people (Auditor A)"
        " are no names.",
        "Write a job title instead of the name, or set Publish to No beside the text. What stands"
        " in every edition, such as the title or a thematic audit's name, has to be worded anew.",
    ),
    Rule(
        "reference-in-public-text",
        Severity.ERROR,
        "The text holds the reference of a case, an audit or an action that stands in {where}:"
        " take it out",
        "By its reference a case can be found again in other papers. A public edition holds none.",
        "Take the reference out of the text, or set Publish to No beside it.",
    ),
    Rule(
        "personal-data-in-public-text",
        Severity.ERROR,
        "The text holds what looks like {what}: take it out",
        "A text that would stand in the public edition seems to hold a postcode, an e-mail"
        " address, a telephone number, an NHS number, a unique pupil number or a date of birth.",
        "Take it out of the text, or set Publish to No beside it. An address for questions can"
        " stand where the report is published.",
    ),
    Rule(
        "number-tells-hidden-count",
        Severity.ERROR,
        "A number typed here is the same as a count that the public edition hides, and its"
        " sentence says what was counted",
        "The tables of a public edition hide small counts, and those that would give them away."
        " A number that is typed into a text is not hidden with them.",
        "Say it without the number ('a few'), or write a reference to the figure such as"
        " {{ periods.Q4.profile.Team.North }}, which prints [c] where the count is hidden.",
    ),
)
