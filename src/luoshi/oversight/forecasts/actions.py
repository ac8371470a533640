"""Keeping the forecasts of a month: by hand, and by the worker after a month is closed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from luoshi.directory.calendars import months
from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.oversight.forecasts import making
from luoshi.oversight.forecasts.making import Made
from luoshi.oversight.forecasts.models import WHOLE, Forecast
from luoshi.rules.dates import last_day
from luoshi.rules.months import check_month, show_month

LEDGER = "oversight.forecasts"


def forecast(month: int, *, by: Actor) -> list[Forecast]:
    """Make and keep the forecasts after a month; what was kept for it before is made anew where figures have moved."""
    require(by, Act.CREATE, registry.ledger(LEDGER))
    made = making.forecasts_of(check_month(month))
    with transaction.atomic():
        audit.begin()
        return [row for row, _ in _keep(made, by)]


def day() -> datetime.date | None:
    """Until when forecasts are made by the worker: the last day of the last closed month."""
    month = months.latest()
    return None if month is None else last_day(month)


def find(on: datetime.date) -> list[Made]:
    """The forecasts after the month of a day."""
    return making.forecasts_of(on.year * 100 + on.month)


def keep(made: Sequence[Made], on: datetime.date, by: Actor) -> str:
    """Keep what was found, in the transaction of who calls."""
    changed = sum(moved for _, moved in _keep(made, by))
    return f"{show_month(on.year * 100 + on.month)}预测 {changed} 个目标" if changed else ""


def _keep(made: Sequence[Made], by: Actor) -> list[tuple[Forecast, bool]]:
    ledger = registry.ledger(LEDGER)
    month = made[0].month if made else 0
    held = {row.target_id: row for row in Forecast.objects.filter(period=month).select_related("target")}
    kept = []
    for each in made:
        values = _values(each)
        before = held.get(each.target.pk)
        if before is None:
            row = writing.arrange(ledger, values, by=by, act="预测")
            moved = True
        else:
            moved = any(getattr(before, name) != value for name, value in values.items())
            row = writing.write(ledger, before, values, by=by, act="重新预测", reason="") if moved else before
        assert isinstance(row, Forecast)
        kept.append((row, moved))
    return kept


def _values(made: Made) -> dict[str, Any]:
    answer = made.answer
    return {
        "target": made.target,
        "period": made.month,
        "low": f"{answer.low:f}",
        "middle": f"{answer.mean:f}",
        "high": f"{answer.high:f}",
        "likely": int(answer.chance * WHOLE),
        "method": made.question.method,
        "made_from": made.made_from,
        "given": made.question.to_data(),
        "runs": answer.runs,
        "seed": answer.seed,
    }
