"""Judgements counted: how many of each, their percentages, and how many Good or better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from auditreport.analysis.figures import Distribution, Good
from auditreport.analysis.proportions import find_wilson_interval, round_percent, split_hundred
from auditreport.reading.dataset import NOT_APPLICABLE, NOT_RECORDED, Scale


def name_not_judged(scale: Scale) -> tuple[str, ...]:
    """Return the scale's words for what was not judged, with the two that any cell can mean."""
    words = dict.fromkeys((*scale.not_judged, NOT_APPLICABLE, NOT_RECORDED))
    return tuple(word for word in words if word not in scale.judgements)


def summarise_good(count: int, base: int) -> Good:
    """Return a count of Good or better with its share and interval."""
    if base == 0:
        return Good(count, base, None, None, None)
    low, high = find_wilson_interval(count, base)
    percent = round_percent(count, base)
    return Good(count, base, percent, round(100 * low, 1), round(100 * high, 1))


def summarise_judgements(judgements: Iterable[str | None], scale: Scale) -> Distribution:
    """Count judgements; None is Not recorded, and a word not of the scale is not judged."""
    return summarise_counted(Counter(judgements), scale)


def summarise_counted(counted: Mapping[str | None, int], scale: Scale) -> Distribution:
    """Return the distribution of judgements that are counted already."""
    found = Counter(counted)
    blank = found.pop(None, 0)
    words = Counter({word: count for word, count in found.items() if word is not None})
    words[NOT_RECORDED] += blank
    return _summarise_counts(words, scale)


def add_distributions(parts: Iterable[Distribution], scale: Scale) -> Distribution:
    """Return the distribution of all that the parts counted."""
    words: Counter[str] = Counter()
    for part in parts:
        words.update(part.counts)
        words.update(part.not_judged)
    return _summarise_counts(words, scale)


def _summarise_counts(words: Counter[str], scale: Scale) -> Distribution:
    counts = {word: words.pop(word, 0) for word in scale.judgements}
    not_judged = {word: words.pop(word, 0) for word in name_not_judged(scale)}
    not_judged |= sorted(words.items())
    # The worse judgement comes first in a tie; what is not judged comes last.
    worst_first = tuple(reversed(counts))
    n = sum(counts.values())
    good = sum(count for word, count in counts.items() if word in scale.good_or_better)
    return Distribution(
        n=n,
        counts=counts,
        not_judged=not_judged,
        percent=split_hundred(counts, worst_first),
        share=split_hundred(counts | not_judged, (*worst_first, *not_judged)),
        good_or_better=summarise_good(good, n),
    )
