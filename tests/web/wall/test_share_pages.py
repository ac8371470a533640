"""A target is dealt out on its page: looked at first, kept with all that was typed, and never half."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client

from luoshi.plans.documents.models import Document
from luoshi.plans.shares.models import Share
from luoshi.plans.targets.models import Target
from tests.web.wall.test_wall_pages import CAST, body, number

As = Callable[[str], Client]
NAME = "新引进亿元以上项目"  # 24 of them


def address() -> str:
    return f"/targets/{number(NAME)}/shares/"


def standing() -> dict[tuple[str, int], Decimal]:
    target = Target.objects.active().get(name=NAME)
    return {(share.unit.code, share.quarter): share.exact for share in Share.objects.of(target)}


def test_all_see_the_shares_and_who_may_deals_out(plan: Document, signed_in_as: As) -> None:
    lin, asked = signed_in_as("lin"), {"u": ["0103", "0104"], "by_unit": "typed", "w0103": "2", "w0104": "1"}
    page = lin.get(address(), asked).text
    assert "试分的结果" in page and "确定分解" in page
    assert standing() == {}, "a look keeps nothing"
    lin.post(address(), asked)
    assert sum(standing().values()) == 24
    assert [sum(v for (code, _), v in standing().items() if code == unit) for unit in ("0103", "0104")] == [
        16,
        8,
    ]
    for username in CAST:
        page = body(signed_in_as(username), address())
        assert "第1版" in page
        assert ("重新分解" in page) == (username in {"lin", "gao"})


@pytest.mark.parametrize("username", ["chen", "zhou", "xu"])
def test_who_may_not_deals_nothing_out(plan: Document, signed_in_as: As, username: str) -> None:
    assert signed_in_as(username).post(address(), {"u": ["0103"]}).status_code == 403
    assert not Share.objects.exists()


def test_a_stranger_is_sent_to_the_sign_in(plan: Document, client: Client) -> None:
    assert client.get(address()).status_code == client.post(address(), {"u": ["0103"]}).status_code == 302
    assert not Share.objects.exists()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"u": []}, "请选择至少一个承担单位"),
        ({"u": ["0103"], "by_unit": "typed", "w0103": "很多"}, "“招商局”的权数“很多”不对，请填 0 或正数"),
        ({"u": ["0103"], "by_quarter": "typed", "q20261": "-1"}, "“2026年一季度”的权数“-1”不对"),
        ({"u": ["0103"], "by_unit": "last_year"}, "没有2025年的实绩"),
    ],
)
def test_what_does_not_go_is_a_sentence_and_nothing_is_lost(
    plan: Document, signed_in_as: As, given: dict[str, object], sentence: str
) -> None:
    page = signed_in_as("lin").post(address(), given, follow=True)
    assert sentence in page.text
    assert not Share.objects.exists()
    for value in (value for name, value in given.items() if name.startswith(("w", "q"))):
        assert f'value="{value}"' in page.text


def test_another_dealing_needs_a_reason_and_the_first_stays(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    lin.post(address(), {"u": ["0103"]})
    assert "理由" in lin.post(address(), {"u": ["0104"]}, follow=True).text
    assert {code for code, _ in standing()} == {"0103"}
    lin.post(address(), {"u": ["0104"], "reason": "职责调整"})
    assert {code for code, _ in standing()} == {"0104"}
    assert Share.objects.filter(edition=1).exists()


def test_what_is_no_sum_is_not_dealt_out(plan: Document, signed_in_as: As) -> None:
    page = body(signed_in_as("lin"), f"/targets/{number('已签约项目开工率')}/shares/")
    assert "不能分解到单位和季度相加" in page and "试分" not in page
