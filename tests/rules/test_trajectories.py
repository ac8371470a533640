"""Planned paths: worked figures, and what must hold of every path."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import errors, months
from luoshi.rules.trajectories import Trajectory, fit, planned, planned_if_due, planned_path

D = Decimal
YEAR = (202601, 202612)


def path(data: object, total: str, month: int, span: tuple[int, int] = YEAR) -> Decimal:
    return planned(Trajectory.from_data(data), total=D(total), start=span[0], end=span[1], month=month)


@pytest.mark.parametrize(
    ("month", "expected"),
    [(202512, "0"), (202601, "2.0833333333"), (202606, "12.5"), (202612, "25"), (202703, "25")],
)
def test_even_shares(month: int, expected: str) -> None:
    assert path({"kind": "even"}, "25", month) == D(expected)


def test_even_over_half_a_year_and_over_two_years() -> None:
    assert path({"kind": "even"}, "6", 202604, (202603, 202608)) == 2
    assert path({"kind": "even"}, "24", 202606, (202507, 202706)) == 12


def test_constant_holds_in_every_month() -> None:
    assert {path({"kind": "constant"}, "9.8", month) for month in (202501, 202601, 202612, 202712)} == {
        D("9.8")
    }


@pytest.mark.parametrize(
    ("month", "expected"),
    [(202601, "1.6666666667"), (202603, "5"), (202606, "11.6666666667"), (202612, "25"), (202701, "25")],
)
def test_nodes_are_linear_between(month: int, expected: str) -> None:
    assert path({"kind": "nodes", "points": {"2026-03": "5", "2026-12": "25"}}, "25", month) == D(expected)


def test_nodes_go_on_to_the_value_when_the_last_is_early() -> None:
    data = {"kind": "nodes", "points": {"2026-06": "10"}}
    assert [path(data, "25", month) for month in (202606, 202609, 202612)] == [D(10), D("17.5"), D(25)]


def test_shape_follows_last_year_at_any_scale() -> None:
    figures = {f"{m:02d}": str(v) for m, v in enumerate([1, 2, 6, 10, 12, 20, 22, 24, 30, 34, 36, 40], 1)}
    assert path({"kind": "shape", "points": figures}, "100", 202606) == 50
    assert path({"kind": "shape", "points": figures}, "100", 202612) == 100
    half = (202604, 202609)
    assert path({"kind": "shape", "points": figures}, "12", 202606, half) == 7
    assert path({"kind": "shape", "points": figures}, "12", 202609, half) == 12


def test_quarters_with_their_own_values() -> None:
    data = {"kind": "quarters", "points": {"2026-Q1": "3", "2026-Q2": "9", "2026-Q3": "6", "2026-Q4": "7"}}
    assert [path(data, "25", month) for month in (202601, 202603, 202604, 202606, 202612)] == [
        1,
        3,
        6,
        12,
        25,
    ]


def test_a_value_repeated_every_quarter() -> None:
    assert [path({"kind": "quarters"}, "5", month) for month in (202603, 202606, 202612)] == [5, 10, 20]
    assert [
        path({"kind": "quarters"}, "6", month, (202602, 202605)) for month in (202602, 202603, 202604, 202605)
    ] == [3, 6, 9, 12]


def test_months_with_their_own_values_and_repeated() -> None:
    data = {"kind": "months", "points": {"2026-02": "4", "2026-05": "6"}}
    assert [path(data, "10", month) for month in (202601, 202602, 202604, 202605, 202612)] == [
        0,
        4,
        4,
        10,
        10,
    ]
    assert path({"kind": "months"}, "3", 202604) == 12


def test_by_end_is_due_in_the_last_month_only() -> None:
    span = (202601, 202609)
    assert [path({"kind": "by_end"}, "1", month, span) for month in (202601, 202608, 202609, 202610)] == [
        0,
        0,
        1,
        1,
    ]


@pytest.mark.parametrize(
    ("kind", "total", "month", "expected"),
    [
        ("even", "25", 202512, None),
        ("even", "24", 202601, D(2)),
        ("even", "0", 202601, D(0)),
        ("constant", "0", 202512, None),
        ("constant", "0", 202601, D(0)),
        ("by_end", "1", 202611, None),
        ("by_end", "1", 202612, D(1)),
        ("by_end", "0", 202611, None),
        ("by_end", "0", 202612, D(0)),
    ],
)
def test_what_is_due(kind: str, total: str, month: int, expected: Decimal | None) -> None:
    found = planned_if_due(
        Trajectory.from_data({"kind": kind}), total=D(total), start=YEAR[0], end=YEAR[1], month=month
    )
    assert found == expected


def test_nothing_is_due_while_nodes_stand_at_zero() -> None:
    nodes = Trajectory.from_data({"kind": "nodes", "points": {"2026-04": "0", "2026-12": "8"}})
    due = [planned_if_due(nodes, total=D(8), start=YEAR[0], end=YEAR[1], month=m) for m in (202604, 202605)]
    assert due == [None, D(1)]


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        ([], errors.NotAnObject, "对象"),
        ({}, errors.MissingField, "kind"),
        ({"kind": "steady"}, errors.UnknownWord, "even、constant"),
        ({"kind": "even", "point": {}}, errors.UnknownFields, "point"),
        ({"kind": "even", "points": {}}, errors.TrajectoryTakesNoPoints, "even"),
        ({"kind": "nodes"}, errors.TrajectoryNeedsPoints, "nodes"),
        ({"kind": "shape", "points": {}}, errors.TrajectoryNeedsPoints, "shape"),
        ({"kind": "nodes", "points": [1]}, errors.NotAnObject, "points"),
        ({"kind": "nodes", "points": {"2026-3": "5"}}, errors.BadMonth, "2026-3"),
        ({"kind": "shape", "points": {"13": "5"}}, errors.BadMonth, "13"),
        ({"kind": "quarters", "points": {"2026-Q5": "5"}}, errors.BadQuarter, "2026-Q1"),
        ({"kind": "nodes", "points": {"2026-03": 0.5}}, errors.BadNumber, "2026-03"),
        ({"kind": "nodes", "points": {"2026-03": "五"}}, errors.BadNumber, "五"),
        ({"kind": "nodes", "points": {"2026-03": "NaN"}}, errors.BadNumber, "NaN"),
        ({"kind": "months", "points": {"2026-03": "-1"}}, errors.NegativePoint, "2026-03"),
        ({"kind": "nodes", "points": {"2026-03": "5", "2026-04": "4"}}, errors.FallingPoints, "2026-04"),
    ],
)
def test_bad_data_is_refused_with_its_place(data: object, error: type[errors.RulesError], words: str) -> None:
    with pytest.raises(error, match=words):
        Trajectory.from_data(data)


@pytest.mark.parametrize(
    ("data", "total", "span", "error", "words"),
    [
        ({"kind": "even"}, "5", (202602, 202601), errors.BadSpan, "2026-02 晚于"),
        ({"kind": "nodes", "points": {"2027-01": "5"}}, "5", YEAR, errors.PointOutsideSpan, "2027-01"),
        (
            {"kind": "nodes", "points": {"2026-12": "4"}},
            "5",
            YEAR,
            errors.NodesMissTotal,
            "累计节点值 4 与目标值 5",
        ),
        ({"kind": "nodes", "points": {"2026-06": "6"}}, "5", YEAR, errors.NodesMissTotal, "不超过"),
        ({"kind": "months", "points": {"2025-12": "5"}}, "5", YEAR, errors.PointOutsideSpan, "2025-12"),
        (
            {"kind": "months", "points": {"2026-12": "4"}},
            "5",
            YEAR,
            errors.PointsDoNotSum,
            "合计 4，与目标值 5",
        ),
        ({"kind": "quarters", "points": {"2027-Q1": "5"}}, "5", YEAR, errors.PointOutsideSpan, "2027-Q1"),
        ({"kind": "quarters", "points": {"2026-Q1": "5"}}, "6", YEAR, errors.PointsDoNotSum, "合计 5"),
        ({"kind": "shape", "points": {"12": "5"}}, "6", (202512, 202612), errors.ShapeSpansYears, "跨年"),
        ({"kind": "shape", "points": {"01": "2", "12": "5"}}, "6", YEAR, errors.ShapeLacksMonth, "2 月"),
        (
            {"kind": "shape", "points": {"07": "2", "08": "3"}},
            "6",
            (202607, 202608),
            errors.ShapeLacksMonth,
            "6 月",
        ),
        (
            {"kind": "shape", "points": {"06": "2", "07": "3"}},
            "6",
            (202607, 202608),
            errors.ShapeLacksMonth,
            "8 月",
        ),
        (
            {"kind": "shape", "points": {"05": "2", "06": "2"}},
            "6",
            (202606, 202606),
            errors.ShapeIsFlat,
            "没有增加",
        ),
    ],
)
def test_points_must_fit_the_target(
    data: object, total: str, span: tuple[int, int], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        fit(Trajectory.from_data(data), total=D(total), start=span[0], end=span[1])
    with pytest.raises(error, match=words):
        path(data, total, span[0], span)


def test_points_are_refused_for_a_path_without_any_however_it_is_made() -> None:
    with pytest.raises(errors.TrajectoryTakesNoPoints, match="even 不需要 points"):
        Trajectory("even", ((202601, D(5)),))


# ---- what holds of every path ---------------------------------------------------------------------

AMOUNTS = st.decimals(min_value=0, max_value=10**13, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def targets(draw: st.DrawFn) -> tuple[Trajectory, Decimal, int, int, Decimal]:
    """A trajectory with a target that it fits, and what it must reach at the end."""
    kind = draw(st.sampled_from(["even", "nodes", "shape", "quarters", "months", "by_end", "repeated"]))
    start = months.month_of(2026, draw(st.integers(1, 12)))
    longest = 13 - start % 100 if kind == "shape" else 30
    end = months.add_months(start, draw(st.integers(1, longest)) - 1)
    every = months.month_range(start, end)
    if kind in ("even", "by_end"):
        total = draw(AMOUNTS)
        return Trajectory.from_data({"kind": kind}), total, start, end, total
    if kind == "repeated":
        total = draw(AMOUNTS)
        return Trajectory("months"), total, start, end, total * len(every)
    if kind == "shape":
        steps = draw(st.lists(st.integers(1, 999), min_size=12, max_size=12))
        total = draw(AMOUNTS)
        return (
            Trajectory("shape", tuple((i + 1, D(sum(steps[: i + 1]))) for i in range(12))),
            total,
            start,
            end,
            total,
        )
    keys = sorted({months.quarter_of(m) for m in every}) if kind == "quarters" else list(every)
    chosen = draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    values = draw(st.lists(AMOUNTS, min_size=len(chosen), max_size=len(chosen)))
    if kind == "nodes":
        points = tuple(zip(sorted(chosen), sorted(values), strict=True))
        total = points[-1][1] + (0 if points[-1][0] == end else draw(AMOUNTS))
        return Trajectory("nodes", points), total, start, end, total
    return (
        Trajectory.from_data(
            {
                "kind": kind,
                "points": {_name(kind, key): str(value) for key, value in zip(chosen, values, strict=True)},
            }
        ),
        sum(values, D(0)),
        start,
        end,
        sum(values, D(0)),
    )


def _name(kind: str, key: int) -> str:
    return f"{key // 10}-Q{key % 10}" if kind == "quarters" else months.format_month(key)


@given(targets())
def test_every_path_rises_from_zero_to_the_whole(
    target: tuple[Trajectory, Decimal, int, int, Decimal],
) -> None:
    trajectory, total, start, end, whole = target
    every = months.month_range(months.add_months(start, -1), months.add_months(end, 1))
    found = [planned(trajectory, total=total, start=start, end=end, month=m) for m in every]
    assert found[0] == 0
    assert found == sorted(found)
    assert found[-2] == found[-1] == whole


@given(targets())
def test_a_whole_path_is_that_of_its_months(target: tuple[Trajectory, Decimal, int, int, Decimal]) -> None:
    trajectory, total, start, end, _ = target
    every = months.month_range(start, end)
    assert planned_path(trajectory, total=total, start=start, end=end) == {
        month: planned(trajectory, total=total, start=start, end=end, month=month) for month in every
    }


@given(targets())
def test_the_data_of_a_trajectory_reads_back(target: tuple[Trajectory, Decimal, int, int, Decimal]) -> None:
    assert Trajectory.from_data(target[0].to_data()) == target[0]


@given(AMOUNTS, st.integers(1, 60))
def test_even_monthly_shares_sum_exactly_and_are_alike(total: Decimal, count: int) -> None:
    end = months.add_months(202601, count - 1)
    path_ = [Fraction(0)] + [
        Fraction(planned(Trajectory("even"), total=total, start=202601, end=end, month=m))
        for m in months.month_range(202601, end)
    ]
    shares = [after - before for before, after in zip(path_, path_[1:], strict=False)]
    assert sum(shares) == Fraction(total)
    assert max(shares) - min(shares) <= Fraction(1, 10**9)


@given(AMOUNTS, st.integers(-100, 100))
def test_constant_is_the_value_whatever_the_month(total: Decimal, offset: int) -> None:
    month = months.add_months(202606, offset)
    assert planned(Trajectory("constant"), total=total, start=202601, end=202612, month=month) == total
