"""Attacks the public editions of random councils, and says what was recovered and in what time."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from attacker import attack
from councils import make_council
from records import analysed

from auditreport.analysis.figures_json import figures_json
from auditreport.analysis.publishing import publish
from auditreport.errors import DisclosureFault
from auditreport.publishing import prove
from auditreport.reading import Reading

_PROCESSES = 2
Result = tuple[int, str, int, float]


def attack_council(seed: int) -> Result:
    """Return a council's number, what became of its edition, the counts recovered, the seconds."""
    council, start = make_council(seed), time.perf_counter()
    edition = publish(Reading(council, ()), tool="auditreport")
    written = figures_json(edition.figures)
    try:
        prove(edition, {"x.figures.json": written.encode()})
    except DisclosureFault:
        return seed, "refused", 0, time.perf_counter() - start
    internal = json.loads(figures_json(analysed(council, None)))
    protect = council.settings.protect_judgements
    found = attack(json.loads(written), internal, protect=protect)
    limit = council.settings.hide_counts_up_to
    outcome = f"hide up to {limit}: {'recovered' if found else 'kept'}"
    return seed, outcome, len(found), time.perf_counter() - start


def main() -> None:
    """Attack as many councils as are asked for, and print what became of them."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    outcomes: Counter[str] = Counter()
    start = time.perf_counter()
    with ProcessPoolExecutor(_PROCESSES) as pool:
        for seed, outcome, recovered, _seconds in pool.map(attack_council, range(number)):
            outcomes[outcome] += 1
            if recovered or outcome == "refused":
                print(f"council {seed}: {outcome}, {recovered} counts", flush=True)
    for outcome, councils in sorted(outcomes.items()):
        print(f"{outcome}: {councils}")
    print(f"{number} councils in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
