"""One project from its lead to full capacity, in a real browser: every step moves its figures, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from luoshi.cli import house, sample
from luoshi.directory.calendars import actions as calendars
from tests import browser
from tests.whole.story import Story

pytestmark = [pytest.mark.long, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAME = "澄湖储能结构件智能工厂"


@pytest.fixture
def story(
    live_server: LiveServer,
    transactional_db: None,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Story]:
    """The sample's plan, units and people; its ledgers are empty, and the day is what the story says."""
    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    house.open_house()
    files = sample.folder()
    for name in (*sample.BEFORE_PLAN, "directory.chains"):
        sample.load_ledger(name, files)
    sample.load_people(files)
    sample.load_plan(files)
    sample.open_books()
    with browser.opened(live_server.url, viewport={"width": 1600, "height": 1000}) as page:
        page.set_default_timeout(15_000)
        yield Story(page, live_server.url, monkeypatch, "linzhao")


def test_from_the_lead_to_full_capacity(story: Story) -> None:
    lead = found(story)
    screened(story, lead)
    signing = signed(story, lead)
    paid(story, signing)
    promised(story, signing)
    project = begun(story, signing)
    scheduled(story, project)
    served(story, project)
    started(story, signing, project)
    built(story, project)
    kept(story, signing)
    finished(story, project)
    brought_in(story, project)
    looked_at(story.page, project)


def found(story: Story) -> str:
    """A lead comes in, is answered within its limit, judged and taken up."""
    story.on(date(2026, 1, 5), "chenjing")
    lead = story.add(
        "investment-leads",
        project=NAME,
        source="以商招商",
        investor="澄湖结构件有限公司",
        industry="38",
        amount="12000",
        invoiced_sales="18000",
        tax="700",
        land="30",
        energy="900",
        received_on="2026-01-05",
        person="chenjing",
        unit="招商局",
    )
    story.moves(NAME, 收集有效招商线索="1", 线索按时答复率="0%", 线索转化率="0%")
    story.on(date(2026, 1, 6))
    story.step(lead, "登记答复", answered_on="2026-01-06")
    story.moves(NAME, 线索按时答复率="100%")
    story.step(
        lead, "登记研判", judged_on="2026-01-08", judgement="跟进", judgement_reason="补结构件环节，强度达标"
    )
    story.step(lead, "转入洽谈", replied_on="2026-01-09", reported_on="2026-01-14")
    story.moves(NAME)
    return lead


def screened(story: Story, lead: str) -> None:
    """Three reviewers vote, and the screening is decided."""
    story.on(date(2026, 1, 20), "chenjing")
    screening = story.add(
        "investment-screenings",
        lead=NAME,
        round="1",
        opened_on="2026-01-20",
        reviewers="shenmu zhouwei songlan",
        fair_review="不涉及",
    )
    for reviewer in ("shenmu", "zhouwei", "songlan"):
        story.on(date(2026, 1, 22), reviewer)
        story.vote(
            screening, {"产业定位": "5", "规划布局": "4", "环境保护": "4", "用地条件": "4", "安全生产": "5"}
        )
    story.on(date(2026, 1, 26), "chenjing")
    story.step(screening, "得出结论", decided_on="2026-01-26")
    story.moves(NAME, 组织项目预审="1")
    story.prove(lead, "项目建议书")
    story.step(lead, "登记预审")
    story.moves(NAME)


def signed(story: Story, lead: str) -> str:
    """The lead becomes a contract; an amount entered wrongly is put right."""
    story.on(date(2026, 2, 10))
    story.go(lead, "转为签约项目")
    signing = story.save(
        origin="国内省外",
        amount="1200000000",
        signed_on="2026-02-10",
        promised_start="2026-04-15",
        promised_complete="2026-09-30",
    )
    rates = {"已签约项目开工率": "0%", "线索转化率": "100%"}
    story.moves(NAME, 新引进亿元以上项目="1", 新引进10亿元以上项目="1", 合同资金="12.00", **rates)
    story.change(signing, amount="120000000")
    story.moves("", 新引进10亿元以上项目="0", 合同资金="1.20")
    story.step(signing, "登记注册", registered_on="2026-02-27")
    story.moves(NAME)
    return signing


def paid(story: Story, signing: str) -> None:
    """Money comes in; a slip of the pen moves the figure, and its correction moves it back."""
    story.on(date(2026, 3, 31))
    month = story.add(
        "investment-paid_in", signing=NAME, period="2026-03", domestic="20000000", foreign="100000"
    )
    story.moves(NAME, 境内到位资金="0.20", 境外到位资金="10.00")
    story.change(month, domestic="200000000")
    story.moves(NAME, 境内到位资金="2.00")
    story.change(month, domestic="20000000")
    story.moves(NAME, 境内到位资金="0.20")


def promised(story: Story, signing: str) -> None:
    """What the zone has promised falls due and is kept, with its proof."""
    promise = story.add(
        "investment-promises",
        signing=NAME,
        side="我方",
        kind="配套",
        content="三月底前厂房通电",
        due_on="2026-03-31",
    )
    story.moves("三月底前厂房通电", 招商承诺兑现率="0%")
    story.prove(promise, "证明材料")
    story.step(promise, "登记兑现", kept_on="2026-03-28")
    story.moves("三月底前厂房通电", 招商承诺兑现率="100%")


def begun(story: Story, signing: str) -> str:
    """The contract becomes a project with all that is known; the office that builds takes it over."""
    story.on(date(2026, 3, 2), "linzhao")
    story.go(signing, "转为项目")
    story.page.click("main button:has-text('转为项目')")
    expect(story.page.locator("main")).to_contain_text("澄湖结构件有限公司")
    expect(story.page.get_by_role("status")).to_contain_text("已转为项目")
    project = story.here()
    story.change(project, unit="规建局", template="renovation", person="zhouwei")
    story.moves(NAME)
    return project


def scheduled(story: Story, project: str) -> None:
    """Nodes are scheduled backward from the promise; one is done, with what proves it."""
    story.on(date(2026, 3, 3), "zhouwei")
    story.go(project, "倒排计划")
    story.page.click("text=按模板倒排节点")
    expect(story.page.locator("main")).to_contain_text("倒排可行")
    story.moves("改造方案确定", 项目节点完成率="0%")
    story.go(project.replace("ledgers/delivery-projects", "projects"), "改造方案确定")
    node = story.here()
    story.prove(node)
    story.step(node, "完成", done_on="2026-03-06")
    story.moves("改造方案确定", 项目节点完成率="9.09%")


def served(story: Story, project: str) -> None:
    """A need is met; a problem is assigned, answered, reviewed and struck off, and given back when it returns."""
    story.on(date(2026, 3, 9), "zhouwei")
    need = story.add(
        "delivery-needs",
        project=NAME,
        kind="供电",
        content="厂房增容 2000 千伏安",
        raised_on="2026-03-09",
        office="企服局",
        person="luomin",
    )
    story.moves("厂房增容 2000 千伏安", 要素保障办结率="0%")
    story.on(date(2026, 3, 10), "luomin")
    story.step(need, "受理", accepted_on="2026-03-10")
    story.step(need, "登记满足", met_on="2026-03-16", answer="已增容送电")
    story.moves("厂房增容 2000 千伏安", 要素保障办结率="100%")
    story.on(date(2026, 3, 17), "zhouwei")
    problem = story.add(
        "delivery-problems",
        project=NAME,
        stuck="场地交付",
        content="原租户设备未清空",
        raised_on="2026-03-17",
        office="企服局",
        person="luomin",
        limit_on="2026-04-10",
    )
    story.on(date(2026, 3, 18), "gaoyuan")
    story.step(problem, "交办", assigned_on="2026-03-18")
    story.on(date(2026, 3, 24), "luomin")
    story.step(problem, "签收", signed_for_on="2026-03-18")
    story.prove(problem, "整改证明")
    story.step(problem, "反馈", answered_on="2026-03-24", answer="设备已清空")
    story.moves("原租户设备未清空")
    story.on(date(2026, 3, 26), "gaoyuan")
    story.review(problem)
    story.on(date(2026, 3, 27), "linzhao")
    story.step(problem, "销号")
    story.moves("原租户设备未清空", 解决项目堵点="1")
    story.step(problem, "退回", reason="又堆回设备")
    story.moves("", 解决项目堵点="0")
    story.on(date(2026, 3, 31), "luomin")
    story.step(problem, "签收", signed_for_on="2026-03-30")
    story.step(problem, "反馈", answered_on="2026-03-31", answer="设备已全部运走")
    story.on(date(2026, 4, 1), "gaoyuan")
    story.review(problem)
    story.on(date(2026, 4, 2), "linzhao")
    story.step(problem, "销号")
    story.moves("原租户设备未清空", 解决项目堵点="1")


def started(story: Story, signing: str, project: str) -> None:
    """Work begins: the project and its contract have started; a start taken back is not counted."""
    story.on(date(2026, 4, 8), "zhouwei")
    story.step(project, "登记开工", started_on="2026-04-08")
    once = {"新建项目开工建设": "1", "已签约项目开工率": "100%"}
    rates = {"已开工项目竣工率": "0%", "项目入库率": "0%"}
    story.moves(NAME, **once, **rates)
    story.step(project, "撤销开工", reason="误登")
    story.moves("", 新建项目开工建设="0", 已签约项目开工率="0%", 已开工项目竣工率="–", 项目入库率="–")
    story.step(project, "登记开工", started_on="2026-04-09")
    story.moves(NAME, **once, **rates)


def built(story: Story, project: str) -> None:
    """Months of progress, the entry into the statistics and its first report."""
    story.on(date(2026, 4, 30))
    month = story.add("delivery-months", project=NAME, period="2026-04", planned="1600", done="1500")
    invested = ("固定资产投资", "工业投资", "重点项目计划投资")
    story.moves(NAME, **dict.fromkeys(invested, "0.15"))
    story.on(date(2026, 5, 29))
    story.add("delivery-months", project=NAME, period="2026-05", planned="3000", done="3500")
    story.moves(NAME, **dict.fromkeys(invested, "0.50"))
    story.change(month, done="500")
    story.moves(NAME, **dict.fromkeys(invested, "0.40"))
    story.change(month, done="1500")
    story.moves(NAME, **dict.fromkeys(invested, "0.50"))
    story.change(project, entry_applied_on="2026-05-06", entered_on="2026-05-20")
    story.moves(NAME, 项目入库率="100%")
    story.on(date(2026, 6, 10))
    shares = {"building": "800", "installation": "500", "equipment": "3500", "other": "200"}
    report = story.add(
        "delivery-statistics", project=NAME, period="2026-05", month="5000", to_date="5000", **shares
    )
    story.moves(NAME, 统计报表按时上报率="0%")
    story.step(report, "上报")
    story.moves(NAME, 统计报表按时上报率="100%")


def kept(story: Story, signing: str) -> None:
    """When its time has come, the contract is judged by what has been done."""
    for month in range(1, 9):
        calendars.close(202600 + month, by=house.operator(), reason="按月关账")
    story.on(date(2026, 9, 10), "chenjing")
    story.add("investment-paid_in", signing=NAME, period="2026-09", domestic="30000000")
    story.moves(NAME, 境内到位资金="0.50", 合同履约率="100%")


def finished(story: Story, project: str) -> None:
    """Completed, in operation, at full capacity; the last step is taken back once."""
    story.on(date(2026, 8, 28), "zhouwei")
    story.step(project, "登记竣工", completed_on="2026-08-28")
    story.moves(NAME, 已开工项目竣工率="100%")
    story.on(date(2026, 9, 11))
    story.step(project, "登记投产", operating_on="2026-09-11")
    story.moves(NAME, 续建项目竣工投产="1", 项目达产率="0%")
    story.on(date(2026, 10, 28))
    story.step(project, "登记达产", at_capacity_on="2026-10-28")
    story.moves(NAME, 达产项目="1", 项目达产率="100%")
    story.step(project, "撤销达产", reason="产能未达设计要求")
    story.moves(NAME, 达产项目="0", 项目达产率="0%")
    story.step(project, "登记达产", at_capacity_on="2026-10-30")
    story.moves(NAME, 达产项目="1", 项目达产率="100%")


def brought_in(story: Story, project: str) -> None:
    """What it brings in."""
    story.add("delivery-returns", project=NAME, period="2026-10", planned_sales="1500", sales="1600")
    story.moves(NAME, 投产项目开票销售="0.16")


def looked_at(page: Page, project: str) -> None:
    """Its card tells the whole way, and it stands on the chart of all projects."""
    page.goto(project)
    for said in ("达产", "2026-04-09", "2026-10-30"):
        expect(page.locator("main")).to_contain_text(said)
    page.goto("/rounds/schedule/?month=202610")
    expect(page.locator("main")).to_contain_text(NAME)
