"""The page of an evaluation: who may makes and publishes it, everybody reads it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.directory.roles import AUDITOR, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers import rulebook
from luoshi.projects.land.evaluations.models import Evaluation
from tests.directory import build
from tests.projects import land

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    units = build.zone()
    by = build.holder("linzhao", SUPERVISOR, units["0101"])
    build.holder("xuhe", AUDITOR, units["01"])
    rulebook.issue_starting(by=by, closed=None)
    return units


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


def asked(client: Client, **given: object) -> str:
    return client.post(reverse("per_mu"), {"year": 2025, **given}, follow=True).content.decode()


def test_a_year_is_evaluated_and_published_on_its_page(units: dict[str, Unit]) -> None:
    head = signed_in("linzhao")
    assert "还没有评价" in head.get(reverse("per_mu")).content.decode()
    land.per_mu_figure(units["0104"], tax=900_000_000, power=1, table="tenants")
    before = head.get(reverse("per_mu")).content.decode()
    assert "评价 2025 年" in before and "还没有评价" in before
    assert "已评价 1 家企业" in asked(head, do="evaluate", rule="per-mu")
    page = asked(head, do="publish")
    assert "已公示 1 家企业" in page and "租用厂房" in page and "某公司" in page
    assert "重新评价" not in page
    assert "公示期到" in asked(head, do="settle")
    assert Evaluation.objects.get().state == "published"
    assert "没有在复核" in asked(head, do="review", row=Evaluation.objects.get().pk)
    for row in ("", "9" * 40, "x"):
        assert "评价" in asked(head, do="review", row=row)
    assert "操作" in asked(head, do="burn")


def test_who_may_not_reads_and_makes_nothing(units: dict[str, Unit]) -> None:
    land.per_mu_figure(units["0104"])
    reader = signed_in("xuhe")
    assert 'name="do"' not in reader.get(reverse("per_mu")).content.decode()
    for what in ("evaluate", "publish", "settle"):
        asked(reader, do=what, rule="per-mu")
    assert not Evaluation.objects.exists()
    assert "亩均评价" in reader.get(reverse("ledgers")).content.decode()


def test_a_year_of_the_address_that_is_none(units: dict[str, Unit]) -> None:
    assert signed_in("xuhe").get(reverse("per_mu"), {"year": "9" * 30}).status_code == 200
