"""这一页: what the page that is asked for is for, in one paragraph; pages of a ledger say it with its own declaration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db.models import Q

from luoshi.directory import roles
from luoshi.ledgers import registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.grants import Grant
from luoshi.ledgers.standing import Head, Kept
from luoshi.plans.targets.models import CONFIRMED, Target
from luoshi.web.paragraphs import PAGES

NAMED: Final = 3  # so many targets are named, the others counted
_measured: Final = Kept[tuple[str, ...]](most=256)
_ROLES: Final = dict(roles.ROLES)


def paragraph(request: Any) -> str:
    """The paragraph of the page that a request asks for; "" where it has none."""
    match = getattr(request, "resolver_match", None)
    if match is None:
        return ""
    text = PAGES.get(match.url_name or "", "")
    if "{" not in text:
        return text
    ledger = registry.ledger(match.kwargs["key"])
    return text.format(
        title=ledger.title,
        keeps=ledger.note,
        writes=writes(ledger),
        steps=steps(ledger),
        measured=measured(ledger, request.month // 100, request.head) if "{measured}" in text else "",
    )


def writes(ledger: Ledger) -> str:
    """Who fills in rows: 由填报员（限本单位）、督查员填写。"""
    if not ledger.editable:
        return "行在办理中自动生成，不手工填写。"
    grants = dict.fromkeys((*ledger.access.grants(Act.CREATE), *ledger.access.grants(Act.CHANGE)))
    who = _who(grants)
    return f"由{who}填写。" if who else "不手工填写。"


def steps(ledger: Ledger) -> str:
    """What is done with a row, step by step: 办理的步骤有登记注册、登记开工、终止。"""
    if ledger.lifecycle is None:
        return ""
    titles = dict.fromkeys(step.title for step in ledger.lifecycle.steps)
    return f"办理的步骤有{'、'.join(titles)}。" if titles else ""


def measured(ledger: Ledger, year: int, head: Head) -> str:
    """Which targets of a year are measured from the ledger, directly or as part of a formula."""
    if not ledger.measures:
        return ""
    names = _measured.of(head, (ledger.name, year), lambda: _names(ledger.name, year))
    if names:
        return f"{year} 年从这里计量的目标有{_some(names, '项')}。"
    return f"可以计量{_some([each.title for each in ledger.measures], '个数')}，{year} 年没有目标从这里计量。"


def _names(ledger: str, year: int) -> tuple[str, ...]:
    of_it = Q(binding__ledger=ledger) | Q(binding__parts__ledger=ledger)
    found = Target.objects.active().filter(of_it, year=year, binding_state=CONFIRMED)
    return tuple(dict.fromkeys(found.values_list("name", flat=True)))


def _some(names: Sequence[str], counted: str) -> str:
    """The first names, and how many there are where that is not all."""
    said = "、".join(names[:NAMED])
    return f"{said}等 {len(names)} {counted}" if len(names) > NAMED else said


def _who(grants: Iterable[Grant]) -> str:
    """The roles that are granted something, each once, with how far it reaches."""
    reach: dict[str, str] = {}
    for grant in grants:
        if grant.everywhere:
            reach[grant.role] = ""
        else:
            reach.setdefault(grant.role, "限本人的" if grant.of else "限本单位的")
    named = ((_ROLES.get(role, role), how) for role, how in reach.items())
    return "、".join(f"{title}（{how}）" if how else title for title, how in named)
