"""`luoshi compare`: two plans side by side, and many plans on each line, in every form."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from luoshi.cli import extras
from luoshi.ledgers import workbooks
from tests.cli.folders import read
from tests.whole.zone import Captured, said

PLANS = {
    "云溪.txt": "云溪高新区2026年工作要点\n一、目标\n规模以上工业总产值420亿元，增长9%。力争全年新引进亿元以上项目40个。完成融资28亿元。盘活闲置低效用地1200亩。",
    "白鹭.txt": "白鹭经开区2026年工作要点\n一、目标\n规上工业总产值3800000万元，增长7.5%。确保引进亿元以上项目25个。盘活低效用地40公顷。引进人才8-10人。",
    "翠湖.txt": "翠湖新区2026年工作要点\n一、目标\n规上工业总产值560亿元，增长12%。引进亿元以上项目25个。完成融资30亿元。",
    "旧/云溪.txt": "云溪高新区2025年工作要点\n一、目标\n规上工业总产值385亿元，增长8%。完成融资25亿元。",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("plans")
    for name, text in PLANS.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text, "utf-8")
    return place


@pytest.fixture(scope="module")
def table(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tables") / "表.parquet"
    read(folder, out)
    return out


def answer(capsys: Captured, *words: object) -> str:
    code, shown, complaint = said(capsys, "compare", *words)
    assert (code, complaint) == (0, "")
    return shown


def as_json(capsys: Captured, *words: object) -> Any:
    return json.loads(answer(capsys, *words, "--format", "json"))


# two plans


def test_two_files_side_by_side(folder: Path, capsys: Captured) -> None:
    shown = answer(capsys, folder / "云溪.txt", folder / "白鹭.txt")
    assert "甲 云溪高新区2026年工作要点（2026年）" in shown
    assert "双方都有 4 项：甲数值较高 4 项，乙数值较高 0 项，相同 0 项；只有甲 1 项，只有乙 1 项。" in shown
    rows = [line.split() for line in shown.splitlines()]
    assert [
        "规上工业总产值",
        "总量",
        "全年",
        "420亿元",
        "380亿元",
        "+40亿元",
        "1.1053",
        "计划",
        "计划",
    ] in rows
    assert ["规上工业总产值", "增幅", "全年", "增长9%", "增长7.5%", "+1.5个百分点", "计划", "计划"] in rows
    assert ["引进项目", "1亿元以上", "总量", "全年", "40个", "25个", "+15个", "1.6", "力争", "确保"] in rows
    assert "只有甲 1 项" in shown and "只有乙 1 项" in shown
    assert ["引进人才", "总量", "全年", "8–10人", "计划"] in rows


def test_two_files_as_json(folder: Path, capsys: Captured) -> None:
    data = as_json(capsys, folder / "云溪.txt", folder / "白鹭.txt")
    lines = {(one["indicator"], one["basis"]): one for one in data["lines"]}
    land = lines["盘活闲置低效用地", "level"]
    assert (land["unit"], land["difference"], land["ratio"]) == ("公顷", "40", "2")
    assert (land["first"]["value"], land["second"]["value"]) == ("80", "40")
    output = lines["规上工业总产值", "level"]
    assert (output["first"]["value"], output["second"]["value"], output["difference"]) == ("420", "380", "40")
    assert lines["引进项目", "level"]["conditions"] == [
        {"column": "amount", "comparator": "ge", "value": "100000000", "unit": "元"}
    ]
    assert lines["融资", "level"]["second"] is None
    assert data["tally"]["only_first"] == 1
    assert "规模以上工业总产值420亿元" in output["first"]["sentence"]


def test_two_files_as_files(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    words = (folder / "云溪.txt", folder / "白鹭.txt")
    assert answer(capsys, *words, "--format", "xlsx", "-o", tmp_path / "a.xlsx") == ""
    sheets = workbooks.read((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert [sheet.name for sheet in sheets] == ["双方都有", "只有甲", "只有乙"]
    assert 420 in sheets[0].rows[1] and 380 in sheets[0].rows[1]
    answer(capsys, *words, "--format", "csv", "-o", tmp_path / "a.csv")
    lines = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_bytes().decode("utf-8-sig"))))
    assert len(lines) == 6
    assert {line["甲数值"] for line in lines if line["指标"] == "融资"} == {"28"}


def test_one_indicator_of_two_plans(folder: Path, capsys: Captured) -> None:
    data = as_json(capsys, folder / "云溪.txt", folder / "白鹭.txt", "--indicator", "规模以上工业总产值")
    assert {one["indicator"] for one in data["lines"]} == {"规上工业总产值"}


def test_two_zones_of_a_table(table: Path, folder: Path, capsys: Captured) -> None:
    from_table = as_json(capsys, "云溪高新区", "白鹭经开区", "--corpus", table, "--year", "2026")
    from_files = as_json(capsys, folder / "云溪.txt", folder / "白鹭.txt")
    assert from_table["lines"] == from_files["lines"]


def test_two_years_of_a_zone(table: Path, capsys: Captured) -> None:
    data = as_json(capsys, "云溪.txt", "旧/云溪.txt", "--corpus", table)
    assert (data["first"]["year"], data["second"]["year"]) == (2026, 2025)
    (output,) = [
        one for one in data["lines"] if (one["indicator"], one["basis"]) == ("规上工业总产值", "level")
    ]
    assert (output["difference"], output["year"]) == ("35", None)


# many plans


def test_a_table_is_surveyed(table: Path, capsys: Captured) -> None:
    shown = answer(capsys, table, "--year", "2026")
    rows = [line.split() for line in shown.splitlines()]
    assert ["2026", "规上工业总产值", "总量", "全年", "亿元", "3", "380", "400", "420", "490", "560"] in rows
    assert ["2026", "规上工业总产值", "增幅", "全年", "%", "3", "7.5", "8.25", "9", "10.5", "12"] in rows
    assert [
        "2026",
        "引进项目",
        "1亿元以上",
        "总量",
        "全年",
        "个",
        "3",
        "25",
        "25",
        "25",
        "32.5",
        "40",
    ] in rows
    assert "2025" not in shown


def test_an_indicator_is_surveyed_zone_by_zone(table: Path, capsys: Captured) -> None:
    shown = answer(capsys, table, "--indicator", "引进亿元以上项目")
    rows = [line.split() for line in shown.splitlines()]
    assert [row[5:7] for row in rows if row[:1] == ["2026"] and row[5:6] != ["个"]] == [
        ["1", "云溪高新区"], ["2", "白鹭经开区"], ["2", "翠湖新区"],
    ]  # fmt: skip


def test_a_survey_as_json(table: Path, capsys: Captured) -> None:
    data = as_json(capsys, table, "--indicator", "融资")
    assert [(one["year"], one["plans"], one["median"]) for one in data["lines"]] == [
        (2026, 2, "29"),
        (2025, 1, "25"),
    ]
    first = data["lines"][0]
    assert [(place["rank"], place["zone"], place["value"]) for place in first["places"]] == [
        (1, "翠湖新区", "30"), (2, "云溪高新区", "28"),
    ]  # fmt: skip
    assert data["left_out"] == 0


def test_a_survey_as_files(table: Path, tmp_path: Path, capsys: Captured) -> None:
    answer(capsys, table, "--format", "xlsx", "-o", tmp_path / "a.xlsx")
    spread, places = workbooks.read((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert (spread.name, places.name) == ("汇总", "各园区")
    answer(capsys, table, "--format", "csv", "-o", tmp_path / "a.csv")
    lines = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_bytes().decode("utf-8-sig"))))
    assert len(lines) == len(places.rows) - 1
    assert {Decimal(line["中位数"]) for line in lines if (line["指标"], line["年度"], line["口径"]) == ("规上工业总产值", "2026", "总量")} == {420}  # fmt: skip


def test_a_survey_shows_the_most_common_first(table: Path, capsys: Captured) -> None:
    data = as_json(capsys, table, "--most", "2")
    every = as_json(capsys, table, "--most", "0")
    assert data["lines"] == every["lines"][:2]
    assert data["left_out"] == len(every["lines"]) - 2
    assert every["left_out"] == 0
    counts = [one["plans"] for one in every["lines"]]
    assert counts == sorted(counts, reverse=True)
    assert "加 --most 0" in answer(capsys, table, "--most", "2")


# what is wrong


def test_wrong_words(
    table: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "空.parquet").write_bytes(b"")
    one = folder / "云溪.txt"
    wrong: list[tuple[tuple[object, ...], str]] = [
        ((), "缺少参数：计划"),
        ((one,), "请写两份要比较的计划"),
        ((one, one, one), "请写两份要比较的计划"),
        ((one, "没有.txt"), "找不到文件“没有.txt”"),
        ((one, table), f"请写成 --corpus {table}"),
        ((one, one, "--format", "xlsx"), "请加上 -o 文件名.xlsx"),
        ((one, one, "-o", "无此目录/a.json"), "文件夹“无此目录”不存在"),
        ((one, one, "--most", "许多"), "不是项数"),
        (("没有.parquet",), "找不到文件“没有.parquet”"),
        (("空.parquet",), "不是完好的 parquet 文件"),
        ((table.with_suffix(".files.parquet"),), "不是本版本的 luoshi read --corpus 写出的承诺表"),
        ((table, "--year", "2031"), "表里没有 2031 年的目标，有目标的年度：2025、2026"),
        ((table, "--indicator", "规上工业总产直"), "相近的有：规上工业总产值"),
        (("云溪高新区", "白鹭经开区", "--corpus", table), "有 2 份计划"),
        (("云溪高新区", "月球", "--corpus", table, "--year", "2026"), "没有“月球”的计划。里面有：云溪高新区"),
    ]
    for words, sentence in wrong:
        code, shown, complaint = said(capsys, "compare", *words)
        assert (code, shown) == (2, ""), words
        assert sentence in complaint
    assert [path.name for path in tmp_path.iterdir()] == ["空.parquet"]


def test_plans_without_targets_are_compared_all_the_same(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "闲话.txt").write_text("今天下了一场雨。\n大家在院子里收衣服。\n", "utf-8")
    words = (tmp_path / "闲话.txt", tmp_path / "闲话.txt")
    assert "双方都有 0 项" in answer(capsys, *words)
    assert as_json(capsys, *words)["lines"] == []
    answer(capsys, *words, "--format", "xlsx", "-o", tmp_path / "a.xlsx")


def test_two_files_need_no_library(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(extras.importlib.util, "find_spec", lambda name: None)
    assert "双方都有" in answer(capsys, folder / "云溪.txt", folder / "白鹭.txt")
    code, _, complaint = said(capsys, "compare", "a.parquet")
    assert code == 2 and "pip install 'luoshi[corpus]'" in complaint
