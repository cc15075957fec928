"""Narrative that is written in Word or Markdown, in a file beside the workbooks."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from auditreport.reading.guards import read_file
from auditreport.reading.limits import DEFAULT_LIMITS, Limits
from auditreport.reading.markdown_document import read_markdown
from auditreport.reading.narrative_passages import NarrativeDocument, join_captions
from auditreport.reading.refusal import PASSWORD, Refusal, file_fault
from auditreport.reading.word_document import read_word

_LIMITS = replace(DEFAULT_LIMITS, file_mib=50)  # pictures are in it, and are not read
_COMPOUND = b"\xd0\xcf\x11\xe0"  # what Word wrote before 2007, and writes under a password
_SAVE_AGAIN = "Open it in Word, choose Save As and Word Document (.docx), and use that file."


def read_narrative_file(path: Path) -> NarrativeDocument:
    """Read a .docx or .md file; raises `FileFault` where it cannot be read."""
    try:
        data = read_file(path, _LIMITS)
        return _read_as(path, data, _LIMITS)
    except Refusal as refusal:
        what = refusal.what.replace("workbook", "document").replace(
            "spreadsheet", "word-processing"
        )
        raise file_fault(path, Refusal(what, _SAVE_AGAIN)) from None


def _read_as(path: Path, data: bytes, limits: Limits) -> NarrativeDocument:
    digest = hashlib.sha256(data).hexdigest()
    if path.suffix.casefold() == ".md":
        text = read_markdown(_decode(data))
        passages, losses = tuple(join_captions(text.passages)), tuple(text.losses)
        return NarrativeDocument(path.name, digest, "line", passages, losses, 0, text.comments)
    if data.startswith(_COMPOUND):
        raise Refusal(PASSWORD[0].replace("file is", "file is of an older Word, or"))
    if not data.startswith(b"PK\3\4"):
        raise Refusal("The file is not a Word document.")
    word = read_word(data, limits)
    passages, losses = tuple(join_captions(word.passages)), tuple(word.losses)
    return NarrativeDocument(
        path.name, digest, "paragraph", passages, losses, word.changes, word.comments
    )


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal("The file is not UTF-8 text.") from None
