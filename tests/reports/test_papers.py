"""Papers about tasks: what each kind says, and that the same facts give the same bytes."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from luoshi.reports import papers
from luoshi.reports.document import Paragraph, Table

TASK = {
    "number": "RW-2026-002",
    "name": "云溪大道北段路灯补齐",
    "source": "第 14 次主任办公会议纪要第 5 条",
    "person": "周巍",
    "limit": "2026-09-30",
    "first_limit": "2026-09-15",
    "supporting": "云溪镇、财金局",
    "state": "办理中",
    "over": 15,
    "again": 1,
}
FACTS: dict[str, Any] = {
    "kind": "chase",
    "zone": "云溪高新技术产业开发区管理委员会",
    "issuer": "云溪高新区督查室",
    "number": "督办〔2026〕1号",
    "unit": "规划建设局",
    "issued_on": "2026-10-15",
    "reply_by": "2026-10-20",
    "remark": "主任要求本周内装完。",
    "tasks": [TASK],
}


def words(facts: dict[str, Any]) -> str:
    body = papers.compose(papers.PaperFacts.of(facts)).body
    found = [block.text for block in body if isinstance(block, Paragraph)]
    cells = [cell for block in body if isinstance(block, Table) for row in block.rows for cell in row]
    return "\n".join([*found, *cells])


@pytest.mark.parametrize(
    ("kind", "title", "said"),
    [
        ("assignment", "关于“云溪大道北段路灯补齐”的交办单", "交由你单位牵头办理"),
        ("chase", "关于“云溪大道北段路灯补齐”的督办单", "其中 1 项已超过办结期限，现予督办"),
        ("hint", "关于“云溪大道北段路灯补齐”的提示函", "临近或已过办结期限"),
        ("letter", "关于“云溪大道北段路灯补齐”的督办函", "函复我室"),
    ],
)
def test_each_kind_says_what_it_is_for(kind: str, title: str, said: str) -> None:
    facts = FACTS | {"kind": kind}
    official = papers.compose(papers.PaperFacts.of(facts))
    assert (official.title, official.number, official.addressee) == (title, "督办〔2026〕1号", "规划建设局")
    text = words(facts)
    for each in (said, "RW-2026-002", "2026-09-30（原定 2026-09-15）", "办理中，逾期 15 天，退回 1 次"):
        assert each in text
    assert "2026年10月20日前" in text and "主任要求本周内装完。" in text


def test_what_is_not_there_is_not_said() -> None:
    calm = TASK | {
        "over": 0,
        "again": 0,
        "first_limit": "2026-09-30",
        "source": "",
        "person": "",
        "supporting": "",
    }
    text = words(FACTS | {"tasks": [calm], "reply_by": "", "remark": ""})
    assert "原定" not in text and "逾期" not in text and "请于" not in text and "已超过" not in text
    assert text.count("–") == 3


def test_several_tasks_are_counted_in_the_title() -> None:
    facts = papers.PaperFacts.of(FACTS | {"tasks": [TASK, TASK]})
    assert papers.compose(facts).title == "关于“云溪大道北段路灯补齐”等 2 项任务的督办单"


def test_the_same_facts_give_the_same_bytes() -> None:
    file = papers.render(FACTS)
    assert file == papers.render(FACTS) != papers.render(FACTS | {"remark": ""})
    read = docx.Document(io.BytesIO(file))
    assert "规划建设局：" in [p.text for p in read.paragraphs]
    assert read.tables[0].rows[1].cells[0].text == "RW-2026-002"
