"""A zone with a confirmed plan and a few signings: what the wall is about."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cache

import pytest
from django.db import transaction

from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.industries import seed as industries
from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, standing, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.rounds import actions as rounds
from luoshi.oversight.rounds.models import MONTH, Round
from luoshi.oversight.rules import actions as rules
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions as intake
from luoshi.plans.review import actions as review
from tests.directory import build
from tests.whole import snapshot
from tests.whole.snapshot import Snapshot

PLAN = """云溪高新区2026年工作要点

一、招商引资
1.抓招商。全年力争新引进亿元以上项目24个，其中10亿元以上项目6个。确保境内到位资金60亿元。（责任单位：招商局）
2.抓开工。力争已签约项目开工率达到80%。（责任单位：招商局）

二、经济运行
3.稳增长。全年召开银企对接会12次，规上工业增加值增长9%。（责任单位：经济发展局）
4.提效率。审批时间压缩至40个工作日以内，争创省级重点实验室1个。（责任单位：经济发展局）
"""


@pytest.fixture
def units(request: pytest.FixtureRequest, db: None) -> dict[str, Unit]:
    """The small zone; with the plan already, and who confirmed it, where the test asks for it."""
    if "plan" not in request.fixturenames:
        industries.seed()
        return build.zone()
    with transaction.atomic():
        snapshot.put_back(planned())
    standing.forget()
    return {unit.code: unit for unit in Unit.objects.order_by("order")}


@pytest.fixture
def supervisor(request: pytest.FixtureRequest, units: dict[str, Unit]) -> Actor:
    if "plan" in request.fixturenames:
        return actor_named("lin", on=build.SOME_DAY)
    return build.holder("lin", roles.SUPERVISOR, units["01"])


@pytest.fixture
def clerk(units: dict[str, Unit]) -> Actor:
    return build.holder("chen", roles.CLERK, units["0103"])


@pytest.fixture
def plan(supervisor: Actor) -> Document:
    """The plan confirmed, its targets bound, the starting rules in force."""
    return Document.objects.get()


@cache
def planned() -> Snapshot:
    """The zone with its plan, made once a process and taken back: reading and binding a plan takes long."""
    with transaction.atomic():
        industries.seed()
        supervisor = build.holder("lin", roles.SUPERVISOR, build.zone()["01"])
        rules.issue_starting_rules(by=supervisor)
        document = intake.add(PLAN.encode(), "要点.txt", year=2026, by=supervisor)
        review.confirm_all(document, by=supervisor)
        held = snapshot.take()
        transaction.set_rollback(True)
    return held


@pytest.fixture
def sign(plan: Document, units: dict[str, Unit], clerk: Actor) -> Callable[..., Row]:
    """Signs a project of so many 亿元 on a day."""
    ledger, made = registry.ledger("investment.signings"), iter(range(1, 1000))
    industry = registry.ledger("directory.industries").rows().filter(code="38").get()

    def signed(hundred_millions: int, day: str, **more: object) -> Row:
        at = next(made)
        values = {
            "number": f"QY-{at:03d}",
            "project": f"项目{at}",
            "investor": f"投资方{at}",
            "amount": hundred_millions * 10**10,
            "signed_on": datetime.date.fromisoformat(day),
            "industry": industry,
            "unit": units["0103"],
        }
        return writing.create(ledger, values | more, by=clerk)

    return signed


@pytest.fixture
def year(plan: Document, supervisor: Actor) -> list[Round]:
    """The rounds of 2026, laid out."""
    days.seed([2026])
    return rounds.lay(2026, by=supervisor)


@pytest.fixture
def june(year: list[Round]) -> Round:
    return Round.objects.get(kind=MONTH, last=datetime.date(2026, 6, 30))
