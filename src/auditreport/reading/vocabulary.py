"""The words in use: the scale, the lists and their aliases, each looked up once per word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from auditreport.reading.ages import DEFAULT_AGE_BANDS, AgeBands
from auditreport.reading.contract import LISTS
from auditreport.reading.dataset import NOT_APPLICABLE, NOT_RECORDED, Scale
from auditreport.reading.mapping_lines import PLACEHOLDER, toml_key, with_lines
from auditreport.reading.matching import did_you_mean, find_nearest, word_key
from auditreport.reading.raw import CellValue
from auditreport.reading.values import Finding, Reader, is_not_applicable, read_text
from auditreport.records import record

DEFAULT_SCALE = Scale(
    ("Outstanding", "Good", "Requires Improvement", "Inadequate"),
    ("Outstanding", "Good"),
    (NOT_APPLICABLE, NOT_RECORDED),
)
_OFSTED_WORDS: Mapping[str, tuple[str, ...]] = {
    "outstanding": ("o", "1"),
    "good": ("g", "2"),
    "requires improvement": ("ri", "rig", "requires improvement to be good", "3"),
    "inadequate": ("i", "inad", "4"),
}
_LONG_RI = "requires improvement to be good"

FIXED_LISTS: Mapping[str, tuple[str, ...]] = {
    "Audit types": ("Scheduled", "Inspection", "Dip sample", "Re-audit"),
    "Audit statuses": ("Completed", "Allocated", "Exempt", "Cancelled"),
    "Action statuses": ("Open", "In progress", "Complete"),
    "Respondents": ("Parent/carer", "Child", "Partner", "Practitioner"),
    "Kinds of thematic audit": ("Judgement", "Evidence"),
    "Kinds of question": ("Closed", "Open"),
    "Places": ("Q1", "Q2", "Q3", "Q4", "Appendix"),
    "Denominators": ("Applicable cases", "All cases"),
    "Colours": ("Ofsted", "neutral"),
    "Quarters": ("Q1", "Q2", "Q3", "Q4"),
}
COUNCIL_LISTS = frozenset(column.name for column in LISTS.columns)
CLOSED_LISTS = frozenset(FIXED_LISTS) - {"Audit types", "Action statuses", "Respondents"}
_FIXED_ALIASES: Mapping[str, Mapping[str, str]] = {
    "Audit statuses": {
        "complete": "Completed",
        "done": "Completed",
        "returned": "Completed",
        "not returned": "Allocated",
        "not yet returned": "Allocated",
        "outstanding": "Allocated",
        "in progress": "Allocated",
        "canceled": "Cancelled",
    },
    "Action statuses": {
        "completed": "Complete",
        "closed": "Complete",
        "done": "Complete",
        "in-progress": "In progress",
        "ongoing": "In progress",
        "not started": "Open",
        "outstanding": "Open",
    },
    "Respondents": {
        "parent": "Parent/carer",
        "carer": "Parent/carer",
        "parent or carer": "Parent/carer",
        "parent / carer": "Parent/carer",
        "parents/carers": "Parent/carer",
        "parents": "Parent/carer",
        "children": "Child",
        "partners": "Partner",
        "practitioners": "Practitioner",
    },
    "Kinds of thematic audit": {"judgements": "Judgement", "judgment": "Judgement"},
    "Denominators": {"applicable": "Applicable cases", "all": "All cases"},
    "Places": {f"quarter {n}": f"Q{n}" for n in range(1, 5)},
}


@record
class Vocabulary:
    """The scale and the lists; `lists` holds those alone that the council gave.

    `aliases` is by list name, then by word key, and gives a value of the list.
    """

    scale: Scale = DEFAULT_SCALE
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def values_of(self, name: str) -> tuple[str, ...]:
        """Return a list's values: the council's, else the built-in ones."""
        if name == "Judgements":
            return (*self.scale.judgements, *self.scale.not_judged)
        return self.lists.get(name) or FIXED_LISTS.get(name, ())

    @property
    def judgement_names(self) -> dict[str, tuple[str, ...]]:
        """Return the words by which each judgement of the scale goes, its own left out."""
        words = _JudgementWords(self).by_word
        return {
            judgement: tuple(
                word
                for word, meant in words.items()
                if meant == judgement and word != word_key(judgement)
            )
            for judgement in self.scale.judgements
        }

    @property
    def age_bands(self) -> AgeBands:
        """The age bands in use."""
        return AgeBands(self.lists.get("Age bands") or DEFAULT_AGE_BANDS)

    def judgement_reader(self) -> Reader[str | None]:
        """Return a reader of judgements: one of the scale, one not judged, None for blank."""
        return Reader(_JudgementWords(self).read)

    def list_reader(self, name: str, blank: str = "") -> Reader[str]:
        """Return a reader of a list's values, in the list's own spelling.

        A value outside a list that the council gave, or that is fixed, is a finding and counts
        as written. A blank cell counts as `blank`.
        """
        return Reader(_ListWords(self, name, blank).read)

    def choice_reader(self, name: str, default: str) -> Reader[str]:
        """Return a reader of a fixed list; what is not of the list counts as the default."""
        words = _ListWords(self, name, default)
        return Reader(words.read_choice)


class _JudgementWords:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = vocabulary.values_of("Judgements")
        self.by_word = {
            **ofsted_aliases(vocabulary.scale.judgements),
            word_key(NOT_RECORDED): NOT_RECORDED,
            **{word_key(value): value for value in self._known},
            **vocabulary.aliases.get("Judgements", {}),
            **vocabulary.aliases.get("Not judged", {}),
        }

    def read(self, cell: CellValue) -> str | Finding[str | None] | None:
        text = read_text(cell)
        if not text:
            return None
        judgement = self.by_word.get(word_key(text))
        if judgement is not None:
            return judgement
        if is_not_applicable(cell):
            return NOT_APPLICABLE
        facts = {"nearest": did_you_mean(text, self._known), "hint": self._lines(text)}
        return Finding(None, "unknown-judgement", facts)

    def _lines(self, text: str) -> str:
        meant = find_nearest(text, self._known) or PLACEHOLDER
        return with_lines("unknown-judgement", "values.Judgements", text, meant)


def ofsted_aliases(judgements: tuple[str, ...]) -> dict[str, str]:
    """Return the built-in aliases of the Ofsted words that a scale has.

    The numbers hold only on a scale that has no other words.
    """
    words = {word_key(value): value for value in judgements}
    if _LONG_RI in words:
        words.setdefault("requires improvement", words[_LONG_RI])
    is_ofsted = set(words) <= {*_OFSTED_WORDS, _LONG_RI}
    return {
        alias: words[word]
        for word, aliases in _OFSTED_WORDS.items()
        if word in words
        for alias in (word, *aliases)
        if alias not in words and (is_ofsted or not alias.isdigit())
    } | ({"requires improvement": words[_LONG_RI]} if _LONG_RI in words else {})


class _ListWords:
    def __init__(self, vocabulary: Vocabulary, name: str, blank: str) -> None:
        self._name = name
        self._blank = blank
        self._values = vocabulary.values_of(name)
        self._is_given = name in vocabulary.lists or name in CLOSED_LISTS
        built_in = {
            alias: value
            for alias, value in _FIXED_ALIASES.get(name, {}).items()
            if value in self._values
        }
        self._by_word = {
            **built_in,
            **{word_key(value): value for value in self._values},
            **vocabulary.aliases.get(name, {}),
        }
        self._met: dict[str, str] = {}

    def read(self, cell: CellValue) -> str | Finding[str]:
        text = read_text(cell)
        if not text:
            return self._blank
        known = self._by_word.get(word_key(text))
        if known is not None:
            return known
        if is_not_applicable(cell):
            return NOT_APPLICABLE
        if self._is_given:
            return self._outside(text, text, "it counts as written")
        first = self._met.setdefault(word_key(text), text)
        if first != text:
            return Finding(first, "spelling-differs", {"known": first})
        return text

    def read_choice(self, cell: CellValue) -> str | Finding[str]:
        text = read_text(cell)
        if not text or is_not_applicable(cell):
            return self._blank
        known = self._by_word.get(word_key(text))
        if known is not None:
            return known
        taken = f"it counts as {self._blank}" if self._blank else "it counts as blank"
        return self._outside(self._blank, text, taken)

    def _outside(self, value: str, text: str, taken: str) -> Finding[str]:
        facts = {
            "list": self._name,
            "nearest": did_you_mean(text, self._values),
            "taken": taken,
        }
        meant = find_nearest(text, self._values)
        if meant and self._name in COUNCIL_LISTS:
            table = f"values.{toml_key(self._name)}"
            facts["hint"] = with_lines("not-in-list", table, text, meant)
        return Finding(value, "not-in-list", facts)
