"""A caption of a narrative goes to the table under it; one that has none is a line of its own."""

from __future__ import annotations

from auditreport.reading.narrative_passages import Passage, PassageKind, join_captions

CAPTION = Passage(1, PassageKind.PARAGRAPH, "Table: How *many*")
TABLE = Passage(2, PassageKind.TABLE, "| A |\n| --- |\n| 1 |")
TEXT = Passage(3, PassageKind.PARAGRAPH, "Plain words.")


def joined(*passages: Passage) -> list[tuple[PassageKind, str]]:
    return [(found.kind, found.text) for found in join_captions(passages)]


def test_it_is_put_to_the_table_under_it() -> None:
    ((kind, text),) = joined(CAPTION, TABLE)

    assert kind is PassageKind.TABLE
    assert text == f"Table: How *many*\n{TABLE.text}"


def test_before_other_text_it_is_a_paragraph_whose_marks_mean_nothing() -> None:
    assert joined(CAPTION, TEXT, TABLE) == [
        (PassageKind.PARAGRAPH, r"Table: How \*many\*"),
        (PassageKind.PARAGRAPH, "Plain words."),
        (PassageKind.TABLE, TABLE.text),
    ]


def test_at_the_end_it_is_a_paragraph_too() -> None:
    assert joined(TEXT, CAPTION)[-1] == (PassageKind.PARAGRAPH, r"Table: How \*many\*")


def test_of_two_the_last_is_that_of_the_table() -> None:
    kinds = [kind for kind, _ in joined(CAPTION, CAPTION, TABLE)]

    assert kinds == [PassageKind.PARAGRAPH, PassageKind.TABLE]
