"""What another rule would have made of the same months, held against the results themselves."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import backtest, defaults
from luoshi.rules.boards import Board, BoardRule, UnitStanding, board, ranking
from luoshi.rules.lights import Light, light
from luoshi.rules.scoring.scores import Assessed, ScoreRule, score
from tests.rules.months_of import following, seen
from tests.rules.published import A_PROGRESS, B_INVESTMENT, D_TASK, rule
from tests.rules.scoring.schemes import of_target, ratio, scheme, unit
from tests.rules.scoring.test_properties import zones

SUBJECTS = {"T1": "50", "T2": "38", "T3": "20", "T4": "10"}


def lit(of: dict[str, Any], **changes: object) -> dict[str, Light]:
    return {name: light(rule(of, **changes), [seen(actual, "50")]) for name, actual in SUBJECTS.items()}


def test_lights_that_would_have_been_others() -> None:
    found = backtest.lights(lit(A_PROGRESS), lit(B_INVESTMENT))
    assert [(each.subject, each.before.colour, each.after.colour, each.turn) for each in found] == [
        ("T3", "yellow", "red", "worse")
    ]
    back = backtest.lights(lit(B_INVESTMENT), lit(A_PROGRESS))
    assert [(each.subject, each.turn) for each in back] == [("T3", "better")]


def test_the_same_rule_changes_nothing() -> None:
    assert backtest.lights(lit(A_PROGRESS), lit(A_PROGRESS, name="改名")) == ()


def test_another_step_of_the_ladder_is_a_change_that_is_neither_worse_nor_better() -> None:
    found = backtest.lights(lit(A_PROGRESS), lit(A_PROGRESS, ladder=[{"colour": "red", "who": "主要领导"}]))
    assert [(each.subject, each.turn) for each in found] == [("T4", "other")]


def test_memory_is_tried_on_the_whole_history() -> None:
    history = following(seen("40", "50"), seen("40", "50"))
    hard = {"months": 2, "counts": ["yellow"], "becomes": "red"}
    before, after = (light(rule(A_PROGRESS, **more), history) for more in ({}, {"memory": hard}))
    (found,) = backtest.lights({"T": before}, {"T": after})
    assert found.turn == "worse" and "连续 2 个月" in found.after.reason


def standing(unit: str, *actuals: str, of: dict[str, Any] = D_TASK) -> UnitStanding:
    lights = [light(rule(of), [seen(actual, "50")]) for actual in actuals]
    return UnitStanding(unit, lights, [Decimal(actual) for actual in actuals])


STANDINGS = [standing("甲局", "60", "55"), standing("乙局", "52", "51"), standing("丙局", "50", "10")]
BOARD = defaults.BOARD_RULE
FIRST_ONLY = BoardRule.from_data({**BOARD.to_data(), "red": {**BOARD.to_data()["red"], "top": 1}})  # type: ignore[dict-item]


def test_units_that_would_have_stood_elsewhere() -> None:
    found = backtest.lists(board(BOARD, STANDINGS), board(FIRST_ONLY, STANDINGS))
    assert [
        (each.unit, each.before.on, each.before.rank, each.after.on, each.after.rank) for each in found
    ] == [("乙局", "red", 2, "neither", None)]
    assert found[0].after.reason == "符合红榜条件，排第 2 名，未进入前 1 名"


def test_places_that_would_have_been_others() -> None:
    capped = BoardRule.from_data({**BOARD.to_data(), "completion_cap": "50"})
    found = backtest.ranks(ranking(BOARD, STANDINGS), ranking(capped, STANDINGS))
    assert [(each.unit, each.before, each.after) for each in found] == [("乙局", 2, 1)]


def test_scores_that_would_have_been_others() -> None:
    rows = [unit("东镇", 甲=12, 计划=10), unit("西镇", 甲=9, 计划=10)]
    plain, capped = (scheme(ratio(of_target(), cap=cap), "10") for cap in ("100", "120"))
    (found,) = backtest.scores(score(plain, rows), score(capped, rows))
    assert (found.unit, found.points) == ("东镇", 2)
    assert found.before is not None and found.after is not None
    assert (found.before.rank, found.after.rank) == (1, 1)


def test_lines_that_bring_other_points_are_named() -> None:
    """12 of 10: 10 points capped at 100 %, 12 at 120 %; a line that only one scheme has is named too."""
    rows = [unit("东镇", 甲=12, 计划=10)]
    plain, capped = (scheme(ratio(of_target(), cap=cap), "10") for cap in ("100", "120"))
    (found,) = backtest.scores(score(plain, rows), score(capped, rows))
    ((title, before, after),) = ((each.title, each.before, each.after) for each in found.lines)
    assert (before, after) == (10, 12) and title
    alone = backtest.ScoreChange("东镇", None, score(plain, rows)[0])
    assert [(each.before, each.after) for each in alone.lines] == [(None, 10)]
    gone = backtest.ScoreChange("东镇", score(plain, rows)[0], None)
    assert [(each.before, each.after) for each in gone.lines] == [(10, None)]
    assert backtest.ScoreChange("东镇", *score(plain, rows), *score(plain, rows)).lines == ()


def test_who_is_scored_by_one_scheme_only_is_named() -> None:
    rule, rows = scheme(ratio(of_target())), [unit("东镇", 甲=5, 计划=10), unit("西镇", 甲=9, 计划=10)]
    found = backtest.scores(score(rule, rows[:1]), score(rule, rows))
    assert [(each.unit, each.before is None, each.points) for each in found] == [
        ("东镇", False, 0),
        ("西镇", True, 9),
    ]


@given(zones(), zones())
def test_what_is_not_named_is_the_same(
    one: tuple[ScoreRule, list[Assessed]], other: tuple[ScoreRule, list[Assessed]]
) -> None:
    before, after = (score(*zone) for zone in (one, other))
    named = {each.unit for each in backtest.scores(before, after)}
    results = (
        {each.unit: (each.total, each.rank, each.vetoes) for each in found} for found in (before, after)
    )
    old, new = results
    assert {name for name in old | new if old.get(name) != new.get(name)} == named


@given(st.permutations(STANDINGS))
def test_the_order_of_units_changes_no_list(standings: list[UnitStanding]) -> None:
    before: Board = board(BOARD, STANDINGS)
    assert backtest.lists(before, board(BOARD, standings)) == ()
