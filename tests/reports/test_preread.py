"""The pre-read of a round: exceptions only, two pages however many there are, the rest attached."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reports import preread
from luoshi.reports.document import Heading, Paragraph
from luoshi.reports.preread import BODY_LINES, Section, fitted, lines, shortened

KINDS = (("unfinished", "上轮未办结"), ("red", "红灯"), ("disagreement", "意见分歧"), ("yellows", "连续黄灯"))
REASON = "累计完成12.5亿元，完成全年目标60亿元的20.8%，时序进度50%，落后29.2个百分点，亮红灯"


def item(at: int, reason: str = REASON) -> dict[str, Any]:
    return {
        "order": at,
        "title": f"境内到位资金第 {at} 项",
        "unit": "招商局",
        "reason": reason,
        "made_from": "台账计量",
    }


def facts(count: int, **more: Any) -> dict[str, Any]:
    """A round with so many items of each kind."""
    return {
        "zone": "云溪高新技术产业开发区管理委员会",
        "issuer": "云溪高新区督查室",
        "title": "2026年6月通报会预读材料",
        "round": "2026年6月通报",
        "month": 202606,
        "meets_on": "2026-07-08",
        "frozen_on": "2026-07-06",
        "lights": {"red": 3, "yellow": 4, "green": 12},
        "opening": [],
        "late": [],
        "sections": [
            {"kind": kind, "title": title, "items": [item(at) for at in range(1, count + 1)]}
            for kind, title in KINDS
        ],
    } | more


def texts(data: dict[str, Any]) -> list[str]:
    return [block.text for block in preread.compose(data).body if isinstance(block, Heading | Paragraph)]


def test_little_is_told_wholly_and_without_attachment() -> None:
    data = facts(1, late=[{"name": "经济发展局", "why": "填报中"}])
    data["opening"] = [{"standing": "done"}, {"standing": "overdue"}]
    said = texts(data)
    assert said[0] == (
        "本轮数据截至2026年7月6日，按2026年6月评判：红灯 3 项、黄灯 4 项、绿灯 12 项。"
        "列入议题 4 项，只列例外，其余按计划推进。"
    )
    assert said[1:4] == [
        "一、上轮未办结（1 项）",
        "以前轮次的决定 2 项：已办结 1 项、逾期 1 项。",
        f"1．境内到位资金第 1 项（招商局）：{REASON}。",
    ]
    assert said[-2:] == ["五、迟报单位（1 个）", "经济发展局。"]
    assert preread.compose(data).attachments == ()


def test_what_does_not_fit_is_counted_and_attached() -> None:
    data = facts(40)
    official, said = preread.compose(data), texts(data)
    rests = [text for text in said if text.startswith("其余 ")]
    assert len(rests) == len(KINDS) and all(text.endswith(" 项见附件。") for text in rests)
    shown = sum(text[0].isdigit() for text in said)
    assert shown + sum(int(text.split()[1]) for text in rests) == 40 * len(KINDS)
    assert len(official.attachments[0].tables[0].rows) == 40 * len(KINDS)


def test_a_long_reason_is_shortened_and_attached() -> None:
    data = facts(0)
    data["sections"][1]["items"] = [item(1, "长" * 300)]
    assert texts(data)[-1].endswith("……") and len(texts(data)[-1]) == preread.LONGEST
    assert "长" * 300 in preread.compose(data).attachments[0].tables[0].rows[0]


def test_nothing_is_no_section() -> None:
    assert len(texts(facts(0, lights={}))) == 1
    assert "没有目标亮灯" in texts(facts(0, lights={}))[0]


@given(
    st.lists(st.lists(st.integers(1, 300), max_size=60), max_size=8),
    st.integers(0, BODY_LINES),
)
def test_it_always_fits_and_tells_of_every_item(sizes: list[list[int]], room: int) -> None:
    sections = [Section(f"第{at}类", tuple("字" * n for n in some)) for at, some in enumerate(sizes)]
    found = fitted(sections, room)
    used = sum(
        1 + sum(lines(shortened(text)) for text in each.items[: each.shown]) + (each.rest > 0)
        for each in found
    )
    assert used <= room
    assert [each.title for each in found] == [each.title for each in sections[: room // 2]]
    assert all(0 <= each.shown <= len(each.items) for each in found)


def test_no_kind_starves_another() -> None:
    shown = [
        each.shown for each in fitted([Section("甲", ("字" * 60,) * 50), Section("乙", ("字" * 60,) * 2)], 20)
    ]
    assert shown[1] == 2 and shown[0] >= 2


@pytest.mark.parametrize("count", [2, 40])
def test_it_is_two_pages_of_paper(tmp_path: Path, count: int) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer)")
    file = tmp_path / "preread.docx"
    file.write_bytes(preread.render(facts(count, late=[{"name": "经济发展局", "why": "填报中"}] * 12)))
    command = [
        office,
        f"-env:UserInstallation=file://{tmp_path}/home",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
    ]
    subprocess.run([*command, str(tmp_path), str(file)], check=True, capture_output=True, timeout=180)
    pages = pypdfium2.PdfDocument(file.with_suffix(".pdf"))
    upright = [page for page in pages if page.get_height() > page.get_width()]
    assert 1 <= len(upright) <= 2
