"""入库纳统: when a project enters statistics, until when its figures are due, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from luoshi.rules import amounts, colours, dates, issued, months, refusals
from luoshi.rules.colours import Colour

Channel = Literal["none", "ordinary", "direct"]
PartsOf = Literal["month", "to_date"]
PARTS_OF: tuple[PartsOf, ...] = ("month", "to_date")
Field = Literal["month", "to_date", "parts", "period"]


@dataclass(frozen=True, slots=True)
class EntryRule:
    """One published rule.

    - Projects of ``least`` 万元 and more enter statistics, of ``direct`` 万元 and more they report directly.
    - A new entry is due on the ``entry_day`` of the month after the start, the figures of a month on the
      ``figures_day`` of the month ``figures_months`` later.
    - The light of an entry turns yellow ``yellow_months`` months after the start, red ``red_months`` after.
    - ``parts_of``: whether building, installation, equipment and other make up the month or the year to date.
    """

    code: str
    name: str
    version: str
    effective_from: str
    least: Decimal
    direct: Decimal
    entry_day: int
    figures_day: int
    figures_months: int
    yellow_months: int
    red_months: int
    parts_of: PartsOf = "to_date"

    def __post_init__(self) -> None:
        where = f"纳统规则 {self.code} "
        if self.direct < self.least:
            raise refusals.DirectBelowLeast(where)
        if self.red_months <= self.yellow_months:
            raise refusals.RedBeforeYellow(where)

    @classmethod
    def from_data(cls, data: object) -> EntryRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "纳统规则")
        rule = cls(
            **issued.imprint(source),
            least=source.decimal("least", least="0"),
            direct=source.decimal("direct", least="0"),
            entry_day=source.integer("entry_day", most=28),
            figures_day=source.integer("figures_day", most=28),
            figures_months=source.integer("figures_months", least=0, most=2),
            yellow_months=source.integer("yellow_months", most=600),
            red_months=source.integer("red_months", most=600),
            parts_of=source.word("parts_of", PARTS_OF, "to_date"),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        return {
            **issued.written(self),
            "least": str(self.least),
            "direct": str(self.direct),
            "entry_day": self.entry_day,
            "figures_day": self.figures_day,
            "figures_months": self.figures_months,
            "yellow_months": self.yellow_months,
            "red_months": self.red_months,
            "parts_of": self.parts_of,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """One month's report of one project, all in fen; ``to_date`` since January of the year."""

    period: int
    month: int
    to_date: int
    building: int
    installation: int
    equipment: int
    other: int

    @property
    def parts(self) -> int:
        return self.building + self.installation + self.equipment + self.other


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not agree: in which month, at which cell, and the sentence."""

    period: int
    field: Field
    sentence: str


@dataclass(frozen=True, slots=True)
class EntryLight:
    """The light of a project's entry, and why."""

    colour: Colour
    reason: str


def channel(rule: EntryRule, planned: int) -> Channel:
    """How a project of this planned total (fen) reports.

    Source: fixed-asset statistics take projects from 500 万元 on, from 5000 万元 on directly.

    >>> from luoshi.rules import defaults
    >>> [channel(defaults.ENTRY_RULE, wan * 1_000_000) for wan in (499, 500, 4999, 5000)]
    ['none', 'ordinary', 'ordinary', 'direct']
    """
    if planned < amounts.fen(rule.least):
        return "none"
    return "direct" if planned >= amounts.fen(rule.direct) else "ordinary"


def entry_due(rule: EntryRule, started_on: date) -> date:
    """Until when a project that started is to be entered.

    >>> from luoshi.rules import defaults
    >>> entry_due(defaults.ENTRY_RULE, date(2026, 12, 3))
    datetime.date(2027, 1, 10)
    """
    return _day(months.add_months(months.month_of(started_on.year, started_on.month), 1), rule.entry_day)


def figures_due(rule: EntryRule, period: int) -> date:
    """Until when the figures of a month are due.

    >>> from luoshi.rules import defaults
    >>> figures_due(defaults.ENTRY_RULE, 202612)
    datetime.date(2027, 1, 25)
    """
    return _day(months.add_months(period, rule.figures_months), rule.figures_day)


def entry_light(
    rule: EntryRule, started_on: date | None, entered_on: date | None, planned: int, *, as_of: date
) -> EntryLight:
    """Green when entered, yellow and red when so many months have passed since the start without it.

    Grey before the start, in the first months, and for projects too small to be entered. Source: light A
    (2025): not entered 1 month after the start yellow, 2 months after red.
    """
    if channel(rule, planned) == "none":
        return EntryLight("grey", f"计划总投资 {amounts.wan(planned)}，未达到入库标准，不评灯")
    if entered_on is not None and entered_on <= as_of:
        return EntryLight("green", f"{entered_on} 已入库，亮绿灯")
    if started_on is None or started_on > as_of:
        return EntryLight("grey", "尚未开工，暂不评灯")
    steps: tuple[tuple[Colour, int], ...] = (("red", rule.red_months), ("yellow", rule.yellow_months))
    for colour, count in steps:
        if as_of >= dates.add_months(started_on, count):
            told = f"{started_on} 开工，已满 {count} 个月尚未入库，亮{colours.WORDS[colour]}"
            return EntryLight(colour, told)
    return EntryLight("grey", f"{started_on} 开工，{entry_due(rule, started_on)} 前入库，暂不评灯")


def check(rule: EntryRule, reports: Sequence[Report], planned: int, *, before: int = 0) -> list[Finding]:
    """What does not agree in a project's reports, in the order of the months; ``planned`` total in fen.

    - year to date = month + previous year to date (none in January); parts = year to date, or the month
    - the year to date does not fall, no month of a year is left out between two reports
    - all years together, with ``before`` invested before the first report, do not pass the planned total

    Raises ReportTwice. Source: year to date = month + previous = building + installation + equipment + other.
    """
    ordered = sorted(reports, key=lambda report: report.period)
    for one, two in pairwise(ordered):
        if one.period == two.period:
            raise refusals.ReportTwice(months.format_month(one.period))
    found: list[Finding] = []
    earlier = before
    previous: Report | None = None
    for report in ordered:
        same_year = previous is not None and previous.period // 100 == report.period // 100
        if previous is not None and not same_year:
            earlier += previous.to_date
        found += _of_month(rule, report, previous if same_year else None)
        found += _of_total(report, earlier, planned)
        previous = report
    return found


def _of_month(rule: EntryRule, report: Report, previous: Report | None) -> Iterator[Finding]:
    told = months.show_month(report.period)
    last = previous.to_date if previous else 0
    if previous and months.months_between(previous.period, report.period) > 1:
        missing = months.show_month(months.add_months(previous.period, 1))
        yield Finding(report.period, "period", f"{missing}没有报表，请补报后再核对{told}的累计")
    elif previous and report.to_date < last:
        fell = f"{told}累计 {amounts.wan(report.to_date)}，比上月累计 {amounts.wan(last)} 减少，请核对"
        yield Finding(report.period, "to_date", fell)
    elif (previous or report.period % 100 == 1) and report.to_date != last + report.month:
        sum_ = f"上月累计 {amounts.wan(last)} 加本月 {amounts.wan(report.month)} 应为 {amounts.wan(last + report.month)}"
        yield Finding(report.period, "to_date", f"{told}累计 {amounts.wan(report.to_date)}，{sum_}，请改正")
    whole = report.to_date if rule.parts_of == "to_date" else report.month
    if report.parts != whole:
        name = "累计" if rule.parts_of == "to_date" else "本月"
        parts = f"建筑、安装、设备和其他合计 {amounts.wan(report.parts)}"
        yield Finding(report.period, "parts", f"{told}{parts}，与{name} {amounts.wan(whole)} 不一致，请改正")


def _of_total(report: Report, earlier: int, planned: int) -> Iterator[Finding]:
    total = earlier + report.to_date
    if total > planned:
        told = f"自开工累计 {amounts.wan(total)}，超过计划总投资 {amounts.wan(planned)}"
        yield Finding(
            report.period, "to_date", f"{months.show_month(report.period)}{told}，请核对或调整计划总投资"
        )


def _day(month: int, day: int) -> date:
    return date(month // 100, month % 100, day)
