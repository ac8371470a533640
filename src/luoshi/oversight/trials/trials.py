"""A rule tried on past months: what of their walls and boards would have come out differently. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from luoshi.ledgers.rulebook import BadRule, Engine, Kind
from luoshi.oversight.boards.boards import standings
from luoshi.oversight.bulletins.facts import Seen
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.rules import in_force, kinds
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import Rules, rules_of
from luoshi.plans.targets.then import LostBinding
from luoshi.rules import backtest
from luoshi.rules.backtest import LightChange, ListChange, RankChange
from luoshi.rules.boards import BoardRule, board, ranking
from luoshi.rules.dates import last_day
from luoshi.rules.errors import RulesError
from luoshi.rules.lights import LightRule
from luoshi.rules.months import add_months
from luoshi.rules.trajectory_rules import TrajectoryRule

TRIED = (kinds.LIGHT.name, kinds.TRAJECTORY.name, kinds.BOARD.name)
"""The kinds of rules by which a wall and its board come about."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A target whose light would have been another."""

    before: WallRow
    after: WallRow
    change: LightChange


@dataclass(frozen=True, slots=True)
class MonthTrial:
    """One month under the rule that is tried: how many targets it has, and what would have been otherwise.

    ``told`` is the bulletin whose facts were judged again; None where the month was judged by the facts of today.
    """

    month: int
    targets: int
    lights: tuple[Turned, ...]
    lists: tuple[ListChange, ...]
    ranks: tuple[RankChange, ...]
    told: Bulletin | None = None

    @property
    def same(self) -> bool:
        """Whether nothing would have been otherwise."""
        return not (self.lights or self.lists or self.ranks)


def before(month: int, count: int) -> tuple[int, ...]:
    """So many months up to a month, the latest first."""
    return tuple(add_months(month, -back) for back in range(count))


def read(kind: Kind[Engine], data: Mapping[str, object]) -> Engine:
    """The rule that is to be tried; what its engine refuses is refused here, in its words."""
    try:
        return kind.draft(data)
    except RulesError as bad:
        raise BadRule(f"规则没有试算：{bad}") from bad


def tried(rule: Engine, months: Sequence[int]) -> tuple[MonthTrial, ...]:
    """Every month as it was judged by its own rules beside the same facts under the rule that is tried.

    Where a month has its bulletin, both judge what that bulletin told: targets, units and facts as they stood at its row
    of the trail, by the rules of then, so that today's figures do not mix with yesterday's lights. Others are judged by
    what is known today. The day of effect of the rule does not matter here: that is what trying means. Months without
    targets are left out. Raises NoRule where a month has no rule of its own.
    """
    found = (_month(rule, month) for month in months)
    return tuple(each for each in found if each.targets)


def _month(rule: Engine, month: int) -> MonthTrial:
    told = Bulletin.objects.latest_of(month)
    if told is not None and told.seq is not None:
        try:
            return _judged(rule, month, Seen.at(told.seq), told)
        except (
            LostBinding
        ):  # what it was measured by then was never computed: today's facts are all there are
            pass
    return _judged(rule, month, Seen(), None)


def _judged(rule: Engine, month: int, seen: Seen, told: Bulletin | None) -> MonthTrial:
    day = last_day(month)
    rows = seen.wall(month)
    if not rows:
        return MonthTrial(month, 0, (), (), ())
    boards = in_force.board_rule(day, seen.as_of)
    changed = boards if not isinstance(rule, BoardRule) else rule
    other = rows if isinstance(rule, BoardRule) else seen.wall(month, _with(rules_of(day, seen.as_of), rule))
    held, new = standings(rows), standings(other)
    return MonthTrial(
        month,
        len(rows),
        _lights(rows, other),
        backtest.lists(board(boards, held), board(changed, new)),
        backtest.ranks(ranking(boards, held), ranking(changed, new)),
        told,
    )


def _with(rules: Rules, rule: Engine) -> Rules:
    """The rules of a day, one of them replaced by the one that is tried."""
    if isinstance(rule, LightRule):
        return replace(rules, lights=rule)
    if isinstance(rule, TrajectoryRule):
        return replace(rules, paths=rule)
    return rules


def _lights(rows: Sequence[WallRow], other: Sequence[WallRow]) -> tuple[Turned, ...]:
    old, new = ({row.target.number: row for row in found} for found in (rows, other))
    changes = backtest.lights(*({name: row.light for name, row in found.items()} for found in (old, new)))
    return tuple(Turned(old[each.subject], new[each.subject], each) for each in changes)
