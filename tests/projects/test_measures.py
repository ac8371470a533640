"""What plans promise, computed from rows worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from luoshi.directory.industries import seed as industries
from luoshi.directory.industries.models import Industry
from luoshi.directory.units.models import Unit
from luoshi.ledgers import checks, facts, figures, registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Ratio
from luoshi.projects.delivery.months.ledger import PROJECT_MONTHS
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.nodes.ledger import NODES
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.projects.ledger import PROJECTS
from luoshi.projects.investment.paid_in.ledger import PAID_IN
from luoshi.projects.investment.paid_in.models import PaidIn
from luoshi.projects.investment.signings.ledger import SIGNINGS
from tests.projects import build

YI = build.YI
WAN = 10_000 * build.YUAN
OURS = ("investment.signings", "investment.paid_in", "delivery.projects", "delivery.months", "delivery.nodes")


def value(name: str, measure: str, *found: Condition, scope: int | None = None) -> Decimal | None:
    """A measure's figure for the year 2026."""
    ledger = registry.ledger(name)
    binding = figures.bind(ledger, ledger.measure(measure), found, scope)
    facts.refresh([name])
    trees = Unit.objects.subtrees([scope] if scope else [])
    parts = facts.facts_of([binding], 202601, 202612, trees)[binding.pk]
    return figures.figure(binding, parts, 202601, 202612).value


@pytest.fixture
def units(units: dict[str, Unit]) -> dict[str, Unit]:
    """Five signings: 5 亿, 1 亿 and 0.3 亿 of 招商局, 2 亿 of its branch, 1 亿 of the year before."""
    office, branch = units["0103"], units["0401"]
    build.signing(office, amount=5 * YI, registered_on=date(2026, 3, 1), started_on=date(2026, 5, 1))
    build.signing(office, amount=YI, registered_on=date(2026, 4, 1), ended_on=date(2026, 6, 1))
    build.signing(office, amount=YI * 3 // 10)
    build.signing(branch, amount=2 * YI, started_on=date(2026, 8, 1), signed_on=date(2026, 7, 1))
    build.signing(office, signed_on=date(2025, 12, 31), registered_on=date(2026, 1, 5))
    return units


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("signed", 4),
        ("contract_amount", 830_000_000),
        ("registered", 3),
        ("started", 2),
        ("started_amount", 700_000_000),
        ("registration_rate", 50),
        ("start_rate", 50),
    ],
)
def test_signings(units: dict[str, Unit], measure: str, expected: int) -> None:
    assert value("investment.signings", measure) == expected


def test_large_signings_are_counted_by_their_threshold(units: dict[str, Unit]) -> None:
    threshold = SIGNINGS.measure("signed").threshold
    assert value("investment.signings", "signed", Condition(threshold, "ge", "100000000")) == 3
    assert value("investment.signings", "signed", Condition(threshold, "ge", "500000000")) == 1


def test_signings_of_industry_and_of_manufacture(units: dict[str, Unit]) -> None:
    industries.seed()
    for code in ("39", "C", "44", "65"):
        build.signing(units["0103"], industry=Industry.objects.get(code=code))
    assert value("investment.signings", "industry_signed") == 3
    assert value("investment.signings", "manufacturing_signed") == 2


def test_a_unit_answers_for_its_branches(units: dict[str, Unit]) -> None:
    assert value("investment.signings", "signed", scope=units["0401"].pk) == 1
    assert value("investment.signings", "signed", scope=units["0103"].pk) == 4
    assert value("investment.signings", "signed", scope=units["0104"].pk) == 0


def test_money_paid_in(units: dict[str, Unit]) -> None:
    far = build.signing(units["0401"], origin="out_of_province", amount=3 * YI)
    near = build.signing(units["0103"], origin="in_province", amount=YI // 2)
    for signing, period, domestic, foreign in (
        (far, 202603, 40 * WAN, 0),
        (far, 202604, 2 * WAN, 300 * WAN),
        (near, 202603, 7 * WAN, 0),
        (near, 202512, 1000 * WAN, 0),
    ):
        PaidIn.objects.create(signing=signing, period=period, domestic=domestic, foreign=foreign)
    assert value("investment.paid_in", "domestic") == 490_000
    assert value("investment.paid_in", "out_of_province") == 420_000
    assert value("investment.paid_in", "foreign") == 3_000_000
    assert value("investment.paid_in", "domestic", scope=units["0401"].pk) == 420_000
    large = Condition(PAID_IN.measure("domestic").threshold, "ge", "100000000")
    assert value("investment.paid_in", "domestic", large) == 420_000
    assert figures.base_unit(PAID_IN, PAID_IN.measure("foreign")) == "美元"


@pytest.fixture
def built(units: dict[str, Unit]) -> dict[str, Unit]:
    """Four projects planned to start in 2026; three have, two of them are completed, one works."""
    unit = units["0104"]
    start, day = date(2026, 3, 1), date(2026, 4, 1)
    build.project(unit, planned_start=start)
    build.project(unit, planned_start=start, started_on=day, planned_total=2 * YI)
    build.project(unit, planned_start=start, started_on=day, completed_on=date(2026, 9, 1))
    build.project(
        unit,
        planned_start=start,
        conceived_on=date(2026, 1, 1),
        reserved_on=date(2026, 2, 1),
        started_on=day,
        completed_on=date(2026, 8, 1),
        operating_on=date(2026, 9, 1),
        at_capacity_on=date(2026, 10, 1),
    )
    return units


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("conceived", 1),
        ("reserved", 1),
        ("started", 3),
        ("completed", 2),
        ("operating", 1),
        ("at_capacity", 1),
        ("started_total", 400_000_000),
        ("completed_total", 200_000_000),
        ("start_rate", 75),
        ("operating_rate", 50),
        ("capacity_rate", 100),
    ],
)
def test_projects(built: dict[str, Unit], measure: str, expected: int) -> None:
    assert value("delivery.projects", measure) == expected


def test_completion_is_of_the_projects_that_started(built: dict[str, Unit]) -> None:
    found = value("delivery.projects", "completion_rate")
    assert found is not None
    assert round(found, 2) == Decimal("66.67")


def test_a_rate_over_nothing_is_nothing(units: dict[str, Unit]) -> None:
    assert value("delivery.projects", "completion_rate") is None


def test_investment_done(units: dict[str, Unit]) -> None:
    industries.seed()
    factory = build.project(units["0104"], industry=Industry.objects.get(code="38"))
    road = build.project(units["0104"], kind="infrastructure")
    school = build.project(units["0104"], kind="livelihood")
    for project, period, planned, done in (
        (factory, 202603, 100, 80),
        (factory, 202604, 100, None),
        (road, 202603, 200, 250),
        (school, 202603, 0, 30),
    ):
        ProjectMonth.objects.create(
            project=project, period=period, planned=planned * WAN, done=done if done is None else done * WAN
        )
    expected = {
        "done": 3_600_000,
        "planned": 4_000_000,
        "industry_done": 800_000,
        "industrial_done": 800_000,
        "infrastructure_done": 2_500_000,
        "livelihood_done": 300_000,
        "completion": 90,
    }
    assert {name: value("delivery.months", name) for name in expected} == expected


def test_nodes(units: dict[str, Unit]) -> None:
    project = build.project(units["0104"])
    for name, done in (("甲", date(2026, 3, 1)), ("乙", None)):
        Node.objects.create(project=project, name=name, planned_on=date(2026, 2, 1), done_on=done)
    found = {name: value("delivery.nodes", name) for name in ("due", "done", "completion_rate")}
    assert found == {"due": 2, "done": 1, "completion_rate": 50}


@pytest.mark.parametrize("ledger", [PAID_IN, PROJECTS, PROJECT_MONTHS, NODES], ids=lambda found: found.name)
def test_over_no_rows_a_flow_is_nought_and_a_rate_is_nothing(units: dict[str, Unit], ledger: Ledger) -> None:
    for measure in ledger.measures:
        assert value(ledger.name, measure.name) == (None if isinstance(measure, Ratio) else 0), measure.name


def test_the_declarations_hold() -> None:
    assert [c for name in OURS for c in checks.check(registry.ledger(name))] == []


@pytest.mark.parametrize("name", OURS)
def test_no_word_is_said_twice_in_a_measure(name: str) -> None:
    for measure in registry.ledger(name).measures:
        assert len(measure.words) == len(set(measure.words)), measure.name


def test_words_for_counts_lead_to_one_measure() -> None:
    """Two measures of the same kind that share a word would make every proposal a guess."""
    seen: dict[tuple[str, str], str] = {}
    for name in OURS:
        ledger = registry.ledger(name)
        for measure in ledger.measures:
            base = figures.base_unit(ledger, measure)
            for word in measure.words:
                said = f"{name}.{measure.name}"
                assert seen.setdefault((word, base), said) == said, word
