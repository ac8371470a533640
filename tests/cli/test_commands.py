"""Every command at its work, and the words that none of them takes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from luoshi.accounts.models import User
from luoshi.cli import house
from luoshi.cli.readings import forms
from luoshi.ledgers import access, registry, workbooks
from luoshi.ledgers.access import Act
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.plans.models import Clause, Document
from luoshi.projects.investment.signings.models import Signing
from luoshi.reading import contract
from luoshi.reading.reader import read
from tests.whole.zone import PLAN, SAMPLES, Captured, everything, said

PROMISE = "关于2027年重点工作的安排\n\n全年新签约亿元以上项目12个，每月召开一次调度会。\n"


@pytest.mark.parametrize("form", [*forms.TEXTS])
def test_read_prints_what_it_finds(capsys: Captured, form: str) -> None:
    code, shown, complaint = said(capsys, "read", PLAN, "--format", form)
    assert (code, complaint) == (0, "")
    assert "新引进亿元以上项目" in shown
    assert not form.startswith("json") or len(json.loads(shown)["commitments"]) >= 60


@pytest.mark.parametrize(
    "text", [PROMISE, "規(guī)上企業(yè)新增3家。", ""], ids=["a plan", "garbled", "empty"]
)
def test_json_in_pieces_is_the_json_of_the_whole(text: str) -> None:
    found = read(text)
    whole = json.dumps(contract.to_json(found), ensure_ascii=False, indent=1)
    assert forms.as_json(found) == whole + "\n"


@pytest.mark.parametrize("form", ["xlsx", "md", "json"])
def test_read_writes_a_file(tmp_path: Path, capsys: Captured, form: str) -> None:
    file = tmp_path / f"识读.{form}"
    assert said(capsys, "read", PLAN, "--format", form, "-o", file) == (0, "", "")
    data = file.read_bytes()
    found = str(workbooks.read(data, file.name)[0].rows) if form == "xlsx" else data.decode()
    assert "新引进亿元以上项目" in found


def test_a_year_counts_where_the_plan_names_none(tmp_path: Path, capsys: Captured) -> None:
    for name, text, year in (("a.txt", PROMISE, "2027-06"), ("b.txt", "重点工作安排\n", "2026-06")):
        (tmp_path / name).write_text(f"{text}溪口产业园6月底前竣工。\n", encoding="utf-8")
        code, shown, _ = said(capsys, "read", tmp_path / name, "--year", 2026, "--format", "json")
        assert (code, json.loads(shown)["commitments"][-1]["period"]) == (0, year)


def test_read_keeps_nothing(zone: None, capsys: Captured) -> None:
    before = everything()
    assert said(capsys, "read", PLAN)[0] == 0
    assert everything() == before


def test_a_plan_is_kept_and_waits(zone: None, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "计划.txt").write_text(PROMISE, encoding="utf-8")
    code, shown, complaint = said(capsys, "plan", "add", tmp_path / "计划.txt", "--year", 2027)
    assert (code, complaint) == (0, "")
    assert "已存入《" in shown and "等待核对" not in shown
    document = Document.objects.get(year=2027)
    assert {clause.state for clause in Clause.objects.of(document)} == {"proposed"}
    assert said(capsys, "wall", "--month", "2027-01")[0] == 2


def test_an_export_imports_unchanged(zone: None, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "签约.xlsx"
    code, shown, _ = said(capsys, "export", "investment.signings", file)
    assert code == 0 and "“招商签约台账”已导出" in shown
    before = everything()
    code, shown, _ = said(capsys, "import", "investment.signings", file, "--apply")
    assert (code, shown) == (
        0,
        f"“招商签约台账”导入完成：新增 0 行，修改 0 行，未变 {Signing.objects.count()} 行。\n",
    )
    assert everything() == before


def test_a_template_comes_out_for_every_ledger_that_one_may_import(
    zone: None, tmp_path: Path, capsys: Captured
) -> None:
    by = house.operator()
    for ledger in registry.ledgers():
        file = tmp_path / f"{ledger.name}.xlsx"
        code, shown, complaint = said(capsys, "export", ledger.name, file, "--template")
        if not access.may(by, Act.IMPORT, ledger):
            assert code == 2 and not file.exists() and "您（本机操作员）" in complaint, ledger.name
            continue
        assert (code, complaint) == (0, ""), ledger.name
        assert workbooks.read(file.read_bytes(), file.name)[0].rows


def test_a_preview_shows_each_change(zone: None, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "签约.csv"
    row = Signing.objects.order_by("number")[0]
    text = (SAMPLES / "investment.signings.csv").read_text(encoding="utf-8")
    file.write_text(text.replace(row.project, "换过的名字", 1), encoding="utf-8")
    code, shown, _ = said(capsys, "import", "investment.signings", file)
    assert code == 0
    assert f"{row.project} → 换过的名字" in shown
    assert "没有写入。确认无误后加上 --apply 再执行一次。" in shown
    assert Signing.objects.get(pk=row.pk).project == row.project


def test_the_wall_as_a_table(zone: None, capsys: Captured) -> None:
    code, shown, complaint = said(capsys, "wall", "--month", "2026-06")
    assert (code, complaint) == (0, "")
    head, *rows = shown.splitlines()
    assert head.split() == [
        *("编号", "指标", "责任单位", "全年目标", "累计", "完成率", "时序进度", "与时序差", "灯", "理由")
    ]
    assert len(rows) == len(json.loads(said(capsys, "wall", "--month", "2026-06", "--format", "json")[1]))


def test_a_bulletin_is_issued_once(zone: None, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "通报.docx"
    words = ("bulletin", "--month", "2026-06", "--on", "2026-07-05", "-o", file)
    assert "已印发" in said(capsys, *words)[1]
    assert "2026年6月" in docx.Document(io.BytesIO(file.read_bytes())).core_properties.title
    assert "此前已于 2026-07-05 印发，取出原件" in said(capsys, *words)[1]
    assert Bulletin.objects.filter(period=202606).count() == 1


def test_another_report_is_issued_as_of_a_day(zone: None, tmp_path: Path, capsys: Captured) -> None:
    words = (
        "bulletin",
        "--month",
        "2026-06",
        "--on",
        "2026-07-05",
        "--kind",
        "brief",
        "-o",
        tmp_path / "a.docx",
    )
    assert "《2026年6月重点工作简报》已印发" in said(capsys, *words)[1]
    of_june = ("bulletin", "--month", "2026-06", "--on", "2026-07-05", "-o", tmp_path / "b.docx")
    code, _, complaint = said(capsys, *of_june, "--as-of", "2020-01-01")
    assert code != 0 and "还没有已确认的目标" in complaint, "nothing was known on that day"
    assert [each.code for each in Bulletin.objects.filter(period=202606)] == ["JB2606-1"]


def test_somebody_is_enrolled(zone: None, capsys: Captured) -> None:
    code, shown, complaint = said(
        capsys, "people", "add", "linhe", "林禾", "--role", "clerk", "--unit", "招商局"
    )
    assert (code, complaint) == (0, "")
    word = shown.partition("初始密码 ")[2].split()[0]
    assert User.objects.get(username="linhe").check_password(word)
    assert said(capsys, "wall", "--month", "2026-06", "--as", "linhe")[0] == 0


WRONG = [
    (("wall", "--month", "2026-13"), "“2026-13”不是月份，请写成 2026-06 的样子"),
    (("wall", "--month", "六月"), "“六月”不是月份"),
    (("wall", "--month", "202606"), "“202606”不是月份"),
    (("wall",), "缺少参数：--month"),
    (("wall", "--month", "2026-06", "--format", "xml"), "不在可选范围内"),
    (("wall", "--month", "2031-01"), "2031年还没有已确认的目标。请先用 luoshi plan add"),
    (("wall", "--month", "1999-01"), "1999年还没有已确认的目标"),
    (("bulletin", "--month", "2027-01", "-o", "a.docx"), "2027年1月还没有开账，没有可通报的数据"),
    (("bulletin", "--month", "2025-11", "-o", "a.docx"), "2025年还没有已确认的目标"),
    (("bulletin", "--month", "2026-06", "--on", "明天", "-o", "a.docx"), "“明天”不是日期"),
    (("bulletin", "--month", "2026-06"), "缺少参数：-o/--output"),
    (("bulletin", "--month", "2026-06", "--kind", "memo", "-o", "a.docx"), "没有代码为“memo”的报告模板"),
    (("plan", "add", str(PLAN), "--year", "26"), "“26”不是年份，请写四位数字，如 2026"),
    (("plan",), "缺少参数：动作"),
    (("plan", "drop", "a"), "不在可选范围内"),
    (("import", "investment.signing", str(PLAN)), "没有名为“investment.signing”的台账。可用的有："),
    (("export", "signings", "a.xlsx"), "没有名为“signings”的台账。可用的有："),
    (("import", "plans.targets", str(PLAN)), "“目标”由系统生成，不能导入"),
    (("import", "investment.signings"), "缺少参数：文件"),
    (("read",), "缺少参数：文件"),
    (("read", str(PLAN), "--format", "pdf"), "不在可选范围内"),
    (("demo", "--port", "0"), "“0”不是端口"),
    (("people", "add", "linhe", "林禾", "--role", "king"), "不在可选范围内"),
    (("people", "add", "linhe", "林禾", "--role", "clerk", "--unit", "月球局"), "没有叫“月球局”的单位"),
    (("people", "add", "chenjing", "陈静", "--role", "leader"), "这个用户名已经有人使用，请换一个"),
    (("people", "add", "linhe", "林禾", "--role", "clerk", "--as", "chenjing"), "您（陈静）没有"),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG, ids=str)
def test_wrong_words(
    zone: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    words: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = everything()
    code, shown, complaint = said(capsys, *words)
    assert (code, shown) == (2, "")
    assert sentence in complaint
    assert everything() == before
    assert list(tmp_path.iterdir()) == []
