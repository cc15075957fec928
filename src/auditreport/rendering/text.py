"""Text made harmless for the place where it is printed."""

from __future__ import annotations

import re

from auditreport.analysis.hidden import SYMBOL

# Controls, marks that turn or hide text (zero-width, bidirectional, byte order), non-characters.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udfff]"
)
_MARKDOWN = re.compile(r"[\\`*_\[\]#|~$<>&^]|@|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_HIDDEN = re.compile(r"&#91;c&#93;(?![(:])")  # before either it could begin a link
_BLANKS = re.compile(r"[ \t]+")  # several would indent code or break a line
_NOT_WORDS = re.compile(r"[^\w ,]|_")
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)](?:\s|$)))", re.MULTILINE)


def show_invisible(text: str) -> str:
    """Write characters that cannot be seen as `[U+202E]`, so that they act on nothing."""
    if text.isprintable():  # as most are, and told in a tenth of the time
        return text
    return _INVISIBLE.sub(lambda match: f"[U+{ord(match[0]):04X}]", text.replace("\r\n", "\n"))


def escape_markdown(text: str) -> str:
    """Return text that every Markdown reader shows as typed.

    Characters that could begin markup become numeric references; the rest stays readable, and so
    does the symbol of a hidden count, which begins no link where none is defined by that name.
    """
    shown = _BLANKS.sub(" ", show_invisible(text))
    if shown.replace(" ", "").isalnum():
        return shown
    escaped = _MARKDOWN.sub(_reference, shown)
    return _escape_line_start(_HIDDEN.sub(SYMBOL, escaped))


def escape_typst(text: str) -> str:
    """Return text that typst shows as typed, between quotation marks as well as in running text.

    Whatever is neither letter, numeral, blank nor comma is given by its number, so that nothing
    is left that could be markup, code or the end of a string.
    """
    shown = show_invisible(text).replace("\t", " ")
    return _NOT_WORDS.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", shown)


def _reference(match: re.Match[str]) -> str:
    names = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return names.get(match[0]) or f"&#{ord(match[0])};"


def _escape_line_start(text: str) -> str:
    """Keep a line of text from being read as a list, a rule or an underlined heading."""

    def escape(match: re.Match[str]) -> str:
        mark = match[2]
        if mark.isdigit():
            return f"{match[1]}{mark[:-1]}&#{ord(mark[-1])};"
        return f"{match[1]}&#{ord(mark)};"

    return _LINE_START.sub(escape, text)
