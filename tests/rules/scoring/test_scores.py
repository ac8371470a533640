"""The worked figures of the eleven ways of scoring, with the formula as the scorebook writes it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.rules.scoring import refusals
from luoshi.rules.scoring.scores import Assessed, Event, Rating, score
from tests.rules.scoring.schemes import happened, line, of_target, one, rated, ratio, scheme, unit

THREE_SIZES = {
    "kind": "thresholds",
    "thresholds": [
        {"figure": "甲", "least": "7", "each": "0.1"},
        {"figure": "乙", "least": "4", "each": "0.1"},
        {"figure": "丙", "least": "1", "each": "0.1"},
    ],
}
TWO_FAULTS = {
    "kind": "faults",
    "faults": [{"figure": "次", "each": "0.1"}, {"figure": "起", "each": "0.2"}],
}
BONUS = {
    "kind": "awards",
    "awards": [
        {"figure": "甲", "beyond": "计划", "each": "2", "most": "6"},
        {"figure": "次", "each": "0.5", "most": "3"},
        {"figure": "起", "steps": [{"bound": "50", "points": "8"}, {"bound": "10", "points": "4"}]},
    ],
}
PEERS = {
    "kind": "ratings",
    "panels": [{"figure": "leaders", "weight": "70"}, {"figure": "peers", "weight": "30"}],
}
SIZES = {
    "kind": "sizes",
    "figure": "甲",
    "steps": [{"bound": "10", "points": "20"}, {"bound": "5", "points": "10"}, {"bound": "1", "points": "6"}],
    "rest": "3",
}
TYPES = {
    "kind": "types",
    "figure": "type",
    "types": [
        {"word": "产业项目", "points": "15"},
        {"word": "基础设施", "points": "8"},
        {"word": "民生项目", "points": "6"},
    ],
}
PLACES = {"kind": "places", "figure": "甲", "points": ["60", "57", "54", "51", "48"], "rest": "45"}
LATE = {"kind": "faults", "faults": [{"figure": "份", "each": "1"}]}
CAP_120 = ratio(of_target(), cap="120")


# ---- 1, 2, 5: completion --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("actual", "points", "words"),
    [
        ("96", "0.48", "甲 96 亿元 ÷ 100 亿元 = 96%，96% × 0.5 = 0.48 分"),
        ("120", "0.6", "甲 120 亿元 ÷ 100 亿元 = 120%，120% × 0.5 = 0.6 分"),
        ("150", "0.6", "甲 150 亿元 ÷ 100 亿元 = 150%，按 120% 计，120% × 0.5 = 0.6 分"),
        ("0", "0", "甲 0 亿元 ÷ 100 亿元 = 0%，0% × 0.5 = 0 分"),
        ("-5", "0", "甲 -5 亿元 ÷ 100 亿元 = -5%，按 0% 计，0% × 0.5 = 0 分"),
    ],
)
def test_completion_by_weight_with_a_cap(actual: str, points: str, words: str) -> None:
    found = line(scheme(CAP_120, "0.5"), unit(甲=actual, 计划="100"))
    assert (found.points, found.formula) == (Decimal(points), words)


def test_mean_of_two_parts_capped_at_full_marks() -> None:
    two = ratio(
        {"actual": "甲", "constant": "27", "share": "50"}, {"actual": "乙", "constant": "54", "share": "50"}
    )
    found = line(scheme(two, "0.5"), unit(甲="28", 乙="177.7"))
    assert found.points == Decimal("0.5")
    assert found.formula == (
        "甲 28 亿元 ÷ 27 亿元 × 50% + 乙 177.7 亿元 ÷ 54 亿元 × 50% ≈ 216.3889%，按 100% 计，100% × 0.5 = 0.5 分"
    )


def test_the_quarter_is_held_against_the_target_to_date() -> None:
    found = line(scheme(ratio(of_target()), "4"), unit(甲="18", 计划="24"))
    assert (found.points, found.lost) == (Decimal(3), Decimal(1))
    assert found.formula == "甲 18 亿元 ÷ 24 亿元 = 75%，75% × 4 = 3 分"


def test_less_than_the_least_share_gives_nothing() -> None:
    rule = scheme(ratio(of_target(), least="60"))
    assert line(rule, unit(甲="60", 计划="100")).points == 6
    found = line(rule, unit(甲="59.9", 计划="100"))
    assert (found.points, found.formula) == (0, "甲 59.9 亿元 ÷ 100 亿元 = 59.9%，低于 60%，计 0 分")


def test_of_a_limit_less_is_better() -> None:
    rule = scheme(ratio(of_target(better="low")))
    assert line(rule, unit(甲="38", 计划="40")).points == 10
    found = line(rule, unit(甲="50", 计划="40"))
    assert (found.points, found.formula) == (
        8,
        "上限 40 亿元 ÷ 甲 50 亿元 = 80%，80% × 10 = 8 分",
    )


# ---- 3, 4, 10: what is taken ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("had", "points"),
    [(("7", "4", "1"), "0.5"), (("9", "4", "2"), "0.5"), (("5", "4", "1"), "0.3"), (("5", "3", "0"), "0.1")],
)
def test_thresholds_of_three_sizes(had: tuple[str, str, str], points: str) -> None:
    row = unit(甲=had[0], 乙=had[1], 丙=had[2])
    assert line(scheme(THREE_SIZES, "0.5"), row).points == Decimal(points)


def test_what_is_missing_is_told() -> None:
    assert line(scheme(THREE_SIZES, "0.5"), unit(甲="5", 乙="4", 丙="1")).formula == (
        "甲 5 亿元，应不少于 7 亿元，差 2 × 0.1 = 0.2 分；乙 4 亿元，不少于 4 亿元，不扣分；"
        "丙 1 亿元，不少于 1 亿元，不扣分；0.5 − 0.2 = 0.3 分"
    )


def test_full_marks_less_faults() -> None:
    rule = scheme(TWO_FAULTS, "0.5")
    assert line(rule, happened()).formula == "没有扣分事项，得 0.5 分"
    found = line(rule, happened(次=["1", "1"], 起=["1"]))
    assert (found.points, found.lost) == (Decimal("0.1"), Decimal("0.4"))
    assert found.formula == (
        "次 2 个 × 0.1 = 0.2 分（次1号、次2号）；起 1 个 × 0.2 = 0.2 分（起1号）；0.5 − 0.4 = 0.1 分"
    )
    assert line(rule, happened(次=["1"] * 9)).formula.endswith("扣分超过满分 0.5 分，计 0 分")


@pytest.mark.parametrize(("late", "points"), [(0, "0"), (1, "-1"), (12, "-12"), (13, "-12")])
def test_late_reports_take_one_each_at_most_twelve(late: int, points: str) -> None:
    found = one(scheme(LATE, "12", kind="deduction"), happened(份=["1"] * late))
    assert found.points_of("item") == Decimal(points)
    assert found.total == 10 + Decimal(points)
    assert found.lost == -Decimal(points)


# ---- 6: what is added -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extra", "visits", "sizes", "points"),
    [
        (1, 0, [], "2"),
        (3, 0, [], "6"),
        (4, 0, [], "6"),
        (-2, 0, [], "0"),
        (0, 5, [], "2.5"),
        (0, 8, [], "3"),
        (0, 0, ["9.9"], "0"),
        (0, 0, ["10", "50", "49.9"], "16"),
        (4, 8, ["10"], "13"),
    ],
)
def test_bonus_with_caps(extra: int, visits: int, sizes: list[str], points: str) -> None:
    row = happened(次=["1"] * visits, 起=sizes)
    given = unit(甲=10 + extra, 计划=10)
    both = Assessed("东镇", "towns", given.figures, row.events)
    assert line(scheme(BONUS, None, kind="bonus"), both).points == Decimal(points)


def test_one_project_is_counted_once_where_it_gives_most() -> None:
    twice = [Event("P1", Decimal(12)), Event("P1", Decimal(55)), Event("P2", Decimal(10))]
    row = Assessed("东镇", "towns", {}, {"起": twice})
    found = line(scheme(BONUS, None, kind="bonus"), row)
    assert found.points == 12
    assert found.formula == "P1 55 个得 8 分、P2 10 个得 4 分，共 12 分"


def test_a_project_counts_under_one_award_only() -> None:
    both = {
        "kind": "awards",
        "awards": [
            {"figure": "次", "steps": [{"bound": "1", "points": "3"}]},
            {"figure": "起", "steps": [{"bound": "1", "points": "5"}]},
        ],
    }
    same = Event("P1", Decimal(1))
    row = Assessed("东镇", "towns", {}, {"次": [same], "起": [same]})
    assert line(scheme(both, None, kind="bonus"), row).points == 5


def test_the_bonus_as_a_whole_has_a_cap() -> None:
    rule = scheme(BONUS, "5", kind="bonus")
    found = line(
        rule,
        Assessed(
            "东镇", "towns", {}, {"次": [Event(str(i)) for i in range(9)], "起": [Event("P", Decimal(50))]}
        ),
    )
    assert found.points == 5
    assert found.formula.endswith("最多得 5 分")


# ---- 7: ratings -----------------------------------------------------------------------------------


def test_leaders_and_peers_are_weighted_70_to_30() -> None:
    found = line(
        scheme(PEERS), rated({"甲书记": "95", "乙主任": "91"}, {"西镇": "85", "南镇": "90", "北镇": "95"})
    )
    assert found.points == Decimal("9.21")
    assert found.formula == (
        "领导评分 2 票平均 93 × 70% + 单位互评 3 票平均 90 × 30% = 92.1，92.1 ÷ 100 × 10 = 9.21 分"
    )


def test_the_highest_and_the_lowest_mark_may_be_left_out() -> None:
    peers = {"西镇": "0", "南镇": "80", "北镇": "90", "中镇": "100"}
    assert line(scheme({**PEERS, "trim": 1}), rated({"书记": "100"}, peers)).points == Decimal("9.55")


@pytest.mark.parametrize(
    ("leaders", "peers", "error", "words"),
    [
        ({"书记": "101"}, {}, refusals.MarkOutOfScale, "书记给 东镇 打了 101 分，应在 0 至 100 之间"),
        ({"书记": "-1"}, {}, refusals.MarkOutOfScale, "应在 0 至 100 之间"),
        ({}, {"东镇": "100"}, refusals.RatesItself, "单位 东镇 给自己打了分"),
    ],
)
def test_marks_that_may_not_be_are_refused(
    leaders: dict[str, str], peers: dict[str, str], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        line(scheme(PEERS), rated(leaders, peers))


def test_a_rater_has_one_vote() -> None:
    twice = [Rating("西镇", Decimal(90)), Rating("西镇", Decimal(80))]
    with pytest.raises(refusals.RatedTwice, match="西镇给 东镇 打了两次分"):
        line(scheme(PEERS), Assessed("东镇", "towns", ratings={"peers": twice}))


def test_ratings_that_are_missing_count_nothing_and_are_named() -> None:
    found = line(scheme(PEERS), rated({"书记": "90"}, {}))
    assert (found.points, found.known) == (Decimal("6.3"), False)
    assert "缺少单位互评 × 30%" in found.formula


# ---- 8: size, type, progress, criticism -----------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "points"),
    [("10", 20), ("99", 20), ("9.99", 10), ("5", 10), ("4.99", 6), ("1", 6), ("0.99", 3)],
)
def test_size_classes(plan: str, points: int) -> None:
    assert line(scheme(SIZES, "20"), unit(甲=plan)).points == points


@pytest.mark.parametrize(("word", "points"), [("产业项目", 15), ("基础设施", 8), ("民生项目", 6)])
def test_types(word: str, points: int) -> None:
    found = line(scheme(TYPES, "15"), Assessed("东镇", "towns", words={"type": word}))
    assert (found.points, found.formula) == (points, f"项目类型为{word}，得 {points} 分")


def test_a_type_that_the_scheme_does_not_know_is_refused() -> None:
    with pytest.raises(
        refusals.UnknownType, match="东镇 的项目类型为 房地产，不在办法之内，请从 产业项目、基础"
    ):
        line(scheme(TYPES, "15"), Assessed("东镇", "towns", words={"type": "房地产"}))


def test_progress_counts_sixty() -> None:
    assert line(scheme(ratio(of_target()), "60"), unit(甲="7.5", 计划="10")).points == 45


def test_criticism_takes_by_its_level() -> None:
    levels = {
        "kind": "faults",
        "faults": [
            {"figure": "次", "each": "5"},
            {"figure": "起", "each": "3"},
            {"figure": "份", "each": "1", "most": "2"},
        ],
    }
    found = one(scheme(levels, None, kind="deduction"), happened(次=["1"], 份=["1", "1", "1"]))
    assert found.points_of("item") == -7
    assert "最多扣 2 分" in line(scheme(levels, None, kind="deduction"), happened(份=["1"] * 3)).formula


# ---- 9: rank to points ----------------------------------------------------------------------------


def test_rank_to_points() -> None:
    rows = [unit(f"镇{i}", 甲=100 - i) for i in range(7)]
    found = {each.unit: each.points_of("item") for each in score(scheme(PLACES, "60"), rows)}
    assert [found[f"镇{i}"] for i in range(7)] == [60, 57, 54, 51, 48, 45, 45]


def test_the_equal_share_a_rank_and_the_next_is_left_out() -> None:
    rows = [unit("镇1", 甲=9), unit("镇2", 甲=9), unit("镇3", 甲=8)]
    found = {each.unit: each.points_of("item") for each in score(scheme(PLACES, "60"), rows)}
    assert found == {"镇1": 60, "镇2": 60, "镇3": 54}


def test_ranks_are_within_the_group_and_of_the_lowest_where_less_is_better() -> None:
    rule = scheme({**PLACES, "better": "low"}, "60")
    rows = [unit("镇1", 甲=9), unit("镇2", 甲=3), unit("局1", "offices", 甲=1)]
    found = {each.unit: each.points_of("item") for each in score(rule, rows)}
    assert found == {"镇1": 57, "镇2": 60, "局1": 60}


@pytest.mark.parametrize(
    ("better", "values", "points"),
    [
        ("high", ["80", "100", "40"], ["48", "60", "24"]),
        ("low", ["80", "100", "40"], ["30", "24", "60"]),
        ("high", ["0", "0", "-3"], ["60", "60", "0"]),
        ("low", ["0", "5", "0"], ["60", "0", "60"]),
    ],
)
def test_the_first_gets_all_points_and_the_others_their_ratio(
    better: str, values: list[str], points: list[str]
) -> None:
    rule = scheme({"kind": "best", "figure": "甲", "better": better}, "60")
    found = {
        each.unit: each.points_of("item")
        for each in score(rule, [unit(f"镇{i}", 甲=v) for i, v in enumerate(values)])
    }
    assert [found[f"镇{i}"] for i in range(3)] == [Decimal(each) for each in points]


# ---- 11: veto, totals, ranks ----------------------------------------------------------------------

VETO = [{"code": "safety", "title": "安全事故", "figure": "起", "consequence": "取消评优资格"}]


def test_a_veto_leaves_no_rank_and_does_not_push_others_down() -> None:
    rule = scheme(ratio(of_target()), vetoes=VETO)
    blamed = Assessed("东镇", "towns", unit(甲="10", 计划="10").figures, {"起": [Event("A")]})
    found = score(rule, [blamed, unit("西镇", 甲="8", 计划="10"), unit("南镇", 甲="7", 计划="10")])
    assert [(each.unit, each.rank, each.total) for each in found] == [
        ("西镇", 1, 8),
        ("南镇", 2, 7),
        ("东镇", None, 10),
    ]
    assert found[2].reason == "部分 10 = 10 分；安全事故：起 1 个，取消评优资格；一票否决，本年不排名"


def test_equal_totals_are_decided_by_the_ties_and_else_shared() -> None:
    two = [
        {
            "code": "first",
            "title": "甲项",
            "points": "5",
            "formula": ratio({"actual": "甲", "constant": "5"}),
        },
        {
            "code": "second",
            "title": "乙项",
            "points": "5",
            "formula": ratio({"actual": "乙", "constant": "5"}),
        },
    ]
    dimensions = [{"code": "all", "title": "实绩", "items": two}]
    rows = [
        unit("东镇", 甲=4, 乙=2),
        unit("西镇", 甲=2, 乙=4),
        unit("南镇", 甲=2, 乙=4),
        unit("北镇", 甲=0, 乙=0),
    ]
    plain = score(scheme(ratio(of_target()), dimensions=dimensions), rows)
    assert [(each.unit, each.rank) for each in plain] == [("东镇", 1), ("南镇", 1), ("西镇", 1), ("北镇", 4)]
    decided = score(scheme(ratio(of_target()), dimensions=dimensions, ties=["second"]), rows)
    assert [(each.unit, each.rank, each.tied) for each in decided] == [
        ("南镇", 1, ("西镇",)),
        ("西镇", 1, ("南镇",)),
        ("东镇", 3, ()),
        ("北镇", 4, ()),
    ]
    assert decided[0].reason == "实绩 6 = 6 分，在镇街组 4 个中排第 1 名，与西镇并列"


def test_dimensions_count_with_their_weights() -> None:
    def dimension(code: str, figure: str, weight: str) -> dict[str, object]:
        item = {
            "code": f"{code}-item",
            "title": "得分",
            "points": "100",
            "formula": ratio({"actual": figure, "constant": "100"}),
        }
        return {"code": code, "title": code, "weight": weight, "items": [item]}

    parts = [dimension("发展", "甲", "60"), dimension("党建", "乙", "25"), dimension("评价", "丙", "15")]
    rule = scheme(ratio(of_target()), "100", dimensions=parts)
    found = one(rule, unit(甲="90.5", 乙="88", 丙="93"))
    assert found.total == Decimal("54.3") + Decimal(22) + Decimal("13.95")
    assert found.dimensions[0].formula == "90.5，90.5 × 60% = 54.3 分"
    assert found.reason.startswith("发展 54.3 + 党建 22 + 评价 13.95 = 90.25 分")


def test_a_dimension_has_a_cap_of_its_own() -> None:
    rule = scheme(LATE, None, kind="deduction")
    capped = scheme(
        LATE, None, kind="deduction", dimensions=[*_data(rule)[:1], {**_data(rule)[1], "cap": "4"}]
    )
    assert one(capped, happened(份=["1"] * 6)).total == 6


def _data(rule: object) -> list[dict[str, object]]:
    found = rule.to_data()["dimensions"]  # type: ignore[attr-defined]
    assert isinstance(found, list)
    return found


# ---- what is not known, what may not be -----------------------------------------------------------


def test_a_figure_that_is_missing_gives_nothing_and_is_named() -> None:
    found = line(scheme(ratio(of_target())), unit(计划="10"))
    assert (found.points, found.known, found.formula) == (0, False, "缺少甲，计 0 分")
    assert line(scheme(ratio(of_target())), unit(甲="10")).formula == "缺少计划，计 0 分"
    assert line(scheme(PLACES, "60"), unit(), unit("西镇", 甲=1)).formula == "缺少甲，计 0 分"


def test_units_twice_and_groups_that_are_not_are_refused() -> None:
    rule = scheme(ratio(of_target()))
    with pytest.raises(refusals.AssessedTwice, match="单位 东镇 在考核数据中出现了两次"):
        score(rule, [unit(), unit()])
    with pytest.raises(refusals.UnknownGroup, match="组别 villages 不在办法之内，请从 towns、offices"):
        score(rule, [unit(group="villages")])


def test_a_count_below_nought_is_refused() -> None:
    with pytest.raises(refusals.BelowNought, match="东镇 的次为 -1"):
        line(scheme(TWO_FAULTS), unit(次=-1))
