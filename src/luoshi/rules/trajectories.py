"""时序进度: how much of a target is planned to be reached by the end of each of its months."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from luoshi.rules import errors, fields, months, points, rounding
from luoshi.rules.points import Kind, Points


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The shape of a planned path, apart from any one target's value and months.

    - ``even``: every month from start to end the same share.
    - ``constant``: a rate, a growth or an upper limit: the whole value holds in each month.
    - ``nodes``: declared cumulative values by month ("2026-03": "5"), linear between them; the path begins
      with 0 before the start month and, when the last node is earlier than the end, goes on to the value.
    - ``shape``: last year's cumulative figures (or shares, the scale does not matter) by calendar month
      ("03": "21.5"); the value is spread over the target's months as last year's figure was.
    - ``quarters``: each quarter has its own value ("2026-Q1": "5"), spread evenly over its months. Without
      points the value is repeated: 每季度 5 个 makes 20 in a year.
    - ``months``: each month has its own value ("2026-03": "5"), no point means 0. Without points the value
      is repeated every month.
    - ``by_end``: nothing is due before the end month, all of it then.

    The whole of a repeated value is ``planned`` at the end month.
    """

    kind: Kind
    points: Points = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", tuple(sorted(self.points)))
        points.check_points(self.kind, self.points)

    @classmethod
    def from_data(cls, data: object) -> Trajectory:
        """{"kind": "nodes", "points": {"2026-03": "5", "2026-12": "25"}}; raises a RulesError."""
        source = fields.Fields(data, "时序进度")
        kind = source.word("kind", points.KINDS)
        given = source.inner("points") if source.has("points") else None
        source.close()
        if given is not None and kind not in points.MAY_HAVE_POINTS:
            raise errors.TrajectoryTakesNoPoints(kind)
        return cls(kind, points.read_points(kind, given) if given else ())

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        found = {"points": points.write_points(self.kind, self.points)} if self.points else {}
        return {"kind": self.kind, **found}


@dataclass(frozen=True, slots=True)
class _Path:
    """A trajectory laid over one target; every figure an exact fraction."""

    kind: Kind
    points: Mapping[int, Fraction]
    total: Fraction
    start: int
    end: int


def planned(trajectory: Trajectory, *, total: Decimal, start: int, end: int, month: int) -> Decimal:
    """The cumulative value planned by the end of ``month``, in the unit of ``total``.

    ``start`` and ``end`` are the first and last month of the target (yyyymm, both included). Before the start
    it is 0 and after the end what it was at the end, but for ``constant``, which is ``total`` in every month.
    Exact; a quotient without finite decimal form is rounded half up to ten places (or to those of ``total``
    and the points if these are more), so that monthly differences always sum exactly to the whole.
    Raises BadMonth, BadSpan, or a TrajectoryDoesNotFit as ``fit`` does.
    """
    fit(trajectory, total=total, start=start, end=end)
    months.check_month(month)
    if trajectory.kind != "constant" and month < start:
        return Decimal(0)
    return _at(*_laid(trajectory, total, start, end), min(month, end))


def planned_path(trajectory: Trajectory, *, total: Decimal, start: int, end: int) -> dict[int, Decimal]:
    """``planned`` of every month from ``start`` to ``end``, at once."""
    fit(trajectory, total=total, start=start, end=end)
    path, places = _laid(trajectory, total, start, end)
    return {month: _at(path, places, month) for month in months.month_range(start, end)}


def planned_if_due(
    trajectory: Trajectory, *, total: Decimal, start: int, end: int, month: int
) -> Decimal | None:
    """``planned``, or None where nothing is due yet: before the start, or while the path is still at 0.

    A value of 0 (零事故) is due from the start, with ``by_end`` from the end.
    """
    value = planned(trajectory, total=total, start=start, end=end, month=month)
    return if_due(trajectory, value, total=total, start=start, end=end, month=month)


def if_due(
    trajectory: Trajectory, value: Decimal, *, total: Decimal, start: int, end: int, month: int
) -> Decimal | None:
    """What is ``planned`` by a month, or None where ``planned_if_due`` says None."""
    if month < start:
        return None
    held = trajectory.kind == "constant" or (total == 0 and trajectory.kind != "by_end")
    return value if value or held or month >= end else None


def fit(trajectory: Trajectory, *, total: Decimal, start: int, end: int) -> None:
    """Raises BadMonth, BadSpan or a TrajectoryDoesNotFit unless the points agree with value and months."""
    months.check_span(start, end)
    check = _CHECKS.get(trajectory.kind)
    if check and trajectory.points:
        check(trajectory.points, total, start, end)


# ---- paths ----------------------------------------------------------------------------------------


def _laid(trajectory: Trajectory, total: Decimal, start: int, end: int) -> tuple[_Path, int]:
    """A trajectory laid over a target, and the places to which its figures are exact."""
    values = {key: Fraction(value) for key, value in trajectory.points}
    places = max(rounding.PLACES, rounding.places_of(total, *(value for _, value in trajectory.points)))
    return _Path(trajectory.kind, values, Fraction(total), start, end), places


def _at(path: _Path, places: int, month: int) -> Decimal:
    return rounding.exact(_CUMULATIVE[path.kind](path, month), places)


def _even(path: _Path, month: int) -> Fraction:
    count = months.months_between(path.start, path.end) + 1
    return path.total * (months.months_between(path.start, month) + 1) / count


def _constant(path: _Path, month: int) -> Fraction:
    return path.total


def _nodes(path: _Path, month: int) -> Fraction:
    known = {-1: Fraction(0), months.months_between(path.start, path.end): path.total}
    known |= {months.months_between(path.start, key): value for key, value in path.points.items()}
    at = months.months_between(path.start, month)
    after = min(i for i in known if i >= at)
    before = max(i for i in known if i <= at)
    if before == after:
        return known[at]
    return known[before] + (known[after] - known[before]) * Fraction(at - before, after - before)


def _shape(path: _Path, month: int) -> Fraction:
    base = path.points.get(path.start % 100 - 1, Fraction(0))
    return path.total * (path.points[month % 100] - base) / (path.points[path.end % 100] - base)


def _quarters(path: _Path, month: int) -> Fraction:
    every = [months.quarter_of(each) for each in months.month_range(path.start, path.end)]
    reached = every[: months.months_between(path.start, month) + 1]
    return sum(
        (_own(path, quarter) * reached.count(quarter) / every.count(quarter) for quarter in set(reached)),
        start=Fraction(0),
    )


def _months(path: _Path, month: int) -> Fraction:
    return sum((_own(path, each) for each in months.month_range(path.start, month)), start=Fraction(0))


def _by_end(path: _Path, month: int) -> Fraction:
    return path.total if month >= path.end else Fraction(0)


def _own(path: _Path, key: int) -> Fraction:
    return path.points.get(key, Fraction(0)) if path.points else path.total


_CUMULATIVE: Mapping[Kind, Callable[[_Path, int], Fraction]] = MappingProxyType(
    {
        "even": _even,
        "constant": _constant,
        "nodes": _nodes,
        "shape": _shape,
        "quarters": _quarters,
        "months": _months,
        "by_end": _by_end,
    }
)


# ---- whether the points fit a target --------------------------------------------------------------


def _check_nodes(given: Points, total: Decimal, start: int, end: int) -> None:
    _check_inside("nodes", given, start, end)
    key, value = given[-1]
    if value > total or (key == end and value != total):
        raise errors.NodesMissTotal(months.format_month(key), rounding.show(value), rounding.show(total))


def _check_months(given: Points, total: Decimal, start: int, end: int) -> None:
    _check_inside("months", given, start, end)
    _check_sum(given, total)


def _check_quarters(given: Points, total: Decimal, start: int, end: int) -> None:
    _check_inside("quarters", given, months.quarter_of(start), months.quarter_of(end))
    _check_sum(given, total)


def _check_shape(given: Points, total: Decimal, start: int, end: int) -> None:
    if start // 100 != end // 100:
        raise errors.ShapeSpansYears(months.format_month(start), months.format_month(end))
    known, first, last = dict(given), start % 100, end % 100
    for month in range(max(first - 1, 1), last + 1):
        if month not in known:
            raise errors.ShapeLacksMonth(month)
    if known[last] == known.get(first - 1, 0):
        raise errors.ShapeIsFlat(months.format_month(start), months.format_month(end))


def _check_inside(kind: Kind, given: Points, first: int, last: int) -> None:
    for key, _ in given:
        if not first <= key <= last:
            names = (points.point_name(kind, each) for each in (key, first, last))
            raise errors.PointOutsideSpan(*names)


def _check_sum(given: Points, total: Decimal) -> None:
    found = sum((Fraction(value) for _, value in given), start=Fraction(0))
    if found != Fraction(total):
        raise errors.PointsDoNotSum(rounding.show(rounding.exact(found)), rounding.show(total))


_CHECKS: Mapping[Kind, Callable[[Points, Decimal, int, int], None]] = MappingProxyType(
    {"nodes": _check_nodes, "months": _check_months, "quarters": _check_quarters, "shape": _check_shape}
)
