"""The clocks of rows: until when the state in which a row stands asks for the next step, and how that stands.

The last day of a clock is kept on the row (``due_on``), so that lists, filters and figures need no calendar.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from luoshi.ledgers import audit, marks, registry, rule_kinds
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.lifecycle import Clock, Limit
from luoshi.ledgers.models import ClockedRow, Row
from luoshi.rules import response, service_limits
from luoshi.rules.errors import RulesError
from luoshi.rules.service_rules import ServiceRule

Stand = Literal["kept", "running", "near", "late"]
Between = Callable[[datetime.date, datetime.date], Mapping[datetime.date, bool]]
NEAR = datetime.timedelta(days=1)


class Calendar(Mapping[datetime.date, bool]):
    """The working days, each year read the first time that a clock reaches it."""

    def __init__(self, between: Between) -> None:
        self._between = between
        self._years: dict[int, Mapping[datetime.date, bool]] = {}

    def __getitem__(self, day: datetime.date) -> bool:
        if day.year not in self._years:
            first, last = datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31)
            self._years[day.year] = self._between(first, last)
        return self._years[day.year][day]

    def __iter__(self) -> Iterator[datetime.date]:
        return (day for days in self._years.values() for day in days)

    def __len__(self) -> int:
        return sum(map(len, self._years.values()))


class NoCalendar(LedgerError):
    """Nobody has said which days are worked."""

    def __init__(self) -> None:
        super().__init__("没有工作日历，按工作日计算的期限算不出来，请联系系统管理员。")


def _no_calendar(start: datetime.date, end: datetime.date) -> Mapping[datetime.date, bool]:
    raise NoCalendar


_source: list[Between] = [_no_calendar]


def use(between: Between) -> None:
    """Say where working days come from: whether each day between two is worked. Called when a family starts."""
    _source[:] = [between]


def calendar() -> Calendar:
    """The working days, to be shared by all rows of one write."""
    return Calendar(_source[0])


def due(
    ledger: Ledger,
    row: Row,
    state: str,
    on: datetime.date | None,
    days: Mapping[datetime.date, bool] | None = None,
) -> datetime.date | None:
    """The last day of the clock of a state that the row entered on a day.

    None where no clock runs, where its start is not known yet, or where it reaches beyond the published calendar.
    """
    clock = ledger.lifecycle.clock(state) if ledger.lifecycle else None
    if clock is None:
        return None
    return _last(
        clock, getattr(row, clock.since) if clock.since else on, calendar() if days is None else days
    )


def _last(clock: Clock, begun: Any, days: Mapping[datetime.date, bool]) -> datetime.date | None:
    """The last day of a clock that starts on a day."""
    if not isinstance(begun, datetime.date):
        return None
    try:
        return response.due(limit_on(clock, begun), begun, days)
    except (LedgerError, RulesError):
        return None  # wound again when the calendar has those days


def limit_on(clock: Clock, day: datetime.date) -> response.TimeLimit:
    """The limit of a clock that starts on a day: what the rule of that day says, else what is declared."""
    declared = response.TimeLimit(clock.state, clock.title, clock.limit.days, clock.limit.working)
    return ruled(clock.limit, day) or declared


def ruled(limit: Limit, day: datetime.date) -> response.TimeLimit | None:
    """What the rule that a limit names says on a day; None where none is named, or none in force."""
    rule, code = _rule_on(limit, day)
    found: response.TimeLimit | None = rule.limit(code) if rule else None
    return found


def _rule_on(limit: Limit, day: datetime.date) -> tuple[Any, str]:
    """The rule that a limit names as it is on a day, None where there is none; and the limit's code in it."""
    kind, _, code = limit.rule.partition("/")
    return (rule_kinds.perhaps(rule_kinds.named(kind), day) if kind else None), code


def legal(ledger: Ledger, row: Row, days: Mapping[datetime.date, bool] | None = None) -> datetime.date | None:
    """The last day that the law allows for the step that a row waits for, by the rule of the day its clock started on.

    None where no clock runs, where its rule says only one limit, or where the calendar does not reach so far.
    """
    clock = ledger.lifecycle.clock(getattr(row, ledger.lifecycle.field)) if ledger.lifecycle else None
    begun = getattr(row, clock.since or "entered") if clock else None
    if clock is None or not isinstance(begun, datetime.date):
        return None
    rule, code = _rule_on(clock.limit, begun)
    if not isinstance(rule, ServiceRule):
        return None
    try:
        return service_limits.due(rule.service(code), begun, calendar() if days is None else days).statutory
    except (LedgerError, RulesError):
        return None


def start(ledger: Ledger, row: Row, on: datetime.date | None) -> None:
    """Set the clock of a new row, which comes into its state on a day unless it brings another day along."""
    if not ledger.clocked:
        return
    assert isinstance(row, ClockedRow)  # the system check has seen to it
    columns = _alone(ledger, row)
    start_all(ledger, columns, on)
    for name in ledger.clocked:
        setattr(row, name, columns[name][0])


def start_all(ledger: Ledger, columns: dict[str, list[Any]], on: datetime.date | None) -> None:
    """The same for many new rows, told by column; each day of a clock is reckoned from once."""
    life = ledger.lifecycle
    if life is None or not life.clocks:
        return
    columns["entered"] = entered = [day or on for day in columns["entered"]]
    columns["due_on"] = [None] * len(entered)
    for clock in life.clocks:
        among = [at for at, state in enumerate(columns[life.field]) if state == clock.state]
        if not clock.since and any(entered[at] is None for at in among):
            raise TypeError(f"a row of {ledger.name!r} has a clock and must be told its day")
        _wind(clock, columns, among)
        if clock.verdict:
            for at in among:
                columns[clock.verdict][at] = None


def _wind(clock: Clock, columns: Mapping[str, list[Any]], among: Iterable[int]) -> None:
    """Work out until when a clock runs for some rows."""
    days, known = calendar(), dict[Any, datetime.date | None]()
    begun = columns[clock.since or "entered"]
    for at in among:
        if begun[at] not in known:
            known[begun[at]] = _last(clock, begun[at], days)
        columns["due_on"][at] = known[begun[at]]


def _alone(ledger: Ledger, row: Row) -> dict[str, list[Any]]:
    """What clocks look at, of one row, by column."""
    life = ledger.lifecycle
    assert life is not None
    starts = {clock.since for clock in life.clocks if clock.since}
    return {name: [getattr(row, name)] for name in {life.field, *starts, *ledger.clocked}}


def moved(ledger: Ledger, row: Row, left: str, on: datetime.date | None) -> dict[str, Any]:
    """What the clocks' columns hold when a row, which has its new state already, has left another on a day."""
    life = ledger.lifecycle
    if life is None or not life.clocks:
        return {}
    if on is None:
        raise TypeError(f"a step of {ledger.name!r}, which has clocks, must be told its day")
    assert isinstance(row, ClockedRow)
    state = getattr(row, life.field)
    before, now = life.clock(left), life.clock(state)
    found: dict[str, Any] = {"entered": on, "due_on": due(ledger, row, state, on)}
    if before and before.verdict:
        last = None if before.since else row.due_on
        last = last or due(ledger, row, left, row.entered)
        found[before.verdict] = None if last is None else on <= last
    if now and now.verdict:
        found[now.verdict] = None
    return found


def changed(ledger: Ledger, row: Row, names: Collection[str]) -> dict[str, Any]:
    """What the clocks' columns hold when some columns of a row have been changed."""
    if not ledger.clocked:
        return {}
    columns = _alone(ledger, row)
    return {"due_on": columns["due_on"][0]} if changed_all(ledger, columns, [names]) else {}


def changed_all(
    ledger: Ledger, columns: Mapping[str, list[Any]], names: Sequence[Collection[str]]
) -> list[int]:
    """Wind again the clocks of those rows, told by column, whose clock starts on a day that has been changed: which."""
    life, found = ledger.lifecycle, list[int]()
    for clock in life.clocks if life else ():
        states = columns[life.field] if life else ()
        among = [at for at, state in enumerate(states) if state == clock.state and clock.since in names[at]]
        _wind(clock, columns, among)
        found += among
    return found


def wind_again(by: Actor) -> int:
    """Work out anew until when all running clocks run, after the calendar has changed; returns how many moved.

    Part of the transaction of that change. Nobody's version of a row grows stale, because nobody enters this day.
    """
    days, count = calendar(), 0
    for ledger in registry.ledgers():
        life = ledger.lifecycle
        if life is None or not life.clocks:
            continue
        ticking = [clock.state for clock in life.clocks]
        for row in ledger.rows().filter(**{f"{life.field}__in": ticking}):
            assert isinstance(row, ClockedRow)
            last = due(ledger, row, getattr(row, life.field), row.entered, days)
            if last != row.due_on:
                _move(ledger, row, last, by)
                count += 1
    return count


def _move(ledger: Ledger, row: ClockedRow, last: datetime.date | None, by: Actor) -> None:
    texts = tuple(each.isoformat() if each else "" for each in (row.due_on, last))
    touched = marks.buckets(ledger, [row])
    row.due_on = last
    type(row)._default_manager.filter(pk=row.pk).update(due_on=last)
    title = str(ledger.field_named("due_on").verbose_name)
    audit.record(by, "期限重算", ledger, row, {title: (texts[0], texts[1])}, "工作日历有变动")
    marks.add(touched | marks.buckets(ledger, [row]))


def stand(row: ClockedRow, on: datetime.date) -> Stand:
    """How the clock of a row stands on a day: "kept" where nothing is due, "near" on the last day and the day before."""
    if row.due_on is None:
        return "kept"
    if on > row.due_on:
        return "late"
    return "near" if row.due_on - on <= NEAR else "running"
