"""Formulas: read as printed, checked by units, worked out exactly; and as bindings over bindings."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledgers import chain, combining, facts, figures, formulas, units, writing
from luoshi.ledgers.figures import Figure
from luoshi.ledgers.formulas import BadFormula, Calc, Formula, Kind, Name, Number, Total, parse, printed
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding, Fact
from luoshi.ledgers.units import NONE, PER_CENT, Unit, read
from tests.ledgers.conftest import Library
from tests.ledgers.test_figures import DEAR
from tests.library.ledgers import BOOKS, HEAD, LOANS
from tests.library.models import Loan

KNOWN = ["甲", "签约项目数", "《招商台账》签约数", "签约，投资额不低于1亿元、2亿元", "合计", "5亿元以上项目"]
NAMES = st.builds(Name, st.sampled_from(KNOWN))
NUMBERS = st.builds(
    Number, st.decimals(0, 10**6, places=2, allow_nan=False), st.sampled_from(["", "", "%", "亿元", "个"])
)
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    NAMES | NUMBERS | st.builds(Total, st.lists(NAMES, min_size=1, max_size=3).map(tuple)),
    lambda inner: st.builds(Calc, st.sampled_from("+-*/"), inner, inner),
    max_leaves=8,
)
KINDS = st.sampled_from(["个", "家", "元", "亿元", "亩", "%", "", "万元/亩", "人"])
PIECES = Kind(read("个")[1])
MONEY, SHARE = Kind(read("元")[1]), Kind(PER_CENT, rate=True)
ALL = {
    "项目": PIECES,
    "签约": PIECES,
    "投资": MONEY,
    "面积": Kind(read("亩")[1]),
    "率": SHARE,
    "出租率": SHARE,
}
ALL |= {"企业": Kind(read("户")[1]), "人口": Kind(read("人")[1])}


@given(FORMULAS)
def test_what_is_printed_is_read_the_same(formula: Formula) -> None:
    assert parse(printed(formula)) == formula


@given(st.text(alphabet="甲乙 12.+-*/()[]，%亿元合计《》", max_size=40))
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        found = parse(text)
    except BadFormula as refused:
        assert str(refused).endswith("。")
    else:
        assert parse(printed(found)) == found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("开工 / 签约 * 100", "开工 / 签约 * 100"),
        ("（甲＋乙）÷丙×100", "(甲 + 乙) / 丙 * 100"),
        ("【甲，金额不低于1亿元】－[乙]", "[甲，金额不低于1亿元] - 乙"),
        ("合计（甲、乙，丙）", "合计(甲, 乙, 丙)"),
        ("《招商签约台账（一）》签约项目数-2亿元", "《招商签约台账（一）》签约项目数 - 2亿元"),
        ("甲-(乙-丙)", "甲 - (乙 - 丙)"),
        ("甲/(乙*丙)", "甲 / (乙 * 丙)"),
        ("((甲))", "甲"),
    ],
)
def test_formulas_are_read_as_people_type_them(typed: str, meant: str) -> None:
    assert printed(parse(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "还没有写公式"),
        ("甲 +", "没有写完"),
        ("甲 乙", "“乙”前面缺少"),
        ("+ 甲", "“\\+”前面缺少一个指标名"),
        ("(甲", "括号没有配对"),
        ("甲)", "多了一个括号"),
        ("[]", "方括号里没有写名字"),
        ("甲 & 乙", "不认识“&”"),
        ("5亿元以上项目", "请放进方括号"),
        ("合计(甲, 1)", "只写指标名"),
        ("合计()", "只写指标名"),
        ("(" * 21 + "甲" + ")" * 21, "最多 20 层"),
        ("甲+" * 201, "最多 400 个字"),
        ("__import__('os')", "不认识"),
    ],
)
def test_what_is_no_formula_is_told(typed: str, sentence: str) -> None:
    with pytest.raises(BadFormula, match=sentence):
        parse(typed)


# Units


@given(KINDS, KINDS, KINDS)
def test_units_multiply_like_numbers(one: str, two: str, three: str) -> None:
    a, b, c = (read(each)[1] for each in (one, two, three))
    assert a * b == b * a
    assert (a * b) * c == a * (b * c)
    assert (a * b) / b == a
    assert a / a == NONE
    assert a * NONE == a
    assert a / (b / c) == a * c / b


@given(st.sampled_from(["", "百", "万", "亿", "百万"]), st.sampled_from(["元", "亩", "人次", "平方米"]))
def test_prefixes_are_factors_of_the_same_unit(prefix: str, base: str) -> None:
    assert read(prefix + base) == (read(prefix)[0], read(base)[1])
    assert read(f"元/{prefix}{base}") == (1 / read(prefix)[0], read("元")[1] / read(base)[1])


def test_units_in_words() -> None:
    assert read("万元/亩") == (10_000, Unit((("亩", -1), ("元", 1))))
    assert [str(read(each)[1]) for each in ("万元/亩", "％", "户", "倍", "个百分点")] == [
        "元/亩",
        "%",
        "家",
        "",
        "%",
    ]
    assert str(NONE / read("亩")[1]) == "1/亩"
    assert units.known("万人次")
    assert not units.known("以上项目")


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("项目 / 签约 * 100", "%"),
        ("100 * 项目 / 签约", "%"),
        ("(项目 - 签约) / 签约 * 100%", "%"),
        ("项目 / 签约", "倍"),
        ("项目 + 签约 + 12个", "家"),
        ("投资 - 2亿元", "亿元"),
        ("投资 / 面积", "万元/亩"),
        ("投资 * 率 / 100", "元"),
        ("率 - 出租率", "个百分点"),
        ("100 - 率", "%"),
        ("合计(项目, 签约) / 2", "个"),
        ("率 / 2", "%"),
        ("项目 / 企业 * 100", "%"),
        ("人口", "家"),
    ],
)
def test_units_that_go_together(typed: str, unit: str) -> None:
    formulas.check(parse(typed), ALL, unit)


@pytest.mark.parametrize(
    ("typed", "unit", "sentence"),
    [
        ("投资 + 项目", "元", "“项目”以“个”计，前面的一项以“元”计，不是同一种量，不能相加"),
        ("投资 - 面积", "元", "不能相减"),
        ("合计(项目, 投资)", "个", "不能相加"),
        ("项目 + 5", "个", "没有单位的数"),
        ("投资 / 面积", "%", "结果以“元/亩”计，目标以“%”计"),
        ("项目 / 签约", "%", "请在公式末尾乘以 100"),
        ("投资 * 率", "元", "请除以 100"),
        ("项目 / 签约 * 100", "倍", "请除以 100"),
        ("率 + 出租率", "%", "比率不能相加"),
        ("合计(率, 出租率)", "%", "比率不能相加"),
        ("项目/签约*100 + 签约/项目*100", "%", "比率不能相加"),
        ("项目/签约 - 率", "%", "一个是比值，一个是百分数"),
        ("100", "个", "结果以"),
        ("投资", "亩", "不能换算"),
        ("人口 / 企业 * 100", "%", "不能换算"),
    ],
)
def test_units_that_do_not(typed: str, unit: str, sentence: str) -> None:
    with pytest.raises(BadFormula, match=sentence):
        formulas.check(parse(typed), ALL, unit)


# Values


VALUES = st.dictionaries(st.sampled_from(KNOWN), st.decimals(-(10**9), 10**9, places=2), min_size=6)


def by_hand(formula: Formula, given: dict[str, Decimal]) -> Fraction:
    match formula:
        case Number(value, unit):
            return Fraction(value) * (10**8 if unit == "亿元" else 1)
        case Name(name):
            return Fraction(given[name])
        case Total(every):
            return sum((Fraction(given[each.name]) for each in every), Fraction(0))
        case Calc(sign, left, right):
            one, other = by_hand(left, given), by_hand(right, given)
            return {"+": one.__add__, "-": one.__sub__, "*": one.__mul__, "/": one.__truediv__}[sign](other)


@given(FORMULAS, VALUES)
def test_values_equal_fractions(formula: Formula, held: dict[str, Decimal]) -> None:
    found, why = formulas.worked_out(formula, {name: (value, "") for name, value in held.items()}, "")
    try:
        exact = by_hand(formula, held)
    except ZeroDivisionError:
        assert found is None
        assert "是 0，不能作除数" in why
    else:
        assert formulas.value(formula, {name: Fraction(value) for name, value in held.items()}) == exact
        assert found == Decimal(exact.numerator) / exact.denominator


def test_values_come_in_their_units_and_leave_in_that_of_the_result() -> None:
    held = {"税收": (Decimal(3), "万元/亩"), "面积": (Decimal("2.5"), "亩")}
    assert formulas.worked_out(parse("税收 * 面积"), held, "万元") == (Decimal("7.5"), "")


def test_what_says_nothing_makes_nothing() -> None:
    held: dict[str, tuple[Decimal | None, str]] = {
        "甲": (Decimal(3), "个"),
        "乙": (None, "个"),
        "丙": (Decimal(0), "个"),
    }
    assert formulas.worked_out(parse("甲 / 乙"), held, "") == (None, "“乙”还没有数，公式得不出结果。")
    assert formulas.worked_out(parse("甲 / (丙 - 丙)"), held, "") == (
        None,
        "“丙 - 丙”是 0，不能作除数，公式得不出结果。",
    )
    assert formulas.worked_out(parse("甲 + 丙"), held, "个") == (3, "")


# Bindings


def shares(library: Library) -> Binding:
    """What of the dear books bought in a window was lent in it, in per cent."""
    parts = {
        "借出数": figures.checked(LOANS, LOANS.measure("lent")),
        "贵书": figures.checked(BOOKS, BOOKS.measure("bought"), [DEAR]),
    }
    return combining.bind(parse("借出数/贵书*100"), parts, "%")


def lend(library: Library, price: int = 9000) -> Loan:
    book = library.book(bought_on=datetime.date(2026, 3, 1), price=price)
    values = {"book": book, "member": library.member(f"D{book.pk}"), "lent_on": datetime.date(2026, 3, 9)}
    loan = writing.create(LOANS, values, by=HEAD)
    assert isinstance(loan, Loan)
    return loan


def at(binding: Binding, start: int = 202601, end: int = 202612, as_of: int | None = None) -> Figure:
    facts.refresh()
    found = Binding.objects.get(pk=binding.pk)
    return figures.figure(found, facts.facts_of([found], start, end, {}, as_of=as_of)[found.pk], start, end)


def test_a_formula_takes_the_facts_of_its_parts(library: Library) -> None:
    lend(library)
    library.book(bought_on=datetime.date(2026, 3, 1), price=9000)
    library.book(bought_on=datetime.date(2026, 3, 1), price=100)
    binding = shares(library)
    assert at(binding) == Figure(Decimal(50), "%", 3)
    assert at(binding, 202604, 202604) == Figure(None, "%", 0, "“贵书”是 0，不能作除数，公式得不出结果。")
    assert figures.unit_of(binding) == "%"
    assert str(binding) == "=借出数 / 贵书 * 100"
    assert figures.words(binding) == (
        "借出数 / 贵书 * 100；其中借出数：借阅 · 借出数，按借出日期计入月份；"
        "贵书：图书台账 · 购书数，按购入日期计入月份，定价不低于60元"
    )


def test_a_formula_follows_writes_and_remembers(library: Library) -> None:
    loan = lend(library)
    binding = shares(library)
    assert at(binding).value == 100
    then = chain.head().seq
    writing.change(BOOKS, loan.book, {"price": 100}, by=HEAD)
    assert at(binding).value is None
    assert at(binding, as_of=then).value == 100
    assert {turned.binding for turned in facts.changed_since([binding], then)} == {
        part.pk for part in binding.parts.all() if part.ledger == BOOKS.name
    }


def test_facts_of_a_formula_and_of_its_part_are_told_apart(library: Library) -> None:
    lend(library)
    whole = shares(library)
    part = whole.parts.get(ledger=LOANS.name)
    facts.refresh()
    with CaptureQueriesContext(connection) as queries:
        found = facts.facts_of([whole, part], 202601, 202612, {})
    assert len(queries) == 2
    assert [each.of for each in found[part.pk]] == [0]
    assert {each.of for each in found[whole.pk]} == {each.pk for each in whole.parts.all()}


def test_a_preview_of_a_formula_writes_nothing(library: Library) -> None:
    lend(library)
    parts = {
        "借": figures.checked(LOANS, LOANS.measure("lent")),
        "购": figures.checked(BOOKS, BOOKS.measure("bought")),
    }
    shown = combining.preview(parse("借 / 购"), parts, "倍", 202601, 202612, {})
    assert shown == Figure(Decimal(1), "倍", 2)
    assert not Binding.objects.exists()


def test_a_formula_that_makes_no_sense_is_not_bound(library: Library) -> None:
    spent, science = (figures.checked(BOOKS, BOOKS.measure(name)) for name in ("spent", "science_share"))
    count = figures.checked(BOOKS, BOOKS.measure("bought"))
    growth = figures.checked(BOOKS, BOOKS.measure("bought"), view="growth")
    for text, parts, unit in (
        ("款 + 数", {"款": spent, "数": count}, "元"),
        ("占比 + 增长", {"占比": science, "增长": growth}, "%"),
        ("款 / 数", {"款": spent, "数": count}, "%"),
    ):
        with pytest.raises(BadFormula):
            combining.bind(parse(text), parts, unit)
    assert not Binding.objects.exists()
    assert combining.bind(parse("占比 - 增长"), {"占比": science, "增长": growth}, "%").parts.count() == 2


def test_a_formula_is_never_part_of_one(library: Library) -> None:
    whole = shares(library)
    with pytest.raises(IntegrityError), transaction.atomic():
        Binding.objects.create(formula="甲", unit="个", whole=whole)
    with pytest.raises(IntegrityError), transaction.atomic():
        Binding.objects.create(formula="甲", unit="个", ledger=BOOKS.name)
    with pytest.raises(IntegrityError), transaction.atomic():
        Binding.objects.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        Binding.objects.create(ledger=BOOKS.name, measure="bought", whole=whole, name="贵书")
    Binding.objects.create(ledger=BOOKS.name, measure="bought", whole=whole, name="别的书")


def test_a_formula_ends_with_its_parts(library: Library) -> None:
    loan = lend(library)
    binding, never = shares(library), shares(library)
    facts.retire(never)
    assert at(binding).value == 100
    facts.retire(binding)
    assert Binding.objects.filter(ended=None).count() == 0
    assert Binding.objects.count() == 3
    writing.change(BOOKS, loan.book, {"price": 100}, by=HEAD)
    assert at(binding).value == 100
    assert Fact.objects.exists()


def test_a_condition_on_a_missing_column_is_refused(library: Library) -> None:
    with pytest.raises(Exception, match="没有名为“colour”的"):
        figures.checked(BOOKS, BOOKS.measure("bought"), [Condition("colour", "eq", "1")])
