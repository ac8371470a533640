"""The starting rules of delivery."""

from __future__ import annotations

from luoshi.rules.statistics import EntryRule

ENTRY_RULE = EntryRule.from_data(
    {
        "code": "entry",
        "name": "入库纳统规则",
        "version": "1",
        "effective_from": "2020-01-01",
        "least": "500",
        "direct": "5000",
        "entry_day": 10,
        "figures_day": 25,
        "figures_months": 1,
        "yellow_months": 1,
        "red_months": 2,
        "parts_of": "to_date",
    }
)
"""From 500 万元 on, entered by the 10th of the month after the start, figures by the 25th of the next month."""
