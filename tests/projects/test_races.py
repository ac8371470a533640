"""Eight do the same with many rows at once: each is done once, the others are told so, and nothing is done by half.

Sixty where ``LUOSHI_RACES`` says so, a dozen otherwise. One case for each mechanism that the family adds to the lifecycle's conditional update: clocks, what a step writes by
itself, reviews, evidence, rows that follow, rows that are made, many rows in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import count

import pytest
from django.db.models import Count, Model

from luoshi.accounts.models import User
from luoshi.directory.calendars import days
from luoshi.directory.people.actions import hand_over
from luoshi.directory.roles import ADMINISTRATOR, CLERK, LEADER, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, reviews, rulebook, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow
from luoshi.ledgers.models import Attachment, AuditRow, Review
from luoshi.projects.delivery.nodes import actions as nodes
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.pools.models import PoolProject
from luoshi.projects.delivery.problems.ledger import PROBLEMS, PROOF, STRIKE_OFF
from luoshi.projects.delivery.problems.models import Problem
from luoshi.projects.delivery.projects import actions as projects
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.investment import kinds
from luoshi.projects.investment.findings.ledger import FINDINGS
from luoshi.projects.investment.findings.models import Finding
from luoshi.projects.investment.leads.ledger import LEADS
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.screenings.ledger import SCREENINGS
from luoshi.projects.investment.screenings.models import Screening
from luoshi.projects.investment.signings import actions as signings
from luoshi.projects.investment.signings.models import Signing
from luoshi.projects.investment.votes.ledger import VOTES
from luoshi.projects.investment.votes.models import Vote
from luoshi.projects.land.evaluations import actions as evaluations
from luoshi.projects.land.evaluations.models import Evaluation
from luoshi.projects.land.objections.ledger import OBJECTIONS
from luoshi.projects.land.objections.models import Objection
from luoshi.rules import defaults
from tests.directory import build as directory
from tests.projects import build, delivery, investment, land
from tests.projects.test_leads import talks
from tests.projects.test_per_mu import firm
from tests.projects.test_screenings import GOOD
from tests.racing import OBJECTS, RACERS, over, racing

DAY, LATER = date(2026, 5, 11), date(2026, 6, 5)

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Zone:
    units: dict[str, Unit] = field(default_factory=directory.zone)

    def __post_init__(self) -> None:
        self.office = self.units["0103"]
        self.boss = directory.holder("linzhao", SUPERVISOR, self.units["01"])
        self.leader = directory.holder("gaoyuan", LEADER, self.units["01"])
        self.firms = count()
        self.people = [directory.holder(f"racer{n}", CLERK, self.office) for n in range(RACERS)]


@pytest.fixture
def zone(transactional_db: None) -> Zone:
    return Zone()


# ---- one of eight ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """How an object is made, what everybody does with it, what losers read, and what has come of all of them."""

    name: str
    make: Callable[[Zone], Model]
    act: Callable[[Zone, int, int], object]
    told: str
    once: Callable[[], bool]


def answered_lead(zone: Zone, racer: int, key: int) -> object:
    row = Lead.objects.get(pk=key)
    return stepping.take_step(LEADS, row, "answer", by=zone.people[racer], on=DAY, given={"answered_on": DAY})


def signed_lead(zone: Zone, racer: int, key: int) -> object:
    lead = Lead.objects.get(pk=key)
    return signings.sign(lead, {"signed_on": LATER}, by=zone.people[racer], on=LATER)


ANSWERED = {"assigned_on": DAY, "signed_for_on": DAY, "answered_on": DAY, "answer": "场地已交付"}


def proved_problem(zone: Zone) -> Problem:
    """A problem that was answered and reviewed, with a file that proves it."""
    row = delivery.problem(zone.office, state="answered", person=investment.person(), **ANSWERED)
    Attachment.objects.create(ledger=PROBLEMS.name, row=row.pk, slot=PROOF, name="证明.jpg", size=1)
    judge = {"slot": STRIKE_OFF, "reviewer_id": zone.leader.person, "reviewer_name": "高远"}
    Review.objects.create(ledger=PROBLEMS.name, row=row.pk, round=1, verdict="passed", **judge)
    return row


def struck_off(zone: Zone, racer: int, key: int) -> object:
    return stepping.take_step(PROBLEMS, Problem.objects.get(pk=key), "strike_off", by=zone.boss, on=DAY)


def sent_back(zone: Zone, racer: int, key: int) -> object:
    row = Problem.objects.get(pk=key)
    return stepping.take_step(PROBLEMS, row, "return", by=zone.leader, on=DAY, reason="未解决")


def reviewed(zone: Zone, racer: int, key: int) -> object:
    row = Problem.objects.get(pk=key)
    return reviews.give(PROBLEMS, row, STRIKE_OFF, "passed", by=zone.leader)


def unproved(zone: Zone, racer: int, key: int) -> object:
    row, proof = Problem.objects.get(pk=key), Attachment.objects.get(row=key)
    return evidence.remove(proof, PROBLEMS, row, by=zone.boss, reason="传错了")


def doubted(zone: Zone) -> Finding:
    row = build.signing(zone.office)
    return Finding.objects.create(kind="far_from_tax", signing=row, sentence="承诺年税收过低", found_on=DAY)


def struck(zone: Zone, racer: int, key: int) -> object:
    row = Finding.objects.get(pk=key)
    return stepping.take_step(FINDINGS, row, "strike", by=zone.boss, on=DAY, reason="重复签约")


def evaluation(zone: Zone, **fields: object) -> Evaluation:
    """Each of another enterprise, evaluated in 2025."""
    return land.evaluation(zone.office, enterprise=firm(zone.office, next(zone.firms)), **fields)


def disputed(zone: Zone) -> Objection:
    return land.objection(zone.office, evaluation=evaluation(zone, state="published", published_on=DAY))


def accepted(zone: Zone, racer: int, key: int) -> object:
    given = {"answer": "经复测核减", "decided_on": LATER}
    row = Objection.objects.get(pk=key)
    return stepping.take_step(OBJECTIONS, row, "accept", by=zone.boss, on=LATER, given=given)


def voted(zone: Zone, racer: int, key: int) -> object:
    """The same reviewer's vote, sent eight times."""
    screening, me = Screening.objects.get(pk=key), User.objects.get(username="racer0")
    given = {
        "screening": screening.number,
        "reviewer": me.username,
        "answers": GOOD,
        "voted_on": "2026-05-12",
    }
    return writing.create(VOTES, writing.parse(VOTES, given), by=zone.boss)


def asked(zone: Zone, *people: Actor) -> Screening:
    named = [{"key": each.person, "name": each.name, "username": each.key} for each in people]
    return investment.screening(zone.office, reviewers=named)


def acts(act: str) -> int:
    return AuditRow.objects.filter(act=act).count()


CASES = (
    Case(
        "a clocked step",
        lambda zone: investment.lead(zone.office, state="received"),
        answered_lead,
        "不能办理“登记答复”|已被别人修改",
        lambda: (
            Lead.objects.filter(state="answered", version=2, answered_in_time=True).count()
            == acts("登记答复")
            == OBJECTS
        ),
    ),
    Case(
        "a row made of another",
        lambda zone: talks(zone.office),
        signed_lead,
        "已经签约",
        lambda: (
            Lead.objects.filter(state="signed").annotate(n=Count("signings")).filter(n=1).count()
            == Signing.objects.count()
            == OBJECTS
        ),
    ),
    Case(
        "a step with review, evidence and what it sets",
        proved_problem,
        struck_off,
        "不能办理“销号”|已被别人修改",
        lambda: (
            Problem.objects.filter(state="struck_off", struck_in_time=True, version=2).count()
            == acts("销号")
            == OBJECTS
        ),
    ),
    Case(
        "a step back that counts",
        proved_problem,
        sent_back,
        "不能办理“退回”|已被别人修改",
        lambda: (
            Problem.objects.filter(state="returned", again=1, answered_on=None).count()
            == Review.objects.filter(standing=False).count()
            == OBJECTS
        ),
    ),
    Case(
        "a review",
        lambda zone: delivery.problem(zone.office),
        reviewed,
        "在这一轮已经评审过|刚刚已经评审过",
        lambda: Review.objects.filter(verdict="passed", round=1).count() == acts("评审“销号”") == OBJECTS,
    ),
    Case(
        "a file that is removed",
        proved_problem,
        unproved,
        "已经移除",
        lambda: Attachment.objects.exclude(removed_at=None).count() == acts("移除附件") == OBJECTS,
    ),
    Case(
        "a step that another row follows",
        doubted,
        struck,
        "不能办理“剔除”|已被别人修改",
        lambda: Signing.objects.filter(counts=False, version=2).count() == acts("剔除") == OBJECTS,
    ),
    Case(
        "a step that takes another row's step",
        disputed,
        accepted,
        "不能办理“采纳”|已被别人修改",
        lambda: Evaluation.objects.filter(state="reviewing").count() == acts("退回复核") == OBJECTS,
    ),
    Case(
        "a vote",
        lambda zone: asked(zone, *zone.people[:2]),
        voted,
        "已经打过分",
        lambda: Vote.objects.count() == acts("新增") == OBJECTS,
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_of_eight_one_does_it(zone: Zone, case: Case) -> None:
    rulebook.issue(kinds.SCREENING.name, defaults.SCREENING_FORM.to_data(), by=zone.boss, closed=None)
    days.seed([2026])
    keys = [case.make(zone).pk for _ in range(OBJECTS)]
    won, told = over(keys, lambda racer, key: case.act(zone, racer, key))
    assert sorted(won) == keys and len(told) == (RACERS - 1) * OBJECTS
    strange = [said for said in set(told) if not any(each in said for each in case.told.split("|"))]
    assert not strange
    assert case.once()


# ---- everybody is answered with the same ------------------------------------------------------------


@pytest.mark.parametrize("source", ["signing", "pool"])
def test_all_who_make_a_project_get_the_same(zone: Zone, source: str) -> None:
    make = build.signing if source == "signing" else delivery.pool
    keys = [make(zone.office).pk for _ in range(OBJECTS)]

    def project(racer: int, key: int) -> Project:
        if source == "signing":
            return projects.start_from(Signing.objects.get(pk=key), by=zone.people[racer], on=LATER)
        return projects.promote(PoolProject.objects.get(pk=key), by=zone.people[racer], on=LATER)

    made = racing(lambda racer: [project(racer, key).pk for key in keys])
    assert all(each == made[0] for each in made)
    assert sorted(Project.objects.values_list("pk", flat=True)) == sorted(made[0])
    assert PoolProject.objects.filter(state="promoted", version=2).count() == (
        len(keys) if source == "pool" else 0
    )
    numbers = sorted(Project.objects.values_list("number", flat=True))
    assert numbers == [f"{n:05d}" for n in range(1, OBJECTS + 1)]


# ---- many rows in one transaction -------------------------------------------------------------------


def test_a_year_is_published_by_one(zone: Zone) -> None:
    for _ in range(OBJECTS):
        evaluation(zone, state="draft")
    _, told = over([2025], lambda racer, year: evaluations.publish(year, by=zone.boss, on=DAY))
    assert told == ["2025 年没有可以办理的亩均评价，请刷新页面。"] * (RACERS - 1)
    assert Evaluation.objects.filter(state="published", version=2, published_on=DAY).count() == OBJECTS


def test_what_a_person_has_in_hand_goes_to_one(zone: Zone) -> None:
    giver, administrator = investment.person(), directory.holder("guan", ADMINISTRATOR, zone.units["01"])
    for _ in range(OBJECTS):
        investment.lead(zone.office, person=giver)
    takers = [User.objects.get(username=each.key) for each in zone.people]
    counts = racing(lambda racer: hand_over(giver, takers[racer], by=administrator, on=DAY, reason="调离"))
    handed = [each.get(LEADS.name, 0) for each in counts]
    assert sorted(handed) == [0] * (RACERS - 1) + [OBJECTS]
    assert set(Lead.objects.values_list("person", flat=True)) == {takers[handed.index(OBJECTS)].pk}
    assert acts("交接") == OBJECTS


def test_nodes_are_planned_by_one(zone: Zone) -> None:
    delivery.rules()
    keys = [build.project(zone.office, planned_complete=date(2028, 12, 31)).pk for _ in range(2)]

    def plan(racer: int, key: int) -> object:
        return nodes.plan_nodes(Project.objects.get(pk=key), by=zone.people[racer], on=DAY)

    won, told = over(keys, plan)
    assert sorted(won) == keys and all("已经按模板倒排过" in said for said in told)
    held = set(Node.objects.values_list("project").annotate(n=Count("pk")).values_list("n", flat=True))
    assert len(held) == 1 and Project.objects.exclude(template="").count() == len(keys)


# ---- votes, of which all count ------------------------------------------------------------------------


def test_all_who_vote_at_once_are_counted(zone: Zone) -> None:
    rulebook.issue(kinds.SCREENING.name, defaults.SCREENING_FORM.to_data(), by=zone.boss, closed=None)
    keys = [asked(zone, *zone.people).pk for _ in range(6)]

    def vote(racer: int, key: int) -> object:
        given = {
            "screening": Screening.objects.get(pk=key).number,
            "reviewer": zone.people[racer].key,
            "answers": GOOD if racer else GOOD.replace("产业定位 5", "产业定位 1"),
            "voted_on": "2026-05-12",
        }
        return writing.create(VOTES, writing.parse(VOTES, given), by=zone.people[racer])

    won, told = over(keys, vote)
    assert not told and sorted(won) == sorted(keys * RACERS)
    assert set(Screening.objects.values_list("verdict", "spread", "points")) == {("passed", 16_00, 95_00)}


def test_a_vote_that_comes_after_the_decision_is_refused(zone: Zone) -> None:
    """Also where it was begun before: the screening it names is looked at as it is."""
    rulebook.issue(kinds.SCREENING.name, defaults.SCREENING_FORM.to_data(), by=zone.boss, closed=None)
    screening = asked(zone, zone.people[0])
    given = {"screening": screening.number, "reviewer": "racer0", "answers": GOOD, "voted_on": "2026-05-12"}
    first = writing.create(VOTES, writing.parse(VOTES, given), by=zone.people[0])
    begun = Vote.objects.select_related("screening").get(pk=first.pk)
    assert begun.screening.state == "open"
    row = Screening.objects.get(pk=screening.pk)
    stepping.take_step(SCREENINGS, row, "decide", by=zone.boss, on=LATER, given={"decided_on": LATER})
    with pytest.raises(Invalid, match="已出结论，打分不能再改"):
        writing.change(VOTES, begun, {"remark": "改一改"}, by=zone.boss)


def test_a_signing_that_has_just_ended_becomes_no_project(zone: Zone) -> None:
    row = build.signing(zone.office)
    Signing.objects.filter(pk=row.pk).update(ended_on=LATER, state="ended")
    assert row.ended_on is None
    with pytest.raises(NotNow, match="终止，不能转为项目"):
        projects.start_from(row, by=zone.people[0], on=LATER)
    assert not Project.objects.exists()
