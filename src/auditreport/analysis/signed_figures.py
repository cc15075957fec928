"""What changed since a report was signed off, as figures."""

from __future__ import annotations

from datetime import date

from auditreport.records import record


@record
class SignedChange:
    """A figure that is not what it was when it was signed off, in words as they are printed.

    `path` is the way to it through figures.json; what stands in a list there is named by words.
    """

    figure: str
    then: str
    now: str
    path: tuple[str, ...]


@record
class ChangedSinceSigned:
    """The report beside its sign-off of `signed_on`, kept in `file`.

    `signed_again_on` is the day on which the report was signed off as it is now, where it had
    been signed off otherwise before.
    """

    signed_on: date
    file: str
    input_sha256s: tuple[str, ...]
    changes: tuple[SignedChange, ...]
    signed_again_on: date | None
