"""The page on which the work of one person becomes another's."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import AuditRow
from luoshi.projects.investment.signings.models import Signing
from tests.directory import build
from tests.web.ledgers import pages

PEOPLE = "/settings/people/"


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    found = build.zone()
    build.holder("admin", roles.ADMINISTRATOR, found["01"])
    build.holder("shen", roles.CLERK, found["0103"])
    User.objects.create_user("tang", name="唐溪")
    return found


@pytest.fixture
def shen(units: dict[str, Unit]) -> User:
    user = User.objects.get(username="shen")
    Signing.objects.create(
        number="QY-2026-001",
        project="澄光储能电池基地",
        investor="澄光储能科技有限公司",
        amount=36_045_670_000,
        signed_on=datetime.date(2026, 2, 18),
        unit=units["0401"],
        leader=user,
    )
    return user


def client_of(name: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


def sent(**changes: object) -> dict[str, object]:
    usual = {"taker": "唐溪", "on": "2026-11-30", "reason": "轮岗"}
    return usual | {"only": ["directory.posts", "investment.signings"]} | changes


def test_works(shen: User) -> None:
    admin = client_of("admin")
    address = f"{PEOPLE}{shen.pk}/handover/"
    assert f'href="{address}"' in admin.get(PEOPLE).text
    said = pages.text(admin.get(address).text)
    assert "现任岗位：shen（招商局 填报员）" in said and "招商签约台账：包联领导 1 行" in said
    answer = admin.post(address, sent(), follow=True)
    assert "已向“唐溪”交接" in answer.text and "“招商签约台账” 1 行" in answer.text
    tang = User.objects.get(username="tang")
    assert Signing.objects.get().leader == tang
    assert Post.objects.get(user=tang).unit.code == "0103"
    assert AuditRow.objects.filter(act="交接", ledger="investment.signings").get().reason == "轮岗"


def test_only_what_is_ticked_is_handed_over(shen: User) -> None:
    admin, address = client_of("admin"), f"{PEOPLE}{shen.pk}/handover/"
    assert "请至少勾选一项交接内容。" in admin.post(address, sent(only=[])).text
    admin.post(address, sent(only=["investment.signings"]))
    tang = User.objects.get(username="tang")
    assert Signing.objects.get().leader == tang
    assert not Post.objects.filter(user=tang).exists()
    assert pages.errors(admin.post(address, sent(only=["plans.targets"])).text)


def test_what_is_wrong_is_said_beside_its_field(shen: User) -> None:
    admin, address = client_of("admin"), f"{PEOPLE}{shen.pk}/handover/"
    gone = User.objects.create_user("gone", name="离任", is_active=False)
    said = {
        "shen": "接手人不能是交出的人自己，请另选一人。",
        "无名": "没有用户名或姓名为“无名”的人员，请核对写法，或先为其开通账号。",
        "gone": "离任的账号已停用，请另选一人。",
        "": "请填写“接手人”。",
    }
    for taker, sentence in said.items():
        assert pages.errors(admin.post(address, sent(taker=taker)).text) == [sentence]
    assert pages.errors(admin.post(address, sent(on="30号", reason="")).text) == [
        "“交接日期”应写成 2026-10-15 的样子。",
        "请填写“理由”。",
    ]
    assert Signing.objects.get().leader == shen
    offered = admin.get(f"{PEOPLE}offered/", {"taker.like": "n"}).text
    assert "tang" in offered and gone.username not in offered


def test_who_has_nothing_in_hand(shen: User) -> None:
    tang = User.objects.get(username="tang")
    assert "没有需要交接的内容" in client_of("admin").get(f"{PEOPLE}{tang.pk}/handover/").text
    assert client_of("admin").get(f"{PEOPLE}999/handover/").status_code == 404


@pytest.mark.parametrize("role", [roles.CLERK, roles.LEADER, roles.SUPERVISOR, roles.AUDITOR])
def test_only_the_administrator(shen: User, units: dict[str, Unit], role: str) -> None:
    build.holder("who", role, units["01"])
    client = client_of("who")
    address = f"{PEOPLE}{shen.pk}/handover/"
    assert client.get(address).status_code == client.post(address, sent()).status_code == 403
    assert client.get(f"{PEOPLE}offered/").status_code == 403
    assert Signing.objects.get().leader == shen
