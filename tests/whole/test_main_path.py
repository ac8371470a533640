"""The main path on the command line: a plan in, its promises on the wall, a workbook that moves them, a bulletin."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pytest

from luoshi.plans.models import Document
from tests.whole import workbooks
from tests.whole.zone import PLAN, Captured, everything, said

YI = 100_000_000
KEYS = {
    "target", "indicator", "unit", "value", "measure_unit", "actual", "completion", "planned_to_date", "gap_points",
    "light", "reason", "source", "sentence", "document", "start", "end",
}  # fmt: skip
Wall = dict[str, Mapping[str, Any]]


def wall(capsys: Captured, month: str) -> list[Mapping[str, Any]]:
    code, shown, complaint = said(capsys, "wall", "--month", month, "--format", "json")
    assert (code, complaint) == (0, "")
    found: list[Mapping[str, Any]] = json.loads(shown)
    return found


def by_name(capsys: Captured, month: str) -> Wall:
    return {row["indicator"]: row for row in wall(capsys, month) if row["measure_unit"] != "%"}


def bulletin(capsys: Captured, month: str, to: Path) -> bytes:
    code, shown, complaint = said(capsys, "bulletin", "--month", month, "--on", "2026-11-21", "-o", to)
    assert (code, complaint) == (0, "")
    assert to.name in shown
    return to.read_bytes()


def lines(data: bytes) -> list[str]:
    """Every paragraph and every line of every table of a Word file."""
    document = docx.Document(io.BytesIO(data))
    rows = (row for table in document.tables for row in table.rows)
    return [p.text for p in document.paragraphs] + ["|".join(c.text for c in row.cells) for row in rows]


def signed_in(year: int) -> bytes:
    """Three projects of 亿元 and more up to June, two of them of 5亿元 and more, and three that do not count there."""
    return workbooks.filled(
        "investment.signings",
        [
            workbooks.signing("T-1", 120_000_000, f"{year}-01-15"),
            workbooks.signing("T-2", 5 * YI, f"{year}-05-20"),
            workbooks.signing("T-3", 600_000_000, f"{year}-06-30", 行业="电子信息"),
            workbooks.signing("T-4", 99_999_999, f"{year}-04-01"),
            workbooks.signing("T-5", 3 * YI, f"{year}-07-01"),
            workbooks.signing("T-6", 8 * YI, f"{year - 1}-12-31"),
        ],
    )


def import_signings(capsys: Captured, file: Path, year: int) -> None:
    file.write_bytes(signed_in(year))
    before = everything()
    code, shown, complaint = said(capsys, "import", "investment.signings", file)
    assert (code, complaint) == (0, "")
    assert "新增 6 行" in shown
    assert everything() == before, "a preview writes nothing"
    code, shown, complaint = said(capsys, "import", "investment.signings", file, "--apply")
    assert (code, complaint) == (0, "")
    assert "新增 6 行，修改 0 行，未变 0 行。" in shown


@pytest.mark.shared
def test_a_real_plan_from_text_to_bulletin(
    zone: None, shared: Path, tmp_path: Path, capsys: Captured
) -> None:
    plan = shared / "reading" / "texts" / "002.txt"
    code, shown, complaint = said(capsys, "plan", "add", plan, "--year", 2020, "--confirm-all")
    assert (code, complaint) == (0, "")
    assert "目标 43 个" in shown
    before = wall(capsys, "2020-06")
    assert len(before) == 43
    check_rows(before, plan.read_text(encoding="utf-8"))

    assert figures(by_name(capsys, "2020-06")) == [(25, 0), (5, 0)]
    import_signings(capsys, tmp_path / "签约.xlsx", 2020)
    assert figures(by_name(capsys, "2020-06")) == [(25, 3), (5, 2)]
    assert figures(by_name(capsys, "2020-07")) == [(25, 4), (5, 2)]
    assert by_name(capsys, "2020-06")["新引进亿元以上项目"]["completion"] == 12

    issued = bulletin(capsys, "2020-06", tmp_path / "通报.docx")
    told = lines(issued)
    assert "关于2020年6月重点工作推进情况的通报" in "".join(told)
    assert any("新引进亿元以上项目" in line and "25" in line and "12.0%" in line for line in told)
    assert any("新引进5亿元以上项目" in line and "40.0%" in line for line in told)
    assert bulletin(capsys, "2020-06", tmp_path / "again.docx") == issued


def figures(found: Wall) -> list[tuple[int, int]]:
    """Promise and count of the two targets that the signings move."""
    rows = [found["新引进亿元以上项目"], found["新引进5亿元以上项目"]]
    assert [row["source"] for row in rows] == ["measured", "measured"]
    return [(row["value"], row["actual"]) for row in rows]


def check_rows(rows: list[Mapping[str, Any]], text: str) -> None:
    """Every target has all that is printed of it, and stands in the document where it says."""
    for row in rows:
        assert row.keys() >= KEYS
        assert row["source"] in ("measured", "reported", "none")
        numeral = text[row["start"] : row["end"]]
        assert float(numeral.replace(",", "")) == row["value"], row
        assert numeral in row["sentence"]
        assert row["reason"]


def test_the_invented_plan_is_measured_and_moved(zone: None, tmp_path: Path, capsys: Captured) -> None:
    before = wall(capsys, "2026-06")
    check_rows(before, PLAN.read_text(encoding="utf-8"))
    assert {row["source"] for row in before} >= {"measured", "reported"}
    assert {row["light"] for row in before} >= {"green", "yellow", "red"}

    reached = {row["target"]: row["actual"] for row in before}
    import_signings(capsys, tmp_path / "签约.xlsx", 2026)
    moved = {
        row["indicator"]: row["actual"] - reached[row["target"]]
        for row in wall(capsys, "2026-06")
        if row["actual"] != reached[row["target"]] and row["measure_unit"] != "%"
    }
    assert moved["新引进亿元以上项目"] == 3
    assert moved["合同资金"] == pytest.approx(13.2)  # 1.2 + 5 + 6 + 0.99999999 亿元, to four places


def test_a_bulletin_stands_whatever_the_ledgers_say_later(
    zone: None, tmp_path: Path, capsys: Captured
) -> None:
    issued = bulletin(capsys, "2026-06", tmp_path / "一.docx")
    import_signings(capsys, tmp_path / "签约.xlsx", 2026)
    assert bulletin(capsys, "2026-06", tmp_path / "二.docx") == issued
    code, shown, _ = said(
        capsys, "bulletin", "--month", "2026-06", "--again", "补报六月签约", "-o", tmp_path / "三.docx"
    )
    assert code == 0 and "已印发" in shown
    assert (tmp_path / "三.docx").read_bytes() != issued


def test_a_plan_in_word_says_what_the_text_says(zone: None, tmp_path: Path, capsys: Captured) -> None:
    word = tmp_path / "计划.docx"
    word.write_bytes(as_word(PLAN.read_text(encoding="utf-8")))
    assert promises(capsys, word) == promises(capsys, PLAN)


def test_the_same_plan_in_word_becomes_the_same_targets(zone: None, tmp_path: Path, capsys: Captured) -> None:
    text = PLAN.read_text(encoding="utf-8").replace("2026年工作要点", "2026年重点工作安排")
    word = tmp_path / "计划.docx"
    word.write_bytes(as_word(text))
    code, _, complaint = said(capsys, "plan", "add", word, "--year", 2026, "--confirm-all")
    assert (code, complaint) == (0, "")
    first, second = Document.objects.order_by("pk")
    both = wall(capsys, "2026-06")
    check_rows([row for row in both if row["document"] == second.title], second.text)
    assert targets(both, second) == targets(both, first)


def targets(rows: list[Mapping[str, Any]], document: Document) -> list[list[object]]:
    """What a document's targets say and what reaches them, without their numbers and places."""
    kept = ("indicator", "value", "measure_unit", "unit", "comparator", "sentence", "computed", "actual")
    own = [row for row in rows if row["document"] == document.title and row["source"] == "measured"]
    assert len(own) >= 10
    return [[row[key] for key in kept] for row in own]


def as_word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def promises(capsys: Captured, file: Path) -> list[tuple[object, ...]]:
    """Every commitment without its place, which differs between the two files."""
    code, shown, complaint = said(capsys, "read", file, "--format", "json")
    assert (code, complaint) == (0, "")
    found = json.loads(shown)["commitments"]
    assert len(found) >= 60
    places = ("start", "end", "sentence", "section")
    return [tuple((k, str(v)) for k, v in one.items() if k not in places) for one in found]
