"""Invented figures for the gallery: one of everything that a component can show."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

from luoshi.rules.colours import Colour
from luoshi.web import formats
from luoshi.web.charts import LineChart
from luoshi.web.forms import Form
from luoshi.web.parts import Bar, Cell, Column, Detail, Event, Hit, Row, Table, lamp

YI: Final = formats.FEN_IN_YI
MONTHS: Final = tuple(f"{number}月" for number in range(1, 13))
DUE: Final = Decimal("0.83")
FIGURES: Final = {
    "half": Decimal("0.437"),
    "plan": Decimal("0.52"),
    "over": Decimal("1.204"),
    "fen": 1_260_450_000_000,
    "size": 3_500_000,
    "when": datetime(2026, 10, 15, 6, 5, tzinfo=UTC),
}
TARGETS: Final[tuple[tuple[str, str, int, int | None, Colour, str], ...]] = (
    ("固定资产投资", "经济发展局", 96 * YI, 8120 * YI // 100, "green", ""),
    ("新签约项目协议投资额", "招商局", 300 * YI, 21750 * YI // 100, "yellow", ""),
    ("实际到位外资（折合人民币）", "招商局", 12 * YI, 310 * YI // 100, "red", ""),
    (
        "标准厂房及配套道路、管网和绿化提升工程当年完成投资",
        "规划建设局",
        86 * YI // 10,
        None,
        "grey",
        "无数据",
    ),
    ("专项债券资金使用", "财政金融局", 45 * YI // 10, 0, "grey", "未到期"),
)
ICONS: Final = (
    "plan", "target", "ledger", "round", "report", "setting", "search", "todo", "user", "key", "grid", "left", "right",
    "down", "close", "expand", "link",
)  # fmt: skip
SAID: Final = (
    Message(constants.SUCCESS, "已保存 3 条。"),
    Message(constants.WARNING, "还有 2 个单位没有填报。"),
    Message(constants.ERROR, "没有办成：这个月已经关账。"),
)


class SampleForm(Form):
    """One field of every kind."""

    name = forms.CharField(label="项目名称", help_text="与备案文件一致的全称。")
    amount = forms.DecimalField(
        label="协议总投资（亿元）",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "number"}),
    )
    level = forms.ChoiceField(label="项目级别", choices=[("", "请选择"), ("1", "省级"), ("2", "市级")])
    started = forms.DateField(
        label="开工日期", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    note = forms.CharField(label="备注", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    known = forms.CharField(
        label="统一社会信用代码", initial="91330100MA2XXXXX0A", disabled=True, required=False
    )
    agreed = forms.BooleanField(label="数据已与责任单位核对", required=False)
    paper = forms.FileField(label="佐证材料", required=False, help_text="PDF、Word 或照片，不超过 20 MB。")


def wrong_form() -> SampleForm:
    """A form that came back with errors."""
    form = SampleForm({"amount": "一亿", "name": "", "level": "1"})
    form.add_error(None, "有 2 处需要改正，改好后再保存。")
    return form


def targets(url: str, sort: str = "") -> Table:
    """A wall in small."""
    columns = (
        Column("序号", kind="number", width="narrow"),
        Column("目标", width="wide", sort="name"),
        Column("责任单位"),
        Column("全年目标", "亿元", "number", sort="value"),
        Column("累计", "亿元", "number", sort="actual"),
        Column("与时序差", "百分点", "number", help="完成率减去截至本月应完成的比例"),
        Column("完成率", kind="bar"),
        Column("灯", kind="light"),
        Column("截止", kind="day"),
    )
    rows = (target_row(number, url, *sample) for number, sample in enumerate(TARGETS, 1))
    total = Cell(formats.yi(sum(sample[2] for sample in TARGETS)))
    return Table(
        name="gallery-targets",
        caption="目标完成情况",
        columns=columns,
        rows=(Row(heading="一、主要目标"), *rows),
        totals=(Cell(), Cell("合计"), Cell(), total, *(Cell() for _ in range(5))),
        frozen=2,
        selectable=True,
        sorted=sort,
    )


def target_row(
    number: int, url: str, name: str, unit: str, value: int, actual: int | None, colour: Colour, word: str
) -> Row:
    """One target: its figures open the drawer."""
    share = None if actual is None else Decimal(actual) / value
    gap = None if share is None else (share - DUE) * 100
    cells = (
        Cell(str(number)),
        Cell(name, url),
        Cell(unit),
        Cell(formats.yi(value)),
        Cell(formats.yi(actual), url if actual is not None else ""),
        Cell(formats.signed(gap)),
        Cell(bar=Bar(share, DUE)),
        Cell(f"与时序相差 {formats.points(gap)}", light=lamp(colour, word)),
        Cell("2026-12-31"),
    )
    return Row(cells, key=str(number))


def by_month() -> Table:
    """Two rows of heads, and many columns that scroll under the frozen one."""
    cells = (
        Cell("星河储能电池二期", note="溪口片区"),
        Cell("招商局"),
        *(Cell(formats.yi(n * YI // 7)) for n in range(1, 13)),
    )
    monthly = (Column(month, "亿元", "number", group="到位资金") for month in MONTHS)
    return Table(
        name="gallery-months",
        columns=(Column("项目", width="medium"), Column("单位"), *monthly),
        rows=tuple(Row(cells, key=str(n)) for n in range(3)),
        short=True,
    )


def nothing() -> Table:
    """A table without a row."""
    columns = (Column("名称"), Column("金额", "亿元", "number"))
    return Table(name="gallery-none", columns=columns, rows=(), short=True)


def chart() -> LineChart:
    """Plan against actual up to October, with a forecast."""
    done = tuple(Decimal(n) * Decimal("7.3") + n % 3 for n in range(1, 11))
    ahead = (None,) * 9
    return LineChart(
        name="gallery-chart",
        title="固定资产投资累计",
        unit="亿元",
        labels=MONTHS,
        plan=tuple(Decimal(8) * n for n in range(1, 13)),
        actual=(*done, None, None),
        low=(*ahead, done[-1], Decimal("77.1"), Decimal("80.6")),
        high=(*ahead, done[-1], Decimal("81.4"), Decimal("88.2")),
        today="10月",
    )


def hits(url: str) -> list[tuple[str, list[Hit]]]:
    """What a search finds, kind by kind."""
    found = [Hit("单位", "招商局", url, "部门"), Hit("目标", "固定资产投资", url, "2026-004，经济发展局")]
    return [(hit.kind, [hit]) for hit in found]


def details(url: str) -> list[Detail]:
    """Values of a row: one that opens something, one that a ledger knew, one that nobody knows."""
    return [
        Detail("责任单位", "招商局", url),
        Detail("协议金额", "12.60 亿元", source="签约项目台账"),
        Detail("开工日期", ""),
        Detail("联系领导", "高远"),
    ]


def events(url: str) -> list[Event]:
    """A short history."""
    return [
        Event(moment(10, 15), "陈静", "修改了协议金额", "12.00 亿元 → 12.60 亿元\n理由：补充协议已签"),
        Event(moment(9, 30), "林昭", "确认了绑定", url=url),
        Event(moment(3, 2), "陈静", "新增了这条记录"),
    ]


def moment(month: int, day: int) -> datetime:
    """Five past two in the afternoon of a day in 2026, by the clocks of Shanghai."""
    return datetime(2026, month, day, 6, 5, tzinfo=UTC)
