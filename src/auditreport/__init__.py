"""Children's services case file audits: workbooks in, the annual report out."""

__version__ = "0.1.0"
