"""Distributions and counts as stacked bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Distribution, EvidenceItem, ScaleNames
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import BarRow, Bars, Tone
from auditreport.rendering.wording import (
    count_of,
    count_with_base,
    join_words,
    noun_for,
    share_of,
)


def good_label(scale: ScaleNames) -> str:
    """Name what counts as good: `Good or better`, or the best judgement alone."""
    return scale.good_label


def judgement_bars(
    scale: ScaleNames, chart_id: str, caption: str, heading: str, rows: Mapping[str, Distribution]
) -> Bars:
    """Draw one bar a row, its parts the judgements, best first, then what was not judged."""
    words = scale.judgements + scale.not_judged
    tones = tuple(Tone(name, f"judgement-{i}") for i, name in enumerate(scale.judgements))
    tones += tuple(Tone(name, f"unjudged-{i}") for i, name in enumerate(scale.not_judged))
    bars = tuple(
        BarRow(label, _counts(row, words), (share_of(row.good_or_better),))
        for label, row in rows.items()
    )
    described = _describe(tones, bars) if len(bars) <= 4 else _describe_range(scale, rows)
    after = (good_label(scale),)
    return _drop_unused(Bars(chart_id, caption, heading, tones, after, bars, described))


def _describe_range(scale: ScaleNames, rows: Mapping[str, Distribution]) -> str:
    """Name the highest and the lowest bar: a list of all would hide what the chart shows."""
    drawn = {label: row for label, row in rows.items() if not holds_hidden(row)}
    shares = {label: row.good_or_better for label, row in drawn.items() if row.n}
    if not shares:
        return "Nothing was judged."
    ordered = sorted(shares, key=lambda label: shares[label].count / shares[label].base)
    low, high = ordered[0], ordered[-1]
    return (
        f"{good_label(scale)} runs from {share_of(shares[low])} in {low} "
        f"to {share_of(shares[high])} in {high}."
    )


def _counts(row: Distribution, words: Sequence[str]) -> tuple[int, ...]:
    return tuple(row.counts.get(word, row.not_judged.get(word, 0)) for word in words)


def _drop_unused(bars: Bars) -> Bars:
    """Leave out the words for "not judged" that no row has; the scale itself stays whole."""
    kept = [
        i
        for i, tone in enumerate(bars.tones)
        if tone.colour.startswith("judgement") or any(row.counts[i] for row in bars.rows)
    ]
    rows = tuple(replace(row, counts=tuple(row.counts[i] for i in kept)) for row in bars.rows)
    return replace(bars, tones=tuple(bars.tones[i] for i in kept), rows=rows)


def evidence_bars(
    chart_id: str, caption: str, items: Mapping[str, EvidenceItem], denominator: str
) -> Bars:
    """Draw what was found, not found, did not apply and was not recorded, a bar an item."""
    tones = (
        Tone("Yes", "yes"),
        Tone("No", "no"),
        Tone("Did not apply", "unjudged-0"),
        Tone("Not recorded", "unjudged-1"),
    )
    rows = tuple(
        BarRow(
            name,
            (item.yes, item.no, item.not_applicable, item.not_recorded),
            (_found(item),),
        )
        for name, item in items.items()
    )
    note = f"Percentages are of {denominator.lower()}."
    return Bars(chart_id, caption, "Item", tones, ("Found",), rows, _describe(tones, rows), note)


def _found(item: EvidenceItem) -> str:
    if not item.base:
        return "none applied"
    return count_with_base(item.yes, item.base, item.percent)


def count_bars(
    chart_id: str, caption: str, heading: str, counts: Mapping[str, int], noun: str
) -> Bars:
    """Draw one bar a value, its length the count; the longest fills the width.

    `noun` says in the plural what is counted.
    """
    shown = {value: count for value, count in counts.items() if not is_hidden(count)}
    longest = max(shown.values(), default=0)
    tones = (Tone(noun[:1].upper() + noun[1:], "plain"),)
    rows = tuple(
        BarRow(value, (count,), rest=longest - count if value in shown else 0)
        for value, count in counts.items()
    )
    told = " ".join(f"{v}: {count_of(n, noun_for(1, noun), noun)}." for v, n in shown.items())
    return Bars(chart_id, caption, heading, tones, (), rows, told)


def is_drawn(row: BarRow) -> bool:
    """Tell whether all counts of a row are shown: else no bar can be drawn of them."""
    return not any(map(is_hidden, row.counts))


def _describe(tones: Sequence[Tone], rows: Sequence[BarRow]) -> str:
    drawn = (row for row in rows if is_drawn(row))
    return " ".join(f"{row.label}: {_describe_row(tones, row)}." for row in drawn)


def _describe_row(tones: Sequence[Tone], row: BarRow) -> str:
    found = [
        f"{count} {tone.label}" for tone, count in zip(tones, row.counts, strict=True) if count
    ]
    return join_words(found) or "none"


def answer_bars(
    chart_id: str,
    caption: str,
    answers: Sequence[tuple[str, bool]],
    rows: Sequence[BarRow],
) -> Bars:
    """Draw answers to closed questions; `answers` are those offered, with whether each is positive.

    Any other answer and no answer are the last two counts of each row.
    """
    offered = (
        Tone(answer, f"{'positive' if good else 'negative'}-{i}")
        for i, (answer, good) in enumerate(answers)
    )
    tones = (*offered, Tone("Another answer", "unjudged-0"), Tone("No answer", "unjudged-1"))
    return Bars(
        chart_id, caption, "Question", tones, ("Positive",), tuple(rows), _describe(tones, rows)
    )
