"""What every sheet is read against: the words in use, the report's year, the log of problems."""

from __future__ import annotations

from auditreport.problems import ProblemLog
from auditreport.reading.vocabulary import Vocabulary
from auditreport.reading.year import ReportYear
from auditreport.records import record


@record
class Basis:
    """The words, the year (None where the sheet Report does not tell it) and the log."""

    vocabulary: Vocabulary
    year: ReportYear | None
    log: ProblemLog
