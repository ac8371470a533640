"""How a project comes about: from what an investor signed, or from a pool, with all that is known of it there."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers import audit, bulk, registry, stepping, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import NotNow
from luoshi.ledgers.models import AuditRow, Row
from luoshi.projects.delivery.pools.models import DROPPED, PoolProject
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.investment.signings.models import REGISTERED, SIGNED, STARTED, Signing


def carried(row: Signing | PoolProject) -> dict[str, Any]:
    """What a project takes over from where it comes from."""
    return _from_signing(row) if isinstance(row, Signing) else _from_pool(row)


def start_from(
    signing: Signing, *, by: Actor, on: datetime.date, given: Mapping[str, Any] | None = None
) -> Project:
    """The project of a signing, made where there is none yet; ``given`` says what is otherwise than signed.

    Whoever asks a second time, or at the same time, is answered with the same project.
    """
    require(by, Act.READ, _ledger(Signing), signing)
    with transaction.atomic():
        audit.begin()
        signing = Signing.objects.get(pk=signing.pk)  # as it is now that nobody else writes
        if signing.ended_on:
            raise NotNow(f"“{signing}”已于 {signing.ended_on} 终止，不能转为项目。")
        there = Project.objects.filter(signing=signing).order_by("pk").first()
        return there or _made(_from_signing(signing) | dict(given or {}), by=by, on=on)


def promote(
    pool: PoolProject, *, by: Actor, on: datetime.date, given: Mapping[str, Any] | None = None
) -> Project:
    """The project of what stood in a pool, which is under way from then on; the same project when asked again."""
    pools = _ledger(PoolProject)
    require(by, Act.STEP, pools, pool, step="promote")
    if pool.state == DROPPED:
        raise NotNow(f"“{pool}”已移出储备库，不能转为项目。请先移回储备库。")
    with transaction.atomic():
        audit.begin()
        there = Project.objects.filter(pool=pool).first()
        if there is not None:
            return there
        pool.refresh_from_db()
        project = _made(_from_pool(pool) | dict(given or {}), by=by, on=on)
        said = {} if pool.promoted_on else {"promoted_on": on}
        stepping.take_step(pools, pool, "promote", by=by, on=on, given=said)
    return project


def after(keys: Sequence[int], by: Actor) -> None:
    """A contract that became a project has started when the first project of it has; nobody enters the day twice.

    Only a write that moves a project's start moves the contract's: a start that was entered with the contract stays
    as long as its projects say nothing of one.
    """
    signings, moved = _ledger(Signing), _moved(keys)
    for signing in Signing.objects.filter(projects__in=moved, ended_on=None).distinct():
        begun = dict(signing.projects.filter(started_on__isnull=False).values_list("pk", "started_on"))
        days = [day for day in begun.values() if day]
        if signing.started_on and days and not any(moved.get(key) for key in begun):
            days.append(signing.started_on)  # a first start does not put off what had started before
        day = min(days, default=None)
        if signing.started_on != day:
            state = STARTED if day else REGISTERED if signing.registered_on else SIGNED
            values = {"started_on": day, "state": state}
            writing.write(
                signings, signing, values, by=by, act="随项目开工" if day else "随项目撤销开工", reason=""
            )


def _moved(keys: Sequence[int]) -> dict[int, str]:
    """The projects whose start the write just made has moved, with what it was before, "" for none; told by the trail."""
    projects = _ledger(Project)
    title = projects.title_of(projects.column("started_on"))
    last: dict[int, Any] = {}
    between = Project.objects.filter(pk__gte=min(keys), pk__lte=max(keys), signing__isnull=False)
    signed = set(keys) & set(between.values_list("pk", flat=True))
    for some in bulk.chunks(sorted(signed)):
        said = AuditRow.objects.filter(ledger=projects.name, row__in=list(map(str, some)))
        last |= {int(row): changes for row, changes in said.order_by("seq").values_list("row", "changes")}
    return {key: changes[title][0] for key, changes in last.items() if title in changes}


def _made(values: dict[str, Any], *, by: Actor, on: datetime.date) -> Project:
    row = writing.create(_ledger(Project), values, by=by, on=on)
    assert isinstance(row, Project)
    return row


def _from_signing(row: Signing) -> dict[str, Any]:
    code = row.credit_code
    return {
        "signing": row,
        "name": row.project,
        "kind": "industrial",
        "nature": "new",
        "owner": row.investor,
        "enterprise": Enterprise.objects.filter(credit_code=code).first() if code else None,
        "industry": row.industry,
        "chain_link": row.chain_link,
        "parcel": row.parcel,
        "land": row.land,
        "planned_total": row.amount,
        "equipment": row.equipment,
        "planned_tax": row.promised_tax,
        "planned_start": row.promised_start,
        "planned_complete": row.promised_complete,
        "promised_start": row.promised_start,
        "promised_complete": row.promised_complete,
        "conceived_on": row.signed_on,
        "started_on": row.started_on,
        "unit": row.unit,
        "leader": row.leader,
        "person": row.person,
    }


def _from_pool(row: PoolProject) -> dict[str, Any]:
    return {
        "pool": row,
        "name": row.name,
        "kind": row.kind,
        "owner": row.unit.name,
        "planned_total": row.amount,
        "planned_start": row.planned_start,
        "conceived_on": row.entered_on,
        "reserved_on": row.feasibility_on,
        "unit": row.unit,
        "person": row.person,
    }


def _ledger(model: type[Row]) -> Ledger:
    found = registry.ledger_of(model)
    assert found is not None
    return found
