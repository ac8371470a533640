"""Filings laid out: a row for every unit that is asked something for a month, and its values laid into it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from luoshi.directory.calendars import months
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.rejudging import Judge
from luoshi.plans.filings import kinds
from luoshi.plans.filings.models import FILLED_IN, HANDED_UP, Filing
from luoshi.plans.questions.models import Question
from luoshi.plans.reported.models import Reported, ReportedQuerySet
from luoshi.rules.dates import last_day

Place = tuple[int, int]  # unit, month


def ensure(places: Iterable[Place], by: Actor) -> dict[Place, Filing]:
    """The filings of units and months, made where there are none yet; part of a transaction that writes."""
    wanted = dict.fromkeys(places)
    held = Filing.objects.filter(unit__in={u for u, _ in wanted}, period__in={p for _, p in wanted})
    found = {(filing.unit_id, filing.period): filing for filing in held}
    units = Unit.objects.in_bulk({unit for unit, _ in wanted.keys() - found.keys()})
    due = {period: kinds.due_on(period) for _, period in wanted.keys() - found.keys()}
    for unit, period in sorted(wanted.keys() - found.keys()):
        values = {"unit": units[unit], "period": period, "due_on": due[period]}
        made = writing.arrange(_ledger(), values, by=by, act="布置")
        assert isinstance(made, Filing)
        found[unit, period] = made
    return found


def place(keys: Collection[int], by: Actor) -> None:
    """Lay values just written into the filings of their units; what is handed up already stays where it is."""
    _lay(Reported.objects.filter(pk__in=keys), by)


def place_again(keys: Collection[int], by: Actor) -> None:
    """Lay the values of questions just written into the filings of the units that are asked now."""
    _lay(Reported.objects.filter(question__in=keys), by)


def _lay(values: ReportedQuerySet, by: Actor) -> None:
    loose = values.filter(question__unit__isnull=False).exclude(filing__state__in=HANDED_UP)
    lying: dict[Place, list[int]] = defaultdict(list)
    told = loose.values_list("pk", "question__unit", "period", "filing__unit").order_by("pk")
    for key, unit, period, there in told:
        if unit != there:
            lying[unit, period].append(key)
    filings = ensure(lying, by) if lying else {}
    for where, keys in lying.items():
        Reported.objects.filter(pk__in=keys).update(filing=filings[where])


# In the background: the month that is being filled, as soon as the one before it is closed


def day() -> datetime.date | None:
    """The last day of the month that is being filled."""
    period = months.current()
    return None if period is None else last_day(period)


def find(on: datetime.date) -> Sequence[Place]:
    """The units that are asked something for the month and have no filing yet."""
    period = _month(on)
    asked = Question.objects.asked_in(period).filter(unit__isnull=False).order_by()
    units = set(asked.values_list("unit", flat=True))
    return [(unit, period) for unit in sorted(units - set(_filed(period)))]


def _filed(period: int) -> Iterable[int]:
    return Filing.objects.filter(period=period).values_list("unit", flat=True)


def keep(found: Sequence[Place], on: datetime.date, by: Actor) -> str:
    """Lay them out, and move the days on which open ones are due where rule or calendar have changed."""
    if not months.is_open(_month(on)):
        return ""
    ensure(found, by)
    _lay(Reported.objects.filter(period=_month(on), filing=None), by)
    moved = sum(_move(filing, by) for filing in Filing.objects.filter(period=_month(on), state__in=FILLED_IN))
    said = (f"布置 {len(found)} 个单位" if found else "", f"截止日期变动 {moved} 份" if moved else "")
    return "，".join(filter(None, said))


def _month(on: datetime.date) -> int:
    return on.year * 100 + on.month


def _move(filing: Filing, by: Actor) -> bool:
    due = kinds.due_on(filing.period)
    if due == filing.due_on:
        return False
    writing.write(_ledger(), filing, {"due_on": due}, by=by, act="期限重算", reason="规则或工作日历有变动")
    return True


def _ledger() -> Ledger:
    return registry.ledger("plans.filings")


JUDGE = Judge(
    name="filings",
    title="布置单位月报",
    ledger="plans.filings",
    concerned=("plans.questions", "directory.months", "directory.days"),
    rule=kinds.CUTOFF.name,
    day=day,
    find=find,
    keep=keep,
)
