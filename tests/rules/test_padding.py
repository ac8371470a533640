"""Padding: each doubt found, its look-alike not found, the index against every pair, and ten thousand at once."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import dates, defaults, errors, likeness, refusals
from luoshi.rules.padding import Finding, PaddingRule, Signing, findings

RULE = defaults.PADDING_RULE
AS_OF = date(2026, 10, 31)
YI = 100_000_000_00
FIRST = Signing(
    key="QY-001",
    project="高比能储能电池生产线",
    investor="远川储能科技有限公司",
    credit_code="91110108551385082Q",
    signed_on=date(2025, 3, 10),
    amount=10 * YI,
    unit="招商局",
    parcel="DK-07",
    paid_in=YI,
    land=Decimal(200),
)
OTHER = replace(
    FIRST,
    key="QY-002",
    project="车规级功率模块封测基地",
    signed_on=date(2025, 9, 10),
    investor="临岳半导体有限公司",
    credit_code="91330106673959654P",
    parcel="DK-08",
)


def found(*signings: Signing, rule: PaddingRule = RULE) -> list[Finding]:
    return findings(rule, signings, AS_OF)


def kinds(*signings: Signing) -> list[str]:
    return [each.kind for each in found(*signings)]


def changed(**changes: object) -> PaddingRule:
    return PaddingRule.from_data({**RULE.to_data(), **changes})


def again(**changes: object) -> Signing:
    """A second signing that shares nothing with the first but what is changed."""
    return replace(OTHER, **changes)  # type: ignore[arg-type]


def test_two_ordinary_signings_raise_no_doubt() -> None:
    assert found(FIRST, OTHER) == []
    assert found() == []


def test_works() -> None:
    twice = again(credit_code=FIRST.credit_code, amount=9 * YI + YI // 2)
    assert found(twice, FIRST) == [
        Finding(
            "same_investor",
            "QY-001",
            "QY-002",
            "“车规级功率模块封测基地”与“高比能储能电池生产线”投资方相同，签约相隔 6 个月，金额相差 5.0%，请核对是否重复签约",
        )
    ]


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        ({"amount": 11 * YI}, True),
        ({"amount": 11 * YI + 1}, False),
        ({"amount": 9 * YI}, True),
        ({"amount": 9 * YI - 1}, False),
        ({"signed_on": date(2027, 3, 10)}, True),
        ({"signed_on": date(2027, 3, 11)}, False),
        ({"credit_code": "", "investor": "远川储能科技（集团）股份有限公司"}, True),
        ({"credit_code": "", "investor": "远川动力科技有限公司"}, False),
        ({"credit_code": "", "investor": "远川储能科技 股份有限公司"}, True),
        ({"credit_code": OTHER.credit_code, "investor": FIRST.investor}, False),
    ],
)
def test_the_same_investor_and_amount(change: dict[str, object], doubt: bool) -> None:
    second = again(**{"credit_code": FIRST.credit_code, **change})
    assert ("same_investor" in kinds(FIRST, second)) is doubt


def test_an_older_signing_without_code_is_found_by_name() -> None:
    uncoded = replace(FIRST, credit_code="")
    assert kinds(uncoded, again(investor=FIRST.investor)) == ["same_investor"]
    assert kinds(uncoded, again()) == []


def test_the_nearest_amount_is_told_once() -> None:
    three = [
        replace(FIRST, key=f"QY-1{i}", project=f"{name}项目", parcel="", amount=YI * 10 + i * YI // 4)
        for i, name in enumerate(("甲种光学薄膜", "乙类导热材料", "丙级精密轴承"))
    ]
    assert [(each.kind, each.first, each.second) for each in found(*three)] == [
        ("same_investor", "QY-10", "QY-11"),
        ("same_investor", "QY-11", "QY-12"),
    ]


def test_the_same_parcel() -> None:
    (doubt,) = found(FIRST, again(parcel="DK-07"))
    assert (doubt.kind, doubt.first) == ("same_parcel", "QY-001")
    assert "落在同一地块 DK-07" in doubt.sentence
    assert kinds(replace(FIRST, parcel=""), again(parcel="")) == []


def test_the_same_text() -> None:
    long = "建设高比能储能电池电芯与模组生产线六条配套检测中心和仓储物流设施达产后形成年产十吉瓦时能力"
    first = replace(FIRST, content=long)
    near = again(project=FIRST.project, content=long.replace("六条", "八条"))
    (doubt,) = found(first, near)
    assert doubt.kind == "same_text" and "几乎相同" in doubt.sentence
    assert (
        kinds(first, again(project=FIRST.project, content=long[:20] + "改建办公楼三栋及职工宿舍食堂")) == []
    )


def test_equipment_signed_again() -> None:
    machines = again(credit_code=FIRST.credit_code, amount=YI, equipment=YI * 8 // 10)
    (doubt,) = found(FIRST, machines)
    assert (doubt.kind, doubt.first) == ("same_equipment", "QY-001")
    assert "本次金额的 80.0% 为设备购置" in doubt.sentence
    assert kinds(FIRST, replace(machines, equipment=YI * 8 // 10 - 1)) == []
    assert kinds(FIRST, replace(machines, credit_code=OTHER.credit_code)) == []
    assert kinds(replace(FIRST, equipment=FIRST.amount)) == []


def test_two_units_hold_the_same_project() -> None:
    branch = replace(
        FIRST, key="QY-003", unit="长三角招商分局", signed_on=date(2025, 4, 1), amount=2 * YI, parcel=""
    )
    (doubt,) = found(FIRST, branch)
    assert (doubt.kind, doubt.first, doubt.second) == ("two_units", "QY-001", "QY-003")
    assert "由招商局和长三角招商分局分别申报，只应计入较早的一方" in doubt.sentence
    assert kinds(FIRST, replace(branch, unit="招商局")) == ["same_text"]
    assert kinds(FIRST, replace(branch, credit_code=OTHER.credit_code)) == ["same_text"]
    assert [each.kind for each in found(FIRST, branch, rule=changed(kinds=["same_text"]))] == ["same_text"]


def test_a_third_signing_finds_the_other_unit_behind_its_own() -> None:
    mine = replace(FIRST, key="QY-003", signed_on=date(2025, 5, 1))
    theirs = replace(FIRST, key="QY-004", unit="长三角招商分局", signed_on=date(2025, 6, 1))
    back = replace(FIRST, key="QY-005", signed_on=date(2025, 7, 1))
    told = [
        (each.first, each.second) for each in found(FIRST, mine, theirs, back) if each.kind == "two_units"
    ]
    assert told == [("QY-003", "QY-004"), ("QY-004", "QY-005")]


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        ({"paid_in": YI // 2 - 1}, "far_from_paid_in", "签约已满 12 个月，到位资金只有签约额的 5.0%"),
        ({"paid_in": YI // 2}, "", ""),
        ({"paid_in": 0, "signed_on": date(2025, 10, 31)}, "far_from_paid_in", "0.0%，不足 5%"),
        ({"paid_in": 0, "signed_on": date(2025, 11, 1)}, "", ""),
        ({"promised_tax": YI // 10 - 1}, "far_from_tax", "承诺年税收只有签约额的 1.0%，不足 1%"),
        ({"promised_tax": YI // 10}, "", ""),
        ({"land": Decimal("33.3")}, "far_from_land", "每亩投资 3,003 万元，超过 3,000 万元"),
        ({"land": Decimal("33.4")}, "", ""),
        ({"land": Decimal(0)}, "far_from_land", "签约额 100,000 万元，却不需要用地"),
        ({"land": Decimal(0), "amount": 5 * YI}, "far_from_land", "50,000 万元"),
        ({"land": Decimal(0), "amount": 5 * YI - 1}, "", ""),
        ({"land": None}, "", ""),
        ({"amount": 0, "paid_in": 0, "land": Decimal(0)}, "", ""),
    ],
)
def test_a_signing_against_itself(change: dict[str, object], kind: str, words: str) -> None:
    told = found(replace(FIRST, **change))  # type: ignore[arg-type]
    assert [each.kind for each in told] == ([kind] if kind else [])
    assert all(words in each.sentence and each.second == "" for each in told)


def test_only_the_kinds_of_the_rule_are_looked_for_in_their_order() -> None:
    bad = replace(FIRST, paid_in=0, promised_tax=0, land=Decimal(1))
    assert kinds(bad) == ["far_from_paid_in", "far_from_tax", "far_from_land"]
    rule = changed(kinds=["far_from_land", "far_from_paid_in"])
    assert [each.kind for each in found(bad, rule=rule)] == ["far_from_land", "far_from_paid_in"]


def test_empty_names_and_texts_say_nothing() -> None:
    nameless = replace(FIRST, key="QY-003", project="", investor="", credit_code="", parcel="")
    assert kinds(nameless, replace(nameless, key="QY-004")) == []


def test_a_signing_given_twice_is_refused() -> None:
    with pytest.raises(refusals.SigningTwice, match="签约 QY-001 在查重数据中出现了两次"):
        found(FIRST, FIRST)


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"kinds": ["luck"]}, errors.UnknownWord, "查重规则 padding 的 kinds"),
        ({"kinds": []}, errors.NotAList, "kinds"),
        ({"text_likeness": "0.4"}, errors.OutOfRange, "text_likeness 应不小于 0.5 且不大于 1"),
        ({"investor_likeness": "1.1"}, errors.OutOfRange, "investor_likeness"),
        ({"amount_window": "100"}, errors.OutOfRange, "amount_window"),
        ({"months": 0}, errors.BadInteger, "months"),
        ({"tax_share": 0.01}, errors.BadNumber, "tax_share"),
    ],
)
def test_bad_rules_are_refused(
    changes: dict[str, object], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(**changes)


def test_the_default_is_data() -> None:
    assert PaddingRule.from_data(RULE.to_data()) == RULE


# ---- against every pair ---------------------------------------------------------------------------

WORDS = st.text("储能电池", min_size=0, max_size=9)


@given(st.lists(WORDS, max_size=25), st.sampled_from(["0.5", "0.7", "0.85", "1"]))
def test_the_index_finds_every_pair_that_is_alike(texts: list[str], at_least: str) -> None:
    sets = [likeness.grams(text) for text in texts]
    pairs = [(i, j) for j in range(len(sets)) for i in range(j)]
    expected = {(i, j) for i, j in pairs if likeness.likeness(sets[i], sets[j]) >= Decimal(at_least)}
    got = list(likeness.alike(sets, Decimal(at_least)))
    assert set(got) == expected and len(got) == len(expected)


SIGNINGS = st.lists(
    st.builds(
        Signing,
        key=st.just(""),
        project=st.text("储能电池", min_size=1, max_size=4),
        investor=st.sampled_from(["远川", "远川有限公司", "临岳", "临岳科", "临岳科技"]),
        credit_code=st.sampled_from(["", "", "A", "B"]),
        signed_on=st.dates(date(2022, 1, 1), date(2026, 10, 1)),
        amount=st.integers(0, 40),
        unit=st.sampled_from(["甲局", "乙局", "丙局"]),
        parcel=st.sampled_from(["", "DK-1", "DK-2"]),
        equipment=st.integers(0, 40),
    ),
    max_size=14,
).map(lambda all_: [replace(each, key=f"{i:02d}") for i, each in enumerate(all_)])
LOOSE = changed(investor_likeness="0.6", text_likeness="0.6")


def same(first: Signing, second: Signing) -> bool:
    if first.credit_code and second.credit_code:
        return first.credit_code == second.credit_code
    names = [likeness.grams(likeness.firm_name(each.investor)) for each in (first, second)]
    return likeness.likeness(*names) >= LOOSE.investor_likeness


def texts_alike(first: Signing, second: Signing) -> bool:
    return (
        likeness.likeness(likeness.grams(first.project), likeness.grams(second.project))
        >= LOOSE.text_likeness
    )


def close(first: Signing, second: Signing) -> bool:
    within = dates.add_months(first.signed_on, LOOSE.months) >= second.signed_on
    return within and abs(first.amount - second.amount) * 10 <= first.amount


def by_hand(signings: Sequence[Signing]) -> set[tuple[str, str, str]]:
    """The oracle: which doubt every pair has, the older first."""
    ordered = sorted(signings, key=lambda each: (each.signed_on, each.key))
    told = set()
    for old, new in combinations(ordered, 2):
        doubts = {
            "same_investor": same(old, new) and close(old, new),
            "two_units": texts_alike(old, new) and same(old, new) and old.unit != new.unit,
            "same_parcel": bool(new.parcel) and old.parcel == new.parcel,
            "same_equipment": same(old, new) and 0 < new.amount * 80 <= new.equipment * 100,
            "same_text": texts_alike(old, new),
        }
        told |= {(kind, old.key, new.key) for kind, doubted in doubts.items() if doubted}
    return told


@given(SIGNINGS)
def test_the_doubts_are_those_of_every_pair(signings: list[Signing]) -> None:
    got = [each for each in findings(LOOSE, signings, AS_OF) if each.second]
    doubted = {(each.kind, each.second) for each in got}
    pairs = by_hand(signings)
    assert {(each.kind, each.first, each.second) for each in got} <= pairs
    expected = {(kind, new) for kind, _, new in pairs}
    hidden = {key for kind, key in doubted if kind == "two_units"}
    assert (
        {each for each in expected if each[0] != "same_text" or each[1] not in hidden} <= doubted <= expected
    )
    by_key = {each.key: each for each in signings}
    for each in got:
        assert by_key[each.first].signed_on <= by_key[each.second].signed_on
    assert len(doubted) == len(got)


@given(SIGNINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(signings: list[Signing], shuffled: random.Random) -> None:
    turned = list(signings)
    shuffled.shuffle(turned)
    assert findings(LOOSE, turned, AS_OF) == findings(LOOSE, signings, AS_OF)


# ---- size -----------------------------------------------------------------------------------------


def many(count: int) -> list[Signing]:
    """Invented signings with names and texts of a natural length; one in ten repeats an older one's project."""
    chance = random.Random(7)
    letters = [chr(0x4E00 + 7 * i) for i in range(600)]
    made: list[Signing] = []
    for i in range(count):
        text = "".join(chance.choices(letters, k=14))
        project = made[chance.randrange(i)].project if i and chance.random() < 0.1 else f"{text}生产线项目"
        amount = chance.randrange(1, 5000) * YI // 100
        made.append(
            Signing(
                key=f"QY-{i:05d}",
                project=project,
                investor=f"{''.join(chance.choices(letters, k=5))}科技有限公司",
                credit_code=f"{chance.randrange(count // 3)}" if chance.random() < 0.7 else "",
                signed_on=date(2020, 1, 1) + timedelta(days=chance.randrange(2400)),
                amount=amount,
                unit=chance.choice(["招商局", "云溪镇"]),
                parcel=f"DK-{chance.randrange(count)}",
                paid_in=amount // chance.randrange(1, 25),
                land=Decimal(chance.randrange(20, 400)),
            )
        )
    return made


def spent(signings: Sequence[Signing]) -> float:
    before = time.process_time()
    findings(RULE, signings, AS_OF)
    return time.process_time() - before


def test_four_times_as_many_take_about_four_times_as_long() -> None:
    small, large = many(1_500), many(6_000)
    assert min(spent(large) for _ in range(2)) < 9 * min(spent(small) for _ in range(2))


def test_one_investor_with_one_text_is_no_worse() -> None:
    same_ = [replace(FIRST, key=f"{i:05d}", amount=YI + i) for i in range(4_000)]
    assert len(findings(RULE, same_, AS_OF)) > 4_000
    small = min(spent(same_[:1_000]) for _ in range(2))
    assert min(spent(same_) for _ in range(2)) < 9 * max(small, 0.01)
