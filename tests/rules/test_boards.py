"""Red and black lists: conditions, ranking, ties, and that nobody is on both."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors
from luoshi.rules.boards import Board, BoardRule, UnitStanding, board, ranking
from luoshi.rules.lights import Light, light
from tests.rules.months_of import following, seen

ACTUALS = {"g": "60", "y": "40", "r": "0", "n": None}


def shining(months: str) -> Light:
    """The light of a target whose months were green, yellow, red or not known: "gyyrn"."""
    return light(defaults.LIGHT_RULE, following(*(seen(ACTUALS[month], "60") for month in months)))


def standing(unit: str, lights: str, completions: str = "") -> UnitStanding:
    """A unit as its targets' months and completions are written: standing("招商局", "gg yy", "90 80")."""
    return UnitStanding(
        unit, [shining(months) for months in lights.split()], [Decimal(each) for each in completions.split()]
    )


def default(*standings: UnitStanding) -> Board:
    return board(defaults.BOARD_RULE, standings)


def changed(**changes: object) -> BoardRule:
    data = defaults.BOARD_RULE.to_data()
    return BoardRule.from_data({**data, **changes})


def parts(**changes: dict[str, object]) -> BoardRule:
    """The default rule with parts of its red or black list changed; None takes a part out."""
    data = defaults.BOARD_RULE.to_data()
    return changed(**{name: {**data[name], **change} for name, change in changes.items()})  # type: ignore[dict-item]


def test_works() -> None:
    found = default(
        standing("招商局", "g g", "98 102"),
        standing("规划建设局", "g r", "90 20"),
        standing("经济发展局", "g y", "90 70"),
        standing("企业服务局", "gyyy g", "70 90"),
        standing("党政办公室", "g", "110"),
    )
    assert [(e.rank, e.unit, e.reason) for e in found.red] == [
        (1, "招商局", "有数据的目标 2 个，无红灯、黄灯，平均完成率 100.0%，列红榜第 1 名"),
    ]
    assert [(e.rank, e.unit, e.reason) for e in found.black] == [
        (1, "规划建设局", "有 1 个红灯，平均完成率 55.0%，列黑榜第 1 名"),
        (2, "企业服务局", "有目标连续 3 个月亮黄灯，平均完成率 80.0%，列黑榜第 2 名"),
    ]
    assert {(e.rank, e.unit, e.reason) for e in found.neither} == {
        (None, "党政办公室", "有数据的目标 1 个，不足 2 个，不符合红榜条件，也未达到黑榜条件"),
        (None, "经济发展局", "有 1 个黄灯，不符合红榜条件，也未达到黑榜条件"),
    }


def test_grey_lights_are_not_measured() -> None:
    found = default(standing("招商局", "g n n", "100"))
    assert found.neither[0].reason.startswith("有数据的目标 1 个，不足 2 个")
    assert default(standing("招商局", "g n g", "100 100")).red[0].unit == "招商局"


def test_lights_of_every_colour_are_measured() -> None:
    rule = parts(red={"without": ["green"], "at_least": 2}, black={"red_lights": 3})
    assert board(rule, [standing("甲", "y r")]).red[0].reason.startswith("有数据的目标 2 个，无绿灯，")
    assert "有 1 个绿灯" in board(rule, [standing("甲", "y g")]).neither[0].reason


@pytest.mark.parametrize(
    ("months", "black"), [("yy", 0), ("yyy", 1), ("gyyy", 1), ("yyyg", 0), ("yynyy", 0), ("yyry", 0)]
)
def test_yellow_must_last_to_this_month(months: str, black: int) -> None:
    assert len(default(standing("招商局", f"{months} g", "50")).black) == black


def test_yellow_in_a_row_means_months_in_a_row() -> None:
    months = [*following(seen("40", "60"), seen("40", "60")), *following(seen("40", "60"), start=202604)]
    unit = UnitStanding("招商局", [light(defaults.LIGHT_RULE, months)], [])
    assert board(defaults.BOARD_RULE, [unit]).black == ()


def test_only_the_first_are_listed_and_the_next_is_told_its_place() -> None:
    found = default(*(standing(name, "g g", str(100 - i)) for i, name in enumerate("甲乙丙丁")))
    assert [(e.rank, e.unit) for e in found.red] == [(1, "甲"), (2, "乙"), (3, "丙")]
    assert found.neither[0].reason == "符合红榜条件，排第 4 名，未进入前 3 名"


def test_the_black_list_may_be_cut_too_and_what_is_cut_is_not_red() -> None:
    rule = parts(black={"top": 1}, red={"without": ["yellow"], "at_least": 1})
    found = board(rule, [standing("甲", "r r", "5"), standing("乙", "r", "5"), standing("丙", "g", "90")])
    assert [e.unit for e in found.black] == ["甲"]
    assert [e.unit for e in found.red] == ["丙"]
    assert found.neither[0].reason == "符合黑榜条件，排第 2 名，未进入前 1 名"


def test_ties_are_broken_by_the_declared_keys() -> None:
    found = default(
        standing("甲", "g g", "100 100"), standing("乙", "g g g", "100 100"), standing("丙", "g g g", "100")
    )
    assert [(e.rank, e.unit) for e in found.red] == [(1, "丙"), (2, "乙"), (3, "甲")]


def test_where_every_declared_key_is_equal_the_rank_is_shared_and_nobody_is_cut_by_chance() -> None:
    rule = parts(red={"order": [{"by": "completion", "first": "high"}], "top": 2})
    units = [
        standing("甲", "g g", "90"),
        standing("丙", "g g", "95"),
        standing("乙", "g g", "90"),
        standing("丁", "g g", "80"),
    ]
    found = board(rule, units)
    assert [(e.rank, e.unit) for e in found.red] == [(1, "丙"), (2, "乙"), (2, "甲")]
    assert "排第 4 名" in found.neither[0].reason


def test_either_end_of_a_key_may_come_first_and_unknown_comes_last() -> None:
    units = [standing("甲", "g g", "80"), standing("乙", "g g", "90"), standing("丙", "g g")]
    for first, expected in (("high", "乙甲丙"), ("low", "甲乙丙")):
        rule = parts(red={"order": [{"by": "completion", "first": first}]})
        assert "".join(e.unit for e in board(rule, units).red) == expected
    by_name = parts(red={"order": [{"by": "unit", "first": "high"}]})
    assert [e.unit for e in board(by_name, units).red] == sorted("甲乙丙", reverse=True)
    assert [e.unit for e in board(by_name, units).red if "完成率未知" in e.reason] == ["丙"]


def test_one_outsized_completion_counts_at_most_with_the_cap() -> None:
    assert "平均完成率 85.0%" in default(standing("甲", "g g", "900 50")).red[0].reason
    data = defaults.BOARD_RULE.to_data()
    del data["completion_cap"]
    uncapped = board(BoardRule.from_data(data), [standing("甲", "g g", "900 50")])
    assert "平均完成率 475.0%" in uncapped.red[0].reason


def test_a_unit_given_twice_is_refused() -> None:
    with pytest.raises(errors.UnitTwice, match="单位 甲 在红黑榜的数据中出现了两次"):
        default(standing("甲", "g"), standing("甲", "g"))


@pytest.mark.parametrize(
    ("list_", "change", "error", "words"),
    [
        (
            "black",
            {"red_lights": None, "yellow_run": None},
            errors.BlackListNeedsCondition,
            "red_lights 或 yellow_run",
        ),
        ("black", {"red_lights": 0}, errors.BadInteger, "red_lights"),
        ("red", {"order": [{"by": "luck", "first": "high"}]}, errors.UnknownWord, "order 第 1 项的 by"),
        ("red", {"order": []}, errors.NotAList, "order"),
        ("red", {"top": "3"}, errors.BadInteger, "top"),
        ("red", {"best": 3}, errors.UnknownFields, "best"),
        ("red", {"without": ["grey"]}, errors.UnknownWord, "without"),
    ],
)
def test_bad_rules_are_refused(
    list_: str, change: dict[str, object], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        parts(**{list_: change})


STANDINGS = st.lists(
    st.tuples(
        st.lists(st.text("gyrn", min_size=1, max_size=4), max_size=4).map(" ".join),
        st.lists(st.integers(0, 200).map(str), max_size=3).map(" ".join),
    ),
    max_size=7,
).map(lambda found: [standing(f"单位{i}", *each) for i, each in enumerate(found)])
RULES = st.builds(
    lambda without, at_least, top, run: parts(
        red={"without": without, "at_least": at_least, "top": top},
        black={"red_lights": None, "yellow_run": run},
    ),
    st.sampled_from([["red"], ["yellow"], ["red", "yellow"]]),
    st.integers(1, 3),
    st.none() | st.integers(1, 3),
    st.integers(1, 3),
)


@given(RULES | st.just(defaults.BOARD_RULE), STANDINGS)
def test_every_unit_is_in_exactly_one_place(rule: BoardRule, standings: list[UnitStanding]) -> None:
    found = board(rule, standings)
    placed = [entry.unit for entry in (*found.red, *found.black, *found.neither)]
    assert sorted(placed) == sorted(each.unit for each in standings)


@given(STANDINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(standings: list[UnitStanding], random: object) -> None:
    shuffled = list(standings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert default(*shuffled) == default(*standings)


def test_all_units_are_ranked_by_completion_who_is_equal_shares_a_place() -> None:
    found = ranking(
        defaults.BOARD_RULE,
        [
            standing("乙", "g", "90"),
            standing("甲", "g r", "90"),
            standing("丙", "y", "20 60"),
            standing("丁", "n"),
        ],
    )
    assert [(place.rank, place.unit, place.completion) for place in found] == [
        (1, "乙", 90),
        (1, "甲", 90),
        (3, "丙", 40),
        (None, "丁", None),
    ]
    assert [(place.green, place.yellow, place.red) for place in found] == [
        (1, 0, 0),
        (1, 0, 1),
        (0, 1, 0),
        (0, 0, 0),
    ]
    with pytest.raises(errors.UnitTwice):
        ranking(defaults.BOARD_RULE, [standing("甲", "g"), standing("甲", "g")])
