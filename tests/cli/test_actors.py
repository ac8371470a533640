"""Who acts with --as is held to their rights: the same answers as on the pages, and nothing is written on a refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.accounts.models import User
from luoshi.ledgers import workbooks as tables
from luoshi.ledgers.models import AuditRow
from luoshi.projects.investment.signings.models import Signing
from tests.whole import workbooks
from tests.whole.workbooks import signing
from tests.whole.zone import Captured, everything, said

CLERK, OTHER, LEADER, SUPERVISOR, AUDITOR = "chenjing", "zhouwei", "gaoyuan", "linzhao", "xuhe"
STRANGER = "nobody"
YI = 100_000_000

REFUSALS = {
    "import": {OTHER: "“项目T-1”不属于您所在的单位", LEADER: "没有导入", AUDITOR: "没有导入"},
    "plan": {CLERK: "没有新增", OTHER: "没有新增", AUDITOR: "没有新增"},
    "bulletin": {CLERK: "没有新增", OTHER: "没有新增", LEADER: "没有新增", AUDITOR: "没有新增"},
    "export": {},
    "wall": {},
}


@pytest.fixture
def commands(tmp_path: Path) -> dict[str, list[object]]:
    """One command line of each kind, in order, as the clerk of 招商局 or the supervision office would give it."""
    signings, plan = tmp_path / "签约.xlsx", tmp_path / "计划.txt"
    plan.write_text("关于2027年重点工作的安排\n\n全年新签约亿元以上项目12个。\n", encoding="utf-8")
    return {
        "import": ["import", "investment.signings", signings, "--apply"],
        "plan": ["plan", "add", plan, "--year", 2027, "--confirm-all"],
        "bulletin": ["bulletin", "--month", "2026-06", "-o", tmp_path / "通报.docx"],
        "export": ["export", "investment.signings", tmp_path / "导出.csv"],
        "wall": ["wall", "--month", "2026-06", "--format", "json"],
    }


@pytest.fixture
def filled(zone: None, commands: dict[str, list[object]]) -> None:
    data = workbooks.filled("investment.signings", [signing("T-1", YI, "2026-03-02")])
    Path(str(commands["import"][2])).write_bytes(data)


@pytest.mark.parametrize(
    ("command", "who"),
    [
        ("import", CLERK),
        ("import", SUPERVISOR),
        ("plan", SUPERVISOR),
        ("bulletin", SUPERVISOR),
        *((command, who) for command in ("export", "wall") for who in (CLERK, OTHER, LEADER, AUDITOR)),
    ],
)
def test_works(
    filled: None, commands: dict[str, list[object]], capsys: Captured, command: str, who: str
) -> None:
    code, _, complaint = said(capsys, *commands[command], "--as", who)
    assert (code, complaint) == (0, "")


@pytest.mark.parametrize(
    ("command", "who"), [(command, who) for command, refused in REFUSALS.items() for who in refused]
)
def test_who_may_not_is_told_why(
    filled: None, commands: dict[str, list[object]], capsys: Captured, command: str, who: str
) -> None:
    before = everything()
    code, shown, complaint = said(capsys, *commands[command], "--as", who)
    assert (code, shown) == (2, "")
    assert REFUSALS[command][who] in complaint
    assert User.objects.get(username=who).name in complaint
    assert everything() == before


@pytest.mark.parametrize("command", REFUSALS)
def test_a_stranger_may_nothing(
    filled: None, commands: dict[str, list[object]], capsys: Captured, command: str
) -> None:
    User.objects.create_user("luyao", name="陆遥")
    User.objects.filter(username=OTHER).update(is_active=False)
    before = everything()
    for who, sentence in (
        (STRANGER, f"没有用户名为“{STRANGER}”的在用账号"),
        (OTHER, f"没有用户名为“{OTHER}”的在用账号"),
        ("luyao", "目前没有岗位"),
    ):
        code, shown, complaint = said(capsys, *commands[command], "--as", who)
        assert (code, shown) == (2, "")
        assert sentence in complaint
    assert everything() == before


def test_an_export_holds_what_its_reader_may_see(
    filled: None, commands: dict[str, list[object]], capsys: Captured
) -> None:
    def lines(who: str) -> list[tuple[object, ...]]:
        assert said(capsys, *commands["export"], "--as", who)[0] == 0
        file = Path(str(commands["export"][2]))
        return list(tables.read(file.read_bytes(), file.name)[0].rows)

    every, own, others = lines(AUDITOR), lines(CLERK), lines(OTHER)
    assert len(every) == Signing.objects.count() + 1
    places = [i for i, title in enumerate(every[0]) if title == "责任单位"]
    assert {row[places[0]] for row in own[1:]} == {"招商局", "长三角分局", "粤港澳分局"}
    assert set(own[1:]).isdisjoint(others[1:])
    assert len(own) < len(every)


def test_the_trail_names_who_acted(filled: None, commands: dict[str, list[object]], capsys: Captured) -> None:
    assert said(capsys, *commands["import"], "--as", CLERK)[0] == 0
    row = AuditRow.objects.filter(act="导入新增").latest("pk")
    assert (row.actor, row.actor_key, row.origin) == ("陈静", CLERK, "命令行")


def test_without_a_name_the_operator_acts(
    filled: None, commands: dict[str, list[object]], capsys: Captured
) -> None:
    assert said(capsys, *commands["import"])[0] == 0
    row = AuditRow.objects.latest("pk")
    assert (row.actor, row.actor_key, row.origin) == ("本机操作员", "", "命令行")
