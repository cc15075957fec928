"""What auditors wrote in the sample, invented: a strength and a need for each practice area."""

from rutland_audits import AREAS, AUDITS, Audit

STRENGTH_WORDS = {
    "Voice of the child": "Wishes and feelings are clear and shape the plan.",
    "Risk": "Risk is named early and looked at again when things change.",
    "Decision making": "Decisions are prompt and the reasons for them are given.",
    "Coordination": "Agencies share what they know and agree who does what.",
    "Diversity": "Culture, language and identity are considered in the work.",
    "Assessments": "The assessment is up to date and weighs what it tells.",
    "Plans": "The plan has few goals, each with an owner and a date.",
    "Reviews": "Reviews are held on time and change the plan.",
    "Permanency": "A lasting home was thought about from the start.",
    "Placements": "The home fits the child's needs and is stable.",
    "Independence": "Practical skills and money are worked on in good time.",
    "Outcomes": "Life is better for the child, and the file shows how.",
}

DEVELOPMENT_WORDS = {
    "Voice of the child": "The child's own words are hard to find on the file.",
    "Risk": "Past events are not weighed when risk is judged.",
    "Decision making": "A decision waited longer than it should, without a reason.",
    "Coordination": "Invite health and school earlier.",
    "Diversity": "Say what identity means for this child, beyond a ticked box.",
    "Assessments": "The assessment describes more than it analyses.",
    "Plans": "Make the steps specific, with dates and owners.",
    "Reviews": "Hold reviews on time and record what changed.",
    "Permanency": "A second plan is missing should the first one fail.",
    "Placements": "Record how the match was decided.",
    "Independence": "Start the pathway plan sooner.",
    "Outcomes": "Show what difference the work made.",
}

IMMEDIATE_ACTIONS = {
    "visit": "Visited within one working day; the team manager confirmed the safety plan.",
    "plan": "Plan rewritten within the week and agreed with the family.",
    "meeting": "Strategy meeting held the next day.",
}

_GOOD = {"Outstanding", "Good"}
_WEAK = {"Requires Improvement", "Inadequate"}


def _words(audit: Audit, wanted: set[str], words: dict[str, str], most: int) -> str | None:
    """Return the words on up to `most` areas so judged, starting at another area each time."""
    judged = [area for (area, _), cell in zip(AREAS, audit.areas, strict=True) if cell in wanted]
    if not judged:
        return None
    start = AUDITS.index(audit) % len(judged)
    chosen = (judged[start:] + judged[:start])[:most]
    return "\n".join(words[area] for area in chosen)


def strengths_of(audit: Audit) -> str | None:
    """Return what the auditor praised: only areas that were judged Good or better."""
    return _words(audit, _GOOD, STRENGTH_WORDS, most=2)


def development_of(audit: Audit) -> str | None:
    """Return what the auditor asked for: only areas judged below Good."""
    return _words(audit, _WEAK, DEVELOPMENT_WORDS, most=2)
