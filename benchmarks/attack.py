"""Attacks the public editions of random councils, and says what was recovered and in what time.

Each edition's figures.json and page are attacked together; with --every-form all other forms are
held against the two, and against those of a council that differs in hidden counts alone.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from attacker import attack, count_hidden
from councils import make_council
from editions import count_all, publish_proved, render_twin
from page_tree import read_page
from public_forms import (
    find_figures,
    find_form,
    find_not_of_figures,
    find_other_tables,
    find_telling_lengths,
    find_telling_pictures,
    read_html,
)

from auditreport.analysis.disclosure.disclosure_log import build_log
from auditreport.analysis.disclosure.edition import Edition
from auditreport.errors import DisclosureFault
from auditreport.reading.dataset import DataSet
from auditreport.rendering import FORMATS, render

_PROCESSES = 2
_PAGE = ("html",)
Files = Mapping[str, bytes]


@dataclass
class Result:
    """What became of one council's edition: what was found in it, and how much it hides."""

    seed: int
    outcome: str
    found: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def attack_council(seed: int, *, every_form: bool, minimum: bool) -> Result:
    """Attack the edition of one council."""
    council = make_council(seed)
    forms = tuple(FORMATS) if every_form else _PAGE
    try:
        edition = publish_proved(council)
    except DisclosureFault as fault:
        return Result(seed, "refused", [str(fault)])
    files = render(edition.figures, forms)
    found = [*_attack(council, files), *find_not_of_figures(files, forms)]
    counts = count_hidden(find_figures(files), protect=council.settings.protect_judgements)
    if every_form:
        found += _compare_forms(council, files)
    if minimum:
        counts += _read_minimum(edition, council)
    limit = council.settings.hide_counts_up_to
    return Result(seed, f"hide up to {limit}: {'told' if found else 'kept'}", found, counts)


def _attack(council: DataSet, files: Files) -> Iterator[str]:
    """Yield the counts that are recovered from figures.json and page together."""
    recovered = attack(
        find_figures(files),
        count_all(council),
        protect=council.settings.protect_judgements,
        told=read_html(files),
    )
    for count in recovered:
        yield f"{' > '.join(count.path)} is {' or '.join(map(str, count.possible))}"


def _compare_forms(council: DataSet, files: Files) -> Iterator[str]:
    yield from (f"tables of {form}" for form in find_other_tables(files))
    yield from find_telling_lengths(read_page(find_form(files, "html").decode()))
    yield from find_telling_pictures(files)
    twin = render_twin(council, files, tuple(FORMATS))
    if twin:
        yield from (
            f"{name} of a twin" for name in {**files, **twin} if files.get(name) != twin.get(name)
        )


def _read_minimum(edition: Edition, council: DataSet) -> Counter[str]:
    """Return how many counts the log says are hidden in sums, and the proven minimum of these."""
    told = dict(build_log(edition, council).facts).get("Proven minimum", "0, beside 0")
    fewest, hidden = (int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", told)[:2])
    return Counter({"fewest": fewest, "hidden in sums": hidden})


def main() -> None:
    """Attack as many councils as are asked for, and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("councils", type=int, nargs="?", default=1000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first council")
    parser.add_argument("--every-form", action="store_true", help="Word, PDF, tables, charts too")
    parser.add_argument("--minimum", action="store_true", help="the proven minimum too: slow")
    given = parser.parse_args()
    work = partial(attack_council, every_form=given.every_form, minimum=given.minimum)
    start = time.perf_counter()
    with ProcessPoolExecutor(_PROCESSES) as pool:
        seeds = range(given.first, given.first + given.councils)
        outcomes, counts = _collect(pool.map(work, seeds))
    for outcome, councils in sorted(outcomes.items()):
        print(f"{outcome}: {councils}")
    _print_counts(counts)
    print(f"{given.councils} councils in {time.perf_counter() - start:.0f} s")


def _collect(results: Iterator[Result]) -> tuple[Counter[str], Counter[str]]:
    """Return what became of editions, and how much they hide; name those that tell anything."""
    outcomes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for result in results:
        outcomes[result.outcome] += 1
        counts += result.counts
        if result.found:
            print(f"council {result.seed}: {result.outcome}: {'; '.join(result.found)}", flush=True)
    return outcomes, counts


def _print_counts(counts: Counter[str]) -> None:
    hidden, total = counts["hidden"], counts["all"]
    print(f"hidden: {hidden} of {total} counts of children, {100 * hidden / max(1, total):.0f}%")
    if counts["hidden in sums"]:
        print(f"hidden in sums: {counts['hidden in sums']}, at least {counts['fewest']}")


if __name__ == "__main__":
    main()
