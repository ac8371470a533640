"""分解: a target dealt out to units and quarters, in whole steps that add up exactly."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from luoshi.rules import errors, rounding

Shares = tuple[Decimal, ...]
_Row = list[int]


def apportion(total: Decimal, weights: Sequence[Decimal], *, step: Decimal = Decimal(1)) -> Shares:
    """``total`` dealt out in proportion to ``weights``, each share a multiple of ``step`` (1 for what is counted).

    The method of the largest remainder (Hamilton, 1792): everybody has the whole steps of an exact share, those with
    the largest rests one more; of equal rests the earlier one. The shares add up to ``total`` exactly.
    Raises NothingToShareBy when no weight is above 0 or one is below, NotInSteps when ``total`` is no multiple of
    ``step``.

    >>> [str(share) for share in apportion(Decimal(10), [Decimal(1)] * 3)]
    ['4', '3', '3']
    """
    sign, steps = _signed(_steps(total, step))
    return tuple(_times(step, sign * count) for count in _dealt(steps, _fractions(weights)))


def apportion_grid(
    total: Decimal, rows: Sequence[Decimal], columns: Sequence[Decimal], *, step: Decimal = Decimal(1)
) -> tuple[Shares, ...]:
    """``total`` dealt out to rows (units) and columns (quarters) at once: a tuple of shares by row.

    Each row adds up to what ``apportion`` gives the row, each column to what it gives the column, and no cell is a
    whole step away from its exact share (controlled rounding: L. H. Cox, Journal of the American Statistical
    Association, 1987). Raises as ``apportion`` does.
    """
    sign, steps = _signed(_steps(total, step))
    across, down = _dealt(steps, _fractions(rows)), _dealt(steps, _fractions(columns))
    exact = [[Fraction(row * column, steps or 1) for column in down] for row in across]
    cells = [[cell.__floor__() for cell in row] for row in exact]
    owed = [whole - sum(row) for whole, row in zip(across, cells, strict=True)]
    room = [whole - sum(column) for whole, column in zip(down, zip(*cells, strict=True), strict=True)]
    for place, count in enumerate(owed):
        for _ in range(count):
            _place_one(place, cells, exact, room)
    return tuple(tuple(_times(step, sign * cell) for cell in row) for row in cells)


def _place_one(row: int, cells: list[_Row], exact: Sequence[Sequence[Fraction]], room: _Row) -> None:
    """One more step for a row, in a column that has room; others give way along an alternating path if they must.

    There always is such a path: the exact shares themselves are a way to deal out what is left.
    """
    before: dict[
        int, tuple[int, int]
    ] = {}  # column -> (row that takes it, the column that this row gives up, or -1)
    waiting = [(row, -1)]
    for taker, given_up in waiting:
        for column in sorted(range(len(room)), key=lambda at: _floor_rest(exact[taker][at]), reverse=True):
            if column in before or cells[taker][column] >= exact[taker][column].__ceil__():
                continue
            before[column] = (taker, given_up)
            if room[column]:
                room[column] -= 1
                _settle(column, before, cells)
                return
            waiting += [
                (other, column)
                for other in range(len(cells))
                if other != taker and cells[other][column] > exact[other][column]
            ]
    raise AssertionError("the exact shares are a way")


def _settle(column: int, before: dict[int, tuple[int, int]], cells: list[_Row]) -> None:
    while column >= 0:
        taker, given_up = before[column]
        cells[taker][column] += 1
        if given_up >= 0:
            cells[taker][given_up] -= 1
        column = given_up


def _dealt(steps: int, weights: Sequence[Fraction]) -> _Row:
    whole = sum(weights)
    exact = [steps * weight / whole for weight in weights]
    found = [share.__floor__() for share in exact]
    first = sorted(range(len(exact)), key=lambda at: _floor_rest(exact[at]), reverse=True)
    for at in first[: steps - sum(found)]:
        found[at] += 1
    return found


def _floor_rest(share: Fraction) -> Fraction:
    return share - share.__floor__()


def _fractions(weights: Sequence[Decimal]) -> list[Fraction]:
    if not any(weight > 0 for weight in weights) or any(weight < 0 for weight in weights):
        raise errors.NothingToShareBy
    return [Fraction(weight) for weight in weights]


def _signed(steps: int) -> tuple[int, int]:
    return (-1, -steps) if steps < 0 else (1, steps)


def _steps(total: Decimal, step: Decimal) -> int:
    count = Fraction(total) / Fraction(step)
    if count.denominator != 1:
        raise errors.NotInSteps(rounding.show(total), rounding.show(step))
    return count.numerator


def _times(step: Decimal, count: int) -> Decimal:
    return rounding.exact(Fraction(step) * count, rounding.places_of(step))
