"""What an evaluation is made of: the figures of a year as the rule takes them, and what is missing of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from luoshi.enterprises.register.models import Enterprise
from luoshi.projects.land.per_mu_figures.models import PerMuFigure
from luoshi.rules.per_mu import Rated
from luoshi.rules.per_mu_rules import PerMuRule

DIVISORS: Final[Mapping[str, int]] = {
    "area": 100, "tax": 1_000_000, "sales": 1_000_000, "value_added": 1_000_000, "research": 1_000_000,
    "energy": 100, "cod": 100, "water": 1, "power": 10_000, "labour": 1,
}  # fmt: skip
"""Of what is stored in one unit of the rule: fen in 万元, hundredths in 亩 and 吨, 千瓦时 in 万千瓦时."""
TITLES: Final = {f.name: str(f.verbose_name) for f in PerMuFigure._meta.concrete_fields}
UTILITIES: Final = ("44", "45", "46")  # electricity and heat, gas, water (GB/T 4754)


def rated(figure: PerMuFigure) -> Rated:
    """The figures of one enterprise in the units of the starting rules."""
    firm = figure.enterprise
    stored = {name: getattr(figure, name) for name in DIVISORS}
    known = {name: None if v is None else Decimal(v) / DIVISORS[name] for name, v in stored.items()}
    utility = firm.industry is not None and firm.industry.code[:2] in UTILITIES
    return Rated(
        key=firm.credit_code,
        table=figure.table,
        figures=known,
        years=_years(firm.established_on, figure.period // 100),
        kind="公用事业" if utility else "",
        exempt="" if figure.suited else figure.unsuited_reason,
    )


def _years(since: datetime.date | None, year: int) -> Decimal | None:
    if since is None:
        return None
    return round(Decimal((datetime.date(year, 12, 31) - since).days) / Decimal("365.25"), 2)


def frozen(row: Rated) -> dict[str, Any]:
    """A row as an evaluation keeps it."""
    return {
        "key": row.key,
        "table": row.table,
        "figures": {name: None if value is None else str(value) for name, value in row.figures.items()},
        "years": None if row.years is None else str(row.years),
        "kind": row.kind,
        "exempt": row.exempt,
    }


def thawed(data: Mapping[str, Any]) -> Rated:
    """What ``frozen`` kept."""
    figures = {name: None if value is None else Decimal(value) for name, value in data["figures"].items()}
    years = None if data["years"] is None else Decimal(data["years"])
    return Rated(**{**data, "figures": figures, "years": years})


def misses(rule: PerMuRule, year: int) -> list[str]:
    """What keeps a year from being whole: enterprises without figures, and figures that the rule asks for."""
    figures = PerMuFigure.objects.of_year(year).select_related("enterprise__industry")
    there = {figure.enterprise_id for figure in figures}
    lacking = Enterprise.objects.alive().filter(above_scale=True).exclude(pk__in=there)
    lacking = lacking.exclude(established_on__gt=datetime.date(year, 12, 31))
    found = [f"{firm.credit_code} {firm.name}：规上企业，没有 {year} 年的基础数据。" for firm in lacking]
    asked = {t.code: [n for i in t.items for n in (i.top, i.bottom) if n] for t in rule.tables}
    for figure in figures:
        row = rated(figure)
        empty = [n for n in dict.fromkeys(asked.get(row.table, ())) if row.figures.get(n) is None]
        if empty and not row.exempt:
            names = "、".join(TITLES.get(n, n) for n in empty)
            found.append(f"{row.key} {figure.enterprise.name}：缺少{names}，相关指标计 0 分。")
    return found
