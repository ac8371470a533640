"""`luoshi lake` on the sample zone: figures from files are those of the database, also after writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from luoshi.cli import house
from luoshi.ledgers import facts, registry, writing
from luoshi.ledgers.models import AuditRow, Binding, Fact
from luoshi.plans.binding import actions
from luoshi.plans.targets.models import Target
from luoshi.projects.investment.signings.models import Signing
from tests.whole.zone import Captured, said


@pytest.fixture(autouse=True)
def nothing_to_outlive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for the disk proves nothing here."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


def sums(folder: Path) -> dict[str, dict[str, str]]:
    """The fingerprints of a lake's files, by ledger and month."""
    (manifest,) = folder.glob("*/manifest.json")
    ledgers = json.loads(manifest.read_text(encoding="utf-8"))["ledgers"]
    return {
        name: {month: entry["sha256"] for month, entry in sheet["files"].items()}
        for name, sheet in ledgers.items()
    }


def test_figures_from_files_are_those_of_the_database(zone: None, capsys: Captured, tmp_path: Path) -> None:
    lake = tmp_path / "湖"
    assert Binding.objects.filter(ended=None).exists()
    code, shown, complaint = said(capsys, "lake", "export", lake)
    assert (code, complaint) == (0, "")
    assert shown.startswith(f"已导出到“{lake}/")
    assert AuditRow.objects.filter(act="导出到数据湖", ledger="investment.signings").count() == 1
    assert said(capsys, "lake", "export", lake) == (
        0,
        f"“{next(lake.iterdir())}”已是最新，没有要写的。\n",
        "",
    )
    count = Binding.objects.filter(ended=None).count()
    assert said(capsys, "lake", "figures", lake, "--check") == (
        0, f"{count} 项计量，与数据库里的数全部一致。\n", ""
    )  # fmt: skip
    _, shown, _ = said(capsys, "lake", "figures", lake, "--as", "json")
    lines = [json.loads(line) for line in shown.splitlines()]
    facts.refresh()
    wanted = set(Fact.objects.values_list("binding", "unit", "period", "value", "base", "rows"))
    names = ("binding", "unit", "month", "value", "base", "rows")
    assert {tuple(line[name] for name in names) for line in lines} == wanted
    assert said(capsys, "lake", "verify", lake)[0] == 0


def test_a_lake_behind_the_database_is_not_compared(zone: None, capsys: Captured, tmp_path: Path) -> None:
    said(capsys, "lake", "export", tmp_path)
    ledger, row = registry.ledger("investment.signings"), Signing.objects.order_by("pk")[0]
    writing.change(ledger, row, {"amount": row.amount + 100}, by=house.operator())
    code, _, complaint = said(capsys, "lake", "figures", tmp_path, "--check")
    assert (code, "《招商签约台账》" in complaint) == (2, True)
    before = sums(tmp_path)
    said(capsys, "lake", "export", tmp_path)
    after = sums(tmp_path)
    changed = {
        (name, month)
        for name in after
        for month in after[name]
        if after[name][month] != before[name].get(month)
    }
    assert changed == {("investment.signings", f"{row.signed_on:%Y%m}")}
    assert said(capsys, "lake", "figures", tmp_path, "--check")[0] == 0
    said(capsys, "lake", "export", tmp_path / "anew")
    assert sums(tmp_path / "anew") == after


def test_what_differs_is_shown(zone: None, capsys: Captured, tmp_path: Path) -> None:
    said(capsys, "lake", "export", tmp_path)
    facts.refresh()
    fact = Fact.objects.order_by("pk")[0]
    Fact.objects.filter(pk=fact.pk).update(value=fact.value + 1)
    code, shown, _ = said(capsys, "lake", "figures", tmp_path, "--check", "--as", "json")
    assert code == 1
    (line,) = (json.loads(each) for each in shown.splitlines())
    assert (line["binding"], line["unit"], line["month"]) == (fact.binding_id, fact.unit, fact.period)
    assert (line["facts"][0] - line["lake"][0]) == 1


def test_no_lake_there(zone: None, capsys: Captured, tmp_path: Path) -> None:
    assert "还没有数据湖" in said(capsys, "lake", "figures", tmp_path)[2]
    assert "还没有数据湖" in said(capsys, "lake", "verify", tmp_path)[2]
    (tmp_path / "01").mkdir()
    (tmp_path / "01/manifest.json").write_text("{}")
    assert "不是数据湖的清单" in said(capsys, "lake", "verify", tmp_path)[2]


def test_a_zone_that_is_no_folder_or_not_there(zone: None, capsys: Captured, tmp_path: Path) -> None:
    for code in ("..", "a/b", ""):
        assert (
            "不能作为园区编码" in said(capsys, "lake", "export", tmp_path / "x" / "y", "--zone", code)[2]
        ) == bool(code)
    assert not list(tmp_path.glob("*.json"))
    assert (
        "没有园区“99”的数据"
        in said(capsys, "lake", "figures", tmp_path / "x" / "y", "--check", "--zone", "99")[2]
    )


def test_files_that_are_gone(zone: None, capsys: Captured, tmp_path: Path) -> None:
    said(capsys, "lake", "export", tmp_path)
    for file in tmp_path.glob("*/investment.signings/*.parquet"):
        file.unlink()
    code, _, complaint = said(capsys, "lake", "figures", tmp_path)
    assert (code, "DuckDB 没有算出结果" in complaint) == (2, True)


def test_a_file_that_was_changed(zone: None, capsys: Captured, tmp_path: Path) -> None:
    said(capsys, "lake", "export", tmp_path)
    file = sorted(tmp_path.glob("*/investment.signings/*.parquet"))[0]
    file.write_bytes(file.read_bytes() + b"x")
    assert str(file) in said(capsys, "lake", "verify", tmp_path)[2]


@pytest.mark.parametrize("needs", ["duckdb", "pyarrow"])
def test_without_the_library(
    zone: None, capsys: Captured, tmp_path: Path, needs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == needs else object())
    code, _, complaint = said(capsys, "lake", "figures", tmp_path)
    assert (code, needs in complaint) == (2, True)


def test_a_formula_is_computed_by_its_parts(zone: None, capsys: Captured, tmp_path: Path) -> None:
    rate = Target.objects.active().get(name="已签约项目开工率", year=2026)
    actions.confirm_formula(rate, "[签约项目数，签约金额不低于1亿元] / 签约项目数 * 100", by=house.operator())
    said(capsys, "lake", "export", tmp_path)
    code, shown, _ = said(capsys, "lake", "figures", tmp_path, "--check")
    count = Binding.objects.filter(ended=None, formula="").count()
    assert (code, shown) == (0, f"{count} 项计量，与数据库里的数全部一致。\n")
    _, shown, _ = said(capsys, "lake", "figures", tmp_path)
    assert "签约项目数，签约金额不低于1亿元" in shown
