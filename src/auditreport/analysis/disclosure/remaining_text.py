"""The text that remains in a public edition, checked for people, references and hidden counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from auditreport.analysis.disclosure.case_references import ReferenceFinder
from auditreport.analysis.disclosure.ledger import Key
from auditreport.analysis.disclosure.name_finding import NameFinder
from auditreport.analysis.disclosure.people import find_people, list_words_of_lists
from auditreport.analysis.disclosure.published_texts import PublishedText, list_published_texts
from auditreport.analysis.disclosure.telling_numbers import HiddenCounts
from auditreport.analysis.disclosure.typed_numbers import list_typed_numbers
from auditreport.analysis.figures import Figures
from auditreport.problems import Place, Problem, ProblemLog
from auditreport.reading.dataset import DataSet
from auditreport.reading.personal_words import find_personal, might_be_personal

_KINDS = {
    "email-in-text": "an e-mail address",
    "postcode-in-text": "a postcode",
    "telephone-in-text": "a telephone number",
    "nhs-number-in-text": "an NHS number",
    "upn-in-text": "a unique pupil number",
    "birth-date-in-text": "a date of birth",
}


def check_remaining_text(
    public: DataSet, internal: DataSet, figures: Figures, hidden: Mapping[Key, int]
) -> tuple[Problem, ...]:
    """Return an error for each cell whose text a public edition may not hold.

    `public` is the data set without private text, `internal` as it was read; `figures` are the
    public ones with their narrative; `hidden` are the true values of the counts that they hide.
    No message quotes a text.
    """
    log = ProblemLog()
    texts = list_published_texts(public, figures)
    _check_names(texts, internal, log)
    _check_references(texts, internal, log)
    _check_personal(texts, log)
    for place in _find_telling(public, figures, hidden):
        log.add("number-tells-hidden-count", place)
    return log.problems


def _check_names(texts: Iterable[PublishedText], data: DataSet, log: ProblemLog) -> None:
    finder = NameFinder(find_people(data), list_words_of_lists(data))
    for found in texts:
        person = finder.find(found.text, is_prose=found.is_prose)
        if person is not None:
            log.add("name-in-public-text", found.place, where=person.place)


def _check_references(texts: Iterable[PublishedText], data: DataSet, log: ProblemLog) -> None:
    finder = ReferenceFinder(data)
    codes = {question.code for question in data.questions}
    for found in texts:
        is_our_own = not found.is_prose and (not found.place.sheet or found.text in codes)
        place = None if is_our_own else finder.find(found.text, is_prose=found.is_prose)
        if place is not None:
            log.add("reference-in-public-text", found.place, where=place)


def _check_personal(texts: Iterable[PublishedText], log: ProblemLog) -> None:
    for found in texts:
        if might_be_personal(found.text):
            for code in find_personal(found.text):
                log.add("personal-data-in-public-text", found.place, what=_KINDS[code])


def _find_telling(public: DataSet, figures: Figures, hidden: Mapping[Key, int]) -> Iterator[Place]:
    """Yield each cell once in which a typed number tells a hidden count."""
    counts = HiddenCounts(figures, hidden)
    numbers = dict.fromkeys(list_typed_numbers(public))  # one sentence may say a number often
    told = (number.place for number in numbers if counts.are_told_by(number))
    yield from dict.fromkeys(told)
