"""The texts of a public edition: which there are, what is left out, and what is found in them.

Small data sets, written out in full; each column stands in a cell of its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from records import (
    SCALE,
    action,
    analysed,
    audit,
    audits,
    case,
    data_set,
    evidence_theme,
    feedback_round,
    narrative,
    question,
    reply,
    response,
    schedule_entry,
    settings,
    source,
    theme,
)

from auditreport.analysis.disclosure.case_references import ReferenceFinder
from auditreport.analysis.disclosure.edition import Edition
from auditreport.analysis.disclosure.hiding import hide_counts
from auditreport.analysis.disclosure.label_patterns import build_label_pattern
from auditreport.analysis.disclosure.ledger import Ledger
from auditreport.analysis.disclosure.name_finding import NameFinder
from auditreport.analysis.disclosure.people import Person, find_people, list_words_of_lists
from auditreport.analysis.disclosure.private_text import leave_out_private_text
from auditreport.analysis.disclosure.published_texts import list_published_texts
from auditreport.analysis.disclosure.suppression import SMALL, Suppression
from auditreport.analysis.disclosure.telling_numbers import HiddenCounts, find_hidden_values
from auditreport.analysis.disclosure.text_left_out import count_text_left_out
from auditreport.analysis.disclosure.typed_numbers import TypedNumber, list_typed_numbers
from auditreport.problems import Place
from auditreport.reading.dataset import DataSet, Measure, Source

_DAYS = (date(2016, 4, 1), date(2016, 6, 30))


def sheet(name: str, row: int, *columns: str) -> Source:
    """Return a row of a sheet with columns from B on, so that no cell is the row's first."""
    return source(name, row, Other="A", **dict(zip(columns, "BCDEFGHI", strict=False)))


_AUDITS = sheet(
    "Audits", 2, "Audit ref", "Case ref", "Audit type", "Team", "Auditor", "Moderator",
    "Re-audit of", "Action owner",
)  # fmt: skip
_THEMES = sheet("Thematic audits", 3, "Name", "Auditor", "Counted in")
_CASES = sheet("Plans", 4, "Case", "Team")
_FEEDBACK = sheet("Feedback", 5, "Round", "Respondent", "Question Q2", "Audit ref")
_ACTIONS = sheet("Actions", 6, "Action", "Owner", "Action ref")


class TestWhichTextsThereAre:
    """A text stands in the cell that says it best; a label that prose holds too is prose."""

    def data(self) -> DataSet:
        cells = {"Title": Place("data.xlsx", "Report", "B4")}
        part = sheet("Narrative", 7, "Heading", "Text")
        asked = sheet("Questions", 8, "Code", "Question", "Answers")
        rounds = sheet("Rounds", 9, "Round", "Heading")
        measure = sheet("Measures", 10, "Measure", "Label")
        entry = schedule_entry(*_DAYS, note="Few audits.")
        replies = {"Q1": reply("Yes", "Yes"), "Q2": reply("They listened.")}
        return data_set(
            [
                audit(source=_AUDITS, audit_type="Dip sample", profile={"Team": "North"}),
                audit(source=replace(_AUDITS, row=3), profile={"Team": "North"}),
            ],
            settings=settings(title="Our audits", places=cells),
            narrative=(replace(narrative("All is well."), source=part, heading="Summary"),),
            thematic=(
                replace(
                    theme("Plans", items=("Seen",), counted_in="records"),
                    source=_THEMES,
                    cases=(case("G", source=_CASES, profile={"Team": "West"}),),
                ),
            ),
            questions=(
                replace(question(), source=asked),
                replace(question("Q2", answers="", positive=""), source=asked),
            ),
            rounds=(replace(feedback_round("May", heading="In May"), source=rounds),),
            responses=(
                replace(response(replies, "Child", "May"), source=_FEEDBACK, publish=True),
                replace(response(replies, "Child", "June"), source=replace(_FEEDBACK, row=6)),
            ),
            measures=(Measure(measure, "Seen alone", "Child seen alone", good_is_yes=True),),
            lists={"Teams": ("North", "South")},
            schedule=(replace(entry, source=sheet("Schedule", 11, "Note")),),
        )

    def test_prose_is_what_people_wrote(self) -> None:
        data = self.data()

        texts = list_published_texts(data, analysed(data))

        prose = [
            (found.text, f"{found.place.workbook}: {found.place}")
            for found in texts
            if found.is_prose
        ]
        assert prose == [
            ("Rutland County Council", "data.xlsx: Report"),
            ("Our audits", "data.xlsx: Report!B4"),
            ("Summary", "data.xlsx: Narrative!B7"),
            ("All is well.", "data.xlsx: Narrative!C7"),
            ("Few audits.", "data.xlsx: Schedule!B11"),
            ("They listened.", "data.xlsx: Feedback!D5"),
        ]

    def test_labels_are_named_by_their_cells(self) -> None:
        data = self.data()

        texts = list_published_texts(data, analysed(data))

        labels = {(t.text, str(t.place)) for t in texts if t.place.sheet and t.is_prose is False}
        assert sorted(labels) == [
            ("Child", "Feedback!C5"),
            ("Child seen alone", "Measures!C10"),
            ("Dip sample", "Audits!D2"),
            ("Good", "Lists"),
            ("In May", "Rounds!C9"),
            ("Inadequate", "Lists"),
            ("June", "Feedback!B6"),
            ("May", "Rounds!B9"),
            ("N/A", "Lists"),
            ("No", "Questions!D8"),
            ("North", "Lists"),
            ("Not recorded", "Lists"),
            ("Outcomes", "Practice areas"),
            ("Outstanding", "Lists"),
            ("Plans", "Thematic audits!B3"),
            ("Q1", "Questions!B8"),
            ("Q2", "Questions!B8"),
            ("Quality of Outcomes", "Practice areas"),
            ("Quality of Plans", "Practice areas"),
            ("Quality of Risk", "Practice areas"),
            ("Requires Improvement", "Lists"),
            ("Risk", "Practice areas"),
            ("Scheduled", "Audits!D3"),
            ("Seen", "Plans"),
            ("Seen alone", "Measures!B10"),
            ("South", "Lists"),
            ("Text of Q1", "Questions!C8"),
            ("Text of Q2", "Questions!C8"),
            ("West", "Plans!C4"),
            ("Yes", "Questions!D8"),
            ("records", "Thematic audits!D3"),
        ]

    def test_all_stand_in_a_workbook_where_there_is_one(self) -> None:
        data = self.data()
        without = replace(data_set([audit()]), sources=())

        assert {t.place.workbook for t in list_published_texts(data, analysed(data))} == {
            "data.xlsx"
        }
        texts = list_published_texts(without, analysed(without))
        assert {t.place.workbook for t in texts if not t.place.cell} == {""}

    def test_no_label_is_listed_twice_nor_beside_prose(self) -> None:
        data = self.data()

        texts = list_published_texts(data, analysed(data))

        prose = {found.text for found in texts if found.is_prose}
        labels = [found.text for found in texts if not found.is_prose]
        assert len({*labels}) == len(labels)
        assert prose.isdisjoint(labels)


class TestWhatIsLeftOut:
    def data(self) -> DataSet:
        replies = {"Q1": reply("Not sure"), "Q2": reply("They were late."), "Q3": None}
        asked = (question(), question("Q2", answers="", positive=""), question("Q3"))
        voice = evidence_theme(Seen=["y", "Joint working", " "])
        spoken = replace(response(replies), publish=True)
        return data_set(
            [audit(strengths="Seen often.", areas_for_development="Late."), audit()],
            narrative=(
                narrative("Of Jo."),
                narrative("Of Al."),
                replace(narrative("For all."), publish=True),
            ),
            questions=asked,
            responses=(
                response({**replies, "Q3": reply("Yes", "Yes")}),
                response({"Q1": reply("Perhaps")}),
                spoken,
            ),
            schedule=(
                schedule_entry(*_DAYS, note="Inspection", publish=False),
                schedule_entry(*_DAYS, note="Illness", publish=False),
                schedule_entry(*_DAYS, note="", publish=False),
                schedule_entry(*_DAYS, note="Open to all"),
            ),
            thematic=(
                replace(
                    voice,
                    cases=tuple(
                        replace(found, label="C1", observation="Jo was seen.")
                        for found in voice.cases
                    ),
                ),
            ),
            actions=(action(text="Visit Jo", owner="Ann Lee", outcome="Jo is well"),),
        )

    def test_each_kind_of_text_is_counted_with_why(self) -> None:
        assert list(count_text_left_out(self.data())) == [
            ("Narrative sections", 2, "not marked Publish = Yes"),
            ("Notes of the Schedule", 2, "not marked Publish = Yes"),
            ("Comments in feedback", 1, "not marked Publish = Yes"),
            ("Answers outside those offered (counted)", 2, "not marked Publish = Yes"),
            ("Reasons why an item did not apply (counted)", 1, "never in a public edition"),
            ("Cases of thematic audits", 3, "never in a public edition"),
            ("Texts of auditors", 2, "never in a public edition"),
            ("Actions (counted)", 1, "never in a public edition"),
        ]

    def test_what_is_not_there_is_not_left_out(self) -> None:
        assert list(count_text_left_out(data_set([audit()]))) == []

    def test_gender_and_ethnicity_are_left_out_unless_they_are_asked_for(self) -> None:
        data = data_set([audit(), audit(profile={"Gender": "Girl", "Ethnicity": "Not recorded"})])
        asked = replace(data, settings=settings(show_gender_and_ethnicity=True))

        assert list(count_text_left_out(data)) == [
            ("Tables by Gender", 1, "Show gender and ethnicity is No"),
            ("Tables by Ethnicity", 1, "Show gender and ethnicity is No"),
        ]
        assert list(count_text_left_out(asked)) == []

    def test_what_remains_tells_nothing_but_that_somebody_wrote(self) -> None:
        public = leave_out_private_text(self.data())

        assert [part.text for part in public.narrative] == ["For all."]
        assert [entry.note for entry in public.schedule] == ["", "", "", "Open to all"]
        assert [dict(row.replies) for row in public.responses] == [
            {"Q1": reply("Another answer"), "Q2": reply(""), "Q3": reply("Yes", "Yes")},
            {"Q1": reply("Another answer")},
            {"Q1": reply("Not sure"), "Q2": reply("They were late."), "Q3": None},
        ]
        (done,) = public.actions
        assert done == action(text="", owner="", outcome="")
        (voice,) = public.thematic
        assert {(found.label, found.observation) for found in voice.cases} == {("", "")}
        assert [found.evidence["Seen"].reason for found in voice.cases] == [
            "",
            "did not apply",
            "",
        ]


class TestPeople:
    def people(self, *auditors: str, **changes: object) -> list[tuple[tuple[str, ...], str]]:
        data = data_set([audit(source=_AUDITS, auditors=auditors)])
        found = find_people(replace(data, **changes))  # type: ignore[arg-type]
        return [(person.words, person.initials) for person in found]

    def test_each_column_of_people_is_read_each_name_once_with_its_first_cell(self) -> None:
        data = data_set(
            [
                audit(source=_AUDITS, auditors=("Jane Okafor", "Tom Reed"), moderator="Sam Poe"),
                audit(source=replace(_AUDITS, row=3), auditors=("Tom Reed",), moderator=""),
            ],
            thematic=(replace(theme(), source=_THEMES, auditor="Ada Wynn"),),
            actions=(
                action(source=_ACTIONS, owner="Ola Berg"),
                action(source=replace(_AUDITS, row=9), owner="Ines Roth"),
                action(source=replace(_ACTIONS, row=7), owner="Sam Poe"),
            ),
        )

        assert [(" ".join(p.words), str(p.place)) for p in find_people(data)] == [
            ("Jane Okafor", "Audits!F2"),
            ("Tom Reed", "Audits!F2"),
            ("Sam Poe", "Audits!G2"),
            ("Ada Wynn", "Thematic audits!C3"),
            ("Ola Berg", "Actions!C6"),
            ("Ines Roth", "Audits!I9"),
        ]

    @pytest.mark.parametrize(
        ("cell", "words"),
        [
            ("Okafor, Jane", ["Jane Okafor"]),
            ("Jane Okafor, Tom Reed", ["Jane Okafor", "Tom Reed"]),
            ("Jane Okafor and Tom Reed", ["Jane Okafor", "Tom Reed"]),
            ("Jane Okafor – Team Manager", ["Jane Okafor"]),
            ("Mrs J. Okafor", ["J Okafor"]),
            ("Jane Okafor (Head of Service)", ["Jane Okafor"]),
            ("Senior Practitioner Jane Okafor", ["Jane Okafor"]),
            ("Zoë O’Hara", ["Zoe O'Hara"]),
            ("**Jane** Okafor", ["Jane Okafor"]),
            ("Okafor", ["Okafor"]),
            ("Team Manager, Safeguarding", []),
            ("Auditor A", []),
            ("Auditor 12", []),
            ("Okafor Consulting Ltd", []),
            ("Smith, Jane, Reed", ["Smith", "Jane", "Reed"]),
            ("Ja\u00adne Okafor\\", ["Jane Okafor"]),
            ("'Jane' Okafor:", ["Jane Okafor"]),
            ("Jane North", ["Jane North"]),
            ("Auditor B", []),
            ("", []),
        ],
    )
    def test_a_cell_names_people_apart_from_their_jobs(self, cell: str, words: list[str]) -> None:
        assert [" ".join(found) for found, _ in self.people(cell)] == words

    @pytest.mark.parametrize(
        ("cell", "initials"),
        [
            ("JO", "JO"),
            ("J.O.", "JO"),
            ("J O", "JO"),
            ("ABCD", "ABCD"),
            ("ABCDE", ""),
            ("Jo", ""),
            ("JANE OKAFOR", ""),
        ],
    )
    def test_two_to_four_capitals_alone_are_initials(self, cell: str, initials: str) -> None:
        ((_, found),) = self.people(cell)

        assert found == initials

    def test_initials_that_the_trade_uses_are_nobodys(self) -> None:
        assert self.people("IRO") == self.people("N.A.") == []

    @pytest.mark.parametrize(
        "changes",
        [
            {"lists": {"Teams": ("Oakham",)}},
            {"audits": (audit(profile={"Team": "Oakham"}),)},
            {"settings": settings(organisation="Oakham")},
            {"scale": replace(SCALE, judgements=("Oakham", *SCALE.judgements))},
        ],
        ids=["in a list", "a case's team", "the council", "a judgement"],
    )
    def test_a_team_may_own_an_action_but_audits_nothing(self, changes: dict[str, object]) -> None:
        owned = {"actions": (action(source=_ACTIONS, owner="Oakham"),), "audits": ()}
        led = {"actions": (action(source=_ACTIONS, owner="Ola Berg"),), "audits": ()}

        assert self.people(**{**owned, **changes}) == []
        assert self.people(**{**led, **changes}) == [(("Ola", "Berg"), "")]

    def test_a_person_may_bear_a_teams_name_where_no_team_can_stand(self) -> None:
        assert self.people("Oakham", lists={"Teams": ("Oakham",)}) == [(("Oakham",), "")]
        assert self.people("Oakham Manager", lists={"Teams": ("Oakham",)}) == []
        assert self.people("Ash Grove Manager", lists={"Teams": ("Ash Grove",)}) == []

    def test_words_of_lists_are_those_of_all_values_in_small_letters(self) -> None:
        data = data_set([audit(profile={"Team": "North-East"})], lists={"Teams": ("Ash Grove",)})

        words = list_words_of_lists(data)

        assert {"north", "east", "ash", "grove", "rutland", "outstanding"} <= words


def finds(text: str, *words: str, initials: str = "", prose: bool = True) -> bool:
    """Tell whether a person of some words is found in a text."""
    person = Person(Place("data.xlsx"), words, initials)
    return NameFinder([person], frozenset({"grove"})).find(text, is_prose=prose) == person


class TestNamesInTexts:
    @pytest.mark.parametrize(
        "text",
        ["by Jane Okafor", "jane okafor", "Okafor, Jane", "Jane Ann B. Okafor", "(JANE-OKAFOR)"],
    )
    def test_a_whole_name_is_found_in_any_text(self, text: str) -> None:
        assert finds(text, "Jane", "Okafor", prose=False)

    @pytest.mark.parametrize(
        "text", ["Janet Okafor", "Jane went with four other people to Okafor", "Jane", "Okafor"]
    )
    def test_less_than_that_is_no_whole_name(self, text: str) -> None:
        assert not finds(text, "Jane", "Okafor", prose=False)

    def test_a_part_is_found_in_prose_with_its_capital(self) -> None:
        assert finds("as Jane said", "Jane", "Okafor")
        assert finds("Okafor's audit", "Jane", "Okafor")
        assert not finds("as jane said", "Jane", "Okafor")
        assert not finds("as Janes said", "Jane", "Okafor")
        assert finds("as OKAFOR said", "Jane", "Okafor")
        assert finds("as Bo said", "Bo", "Okafor")

    def test_an_everyday_word_is_a_name_inside_a_sentence_alone(self) -> None:
        assert finds("They met Will there.", "Will", "Okafor")
        assert not finds("Will they meet? Will they?", "Will", "Okafor")
        assert not finds("They meet.\n- Will they?", "Will", "Okafor")
        assert not finds("They said: “Will you?”", "Will", "Okafor")

    def test_a_name_of_everyday_words_needs_its_capitals_everywhere(self) -> None:
        assert finds("Will Young", "Will", "Young", prose=False)
        assert not finds("they will young people", "Will", "Young", prose=False)
        assert not finds("Will young people", "Will", "Young", prose=False)
        assert not finds("j young people", "J", "Young", prose=False)

    def test_words_of_the_trade_and_of_lists_are_not_looked_for_alone(self) -> None:
        assert not finds("They met May, and North, in Grove.", "May", "North", "Grove")
        assert finds("They met May North Grove.", "May", "North", "Grove")

    @pytest.mark.parametrize("text", ["by JO", "by J.O.", "by J. O.", "by J O"])
    def test_initials_are_found_in_prose(self, text: str) -> None:
        assert finds(text, "JO", initials="JO")
        assert not finds(text.lower(), "JO", initials="JO")

    def test_single_letters_are_not_looked_for_alone(self) -> None:
        assert not finds("Section J says so.", "J", "Okafor")
        assert finds("As J. Okafor says.", "J", "Okafor", prose=False)

    def test_hyphens_and_apostrophes_may_be_left_out(self) -> None:
        assert finds("Anne Marie OHara", "Anne-Marie", "O'Hara", prose=False)
        assert finds("as O-Hara said", "Anne-Marie", "O'Hara")
        assert finds("as OHara said", "Anne-Marie", "O'Hara")

    def test_the_first_of_several_is_named(self) -> None:
        people = [Person(Place("", "", cell), ("Jane", name)) for cell, name in ("AX", "BY")]

        found = NameFinder(people, frozenset()).find("As Jane said", is_prose=True)

        assert found == people[0]


class TestReferences:
    def find(self, text: str, *references: str, prose: bool = True) -> str | None:
        """Return in which cell a reference of audits stands that a text holds."""
        found = [
            audit(source=replace(_AUDITS, row=row), ref=ref)
            for row, ref in enumerate(references, start=2)
        ]
        place = ReferenceFinder(data_set(found)).find(text, is_prose=prose)
        return str(place) if place else None

    def test_each_column_of_references_is_looked_for_in_its_cell(self) -> None:
        data = data_set(
            [audit(source=_AUDITS, ref="R-101", case_ref="C-202", reaudit_of="R-303")],
            thematic=(theme(cases=(case(source=_CASES, label="P-404"),)),),
            responses=(replace(response({}), source=_FEEDBACK, audit_ref="F-505"),),
            actions=(action(source=_ACTIONS, ref="A-606"),),
        )
        finder = ReferenceFinder(data)

        assert [
            str(finder.find(f"As in {ref}.", is_prose=True))
            for ref in ("R-101", "C-202", "R-303", "P-404", "F-505", "A-606", "R-707")
        ] == [
            "Audits!B2",
            "Audits!C2",
            "Audits!H2",
            "Plans!B4",
            "Feedback!E5",
            "Actions!D6",
            "None",
        ]

    @pytest.mark.parametrize("text", ["r16 101", "R16-101", "(R16/101)", "r16101", "R-16-101"])
    def test_one_of_letters_and_digits_is_found_however_it_is_written(self, text: str) -> None:
        assert self.find(text, "R16-101") == "Audits!B2"

    @pytest.mark.parametrize("reference", ["1234", "K1", "12-345", "Case 101", "1-2-3-4-5"])
    def test_these_are_references(self, reference: str) -> None:
        assert self.find(f"Of {reference} more.", reference) == "Audits!B2"

    @pytest.mark.parametrize(
        "reference", ["123", "2016", "20-16", "201617", "Q1", "Case 12", "Jo", "-"]
    )
    def test_these_could_be_anything(self, reference: str) -> None:
        assert self.find(f"Of {reference} more.", reference) is None

    def test_a_short_one_and_a_number_are_found_as_they_are_written_alone(self) -> None:
        assert self.find("k1", "K1") is None
        assert self.find("K-1", "K1") is None
        assert self.find("12 34", "1234") is None
        assert self.find("k 123", "K123") == "Audits!B2"

    def test_it_is_found_as_whole_words_of_up_to_five(self) -> None:
        assert self.find("XR16-101", "R16-101") is None
        assert self.find("R16-1012", "R16-101") is None
        assert self.find("a-1-b-2-c", "a1b2c") == "Audits!B2"
        assert self.find("a-1-b-2-c-3", "a1b2c3") is None

    @pytest.mark.parametrize("reference", ["QA9-1003", "7731904", "PG-72", "LCS/2016/00417"])
    def test_a_label_may_hold_none(self, reference: str) -> None:
        assert self.find(f"Re-audit of {reference}", reference, prose=False) == "Audits!B2"

    def test_in_a_label_a_short_one_may_be_a_part_of_the_name(self) -> None:
        assert self.find("Form A1", "A1", prose=False) is None
        assert self.find("Form A11", "A11", prose=False) is None

    def test_the_first_audit_that_bears_it_is_named(self) -> None:
        assert self.find("R16-101", "R16-101", "R16-101") == "Audits!B2"


class TestLabels:
    def matches(self, label: str, text: str) -> bool:
        pattern = build_label_pattern(label)
        return pattern is not None and pattern.search(text) is not None

    @pytest.mark.parametrize(
        ("label", "text"),
        [
            ("Plan", "the plans"),
            ("Plans", "a plan"),
            ("Box", "boxes"),
            ("Child", "children"),
            ("Children", "a child"),
            ("10 to 14", "those of 10-14"),
            ("10 to 14", "ten to fourteen"),
            ("20 plus", "twenty plus"),
            ("21 plus", "21 plus"),
            ("0 to 4", "zero to four"),
            ("15 and over", "15+"),
            ("15 and over", "15 or older"),
            ("North East", "NORTH-EAST"),
            ("QA", "the qa"),
            ("C.A.M.", "c a m"),
        ],
    )
    def test_a_sentence_may_write_a_label_in_its_own_way(self, label: str, text: str) -> None:
        assert self.matches(label, text)

    @pytest.mark.parametrize(
        ("label", "text"),
        [
            ("Plan", "planned"),
            ("Plan", "explan"),
            ("QA", "QAs"),
            ("10 to 14", "10 of 14"),
            ("15 and over", "15"),
            ("21 plus", "twenty plus"),
            ("Team", "CHILDREAM"),
        ],
    )
    def test_another_word_is_another_label(self, label: str, text: str) -> None:
        assert not self.matches(label, text)

    def test_what_has_no_letter_is_no_label(self) -> None:
        assert build_label_pattern("–") is None
        assert build_label_pattern("") is None


class TestTypedNumbers:
    def numbers(self, text: str, **changes: object) -> list[int | str]:
        data = data_set(narrative=(narrative(text),))
        found = list_typed_numbers(replace(data, **changes))  # type: ignore[arg-type]
        return [f"{each.value}%" if each.is_percent else each.value for each in found]

    def test_each_is_listed_with_its_cell_its_section_and_its_sentence(self) -> None:
        part = replace(
            narrative("Of 12 plans 40% were good. All is well. It was 1,204."),
            source=sheet("Narrative", 7, "Heading", "Text"),
            heading="The 9 audits",
        )
        note = replace(
            schedule_entry(*_DAYS, note="Four more."), source=sheet("Schedule", 8, "Note")
        )
        heading, text = (Place("data.xlsx", "Narrative", cell) for cell in ("B7", "C7"))
        first = ("Summary", "The 9 audits", "Of 12 plans 40% were good.")

        assert list_typed_numbers(data_set(narrative=(part,), schedule=(note,))) == (
            TypedNumber(heading, 9, False, "Summary", "", "The 9 audits"),
            TypedNumber(text, 12, False, *first),
            TypedNumber(text, 40, True, *first),
            TypedNumber(text, 1204, False, "Summary", "The 9 audits", "It was 1,204."),
            TypedNumber(Place("data.xlsx", "Schedule", "B8"), 4, False, "", "", "Four more."),
        )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("seven of Twenty", [7, 20]),
            ("40 per cent and 41 percent", ["40%", "41%"]),
            ("In 2016-17, on 3 May and in Q1", []),
            ("3 months, 2 hours and 5 times", []),
            ("1.5 and 3/4 and 12:30", []),
            ("{{ Q4 Good }} of {{ 12 }}9 were", [9]),
            ("one page; One of them; one child", [1, 1]),
            ("1. First\n2) Seven of 8", [7, 8]),
            ("| 3 | 4 |\n| 5 | 6 |", [3, 4, 5, 6]),
            ("section 3, aged 4, Quarter 2, page 12", []),
            ("one in five; 2 or 3; 4 a week", []),
            ("12345678901", []),
            ("A7 and 7A", []),
        ],
    )
    def test_what_counts_nothing_is_no_number(self, text: str, expected: list[int | str]) -> None:
        assert self.numbers(text) == expected

    @pytest.mark.parametrize(
        "changes",
        [
            {"lists": {"Age bands": ("10 to 14",)}},
            {"audits": (audit(profile={"Team": "10 to 14"}),)},
            {"thematic": (theme("10 to 14"),)},
            {"thematic": (theme("Plans", items=("10 to 14",)),)},
            {"rounds": (feedback_round("10 to 14"),)},
            {"rounds": (feedback_round("May", heading="10 to 14"),)},
        ],
        ids=["list", "profile", "thematic audit", "item", "round", "heading"],
    )
    def test_numbers_of_a_label_are_none_of_their_own(self, changes: dict[str, object]) -> None:
        assert self.numbers("Of those of 10 to 14, 8 were seen", **changes) == [8]

    def test_the_longest_label_is_taken_out_first(self) -> None:
        labels = {"Teams": ("East 2", "Area 1 East 2")}

        assert self.numbers("Area 1 East 2 has 8", lists=labels) == [8]

    def test_age_bands_in_use_are_labels_too(self) -> None:
        bands = ("1 to 5", "6 to 9")

        assert self.numbers("Of those of 6 to 9, 8 were seen", age_bands=bands) == [8]

    def test_an_endless_row_of_digits_is_no_number(self) -> None:
        """A search that begins anew at each digit would take hours."""
        assert self.numbers("1" * 1_000_000 + " and 7") == [7]

    def test_a_table_is_one_sentence(self) -> None:
        data = data_set(narrative=(narrative("| 3 | a |\n| b | 4 |\nFive. Six."),))

        assert [found.sentence for found in list_typed_numbers(data)] == [
            "| 3 | a |\n| b | 4 |",
            "| 3 | a |\n| b | 4 |",
            "Five.",
            "Six.",
        ]


class TestNumbersThatTell:
    """A number tells a hidden count that it equals, if its sentence names what that counts."""

    def told(
        self, sentence: str, key: tuple[str, ...], count: int, section: str = "", heading: str = ""
    ) -> bool:
        asked = question("F1")
        data = data_set(
            [audit(quarter="Q1", profile={"Team": "North"}, areas={"Risk": "Good"})] * 10,
            thematic=(theme("Plans", cases=(case("G"),)), theme("Voice", cases=(case("G"),))),
            questions=(replace(asked, text="Was it clear?"),),
            responses=(response({"F1": reply("Yes", "Yes")}, "Parent/carer", "May"),),
            rounds=(feedback_round("May"),),
        )
        (number,) = list_typed_numbers(
            data_set(narrative=(replace(narrative(sentence), section=section, heading=heading),))
        )[-1:]
        return HiddenCounts(analysed(data), {key: count}).are_told_by(number)

    _NORTH = ("periods", "year", "profile", "Team", "North")
    _RISK = ("periods", "year", "areas", "Risk", "counts", "Good")
    _CASES = ("thematic", "Plans", "by", "Team", "North")
    _PARENTS = ("feedback", "May", "respondents", "Parent/carer")

    def test_the_same_number_beside_its_name_does(self) -> None:
        assert self.told("In North there were 3.", self._NORTH, 3)
        assert self.told("There were 3.", self._NORTH, 3, heading="North")
        assert not self.told("In North there were 4.", self._NORTH, 3)
        assert not self.told("In West there were 3.", self._NORTH, 3)

    def test_a_name_of_one_word_needs_its_capital_unless_it_is_a_judgement(self) -> None:
        assert not self.told("In the north there were 3.", self._NORTH, 3)
        assert self.told("They were good in 3.", self._RISK, 3)

    def test_a_value_without_a_letter_is_named_by_nothing(self) -> None:
        assert not self.told("There were 3.", (*self._NORTH[:4], "–"), 3)

    def test_a_percentage_of_a_hidden_base_tells_too(self) -> None:
        good = ("periods", "year", "overall", "good_or_better")
        hidden: dict[tuple[str, ...], int] = {(*good, "count"): 3, (*good, "base"): 4}
        figures = hide_counts(analysed(data_set(audits("GGGR"))), hidden)
        said = data_set(narrative=(narrative("Good or better was 75%."),))

        (number,) = list_typed_numbers(said)

        assert HiddenCounts(figures, hidden).are_told_by(number)

    def test_an_area_has_its_label_too(self) -> None:
        assert self.told("The quality of risk was good in 3.", self._RISK[:4], 3)
        assert not self.told("The quality of plans was fine in 3.", self._RISK[:4], 3)

    def test_good_or_better_is_a_name(self) -> None:
        good = (*self._RISK[:4], "good_or_better", "count")
        assert self.told("They were good or better in 3.", good, 3)

    def test_a_percentage_tells_what_it_is_of(self) -> None:
        assert self.told("Risk was Good in 30%.", self._RISK, 3)
        assert not self.told("Risk was Good in 31%.", self._RISK, 3)
        assert not self.told("Risk was Good in 3%.", self._RISK, 3)
        base = ("periods", "year", "good_by", "Team", "North", "count")
        assert self.told("North was good in 20%.", base, 2)

    def test_another_thematic_audits_text_is_about_its_own_cases(self) -> None:
        assert self.told("In North there were 3.", self._CASES, 3, section="Plans")
        assert self.told("In North there were 3.", self._CASES, 3, section="Summary")
        assert not self.told("In North there were 3.", self._CASES, 3, section="Voice")
        assert not self.told("In North there were 3.", self._CASES, 3, section="May")

    def test_answers_are_spoken_of_where_they_stand_or_in_a_sentence_about_saying(self) -> None:
        assert self.told("There were 3 carers.", self._PARENTS, 3, section="May")
        assert not self.told("There were 3 carers.", self._PARENTS, 3, section="Summary")
        assert self.told("There were 3 carers who said so.", self._PARENTS, 3, section="Summary")
        assert not self.told("3 carers said so.", self._PARENTS, 3, section="Plans")

    def test_a_question_is_named_by_its_code_or_its_text(self) -> None:
        key = ("feedback", "May", "questions", "F1", "answered")
        assert self.told("F1 was answered by 3", key, 3, section="May")
        assert self.told("was it clear to 3", key, 3, section="May")
        assert not self.told("did they see 3", key, 3, section="May")


def test_hidden_values_are_those_of_hidden_counts_and_of_joined_bands() -> None:
    bands = {"Under 6": ("Under 1", "1 to 5")}
    aged = (audit(profile={"Age band": band}) for band in ("Under 1", "1 to 5", "1 to 5"))
    apart = analysed(data_set(aged))
    ledger = Ledger({"table": {"one": 1, "share": 0.5, "none": None}})
    hidden: dict[tuple[str, ...], str] = {
        ("table", step): SMALL for step in ("one", "share", "none", "nowhere")
    }

    edition = Edition(
        replace(apart, joined_bands=bands), ledger, Suppression(hidden, ()), apart=apart
    )
    found = find_hidden_values(edition)
    unjoined = find_hidden_values(replace(edition, figures=apart))

    assert unjoined == {("table", "one"): 1}
    assert found.items() > unjoined.items()
    assert found["periods", "year", "profile", "Age band", "1 to 5"] == 2
