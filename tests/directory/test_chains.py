"""Links of industrial chains: how they are written, and that a chain is a tree of its own."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.chains.ledger import CHAINS
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.roles import CLERK, DEPUTY, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers import writing
from luoshi.ledgers.errors import BadValue, Refused
from luoshi.ledgers.lookups import Lookups
from tests.directory import build

pytestmark = pytest.mark.django_db


def link(code: str, name: str, chain: str = "新能源装备", parent: ChainLink | None = None) -> ChainLink:
    return ChainLink.objects.create(code=code, name=name, chain=chain, position="midstream", parent=parent)


@pytest.mark.parametrize("text", ["XNY-01", "新能源装备·储能电池", "储能电池"])
def test_a_cell_may_name_a_link_in_several_ways(text: str) -> None:
    battery = link("XNY-01", "储能电池")
    assert Lookups().find("directory.chains", text) == battery


def test_a_name_of_two_chains_needs_its_chain() -> None:
    link("XNY-09", "结构件")
    frames = link("SMJK-09", "结构件", chain="生命健康")
    with pytest.raises(BadValue, match="2 行叫“结构件”"):
        Lookups().find("directory.chains", "结构件")
    assert Lookups().find("directory.chains", "生命健康·结构件") == frames


def test_a_link_stands_once_in_its_chain() -> None:
    link("XNY-01", "储能电池")
    again = ChainLink(code="XNY-02", name="储能电池", chain="新能源装备", position="upstream")
    with pytest.raises(ValidationError, match="已有同名的环节"):
        again.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_a_parent_is_of_the_same_chain() -> None:
    battery = link("XNY-01", "储能电池")
    ChainLink(
        code="XNY-02", name="隔膜", chain="新能源装备", position="upstream", parent=battery
    ).full_clean()
    with pytest.raises(ValidationError, match="不在“生命健康”这条产业链里"):
        ChainLink(
            code="SMJK-1", name="诊断", chain="生命健康", position="upstream", parent=battery
        ).full_clean()


def test_a_link_never_stands_under_itself() -> None:
    battery = link("XNY-01", "储能电池")
    separator = link("XNY-02", "隔膜", parent=battery)
    separator.full_clean()
    for parent in (battery, separator):
        battery.parent = parent
        with pytest.raises(ValidationError, match="不能作它的上级"):
            battery.full_clean()


def test_keywords_stand_apart() -> None:
    assert ChainLink(keywords="电芯、 锂电池、").words_apart == ("电芯", "锂电池")


def test_the_supervision_office_keeps_them(units: dict[str, Unit]) -> None:
    entered = {
        "code": "XNY-01",
        "name": "储能电池",
        "chain": "新能源装备",
        "position": "中游",
        "wanted": "3",
    }
    values = writing.parse(CHAINS, entered)
    row = writing.create(CHAINS, values, by=build.holder("linzhao", SUPERVISOR, units["01"]))
    assert CHAINS.label_of(row) == "新能源装备·储能电池"
    for role in (CLERK, DEPUTY):
        with pytest.raises(Refused):
            writing.change(CHAINS, row, {"wanted": 5}, by=build.holder(role, role, units["01"]))
