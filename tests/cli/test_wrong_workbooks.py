"""A workbook with something wrong in it: every place is named with its remedy, and not one of its lines is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from luoshi.projects.investment.signings.models import Signing
from tests.whole import workbooks
from tests.whole.workbooks import signing, table
from tests.whole.zone import Captured, everything, said

YI = 100_000_000
GOOD = signing("T-1", YI, "2026-03-02")
PAID = ("签约项目", "月份", "境内到位资金（元）")


def refused(capsys: Captured, tmp_path: Path, ledger: str, data: bytes, *words: str) -> str:
    """The complaint about a workbook that must be refused, previewed and applied alike, and leaves nothing behind."""
    file = tmp_path / "台账.xlsx"
    file.write_bytes(data)
    before = everything()
    code, shown, complaint = said(capsys, "import", ledger, file, "--apply", *words)
    assert (code, shown) == (2, "")
    assert everything() == before
    assert said(capsys, "import", ledger, file, *words) == (2, "", complaint)
    assert "没有导入任何一行" in complaint
    return complaint


def test_works(zone: None, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(workbooks.filled("investment.signings", [GOOD, signing("T-2", YI, "2026-03-03")]))
    before = everything()
    code, shown, complaint = said(capsys, "import", "investment.signings", file, "--apply")
    assert (code, complaint) == (0, "")
    assert "新增 2 行" in shown
    after = everything()
    assert {table for table in before if after[table] != before[table]} == {
        *("projects_signing", "ledgers_auditrow", "ledgers_mark", "ledgers_tojudge")
    }
    assert said(capsys, "import", "investment.signings", file)[1].endswith("没有需要写入的内容。\n")


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (("甲", "乙", "丙"), "没有找到“招商签约台账”的表头"),
        (("编号", "项目名称", "投资人", "签约金额（元）", "签约日期", "责任单位"), "缺少必填的列“投资方”"),
        (("编号", "项目名称", "投资方", "签约金额（亩）", "签约日期", "责任单位"), "不能换算成“元”"),
        (("编号", "项目名称", "投资方", "项目名称", "签约金额（元）", "签约日期", "责任单位"), "重复"),
    ],
)
def test_wrong_heads(
    zone: None, tmp_path: Path, capsys: Captured, head: Sequence[str], sentence: str
) -> None:
    line = ["T-1", "某项目", "某公司", 100, "2026-03-02", "招商局", "招商局"][: len(head)]
    complaint = refused(capsys, tmp_path, "investment.signings", table(head, line))
    assert sentence in complaint


WRONG = [
    ({"签约金额": "一大笔"}, "“一大笔”不是数字，请只填数字"),
    ({"签约金额": -5}, "签约金额应大于 0，请核对"),
    ({"签约金额": "1e30"}, "太大了，请核对"),
    ({"签约日期": "三月里"}, "“三月里”不是日期，请写成 2026-03-01 的样子"),
    ({"注册日期": "2026-02-30"}, "“2026-02-30”不是日期"),
    ({"资金性质": "两可"}, "不在可选范围内，请从“内资、外资”中选一个"),
    ({"责任单位": "星际招商局"}, "“单位”里没有“星际招商局”，请核对写法"),
    ({"行业": "炼金"}, "“行业”里没有“炼金”"),
    ({"统一社会信用代码": "12345"}, "统一社会信用代码"),
    ({"项目名称": "长" * 121}, "项目名称"),
    ({"投资方": ""}, "“投资方”不能为空，请填写"),
    ({"注册日期": "2026-01-01"}, "注册日期"),
]


@pytest.mark.parametrize(("wrong", "sentence"), WRONG, ids=lambda value: str(value)[:20])
def test_wrong_cells(
    zone: None, tmp_path: Path, capsys: Captured, wrong: dict[str, object], sentence: str
) -> None:
    lines = [GOOD, {**signing("T-2", YI, "2026-03-03"), **wrong}]
    complaint = refused(
        capsys, tmp_path, "investment.signings", workbooks.filled("investment.signings", lines)
    )
    assert sentence in complaint
    assert "第 5 行" in complaint, "the second line under the template's head, as a spreadsheet counts"


def test_every_wrong_cell_is_told_at_once(zone: None, tmp_path: Path, capsys: Captured) -> None:
    lines = [signing(f"T-{n}", YI, "2026-03-02", 签约金额=f"约{n}") for n in range(30)]
    complaint = refused(
        capsys, tmp_path, "investment.signings", workbooks.filled("investment.signings", lines)
    )
    assert "发现 30 处问题" in complaint
    assert "“约0”" in complaint and "“约19”" in complaint
    assert "另有 10 处" in complaint


def test_one_number_twice(zone: None, tmp_path: Path, capsys: Captured) -> None:
    lines = [GOOD, signing("T-2", YI, "2026-03-02"), {**GOOD, "项目名称": "另一个项目"}]
    complaint = refused(
        capsys, tmp_path, "investment.signings", workbooks.filled("investment.signings", lines)
    )
    assert "重复（T-1），同一行只能出现一次，请只保留一行。" in complaint


@pytest.mark.parametrize(
    ("month", "sentence"),
    [
        ("2026-05", "2026年5月已经关账，不能再填写或修改。请联系督查员"),
        ("2027-01", "2027年1月还没有开账，不能填写。请核对月份"),
        ("2026-13", "“2026-13”不是月份"),
    ],
)
def test_a_month_that_is_not_open(
    zone: None, tmp_path: Path, capsys: Captured, month: str, sentence: str
) -> None:
    number = Signing.objects.order_by("number").values_list("number", flat=True)[0]
    complaint = refused(
        capsys,
        tmp_path,
        "investment.paid_in",
        table(PAID, (number, "2026-10", 1000), (number, month, 2000)),
    )
    assert sentence in complaint
    assert "第 3 行" in complaint


def test_a_row_that_is_pointed_at_is_not_there(zone: None, tmp_path: Path, capsys: Captured) -> None:
    complaint = refused(capsys, tmp_path, "investment.paid_in", table(PAID, ("QY-没有", "2026-10", 1000)))
    assert "“招商签约台账”里没有“QY-没有”" in complaint


def test_a_state_is_not_imported(zone: None, tmp_path: Path, capsys: Captured) -> None:
    row = Signing.objects.filter(state="signed").order_by("number")[0]
    head = ("编号", "项目名称", "状态")
    complaint = refused(
        capsys, tmp_path, "investment.signings", table(head, (row.number, row.project, "已开工"))
    )
    assert "状态不能靠导入修改，请按步骤办理" in complaint
