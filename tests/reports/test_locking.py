"""Every number of a document is locked to where it comes from, but dates, numbering, and numbers of documents and rows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reports import bulletin, defaults, minutes, papers, preread, references
from luoshi.reports.document import Chart, Heading, Official, Paragraph, Piece, Table
from luoshi.reports.docx import render
from luoshi.reports.locking import figures, pieces
from tests.reports import test_minutes, test_papers, test_preread
from tests.reports.facts_of_a_month import month, target

ADDRESS = "https://luoshi.example"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("累计完成12.5亿元，落后29.2个百分点", ["12.5", "29.2"]),
        ("1,250 万元、20.8%、3‰", ["1,250", "20.8%", "3‰"]),
        ("2026年6月5日、2026-06-05、2026-06、6月底、1—2月、〔2026〕6号、第6期", ["6"]),
        ("任务 RW-2026-002，目标 2026-013，出处 TB2606-1-12，附件 2，第 3 版", []),
        ("1．甲公司 3 家", ["3"]),
        ("连续 3 个月，逾期 15 天", ["3", "15"]),
        ("12345 热线、PM2.5 降到 35", ["35"]),
        ("《100项工作要点》完成 100 项", ["100", "100"]),
        ("请于 5 日前报送 8 份", ["8"]),
    ],
)
def test_what_is_a_figure(text: str, found: list[str]) -> None:
    assert figures(text) == found


@given(
    st.text(alphabet="目标完成0123456789.,%-年月日第〔〕号（）RW 附件、", max_size=40),
    st.sampled_from(["", "t:1"]),
)
def test_pieces_are_the_text_and_lock_its_figures(text: str, key: str) -> None:
    made = pieces(text, key)
    assert "".join(piece.text for piece in made) == text
    assert all(piece.text for piece in made)
    assert [piece.text for piece in made if piece.key] == (figures(text) if key else [])


def loose(official: Official) -> Iterator[str]:
    """The figures of a document that lead nowhere."""
    known = {each.key for each in official.references}
    yield from _of_pieces(official.titled or (Piece(official.title),), known)
    for block in official.body:
        if isinstance(block, Heading | Paragraph):
            yield from _of_pieces(block.pieces or (Piece(block.text),), known)
        elif isinstance(block, Table):
            yield from _of_table(block, known)
        elif isinstance(block, Chart):
            yield from (bar.shown for bar in block.bars if bar.key not in known)
    for attached in official.attachments:
        yield from figures(attached.title)
        for table in attached.tables:
            yield from _of_table(table, known)


def _of_pieces(said: tuple[Piece, ...], known: set[str]) -> Iterator[str]:
    marked = "".join("\0" if piece.key in known else piece.text for piece in said)
    yield from figures(marked)


def _of_table(table: Table, known: set[str]) -> Iterator[str]:
    keys = table.keys or ("",) * len(table.rows)
    for row, key in zip(table.rows, keys, strict=True):
        for column, cell in zip(table.columns, row, strict=True):
            if key not in known or not (table.whole or column.numeric):
                yield from figures(cell)


def a_round() -> dict[str, Any]:
    """The round of a month, its reasons full of numbers."""
    item = {
        "kind": "红灯",
        "title": "新引进10亿元以上项目",
        "unit": "招商局",
        "reason": "完成率 12.5%，落后 30 个百分点",
        "said": "",
    }
    apart = item | {"kind": "意见分歧", "said": "系统红灯：2 个节点逾期；核查：已完成 3 个"}
    decision = {
        "number": "JD-2026-001", "what": "补签 2 个项目", "unit": "招商局", "round": "2026年9月通报",
        "limit": "2026-10-20", "standing": "逾期",
    }  # fmt: skip
    return {
        "name": "2026年10月通报", "meets_on": "2026-11-05", "frozen_on": "2026-11-03",
        "items": [item, apart], "decisions": [decision], "late": ["经济发展局"],
    }  # fmt: skip


def reported(code: str) -> Official:
    """A report of the month by the shipped template, with all that it may tell."""
    template = next(each for each in defaults.SHIPPED if each.code == code)
    data = month() | {
        "template": template.to_data(), "code": f"{template.mark}2610-1", "keyed": True, "round": a_round(),
        "corrections": [{"what": "XM-2026-004 蓝湾项目", "changed": "投资额由“1.2”改为“3.4”", "ruling": "异议 YY-2026-001 采纳（2026-11-02）：少记 2 亿元"}],
    }  # fmt: skip
    data["targets"] += [
        target("2026-006", "新引进10亿元以上项目", "red", "-60", run=3, colour_before="yellow", completion_before="9"),
        target("2026-007", "亩均税收达到18万元", "yellow", "-9", run=2, excuse="受灾 12 天（林照批准）", sort="rate", measure_unit="%"),
    ]  # fmt: skip
    return bulletin.composed(data)


@pytest.mark.parametrize("code", [each.code for each in defaults.SHIPPED])
def test_every_number_of_a_report_leads_somewhere(code: str) -> None:
    official = reported(code)
    assert official.references and list(loose(official)) == []


@pytest.mark.parametrize("kind", ["assignment", "chase", "hint", "letter"])
def test_every_number_of_a_paper_leads_somewhere(kind: str) -> None:
    task = test_papers.TASK | {"name": "补齐 12 盏路灯"}
    remark = {"remark": "主任要求 3 天内装完。", "kind": kind, "code": f"{references.PAPERS[kind]}2026-1"}
    for tasks in ([task], [task, task | {"number": "RW-2026-003"}]):
        official = papers.compose(papers.PaperFacts.of(test_papers.FACTS | remark | {"tasks": tasks}))
        assert list(loose(official)) == []
        assert {each.name for each in official.references} >= {"补齐 12 盏路灯", "补充说明"}


LIT = {
    "number": "SJ-2026-001", "subject": "2026-006 新引进10亿元以上项目", "month": "2026年10月", "word": "红灯",
    "reason": "2026年8月至2026年10月连续 3 个月亮红灯，由主要领导约谈，扣 0.5 分",
    "light": "应完成 4 个，实际 1 个，落后 30 个百分点，亮红灯",
    "months": [{"month": "2026年10月", "word": "红灯", "reason": "应完成 4 个，实际 1 个，落后 30 个百分点，亮红灯"}],
}  # fmt: skip


@pytest.mark.parametrize("kind", ["chase", "hint", "letter"])
def test_every_number_of_a_paper_about_lights_leads_somewhere(kind: str) -> None:
    data = {"remark": "主任要求 3 天内说明。", "kind": kind, "code": f"{references.PAPERS[kind]}2026-1"}
    for lights in ([LIT], [LIT, LIT | {"number": "SJ-2026-002"}]):
        official = papers.compose(
            papers.PaperFacts.of(test_papers.FACTS | data | {"tasks": [], "lights": lights})
        )
        assert list(loose(official)) == []
        told = {each.key: each for each in official.references}
        assert told["l:SJ-2026-001"].shown == f"{LIT['reason']}；{LIT['light']}"
        assert told["l:SJ-2026-001"].source == "升级处理 SJ-2026-001"


def decided() -> dict[str, Any]:
    opening = [test_minutes.EARLIER, test_minutes.EARLIER | {"standing": "done", "task": "RW-2026-003"}]
    more = {"code": "JY2606-7", "opening": opening, "chair": "林照", "attendance": "招商局等 5 个单位"}
    return test_minutes.facts(**more)


def read_before() -> dict[str, Any]:
    data = test_preread.facts(9, late=[{"name": "经济发展局", "why": "填报中"}], code="YD2606-7")
    for at, each in enumerate((item for some in data["sections"] for item in some["items"]), 1):
        each["order"] = at
    return data | {"opening": decided()["opening"]}


def test_every_number_of_the_papers_of_a_round_leads_somewhere() -> None:
    for official in (minutes.compose(decided()), preread.compose(read_before())):
        assert official.references and list(loose(official)) == []
        assert len({each.key for each in official.references}) == len(official.references)
        assert all(each.shown and each.source for each in official.references)
    shown = {each.name: each.shown for each in preread.compose(read_before()).references}
    assert shown["各灯项数和议题项数"] == "绿灯 12、黄灯 4、红灯 3、议题 36"
    assert shown["以前轮次决定的办理情况"] == "已办结 1、逾期 1"


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_in_word_each_number_has_its_code_and_a_place_to_go(address: str) -> None:
    """Of a short document the number itself leads to its page, or to the foot where no address is known."""
    official = minutes.compose(decided() | {"address": address})
    file = docx.Document(io.BytesIO(render(official)))
    links = list(file.element.body.iter(qn("w:hyperlink")))
    codes = {each.code for each in official.references}
    assert {link.get(qn("w:tooltip")) for link in links} == codes
    marks = {mark.get(qn("w:name")) for mark in file.element.body.iter(qn("w:bookmarkStart"))}
    for link in links:
        if address:
            to = file.part.rels[link.get(qn("r:id"))].target_ref
            assert to == f"{ADDRESS}/f/{link.get(qn('w:tooltip'))}"
        else:
            assert link.get(qn("w:anchor")) in marks
    assert "出处编号 JY2606-7（" in "".join(each.text for each in file.sections[0].footer.paragraphs)


def test_what_has_no_code_yet_is_as_it_was() -> None:
    """Papers and minutes that were kept before numbers had codes: the same text, nothing that leads anywhere."""
    old = test_minutes.facts()
    file = docx.Document(io.BytesIO(minutes.render(old)))
    assert not list(file.element.body.iter(qn("w:hyperlink")))
    assert "出处编号" not in "\n".join(each.text for each in file.paragraphs)
    assert papers.compose(papers.PaperFacts.of(test_papers.FACTS)).references == ()


def test_reports_from_before_keep_their_codes() -> None:
    """Words of what was issued earlier are not locked: the codes that were printed stay those of the same numbers."""
    data = month() | {"code": "TB2610-1", "round": a_round()}
    before, now = bulletin.composed(data), bulletin.composed(data | {"keyed": True})
    assert {each.key for each in before.references} <= {each.key for each in now.references}
    assert not any(each.key.startswith(("i:", "d:", "c:")) for each in before.references)
    assert before.titled == () and not any(each.pieces for each in before.body if isinstance(each, Heading))
