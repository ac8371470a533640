"""Units as they are stored, entered and asked for."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.roles import ADMINISTRATOR, AUDITOR, CLERK, SUPERVISOR
from luoshi.directory.units.ledger import UNITS
from luoshi.directory.units.models import NoZone, Unit
from luoshi.ledgers import writing
from luoshi.ledgers.access import STRANGER
from luoshi.ledgers.errors import BadValue, Invalid, Refused
from luoshi.ledgers.lookups import Lookups
from tests.directory import build

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]


def test_an_administrator_enters_a_unit(units: Units) -> None:
    admin = build.holder("admin", ADMINISTRATOR, units["01"])
    entered = {
        "code": "0105",
        "name": "企业服务局",
        "kind": "部门",
        "parent": "云溪高新区管委会",
        "order": "9",
    }
    row = writing.create(UNITS, writing.parse(UNITS, entered), by=admin)
    assert isinstance(row, Unit)
    assert (row.kind, row.parent, str(row)) == ("office", units["01"], "企业服务局")


@pytest.mark.parametrize("role", [CLERK, SUPERVISOR, AUDITOR])
def test_nobody_else_does(units: Units, role: str) -> None:
    actor = build.holder("someone", role, units["01"])
    with pytest.raises(Refused, match="没有新增“单位”的权限"):
        writing.create(UNITS, {"code": "0105"}, by=actor)
    with pytest.raises(Refused, match="请先登录"):
        writing.create(UNITS, {"code": "0105"}, by=STRANGER)


def test_the_zone_is_the_root(units: Units) -> None:
    assert Unit.objects.zone() == units["01"]


def test_without_a_root_somebody_says_what_to_do(db: None) -> None:
    with pytest.raises(NoZone, match="请先在“单位”台账里登记"):
        Unit.objects.zone()


def test_the_whole_tree_is_one_query(units: Units, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = Unit.objects.subtrees([units["0103"].pk, units["01"].pk])
    assert found[units["0103"].pk] == {units["0103"].pk, units["0401"].pk}
    assert len(found[units["01"].pk]) == len(build.UNITS)


def test_units_under_a_unit_come_in_order(units: Units) -> None:
    assert [u.code for u in Unit.objects.under(units["0201"].pk)] == ["0201", "020101"]


def test_a_ring_is_refused(units: Units) -> None:
    admin = build.holder("admin", ADMINISTRATOR, units["01"])
    with pytest.raises(Invalid, match="不能作它的上级"):
        writing.change(UNITS, units["0103"], {"parent": units["0401"]}, by=admin)
    units["0103"].refresh_from_db()
    with pytest.raises(Invalid, match="不能作它的上级"):
        writing.change(UNITS, units["0103"], {"parent": units["0103"]}, by=admin)


def test_a_unit_moves_elsewhere(units: Units) -> None:
    admin = build.holder("admin", ADMINISTRATOR, units["01"])
    writing.change(UNITS, units["0401"], {"parent": units["0102"]}, by=admin)
    assert units["0401"].pk in Unit.objects.subtree(units["0102"].pk)


def refused(unit: Unit, sentence: str) -> None:
    """Both the form and the database say no."""
    with pytest.raises(ValidationError, match=sentence):
        unit.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        unit.save()


def test_only_the_committee_has_no_parent(units: Units) -> None:
    refused(Unit(code="09", name="某局", kind="office"), "请为其他单位填写上级单位")
    Unit(code="09", name="某局", kind="office", parent=units["01"]).full_clean()


def test_there_is_one_committee(units: Units) -> None:
    refused(Unit(code="02", name="另一个管委会", kind="zone"), "管委会只能有一个")


def test_short_names_are_unique_but_may_be_missing(units: Units) -> None:
    root = units["01"]
    refused(Unit(code="09", name="某局", short_name="规建局", kind="office", parent=root), "简称已有单位使用")
    Unit.objects.create(code="09", name="某局", kind="office", parent=root)
    Unit.objects.create(code="10", name="又一局", kind="office", parent=root)


def test_codes_and_names_are_unique(units: Units) -> None:
    root = units["01"]
    refused(Unit(code="0103", name="某局", kind="office", parent=root), "编码已有单位使用")
    refused(Unit(code="09", name="招商局", kind="office", parent=root), "已有同名的单位")


@pytest.mark.parametrize("text", ["0104", "规划建设局", "规建局"])
def test_a_cell_may_hold_any_of_the_names(units: Units, text: str) -> None:
    assert Lookups().find("directory.units", text) == units["0104"]


def test_an_unknown_unit_is_told(units: Units) -> None:
    with pytest.raises(BadValue, match="“单位”里没有“教育局”"):
        Lookups().find("directory.units", "教育局")


@pytest.mark.parametrize("text", ["经发局", "云溪高新区经济发展局", "发展局"])
def test_a_plan_finds_the_unit(units: Units, text: str) -> None:
    assert Unit.objects.find_by_words(text) == units["0102"]


def test_many_words_cost_one_query(units: Units, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        names = Unit.objects.names()
        found = [names.find(word) for word in ("督查室", "投促局", "规建局")]
    assert found == [units["0101"], units["0103"], units["0104"]]


def test_a_unit_with_others_under_it_is_not_removed(units: Units) -> None:
    admin = build.holder("admin", ADMINISTRATOR, units["01"])
    with pytest.raises(Refused, match="引用"):
        writing.remove(UNITS, units["0103"], by=admin, reason="登记重复")
    writing.remove(UNITS, units["0401"], by=admin, reason="登记重复")
    assert not Unit.objects.filter(code="0401").exists()
