"""Two pages made of the record of what the tests notice: the shares, and what survived, and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from proof_record import FEWEST_KILLED, FEWEST_TRIED, LEAST_COVERED, Record, Tried

_PROOF = """\
# What the tests notice

The tests run {lines:.1f}% of the program's lines and {branches:.1f}% of its branches, \
{least}% of each at least. \
In the core modules, which read values, find columns, count, and hide what is small, that is not \
enough: there [mutmut](https://mutmut.readthedocs.io) changes one thing at a time, such as `<` \
into `<=`, and the tests have to fail. Of each module's mutants that were tried they kill \
{fewest}% at least; {tried:,} of all {mutants:,} were tried, and {killed:,} killed ({score:.1f}%). \
[What survived](survivors.md) says why.

| core module | lines and branches run | mutants | tried | killed | |
|---|---:|---:|---:|---:|---:|
{rows}

A module without mutants has no functions of its own, but declares records or lists. Of a large \
module {fewest_tried} mutants at least were tried, drawn at random from all of it.

## To repeat it

```sh
pip install --editable ".[test]"
python release/prove.py
```

That runs all tests once, and then, for each module that has changed since, the tests that enter \
its functions, on one mutant at a time: a few seconds for each that survives, less for the others, \
on Linux. `python release/prove.py mutants analysis/trend` takes one module alone, `--most 60` no \
more than 60 mutants of each; those that were tried before and killed are not tried again. \
The results are kept in `release/proof.json`, with the hash of each module: \
`python release/prove.py --check` says which of them has changed since, and runs with the \
project's other checks. This page is written from that file.
"""
_SURVIVORS = """\
# Mutants that survived

A mutant that no test kills is either one that behaves as the program does, so that no test can \
tell it apart, or one that nobody should mind; the headings say which. What stands under the last \
heading is neither, and wants a test. `release/prove.py` writes this page: the lines are from its \
last run, the words from `release/survivors.toml`.
"""
_WANTED = "Still to be killed"


@dataclass(frozen=True)
class Argument:
    """Why survivors whose changed lines look alike are left alone."""

    title: str
    why: str
    pattern: str
    modules: str = "*"

    def holds(self, module: str, lines: str) -> bool:
        """Whether it is about a survivor of a module with these lines."""
        return fnmatch(module, self.modules) and bool(re.search(self.pattern, lines, re.MULTILINE))


def read_arguments(path: Path) -> tuple[Argument, ...]:
    """Read why survivors are left alone; the first that holds counts."""
    return tuple(
        Argument(**fields) for fields in tomllib.loads(path.read_text("utf-8"))["argument"]
    )


def build_proof(record: Record) -> str:
    """Return the page of the shares."""
    tried = record.tried
    number = sum(each.tried for each in tried.values())
    killed = sum(each.killed for each in tried.values())
    return _PROOF.format(
        lines=record.covered.lines,
        branches=record.covered.branches,
        least=LEAST_COVERED,
        fewest=FEWEST_KILLED,
        fewest_tried=FEWEST_TRIED,
        mutants=sum(each.mutants for each in tried.values()),
        tried=number,
        killed=killed,
        score=100 * killed / number if number else 100,
        rows="\n".join(_build_row(record, name) for name in sorted(tried)),
    )


def _build_row(record: Record, name: str) -> str:
    tried = record.tried[name]
    covered = record.covered.modules.get(name)
    shares = (
        "" if covered is None else f"{covered:.1f}%",
        f"{tried.score:.1f}%" if tried.mutants else "",
    )
    counts = f"{tried.mutants} | {tried.tried} | {tried.killed}"
    return f"| {name} | {shares[0]} | {counts} | {shares[1]} |"


def build_survivors(record: Record, arguments: Sequence[Argument]) -> str:
    """Return the page of what survived, under the arguments that hold."""
    parts = [_SURVIVORS]
    found = sort_survivors(record.tried, arguments)
    for argument in (*arguments, None):
        if shown := found.get(argument):
            title = argument.title if argument else _WANTED
            why = f"{argument.why}\n\n" if argument else ""
            parts.append(f"## {title}\n\n{why}```diff\n" + "\n".join(shown) + "\n```\n")
    return "\n".join(parts)


def sort_survivors(
    tried: Mapping[str, Tried], arguments: Sequence[Argument]
) -> dict[Argument | None, list[str]]:
    """Return the survivors by the first argument that holds; none does for some."""
    found: dict[Argument | None, list[str]] = {}
    for module, mutant, lines in _list_survivors(tried):
        argument = next((each for each in arguments if each.holds(module, lines)), None)
        found.setdefault(argument, []).append(f"@@ {module} {_name_function(mutant)} @@\n{lines}")
    return found


def _list_survivors(tried: Mapping[str, Tried]) -> Iterator[tuple[str, str, str]]:
    for module in sorted(tried):
        for mutant, lines in tried[module].survived.items():
            yield module, mutant, lines


def _name_function(mutant: str) -> str:
    """Return the function's own name: `Reader.read` of `xǁReaderǁread__mutmut_2`."""
    return re.sub(r"^x[_ǁ]", "", mutant.partition("__mutmut_")[0]).replace("ǁ", ".")
