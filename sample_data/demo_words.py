"""What auditors wrote in the demonstration: invented sentences for each practice area."""

STRENGTHS: dict[str, tuple[str, str, str]] = {
    "Voice": (
        "The child's voice is on every page: what was said, and what was done about it.",
        "Voice of the child: direct work over three visits, kept on file and used in the plan.",
        "You can hear this young person. The worker changed the meeting so that they could speak.",
    ),
    "Risk": (
        "Risk outside the home was named early and the response was quick.",
        "The safety plan is short, the family wrote it with us, and risk has gone down.",
        "Good weighing of past and present risk when the older sibling came home.",
    ),
    "Assessment": (
        "The assessment draws the history together and says what it means for this child.",
        "Assessment was updated when things changed, without waiting for the due date.",
        "A fair assessment that gives the father's account as much room as the mother's.",
    ),
    "Planning": (
        "Planning: five steps, each with a name and a date, in the family's own words.",
        "The plan says what will happen if nothing changes, and by when.",
        "Planning with the school meant that support started within the week.",
    ),
    "Reviewing": (
        "Reviewing is done with the family and changed the plan twice.",
        "The reviewing officer met the child before each meeting.",
        "Reviews were on time; drift was noticed and put right.",
    ),
    "Partnership": (
        "Partnership with health and school is close; everyone knows who does what.",
        "Strong partnership work: one plan, one lead, no repeated questions to the family.",
        "Police, school and housing were around the table in the first week.",
    ),
    "Identity": (
        "Identity is thought about: faith, language and hearing loss shape how we work.",
        "An interpreter was used every time, and identity is part of the life story work.",
        "Neurodiversity is understood and meetings are planned around it.",
    ),
    "Supervision": (
        "Supervision is monthly, asks why, and follows up what was agreed.",
        "Management oversight is clear at each turning point, with reasons.",
        "Supervision helped the worker to see that the plan was stuck.",
    ),
    "Permanence": (
        "Permanence was planned from the second review, with a parallel plan.",
        "Permanence: matched with brothers close by, and contact works.",
        "A special guardianship order was well prepared and supported.",
    ),
    "Adulthood": (
        "Preparing for adulthood began at fifteen; money and cooking are going well.",
        "The pathway plan is theirs: they chose what goes in it.",
        "Preparing for adulthood: a flat, a college place and someone to ring.",
    ),
}

DEVELOPMENT: dict[str, tuple[str, str, str]] = {
    "Voice": (
        "The younger children's voice is missing; only the eldest was asked.",
        "Voice of the child: wishes are written down but nothing follows from them.",
        "See the child alone and write down what daily life is like.",
    ),
    "Risk": (
        "Risk from the new partner was known for a month before it was assessed.",
        "Each incident is handled, but risk is not looked at across incidents.",
        "Missing episodes are recorded; what they say about risk is not.",
    ),
    "Assessment": (
        "The assessment tells the story well and stops before saying what it means.",
        "The father is not part of the assessment.",
        "Assessment is two years old and the family has moved since.",
    ),
    "Planning": (
        "Planning: steps have no dates, and three of them begin with 'continue'.",
        "The plan lists services rather than what has to be different for the child.",
        "No contingency in the plan, though things have gone back before.",
    ),
    "Reviewing": (
        "Reviewing slipped by seven weeks when the worker changed.",
        "Reviews repeat the last one; drift since autumn was not challenged.",
        "Hold the review where the family can come to it.",
    ),
    "Partnership": (
        "Partnership: health was not invited to two core groups.",
        "School holds information that we did not ask for.",
        "Adult services and we have separate plans for the same home.",
    ),
    "Identity": (
        "Identity is a list of boxes; what it means to this child is not explored.",
        "A cousin translated. Use an interpreter.",
        "Disability is named but the plan is not adapted to it.",
    ),
    "Supervision": (
        "Supervision was missed for three months and nobody noticed.",
        "Management oversight says 'agreed' without saying why.",
        "Supervision lists tasks and does not follow up those of last time.",
    ),
    "Permanence": (
        "Permanence is not decided although the second review has passed.",
        "No parallel plan for permanence should going home not work.",
        "Permanence: the long-term match has waited five months for panel.",
    ),
    "Adulthood": (
        "Preparing for adulthood began in the month of the eighteenth birthday.",
        "The pathway plan is blank on money and on health.",
        "Preparing for adulthood: where to live is settled, with whom to talk is not.",
    ),
}

# What was done at once, in the order in which concerns came up; one was left blank.
ACTIONS_TAKEN: tuple[str | None, ...] = (
    "Child seen the same day; safety plan agreed with the family.",
    "Strategy meeting held the next morning.",
    "Team manager read the file that day and set a visit for the next.",
    None,
    "Plan rewritten within the week; visits doubled until the review.",
    "Legal planning meeting called within five days.",
)

# What an audit asked for, by the judgement that it came to.
AUDIT_ACTIONS = {
    "I": (
        "Rewrite the plan with the family and bring the review forward",
        "Bring the chronology up to date and reassess risk",
        "Hold a case discussion with the service manager",
    ),
    "R": (
        "Put dates and owners to each step of the plan",
        "See the child alone and record their view",
        "Record the reasons for the last two decisions",
        "Ask health and school for what they know",
    ),
}
