"""Problems as lines for a terminal: aligned, grouped by workbook, plain text alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from auditreport.problems import Problem, Severity
from auditreport.records import record

_MOST_ALIKE = 3
_MOST_OF_A_CODE = 12
_MOST_MAPPED = 24
_SHOWN = 3
_CELL = re.compile(r"([A-Z]+)(\d+)")
_SEVERITIES = tuple(Severity)
_MAPPING_LEAD = (
    "Instead of mending, if these are your council's own names and words: whoever set auditreport"
    " up can add these lines to auditreport.toml beside the workbook (below a line in [ ] that is"
    " there already; ... stands for what is meant):"
)


@record
class Line:
    """One line of the list: a problem and the cells, in order, of all that are like it."""

    problem: Problem
    cells: tuple[str, ...]
    same_value: bool = True

    @property
    def message(self) -> str:
        """What is said of it: of many cells the number, and the first of them."""
        text = self.problem.message
        if len(self.cells) == 1:
            return text
        first = ", ".join(self.cells[:_SHOWN])
        if self.same_value:
            return f"{text} ({len(self.cells)} cells, first {first})"
        return f"{text} ({len(self.cells)} cells like this, first {first})"


def render_problems(problems: Iterable[Problem], *, every_cell: bool = False) -> str:
    """Render problems as a list, a heading a workbook, errors first, then in the sheets' order.

    Many alike become one line, unless `every_cell` is asked for, which shows hints too.
    """
    by_workbook: dict[str, list[Problem]] = {}
    for problem in problems:
        by_workbook.setdefault(problem.workbook, []).append(problem)
    parts = [
        _render_workbook(workbook, _sort(found), every_cell)
        for workbook, found in by_workbook.items()
    ]
    return "\n".join(parts)


def render_mapping(problems: Iterable[Problem]) -> str:
    """Return the lines of auditreport.toml that would make names and words known, each once.

    Words stand there where several cells hold them: one alone is sooner corrected. Empty where
    there is nothing to map.
    """
    counts = Counter(
        (table, line)
        for problem in problems
        for table, _, line in [problem.hint.partition("\n")[2].partition("\n")]
        if line
    )
    wanted = [
        (table, line)
        for (table, line), count in counts.items()
        if not table.startswith("[values.") or count >= _MOST_ALIKE
    ]
    if not wanted:
        return ""
    tables: dict[str, list[str]] = {}
    for table, line in wanted[:_MOST_MAPPED]:
        tables.setdefault(table, []).append(line)
    lines = [f"  {plain(line)}" for table, found in tables.items() for line in (table, *found)]
    more = len(wanted) - _MOST_MAPPED
    rest = [f"  # and {more:,} more, of which --json tells"] if more > 0 else []
    return "\n".join([_MAPPING_LEAD, *lines, *rest])


def summarise_problems(problems: Iterable[Problem]) -> str:
    """Return how many of each severity there are: `1 error, 2 warnings`."""
    found = [problem.severity for problem in problems]
    counts = [(found.count(severity), severity) for severity in _SEVERITIES]
    return ", ".join(count_of(count, severity) for count, severity in counts if count)


def count_of(count: int, noun: str) -> str:
    """Return a number with its noun, in the plural where there are several."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def plain(text: str) -> str:
    """Return text that cannot steer a terminal: what is unseen is shown, as in `[U+202E]`."""
    return "".join(map(_plain_character, text))


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    if category in ("Cf", "Cs", "Co", "Cn"):
        return f"[U+{ord(character):04X}]"
    return character


def _render_workbook(workbook: str, problems: Sequence[Problem], every_cell: bool) -> str:
    lines = [Line(problem, (problem.cell,)) for problem in problems]
    if not every_cell:
        lines = _group(lines)
    rows = [
        (plain(_place(line.problem)), str(line.problem.severity), line.problem.code, line)
        for line in lines
    ]
    widths = [max(len(str(row[column])) for row in rows) for column in range(3)]
    rendered = [plain(workbook) or "all workbooks"]
    for place, severity, code, line in rows:
        columns = (place.ljust(widths[0]), severity.ljust(widths[1]), code.ljust(widths[2]))
        rendered.append("  " + "   ".join((*columns, plain(line.message))))
        if every_cell and line.problem.hint:
            remedy = line.problem.hint.partition("\n")[0]
            rendered.append(f"      {plain(remedy)}")
    return "\n".join(rendered)


def _place(problem: Problem) -> str:
    return "!".join(part for part in (problem.sheet, problem.cell) if part) or "-"


def _sort(problems: Sequence[Problem]) -> list[Problem]:
    sheets = list(dict.fromkeys(problem.sheet for problem in problems))
    return sorted(
        problems,
        key=lambda problem: (
            _SEVERITIES.index(problem.severity),
            sheets.index(problem.sheet),
            _row_then_column(problem.cell),
        ),
    )


def _row_then_column(cell: str) -> tuple[int, int, str]:
    match = _CELL.match(cell)
    return (int(match[2]), len(match[1]), match[1]) if match else (0, 0, cell)


def _group(lines: Sequence[Line]) -> list[Line]:
    """Make one line of the same code and value in a sheet, then of a code that still has many."""
    alike = _gather(lines, most=_MOST_ALIKE, with_value=True)
    return _gather(alike, most=_MOST_OF_A_CODE, with_value=False)


def _gather(lines: Sequence[Line], *, most: int, with_value: bool) -> list[Line]:
    groups: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault(_likeness(line.problem, with_value), []).append(line)
    gathered: list[Line] = []
    for line in lines:
        group = groups[_likeness(line.problem, with_value)]
        if len(group) <= most:
            gathered.append(line)
        elif line is group[0]:
            cells = tuple(cell for member in group for cell in member.cells)
            gathered.append(Line(line.problem, cells, same_value=with_value))
    return gathered


def _likeness(problem: Problem, with_value: bool) -> tuple[str, ...]:
    value = problem.value if with_value else ""
    return (problem.severity, problem.code, problem.sheet, value)
