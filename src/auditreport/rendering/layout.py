"""A report laid out: parts under headings, blocks under parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from auditreport.reading.logo import Logo
from auditreport.records import record
from auditreport.rendering.blocks import Bars, Block, Facts, HeatMap

INTERNAL = "Internal: contains case-level information"


@record
class Part:
    """A headed part of the report, with the parts under it."""

    id: str
    heading: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything under the heading."""
        return bool(self.blocks or self.parts)


@record
class Report:
    """A whole report, laid out. `name` begins the name of each of its files."""

    name: str
    title: str
    organisation: str
    service: str
    period: str
    details: tuple[tuple[str, str], ...]
    audience: str
    opening: tuple[str, ...]
    facts: Facts
    parts: tuple[Part, ...]
    colours: str
    judgements: int
    tool: str
    language: str = field(default="en-GB")
    is_draft: bool = False
    logo: Logo | None = None

    @property
    def marking(self) -> str:
        """What every page and file says of whom the report is for."""
        return INTERNAL if self.audience == "internal" else "Public edition"

    @property
    def shades(self) -> tuple[str, ...]:
        """The colours that the report's bars use, each once."""
        bars = (block for part in self.parts for block in _blocks(part) if isinstance(block, Bars))
        return tuple(dict.fromkeys(tone.colour for chart in bars for tone in chart.tones))

    @property
    def charts(self) -> tuple[Bars | HeatMap, ...]:
        """The charts that forms without drawn tables show as images, in order."""
        blocks = (block for part in self.parts for block in _blocks(part))
        return tuple(
            b for b in blocks if isinstance(b, HeatMap) or (isinstance(b, Bars) and not b.is_count)
        )


def _blocks(part: Part) -> Iterator[Block]:
    yield from part.blocks
    for below in part.parts:
        yield from _blocks(below)
