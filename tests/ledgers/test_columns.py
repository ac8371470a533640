"""What a column takes, what it shows, and what a bad value is told."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledgers.columns import (
    Area,
    Choice,
    Column,
    Day,
    Flag,
    Link,
    Money,
    Month,
    Number,
    Share,
    Text,
    as_text,
    factor,
    plain,
)
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.models import Row


class Nobody:
    def find(self, ledger: str, text: str) -> Row:
        raise BadValue(f"没有{text}")


WAN = Money("amount", unit="万元", shown="亿元")
KIND = Choice("kind", choices=(("a", "甲"), ("b", "乙")))


@pytest.mark.parametrize(
    ("column", "raw", "stored"),
    [
        (Text("name"), "\u3000名称\xa0", "名称"),
        (Text("name"), "零\u200b宽\r\n第二行\x07", "零宽\n第二行"),
        (Text("name"), 1001.0, "1001"),
        (Text("name"), datetime.datetime.fromisoformat("2026-03-01"), "2026-03-01"),
        (Text("name"), datetime.datetime.fromisoformat("2026-03-01T09:30"), "2026-03-01 09:30:00"),
        (WAN, "1,234.56", 123456_00 * 100),
        (WAN, "１２３．５", 1235_000_00),
        (WAN, 0.1 + 0.2, 3000_00),
        (WAN, 1e-6, 1),
        (WAN, -3, -3_000_000),
        (WAN, "", None),
        (Share("s"), "25.5%", 2550),
        (Area("a"), "12.34", 1234),
        (Number("n"), "+7", 7),
        (Day("d"), "2026/3/1", datetime.date(2026, 3, 1)),
        (Day("d"), "2026年3月1日", datetime.date(2026, 3, 1)),
        (Day("d"), "20260301", datetime.date(2026, 3, 1)),
        (Day("d"), "2026-03-01 00:00:00", datetime.date(2026, 3, 1)),
        (Day("d"), datetime.datetime.fromisoformat("2026-03-01T08:00"), datetime.date(2026, 3, 1)),
        (Day("d"), datetime.date(2026, 3, 1), datetime.date(2026, 3, 1)),
        (Day("d"), None, None),
        (Month("m"), "2026年3月", 202603),
        (Month("m"), 202603.0, 202603),
        (Month("m"), datetime.date(2026, 3, 9), 202603),
        (Month("m"), " ", None),
        (KIND, "乙", "b"),
        (KIND, "a", "a"),
        (Flag("f"), "是", True),
        (Flag("f"), True, True),
        (Flag("f"), "×", False),
        (Flag("f"), False, False),
    ],
)
def test_takes(column: Column, raw: object, stored: object) -> None:
    assert column.parse(raw, Nobody()) == stored


@pytest.mark.parametrize(
    ("column", "raw", "sentence"),
    [
        (WAN, "三百", "“三百”不是数字"),
        (WAN, "12万", "不是数字"),
        (WAN, "1,2", "不是数字"),
        (WAN, "1_000", "不是数字"),
        (WAN, "NaN", "不是数字"),
        (WAN, "25%", "不是数字"),
        (WAN, ".", "不是数字"),
        (WAN, "0.0000001", "小数位太多，最多精确到0.01元"),
        (WAN, "1e30", "太大了"),
        (WAN, 10**14, "太大了"),
        (Number("n"), "1.5", "小数位太多"),
        (Day("d"), "2026-02-30", "不是日期"),
        (Day("d"), "三月一日", "不是日期"),
        (Month("m"), "2026-13", "不是月份"),
        (Month("m"), "三月", "不是月份"),
        (KIND, "丙", "请从“甲、乙”中选一个"),
        (Flag("f"), "也许", "请填“是”或“否”"),
        (Link("l", to="x"), "某某", "没有某某"),
    ],
)
def test_refuses(column: Column, raw: object, sentence: str) -> None:
    with pytest.raises(BadValue, match=sentence):
        column.parse(raw, Nobody())


def test_a_head_may_name_another_unit() -> None:
    assert WAN.parse("1.2", Nobody(), "亿元") == 1_2000_0000_00
    with pytest.raises(BadValue, match="不是同一种量"):
        WAN.parse("1.2", Nobody(), "亩")


@pytest.mark.parametrize(
    ("column", "stored", "shown", "entered", "written", "cell"),
    [
        (WAN, 123_450_000_00, "1.23", "12345", "12345", Decimal(12345)),
        (WAN, None, "–", "", "", None),
        (Number("n", unit="家"), 12000, "12,000", "12000", "12000", Decimal(12000)),
        (Area("a"), 1230, "12.3", "12.3", "12.3", Decimal("12.3")),
        (Share("s"), 2550, "25.5", "25.5", "25.5", Decimal("25.5")),
        (Text("t"), "", "–", "", "", None),
        (Text("t"), "字", "字", "字", "字", "字"),
        (KIND, "a", "甲", "a", "甲", "甲"),
        (KIND, "", "–", "", "", None),
        (KIND, "旧值", "旧值", "旧值", "旧值", "旧值"),
        (Flag("f"), True, "是", "是", "是", "是"),
        (Flag("f"), False, "否", "否", "否", "否"),
        (Flag("f"), None, "–", "", "", None),
        (Month("m"), 202603, "2026年3月", "2026-03", "2026-03", "2026-03"),
        (Month("m"), None, "–", "", "", None),
        (Day("d"), datetime.date(2026, 3, 1), "2026-03-01", "2026-03-01", "2026-03-01", datetime.date(2026, 3, 1)),
        (Day("d"), None, "–", "", "", None),
        (Link("l", to="x"), None, "–", "", "", None),
    ],
)  # fmt: skip
def test_shows(column: Column, stored: object, shown: str, entered: str, written: str, cell: object) -> None:
    assert (column.show(stored), column.entered(stored)) == (shown, entered)
    assert (column.written(stored), column.cell(stored)) == (written, cell)


@pytest.mark.parametrize(
    ("unit", "base", "times"),
    [
        ("亿元", "元", 100_000_000),
        ("元", "元", 1),
        ("百万美元", "美元", 1_000_000),
        ("万", "", 10_000),
        ("", "", 1),
        ("亩", "元", None),
        ("个", "", None),
        ("万元", "", None),
    ],
)
def test_factor(unit: str, base: str, times: int | None) -> None:
    assert factor(unit, base) == times


@pytest.mark.parametrize(
    ("column", "text", "stored"),
    [
        (WAN, "100000000", 10_000_000_000),
        (Day("d"), "2026-03-01", datetime.date(2026, 3, 1)),
        (Month("m"), "2026-03", 202603),
        (Month("m"), "202603", 202603),
        (KIND, "甲", "a"),
        (KIND, "b", "b"),
        (Flag("f"), "是", True),
        (Flag("f"), "否", False),
        (Link("l", to="x"), "7", 7),
        (Text("t"), "字", "字"),
    ],
)
def test_conditions(column: Column, text: str, stored: object) -> None:
    assert column.condition(text) == stored


@pytest.mark.parametrize(
    ("column", "text"),
    [(WAN, "很多"), (Day("d"), "昨天"), (Month("m"), "202613"), (Month("m"), "三月"), (Link("l", to="x"), "东馆")],
)  # fmt: skip
def test_bad_conditions(column: Column, text: str) -> None:
    with pytest.raises(BadValue, match="条件里的"):
        column.condition(text)


@given(st.integers(-(2**63) + 1, 2**63 - 1), st.sampled_from(["元", "万元", "亿元"]))
def test_money_survives_entry_and_export(fen: int, unit: str) -> None:
    column = Money("m", unit=unit)
    assert column.parse(column.entered(fen), Nobody()) == fen
    assert column.parse(column.cell(fen), Nobody()) == fen


BIG = st.integers(-(2**63) + 1, 2**63 - 1)
MONTHS = st.builds(lambda year, month: year * 100 + month, st.integers(1900, 2100), st.integers(1, 12))


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (Number("n"), BIG),
        (Number("n", unit="万千瓦", base="千瓦"), st.integers(-(10**14), 10**14).map(lambda n: n * 10_000)),
        (WAN, BIG),
        (Area("a"), BIG),
        (Share("s"), BIG),
        (Day("d"), st.dates(datetime.date(1000, 1, 1))),
        (Month("m"), MONTHS),
        (KIND, st.sampled_from(["a", "b"])),
        (Flag("f"), st.booleans()),
        (Text("t"), st.text(min_size=1).map(as_text).filter(bool)),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Column) else "",
)
def test_what_is_entered_or_written_comes_back(column: Column, values: st.SearchStrategy[object]) -> None:
    @given(values)
    def holds(value: object) -> None:
        assert column.parse(column.written(value), Nobody()) == value
        if not isinstance(column, Flag):  # a form offers its two words
            assert column.parse(column.entered(value), Nobody()) == value

    holds()


@given(st.text())
def test_text_is_read_the_same_twice(text: str) -> None:
    assert as_text(as_text(text)) == as_text(text)


def test_plain() -> None:
    assert plain(Decimal("1234.500")) == "1,234.5"
    assert plain(Decimal("1E+3")) == "1,000"
    assert plain(Decimal("1.005"), 2) == "1.01"


def test_wrong_unit_of_a_number() -> None:
    with pytest.raises(BadValue, match="不是同一种量"):
        WAN.number(100, "亩")
