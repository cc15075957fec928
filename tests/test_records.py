"""Records: dataclasses with slots that never change."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from auditreport.records import record


@record
class Point:
    """A point."""

    x: int
    y: int = 2
    marks: Mapping[str, int] = field(default_factory=dict, repr=False)


@record
class Spot(Point):
    colour: str = "red"


@record(kw_only=True)
class Named:
    long: str = ""
    short: str


@record
class Nothing:
    """No fields at all."""


@record
class Shouted:
    word: str

    def __repr__(self) -> str:
        return self.word.upper()


@dataclass(frozen=True, slots=True)
class Usual:
    x: int
    y: int = 2
    marks: Mapping[str, int] = field(default_factory=dict, repr=False)


def test_fields_are_taken_in_order_or_by_name() -> None:
    assert Point(1, 3) == Point(y=3, x=1)
    assert (Point(1).x, Point(1).y, Point(1).marks) == (1, 2, {})


def test_an_inherited_field_comes_first() -> None:
    assert Spot(1, 2, {}, "blue").colour == "blue"
    assert [each.name for each in fields(Spot)] == ["x", "y", "marks", "colour"]


def test_a_default_that_is_made_is_made_anew_each_time() -> None:
    assert Point(1).marks is not Point(1).marks


def test_a_field_that_is_not_given_is_missed() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        Point()  # type: ignore[call-arg]


def test_named_fields_are_taken_by_name_alone_in_any_order() -> None:
    assert Named(short="a").long == ""
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg]


def test_a_record_never_changes() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert not hasattr(point, "__dict__")


def test_records_compare_by_value_and_kind() -> None:
    assert Point(1) == Point(1)
    assert Point(1) != Point(2)
    assert Point(1) != Spot(1)
    assert Nothing() == Nothing()
    assert len({Named(short="a"), Named(short="a"), Named(short="b")}) == 2


def test_one_that_holds_what_changes_has_no_hash() -> None:
    with pytest.raises(TypeError):
        hash(Point(1))


def test_it_looks_like_the_usual_dataclass() -> None:
    assert repr(Point(1)) == repr(Usual(1)).replace("Usual", "Point")
    assert repr(Nothing()) == "Nothing()"
    assert repr(Shouted("a")) == "A"


def test_the_functions_for_dataclasses_know_it() -> None:
    assert replace(Point(1), y=5) == Point(1, 5)
    assert asdict(Point(1)) == {"x": 1, "y": 2, "marks": {}}


def test_it_can_be_matched() -> None:
    match Point(1, 3):
        case Point(x, y):
            assert (x, y) == (1, 3)


def test_it_can_be_copied_and_pickled() -> None:
    point = Spot(1, 2, {"a": 1})
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point
