"""The red and the black list of the sample's September as it was published, and what units said against it."""

from __future__ import annotations

from datetime import date

from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, stepping
from luoshi.oversight.lists import actions
from luoshi.oversight.lists.models import ListLine
from luoshi.oversight.objections.models import LIGHT, LINE
from luoshi.plans.targets.models import Target

SUPERVISOR, MONTH = "linzhao", 202609
PUBLISHED, OBJECTED, RULED = date(2026, 10, 12), date(2026, 10, 14), date(2026, 10, 16)


def publish() -> None:
    """Publish the lists; one unit objects to its line and is not right, another to a light and waits."""
    by = actor_named(SUPERVISOR)
    found = actions.publish(MONTH, by=by, on=PUBLISHED)
    invest, build = Unit.objects.get(name="招商局"), Unit.objects.get(name="规划建设局")
    line = ListLine.objects.get(published=found, unit=invest)
    first = actions.object_to(
        found,
        LINE,
        actions.LINES,
        line.pk,
        unit=invest,
        reason="一笔境外资金 9 月 30 日已汇出，10 月 2 日到账",
        by=actor_named("chenjing"),
        on=OBJECTED,
    )
    ruling = {"ruling": "到位资金以到账日期为准，9 月没有到账"}
    stepping.take_step(registry.ledger(actions.OBJECTIONS), first, "reject", by=by, on=RULED, given=ruling)
    target = Target.objects.in_month(MONTH).get(name="已开工项目竣工率", lead_unit=build)
    actions.object_to(
        found,
        LIGHT,
        "plans.targets",
        target.pk,
        unit=build,
        reason="两个项目已通过竣工验收，备案表正在补录",
        by=actor_named("zhouwei"),
        on=OBJECTED,
    )
