"""No private text stands in any byte of a public edition, however it is packed or written."""

from __future__ import annotations

import base64
import gzip
import html
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from councils import make_council
from opened_files import find_texts
from records import action, analysed, narrative, schedule_entry

from auditreport.analysis.publishing import publish
from auditreport.reading import Reading
from auditreport.reading.dataset import Audit, DataSet, ThematicCase
from auditreport.rendering import FORMATS, render

MARKS = tuple(f"Zq{letter}xj" for letter in "ABCDEFGHIJKLMNOP")
MARK = MARKS[0]


@cache
def public_files() -> Mapping[str, bytes]:
    edition = publish(Reading(mark_all(make_council(9)), ()), tool="auditreport 0.1.0")
    return render(edition.figures, tuple(FORMATS))


@cache
def internal_files() -> Mapping[str, bytes]:
    return render(analysed(mark_all(make_council(9)), None), tuple(FORMATS))


def forms_of(names: Iterable[str]) -> set[str]:
    return {name.rpartition(".")[2] for name in names}


def test_no_file_of_any_form_holds_private_text() -> None:
    files = public_files()
    assert forms_of(files) == {"html", "md", "svg", "docx", "pdf", "xlsx", "json"}
    assert {name: found for name, data in files.items() if (found := find_texts(data, MARKS))} == {}
    assert find_texts("".join(files).encode(), MARKS) == set()


def test_every_form_of_an_internal_report_of_that_council_holds_private_text() -> None:
    marked = {name for name, data in internal_files().items() if find_texts(data, MARKS)}
    assert forms_of(marked) == {"html", "md", "docx", "pdf", "xlsx", "json"}


def packed(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("docProps/core.xml", data)
    return target.getvalue()


def named(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr(data.decode(), b"")
    return target.getvalue()


def drawn(data: bytes) -> bytes:
    """Return a picture's head with a packed remark."""
    chunk = b"Comment\0\0" + zlib.compress(data)
    return b"\x89PNG\r\n\x1a\n" + len(chunk).to_bytes(4) + b"zTXt" + chunk + bytes(4)


WAYS: Mapping[str, Callable[[bytes], bytes]] = {
    "as it is": bytes,
    "in capitals": bytes.upper,
    "in two bytes a letter": lambda data: data.decode().encode("utf-16"),
    "per cent": lambda data: b"".join(b"%%%02X" % letter for letter in data),
    "entities": lambda data: "".join(f"&#{letter};" for letter in data).encode(),
    "escapes of JSON": lambda data: "".join(f"\\u{letter:04x}" for letter in data).encode(),
    "in hexadecimal": lambda data: b"<" + data.hex().encode() + b">",
    "in a package": packed,
    "as the name of a part": named,
    "in a package in a package": lambda data: packed(packed(data)),
    "gzipped": gzip.compress,
    "in a data address": lambda data: b'"data:image/png;base64,' + base64.b64encode(data) + b'"',
    "beside a picture": drawn,
}


@pytest.mark.parametrize("way", WAYS)
def test_text_is_found_however_it_is_written(way: str) -> None:
    written = WAYS[way](html.escape(f"by {MARK}.").encode())
    assert find_texts(written, MARKS) == {MARK}


def mark_all(council: DataSet) -> DataSet:
    """Return a council with a mark in everything that no public edition may hold."""
    day = date(2016, 4, 1)
    return replace(
        council,
        audits=tuple(_mark_audit(found, row) for row, found in enumerate(council.audits)),
        thematic=tuple(
            replace(theme, auditor=MARKS[7], cases=tuple(map(_mark_case, theme.cases)))
            for theme in council.thematic
        ),
        responses=tuple(
            replace(
                row,
                publish=False,
                audit_ref=MARKS[10],
                replies={
                    code: reply if reply is None or reply.offered else replace(reply, text=MARKS[0])
                    for code, reply in row.replies.items()
                },
            )
            for row in council.responses
        ),
        actions=(action(text=MARKS[11], owner=MARKS[12], outcome=MARKS[13], due=day),),
        narrative=(narrative(MARKS[14]),),
        schedule=(schedule_entry(day, day, note=MARKS[15], publish=False),),
    )


def _mark_audit(audit: Audit, row: int) -> Audit:
    return replace(
        audit,
        ref=f"{MARKS[1]}{row}",
        case_ref=MARKS[2],
        auditors=(MARKS[3],),
        moderator=MARKS[4],
        action_taken=MARKS[5],
        strengths=MARKS[6],
        areas_for_development=MARKS[6],
        immediate_concern=True,
    )


def _mark_case(case: ThematicCase) -> ThematicCase:
    found = {
        item: replace(mark, reason=mark.reason and MARKS[8]) for item, mark in case.evidence.items()
    }
    return replace(case, label=MARKS[9], observation=MARKS[9], evidence=found)
