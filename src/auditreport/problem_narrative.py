"""What can be wrong with narrative that is written in a file beside the workbooks."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, Severity

NARRATIVE_RULES: tuple[Rule, ...] = (
    Rule(
        "narrative-files",
        Severity.ERROR,
        "There is narrative in this file and in {other}: which one counts is not certain",
        "Beside the workbooks lie a narrative.docx and a narrative.md.",
        "Move or rename one of the two.",
        in_draft="neither is read",
    ),
    Rule(
        "narrative-loss",
        Severity.WARNING,
        "Not carried over into the report: {what}",
        "The document has something beside headings, paragraphs, lists, tables, emphasis and"
        " links; its text around that is kept.",
        "Say it in words, or put it into the report by hand.",
    ),
    Rule(
        "narrative-before-sections",
        Severity.WARNING,
        "Text stands before the first heading of the first level, and is left out",
        "Each heading of the first level names the section of the report that the text under it"
        " goes into.",
        "Put it under a heading such as Introduction, in the style Heading 1.",
    ),
    Rule(
        "narrative-in-both",
        Severity.WARNING,
        "The section {section} has texts here and on the sheet Narrative; both are printed, the"
        " sheet's first",
        "Texts for one section were written in two places.",
        "Delete one of them, if they say the same.",
    ),
    Rule(
        "tracked-changes",
        Severity.NOTE,
        "{count} tracked in the document: what was inserted is read, what was deleted is not",
        "The document was edited with Track Changes, and not all changes were accepted or"
        " rejected.",
        "Nothing need be done; in Word, Review, Accept settles them.",
    ),
    Rule(
        "comments-not-read",
        Severity.NOTE,
        "{count} not read",
        "Comments in a document of narrative are for its writers, not for the report.",
        "Nothing need be done.",
    ),
)
