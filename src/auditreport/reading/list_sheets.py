"""The sheets Lists and Aliases: the scale, the lists and the council's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditreport.problems import Place, ProblemLog, quote
from auditreport.reading.ages import AgeBands, find_overlap
from auditreport.reading.contract import LISTS
from auditreport.reading.dataset import NOT_APPLICABLE, NOT_RECORDED, Scale
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.matching import did_you_mean, list_words, name_key, word_key
from auditreport.reading.raw import ErrorValue, Uncalculated
from auditreport.reading.tables import Table, name_cell
from auditreport.reading.values import NOT_APPLICABLE_WORDS, read_text, show
from auditreport.reading.vocabulary import DEFAULT_SCALE, FIXED_LISTS, Vocabulary, ofsted_aliases
from auditreport.records import record

_OF_THE_SCALE = ("Judgements", "Good or better", "Not judged")
_ALIASED_TOO = ("Gender", "Ethnicity")


@record
class _GivenList:
    values: Mapping[str, Place]
    header: Place


def read_vocabulary(
    lists: Sequence[Table], aliases: Sequence[Table], mapping: TrackerMapping, log: ProblemLog
) -> Vocabulary:
    """Return the words in use, from the sheets and from auditreport.toml."""
    given = _read_lists(lists, log)
    scale = _build_scale(given, log)
    kept = {n: tuple(g.values) for n, g in given.items() if n not in _OF_THE_SCALE}
    vocabulary = Vocabulary(scale, kept)
    if "Age bands" in given:
        _check_bands(given["Age bands"], log)
    words = _AliasCollector(vocabulary, log)
    for table in aliases:
        words.add_sheet(table)
    words.add_mapping(mapping)
    return Vocabulary(scale, kept, words.by_list)


def _read_lists(tables: Sequence[Table], log: ProblemLog) -> dict[str, _GivenList]:
    given: dict[str, _GivenList] = {}
    for table in tables:
        for column in LISTS.columns:
            found = _read_list(table, column.name, log) if column.name in table else None
            if found is None or not found.values:
                continue
            first = given.setdefault(column.name, found)
            if list(first.values) != list(found.values):
                _report_contradiction(column.name, found.header, first.header, log)
    return given


def _report_contradiction(name: str, here: Place, other: Place, log: ProblemLog) -> None:
    log.add("contradicting-lists", here, list=name, first=str(here), second=name_cell(other, here))


def _read_list(table: Table, name: str, log: ProblemLog) -> _GivenList:
    values: dict[str, Place] = {}
    met: set[str] = set()
    for position, cell in enumerate(table.cells(name)):
        place = table.place(position, name)
        if isinstance(cell, ErrorValue):
            log.add("error-value", place, value=cell.text)
        elif isinstance(cell, Uncalculated):
            log.add("not-calculated", place)
        elif text := read_text(cell):
            if word_key(text) in met:
                log.add("repeated-in-list", place, value=text, list=name)
                continue
            met.add(word_key(text))
            values[text] = place
    return _GivenList(values, table.header_place(name))


def _build_scale(given: Mapping[str, _GivenList], log: ProblemLog) -> Scale:
    own = given.get("Judgements")
    judgements = tuple(own.values) if own else DEFAULT_SCALE.judgements
    not_judged = _read_not_judged(given.get("Not judged"), judgements, own, log)
    good = _read_good(given.get("Good or better"), own, judgements, log)
    return Scale(judgements, good, not_judged)


def _read_not_judged(
    listed: _GivenList | None,
    judgements: tuple[str, ...],
    scale: _GivenList | None,
    log: ProblemLog,
) -> tuple[str, ...]:
    scale_words = {word_key(judgement): judgement for judgement in judgements}
    given = listed.values if listed else ()
    words = [_plain_not_judged(text) for text in given if word_key(text) not in scale_words]
    for text, place in listed.values.items() if listed else ():
        if word_key(text) in scale_words:
            on_scale = scale.values.get(scale_words[word_key(text)]) if scale else None
            other = on_scale or Place(place.workbook, "", "the list Judgements")
            _report_contradiction("Not judged", place, other, log)
    return tuple(dict.fromkeys((*words, *DEFAULT_SCALE.not_judged)))


def _plain_not_judged(text: str) -> str:
    """Return one spelling of the two words that mean the same on every scale."""
    if word_key(text) in NOT_APPLICABLE_WORDS:
        return NOT_APPLICABLE
    return NOT_RECORDED if word_key(text) == word_key(NOT_RECORDED) else text


def _read_good(
    listed: _GivenList | None,
    scale: _GivenList | None,
    judgements: tuple[str, ...],
    log: ProblemLog,
) -> tuple[str, ...]:
    words = ofsted_aliases(judgements) | {word_key(value): value for value in judgements}
    good: set[str] = set()
    for text, place in listed.values.items() if listed else ():
        if word_key(text) in words:
            good.add(words[word_key(text)])
        else:
            nearest = did_you_mean(text, judgements)
            log.add("unknown-judgement", place, value=text, nearest=nearest)
    if listed is None:
        good = {value for value in judgements if value in DEFAULT_SCALE.good_or_better}
        good |= {words[word_key(v)] for v in DEFAULT_SCALE.good_or_better if word_key(v) in words}
    if not good and scale is not None and listed is None:
        log.add("good-or-better-unknown", scale.header, expected=list_words(judgements))
    ordered = tuple(value for value in judgements if value in good)
    place = listed.header if listed else scale.header if scale else Place()
    if ordered != judgements[: len(ordered)]:
        log.add("good-not-best", place)
    return ordered


def _check_bands(given: _GivenList, log: ProblemLog) -> None:
    overlap = find_overlap(AgeBands(tuple(given.values)).bands)
    if overlap is not None:
        first, second = overlap
        place = given.values[second.label]
        log.add("age-bands-overlap", place, first=first.label, second=second.label)


class _AliasCollector:
    """Collects the words of the sheet Aliases and of auditreport.toml, by list."""

    def __init__(self, vocabulary: Vocabulary, log: ProblemLog) -> None:
        self._vocabulary = vocabulary
        self._log = log
        known = (*(c.name for c in LISTS.columns), *FIXED_LISTS, *_ALIASED_TOO)
        self._lists = {name_key(name): name for name in known}
        self._places: dict[tuple[str, str], Place] = {}
        self.by_list: dict[str, dict[str, str]] = {}

    def add_sheet(self, table: Table) -> None:
        """Add the aliases of a sheet."""
        columns = (table.cells(name) for name in ("List", "Written as", "Means"))
        for position, cells in enumerate(zip(*columns, strict=True)):
            name, written, means = (show(cell) for cell in cells)
            if name and written and means:
                self._add(name, written, means, table.place(position, "List"))
            else:
                empty = next(
                    column
                    for column, text in zip(
                        ("List", "Written as", "Means"), (name, written, means), strict=True
                    )
                    if not text
                )
                place = table.place(position, empty)
                self._log.add("missing-value", place, column=empty, taken="it is not used")

    def add_mapping(self, mapping: TrackerMapping) -> None:
        """Add the aliases of auditreport.toml, which go before those of a sheet."""
        self._places.clear()
        for name, words in mapping.values.items():
            for written, means in words.items():
                self._add(name, written, means, Place("auditreport.toml", f"values.{name}"))

    def _add(self, name: str, written: str, means: str, place: Place) -> None:
        known = self._lists.get(name_key(name))
        if known is None:
            nearest = did_you_mean(name, list(self._lists.values()))
            self._log.add("unknown-list", place, value=name, nearest=nearest)
            return
        value = self._value_of(known, means)
        if value is None:
            self._report_unknown_value(known, means, place)
            return
        words = self.by_list.setdefault("Judgements" if known in _OF_THE_SCALE else known, {})
        first = self._places.setdefault((known, word_key(written)), place)
        if first != place and words.get(word_key(written)) not in {None, value}:
            _report_contradiction(known, place, first, self._log)
            return
        words[word_key(written)] = value

    def _value_of(self, name: str, means: str) -> str | None:
        """Return a list's own spelling of a value; where no list was given, the value as it is."""
        if name in _OF_THE_SCALE:
            plain = _plain_not_judged(means)
            values = (*self._vocabulary.values_of("Judgements"), plain)
            known = plain in self._vocabulary.values_of("Judgements")
            by_word = ofsted_aliases(self._vocabulary.scale.judgements)
            by_word |= {word_key(value): value for value in values if known or value != plain}
            return by_word.get(word_key(plain))
        values = (*FIXED_LISTS.get(name, ()), *self._vocabulary.values_of(name))
        by_word = {word_key(value): value for value in values}
        is_given = name in self._vocabulary.lists or name in FIXED_LISTS
        return by_word.get(word_key(means), None if is_given and values else means)

    def _report_unknown_value(self, name: str, means: str, place: Place) -> None:
        if name in _OF_THE_SCALE:
            nearest = did_you_mean(means, self._vocabulary.values_of("Judgements"))
            self._log.add("unknown-judgement", place, value=means, nearest=nearest)
            return
        nearest = did_you_mean(means, self._vocabulary.values_of(name))
        taken = "the alias is not used"
        self._log.add(
            "not-in-list", place, value=quote(means), list=name, nearest=nearest, taken=taken
        )
