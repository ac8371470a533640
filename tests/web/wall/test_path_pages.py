"""A target's planned path: who freezes another after a look at it, and how good the forecasts were."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from luoshi.directory.calendars.models import CLOSED, Month
from luoshi.ledgers import standing
from luoshi.ledgers.models import Row
from luoshi.oversight.baselines.models import Baseline
from luoshi.oversight.forecasts.models import PACE, Forecast
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from tests.web.wall.test_wall_pages import CAST, body, number

As = Callable[[str], Client]
NAME = "新引进亿元以上项目"
BY_HAND = {f"v2026{month:02d}": str(2 * month) for month in range(1, 13)}


def address() -> str:
    return f"/targets/{number(NAME)}/path/"


@pytest.mark.parametrize("username", CAST)
def test_all_see_the_path_and_leaders_and_supervisors_freeze_another(
    plan: Document, signed_in_as: As, username: str
) -> None:
    client, may = signed_in_as(username), username in ("lin", "gao")
    page = body(client, address())
    assert "时序规则" in page and ("确定为时序基线" in page) == may
    answer = client.post(address(), {"kind": "even"})
    assert answer.status_code == (302 if may else 403)
    assert Baseline.objects.count() == int(may)


def test_a_stranger_is_sent_to_the_sign_in(plan: Document, client: Client) -> None:
    assert client.get(address()).status_code == client.post(address()).status_code == 302


def test_what_does_not_go_is_a_sentence(plan: Document, signed_in_as: As) -> None:
    rate = f"/targets/{number('开工率')}/path/"
    page = body(signed_in_as("lin"), rate)
    assert "确定为时序基线" not in page and 'class="notice yellow"' in page
    assert "拟定" in body(signed_in_as("lin"), f"{address()}?kind=nonsense")


def test_what_was_typed_is_not_lost(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    answer = lin.post(address(), {"kind": "hand", **BY_HAND, "v202603": "1"}, follow=True)
    assert not Baseline.objects.exists()
    assert 'name="v202603" value="1"' in answer.text and 'name="v202604" value="8"' in answer.text
    lin.post(address(), {"kind": "hand", **BY_HAND})
    assert Baseline.objects.get().months[202603] == 6


def test_another_one_needs_a_reason_and_the_first_stays(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    lin.post(address(), {"kind": "even"})
    assert "理由" in lin.post(address(), {"kind": "hand", **BY_HAND}, follow=True).text
    assert Baseline.objects.count() == 1
    lin.post(address(), {"kind": "hand", **BY_HAND, "reason": "项目集中在下半年"})
    assert Baseline.objects.count() == 2
    page = body(lin, f"{address()}?month=202612")
    assert "项目集中在下半年" in page and "以前：时序基线第1版" in page
    assert "以前的时序基线（1 版" in body(lin, f"/targets/{number(NAME)}/?month=202612")


def test_forecasts_are_scored_when_their_months_are_closed(
    sign: Callable[..., Row], signed_in_as: As
) -> None:
    sign(2, "2026-02-10")  # of a ledger without a row nobody knows what it comes to
    lin = signed_in_as("lin")
    target = Target.objects.active().get(name__endswith=NAME)
    Forecast.objects.create(
        target=target, period=202606, low="1", middle="2", high="3", likely=100, method=PACE, made_from="试", given={}, runs=1, seed=1
    )  # fmt: skip
    assert "还没有到期的预测" in body(lin, "/forecasts/?month=202612")
    Month.objects.filter(period__lte=202612).update(state=CLOSED)
    standing.forget()  # rows that tests change leave no trail
    assert "说有几成把握的" in body(lin, "/forecasts/?month=202612")
    assert "还没有到期的预测" in body(lin, "/forecasts/?month=202611")
    chart = body(lin, f"/targets/{number(NAME)}/?month=202606")
    assert "年终达到目标的可能性" in chart and "预测（2026年6月）" in chart
