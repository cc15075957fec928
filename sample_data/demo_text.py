"""What the demonstration's authors write: invented, with figures named rather than typed."""

from demo_feedback import AUTUMN, SPRING
from demo_rows import Row
from demo_thematic import EARLY_HELP_1, EARLY_HELP_2, NEGLECT, RETURN_1, RETURN_2, RETURN_3


def _item(theme: str, step: str) -> str:
    return f"{{{{ thematic.{theme}.{step} }}}}"


def _area(quarter: str, area: str, step: str) -> str:
    return f"{{{{ periods.{quarter}.areas.{area}.good_or_better.{step} }}}}"


OPENING: tuple[Row, ...] = (
    (
        "Introduction",
        "About this example",
        "Wexmoor does not exist. Every case, number and word in this report was **made up** to "
        "show what a year's audits can tell.",
        "Yes",
    ),
    (
        "Introduction",
        "Why we audit",
        "We read case files with the people who do the work, ask families what they think, and "
        "look for what changed for the child. This report says what we found, how sure we are of "
        "it, and what we are doing.\n"
        "- {{ year completed }} cases were audited; {{ periods.year.moderated }} of the audits "
        "had a second reader.\n"
        "- {{ periods.year.overall.n }} audits used the standard tool of ten practice areas. The "
        "audit of neglect had a tool of its own and is reported by itself.",
        "Yes",
    ),
)

QUARTERS: tuple[Row, ...] = (
    (
        "Q1",
        None,
        "Supervision was this quarter's worry: managers were seen to agree with decisions more "
        "often than to ask about them. It was Good or better in "
        f"{_area('Q1', 'Supervision', 'count')} of {_area('Q1', 'Supervision', 'base')} audits.",
        "Yes",
    ),
    (
        "Q1",
        "What was done",
        "Each Inadequate audit was read with the team within a week. One service manager now "
        "reads every plan in Safeguarding West before it is signed.",
        "No",
    ),
    (
        "Q2",
        None,
        "{{ Q2 Good }} of {{ periods.Q2.overall.n }} audits with the standard tool were Good. "
        "Planning was weak for a second quarter, and the workshops had not yet begun.",
        "Yes",
    ),
    (
        "Q3",
        None,
        "The supervision standard came into use in October. Supervision was Good or better in "
        f"{_area('Q3', 'Supervision', 'percent')}% of audits, after "
        f"{_area('Q2', 'Supervision', 'percent')}% in the quarter before.\n"
        "- Practitioners took part in more audits than before.\n"
        "- Plans improved little: they still read as lists of services.",
        "Yes",
    ),
    (
        "Q4",
        None,
        "{{ Q4 completed }} audits were completed and {{ Q4 good or better % }}% were Good or "
        "better. The gain in supervision held. Fewer audits had a second reader, because two "
        "moderators changed jobs.",
        "Yes",
    ),
)

YEAR: tuple[Row, ...] = (
    (
        "Year",
        "What we make of it",
        "Practice is better than a year ago, and supervision is the likeliest reason. Reviewing "
        "went the other way: two posts of reviewing officer stood vacant from May.\n"
        "- Planning was below half in every quarter of two years. Workshops alone have not been "
        "enough.\n"
        "- Auditors were at first more generous than moderators.",
        "Yes",
    ),
)

THEMES: tuple[Row, ...] = (
    (
        NEGLECT,
        "What was found",
        f"Of {_item(NEGLECT, 'cases')} cases {_item(NEGLECT, 'overall.counts.Good')} were Good "
        f"and {_item(NEGLECT, 'overall.counts.Inadequate')} Inadequate. Where the tool was "
        "used, neglect was named early; where it was not, each incident was taken by itself.\n"
        "- Half of the cases came from each safeguarding team.\n"
        "- All that were Good were cases of Safeguarding East.",
        "Yes",
    ),
    (
        EARLY_HELP_1,
        "What was found",
        "Analysis and next steps were the weak parts. Some schools used an old form.",
        "Yes",
    ),
    (
        EARLY_HELP_2,
        "What was found",
        "The new form was in use throughout and no assessment was Inadequate. With "
        f"{_item(EARLY_HELP_2, 'cases')} assessments this is encouraging, **not** proof.",
        "Yes",
    ),
    (
        RETURN_1,
        "What was found",
        "Most interviews were held, few within the three days that the law's guidance asks for.",
        "Yes",
    ),
    (
        RETURN_2,
        "What was found",
        "More offers came in time, but so few interviews cannot show that the service has changed. "
        "Half of the accounts given were not passed on.",
        "Yes",
    ),
    (
        RETURN_3,
        "What was found",
        "Offers are now quick: "
        f"{_item(RETURN_3, 'items.Offered in 72 hours.yes')} of "
        f"{_item(RETURN_3, 'items.Offered in 72 hours.base')} were made in time.",
        "Yes",
    ),
)

CLOSING: tuple[Row, ...] = (
    (
        AUTUMN,
        "What we heard",
        "Children and parents mostly felt listened to. Many did not know what would happen next.",
        "Yes",
    ),
    (
        SPRING,
        "What we heard",
        f"Of the children, {{{{ feedback.{SPRING}.by_respondent.Child.F2.positive.count }}}} of "
        f"{{{{ feedback.{SPRING}.by_respondent.Child.F2.positive.base }}}} knew what would happen "
        "next. The one-page plan was praised by those who had one.",
        "Yes",
    ),
    (
        "Actions",
        "How actions are followed",
        "The practice board reads this list each month. {{ actions.overdue }} actions are past "
        "their date; each has been asked about.",
        "Yes",
    ),
    (
        "Summary",
        "In short",
        "- **Strong:** the child's voice, in every quarter.\n"
        "- **Better:** supervision, and with it the overall judgement.\n"
        "- **Weak for a second year:** planning.\n"
        "- **Slipping:** reviewing.\n"
        "- **Hard to see:** preparing for adulthood, judged in a handful of cases each quarter.",
        "Yes",
    ),
    (
        "Conclusion",
        None,
        "Children tell us that they are heard. What we have not yet done is to turn what we hear "
        "into plans that a family can follow and that we keep to.",
        "Yes",
    ),
    (
        "Next steps",
        "For 2025-26",
        "- Write plans in the meeting, on one page, with the family.\n"
        "- Fill the vacant posts of reviewing officer.\n"
        "- Give one audit in four a second reader, in every quarter.\n"
        "- Audit care leavers as a theme.\n"
        "- Audit again each case judged Inadequate, within six months.",
        "Yes",
    ),
    (
        "Appendix",
        "How cases were chosen",
        "Each quarter the tracker drew cases at random within each team, in proportion to its "
        "open cases; care leavers and cases of permanence are therefore few.",
        "Yes",
    ),
)

NARRATIVE: tuple[Row, ...] = (
    ("Section", "Heading", "Text", "Publish"),
    *OPENING,
    *QUARTERS,
    *YEAR,
    *THEMES,
    *CLOSING,
)
