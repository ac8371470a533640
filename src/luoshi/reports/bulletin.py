"""The monthly bulletin (月通报): 总体情况, 亮点, 问题, 下一步, lists by unit and the table of all targets.

Every number comes from the frozen facts; nothing here asks a database or a clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from luoshi.reports import docx
from luoshi.reports.document import Attachment, Block, Heading, Official, Paragraph, Table, TableColumn
from luoshi.reports.facts import BoardFact, Data, MonthFacts, TargetFact
from luoshi.reports.numbers import amount, per_cent, points, written
from luoshi.rules.months import months_between, show_month
from luoshi.rules.rounding import half_up

SHOWN = 8  # how many targets a paragraph names before it leaves the rest to the table
COLOURS = (("green", "绿灯"), ("yellow", "黄灯"), ("red", "红灯"), ("grey", "未亮灯"))


def compose(facts: MonthFacts) -> Official:
    """The bulletin of one month."""
    return Official(
        head=facts.zone,
        number=facts.number,
        title=f"关于{show_month(facts.month)}重点工作推进情况的通报",
        addressee="各镇街、各部门、各专班，区属各国有企业",
        body=(*_overall(facts), *_highlights(facts), *_trouble(facts), *_next(facts)),
        issuer=facts.issuer,
        issued_on=facts.issued_on,
        attachments=(
            Attachment(f"{show_month(facts.month)}目标完成情况表", (_targets_table(facts.targets),)),
            Attachment(
                f"{show_month(facts.month)}红黑榜",
                (_board_table("红榜", facts.red), _board_table("黑榜", facts.black)),
            ),
        ),
    )


def render(data: Data) -> bytes:
    """Frozen facts, as JSON, to the bytes of the Word file."""
    return docx.render(compose(MonthFacts.of(data)))


def _overall(facts: MonthFacts) -> list[Block]:
    lit = {colour: len(facts.with_colour(colour)) for colour, _ in COLOURS}
    counts = "、".join(f"{word} {lit[colour]} 项" for colour, word in COLOURS if lit[colour])
    known = [t for t in facts.targets if t.completion is not None]
    measured = sum(t.source == "measured" for t in known)
    reported = len(known) - measured
    text = (
        f"{facts.plan}共确定量化目标 {len(facts.targets)} 项，截至{show_month(facts.month)}底，"
        f"由台账直接计量 {measured} 项、单位填报 {reported} 项、暂无数据 {len(facts.targets) - len(known)} 项。"
        f"按照“{facts.rule}”，本月{counts or '尚无目标亮灯'}。"
    )
    return [Heading("一、总体情况"), Paragraph(text), *_by_unit(known)]


def _by_unit(known: Sequence[TargetFact]) -> list[Block]:
    units: dict[str, list[TargetFact]] = defaultdict(list)
    for target in known:
        units[target.unit or "未落实责任单位"].append(target)
    if not units:
        return []
    parts = [
        f"{unit} {len(found)} 项（绿灯 {_count(found, 'green')}、黄灯 {_count(found, 'yellow')}、红灯 {_count(found, 'red')}）"
        for unit, found in units.items()
    ]
    return [Paragraph(f"从责任单位看，{'；'.join(parts)}。")]


def _highlights(facts: MonthFacts) -> list[Block]:
    ahead = sorted(
        (t for t in facts.targets if t.gap is not None and t.gap >= 0 and t.colour == "green"), key=_gap
    )
    body: list[Block] = [Heading("二、工作亮点")]
    if not ahead:
        return [*body, Paragraph("本月没有目标达到或超过时序进度。")]
    named = "；".join(_progress(t) for t in reversed(ahead[-SHOWN:]))
    rest = f"。其余 {len(ahead) - SHOWN} 项见附件 1" if len(ahead) > SHOWN else ""
    body.append(Paragraph(f"{len(ahead)} 项目标达到或超过时序进度：{named}{rest}。"))
    if facts.red:
        body.append(
            Paragraph("；".join(f"{e.unit}：{e.reason}" for e in facts.red) + "。", lead="列入红榜：")
        )
    return body


def _trouble(facts: MonthFacts) -> list[Block]:
    body: list[Block] = [Heading("三、存在问题")]
    for mark, (colour, word) in zip("一二", (("red", "红灯"), ("yellow", "黄灯")), strict=True):
        found = sorted(facts.with_colour(colour), key=_gap)
        body.append(Heading(f"（{mark}）亮{word}的目标", 2))
        if not found:
            body.append(Paragraph(f"本月没有目标亮{word}。"))
            continue
        named = "；".join(_progress(t) for t in found[:SHOWN])
        rest = f"。其余 {len(found) - SHOWN} 项见附件 1" if len(found) > SHOWN else ""
        body.append(Paragraph(f"共 {len(found)} 项：{named}{rest}。"))
    unknown = [t for t in facts.targets if t.actual is None]
    if unknown:
        body.append(Heading("（三）没有数据的目标", 2))
        body.append(Paragraph(f"{len(unknown)} 项目标尚无台账数据或填报数，涉及{_units(unknown)}。"))
    if facts.black:
        body.append(
            Paragraph("；".join(f"{e.unit}：{e.reason}" for e in facts.black) + "。", lead="列入黑榜：")
        )
    return body


def _next(facts: MonthFacts) -> list[Block]:
    body: list[Block] = [Heading("四、下一步工作")]
    behind = sorted((*facts.with_colour("red"), *facts.with_colour("yellow")), key=_gap)
    chased = [_catch_up(t, facts.month) for t in behind[:SHOWN] if _missing(t)]
    if chased:
        body.append(Paragraph("；".join(chased) + "。", lead="补齐差距。"))
    unknown = [t for t in facts.targets if t.actual is None]
    if unknown:
        body.append(
            Paragraph(f"请{_units(unknown)}于下月 5 日前把相关数据登入台账或完成填报。", lead="补全数据。")
        )
    body.append(
        Paragraph(
            "各责任单位对照附件逐项核对，对台账行有异议的，自通报印发之日起一周内向督查室提出。",
            lead="核对反馈。",
        )
    )
    return body


def _catch_up(target: TargetFact, month: int) -> str:
    lead = f"{target.unit or '责任单位'}牵头的{target.name}"
    if target.sort == "rate":
        return f"{lead}，距目标还差 {written(_missing(target), 1)} 个百分点"
    if target.sort == "limit":
        return f"{lead}，比上限多 {amount(_missing(target), target.measure_unit)}"
    missing = _missing(target)
    left = months_between(month, target.end)
    each = f"，此后每月平均需完成 {amount(missing / left, target.measure_unit)}" if left > 0 else ""
    return f"{lead}，距目标还差 {amount(missing, target.measure_unit)}{each}"


def _missing(target: TargetFact) -> Decimal:
    """How much is missing, or too much of what is limited; of a rate in percentage points."""
    if target.actual is None or target.gap is None:
        return Decimal(0)
    if target.sort == "rate":
        return max(-target.gap, Decimal(0))
    away = target.actual - target.value if target.sort == "limit" else target.value - target.actual
    return max(away, Decimal(0))


def _progress(target: TargetFact) -> str:
    unit, aim = target.measure_unit, amount(target.value, target.measure_unit)
    by = target.unit or "未落实责任单位"
    if target.sort == "rate":
        return (
            f"{target.name}为 {amount(target.actual, unit)}，目标 {aim}，{_against_aim(target.gap)}（{by}）"
        )
    if target.sort == "limit":
        over = _missing(target)
        held = f"超出 {amount(over, unit)}" if over else "未超上限"
        return f"{target.name}为 {amount(target.actual, unit)}，上限 {aim}，{held}（{by}）"
    return (
        f"{target.name}累计 {amount(target.actual, unit)}，完成全年目标 {aim}的"
        f" {per_cent(target.completion)}，{_against_plan(target.gap)}（{by}）"
    )


def _against_aim(gap: Decimal | None) -> str:
    if gap is None or half_up(gap, 1) == 0:
        return "与目标持平" if gap is not None else "与目标差距未知"
    return f"{'好于' if gap > 0 else '差于'}目标 {written(abs(gap), 1)} 个百分点"


def _against_plan(gap: Decimal | None) -> str:
    if gap is None:
        return "与时序进度差距未知"
    if half_up(gap, 1) == 0:
        return "与时序进度持平"
    return f"{'超前' if gap > 0 else '落后'}时序 {written(abs(gap), 1)} 个百分点"


def _targets_table(targets: Sequence[TargetFact]) -> Table:
    columns = (
        TableColumn("序号", 12, numeric=True),
        TableColumn("指标", 42),
        TableColumn("责任单位", 30),
        TableColumn("计量单位", 16),
        TableColumn("全年目标", 20, numeric=True),
        TableColumn("本月", 18, numeric=True),
        TableColumn("累计", 20, numeric=True),
        TableColumn("完成率", 20, numeric=True),
        TableColumn("时序进度", 21, numeric=True),
        TableColumn("与时序差", 20, numeric=True),
        TableColumn("灯", 22),
        TableColumn("数据来源", 20),
    )
    sources = {"measured": "台账计量", "reported": "单位填报", "none": "暂无"}
    rows = tuple(
        (
            str(at), t.name, t.unit, t.measure_unit, written(t.value), written(t.month_actual), written(t.actual),
            per_cent(t.completion), per_cent(t.planned_share), points(t.gap), t.light, sources.get(t.source, t.source),
        )
        for at, t in enumerate(targets, 1)
    )  # fmt: skip
    return Table("", columns, rows, "与时序差的单位：百分点")


def _board_table(caption: str, entries: Sequence[BoardFact]) -> Table:
    columns = (TableColumn("位次", 10, numeric=True), TableColumn("单位", 40), TableColumn("理由", 130))
    rows = tuple((str(e.rank), e.unit, e.reason) for e in entries) or (("–", "本月无", "–"),)
    return Table(caption, columns, rows)


def _count(targets: Sequence[TargetFact], colour: str) -> int:
    return sum(t.colour == colour for t in targets)


def _units(targets: Sequence[TargetFact]) -> str:
    return "、".join(dict.fromkeys(t.unit or "未落实责任单位的目标" for t in targets))


def _gap(target: TargetFact) -> Decimal:
    return target.gap if target.gap is not None else Decimal(0)
