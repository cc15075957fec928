"""The words of the sample: settings and narrative, written for it and taken from no report."""

from datetime import date

from rutland_thematic import (
    CHILD_PROTECTION,
    EARLY_HELP_1,
    EARLY_HELP_2,
    EARLY_HELP_3,
    VOICE_FIRST,
    VOICE_SECOND,
    Row,
)

INSPECTION_ROUND = "Inspection, November 2016"
YEAR_ROUND = "Parents and carers, 2016-17"

SETTINGS: tuple[Row, ...] = (
    ("Setting", "Value"),
    ("Organisation", "Rutland County Council"),
    ("Year", "2016-17"),
    ("Title", "Case audit annual report"),
    ("Service", "Children's Services"),
    ("Authors", "Quality Assurance Team"),
    ("Approved by", "Head of Safeguarding and Quality Assurance"),
    ("Report date", date(2017, 8, 17)),
    ("Strength threshold", 0.7),
    ("Development threshold", 0.5),
    ("Fewest audits to compare", 5),
    ("Hide counts up to", 5),
    ("Colours", "Ofsted"),
)

NARRATIVE: tuple[Row, ...] = (
    ("Section", "Heading", "Text", "Publish"),
    (
        "Introduction",
        "About this illustration",
        "This report is an **illustration**. Its totals are those that the council published for "
        "2016-17; the single rows behind them, and all of its words, were made up to fit. It says "
        "nothing about any child, family or member of staff.",
        "Yes",
    ),
    (
        "Introduction",
        "What was audited",
        "Over the year {{ year completed }} case files were audited, and "
        "{{ periods.year.moderated }} of those audits were looked at again by a second person.\n"
        "- The standard tool judges twelve practice areas and the case as a whole, on the scale "
        "that [Ofsted](https://www.gov.uk/government/organisations/ofsted) uses.\n"
        "- The child protection audit of August had a tool of its own; its cases are in the "
        "total but not in the charts of judgements.\n"
        "- Early Help also audited the voice of the child, and assessments that other agencies "
        "wrote. These stand in the appendix and are **not** part of the total.",
        "Yes",
    ),
    (
        "Introduction",
        "How the plan changed",
        "The plan had room for change, and needed it. One month was given over to a single "
        "theme, and one to getting ready for the inspection of November and December.",
        "Yes",
    ),
    (
        "Q1",
        "What the audits show",
        "{{ Q1 completed }} audits were done and {{ periods.Q1.moderated }} of them moderated. "
        "{{ Q1 Good }} were Good and {{ periods.Q1.overall.counts.Outstanding }} Outstanding.\n"
        "- Agencies work well with one another, and risk is named early.\n"
        "- Assessments and plans tell *what* is wrong more often than *what will be done*.",
        "Yes",
    ),
    (
        "Q2",
        "What the audits show",
        "Most of this quarter's {{ Q2 completed }} audits came from one theme. The "
        "{{ periods.Q2.overall.n }} audits with the standard tool are the only ones behind the "
        "quarter's strengths and areas for development: {{ Q2 Good }} were Good.",
        "Yes",
    ),
    (
        "Q2",
        "What was done about it",
        "- Team managers read each Inadequate audit with the practitioner.\n"
        "- Review dates were put on one shared list.",
        "No",
    ),
    (
        "Q3",
        "Audits for the inspection",
        "The {{ Q3 completed }} audits of this quarter were chosen for the inspection and each "
        "was moderated by a second manager. {{ Q3 Good }} were Good.\n"
        "- Placements stand out: {{ periods.Q3.areas.Placements.counts.Good }} of "
        "{{ periods.Q3.areas.Placements.n }} were Good.\n"
        "- No plan was judged Good or better.\n"
        "- Taking all sections together, {{ periods.Q3.all_responses.share.Good }}% were Good and "
        "{{ periods.Q3.all_responses.share.Requires Improvement }}% were Requires Improvement.",
        "Yes",
    ),
    (
        "Q3",
        "How to read this quarter",
        "Ten cases chosen by type and age are not a random sample. Set beside other quarters they "
        "show what these ten looked like, **not** a trend.",
        "Yes",
    ),
    (
        "Q4",
        "What the audits show",
        "Each month now takes in cases of every type. {{ Q4 completed }} audits were completed: "
        "{{ Q4 good or better % }}% were Good or better, and {{ Q4 Good }} ({{ Q4 Good % }}%) were "
        "Good.\n"
        "- Outstanding work was found in more areas than in any quarter before.\n"
        "- Few areas clear the mark for a strength, so that work is not yet even.",
        "Yes",
    ),
    (
        "Q4",
        "Moderation",
        "No audit was moderated this quarter. Its judgements have had **no second opinion**.",
        "Yes",
    ),
    (
        "Year",
        "The four quarters together",
        "{{ year good or better % }}% of the year's {{ periods.year.overall.n }} standard audits "
        "were Good or better. Numbers in a quarter are small: one audit more or less moves a "
        "share by several points, and most differences are within what chance would bring.",
        "Yes",
    ),
    (
        CHILD_PROTECTION,
        "What was found",
        f"All {{{{ thematic.{CHILD_PROTECTION}.cases }}}} children with a protection plan were "
        "looked at, "
        f"{{{{ thematic.{CHILD_PROTECTION}.judged_by_item }}}} of them item by item. "
        f"{{{{ thematic.{CHILD_PROTECTION}.overall.counts.Good }}}} were Good overall and "
        f"{{{{ thematic.{CHILD_PROTECTION}.overall.counts.Inadequate }}}} Inadequate.\n"
        "- Risk is the item with the best judgements.\n"
        "- Management oversight was not judged Good in any case.\n"
        "- What is *not recorded* is itself a finding: the file could not answer.",
        "Yes",
    ),
    (
        VOICE_FIRST,
        "What was found",
        "Nearly every child had been seen. Few had come to a meeting, and some files were silent. "
        "Shares in this round are of **all** ten cases.",
        "Yes",
    ),
    (
        VOICE_SECOND,
        "What was found",
        "Shares in this round are of the cases to which an item **applied**, so they cannot be "
        "set beside those of the first round as they were published.\n"
        "- Like for like, *voice in the plan* stood at "
        f"{{{{ thematic.{VOICE_SECOND}.compared_with.like_for_like.Voice in the plan }}}}% in "
        "the first round and stands at "
        f"{{{{ thematic.{VOICE_SECOND}.compared_with.now.Voice in the plan }}}}% in this one.\n"
        "- *Child seen* has not moved.\n"
        "- Ten cases a round are too few to call anything but a large difference a change.",
        "Yes",
    ),
    (
        EARLY_HELP_1,
        "What was found",
        "Assessments written with the family read best. Where the child's view is missing the "
        "plan tends to be about the adults.",
        "Yes",
    ),
    (
        EARLY_HELP_2,
        "What was found",
        "Step-downs from social care need to say what Early Help is asked to do. One assessment "
        "came on the wrong form and could not be judged better than Inadequate.",
        "Yes",
    ),
    (
        EARLY_HELP_3,
        "What was found",
        "None was Inadequate. Who else works with the family is not always named, nor every detail "
        "of the household filled in. With so few in each round the rounds are listed, not ranked.",
        "Yes",
    ),
    (
        INSPECTION_ROUND,
        "What parents and carers said",
        "Of the parents and carers who answered, "
        f"{{{{ feedback.{INSPECTION_ROUND}.questions.Q1.positive.count }}}} felt heard at least "
        "sometimes. How to complain was the question with the fewest who said yes: "
        f"{{{{ feedback.{INSPECTION_ROUND}.questions.Q4.positive.count }}}} of "
        f"{{{{ feedback.{INSPECTION_ROUND}.questions.Q4.positive.base }}}}.",
        "Yes",
    ),
    (
        YEAR_ROUND,
        "What parents and carers said",
        "Everyone who answered knew what the worry was. Answers outside the choices offered are "
        "listed as they were written and counted as neither yes nor no.",
        "Yes",
    ),
    (
        "Actions",
        "How actions are followed",
        "{{ actions.total }} actions are on the list; {{ actions.complete }} are complete and "
        "{{ actions.overdue }} of the others are past their date. Owners report to the monthly "
        "practice meeting.",
        "Yes",
    ),
    (
        "Summary",
        "In short",
        "- **Steady strength:** where children live, plans for their permanence, and outcomes.\n"
        "- **Steady need:** the child's voice, decisions, assessments, plans and reviews.\n"
        "- **Open question:** whether the last quarter's judgements would stand a second look.",
        "Yes",
    ),
    (
        "Conclusion",
        None,
        "The {{ year completed }} audits show good work in every team and no team without a case "
        "that needed more. The list of areas for development hardly changes from quarter to "
        "quarter: naming them has not been enough.",
        "Yes",
    ),
    (
        "Next steps",
        "For the coming year",
        "- Moderate at least one audit in five, in **every** quarter.\n"
        "- Use one base, and say which, each time the voice of the child is audited.\n"
        "- Give each area for development an owner and a date.\n"
        "- Go back to cases judged Inadequate and audit them again within six months.\n"
        "- Ask children, not their parents and carers alone.",
        "Yes",
    ),
    (
        "Appendix",
        "How the checks were done",
        "Cases for the voice of the child were drawn from the list of open Early Help cases; "
        "assessments by other agencies were taken as they came in, two or three a month.",
        "Yes",
    ),
)
