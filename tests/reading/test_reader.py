"""One reading: every offset leads into the raw text, and what it says goes through the contract."""

from __future__ import annotations

import json
from decimal import Decimal

from luoshi.reading.contract import exact, to_json
from luoshi.reading.reader import read

PLAN = (
    "云溪高新区2026年工作要点\n一、突出招商引资\n1.建强招商隊(duì)伍。全年力争签约10亿元以上项目25个。出台驻外分局考核细则。实行“周会商、月晾晒”。"
    "确保溪口新材料产业园6月底前建成投产。"
)


def test_a_plan_is_read() -> None:
    found = read(PLAN)
    assert found.document.year == 2026
    assert [(h.title, h.level) for h in found.outline] == [("突出招商引资", 1), ("建强招商队伍", 2)]
    assert [c.kind for c in found.commitments] == ["target", "task", "mechanism", "milestone"]
    assert PLAN[found.commitments[0].start : found.commitments[0].end] == "25"
    assert PLAN[found.outline[1].start : found.outline[1].end] == "1.建强招商隊(duì)伍"


def test_a_year_counts_where_the_text_names_none() -> None:
    bare = "确保溪口新材料产业园6月底前建成投产。"
    assert [c.period for c in read(bare, otherwise=2027).commitments] == ["2027-06"]
    assert [c.period for c in read(bare).commitments] == ["MM=06"]
    assert read(PLAN, otherwise=2027) == read(PLAN)
    assert read(PLAN, year=2027) != read(PLAN)


def test_a_lost_byte_is_a_problem() -> None:
    problems = read("推進溪口（一期）標準(zhǔn)庫建設。ㄒ唬┛缭绞椒⒄").problems
    assert [p.code for p in problems] == ["byte-lost"]
    assert "核实" in problems[0].sentence


def test_the_contract_is_plain_json() -> None:
    whole = to_json(read(PLAN))
    assert json.loads(json.dumps(whole)) == whole
    assert list(whole) == ["document", "repairs", "outline", "commitments", "problems"]
    target = whole["commitments"][0]
    assert {key: target[key] for key in ("kind", "value", "high", "unit", "amount", "base_unit", "modality", "section")} == {
        "kind": "target", "value": 25, "high": None, "unit": "个", "amount": "25", "base_unit": "个", "modality": "strive", "section": 1,
    }  # fmt: skip
    assert target["conditions"] == [
        {"column": "amount", "comparator": "ge", "value": "1000000000", "unit": "元"}
    ]


def test_amounts_are_exact_and_plain() -> None:
    assert [exact(Decimal(n)) for n in ("6400000000", "6.4E+9", "9.80", "0.5", "100")] == [
        "6400000000", "6400000000", "9.8", "0.5", "100",
    ]  # fmt: skip


def test_words_are_written_as_the_text_writes_them() -> None:
    wide = read(
        "（二）坚持项目为王，狠抓有效投资\n加快项目开工。组织专班外出对接，推进溪口产业园（一期）建设，完善配套设施。"
    )
    assert wide.outline[0].title == "坚持项目为王，狠抓有效投资"
    assert wide.outline[0].marker == "（二）"
    narrow = read(
        "(二)坚持项目为王,狠抓有效投资\n加快项目开工。组织专班外出对接,推进溪口产业园(一期)建设,完善配套设施。"
    )
    assert narrow.outline[0].title == "坚持项目为王,狠抓有效投资"
