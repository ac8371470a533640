"""Investment to test with; what a test does not say is filled in."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from luoshi.accounts.models import User
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.industries.models import Industry
from luoshi.directory.regions.models import Region
from luoshi.directory.units.models import Unit
from luoshi.projects.investment.ambassadors.models import Ambassador
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.promises.models import Promise
from luoshi.projects.investment.prospects.models import Prospect
from luoshi.projects.investment.receptions.models import Reception
from luoshi.projects.investment.screenings.models import Screening
from luoshi.projects.investment.teams.models import Team
from luoshi.projects.investment.trips.models import Trip
from tests.projects import build

DAY = date(2026, 5, 11)
_numbers = count(1)


def person(username: str = "shaoqing") -> User:
    return User.objects.filter(username=username).first() or User.objects.create(
        username=username, name="邵青"
    )


def ambassador(unit: Unit, **fields: Any) -> Ambassador:
    number = next(_numbers)
    given = {"number": f"DS-{number}", "name": f"大使{number}", "kind": "ambassador", "appointed_on": DAY}
    return Ambassador.objects.create(unit=unit, **(given | fields))


def trip(unit: Unit, **fields: Any) -> Trip:
    number = next(_numbers)
    region, _ = Region.objects.get_or_create(code="320000", defaults={"name": "江苏省"})
    given = {
        "number": f"KC-{number}",
        "topic": f"赴苏州拜访企业{number}",
        "purpose": "call",
        "destination": region,
        "firms": "某公司",
        "level": "team",
        "planned_from": DAY,
        "planned_to": DAY,
    }
    return Trip.objects.create(unit=unit, **(given | fields))


def lead(unit: Unit, **fields: Any) -> Lead:
    number = next(_numbers)
    industry, _ = Industry.objects.get_or_create(
        code="38", defaults={"name": "电气机械和器材制造业", "section": "C"}
    )
    given = {
        "number": f"XS-{number}",
        "project": f"线索{number}",
        "source": "self",
        "investor": "某公司",
        "industry": industry,
        "amount": 100_000_000_00,
        "received_on": DAY,
        "person": person(),
    }
    return Lead.objects.create(unit=unit, **(given | fields))


def reception(unit: Unit, **fields: Any) -> Reception:
    number = next(_numbers)
    given: dict[str, Any] = {
        "number": f"JF-{number}",
        "visited_on": DAY,
        "investor": "某公司",
        "next_step": "回访",
    }
    who = [{"key": person().pk, "name": "邵青", "username": "shaoqing"}]
    return Reception.objects.create(unit=unit, received_by=who, **(given | fields))


def team(unit: Unit, **fields: Any) -> Team:
    given: dict[str, Any] = {"title": f"队伍{next(_numbers)}", "set_up_on": DAY, "head": person()}
    return Team.objects.create(unit=unit, **(given | fields))


def screening(unit: Unit, **fields: Any) -> Screening:
    number = next(_numbers)
    given: dict[str, Any] = {"number": f"YS-{number}", "opened_on": DAY, "fair_review": "passed"}
    given["reviewers"] = [{"key": person().pk, "name": "邵青", "username": "shaoqing"}]
    lead_ = fields.pop("lead", None) or lead(unit)
    return Screening.objects.create(lead=lead_, **(given | fields))


def promise(unit: Unit, **fields: Any) -> Promise:
    number = next(_numbers)
    given: dict[str, Any] = {
        "number": f"CN-{number}",
        "side": "zone",
        "kind": "land",
        "content": "交付净地",
        "due_on": DAY,
    }
    signing = fields.pop("signing", None) or build.signing(unit)
    return Promise.objects.create(signing=signing, **(given | fields))


def prospect(unit: Unit, **fields: Any) -> Prospect:
    number = next(_numbers)
    link, _ = ChainLink.objects.get_or_create(
        code="XNY-04", defaults={"name": "隔膜", "chain": "新能源装备", "position": "upstream"}
    )
    given: dict[str, Any] = {
        "name": f"企业{number}",
        "chain_link": link,
        "why": "本区缺这一环",
        "found_on": DAY,
    }
    return Prospect.objects.create(unit=unit, **(given | fields))
