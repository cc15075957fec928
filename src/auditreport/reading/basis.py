"""What every sheet is read against: the words in use, the report's year, the log of problems."""

from __future__ import annotations

from dataclasses import dataclass

from auditreport.problems import ProblemLog
from auditreport.reading.vocabulary import Vocabulary
from auditreport.reading.year import ReportYear


@dataclass(frozen=True, slots=True)
class Basis:
    """The words, the year (None where the sheet Report does not tell it) and the log."""

    vocabulary: Vocabulary
    year: ReportYear | None
    log: ProblemLog
