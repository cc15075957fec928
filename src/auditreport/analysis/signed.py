"""A report beside its sign-offs: which figures are not what they were when they were signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from auditreport.analysis.figures import ChangedSinceSigned, Figures, ScaleNames, SignedChange
from auditreport.analysis.figures_json import to_plain
from auditreport.analysis.signed_tree import NOTHING, Entries, Tree, grow_tree
from auditreport.analysis.signed_words import FIELDS, name_figure
from auditreport.signed_files import SignOff

# What the report is made with and of, and which report it is.
_NOT_COMPARED = frozenset(
    {"format", "tool", "sources", "audience", "scope", "draft", "changed_since_signed"}
)
# These are absent where there is nothing to say; any other field, where an older program signed.
_OPTIONAL = frozenset({"previous", "by_respondent"})

Plain = Mapping[str, Any]


def list_signed_figures(figures: Figures) -> dict[str, Any]:
    """Return what is kept of figures that are signed off: all but earlier sign-offs."""
    kept = cast("dict[str, Any]", to_plain(figures))
    return {key: value for key, value in kept.items() if key != "changed_since_signed"}


def summarise_signed(figures: Figures, signed: Sequence[SignOff]) -> ChangedSinceSigned | None:
    """Compare figures with the sign-offs of their report, the oldest first; None without any.

    The newest counts. Where nothing has changed since it, the newest before it that says anything
    else does: so a report that is signed off again says what it corrects, and is the same when it
    is built once more.
    """
    if not signed:
        return None
    now = list_signed_figures(figures)
    pairs = (
        (sign_off, find_changes(sign_off.figures, now, figures.scale)) for sign_off in signed[::-1]
    )
    since, changes = next((pair for pair in pairs if pair[1]), (signed[-1], ()))
    return ChangedSinceSigned(
        signed_on=since.signed_on,
        file=since.file,
        input_sha256s=since.input_sha256s,
        changes=changes,
        signed_again_on=None if since is signed[-1] else signed[-1].signed_on,
    )


def find_changes(then: Plain, now: Plain, scale: ScaleNames) -> tuple[SignedChange, ...]:
    """Return the figures that differ, in the order of figures.json; none where all are equal.

    A figure that repeats another one is listed only where no other differs. `scale` gives the
    words.
    """
    earlier, later = _compared(then), _compared(now)
    if earlier == later:
        return ()
    for is_whole in (False, True):
        before, after = (grow_tree(figures, is_whole=is_whole) for figures in (earlier, later))
        found = {(new.figure, new.then, new.now): new for new in _find(before, after, scale)}
        if found:
            return tuple(found.values())
    return ()


def _compared(figures: Plain) -> dict[str, Any]:
    kept = {key: value for key, value in figures.items() if key not in _NOT_COMPARED}
    problems = kept.get("problems")
    if isinstance(problems, list):
        kept["problems"] = Counter(problem["code"] for problem in problems)
    return kept


def _find(then: Tree, now: Tree, scale: ScaleNames) -> Iterator[SignedChange]:
    for path, earlier, later in _walk(then, now, ()):
        yield SignedChange(name_figure(path, scale), _tell(earlier), _tell(later, earlier), path)


_Difference = tuple[tuple[str, ...], Tree, Tree]


def _walk(then: Tree, now: Tree, path: tuple[str, ...]) -> Iterator[_Difference]:
    if isinstance(then, dict) and isinstance(now, dict):
        for key in _join_keys(then, now):
            yield from _walk(then.get(key, NOTHING), now.get(key, NOTHING), (*path, key))
    elif then != now:
        yield path, then, now


def _join_keys(then: Mapping[str, Tree], now: Mapping[str, Tree]) -> list[str]:
    """Return all keys in order, but those that the program which signed did not know."""
    unknown = FIELDS - _OPTIONAL - then.keys()
    return [key for key in {**now, **then} if key not in unknown]


def _tell(found: Tree, then: Tree | None = None) -> str:
    """Say a figure; of a group of them, the share or the number that says most."""
    if isinstance(found, dict):
        known = (found[key] for key in ("good_or_better", "result", "total") if key in found)
        said = next(known, "reported")
        return said if isinstance(said, str) else "reported"
    if isinstance(found, Entries) and isinstance(then, Entries):
        return found.beside(then)
    return str(found)
