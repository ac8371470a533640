"""Promises of several plans beside each other: wording, units, lines, differences, quartiles, ranks."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reading import reader
from luoshi.reading.ambition import comparing, promises, surveying, units
from luoshi.reading.ambition.promises import Promise
from luoshi.reading.ambition.wording import key
from luoshi.reading.corpora import rows
from tests.reading.strategies import TEXTS

FRACTIONS = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**6)


def of(text: str, file: str = "甲.txt", sha256: str | None = None) -> list[Promise]:
    """The promises of a text."""
    found = reader.read(text)
    about = {**rows.of_file(file, sha256 or file, 1), **rows.of_document(found)}
    return list(promises.promises(rows.as_facts(about, row) for row in rows.of_commitments(found)))


def plan(sentences: str, zone: str = "云溪", year: int = 2026) -> str:
    return f"{zone}高新区{year}年工作要点\n一、主要目标\n{sentences}\n"


# wording


@given(st.text(st.sampled_from("规模以上工业总产值全年力争新引进签约项目净增企业GDP完成率增长亿元10“”、 "), max_size=30),
       st.sampled_from(["level", "growth", "increment"]), st.booleans())  # fmt: skip
def test_a_wording_is_made_one_at_once(wording: str, basis: str, conditional: bool) -> None:
    once = key(wording, basis, conditional)
    assert key(once, basis, conditional) == once
    assert bool(once) == bool(wording)


@given(TEXTS)
def test_any_wording_has_a_key(wording: str) -> None:
    assert len(key(wording)) <= max(len(wording), 80) + 8


# units


@pytest.mark.parametrize(
    ("unit", "basis", "measure", "times"),
    [
        ("亩", "level", "平方米", Fraction(2000, 3)), ("公顷", "level", "平方米", Fraction(10_000)), ("家", "level", "个", Fraction(1)),
        ("户", "increment", "个", Fraction(1)), ("倍", "growth", "%", Fraction(100)), ("倍", "level", "倍", Fraction(1)),
        ("万元/亩", "level", "元/亩", Fraction(10_000)), ("美元", "level", "美元", Fraction(1)), ("人次", "level", "人次", Fraction(1)),
        ("兆瓦", "level", "千瓦", Fraction(1000)),
    ],
)  # fmt: skip
def test_units_of_a_kind_have_one_measure(unit: str, basis: str, measure: str, times: Fraction) -> None:
    assert units.measure(unit, basis) == (measure, times)


def test_fifteen_mu_are_a_hectare() -> None:
    assert 15 * units.measure("亩")[1] == units.measure("公顷")[1]


@given(FRACTIONS)
def test_a_fraction_is_written_exactly_or_to_four_places(number: Fraction) -> None:
    written = Fraction(units.written(number))
    assert written == number if units.ends(number) else abs(written - number) <= Fraction(1, 20_000)
    assert abs(Fraction(units.rounded(number)) - number) <= Fraction(1, 20_000)
    assert "E" not in units.written(number)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=6))
def test_a_decimal_is_written_as_it_is(number: Decimal) -> None:
    assert Decimal(units.written(Fraction(number))) == number


# promises


@pytest.mark.parametrize(
    ("period", "year", "span"),
    [
        (None, 2026, ""), ("year", 2026, ""), ("year-end", 2026, ""), ("2028", 2028, ""), ("2026-06", 2026, "06"),
        ("2027-12", 2027, ""), ("MM=06", 2026, "06"), ("MM=12", 2026, ""), ("Q3", 2026, "Q3"), ("per-month", 2026, "per-month"),
    ],
)  # fmt: skip
def test_a_period_is_a_year_and_a_part_of_it(period: str | None, year: int, span: str) -> None:
    assert promises.when(period, 2026) == (year, span)


def test_a_number_longer_than_any_promise_is_none() -> None:
    assert len(of(plan(f"完成投资20亿元。新签约项目{'9' * 60}个。"))) == 1


def test_the_firmest_word_stands_and_other_numbers_are_named() -> None:
    found = of(plan("力争完成融资60亿元。确保完成融资50亿元。确保完成融资500000万元。"))
    one = promises.standing(found)
    assert (one.promise.amount, one.promise.modality) == (50 * 10**8, "ensure")
    assert [other.amount for other in one.others] == [60 * 10**8]


# two plans


def test_two_plans_are_lined_up() -> None:
    first = of(
        plan(
            "规模以上工业总产值420亿元，增长9%。新引进亿元以上项目40个，引进10亿元以上项目6个。盘活闲置低效用地1200亩。净增规上工业企业16家。"
        )
    )
    second = of(
        plan(
            "规上工业产值3800000万元，增长7.5%。新招引亿元以上项目25个。盘活低效用地40公顷。新增规上工业企业16户。",
            "白鹭",
        )
    )
    pairs = {(p.line.indicator, p.line.basis, p.line.conditions): p for p in comparing.line_up(first, second)}
    above = ("amount", "ge", Fraction(10**8), "元")
    output = pairs["规上工业总产值", "level", ()]
    assert (output.difference, output.ratio) == (Fraction(40 * 10**8), Fraction(42, 38))
    growth = pairs["规上工业总产值", "growth", ()]
    assert (growth.difference, growth.ratio) == (Fraction(3, 2), None)
    assert pairs["引进项目", "level", (above,)].difference == 15
    assert pairs["盘活闲置低效用地", "level", ()].difference == 400_000
    assert pairs["引进项目", "level", (("amount", "ge", Fraction(10**9), "元"),)].second is None
    assert pairs["净增规上工业企业", "increment", ()].second is None
    assert pairs["规上工业企业", "increment", ()].first is None
    assert comparing.tally(list(pairs.values())) == (4, 0, 0, 2, 1)


def test_plans_of_two_years_meet_in_their_own_year() -> None:
    first, second = (
        of(plan("完成融资20亿元。到2030年完成融资90亿元。", year=2026)),
        of(plan("完成融资25亿元。", year=2027)),
    )
    lines = {pair.line.year: pair for pair in comparing.line_up(first, second)}
    assert lines[0].difference == -5 * 10**8
    assert lines[2030].second is None


def test_the_order_of_two_plans_turns_the_signs() -> None:
    first, second = of(plan("完成融资20亿元。")), of(plan("完成融资16亿元。"))
    (here,), (there,) = comparing.line_up(first, second), comparing.line_up(second, first)
    assert here.difference == -(there.difference or 0) == 4 * 10**8
    assert here.ratio == 1 / (there.ratio or 1) == Fraction(5, 4)


def test_over_nothing_there_is_no_ratio() -> None:
    (pair,) = comparing.line_up(of(plan("发生事故3起。")), of(plan("发生事故0起。")))
    assert (pair.difference, pair.ratio) == (3, None)


# many plans


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=40))
def test_quartiles_are_those_of_the_standard_library(values: list[int]) -> None:
    ordered = sorted(Fraction(value) for value in values)
    expected = quantiles(ordered, n=4, method="inclusive")
    shares = (surveying.QUARTER, surveying.HALF, surveying.THREE_QUARTERS)
    assert [surveying.quantile(ordered, share) for share in shares] == expected


def test_of_one_value_every_quartile_is_that_value() -> None:
    assert surveying.quantile([Fraction(7)], surveying.QUARTER) == 7


def many(*sentences: str) -> list[Promise]:
    return [one for at, words in enumerate(sentences) for one in of(plan(words, f"第{at}"), f"{at}.txt")]


def test_many_plans_are_ranked_with_equals_sharing_a_rank() -> None:
    found = many(
        "完成融资20亿元。", "完成融资50亿元。", "完成融资2000000000元。", "完成融资8亿元。", "举办推介会3场。"
    )
    popular = surveying.popularity(found)
    (line,) = [line for line in popular if line.indicator == "融资"]
    assert popular[line] == 4
    (one,) = surveying.surveys(found, {line})
    assert (one.plans, one.lowest, one.median, one.highest) == (4, 8 * 10**8, 20 * 10**8, 50 * 10**8)
    assert (one.lower, one.upper) == (17 * 10**8, Fraction(275 * 10**8, 10))
    assert [(place.rank, place.standing.promise.plan.file) for place in one.places] == [
        (1, "1.txt"), (2, "0.txt"), (2, "2.txt"), (4, "3.txt"),
    ]  # fmt: skip


def test_of_a_ceiling_the_lower_is_the_more_ambitious() -> None:
    found = many("审批时间压缩至45个工作日以内。", "审批时间压缩至30个工作日以内。")
    (one,) = surveying.surveys(found, set(surveying.popularity(found)))
    assert [place.standing.promise.amount for place in one.places] == [30, 45]


def test_one_text_in_two_files_is_one_plan() -> None:
    twice = [*of(plan("完成融资20亿元。"), "a.txt", "same"), *of(plan("完成融资20亿元。"), "b.txt", "same")]
    assert set(surveying.popularity(twice).values()) == {1}
    assert [one.plans for one in surveying.surveys(twice, set(surveying.popularity(twice)))] == [1]


def test_a_plan_that_speaks_for_parts_takes_part_with_each() -> None:
    parts = of(plan("云溪镇力争新引进项目12个，白鹭街道力争新引进项目8个。"), "0.txt")
    whole = of(plan("力争新引进项目30个，其中溪口镇力争新引进项目5个。", "白鹭"), "1.txt")
    assert {one.line.scope for one in parts} == {"云溪镇", "白鹭街道"}, "the reader tells the parts"
    (one,) = surveying.surveys([*parts, *whole], set(surveying.popularity([*parts, *whole])))
    assert one.plans == 2
    assert [(place.scope, place.standing.promise.amount) for place in one.places] == [
        ("", 30), ("云溪镇", 12), ("白鹭街道", 8),
    ]  # fmt: skip


def test_a_unit_to_show_is_the_one_most_are_written_in() -> None:
    found = many("完成融资20亿元。", "完成融资30亿元。", "完成融资90000万元。")
    assert promises.unit(found) == ("亿元", Fraction(10**8))
    assert promises.unit(found[2:]) == ("万元", Fraction(10**4))
