"""A whole year of the sample zone: facts, lights, agenda, decisions, tasks, lists, bulletins, scores; and June told again in December."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal

import docx
import pytest

from luoshi.accounts.models import User
from luoshi.directory.calendars import actions as calendars
from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, importing, registry, reviews, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.oversight.assessment import scoring, settling
from luoshi.oversight.assessment.assessments.models import SETTLED, Assessment
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins import facts
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.lists import actions as lists
from luoshi.oversight.lists.models import BLACK_LIST, ListLine
from luoshi.oversight.rounds import actions
from luoshi.oversight.rounds.models import ADDED, MONTH, UNFINISHED, AgendaItem, Round
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.plans.filings.models import Filing
from luoshi.plans.reported.models import Reported
from luoshi.plans.tasks.models import STRUCK_OFF
from luoshi.projects.investment.paid_in.models import PaidIn
from luoshi.projects.investment.signings.models import Signing
from luoshi.reports import bulletin
from luoshi.rules.dates import last_day
from tests.whole import year as told
from tests.whole.year import Decided

pytestmark = pytest.mark.long

ROUNDS, DAY = "oversight.rounds", datetime.timedelta(days=1)
DOERS = (("招商局", "chenjing"), ("规划建设局", "zhouwei"), ("经济发展局", "shenmu"))
JUNE, IN_TIME, PAID = 202606, ("经济发展局", "科技创新局"), ("招商局", "规划建设局")


@pytest.fixture
def office(year: None) -> Actor:
    return actor_named("linzhao")


def test_twelve_months(office: Actor) -> None:
    actions.lay(2026, by=office)
    decided: list[Decided] = []
    issued: dict[int, Bulletin] = {}
    for month in range(202601, 202613):
        came(month, office)
        found = Round.objects.get(kind=MONTH, last=last_day(month))
        rows = cut_off(found, decided, office)
        issued[month] = published(found, rows, office)
        decided.append(held(found, office, *DOERS[month % len(DOERS)]))
        scored(month)
    closed(office)
    told_again(issued[JUNE], office)


# ---- facts ----------------------------------------------------------------------------------------


def came(month: int, office: Actor) -> None:
    """What happens before a month is cut off; the sample's own ledgers end with October."""
    if month == 202609:
        put_right(office)
    if month == 202611:
        calendar_of_2027(office)
        actions.lay(2026, by=office)
    if month > 202610:
        calendars.close(month - 1, by=office, reason="按月关账")
        of_a_month(month, office)


def put_right(office: Actor) -> None:
    """In autumn a payment of March is corrected, and what was reported for June."""
    for month in (202603, JUNE):
        calendars.reopen(month, by=office, reason="更正")
    payment = PaidIn.objects.filter(period=202603, domestic__gt=0).order_by("pk")[0]
    writing.change(registry.ledger("investment.paid_in"), payment, {"domestic": 1}, by=office)
    filing = Filing.objects.get(unit__name="经济发展局", period=JUNE)
    on, reason = datetime.date(2026, 9, 28), "统计核减"
    stepping.take_step(registry.ledger("plans.filings"), filing, "correct", by=office, on=on, reason=reason)
    value = Reported.objects.get(question__number=told.OUTPUT, period=JUNE)
    writing.change(registry.ledger("plans.reported"), value, {"value": value.value - 10**7}, by=office)
    for month in (202603, JUNE):
        calendars.close(month, by=office, reason="更正完毕")


def calendar_of_2027(office: Actor) -> None:
    """In November the holidays of the next year are announced; the rounds that wait for them can be laid out."""
    first = datetime.date(2027, 1, 1)
    days = (first + n * DAY for n in range(365))
    lines = [f"{day},{'是' if day.weekday() < 5 and day != first else '否'}" for day in days]
    ledger = registry.ledger("directory.days")
    plan = importing.plan(ledger, "\n".join(("日期,工作日", *lines)).encode(), "2027.csv", by=office)
    assert not plan.problems
    importing.apply(plan, by=office)


def of_a_month(month: int, office: Actor) -> None:
    """Money, and what units report; two of them hand it in, the others are late."""
    ledger = registry.ledger("investment.paid_in")
    signing = Signing.objects.filter(unit__name="招商局").order_by("pk")[0]
    money = {
        "domestic": 5 * told.FEN,
        "foreign": 900 * told.CENTS,
        "original": 900 * told.CENTS,
        "rate": 10_000,
    }
    writing.create(ledger, {"signing": signing, "period": month, "currency": "USD", **money}, by=office)
    values = registry.ledger("plans.reported")
    for last in Reported.objects.filter(period=month - 1).select_related("question"):
        given = {
            "question": last.question,
            "period": month,
            "value": last.value * 11 // 10,
            "evidence": "月报",
        }
        writing.create(values, given, by=office)
    for unit in IN_TIME:
        filing = Filing.objects.get(unit__name=unit, period=month)
        stepping.take_step(registry.ledger("plans.filings"), filing, "submit", by=office, on=last_day(month))


# ---- lights, agenda, decisions --------------------------------------------------------------------


def cut_off(found: Round, decided: list[Decided], office: Actor) -> list[WallRow]:
    """The round is cut off; its agenda is what was left undone and what the wall of its month shows to be wrong."""
    month, on = found.month, found.cutoff_on
    rows = wall(month)
    lights = {row.target.number: row for row in rows}
    money = lights[told.MONEY]
    assert (money.actual, money.light.colour) == (told.arrived(month), told.colour_of_money(month)), month
    assert lights[told.OUTPUT].actual == told.reported(told.OUTPUT, month)
    actions.freeze(found, by=office, on=on)
    assert {each["name"] for each in found.late} == told.late(month)
    listed = {(each.kind, each.ledger, each.row) for each in AgendaItem.objects.of(found)}
    left = {each for each in decided if each.standing(on) != "done"}
    undone = {(UNFINISHED, "oversight.decisions", each.decision.pk) for each in left}
    assert listed == undone | told.exceptions(month, rows), month
    stands = {
        each.decision.number: each.standing(on) for each in decided if each in left or each is decided[-1]
    }
    assert {each["number"]: each["standing"] for each in found.opening} == stands, month
    return rows


def held(found: Round, office: Actor, unit: str, clerk: str) -> Decided:
    """People meet; one thing is decided, which becomes a task; of three the third is not carried out."""
    stepping.take_step(registry.ledger(ROUNDS), found, "hold", by=office, on=found.meets_on)
    item = AgendaItem.objects.of(found).exclude(kind__in=(UNFINISHED, ADDED))[0]
    due_on = found.meets_on + 20 * DAY
    lead = Unit.objects.get(name=unit)
    made = actions.decide(
        item, f"补齐{item.title}", lead_unit=lead, due_on=due_on, by=office, on=found.meets_on
    )
    assert (made.task.name, made.task.lead_unit, made.task.state) == (made.what, lead, "assigned")
    if found.month % 3 == 0:
        return Decided(made, due_on, None)
    on, tasks = found.meets_on + 10 * DAY, registry.ledger("plans.tasks")
    by, person = actor_named(clerk), User.objects.get(username=clerk)
    stepping.take_step(tasks, made.task, "sign_for", by=by, on=on, given={"person": person})
    evidence.attach(tasks, made.task, b"done", "a.txt", by=by, slot="办结佐证")
    stepping.take_step(tasks, made.task, "answer", by=by, on=on, given={"done_on": on, "outcome": "已补齐"})
    reviews.give(tasks, made.task, "check", "passed", by=office)
    stepping.take_step(tasks, made.task, "strike_off", by=office, on=on)
    assert made.task.state == STRUCK_OFF
    return Decided(made, due_on, on)


# ---- lists, bulletins, scores ---------------------------------------------------------------------


def published(found: Round, rows: list[WallRow], office: Actor) -> Bulletin:
    """The month's bulletin and its lists; a red light, or three yellow months, is on the black one."""
    on = found.meets_on
    issued = bulletins.issue(found.month, bulletin.render, on=on, by=office)
    standing = lists.publish(found.month, by=office, on=on)
    lines = ListLine.objects.filter(published=standing).select_related("unit")
    black = {line.unit.name for line in lines if line.board == BLACK_LIST}
    assert black == told.blackened(rows) == {each["unit"] for each in issued.facts["black"]}, found.month
    return issued


def scored(month: int) -> None:
    """The running scores of the month: money as the rows have it, points that add up, ranks that follow them."""
    whole = Assessment.objects.get(of="units", end=202612)
    books = scoring.books(whole, month)
    for book in books:
        if book.subject.unit is not None and book.subject.name in PAID:
            assert book.inputs["paid_in"].value == told.domestic(book.subject.unit, month), month
        assert book.score.total == sum((line.points for line in book.score.dimensions), Decimal(0))
    for group in {book.score.group for book in books}:
        totals = [book.score.total for book in books if book.score.group == group and book.score.rank]
        assert totals == sorted(totals, reverse=True), (month, group)


def closed(office: Actor) -> None:
    """The year is over: the scores are frozen as they ran, published, settled, and the trail gives them again."""
    found, ledger = Assessment.objects.get(of="units", end=202612), registry.ledger("oversight.assessments")
    ran = {book.subject.name: book.score.total for book in scoring.books(found)}
    on = datetime.date(2027, 1, 11)
    for step in ("freeze", "publish"):
        stepping.take_step(ledger, found, step, by=office, on=on)
        found.refresh_from_db()
    kept = {row.subject.name: Decimal(row.total) / 10**6 for row in Score.objects.standing(found)}
    assert kept == ran and len(kept) == 13
    assert found.until is not None
    stepping.take_step(ledger, found, "settle", by=office, on=found.until + DAY)
    assert found.state == SETTLED and settling.differences(found) == []


# ---- June in December -----------------------------------------------------------------------------


def told_again(july: Bulletin, office: Actor) -> None:
    """Made again as of its row of the trail June is what it was, to the byte; made of today's figures it is not."""
    assert july.seq is not None
    again = facts.gather(JUNE, on=july.issued_on, as_of=july.seq)
    assert again == july.facts
    assert told.document(bulletin.render(again)) == told.document(july) and bulletin.render(again) == bytes(
        july.file
    )
    now = facts.gather(JUNE, on=july.issued_on)
    assert now["targets"] != july.facts["targets"]
    assert told.document(bulletin.render(now)) != told.document(july)
    december, reason = datetime.date(2026, 12, 28), "按七月的数据补发"
    late = bulletins.issue(JUNE, bulletin.render, on=december, by=office, reason=reason, as_of=july.seq)
    assert {**late.facts, **of_its_issue(july)} == july.facts
    issued, first = said(late), said(july)
    for name in ("number", "code", "issued_on"):
        issued = issued.replace(shown(late, name), shown(july, name))
    assert issued == first


def of_its_issue(found: Bulletin) -> dict[str, object]:
    """What tells one issue from another: its number, its code, its day."""
    return {name: found.facts[name] for name in ("number", "code", "issued_on")}


def shown(found: Bulletin, name: str) -> str:
    """One of these as the paper shows it."""
    day = found.issued_on
    return f"{day.year}年{day.month}月{day.day}日" if name == "issued_on" else str(found.facts[name])


def said(found: Bulletin) -> str:
    """All text and numbers of the paper."""
    paper = docx.Document(io.BytesIO(bytes(found.file)))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in paper.paragraphs), *cells])
