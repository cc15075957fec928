"""What is typed on the command line becomes what a command's fields hold."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from auditreport.cli import flags, other_flags
from auditreport.cli.typed_values import as_typed, convert

COMMANDS = [
    kind
    for kind in {**vars(flags), **vars(other_flags)}.values()
    if isinstance(kind, type) and issubclass(kind, flags.TalkFlags)
]


@pytest.mark.parametrize(
    ("typed", "hint", "held"),
    [
        ("a/b.xlsx", Path, Path("a/b.xlsx")),
        ("a.xlsx", Annotated[Path | None, "said"], Path("a.xlsx")),
        (["a.xlsx", "b.xlsx"], list[Path] | None, [Path("a.xlsx"), Path("b.xlsx")]),
        ((), list[Path] | None, []),
        (None, Path | None, None),
        (["Team=North"], list[str] | None, ["Team=North"]),
        (Path(), Path, Path()),
        ("Q4", str, "Q4"),
        (True, bool, True),
    ],
)
def test_a_path_is_made_of_a_text_where_a_path_is_held(typed: Any, hint: Any, held: Any) -> None:
    assert convert(typed, hint) == held


def plain(hint: Any) -> Any:
    """Return a field's type without what Typer is told, and without None."""
    if get_origin(hint) is Annotated:
        return plain(get_args(hint)[0])
    if isinstance(hint, UnionType):
        (only,) = (part for part in get_args(hint) if part is not NoneType)
        return plain(only)
    return hint


@pytest.mark.parametrize("command", COMMANDS)
def test_a_field_holds_only_what_typed_text_is_turned_into(
    command: type[flags.TalkFlags],
) -> None:
    hints = get_type_hints(command, include_extras=True)
    held = {field.name: plain(hints[field.name]) for field in fields(command)}
    assert {
        name for name, kind in held.items() if kind not in (str, bool, Path, list[str], list[Path])
    } == set()


def test_a_path_is_shown_as_one_would_type_it_in_this_folder(stand_in: Path) -> None:
    elsewhere = stand_in.parent / "data.xlsx"

    assert as_typed(stand_in / "data.xlsx") == "data.xlsx"
    assert as_typed(Path("our data.xlsx")) == '"our data.xlsx"'
    assert as_typed(elsewhere) == str(elsewhere)
