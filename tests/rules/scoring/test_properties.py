"""What holds of every scorebook, whatever the figures are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults
from luoshi.rules.scoring.scores import Assessed, Event, Rating, ScoreRule, UnitScore, score
from tests.rules.scoring.schemes import EVERY_FORMULA

RULES = st.sampled_from(
    [EVERY_FORMULA, defaults.SCORE_RULE, defaults.TEAM_SCORE_RULE, defaults.PERSON_SCORE_RULE]
)
RISING = ("paid_in", "signings", "starts", "investment", "small", "middle", "large", "answered", "tasks_done")
AMOUNTS = st.decimals(-20, 200, places=2)


@st.composite
def assessed(draw: st.DrawFn, rule: ScoreRule, name: str) -> Assessed:
    """A unit with any of its figures known."""
    figures = {f.code: draw(st.none() | AMOUNTS) for f in rule.figures if f.kind == "number"}
    events = {
        f.code: [Event(str(i), draw(AMOUNTS)) for i in range(draw(st.integers(0, 9)))]
        for f in rule.figures
        if f.kind == "events"
    }
    words = {f.code: draw(st.sampled_from(["产业项目", "其他"])) for f in rule.figures if f.kind == "word"}
    marks = st.lists(st.decimals(0, 5, places=1), max_size=6)
    ratings = {
        f.code: [Rating(f"评{i}", mark) for i, mark in enumerate(draw(marks))]
        for f in rule.figures
        if f.kind == "ratings"
    }
    group = draw(st.sampled_from([each.code for each in rule.groups]))
    return Assessed(name, group, figures, events, words, ratings)


@st.composite
def zones(draw: st.DrawFn) -> tuple[ScoreRule, list[Assessed]]:
    rule = draw(RULES)
    return rule, [draw(assessed(rule, f"单位{i}")) for i in range(draw(st.integers(1, 6)))]


@given(zones())
def test_no_item_is_above_its_most_and_no_total_above_full_marks_and_caps(
    zone: tuple[ScoreRule, list[Assessed]],
) -> None:
    rule, rows = zone
    for found in score(rule, rows):
        for dimension, scored in zip(rule.dimensions, found.dimensions, strict=True):
            asked = [item for item in dimension.items if item.is_for(found.group)]
            for item, line in zip(asked, scored.items, strict=True):
                least, most = (-(item.points or 99), 0) if dimension.kind == "deduction" else (0, item.most)
                assert least <= line.points <= (Decimal(99) if most is None else most)
                assert line.lost >= 0 and line.formula
            assert dimension.cap is None or abs(scored.points) <= dimension.cap


@given(zones())
def test_the_scorebook_adds_up(zone: tuple[ScoreRule, list[Assessed]]) -> None:
    rule, rows = zone
    for found in score(rule, rows):
        assert found.total == sum(each.points for each in found.dimensions)
        for dimension, scored in zip(rule.dimensions, found.dimensions, strict=True):
            if dimension.weight == 100 and dimension.cap is None:
                assert scored.points == sum(line.points for line in scored.items)


@given(zones())
def test_ranks_are_places_with_ties(zone: tuple[ScoreRule, list[Assessed]]) -> None:
    rule, rows = zone
    found = score(rule, rows)
    assert sorted(each.unit for each in found) == sorted(row.unit for row in rows)
    for group in rule.groups:
        ranked = [each for each in found if each.group == group.code and each.rank is not None]
        assert [_better(each, ranked) for each in ranked] == [each.rank for each in ranked]
        for before, after in pairwise(ranked):
            assert before.total >= after.total
            assert (before.rank == after.rank) == (after.unit in before.tied)
        assert all(each.vetoes for each in found if each.rank is None)


def _better(one: UnitScore, others: list[UnitScore]) -> int:
    """1 and how many stand before, counted from the ranks themselves."""
    assert one.rank is not None
    return 1 + sum(other.rank is not None and other.rank < one.rank for other in others)


@given(assessed(defaults.SCORE_RULE, "东镇"), st.sampled_from(RISING), st.decimals(0, 50, places=2))
def test_more_done_is_never_worth_less(row: Assessed, code: str, more: Decimal) -> None:
    had = row.figures[code] or Decimal(0)
    before, after = (replace(row, figures={**row.figures, code: value}) for value in (had, had + more))
    rule = defaults.SCORE_RULE
    assert score(rule, [after])[0].total >= score(rule, [before])[0].total


@given(zones())
def test_the_order_in_which_units_are_given_does_not_matter(zone: tuple[ScoreRule, list[Assessed]]) -> None:
    rule, rows = zone
    assert score(rule, rows[::-1]) == score(rule, rows)
