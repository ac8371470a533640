"""What follows a light: the project head, the deputy, the leader; letters and points; and what does not count."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, ladders
from luoshi.rules.fields import Fields
from luoshi.rules.ladders import LEVELS, Level, Raised, Rung
from luoshi.rules.lights import Excuse, LightRule, Observation, light
from tests.rules.months_of import following, seen
from tests.rules.published import A_START, B_UNIT, D_TASK, E_MONTH, rule

LADDER: list[dict[str, Any]] = [
    {"colour": "yellow", "who": "项目负责人"},
    {"colour": "yellow", "months": 2, "who": "分管领导", "letter": "提示函"},
    {"colour": "red", "who": "主要领导", "letter": "督办函", "points": "0.5"},
    {"colour": "red", "months": 2, "who": "党工委会议", "act": "听取汇报", "letter": "督办函", "points": "1"},
]
MET, MISSED = seen("5", "5", value="5"), seen("4.9", "5", value="5")
UNKNOWN, NOT_DUE = seen(None, "5", value="5"), seen("0", None, value="5")


def raised(*months: Observation, of: dict[str, object] = B_UNIT, **changes: object) -> Raised | None:
    return light(rule(of, ladder=LADDER, **changes), following(*months)).raised


def step(*months: Observation, of: dict[str, object] = B_UNIT, **changes: object) -> int:
    found = raised(*months, of=of, **changes)
    return 0 if found is None else found.step


def test_works() -> None:
    found = raised(MET, MISSED)
    assert found is not None
    assert (found.step, found.rung.who, found.rung.letter, found.since) == (1, "项目负责人", "", 202602)
    assert found.reason == "2026年2月亮黄灯，由项目负责人约谈"


def test_yellow_goes_to_the_head_two_to_the_deputy_red_to_the_leader() -> None:
    """Without memory, so that yellow stays yellow."""
    assert [step(*[MISSED] * n, memory=None) for n in range(1, 5)] == [1, 2, 2, 2]
    found = raised(MISSED, MISSED, memory=None)
    assert found is not None
    assert found.reason == "2026年1月至2026年2月连续 2 个月亮黄灯，由分管领导约谈，发提示函"


def test_a_yellow_that_hardened_into_red_goes_to_the_leader_and_then_higher() -> None:
    assert [step(*[MISSED] * n) for n in range(1, 5)] == [1, 3, 4, 4]
    found = raised(MISSED, MISSED, MISSED)
    assert found is not None
    assert found.reason == ("2026年2月至2026年3月连续 2 个月亮红灯，由党工委会议听取汇报，发督办函，扣 1 分")
    assert [step(*[MISSED] * n, of=A_START) for n in range(1, 5)] == [1, 2, 3, 4]


def test_a_red_month_counts_as_a_yellow_one_too() -> None:
    months = [seen("45", "50"), seen("54", "60"), seen("69", "70")]
    yellow = {**D_TASK, "bands": D_TASK["bands"], "made_good_later": False}
    ladder = [LADDER[0], {"colour": "yellow", "months": 3, "who": "分管领导"}]
    found = light(rule(yellow, ladder=ladder), following(*months)).raised
    assert found is not None and found.step == 2
    assert found.reason == "2026年1月至2026年3月连续 3 个月亮红灯，由分管领导约谈"


def test_green_ends_it() -> None:
    assert step(MISSED, MISSED, MET) == 0
    assert step(MISSED, MET, MISSED) == 1


def test_what_was_made_good_has_no_step() -> None:
    assert step(seen("40", "50"), seen("60", "60"), of=D_TASK) == 0


def test_silence_neither_helps_nor_harms() -> None:
    assert step(MISSED, UNKNOWN, memory=None) == 1
    assert step(MISSED, UNKNOWN, MISSED, memory=None) == 2
    assert step(UNKNOWN, memory=None) == 0


def test_a_month_that_is_not_due_or_missing_interrupts() -> None:
    assert step(MISSED, NOT_DUE, MISSED, memory=None) == 1
    first, second = following(MISSED, MISSED)
    later = Observation(202604, second.progress, second.planned, second.actual)
    found = light(rule(B_UNIT, ladder=LADDER, memory=None), [first, later]).raised
    assert found is not None and found.step == 1


def test_an_approved_excuse_lowers_the_step() -> None:
    excused = seen("20", "50", excuse=Excuse("断桥", approved=True))
    assert step(seen("20", "50"), of=D_TASK, excuses={"red": "yellow"}) == 3
    assert step(excused, of=D_TASK, excuses={"red": "yellow"}) == 1


def test_cards_have_steps_by_their_word() -> None:
    cards = [
        {"colour": "yellow", "word": "关注", "who": "督查室", "act": "提醒"},
        {"colour": "yellow", "months": 2, "word": "黄牌", "who": "主要领导", "letter": "督办函"},
    ]
    of = rule(E_MONTH, ladder=cards)
    months = following(seen("70", "100"), seen("50", "100"), seen("55", "100"))
    assert [light(of, months[:n]).raised for n in (2,)] == [None]
    watched, twice = light(of, months[:1]).raised, light(of, months).raised
    assert watched is not None and watched.reason == "2026年1月判为“关注”，由督查室提醒"
    assert twice is not None
    assert twice.reason == "2026年2月至2026年3月连续 2 个月判为“黄牌”，由主要领导约谈，发督办函"


def test_a_ladder_is_data() -> None:
    found = rule(B_UNIT, ladder=LADDER)
    assert found.to_data() == {**B_UNIT, "ladder": LADDER}
    assert LightRule.from_data(found.to_data()) == found


LEVEL = st.sampled_from([*LEVELS])


@given(
    level=LEVEL | st.none(),
    who=st.sampled_from(["专班组长", *LEVELS.values()]),
    days=st.integers(1, 60) | st.none(),
)
def test_a_rung_means_its_level_or_else_what_its_words_say(
    level: Level | None, who: str, days: int | None
) -> None:
    said = next((name for name, word in LEVELS.items() if word == who), None)
    rung = Rung("red", who, level=level, days=days)
    if level and said and level != said:
        with pytest.raises(errors.LevelContradicts):
            ladders.check([rung], "灯规则 ")
        return
    ladders.check([rung], "灯规则 ")
    assert ladders.read(Fields(ladders.write(rung), "灯规则 ")) == rung
    assert rung.meant == (level or said)
    told = ladders.told(rung)
    assert who in told and (f"在 {days} 个工作日内约谈" in told) == (days is not None)
    assert (LEVELS[level] in told) if level else (told.count("（") == 0)


def test_a_level_alone_says_who() -> None:
    rung = ladders.read(Fields({"colour": "red", "level": "head", "days": 3}, "灯规则 "))
    assert ladders.told(rung) == "由责任单位负责人在 3 个工作日内约谈"
    named = ladders.read(Fields({"colour": "red", "who": "专班组长", "level": "deputy"}, "灯规则 "))
    assert ladders.told(named) == "由专班组长（分管领导）约谈"


def test_the_starting_ladder_names_whom_it_means_and_until_when() -> None:
    ladder = defaults.LIGHT_RULE.ladder
    assert [(rung.level, rung.days) for rung in ladder] == [("head", 5), ("deputy", 5), ("principal", 3)]


@pytest.mark.parametrize(
    ("ladder", "error", "words"),
    [
        (LADDER[::-1], errors.LadderNotRising, "“亮红灯”不重于前一步“连续 2 个月亮红灯”"),
        ([LADDER[0], LADDER[0]], errors.LadderNotRising, "应由轻到重"),
        ([{"colour": "green", "who": "某人"}], errors.UnknownWord, "yellow、red"),
        ([{"colour": "red", "who": " "}], errors.BadText, "who"),
        ([{"colour": "red", "who": "某人", "months": 0}], errors.BadInteger, "months"),
        ([{"colour": "red", "who": "某人", "points": "-1"}], errors.OutOfRange, "points"),
        ([{"colour": "red", "who": "某人", "days": 0}], errors.BadInteger, "days"),
        ([{"colour": "red", "who": "某人", "level": "mayor"}], errors.UnknownWord, "principal"),
        ([{"colour": "red"}], errors.MissingField, "who"),
        (
            [{"colour": "red", "who": "分管领导", "level": "principal"}],
            errors.LevelContradicts,
            "写的是“分管领导”，level 指的却是主要领导",
        ),
        ([{"colour": "red", "who": "某人", "letters": "函"}], errors.UnknownFields, "letters"),
    ],
)
def test_a_ladder_that_does_not_rise_or_is_not_whole_is_refused(
    ladder: list[dict[str, Any]], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        rule(B_UNIT, ladder=ladder)
