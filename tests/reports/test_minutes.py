"""The minutes of a round: what was decided item by item, how earlier decisions stood, what was only noted."""

from __future__ import annotations

import io
from typing import Any

import docx

from luoshi.reports import minutes
from luoshi.reports.document import Heading, Paragraph


def item(order: int, *what: str, unit: str = "招商局") -> dict[str, Any]:
    return {
        "order": order,
        "title": f"境内到位资金第 {order} 项",
        "unit": unit,
        "reason": "亮红灯。",
        "decisions": [
            {"what": each, "unit": "财政金融局", "due_on": "2026-07-31", "task": f"RW-2026-{order}0{at}"}
            for at, each in enumerate(what, 1)
        ],
    }


def facts(**more: Any) -> dict[str, Any]:
    """A round with two decisions about its first item, one about its third, none about its second."""
    return {
        "zone": "云溪高新技术产业开发区管理委员会",
        "issuer": "云溪高新区督查室",
        "title": "2026年二季度调度会议纪要",
        "round": "2026年二季度调度",
        "frozen_on": "2026-07-06",
        "held_on": "2026-07-08",
        "chair": "",
        "attendance": "",
        "opening": [],
        "items": [item(1, "补签两个项目。", "走访企业"), item(2, unit=""), item(3, "约谈负责人")],
    } | more


EARLIER = {
    "what": "备足物资",
    "unit": "规建局",
    "round": "2026年一季度调度",
    "limit": "2026-06-30",
    "standing": "overdue",
    "task": "RW-2026-001",
}


def texts(data: dict[str, Any]) -> list[str]:
    return [block.text for block in minutes.compose(data).body if isinstance(block, Heading | Paragraph)]


def test_each_item_comes_in_order_with_what_was_decided() -> None:
    assert texts(facts()) == [
        "2026年7月8日召开2026年二季度调度会，数据截至2026年7月6日。会议研究议题 3 项，作出决定 3 项，纪要如下。",
        "一、议定事项（2 项）",
        "第 1 项议题：境内到位资金第 1 项（招商局）。",
        "会议决定：补签两个项目。由财政金融局牵头，2026年7月31日前办结（任务 RW-2026-101）。",
        "会议决定：走访企业。由财政金融局牵头，2026年7月31日前办结（任务 RW-2026-102）。",
        "第 3 项议题：境内到位资金第 3 项（招商局）。",
        "会议决定：约谈负责人。由财政金融局牵头，2026年7月31日前办结（任务 RW-2026-301）。",
        "二、听取情况、未作决定的议题（1 项）",
        "第 2 项议题：境内到位资金第 2 项，亮红灯。",
    ]


def test_earlier_decisions_stand_first_with_how_they_stood() -> None:
    said = texts(facts(opening=[EARLIER, EARLIER | {"standing": "done"}]))
    assert said[1:4] == [
        "一、以前轮次的决定（2 项）",
        "以前轮次的决定 2 项：已办结 1 项、逾期 1 项。",
        "1．备足物资（2026年一季度调度决定，规建局牵头，期限2026年6月30日，任务 RW-2026-001）：逾期。",
    ]
    assert said[5] == "二、议定事项（2 项）" and said[-2].startswith("三、")


def test_who_chaired_and_attended_is_said_where_it_is_known() -> None:
    said = texts(facts(chair="林照", attendance="招商局、规建局。"))
    assert said[1:3] == ["主持：林照。", "出席：招商局、规建局。"]
    assert not any(text.startswith(("主持", "出席")) for text in texts(facts()))


def test_of_nothing_there_is_no_part() -> None:
    assert texts(facts(items=[])) == [
        "2026年7月8日召开2026年二季度调度会，数据截至2026年7月6日。会议研究议题 0 项，作出决定 0 项，纪要如下。"
    ]


def test_it_is_an_official_document_of_the_day_on_which_people_met() -> None:
    official = minutes.compose(facts())
    assert (official.title, str(official.issued_on)) == ("2026年二季度调度会议纪要", "2026-07-08")
    said = [each.text for each in docx.Document(io.BytesIO(minutes.render(facts()))).paragraphs]
    assert "2026年二季度调度会议纪要" in said and "云溪高新区督查室" in " ".join(said)
    assert "会议决定：约谈负责人。由财政金融局牵头，2026年7月31日前办结（任务 RW-2026-301）。" in said


def test_who_supports_is_named_behind_who_leads() -> None:
    data = facts()
    data["items"][0]["decisions"][0]["supporting"] = "招商局、规建局"
    assert texts(data)[3] == (
        "会议决定：补签两个项目。由财政金融局牵头、招商局、规建局配合，2026年7月31日前办结（任务 RW-2026-101）。"
    )
