"""Industry chains: what is missing, weak or leads nowhere, from both sides of each bound."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.chains import ChainLink, ChainRule, Gap, gaps, strength

RULE = defaults.CHAIN_RULE
LINK = ChainLink("C1", "电芯", wanted=5)


def changed(**changes: object) -> ChainRule:
    return ChainRule.from_data({**RULE.to_data(), **changes})


def only(**changes: object) -> Gap:
    (found,) = gaps(RULE, [replace(LINK, **changes)])  # type: ignore[arg-type]
    return found


def test_works() -> None:
    links = [
        ChainLink("C1", "正极材料", wanted=2, enterprises=1, prospects=3),
        ChainLink("C2", "电芯", wanted=2, enterprises=2, following=("C3", "C4")),
        ChainLink("C3", "储能系统集成", wanted=1, projects=1),
        ChainLink("C4", "回收利用", wanted=1),
    ]
    assert gaps(RULE, links) == [
        Gap(
            "C1",
            "weak",
            "强链",
            "正极材料现有企业 1 家、在建项目 0 个、签约 0 个，折算为目标布局 2 家的 50.0%，应强链，已梳理目标企业 3 家",
        ),
        Gap(
            "C2",
            "strong",
            "延链",
            "电芯现有企业 2 家、在建项目 0 个、签约 0 个，达到目标布局 2 家，下游回收利用缺失，应延链",
        ),
        Gap("C3", "strong", "", "储能系统集成现有企业 0 家、在建项目 1 个、签约 0 个，达到目标布局 1 家"),
        Gap(
            "C4",
            "gap",
            "补链",
            "回收利用现有企业 0 家、在建项目 0 个、签约 0 个，目标布局 1 家，属于缺失环节，应补链，尚未梳理目标企业",
        ),
    ]


@pytest.mark.parametrize(
    ("change", "call"),
    [
        ({}, "补链"),
        ({"prospects": 9}, "补链"),
        ({"signings": 1}, "强链"),
        ({"enterprises": 3, "signings": 1}, "强链"),
        ({"enterprises": 3, "signings": 2}, ""),
        ({"projects": 4}, ""),
        ({"enterprises": 4}, ""),
        ({"wanted": 0}, ""),
        ({"wanted": 0, "enterprises": 1}, ""),
    ],
)
def test_what_a_link_asks_for(change: dict[str, object], call: str) -> None:
    assert only(**change).call == call


def test_a_link_that_nobody_wants_is_not_missed() -> None:
    assert only(wanted=0).reason == "电芯没有布局目标，暂不招引"
    unwanted = [replace(LINK, enterprises=5, following=("C2",)), ChainLink("C2", "回收", wanted=0)]
    assert [gap.call for gap in gaps(RULE, unwanted)] == ["", ""]


def test_a_weak_link_is_strengthened_before_it_is_extended() -> None:
    links = [replace(LINK, enterprises=1, following=("C2",)), ChainLink("C2", "回收", wanted=1)]
    assert [gap.call for gap in gaps(RULE, links)] == ["强链", "补链"]


def test_what_does_not_count_fills_nothing() -> None:
    assert strength(changed(signing="0"), replace(LINK, signings=99)) == "gap"
    assert strength(changed(strong_share="100"), replace(LINK, enterprises=4)) == "weak"


@pytest.mark.parametrize(
    ("links", "error", "words"),
    [
        ([LINK, LINK], refusals.LinkTwice, "产业链环节 C1 出现了两次"),
        ([replace(LINK, following=("C9",))], refusals.UnknownNext, "产业链环节 C1 的下游环节 C9 不存在"),
    ],
)
def test_bad_links_are_refused(links: list[ChainLink], error: type[errors.RulesError], words: str) -> None:
    with pytest.raises(error, match=words):
        gaps(RULE, links)


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"signing": "1.5"}, errors.OutOfRange, "产业链规则 chain 的 signing 应不小于 0 且不大于 1"),
        ({"strong_share": "0"}, errors.OutOfRange, "strong_share"),
        ({"project": None}, errors.MissingField, "缺少 project"),
        ({"name": " "}, errors.BadText, "name"),
    ],
)
def test_bad_rules_are_refused(
    changes: dict[str, object], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(**changes)


def test_the_default_is_data() -> None:
    assert ChainRule.from_data(RULE.to_data()) == RULE


COUNTS = st.integers(0, 9)
LINKS = st.builds(
    ChainLink,
    code=st.just("C1"),
    name=st.just("电芯"),
    wanted=COUNTS,
    enterprises=COUNTS,
    projects=COUNTS,
    signings=COUNTS,
    prospects=COUNTS,
)
ORDER = ("gap", "weak", "strong")


@given(LINKS, st.sampled_from(["enterprises", "projects", "signings"]))
def test_one_more_never_weakens_a_link(link: ChainLink, name: str) -> None:
    more = replace(link, **{name: getattr(link, name) + 1})
    assert ORDER.index(strength(RULE, more)) >= ORDER.index(strength(RULE, link))


@given(LINKS, COUNTS)
def test_prospects_change_only_the_words(link: ChainLink, prospects: int) -> None:
    (before,), (after,) = gaps(RULE, [link]), gaps(RULE, [replace(link, prospects=prospects)])
    assert (before.strength, before.call) == (after.strength, after.call)
