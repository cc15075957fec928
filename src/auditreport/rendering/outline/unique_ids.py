"""Ids that stand once in a report, whatever its thematic audits and rounds are called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditreport.rendering.blocks import Bars, Block, HeatMap
from auditreport.rendering.layout import Part

# The ids of the page itself.
_TAKEN = ("main", "top", "at-a-glance", "at-a-glance-heading")


def make_unique(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Number the ids that stand more than once: two names may slug alike, or hold no letter."""
    taken = set(_TAKEN)
    return tuple(_rename_part(part, taken) for part in parts)


def _rename_part(part: Part, taken: set[str]) -> Part:
    part_id = _take(part.id, taken, "-heading")
    blocks = tuple(_rename_block(block, taken) for block in part.blocks)
    parts = tuple(_rename_part(below, taken) for below in part.parts)
    return replace(part, id=part_id, blocks=blocks, parts=parts)


def _rename_block(block: Block, taken: set[str]) -> Block:
    if isinstance(block, Bars | HeatMap):
        return replace(block, id=_take(block.id, taken))
    return block


def _take(wanted: str, taken: set[str], suffix: str = "") -> str:
    """Return a free id like the wanted one, and take it with the one its heading has."""
    number, free = 1, wanted
    while {free, free + suffix} & taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.update((free, free + suffix))
    return free
