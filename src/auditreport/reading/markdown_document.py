"""A narrative in Markdown: headings, paragraphs, lists and tables, as passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from auditreport.reading.narrative_passages import Loss, Passage, PassageKind

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_BULLET = re.compile(r"\s*[-*+•][ \t]+(\S.*)")
_ITEM = re.compile(r"\s*\d{1,9}[.)][ \t]+(\S.*)")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_QUOTED = re.compile(r"^(?: {0,3}> ?)+")
_DEFINITION = re.compile(r" {0,3}\[(\^?)[^\]]+\]:\s*\S.*")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>()]+)>")
_STRONG = re.compile(r"(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,2}|_{1,2})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([!\"#$%&'()+,./:;<=>?@^`{}~-])")  # the others mean the same to us
_REFERENCE = re.compile(r"(\{\{.*?\}\})")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


def read_markdown(text: str) -> MarkdownReader:
    """Read a text; its passages, losses and comments are in what is returned."""
    reader = MarkdownReader()
    shown = _COMMENT.sub(reader.pass_comment, text.replace("\r\n", "\n").replace("\r", "\n"))
    for number, line in enumerate(shown.split("\n"), 1):
        reader.read_line(number, line.expandtabs(4))
    reader.end_passage()
    return reader


@dataclass(slots=True)
class MarkdownReader:
    """Reads lines one by one; a passage ends where a line begins another."""

    passages: list[Passage] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    comments: int = 0
    _open: list[str] = field(default_factory=list)
    _start: int = 0
    _kind: PassageKind = PassageKind.PARAGRAPH
    _fence: str = ""

    def pass_comment(self, found: re.Match[str]) -> str:
        """Count a comment; its line breaks stay, so that lines keep their numbers."""
        self.comments += 1
        return "\n" * found[0].count("\n")

    def read_line(self, number: int, line: str) -> None:
        """Read the next line."""
        if self._fence or _FENCE.match(line):
            self._read_code(number, line)
            return
        line = _QUOTED.sub("", line)
        if not line.strip():
            self.end_passage()
        elif not self._read_heading(number, line):
            self._read_text(number, line)

    def _read_code(self, number: int, line: str) -> None:
        """Leave a block of code out: narrative text has no place for it."""
        fence = _FENCE.match(line)
        if self._fence:
            closes = fence is not None and fence[1].startswith(self._fence)
            self._fence = "" if closes else self._fence
        elif fence:
            self.end_passage()
            self._fence = fence[1]
            self.losses.append(Loss(number, "a block of code"))

    def _read_heading(self, number: int, line: str) -> bool:
        """Read a line that makes a heading, of itself or of the line above, or is a rule."""
        if heading := _HEADING.fullmatch(line):
            self.end_passage()
            text = _bare(self._clean(number, heading[2] or ""))
            self.passages.append(Passage(number, PassageKind.HEADING, text, len(heading[1])))
            return True
        underline = _UNDERLINE.fullmatch(line)
        if underline and len(self._open) == 1 and self._kind is PassageKind.PARAGRAPH:
            level = 1 if underline[1][0] == "=" else 2
            text = _bare(self._open.pop())
            self.passages.append(Passage(self._start, PassageKind.HEADING, text, level))
            return True
        if _RULE.fullmatch(line):
            self.end_passage()
            return True
        return False

    def _read_text(self, number: int, line: str) -> None:
        if definition := _DEFINITION.fullmatch(line):
            what = "a footnote" if definition[1] else "a link by reference"
            self.losses.append(Loss(number, what))
            return
        bullet, item = _BULLET.fullmatch(line), _ITEM.fullmatch(line)
        if bullet:
            self._begin(number, PassageKind.BULLET)
            line = f"- {bullet[1]}"
        elif item:
            self._begin(number, PassageKind.NUMBERED)
            line = f"1. {item[1]}"
        elif line.lstrip().startswith("|"):
            if self._kind is not PassageKind.TABLE:
                self._begin(number, PassageKind.TABLE)
        elif not self._open or self._kind is PassageKind.TABLE:
            self._begin(number, PassageKind.PARAGRAPH)
        self._open.append(self._clean(number, line))

    def _begin(self, number: int, kind: PassageKind) -> None:
        self.end_passage()
        self._start, self._kind = number, kind

    def end_passage(self) -> None:
        """Close the passage that is open: its lines are joined as Markdown joins them."""
        if self._open:
            text = "".join(_join(self._open, keep=self._kind is PassageKind.TABLE)).strip()
            self.passages.append(Passage(self._start, self._kind, text))
        self._open, self._kind = [], PassageKind.PARAGRAPH

    def _clean(self, number: int, line: str) -> str:
        """Return a line without what cannot be carried over, which is lost."""
        for pattern, what in ((_PICTURE, "a picture"), (_FOOTNOTE, "a footnote")):
            line, found = pattern.subn("", line)
            self.losses.extend([Loss(number, what)] * bool(found))
        pieces = _REFERENCE.split(line)
        return "".join(p if n % 2 else _tidy(p) for n, p in enumerate(pieces))


def _tidy(text: str) -> str:
    """Write Markdown that narrative text lacks in the way that it has."""
    text = _AUTOLINK.sub(r"[\1](\1)", text)
    return _ESCAPED.sub(r"\1", _STRONG.sub(r"**\1**", text))


def _bare(text: str) -> str:
    """Return a heading's text, which has no emphasis of its own."""
    return _EMPHASIS.sub(r"\2", text).strip()


def _join(lines: list[str], *, keep: bool) -> Iterator[str]:
    for line in lines:
        is_broken = keep or _HARD_BREAK.search(line)
        yield _HARD_BREAK.sub("", line).strip() + ("\n" if is_broken else " ")
