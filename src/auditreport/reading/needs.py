"""What the limits would have to be for a large file, as a line for auditreport.toml."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from auditreport.reading.limits import DEFAULT_LIMITS, LARGEST_LIMIT, MEBIBYTE, Limits
from auditreport.reading.refusal import OverLimit, Refusal

_BY_THE_LIST = frozenset({"file_mib", "parts", "part_mib", "unpacked_mib", "ratio"})
_PER_CELL = 20  # bytes in the XML of a sheet, or more: a cell of Excel's has thirty or forty
_PER_UNPACKED = 3  # measured: the reader takes two and a half times what the file unpacks to
_READER_MIB = 512
_PER_SECOND = 1  # MiB unpacked, on a machine that does much else; by itself it reads twenty


def with_remedy(refusal: Refusal, file: bytes | Path, limits: Limits) -> Refusal:
    """Return a refusal that says which limits to set, all at once, where a limit is why.

    None are named where the file's own list of its parts does not bear out that it is large: then
    it is damaged, or meant to do harm.
    """
    if not isinstance(refusal, OverLimit):
        return refusal
    needs = _find_needs(file, limits)
    if refusal.setting not in _BY_THE_LIST:
        needs[refusal.setting] = max(refusal.needed, needs.get(refusal.setting, 0))
    raised = {n: _round_up(v) for n, v in needs.items() if v > getattr(limits, n)}
    if refusal.setting not in raised or max(raised.values()) > LARGEST_LIMIT:
        return refusal
    return Refusal(
        refusal.what,
        f"{refusal.remedy} If it must be read as it is, write this as the first line of "
        "auditreport.toml,\nin the place of any [limits] there:\n"
        f"  {_render_limits({**_find_own(limits), **raised})}",
    )


def _find_needs(file: bytes | Path, limits: Limits) -> dict[str, int]:
    """Return what a file needs by its size and by what its list of parts claims, estimates too."""
    size, parts = _look_up(file)
    sizes = [part.file_size for part in parts]
    largest, unpacked = max(sizes, default=0), _mebibytes(sum(sizes))
    return {
        "file_mib": size,
        "parts": len(sizes),
        "part_mib": _mebibytes(largest),
        "unpacked_mib": unpacked,
        "ratio": _find_ratio(parts),
        "cells": largest // _PER_CELL,
        "seconds": unpacked // _PER_SECOND - limits.seconds_per_mib * size,
        "memory_mib": _READER_MIB + _PER_UNPACKED * unpacked,
    }


def _look_up(file: bytes | Path) -> tuple[int, list[zipfile.ZipInfo]]:
    """Return a file's size in MiB and its parts; none where it is no zip file, or damaged."""
    size = 0
    try:
        size = _mebibytes(len(file) if isinstance(file, bytes) else file.stat().st_size)
        with zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file) as archive:
            return size, archive.infolist()
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return size, []
    except (ValueError, struct.error, OverflowError):  # what a damaged list leads to
        return size, []


def _find_ratio(parts: Iterable[zipfile.ZipInfo]) -> int:
    """Return the largest ratio, of the parts that are large enough for it to be judged."""
    least = DEFAULT_LIMITS.ratio_above_mib * MEBIBYTE
    ratios = (-(-p.file_size // max(1, p.compress_size)) for p in parts if p.file_size > least)
    return max(ratios, default=0)


def _find_own(limits: Limits) -> dict[str, int]:
    """Return the limits that are the council's own already."""
    usual = asdict(DEFAULT_LIMITS)
    return {name: value for name, value in asdict(limits).items() if value != usual[name]}


def _mebibytes(size: int) -> int:
    return -(-size // MEBIBYTE)


def _round_up(value: int) -> int:
    """Return a number with two digits that count, and no less: there is room to grow."""
    unit = int("1" + "0" * (len(str(value)) - 2))
    return -(-value // unit) * unit


def _render_limits(needs: Mapping[str, int]) -> str:
    return f"limits = {{ {', '.join(f'{name} = {value:_}' for name, value in needs.items())} }}"
