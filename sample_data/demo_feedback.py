"""Feedback of the demonstration: two rounds in which children and parents answered alike."""

from datetime import date, timedelta

from demo_rows import Row

AUTUMN, SPRING = "Autumn 2024", "Spring 2025"

QUESTIONS: tuple[Row, ...] = (
    ("Code", "Question", "Kind", "Answers", "Positive"),
    ("F1", "Do we listen to you?", "Closed", "Always; Sometimes; Never", "Always; Sometimes"),
    ("F2", "Do you know what is going to happen next?", None, "Yes; No", "Yes"),
    ("F3", "Have things got better since we began to work together?", "Closed",
     "Yes; A little; No", "Yes; A little"),
    ("F4", "What helped most?", "Open", None, None),
    ("F5", "What should we change?", "Open", None, None),
)  # fmt: skip

ROUNDS: tuple[Row, ...] = (
    ("Round", "Respondent", "Asked", "Heading"),
    (AUTUMN, "Child", 22, "Children and parents, autumn 2024"),
    (AUTUMN, "Parent/carer", 30, "Children and parents, autumn 2024"),
    (SPRING, "Child", 24, "Children and parents, spring 2025"),
    (SPRING, "Parent/carer", 32, "Children and parents, spring 2025"),
)

_KINDS = {"C": "Child", "P": "Parent/carer"}
_ANSWERS = (
    {"A": "Always", "S": "Sometimes", "N": "Never"},
    {"y": "Yes", "n": "No", "?": "Not sure"},
    {"Y": "Yes", "a": "A little", "n": "No", "?": "Too soon to say", "b": "Yes - at school"},
)

# Who answered, three answers (a dot: none), what helped, what to change, whether it may be
# printed in public.
_Answer = tuple[str, str, str | None, str | None, str | None]

_AUTUMN_ANSWERS: tuple[_Answer, ...] = (
    ("C", "Ayb", "She came when she said she would.", None, "Yes"),
    ("C", "Sna", None, "Tell me before you tell my school.", "Yes"),
    ("C", "AyY", "We went for a walk to talk.", None, "No"),
    ("C", "SnY", None, "Not so many different people.", "Yes"),
    ("C", "Nnn", None, "Ask me first.", "Yes"),
    ("C", "SyY", "Drawing it instead of saying it.", None, None),
    ("C", "Sn.", None, None, None),
    ("C", "An?", "My worker is funny.", None, "Yes"),
    ("C", "SyY", None, "Shorter meetings.", None),
    ("P", "AyY", "Honest from the first visit.", None, "Yes"),
    ("P", "Sna", "Help with the school place.", "Letters without long words.", "Yes"),
    ("P", "AyY", None, None, None),
    ("P", "Sya", None, "Say sooner when a visit is off.", "Yes"),
    ("P", "Nnn", None, "Read our file before you come.", "Yes"),
    ("P", "Ay?", "She sat down and listened.", None, "No"),
    ("P", "Sn.", None, None, None),
    ("P", "AyY", "The parenting group.", None, "Yes"),
    ("P", "Sya", None, "One number to ring.", None),
    ("P", "A?Y", None, None, None),
    ("P", "Sna", None, "Meetings after work.", "Yes"),
)

_SPRING_ANSWERS: tuple[_Answer, ...] = (
    ("C", "AyY", "I wrote my own bit of the plan.", None, "Yes"),
    ("C", "Aya", "Same worker all year.", None, "Yes"),
    ("C", "SyY", None, "Text me, do not ring.", "Yes"),
    ("C", "SyY", None, None, None),
    ("C", "Ana", None, "I still do not know if I am moving.", "No"),
    ("C", "AyY", "Getting to see my brother.", None, "Yes"),
    ("C", "S?n", None, None, None),
    ("C", "Aya", "Someone came to my show.", None, "Yes"),
    ("C", "AyY", None, None, None),
    ("C", "SyY", None, "Better snacks at meetings.", "Yes"),
    ("P", "AyY", "Explained each step and why.", None, "Yes"),
    ("P", "AyY", None, None, None),
    ("P", "Sya", "Worked with both of us.", None, "Yes"),
    ("P", "AnY", None, None, None),
    ("P", "Sya", None, "Less waiting between workers.", "Yes"),
    ("P", "AyY", "Practical help in the first week.", None, "Yes"),
    ("P", "Nnn", None, "Believe us about the neighbours.", "No"),
    ("P", "Ay?", None, None, None),
    ("P", "SyY", "The plan was on one page.", None, "Yes"),
    ("P", "Aya", None, "Tell us how it ends.", "Yes"),
    ("P", "Sya", None, None, None),
)


def _round_rows(name: str, start: date, answers: tuple[_Answer, ...]) -> list[Row]:
    rows: list[Row] = []
    for place, (kind, marks, helped, change, publish) in enumerate(answers):
        day = start + timedelta(days=place // 5 * 7 + place % 5)
        closed = [words.get(mark) for mark, words in zip(marks, _ANSWERS, strict=True)]
        rows.append((name, day, _KINDS[kind], *closed, helped, change, publish))
    return rows


def feedback_rows() -> tuple[Row, ...]:
    """Return both rounds, header first."""
    header = ("Round", "Date", "Respondent", "F1", "F2", "F3", "F4", "F5", "Publish")
    return (
        header,
        *_round_rows(AUTUMN, date(2024, 10, 7), _AUTUMN_ANSWERS),
        *_round_rows(SPRING, date(2025, 2, 24), _SPRING_ANSWERS),
    )
