"""A frozen path is what the wall judges by, from its day on; another takes its place only with a reason."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.calendars.models import CLOSED, Month
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, standing, writing
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.oversight.baselines import actions, drafting, errors
from luoshi.oversight.baselines.models import EVEN, HAND, NODES, SHAPE, Baseline
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import standing_wall, wall
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions as intake
from luoshi.plans.review import actions as review
from luoshi.plans.targets.models import Target
from luoshi.rules.months import month_range
from tests.directory import build
from tests.racing import over

Sign = Callable[..., Row]
JANUARY, MARCH, AUGUST = (datetime.date(2026, month, 20) for month in (1, 3, 8))
MONTHS = month_range(202601, 202612)
NODES_PLAN = """云溪高新区2026年重点项目要点

一、项目建设
1.抓开工。全年新开工项目8个。（责任单位：规划建设局）
2.抓节点。星辰储能基地3月底前开工建设，恒越精密项目5月底前开工。（责任单位：规划建设局）

二、其他
3.抓基础。蓝湾数据中心6月底前开工。（责任单位：规划建设局）
"""


def target(name: str) -> Target:
    return Target.objects.active().get(name__endswith=name)


def row(name: str, month: int) -> WallRow:
    return next(r for r in wall(month) if r.target.name.endswith(name))


def by_hand(*values: int) -> Mapping[int, str]:
    return dict(zip(MONTHS, map(str, values), strict=True))


LATE = by_hand(0, 0, 0, 2, 4, 6, 8, 12, 16, 20, 22, 24)


def test_works(plan: Document, sign: Sign, supervisor: Actor) -> None:
    for day in ("2026-01-10", "2026-03-05", "2026-06-30"):
        sign(2, day)
    projects = target("新引进亿元以上项目")
    assert row("新引进亿元以上项目", 202606).planned == 12
    made = actions.freeze(projects, HAND, values=LATE, by=supervisor, on=MARCH)
    assert (made.edition, made.frozen_by, made.value) == (1, supervisor.name, "24")
    found = row("新引进亿元以上项目", 202606)
    assert (found.total, found.actual, found.planned, found.plan[202607]) == (24, 3, 6, 8)
    assert found.progress.gap_points == Decimal("-12.5") and found.light.colour == "yellow"
    assert found.baseline == made
    assert AuditRow.objects.filter(ledger="oversight.baselines", act="确定时序基线").count() == 1


def test_months_before_its_day_are_judged_by_the_rule(plan: Document, sign: Sign, supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    actions.freeze(target("新引进亿元以上项目"), HAND, values=LATE, by=supervisor, on=MARCH)
    assert (row("新引进亿元以上项目", 202602).planned, row("新引进亿元以上项目", 202602).baseline) == (
        4,
        None,
    )
    march = row("新引进亿元以上项目", 202603)
    assert march.planned is None and march.baseline is not None, "nothing is due yet"


def test_another_needs_a_reason_and_the_old_one_stays(plan: Document, sign: Sign, supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    projects = target("新引进亿元以上项目")
    actions.freeze(projects, HAND, values=LATE, by=supervisor, on=MARCH)
    with pytest.raises(errors.NoReason, match="请写明理由"):
        actions.freeze(projects, EVEN, by=supervisor, on=AUGUST)
    with pytest.raises(errors.BeforeTheLast):
        actions.freeze(projects, EVEN, by=supervisor, on=JANUARY, reason="提前")
    second = actions.freeze(projects, EVEN, by=supervisor, on=AUGUST, reason="用地指标8月才批复")
    assert [b.edition for b in Baseline.objects.of(projects)] == [2, 1]
    assert "用地指标8月才批复" in second.words
    assert row("新引进亿元以上项目", 202607).planned == 8, "as it stood in July"
    assert row("新引进亿元以上项目", 202608).planned == 16


def test_an_even_path_is_exact(plan: Document, supervisor: Actor) -> None:
    made = drafting.draft(target("10亿元以上项目"), EVEN, on=MARCH)
    assert made.months[202606] == 3 and made.value == 6 and list(made.months) == list(MONTHS)
    money = drafting.draft(target("境内到位资金"), EVEN, on=MARCH)
    assert sum(b - a for a, b in zip([0, *money.months.values()], money.months.values(), strict=False)) == 60


def test_last_year_gives_its_shape(plan: Document, sign: Sign, supervisor: Actor) -> None:
    for day in ("2025-01-05", "2025-05-01", "2025-05-02", "2025-11-30"):
        sign(2, day)
    made = drafting.draft(target("新引进亿元以上项目"), SHAPE, on=MARCH)
    assert "2025年各月实绩" in made.made_from
    assert [made.months[m] for m in (202601, 202604, 202605, 202610, 202611, 202612)] == [
        6,
        6,
        18,
        18,
        24,
        24,
    ]


def test_several_years_weigh_the_same(plan: Document, sign: Sign, supervisor: Actor) -> None:
    for day in ("2024-01-05", "2025-12-01", "2025-12-02", "2025-12-03"):
        sign(2, day)
    made = drafting.draft(target("新引进亿元以上项目"), SHAPE, on=MARCH)
    assert [made.months[m] for m in (202601, 202611, 202612)] == [12, 12, 24]


def test_a_year_that_began_late_is_none_and_the_season_tells(
    plan: Document, sign: Sign, supervisor: Actor
) -> None:
    sign(2, "2025-11-05")
    with pytest.raises(errors.NothingKnown, match="没有2026年以前完整一年的实绩"):
        drafting.draft(target("新引进亿元以上项目"), SHAPE, on=MARCH)
    days.seed([2026])
    made = drafting.draft(target("新引进亿元以上项目"), SHAPE, on=MARCH)
    assert "季节规律" in made.made_from and made.value == 24
    adds = [b - a for a, b in zip([0, *made.months.values()], made.months.values(), strict=False)]
    assert adds[1] < adds[2] / 2, "春节 2026 lies in February"


def test_what_holds_all_year_has_no_path(plan: Document) -> None:
    for name in ("开工率", "规上工业增加值", "审批时间"):
        with pytest.raises(errors.HeldAllYear, match="不需要时序基线"):
            drafting.draft(target(name), EVEN, on=MARCH)


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        (by_hand(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), errors.EndMissesTarget),
        (by_hand(1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 11, 24), errors.Falls),
        ({**LATE, 202701: "24"}, errors.MonthOutside),
        ({m: v for m, v in LATE.items() if m != 202605}, errors.MonthsMissing),
        ({**LATE, 202605: "四"}, errors.BadFigure),
        ({**LATE, 202601: "-1"}, errors.BadFigure),
        ({**LATE, 202601: "NaN"}, errors.BadFigure),
    ],
)
def test_what_is_typed_must_hold(
    plan: Document, supervisor: Actor, values: Mapping[int, str], refused: type[Exception]
) -> None:
    with pytest.raises(refused, match="请"):
        actions.freeze(target("新引进亿元以上项目"), HAND, values=values, by=supervisor, on=MARCH)
    assert not Baseline.objects.exists()


def test_values_are_for_what_is_typed(plan: Document) -> None:
    with pytest.raises(errors.ValuesNotAsked):
        drafting.draft(target("新引进亿元以上项目"), EVEN, LATE, on=MARCH)
    with pytest.raises(errors.UnknownKind):
        drafting.draft(target("新引进亿元以上项目"), "odd", on=MARCH)


def test_nodes_of_the_chapter_give_the_path(plan: Document, supervisor: Actor) -> None:
    with pytest.raises(errors.NoNodes, match="没有定了时限的同类项目节点"):
        drafting.draft(target("新引进亿元以上项目"), NODES, on=MARCH)
    with pytest.raises(errors.NotCounted):
        drafting.draft(target("境内到位资金"), NODES, on=MARCH)
    document = intake.add(NODES_PLAN.encode(), "节点.txt", year=2026, by=supervisor)
    review.confirm_all(document, by=supervisor)
    made = drafting.draft(target("新开工项目"), NODES, on=MARCH)
    assert [made.months[m] for m in (202602, 202603, 202604, 202605, 202612)] == [0, 1, 1, 2, 8]
    assert "星辰储能基地" in made.made_from and "蓝湾" not in made.made_from


def test_pages_that_stand_see_it(plan: Document, sign: Sign, supervisor: Actor) -> None:
    sign(2, "2026-01-10")

    def planned() -> list[Decimal | None]:
        rows = standing_wall(standing.head(), 202606, "test", Target.objects.in_month(202606))
        return [r.planned for r in rows if r.target.name.endswith("新引进亿元以上项目")]

    assert planned() == [12]
    actions.freeze(target("新引进亿元以上项目"), HAND, values=LATE, by=supervisor, on=MARCH)
    assert planned() == [6]


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_freeze_at_once_one_wins(plan: Document, supervisor: Actor) -> None:
    projects = target("新引进亿元以上项目")

    def freeze(racer: int, key: int) -> object:
        return actions.freeze(projects, EVEN, by=supervisor, on=MARCH)

    won, told = over([projects.pk], freeze)
    assert (len(won), len(told)) == (1, 7) and all("请写明理由" in said for said in told)
    assert Baseline.objects.count() == 1


def test_who_may_not(plan: Document, clerk: Actor, units: Mapping[str, Unit], supervisor: Actor) -> None:
    auditor = build.holder("xu", roles.AUDITOR, units["01"])
    for who in (clerk, auditor, STRANGER):
        with pytest.raises(Refused):
            actions.freeze(target("新引进亿元以上项目"), EVEN, by=who, on=MARCH)
    leader = build.holder("gao", roles.LEADER, units["01"])
    assert actions.freeze(target("新引进亿元以上项目"), EVEN, by=leader, on=MARCH).edition == 1


def test_not_into_a_closed_month(plan: Document, supervisor: Actor) -> None:
    Month.objects.filter(period=202603).update(state=CLOSED)
    with pytest.raises(errors.MonthIsClosed, match="已经关账"):
        actions.freeze(target("新引进亿元以上项目"), EVEN, by=supervisor, on=MARCH)
    assert actions.freeze(target("新引进亿元以上项目"), EVEN, by=supervisor, on=AUGUST)


def test_a_target_that_was_changed_falls_back_to_the_rule(
    plan: Document, sign: Sign, supervisor: Actor
) -> None:
    sign(2, "2026-01-10")
    projects = target("新引进亿元以上项目")
    actions.freeze(projects, HAND, values=LATE, by=supervisor, on=MARCH)
    Target.objects.filter(pk=projects.pk).update(value="30")
    found = row("新引进亿元以上项目", 202606)
    assert (found.total, found.planned, found.baseline) == (30, 15, None)


def test_nobody_changes_or_removes_it(plan: Document, supervisor: Actor) -> None:
    made = actions.freeze(target("新引进亿元以上项目"), EVEN, by=supervisor, on=MARCH)
    ledger = registry.ledger("oversight.baselines")
    with pytest.raises((Refused, NotNow)):
        writing.remove(ledger, made, by=supervisor, reason="不要了")
    with pytest.raises(Invalid, match="另定一版"):
        writing.change(ledger, made, {"reason": "改"}, by=supervisor)


def test_the_database_keeps_editions_apart_and_asks_for_a_reason(plan: Document, supervisor: Actor) -> None:
    made = actions.freeze(target("新引进亿元以上项目"), EVEN, by=supervisor, on=MARCH)
    made.pk, made.edition = None, 2
    with pytest.raises(ValidationError, match="写明理由"):
        made.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save(force_insert=True)
    made.reason, made.edition = "调整", 1
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save(force_insert=True)
    made.edition = 2
    made.save(force_insert=True)
