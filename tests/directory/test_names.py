"""Units by what plans call them."""

from __future__ import annotations

import pytest

from luoshi.directory.units.names import Names, spoken

NAMES = Names(
    [
        ("zone", ("云溪高新区管委会", "云溪高新区")),
        ("office", ("党政办公室（督查室）", "党政办")),
        ("economy", ("经济发展局", "发展局")),
        ("planning", ("规划建设局",)),
        ("investment", ("招商局", "投促局")),
        ("branch", ("长三角招商分局",)),
        ("town", ("云溪镇",)),
        ("safety", ("安全环保局",)),
        ("society", ("社会事业局",)),
        ("security", ("社会保障局",)),
    ],
    prefixes=("云溪高新区管委会", "云溪高新区"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("经济发展局", "economy"),
        ("经发局", "economy"),
        ("区经发局", "economy"),
        ("云溪高新区经济发展局", "economy"),
        ("管委会招商局", "investment"),
        ("投促局", "investment"),
        ("督查室", "office"),
        ("党政办公室(督查室)", "office"),
        ("党政办公室", "office"),
        ("规建局", "planning"),
        ("安环局", "safety"),
        (" 云溪 镇 ", "town"),
        ("云溪高新区", "zone"),
        ("社事局", "society"),
    ],
)
def test_a_unit_is_found(text: str, found: str) -> None:
    assert NAMES.find(text) == found


@pytest.mark.parametrize(
    "text",
    ["", "局", "社局", "社会局", "市经发局", "省发展改革委", "经济发展局长", "教育局", "发局"],
)
def test_what_is_unknown_or_ambiguous_is_not_guessed(text: str) -> None:
    assert NAMES.find(text) is None


def test_a_name_that_two_units_share_is_nobody() -> None:
    assert Names([("a", ("招商局",)), ("b", ("招商局",))]).find("招商局") is None


def test_units_are_named_in_a_sentence_in_their_order() -> None:
    assert NAMES.named_in("由投促局牵头，经济发展局、云溪镇配合") == ("investment", "economy", "town")


def test_the_longest_name_is_taken_and_each_unit_once() -> None:
    assert NAMES.named_in("党政办公室、党政办、督查室") == ("office",)


def test_the_bureau_of_the_city_is_not_ours() -> None:
    assert NAMES.named_in("请市招商局支持，区招商局落实") == ("investment",)
    assert NAMES.named_in("请市招商局支持") == ()


def test_nobody_is_named_where_there_are_no_units() -> None:
    assert Names[str]([]).named_in("招商局") == ()


def test_a_bracket_is_another_name() -> None:
    assert tuple(spoken("党政办公室（督查室）")) == ("党政办公室(督查室)", "党政办公室", "督查室")
    assert tuple(spoken("招商局")) == ("招商局",)
    assert tuple(spoken("")) == ()
