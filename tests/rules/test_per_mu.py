"""Per-mu performance: both formulas by hand, classes and ties from both sides, and who is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.per_mu import Evaluated, PerMuRule, Rated, evaluate, minmax_points

FULL = {
    "tax": "150",
    "area": "10",
    "sales": "3000",
    "value_added": "1500",
    "energy": "500",
    "cod": "3",
    "water": "15000",
    "labour": "100",
}
"""Ten mu exactly on every benchmark."""


def firm(key: str, table: str = "above_scale", **figures: str | None) -> Rated:
    given_ = {**FULL, **figures}
    return Rated(key, table, {name: None if v is None else Decimal(v) for name, v in given_.items()})


def taxed(key: str, tax: int) -> Rated:
    return firm(key, tax=str(tax))


def only(row: Rated, rule: PerMuRule = defaults.PER_MU_RULE) -> Evaluated:
    (found,) = evaluate(rule, [row])
    return found


def points_of(row: Rated, code: str) -> Decimal:
    return next(item.points for item in only(row).items if item.code == code)


def changed(**changes: object) -> PerMuRule:
    return PerMuRule.from_data({**defaults.PER_MU_RULE.to_data(), **changes})


def table(*items: dict[str, object], **more: object) -> PerMuRule:
    return changed(tables=[{"code": "above_scale", "title": "规上", "items": list(items), **more}])


TAX: dict[str, object] = {
    "code": "tax_per_mu",
    "title": "亩均税收",
    "weight": "100",
    "top": "tax",
    "bottom": "area",
    "benchmark": "15",
}


def test_works() -> None:
    found = only(firm("甲", tax="180", cod="6", labour=None))
    assert [(item.code, item.value, item.points) for item in found.items] == [
        ("tax_per_mu", Decimal(18), Decimal(48)),
        ("sales_per_mu", Decimal(300), Decimal(20)),
        ("value_per_tce", Decimal(3), Decimal(10)),
        ("value_per_cod", Decimal(250), Decimal("7.5")),
        ("value_per_water", Decimal("0.1"), Decimal(5)),
        ("productivity", None, Decimal(0)),
    ]
    assert (found.points, found.rank, found.grade) == (Decimal("90.5"), 1, "B")
    assert found.reason == (
        "亩均税收 18 万元/亩，得 48.00 分；亩均销售收入 300 万元/亩，得 20.00 分；"
        "单位能耗增加值 3 万元/吨标准煤，得 10.00 分；单位排放增加值 250 万元/吨，得 7.50 分；"
        "单位水耗增加值 0.1 万元/吨，得 5.00 分；全员劳动生产率缺少数据，计 0 分。"
        "合计 90.50 分，在规上工业企业 1 家中排第 1 名，列 B 类"
    )


def test_on_every_benchmark_is_a_hundred() -> None:
    assert only(firm("甲")).points == 100
    small = firm("乙", "below_small", power="150")
    assert only(small).points == 100


@pytest.mark.parametrize(
    ("change", "code", "points"),
    [
        ({"tax": "179.9"}, "tax_per_mu", "47.9733333333"),
        ({"tax": "180"}, "tax_per_mu", "48"),
        ({"tax": "999"}, "tax_per_mu", "48"),
        ({"tax": "0"}, "tax_per_mu", "0"),
        ({"tax": "-5"}, "tax_per_mu", "0"),
        ({"area": "0"}, "tax_per_mu", "0"),
        ({"area": None}, "tax_per_mu", "0"),
        ({"cod": "0"}, "value_per_cod", "18"),
        ({"cod": None}, "value_per_cod", "0"),
        ({"cod": "-1"}, "value_per_cod", "0"),
        ({"cod": "0", "value_added": "0"}, "value_per_cod", "0"),
        ({"labour": "0"}, "productivity", "0"),
    ],
)
def test_bounds_of_an_item(change: dict[str, str | None], code: str, points: str) -> None:
    assert points_of(firm("甲", **change), code) == Decimal(points)


def test_between_least_and_most() -> None:
    rows = [firm("甲", tax="20"), firm("乙", tax="60"), firm("丙", tax="100", energy="0")]
    found = {each.key: each for each in evaluate(defaults.PER_MU_MINMAX_RULE, rows)}
    assert [found[key].items[0].points for key in "甲乙丙"] == [Decimal(9), Decimal(27), Decimal(45)]
    assert [found[key].items[1].points for key in "甲乙丙"] == [Decimal(35)] * 3
    assert found["丙"].items[2].points == Decimal(20)
    assert [found[key].rank for key in "丙乙甲"] == [1, 2, 3]


def test_extras_are_added_up_to_their_most() -> None:
    rule = table(TAX, extras=[{"code": "research", "title": "研发", "most": "3"}])
    for given_, points in (("2", 102), ("3", 103), ("9", 103)):
        row = Rated("甲", "above_scale", firm("甲").figures, extras={"research": Decimal(given_)})
        assert only(row, rule).points == points
    assert only(firm("甲"), rule).points == 100


def test_a_figure_may_be_rated_as_it_is() -> None:
    rule = table({**TAX, "bottom": None, "benchmark": "200"})
    assert only(firm("甲", tax="150"), rule).points == 75


# ---- classes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "classes"),
    [
        (100, "20 40 35 5"),
        (99, "20 39 35 5"),
        (10, "2 4 4 0"),
        (3, "1 1 1 0"),
        (2, "0 1 1 0"),
        (1, "0 1 0 0"),
        (0, "0 0 0 0"),
    ],
)
def test_how_many_are_in_each_class(count: int, classes: str) -> None:
    found = evaluate(defaults.PER_MU_RULE, [taxed(f"{i:03d}", i + 1) for i in range(count)])
    grades = [each.grade for each in found]
    assert " ".join(str(grades.count(grade)) for grade in ("A", "B", "C", "D")) == classes
    assert [each.rank for each in found] == list(range(1, count + 1))


def test_equal_points_are_decided_by_tax_and_then_shared() -> None:
    capped = [taxed("乙", 190), taxed("甲", 185), taxed("丁", 185), taxed("丙", 100), taxed("戊", 90)]
    found = evaluate(defaults.PER_MU_RULE, capped)
    assert [(each.key, each.rank, each.grade) for each in found] == [
        ("乙", 1, "A"),
        ("丁", 2, "B"),
        ("甲", 2, "B"),
        ("丙", 4, "C"),
        ("戊", 5, "C"),
    ]
    untied = evaluate(changed(ties=[]), capped)
    assert [(each.key, each.rank, each.grade) for each in untied][:3] == [
        ("丁", 1, "A"),
        ("乙", 1, "A"),
        ("甲", 1, "A"),
    ]


def test_tables_are_ranked_apart() -> None:
    rows = [taxed("甲", 150), firm("乙", "below_large", tax="10"), firm("丙", "below_large", tax="5")]
    found = evaluate(defaults.PER_MU_RULE, rows)
    assert [(each.key, each.table, each.rank) for each in found] == [
        ("甲", "above_scale", 1),
        ("乙", "below_large", 1),
        ("丙", "below_large", 2),
    ]


@pytest.mark.parametrize(
    ("row", "grade", "words"),
    [
        (Rated("甲", "above_scale", {}, years=Decimal("1.9")), "T", "投产不足 2 年，不参加评价，列 T 类"),
        (Rated("甲", "above_scale", {}, years=Decimal(2)), "B", "列 B 类"),
        (Rated("甲", "above_scale", {}), "B", "亩均税收缺少数据，计 0 分"),
        (Rated("甲", "above_scale", {}, kind="公用事业"), "T", "属于公用事业，"),
        (Rated("甲", "above_scale", {}, exempt="正在破产清算"), "T", "正在破产清算，"),
    ],
)
def test_who_is_not_evaluated(row: Rated, grade: str, words: str) -> None:
    assert only(row).grade == grade
    assert words in only(row).reason


def test_those_not_evaluated_do_not_move_the_others() -> None:
    ranked = [taxed(f"{i}", 10 * i) for i in range(1, 6)]
    young = Rated("新", "above_scale", {"tax": Decimal(9999), "area": Decimal(1)}, years=Decimal(1))
    alone = evaluate(defaults.PER_MU_MINMAX_RULE, ranked)
    assert evaluate(defaults.PER_MU_MINMAX_RULE, [young, *ranked])[:5] == alone


# ---- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "error", "words"),
    [
        ([taxed("甲", 1), taxed("甲", 2)], refusals.RowTwice, "企业 甲 在评价数据中出现了两次"),
        (
            [firm("甲", "others")],
            refusals.UnknownTable,
            "企业 甲 的评价表 others 不在规则之内，请从 above_scale、",
        ),
    ],
)
def test_bad_rows_are_refused(rows: list[Rated], error: type[errors.RulesError], words: str) -> None:
    with pytest.raises(error, match=words):
        evaluate(defaults.PER_MU_RULE, rows)


@pytest.mark.parametrize(
    ("item", "error", "words"),
    [
        ({"weight": "99.9"}, refusals.WeightsDoNotSum, "评价表 above_scale 各项权重合计 99.9，应为 100"),
        ({"weight": "-1"}, errors.OutOfRange, "items 第 1 项的 weight 应不小于 0 且不大于 100，现为 -1"),
        ({"benchmark": None}, refusals.BenchmarkMissing, "指标 tax_per_mu 按基准值计分"),
        ({"benchmark": "0"}, refusals.BenchmarkMissing, "大于 0 的基准值"),
        ({"zero_is_best": True}, refusals.CapMissing, "分母为 0 时给满分"),
        ({"method": "minmax"}, refusals.BenchmarkNotUsed, "按最大最小值计分"),
        ({"method": "rank"}, errors.UnknownWord, "method"),
        ({"cap": "0.9"}, errors.OutOfRange, "cap 应不小于 1"),
        ({"floor": "101"}, errors.OutOfRange, "floor"),
        ({"weight": 1.5}, errors.BadNumber, "weight"),
    ],
)
def test_bad_items_are_refused(item: dict[str, object], error: type[errors.RulesError], words: str) -> None:
    with pytest.raises(error, match=words):
        table({**TAX, **item})


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"classes": {"A": "60", "B": "20", "C": "95"}}, refusals.FallingShares, "classes"),
        ({"classes": {"A": "20", "B": "60"}}, errors.MissingField, "缺少 C"),
        ({"classes": {"A": "20", "B": "60", "C": "95", "D": "100"}}, errors.UnknownFields, "D"),
        ({"ties": ["luck"]}, errors.UnknownWord, "luck"),
        ({"young_years": 0}, errors.BadInteger, "young_years"),
        ({"tables": []}, errors.NotAList, "tables"),
    ],
)
def test_bad_rules_are_refused(
    changes: dict[str, object], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(**changes)


def test_what_stands_twice_is_refused() -> None:
    half = {**TAX, "weight": "50"}
    with pytest.raises(refusals.ItemTwice, match="评价表 above_scale 的指标 tax_per_mu 出现了两次"):
        table(half, half)
    with pytest.raises(refusals.ItemTwice):
        table(TAX, extras=[{"code": "tax_per_mu", "title": "税", "most": "1"}])
    same = {"code": "a", "title": "甲", "items": [TAX]}
    with pytest.raises(refusals.TableTwice, match="评价表 a 出现了两次"):
        changed(tables=[same, same])


def test_defaults_are_data() -> None:
    for rule in (defaults.PER_MU_RULE, defaults.PER_MU_MINMAX_RULE):
        assert PerMuRule.from_data(rule.to_data()) == rule
    whole = table(
        {**TAX, "method": "minmax", "benchmark": None, "floor": "30", "unit": "万元/亩"},
        extras=[{"code": "research", "title": "研发", "most": "3"}],
    )
    assert PerMuRule.from_data(whole.to_data()) == whole


# ---- properties -----------------------------------------------------------------------------------

AMOUNTS = st.decimals(-1000, 1000, places=2) | st.just(Decimal(0)) | st.none()
ROWS = st.lists(st.fixed_dictionaries(dict.fromkeys(FULL, AMOUNTS)), max_size=12).map(
    lambda all_: [Rated(f"企业{i:02d}", "above_scale", figures) for i, figures in enumerate(all_)]
)
RULES = st.sampled_from([defaults.PER_MU_RULE, defaults.PER_MU_MINMAX_RULE])


@given(RULES, ROWS)
def test_every_row_once_by_falling_points_within_the_bounds(rule: PerMuRule, rows: list[Rated]) -> None:
    found = evaluate(rule, rows)
    assert sorted(each.key for each in found) == sorted(row.key for row in rows)
    points = [each.points for each in found if each.points is not None]
    assert points == sorted(points, reverse=True)
    assert all(0 <= each <= 120 for each in points)
    grades = [each.grade for each in found]
    assert grades == sorted(grades)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(rows: list[Rated], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert evaluate(defaults.PER_MU_RULE, shuffled) == evaluate(defaults.PER_MU_RULE, rows)


@settings(max_examples=60)
@given(ROWS, st.integers(0, 11), st.decimals("0.01", 500, places=2))
def test_more_tax_never_costs_points_or_rank(rows: list[Rated], at: int, more: Decimal) -> None:
    assume(at < len(rows) and rows[at].figures["tax"] is not None)
    richer = {**rows[at].figures, "tax": rows[at].figures["tax"] + more}  # type: ignore[operator]
    changed_rows = [Rated(row.key, row.table, richer) if i == at else row for i, row in enumerate(rows)]
    before = {each.key: each for each in evaluate(defaults.PER_MU_RULE, rows)}[rows[at].key]
    after = {each.key: each for each in evaluate(defaults.PER_MU_RULE, changed_rows)}[rows[at].key]
    assert after.points >= before.points and after.rank <= before.rank  # type: ignore[operator]


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=1), st.integers(1, 100))
def test_min_max_lies_between_the_floor_and_the_weight(values: list[Decimal], weight: int) -> None:
    for value in values:
        points = minmax_points(value, min(values), max(values), Decimal(weight))
        assert Decimal(weight) / 5 <= points <= weight
