"""The meeting's paper knows its round: the decisions before it, its agenda, and where three opinions differ."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import docx
import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import chain, registry, stepping
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins import facts
from luoshi.oversight.rounds import actions
from luoshi.oversight.rounds.models import MONTH, RED, AgendaItem, Decision, Round
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.opinions.models import Opinion
from luoshi.reports.bulletin import composed, render
from luoshi.reports.document import Heading
from tests.projects import build

JULY, AUGUST = datetime.date(2026, 7, 8), datetime.date(2026, 8, 10)
DAY = datetime.date(2026, 7, 31)


@pytest.fixture
def decided(
    june: Round, sign: Callable[..., Row], supervisor: Actor, units: dict[str, Unit]
) -> list[Decision]:
    """June's round decided two things; one of them was withdrawn since."""
    sign(2, "2026-01-10")
    actions.freeze(june, by=supervisor, on=JULY)
    stepping.take_step(registry.ledger(actions.LEDGER), june, "hold", by=supervisor, on=JULY)
    item = AgendaItem.objects.of(june)[0]
    made = [
        actions.decide(item, what, lead_unit=units["0103"], due_on=DAY, by=supervisor, on=JULY)
        for what in ("补签两个项目", "约谈负责人")
    ]
    stepping.take_step(
        registry.ledger("plans.tasks"), made[1].task, "withdraw", by=supervisor, on=JULY, reason="不再需要"
    )
    return made


@pytest.fixture
def july(decided: list[Decision], supervisor: Actor) -> Round:
    found = Round.objects.get(kind=MONTH, last=DAY)
    return actions.freeze(found, by=supervisor, on=found.cutoff_on)


def gathered(as_of: int | None = None) -> dict[str, object]:
    return facts.gather(202607, on=AUGUST, kind="meeting", as_of=as_of)


def said(as_of: int | None = None) -> str:
    return "\n".join(each.text for each in composed(gathered(as_of)).body if hasattr(each, "text"))


def headings() -> list[str]:
    return [each.text.split("、")[-1] for each in composed(gathered()).body if isinstance(each, Heading)]


def test_without_a_round_it_is_what_it_was(decided: list[Decision]) -> None:
    assert gathered()["round"] is None
    assert not {"以前轮次决定的落实情况", "本轮议题", "三方意见不一致的项目"} & {*headings()}
    assert [each.title for each in composed(gathered()).attachments] == ["2026年7月灯色变化情况表"]


def test_it_tells_the_decisions_before_and_the_agenda(july: Round, decided: list[Decision]) -> None:
    text, red = said(), AgendaItem.objects.of(july).filter(kind=RED)[0]
    assert headings()[1:3] == ["以前轮次决定的落实情况", "本轮议题"]
    assert (
        "以前轮次的决定 2 项，没有办结的 1 项：补签两个项目（招商局，2026年6月通报决定，期限 2026-07-31，逾期）"
        in text
    )
    assert (
        f"2026年7月通报的数据 2026-08-05 截数，2026-08-10 开会，按例外列入议题 {AgendaItem.objects.of(july).count()} 项"
        in text
    )
    assert f"{red.title}（招商局），{red.reason}" in text


def test_the_pre_read_is_joined(july: Round, decided: list[Decision]) -> None:
    first = composed(gathered()).attachments[0]
    assert first.title == "2026年7月通报预读：以前决定和议题"
    decisions, agenda = first.tables
    assert [(row[0], row[5]) for row in decisions.rows] == [
        (decided[0].number, "逾期"),
        (decided[1].number, "已撤销"),
    ]
    assert [row[1] for row in agenda.rows] == [each.title for each in AgendaItem.objects.of(july)]
    paper = docx.Document(io.BytesIO(render(gathered())))
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert {"约谈负责人", "已撤销"} <= cells


def test_what_was_taken_off_is_not_told_unless_it_stood_then(july: Round, supervisor: Actor) -> None:
    before, seq = gathered(), chain.head().seq
    item = AgendaItem.objects.of(july).filter(kind=RED)[0]
    actions.take_off(item, "会前已解决", by=supervisor)
    actions.add(july, "通报安全检查", by=supervisor, reason="临时增加")
    after = {each["title"] for each in gathered()["round"]["items"]}  # type: ignore[index]
    assert item.title not in after and "通报安全检查" in after
    assert gathered(seq)["round"] == before["round"]
    assert july.seq is not None and gathered(july.seq - 1)["round"] is None, "it was not cut off yet"


def test_three_opinions_that_differ_are_told_one_by_one(
    year: list[Round], sign: Callable[..., Row], supervisor: Actor, units: dict[str, Unit]
) -> None:
    """The light is red, its unit is sure, who checks it is not: the paper says who says what."""
    sign(2, "2026-01-10")
    row = build.project(units["0104"], name="云溪路网", started_on=datetime.date(2026, 1, 5))
    for month in range(202601, 202608):
        ProjectMonth.objects.create(project=row, period=month, planned=10**9, done=0)
    words = {"owner": "very_high", "owner_why": "都在计划内", "checker": "low", "checker_why": "现场没有人"}
    Opinion.objects.create(project=row, period=202607, checked_on=DAY, **words)
    found = Round.objects.get(kind=MONTH, last=DAY)
    actions.freeze(found, by=supervisor, on=found.cutoff_on)
    text = said()
    assert "三方意见不一致的项目" in text
    assert "云溪路网（规建局），系统红灯，责任单位认为交付信心很高，核查方认为交付信心较低；分歧 8 分" in text
    assert "责任单位：都在计划内" in text and "核查：现场没有人" in text
    assert bulletins.issue(202607, render, on=AUGUST, by=supervisor, kind="meeting").facts["round"]
