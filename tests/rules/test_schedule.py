"""Backward scheduling: a plan worked out by hand over 春节, what is done and begun, and what cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import errors, precedence, refusals
from luoshi.rules.schedule import Node, Plan, backward
from luoshi.rules.workdays import AssumedCalendar, working_days_between
from tests.rules.calendars import PLAIN, YEAR_2026

MONDAY = date(2026, 2, 9)
BRANCHES = [
    Node("A", 2),
    Node("B", 5, ("A",)),
    Node("C", 2, ("A",)),
    Node("D", 1, ("B", "C")),
]
"""A before B and C at the same time, D behind both. The working days from 9 February 2026: 9 10 11 12 13 14
(Saturday, exchanged), the feast to the 23rd, 24 25 26 27 28 (Saturday, exchanged), 2 March."""


def day(number: int, month: int = 2) -> date:
    return date(2026, month, number)


def test_works_by_hand_over_the_feast() -> None:
    plan = backward(BRANCHES, day(26), YEAR_2026, start=MONDAY)
    spans = {
        code: (n.earliest_start, n.earliest_end, n.latest_start, n.latest_end, n.slack, n.critical)
        for code, n in plan.nodes.items()
    }
    assert spans == {
        "A": (day(9), day(10), day(10), day(11), 1, True),
        "B": (day(11), day(24), day(12), day(25), 1, True),
        "C": (day(11), day(12), day(24), day(25), 4, False),
        "D": (day(25), day(25), day(26), day(26), 1, True),
    }
    assert (plan.possible, plan.short_by, plan.finish, plan.path) == (True, 0, day(25), ("A", "B", "D"))
    assert plan.reason == (
        "按约定 2026-02-26 倒排可行：最早 2026-02-25 完成，富余 1 个工作日；关键线路 A → B → D"
    )


def test_an_impossible_plan_says_by_how_many_days() -> None:
    plan = backward(BRANCHES, day(14), YEAR_2026, start=MONDAY)
    assert (plan.possible, plan.short_by) == (False, 2)
    assert plan.nodes["A"].latest_start == day(5)
    assert plan.nodes["C"].slack == 1 and not plan.nodes["C"].critical
    assert "倒排不可行：最早 2026-02-25 完成，短 2 个工作日" in plan.reason
    just = backward(BRANCHES, day(25), YEAR_2026, start=MONDAY)
    assert just.possible and {n.slack for n in just.nodes.values() if n.critical} == {0}


def test_finishing_early_moves_the_slack_but_not_the_promise() -> None:
    done = [Node("A", 2, (), day(9), day(9)), *BRANCHES[1:]]
    plan = backward(done, day(26), YEAR_2026, start=day(10))
    assert plan.nodes["D"].latest_end == day(26)
    assert plan.nodes["B"].slack == 2 and plan.nodes["B"].earliest_start == day(10)
    assert plan.nodes["A"].done and not plan.nodes["A"].critical
    assert (plan.nodes["A"].earliest_start, plan.nodes["A"].earliest_end) == (day(9), day(9))
    assert plan.path == ("B", "D")


def test_what_was_begun_ends_no_earlier_than_today() -> None:
    begun = [Node("A", 2, (), day(2), day(4)), Node("B", 5, ("A",), day(5)), *BRANCHES[2:]]
    assert backward(begun, day(26), YEAR_2026, start=MONDAY).nodes["B"].earliest_end == day(11)
    late = backward(begun, day(26), YEAR_2026, start=day(24)).nodes["B"]
    assert (late.earliest_end, late.slack) == (day(24), 1)


def test_what_was_begun_out_of_turn_waits_for_what_it_follows() -> None:
    early = [Node("A", 5), Node("B", 1, ("A",), day(6))]
    plan = backward(early, day(13), YEAR_2026, start=MONDAY)
    assert plan.nodes["B"].earliest_end == day(13) == plan.nodes["A"].latest_end
    assert plan.path == ("A", "B") and plan.short_by == 0
    skipped = [Node("A", 5), Node("B", 1, ("A",), day(6), day(6))]
    assert backward(skipped, day(13), YEAR_2026, start=MONDAY).nodes["A"].latest_end == day(13)


def test_when_all_is_done_the_promise_is_compared_with_the_last_day() -> None:
    done = [Node("A", 2, (), day(2), day(3)), Node("B", 1, ("A",), None, day(6))]
    plan = backward(done, day(5), YEAR_2026, start=day(25))
    assert (plan.possible, plan.short_by, plan.finish, plan.path) == (False, 1, day(6), ())
    assert plan.reason == "全部节点已完成，最后一个完成于 2026-02-06，约定 2026-02-05，晚于约定 1 个工作日"
    in_time = backward(done, day(6), YEAR_2026, start=day(25))
    assert in_time.possible and in_time.reason.endswith("约定 2026-02-06")


def test_a_day_off_in_the_file_counts_as_the_working_day_before_or_after() -> None:
    done = [Node("A", 2, (), day(7), day(8)), Node("B", 1, ("A",))]
    plan = backward(done, day(13), YEAR_2026, start=MONDAY)
    assert plan.nodes["B"].earliest_start == MONDAY
    assert plan.nodes["A"].earliest_end == day(8)
    resting = backward([Node("A", 1)], day(20), YEAR_2026, start=day(15))
    assert (resting.nodes["A"].earliest_start, resting.nodes["A"].latest_end) == (day(24), day(14))
    assert resting.short_by == 1


def test_this_week_names_what_must_be_at_work_by_sunday() -> None:
    plan = backward(BRANCHES, day(26), YEAR_2026, start=MONDAY)
    assert plan.this_week(day(9)) == ("A", "B")
    assert plan.this_week(day(15)) == ("A", "B")
    assert plan.this_week(day(16)) == ("A", "B")
    assert plan.this_week(day(24)) == ("A", "B", "C", "D")
    assert plan.this_week(day(2)) == ()
    done = [Node("A", 2, (), day(9), day(9)), *BRANCHES[1:]]
    assert backward(done, day(26), YEAR_2026, start=day(10)).this_week(day(10)) == ("B",)


@pytest.mark.parametrize(
    ("nodes", "error", "words"),
    [
        ([], refusals.NoNodes, "没有任何节点"),
        ([Node("A", 1), Node("A", 1)], refusals.NodeTwice, "节点 A 出现了两次"),
        ([Node("A", 1, ("X",))], refusals.UnknownPredecessor, "节点 A 的前置节点 X 不存在"),
        ([Node("A", 1, ("B",)), Node("B", 1, ("A",))], refusals.Circle, "A → B → A|B → A → B"),
        ([Node("A", 1, ("A",))], refusals.Circle, "A → A"),
    ],
)
def test_bad_nodes_are_refused(nodes: list[Node], error: type[refusals.BadTemplate], words: str) -> None:
    with pytest.raises(error, match=words):
        backward(nodes, day(26), YEAR_2026, start=MONDAY)


def test_a_node_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(refusals.NodeNeedsDays, match="节点 A 的工作日数应不小于 1，现为 0"):
        Node("A", 0)
    with pytest.raises(errors.EndBeforeStart):
        Node("A", 1, (), day(9), day(8))
    assert Node("A", 1, (), day(9), day(9)).done_on == day(9)


def test_a_year_that_is_not_published_is_named_or_assumed() -> None:
    far = date(2027, 3, 1)
    with pytest.raises(errors.UnknownYear, match="没有 2027 年"):
        backward(BRANCHES, far, YEAR_2026, start=MONDAY)
    assumed = AssumedCalendar(YEAR_2026)
    assert backward(BRANCHES, far, assumed, start=MONDAY).nodes["D"].latest_end == far
    assert assumed.assumes(far) and not assumed.assumes(MONDAY)
    assert len(assumed) == 365 and set(assumed) == set(YEAR_2026)
    holed = AssumedCalendar({day: worked for day, worked in YEAR_2026.items() if day != date(2026, 2, 11)})
    with pytest.raises(errors.UnknownDay, match="缺少 2026-02-11"):
        backward(BRANCHES, day(26), holed, start=MONDAY)


# ---- properties -----------------------------------------------------------------------------------


@st.composite
def graphs(draw: st.DrawFn) -> list[Node]:
    """Nodes in a mixed order, each behind some of those named before it."""
    count = draw(st.integers(1, 9))
    nodes = []
    for i in range(count):
        before = draw(st.sets(st.integers(0, i - 1), max_size=3)) if i else set()
        nodes.append(Node(f"N{i}", draw(st.integers(1, 12)), tuple(f"N{j}" for j in sorted(before))))
    return draw(st.permutations(nodes))


@st.composite
def underway(draw: st.DrawFn) -> list[Node]:
    """The same, some begun or done before the day of planning, in whatever order."""
    found = []
    for node in draw(graphs()):
        begun = draw(st.none() | st.dates(date(2025, 12, 1), date(2026, 5, 29)))
        done = begun + timedelta(days=draw(st.integers(0, 20))) if begun and draw(st.booleans()) else None
        found.append(Node(node.code, node.days, node.after, begun, done))
    return found


STARTS = st.dates(date(2026, 6, 18), date(2026, 7, 31))
PROMISES = st.dates(date(2026, 6, 1), date(2026, 12, 31))


def chain(nodes: Sequence[Node], code: str) -> int:
    """The oracle: the longest path that ends in a node, by trying every predecessor."""
    node = next(each for each in nodes if each.code == code)
    return node.days + max((chain(nodes, each) for each in node.after), default=0)


@given(graphs(), PROMISES, STARTS)
def test_the_short_days_are_those_of_the_longest_path(nodes: list[Node], promised: date, start: date) -> None:
    plan = backward(nodes, promised, PLAIN, start=start)
    needed = max(chain(nodes, node.code) for node in nodes)
    before = start - timedelta(days=1)
    left = working_days_between(before, promised, PLAIN) if promised >= before else None
    if left is not None:
        assert plan.short_by == max(0, needed - left)
    assert plan.possible == (plan.short_by == 0)
    assert sum(n.days for n in nodes if n.code in plan.path) == needed
    assert precedence.longest({n.code: n.days for n in nodes}, {n.code: n.after for n in nodes})[0] == needed


@given(underway(), PROMISES, STARTS)
def test_no_node_ends_after_the_promise_and_none_overtakes(
    nodes: list[Node], promised: date, start: date
) -> None:
    plan = backward(nodes, promised, PLAIN, start=start)
    held = {node.code: node for node in nodes}
    for code, planned in plan.nodes.items():
        assert planned.latest_start <= planned.latest_end <= promised
        assert planned.earliest_start <= planned.earliest_end
        if held[code].done_on is None and held[code].started_on is None:
            assert planned.earliest_start >= start
            for before in held[code].after:
                assert plan.nodes[before].earliest_end < planned.earliest_start
                assert plan.nodes[before].latest_end < planned.latest_start
    assert_margin(plan)


def assert_margin(plan: Plan) -> None:
    left = [node for node in plan.nodes.values() if not node.done]
    if left:
        worst = min(node.slack for node in left)
        assert plan.short_by == max(0, -worst)
        assert plan.finish == max(node.earliest_end for node in left)
        assert all(plan.nodes[code].critical for code in plan.path) and plan.path


@given(graphs(), PROMISES, STARTS, st.data())
def test_a_node_done_in_time_never_makes_the_plan_worse(
    nodes: list[Node], promised: date, start: date, data: st.DataObject
) -> None:
    first = data.draw(st.sampled_from([node for node in nodes if not node.after]))
    done = [Node(n.code, n.days, n.after, None, start) if n == first else n for n in nodes]
    assert (
        backward(done, promised, PLAIN, start=start).short_by
        <= backward(nodes, promised, PLAIN, start=start).short_by
    )
