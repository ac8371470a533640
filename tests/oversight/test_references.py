"""What targets are compared with: entered month by month, it feeds the growth rule, and is found again as it was."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from luoshi.directory.units.then import Units
from luoshi.ledgers import chain, importing, registry, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.oversight.references.models import SCALE, Reference
from luoshi.oversight.rules import actions, in_force, words
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall, wall_then
from luoshi.plans.documents.models import Document
from luoshi.plans.reported import actions as reported
from luoshi.plans.targets.models import Target
from luoshi.rules import defaults
from luoshi.rules.dates import last_day
from tests.directory import build
from tests.rules.published import C_GROWTH

JUNE = 202606
GROWING = defaults.LIGHT_RULE.to_data() | {
    "version": "2",
    "effective_from": "2026-01-01",
    "held": C_GROWTH["bands"],
    "reference": "全市平均",
}
Enter = Callable[..., Reference]


def target() -> Target:
    return Target.objects.active().get(name="规上工业增加值")


def row(month: int = JUNE) -> WallRow:
    return next(each for each in wall(month) if each.target == target())


@pytest.fixture
def growing(plan: Document, supervisor: Actor) -> None:
    """The rule of growth is in force; the value added has grown by 9.2 % (9 are promised)."""
    actions.issue("light", GROWING, by=supervisor)
    reported.report(target(), 202605, "9.2", by=supervisor)


@pytest.fixture
def enter(growing: None, supervisor: Actor) -> Enter:
    """The supervision office enters the average of June, if nothing else is said."""

    def entered(value: str, **more: Any) -> Reference:
        given = {
            "period": JUNE,
            "name": "全市平均",
            "kind": "official",
            "source": "统计月报",
            "target": target(),
        }
        found = {"value": int(Decimal(value) * SCALE)} | given | more
        made = writing.create(registry.ledger("oversight.references"), found, by=supervisor)
        assert isinstance(made, Reference)
        return made

    return entered


def test_a_month_without_a_reference_says_what_is_missing_and_where_to_enter_it(growing: None) -> None:
    light = row().light
    assert (light.colour, light.word) == ("grey", "无数据")
    assert light.reason == "尚无2026年6月全市平均的数据，请在“对标值”台账中补录，暂不评灯"


@pytest.mark.parametrize(
    ("reached", "city", "colour", "words"),
    [
        ("9.2", "9.2", "green", "与全市平均持平"),
        ("9.2", "7.4", "green", "高于全市平均 1.8 个百分点"),
        ("9.2", "9.3", "yellow", "低于全市平均 0.1 个百分点"),
        ("8.9", "7.4", "yellow", "低于目标 0.1 个百分点，高于全市平均 1.5 个百分点"),
        ("-0.1", "-3", "red", "高于全市平均 2.9 个百分点"),
    ],
)
def test_growth_is_held_against_plan_and_average(
    enter: Enter, supervisor: Actor, reached: str, city: str, colour: str, words: str
) -> None:
    reported.report(target(), JUNE, reached, by=supervisor)
    enter(city)
    assert row().light.colour == colour and words in row().light.reason


def test_a_preliminary_figure_says_so_and_the_official_one_takes_its_place(
    enter: Enter, supervisor: Actor
) -> None:
    made = enter("9.3", kind="preliminary")
    assert row().light.colour == "yellow" and "低于全市平均（快报数） 0.1 个百分点" in row().light.reason
    writing.change(
        registry.ledger("oversight.references"), made, {"value": 91000, "kind": "official"}, by=supervisor
    )
    assert row().light.colour == "green" and "快报数" not in row().light.reason


def test_only_the_figure_that_the_rule_names_is_compared_with(enter: Enter, supervisor: Actor) -> None:
    made = enter("7.4", name="全省平均")
    assert row().light.word == "无数据"
    enter("9.9", period=202605)
    assert row().light.word == "无数据" and row(202605).light.colour == "yellow"
    writing.change(registry.ledger("oversight.references"), made, {"name": "全市平均"}, by=supervisor)
    assert row().light.colour == "green"


def test_what_is_withdrawn_is_compared_with_no_more(enter: Enter, supervisor: Actor) -> None:
    ledger, made = registry.ledger("oversight.references"), enter("7.4")
    stepping.take_step(ledger, made, "withdraw", by=supervisor, on=build.SOME_DAY, reason="口径不一致")
    assert row().light.word == "无数据"
    stepping.take_step(ledger, made, "revive", by=supervisor, on=build.SOME_DAY, reason="口径已核对")
    assert row().light.colour == "green"


def test_as_of_a_row_of_the_trail_it_is_what_was_known_then(enter: Enter, supervisor: Actor) -> None:
    made, seen = enter("9.3", kind="preliminary"), {}
    ledger = registry.ledger("oversight.references")
    for name, change in (
        ("preliminary", None),
        ("official", {"value": 91000, "kind": "official"}),
        ("moved", {"period": 202607}),
    ):
        if change:
            made.refresh_from_db()
            writing.change(ledger, made, change, by=supervisor)
        row()  # facts are up to date
        seen[name] = (chain.head().seq, row().light.colour, row().light.reason)
    made.refresh_from_db()
    stepping.take_step(ledger, made, "withdraw", by=supervisor, on=build.SOME_DAY, reason="误登")
    enter("1")
    for name, (seq, colour, reason) in seen.items():
        (then,) = [r for r in wall_then(JUNE, seq, Units(seq)) if r.target == target()]
        assert (then.light.colour, then.light.reason) == (colour, reason), name
    assert [colour for _, colour, _ in seen.values()] == ["yellow", "green", "grey"]


def test_without_such_a_rule_nothing_is_asked(plan: Document) -> None:
    with CaptureQueriesContext(connection) as asked:
        wall(JUNE)
    assert not [query for query in asked.captured_queries if "oversight_reference" in query["sql"]]


def test_one_month_is_entered_once_and_within_the_years_of_its_target(enter: Enter) -> None:
    enter("7.4")
    with pytest.raises(Invalid, match="已经登记"):
        enter("7.5")
    with pytest.raises(Invalid, match="请核对月份"):
        enter("7.5", period=202706)


def test_the_database_holds_no_month_that_is_none(growing: None) -> None:
    row = Reference(target=target(), period=202612, name="全市平均", value=1, source="月报")
    row.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Reference.objects.update(period=202613)


def test_the_rule_says_with_what_it_compares(growing: None) -> None:
    assert "对比值是全市平均，取自“对标值”台账。" in words.light(in_force.light_rule(last_day(JUNE)))
    of_tasks, of_units = words.light(defaults.TASK_LIGHT_RULE), words.light(defaults.UNIT_LIGHT_RULE)
    assert of_tasks[0] == "已完成的按 100% 计，到期没有完成的按 0 计；未到期的不亮灯。"
    assert of_units[0] == "单位牵头、当月应完成的目标和任务的项数为计划，其中完成的项数为实绩。"
    assert words.light(defaults.LIGHT_RULE)[0].startswith("绿灯：")


def test_the_office_enters_and_units_do_not(growing: None, clerk: Actor, supervisor: Actor) -> None:
    ledger = registry.ledger("oversight.references")
    text = f"目标,月份,对标名称,对标值,数据性质,来源文件\n{target().number},2026-06,全市平均,7.4,快报数,市统计局\n"
    with pytest.raises(Refused):
        importing.plan(ledger, text.encode(), "a.csv", by=clerk)
    plan = importing.plan(ledger, text.encode(), "a.csv", by=supervisor)
    assert not plan.problems
    importing.apply(plan, by=supervisor)
    assert Reference.objects.get().exact == Decimal("7.4")
    assert row().light.colour == "green"
