"""The starting 亩均效益 rules: against benchmarks, in force; between least and most, to be tried."""

from __future__ import annotations

from collections.abc import Mapping

from luoshi.rules.per_mu import PerMuRule

_TAX = {"code": "tax_per_mu", "title": "亩均税收", "top": "tax", "bottom": "area", "unit": "万元/亩"}
_SALES = {
    "code": "sales_per_mu",
    "title": "亩均销售收入",
    "top": "sales",
    "bottom": "area",
    "unit": "万元/亩",
}
_ENERGY = {
    "code": "value_per_tce",
    "title": "单位能耗增加值",
    "top": "value_added",
    "bottom": "energy",
    "unit": "万元/吨标准煤",
    "zero_is_best": True,
}
_POLLUTION = {
    "code": "value_per_cod",
    "title": "单位排放增加值",
    "top": "value_added",
    "bottom": "cod",
    "unit": "万元/吨",
    "zero_is_best": True,
}
_WATER = {
    "code": "value_per_water",
    "title": "单位水耗增加值",
    "top": "value_added",
    "bottom": "water",
    "unit": "万元/吨",
    "zero_is_best": True,
}
_LABOUR = {
    "code": "productivity",
    "title": "全员劳动生产率",
    "top": "value_added",
    "bottom": "labour",
    "unit": "万元/人",
}
_POWER = {
    "code": "tax_per_power",
    "title": "单位电耗税收",
    "top": "tax",
    "bottom": "power",
    "unit": "元/千瓦时",
    "zero_is_best": True,
}
_CLASSES = {"A": "20", "B": "60", "C": "95"}
_SHARED = {
    "classes": _CLASSES,
    "ties": ["tax_per_mu"],
    "young_years": 2,
    "exempt_kinds": ["公用事业"],
}


def _held_against(item: Mapping[str, object], weight: str, benchmark: str) -> dict[str, object]:
    return {**item, "weight": weight, "benchmark": benchmark, "cap": "1.2"}


def _between(item: Mapping[str, object], weight: str) -> dict[str, object]:
    return {**item, "weight": weight, "method": "minmax"}


_LARGE = [
    _held_against(_TAX, "40", "15"),
    _held_against(_SALES, "20", "300"),
    _held_against(_ENERGY, "10", "3"),
    _held_against(_POLLUTION, "15", "500"),
    _held_against(_WATER, "5", "0.1"),
    _held_against(_LABOUR, "10", "15"),
]
_SMALL = [
    _held_against(_TAX, "50", "15"),
    _held_against(_SALES, "20", "300"),
    _held_against(_POWER, "30", "1"),
]

PER_MU_RULE = PerMuRule.from_data(
    {
        "code": "per-mu",
        "name": "亩均效益评价（基准值法）",
        "version": "1",
        "effective_from": "2020-01-01",
        "tables": [
            {"code": "above_scale", "title": "规上工业企业", "items": _LARGE},
            {"code": "below_large", "title": "规下 3 亩以上企业", "items": _LARGE},
            {"code": "below_small", "title": "规下 3 亩以下企业", "items": _SMALL},
            {"code": "tenants", "title": "租用厂房企业", "items": _SMALL},
        ],
        **_SHARED,
    }
)
"""Figures: tax, sales and value_added in 万元, area in 亩, energy in tonnes of coal equivalent, cod and water in
tonnes, labour in persons, power in 万千瓦时 (so that 万元 ÷ 万千瓦时 is 元 a kilowatt-hour)."""

PER_MU_MINMAX_RULE = PerMuRule.from_data(
    {
        "code": "per-mu-minmax",
        "name": "亩均效益评价（极值法）",
        "version": "1",
        "effective_from": "2020-01-01",
        "tables": [
            {
                "code": code,
                "title": title,
                "items": [_between(_TAX, "45"), _between(_SALES, "35"), _between(_ENERGY, "20")],
            }
            for code, title in (
                ("above_scale", "规上工业企业"),
                ("below_large", "规下 3 亩以上企业"),
                ("below_small", "规下 3 亩以下企业"),
                ("tenants", "租用厂房企业"),
            )
        ],
        **_SHARED,
    }
)
"""Tax 45, sales 35 and energy 20, each between the least and the most of the table; not in force by itself."""
