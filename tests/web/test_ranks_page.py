"""Weights of panels, caps, tie-breaks and a veto, from what is entered to what the pages and the workbook say."""

from __future__ import annotations

import datetime
import io
import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, registry, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.oversight.assessment import opening
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.events.models import SCALE
from luoshi.oversight.rules import actions as rules
from tests.directory import build
from tests.oversight.assessing import JANUARY, JULY, rate, source, subject, take
from tests.oversight.conftest import supervisor, units

__all__ = ["supervisor", "units"]
NAMES = ("党政办公室（督查室）", "经济发展局", "招商局", "规划建设局")
SCHEME: dict[str, Any] = {
    "code": "ranks",
    "name": "排名办法",
    "version": "1",
    "effective_from": "2026-01-01",
    "full": "100",
    "figures": [
        {"code": "done", "title": "完成项目", "unit": "个"},
        {"code": "extra", "title": "争先创优", "unit": "项", "kind": "events"},
        {"code": "accidents", "title": "安全事故", "unit": "起", "kind": "events"},
        {"code": "leaders", "title": "领导评价", "kind": "ratings"},
        {"code": "peers", "title": "单位互评", "kind": "ratings"},
    ],
    "groups": [{"code": "offices", "title": "部门组"}],
    "dimensions": [
        {
            "code": "work",
            "title": "实绩",
            "items": [
                {
                    "code": "projects",
                    "title": "项目",
                    "points": "80",
                    "formula": {
                        "kind": "ratio",
                        "parts": [{"actual": "done", "constant": "10"}],
                        "cap": "110",
                    },
                }
            ],
        },
        {
            "code": "opinion",
            "title": "评价",
            "items": [
                {
                    "code": "rated",
                    "title": "领导和互评",
                    "points": "20",
                    "formula": {
                        "kind": "ratings",
                        "panels": [
                            {"figure": "leaders", "weight": "60"},
                            {"figure": "peers", "weight": "40"},
                        ],
                    },
                }
            ],
        },
        {
            "code": "bonus",
            "title": "加分",
            "kind": "bonus",
            "cap": "5",
            "items": [
                {
                    "code": "more",
                    "title": "创优",
                    "formula": {"kind": "awards", "awards": [{"figure": "extra", "each": "2"}]},
                }
            ],
        },
    ],
    "vetoes": [{"code": "safety", "title": "安全生产", "figure": "accidents", "consequence": "取消评优资格"}],
    "ties": ["work"],
}


def entered(made: Assessment, name: str, code: str, size: str, by: Actor, title: str = "") -> None:
    """A figure or an event of an office, with its paper, verified."""
    ledger = registry.ledger("oversight.assessment_events")
    values = {
        "subject": subject(made, name),
        "source": source(made, code),
        "happened_on": datetime.date(2026, 5, 12),
        "title": title or f"{name}{code}",
        "size": int(Decimal(size) * SCALE),
    }
    row = writing.create(ledger, values, by=by)
    evidence.attach(ledger, row, "凭证".encode(), "凭证.txt", by=by, slot="佐证材料")
    stepping.take_step(ledger, row, "verify", by=by, on=JULY)


@pytest.fixture
def published(units: dict[str, Unit], supervisor: Actor) -> Assessment:
    """招商局 has most and an accident; 经济发展局 and 规划建设局 come to the same, the first by work; one is rated by nobody."""
    days.seed([2026])
    rules.issue("score", SCHEME, by=supervisor)
    members: list[opening.Member] = [(units[code], "offices") for code in ("0101", "0102", "0103", "0104")]
    made = opening.open_assessment("上半年", "ranks", members, 202601, 202606, by=supervisor, on=JANUARY)
    for name, size in zip(NAMES, ("5", "9", "12", "8.5"), strict=True):
        entered(made, name, "done", size, supervisor)
    entered(made, "招商局", "accidents", "1", supervisor, "吊装事故")
    for at in range(2):
        entered(made, "规划建设局", "extra", "1", supervisor, f"创优{at}")
    for at in range(4):
        entered(made, "招商局", "extra", "1", supervisor, f"创优{at}")
    leader = build.holder("gao", roles.LEADER, units["01"])
    heads = [build.holder(f"head{code}", roles.HEAD, units[code]) for code in ("0201", "0401")]
    for name in NAMES[1:]:
        rate(made, name, "leaders", 90, leader)
        for at, head in enumerate(heads):
            if not (name == "招商局" and at):  # the branch is 招商局's own
                rate(made, name, "peers", 80 + 10 * at, head)
    for name in ("freeze", "publish"):
        take(made, name, supervisor, JULY)
    return made


def seen(made: Assessment, username: str = "lin") -> str:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client.get(reverse("assessment", args=[made.pk])).text


def rows(page: str) -> list[list[str]]:
    """The cells of each row of the ranks."""
    found = re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.S)
    cells = [
        [re.sub(r"<[^>]+>", "", each).strip() for each in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)]
        for row in found
    ]
    return [row for row in cells if len(row) > 2 and row[1] in NAMES]


def test_ranks_ties_caps_and_veto_on_the_page(published: Assessment) -> None:
    """9 of 10 of 80 are 72, 8.5 are 68 and two awards 4; all rated 90 × 60 % + 85 × 40 % = 88, of 20 17.6: 89.6 both."""
    found = {row[1]: row for row in rows(seen(published))}
    assert [row[1] for row in rows(seen(published))] == [NAMES[1], NAMES[3], NAMES[0], NAMES[2]]
    assert found["经济发展局"][:6] == ["1", "经济发展局", "89.60", "72.00", "17.60", "0.00"]
    assert found["规划建设局"][:6] == ["2", "规划建设局", "89.60", "68.00", "17.60", "4.00"], "less work"
    assert found[NAMES[0]][:6] == ["3", NAMES[0], "40.00", "40.00", "0.00", "0.00"], "rated by nobody"
    assert found["招商局"][:2] == ["–", "招商局"], "no rank"
    assert found["招商局"][3:6] == ["88.00", "17.20", "5.00"], "at most 110 %, rated by one peer, at most 5"
    assert "安全生产：安全事故 1 起，取消评优资格" in found["招商局"][-1]


def test_the_book_tells_the_weights_and_the_caps(published: Assessment) -> None:
    client = Client()
    client.force_login(User.objects.get(username="lin"))

    def told(name: str) -> str:
        return client.get(reverse("scorebook", args=[published.pk, subject(published, name).pk])).text

    mine = told("规划建设局")
    assert "领导评价 1 票平均 90 × 60% + 单位互评 2 票平均 85 × 40% = 88，88 ÷ 100 × 20 = 17.6 分" in mine
    assert "1 人评分" in mine and "2 人评分" in mine
    struck = told("招商局")
    assert "按 110% 计，110% × 80 = 88 分" in struck and "最多计 5 分" in struck
    assert "一票否决：安全生产：安全事故 1 起，取消评优资格，不排名" in struck
    assert "缺少领导评价 × 60% + 缺少单位互评 × 40%" in told(NAMES[0])


def test_the_workbook_says_the_same(published: Assessment) -> None:
    client = Client()
    client.force_login(User.objects.get(username="lin"))
    book = load_workbook(io.BytesIO(client.get(reverse("assessment_file", args=[published.pk])).content))
    told = {row[2].value: (row[1].value, row[3].value) for row in book["名次"].iter_rows(min_row=3)}
    assert told["经济发展局"][0] == 1 and told["规划建设局"][0] == 2 and told["招商局"][0] == "–"
    assert told["经济发展局"][1] == told["规划建设局"][1]


def test_whose_mark_it_was_is_nowhere(published: Assessment) -> None:
    head = subject(published, "规划建设局")
    build.holder("cheng", roles.HEAD, Unit.objects.get(code="0104"))
    client = Client()
    client.force_login(User.objects.get(username="cheng"))
    for address in (
        reverse("scorebook", args=[published.pk, head.pk]),
        reverse("score_figure", args=[published.pk, head.pk, source(published, "peers").pk]),
        reverse("ledger", args=["oversight-assessment_ratings"]),
        reverse("assessment", args=[published.pk]),
    ):
        page = client.get(address).text
        assert "head0201" not in page and "head0401" not in page and "gao" not in page, address
