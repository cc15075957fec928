"""A clean data set into figures: pure functions, no clock, no file."""

from auditreport.analysis.assembly import analyse
from auditreport.analysis.figures_json import figures_json

__all__ = ["analyse", "figures_json"]
