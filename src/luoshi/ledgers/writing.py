"""The three ways to write one row: create, change, remove. The steps of its lifecycle are ``stepping``.

A row that nobody enters, because it follows from others, is made by ``arrange``.

Each asks ``may``, validates, writes, records and marks the figures in one transaction. Nothing else writes to a
ledger's table, except an import, which does the same for many rows at once (``bulk``).
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F, ProtectedError, RestrictedError

from luoshi.ledgers import audit, clocks, evidence, history, known, marks, numbers, registry, rejudging
from luoshi.ledgers.access import Act, Actor, may, require, unfillable
from luoshi.ledgers.columns import Finder
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue, Invalid, NotNow, Refused, Stale
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.models import Past, Review, Row

Written = TypeVar("Written")


def parse(ledger: Ledger, entered: Mapping[str, object], finder: Finder | None = None) -> dict[str, Any]:
    """Stored values from what a form or a cell holds; :class:`Invalid` with a sentence for each bad column."""
    finder = finder or Lookups()
    values: dict[str, Any] = {}
    problems: dict[str, list[str]] = {}
    for name, raw in entered.items():
        column = ledger.column(name)
        try:
            values[name] = column.parse(raw, finder)
        except BadValue as bad:
            problems[name] = [f"{ledger.title_of(column)}：{bad}"]
            continue
        if values[name] is None and ledger.required(column):
            problems[name] = [f"{ledger.title_of(column)}：不能为空，请填写。"]
    if problems:
        raise Invalid(problems)
    return values


def fill(ledger: Ledger, row: Row, values: Mapping[str, Any]) -> None:
    """Put stored values on a row; an empty value of a text field is the empty text."""
    for name, value in values.items():
        setattr(row, name, kept(ledger.field_named(name), value))


def kept(field: models.Field[Any, Any], value: Any) -> Any:
    """What a field keeps for a value: its default, or the empty text, where it cannot be empty."""
    if value is not None or field.null:
        return value
    return field.get_default() if field.has_default() else ""


def blank(ledger: Ledger) -> Row:
    """A row that is not stored yet, in the state in which rows start."""
    row = ledger.model()
    if ledger.lifecycle:
        setattr(row, ledger.lifecycle.field, ledger.lifecycle.start)
    return row


def settle(ledger: Ledger, row: Row) -> None:
    """Let a new row stand in the state in which it will be stored, where numbers and clocks ask for that."""
    life = ledger.lifecycle
    if life is not None and (life.draft or life.clocks):
        setattr(row, life.field, ledger.field_named(life.field).pre_save(row, add=True))


def create(
    ledger: Ledger,
    values: Mapping[str, Any],
    *,
    by: Actor,
    reason: str = "",
    on: datetime.date | None = None,
) -> Row:
    """A new row from stored values; ``on`` is the day, which a ledger whose clocks start with a row must be told."""
    require(by, Act.CREATE, ledger)
    evidence.look(ledger, values)
    with transaction.atomic():
        audit.begin()
        row = blank(ledger)
        taken, files = evidence.received(ledger, row, values, by)
        fill(ledger, row, taken)
        fill(ledger, row, known.settle(ledger, row, taken))
        settle(ledger, row)
        refuse_unfillable(by, ledger, row, values)
        numbers.give(ledger, [row])
        clocks.start(ledger, row, on)
        validate(ledger, row)
        _require_owner(by, Act.CREATE, ledger, row)
        require_state(by, ledger, row)
        _store(ledger, row, by=by, act="新增", reason=reason)
        follow(ledger, [row.pk], by)
        evidence.replace(ledger, row, taken, files)
    return row


def change(
    ledger: Ledger,
    row: Row,
    values: Mapping[str, Any],
    *,
    by: Actor,
    reason: str = "",
    act: str = "修改",
    on: datetime.date | None = None,
) -> Row:
    """Change a row; refused as stale where somebody else wrote it after ``row`` was read.

    ``on`` is the day, which a change of a column with history must be told.
    """
    require(by, Act.CHANGE, ledger, row)
    refuse_unfillable(by, ledger, row, values)
    if ledger.lifecycle and ledger.lifecycle.field in values:
        raise Refused("状态不能直接修改，请按步骤办理。")
    evidence.look(ledger, values)
    with transaction.atomic():
        audit.begin()
        return write(ledger, row, values, by=by, act=act, reason=reason, again=Act.CHANGE, on=on)


def remove(ledger: Ledger, row: Row, *, by: Actor, reason: str) -> None:
    """Remove a row entered by mistake, with what hangs on it; the trail keeps what it held."""
    require(by, Act.REMOVE, ledger, row)
    if not reason.strip():
        raise NotNow("删除需要写明理由。")
    with transaction.atomic():
        audit.begin()
        key, hung = row.pk, _hanging(ledger, row)
        refuse_fixed([row, *(hanging for _, hanging in hung)])
        marks.add(marks.watched(ledger, [key]), marks.held(ledger, row))
        _record_removal(by, ledger, row, "删除", reason)
        gone = {ledger.name: (ledger, [key])}
        for other, hanging in hung:
            gone.setdefault(other.name, (other, []))[1].append(hanging.pk)
            marks.add(marks.watched(other, [hanging.pk]), marks.held(other, hanging))
            _record_removal(by, other, hanging, "连带删除", f"随“{ledger.label_of(row)}”删除：{reason}")
        try:
            deleted, _ = ledger.model._default_manager.filter(pk=row.pk, version=row.version).delete()
        except (ProtectedError, RestrictedError) as held_by:
            raise Refused(
                f"“{ledger.label_of(row)}”还被{_counted(_holders(held_by))}引用，不能删除。请先处理这些行。"
            ) from held_by
        if not deleted:
            raise Stale(ledger.label_of(row))
        for other, keys in gone.values():
            forget(other, keys)
            follow(other, keys, by)


def forget(ledger: Ledger, keys: Collection[int]) -> None:
    """Remove what the machinery keeps about rows that are no more."""
    for kept_apart in (Review, Past):
        kept_apart.objects.filter(ledger=ledger.name, row__in=keys).delete()


def follow(ledger: Ledger, keys: Collection[int], by: Actor) -> None:
    """What follows from a write of these rows, in its own transaction: what the ledger does, and what is judged again."""
    if ledger.after is not None and keys:
        ledger.after(tuple(keys), by)
    if keys:
        rejudging.written(ledger)


def refuse_fixed(rows: Iterable[Row]) -> None:
    """Raise :class:`NotNow` with its sentence if one of the rows may no longer be written."""
    for sentence in dict.fromkeys(row.fixed() for row in rows):
        if sentence:
            raise NotNow(sentence)


def validate(ledger: Ledger, row: Row) -> None:
    """All of the model's own checks, as :class:`Invalid` with titles in front of the sentences."""
    try:
        row.full_clean()
    except ValidationError as found:
        raise Invalid(sentences(ledger, found)) from found


def arrange(
    ledger: Ledger,
    values: Mapping[str, Any],
    *,
    by: Actor,
    act: str,
    reason: str = "",
    on: datetime.date | None = None,
) -> Row:
    """A new row that an action makes, recorded as ``act`` and marked; ``on`` is the day on which its clocks start.

    :class:`Invalid` too where somebody else was quicker. Who calls it has asked ``may``, is inside a transaction and
    lets follow what follows.
    """
    row = blank(ledger)
    fill(ledger, row, values)
    clocks.start(ledger, row, on)
    validate(ledger, row)
    _store(ledger, row, by=by, act=act, reason=reason)
    return row


def _store(ledger: Ledger, row: Row, *, by: Actor, act: str, reason: str) -> None:
    """Insert a new row, record it and mark its buckets; nothing leads to it yet."""
    _insert(ledger, row)
    audit.record(by, act, ledger, row, audit.difference({}, audit.shown(ledger, row)), reason)
    marks.add((), now=marks.held(ledger, row))


def _insert(ledger: Ledger, row: Row) -> None:
    _guarded(ledger, row, lambda: row.save(force_insert=True))


def sentences(ledger: Ledger, found: ValidationError) -> dict[str, list[str]]:
    """A model's complaints by column, each with the column's title in front."""
    if not hasattr(found, "error_dict"):
        return {"": list(found.messages)}
    return {
        ("" if name == "__all__" else name): [
            f"{ledger.title_of(ledger.column(name))}：{m}" if ledger.has(name) else m for m in error.messages
        ]
        for name, error in ((n, ValidationError(e)) for n, e in found.error_dict.items())
    }


def require_state(by: Actor, ledger: Ledger, row: Row) -> None:
    """A new row starts where rows start; in another state only for who may take a step that leads there."""
    life = ledger.lifecycle
    if life is None or (now := getattr(row, life.field)) == life.start:
        return
    steps = [s for s in life.steps if s.target == now]
    if not any(may(by, Act.STEP, ledger, row, step=s.name) for s in steps):
        raise Refused(
            f"新增的行从“{state_word(ledger, life.start)}”开始，您（{by.name}）不能直接填“{state_word(ledger, now)}”。"
        )


def state_word(ledger: Ledger, state: str) -> str:
    """A state as people call it."""
    field = ledger.field_named(ledger.lifecycle.field) if ledger.lifecycle else None
    return str(dict(field.flatchoices).get(state, state)) if field else state


def refuse_unfillable(by: Actor, ledger: Ledger, row: Row | None, values: Mapping[str, Any]) -> None:
    """Nobody writes a column that they may not see or fill in, and nobody writes one that is computed."""
    closed = unfillable(by, ledger, row)
    for name in values:
        column = ledger.column(name) if ledger.has(name) else None
        if name in closed and column:
            raise Refused(f"您（{by.name}）不能填写“{ledger.title_of(column)}”。")
        if column and column.derived:
            raise Refused(f"“{ledger.title_of(column)}”是自动算出的，不能填写。")
        if name in ledger.clocked and (name == "due_on" or (row is not None and row.pk is not None)):
            raise Refused(f"“{ledger.title_of(column) if column else name}”由办理期限自动记下，不能填写。")


def write(
    ledger: Ledger,
    row: Row,
    values: Mapping[str, Any],
    *,
    by: Actor,
    act: str,
    reason: str,
    again: Act | None = None,
    check: Callable[[], None] | None = None,
    on: datetime.date | None = None,
) -> Row:
    """The conditional update behind change and step, with its audit row and marks; a row that fails is put back.

    Who calls it has asked ``may`` and is inside a transaction.
    """
    taken, files = evidence.received(ledger, row, values, by)
    before, held = audit.shown(ledger, row), {name: getattr(row, name) for name in taken}
    was, past = marks.held(ledger, row), history.texts(ledger, row)
    try:
        fill(ledger, row, taken)
        following = known.settle(ledger, row, taken) | _following(ledger, row, held, on)
        for name, value in following.items():
            held.setdefault(name, getattr(row, name))
            setattr(row, name, value)
        validate(ledger, row)
        if again is not None:
            _require_owner(by, again, ledger, row)
        if check is not None:
            check()
        changes = audit.difference(before, audit.shown(ledger, row))
        changed = [name for name, value in held.items() if getattr(row, name) != value]
        if not changed:
            return row
        touched = marks.watched(ledger, {row.pk: changed})
        _update(ledger, row, tuple(held))
    except BaseException:
        for name, value in held.items():
            setattr(row, name, value)
        raise
    audit.record(by, act, ledger, row, changes, reason)
    history.note(ledger, [(row, past)], on=on, by=by)
    marks.add(touched | marks.watched(ledger, {row.pk: changed}), was, marks.held(ledger, row))
    follow(ledger, [row.pk], by)
    evidence.replace(ledger, row, changed, files)
    return row


def _following(ledger: Ledger, row: Row, held: Mapping[str, Any], on: datetime.date | None) -> dict[str, Any]:
    """What the machinery fills in when columns have changed: the clocks, and the number of what is no draft any more."""
    life = ledger.lifecycle
    if life is None or life.field not in held:
        return clocks.changed(ledger, row, held)
    found = clocks.moved(ledger, row, held[life.field], on)
    if numbers.lacks(ledger, row):
        found[ledger.numbered] = numbers.next_of(ledger, row)
    return found


def _update(ledger: Ledger, row: Row, names: Iterable[str]) -> None:
    fields = [ledger.field_named(name).attname for name in names]
    found = ledger.model._default_manager.filter(pk=row.pk, version=row.version)
    written = _guarded(
        ledger,
        row,
        lambda: found.update(**{name: getattr(row, name) for name in fields}, version=F("version") + 1),
    )
    if not written:
        raise Stale(ledger.label_of(row))
    row.version += 1


def _guarded(ledger: Ledger, row: Row, write: Callable[[], Written]) -> Written:
    """What the database refuses although the model's checks passed: somebody else was quicker."""
    try:
        with transaction.atomic():
            return write()
    except IntegrityError as clash:
        raise Invalid(refusal(ledger, row, str(clash))) from clash


def refusal(ledger: Ledger, row: Row, said: str) -> dict[str, list[str]]:
    """The model's own words for what the database has just refused, else that it is a double.

    ``said`` is the database's own sentence, which names the constraint: a condition that it cannot compute without the
    table (PostgreSQL, sums beyond 32 bits) is passed over where a row is validated.
    """
    try:
        row.validate_unique()
        row.validate_constraints()
    except ValidationError as found:
        return sentences(ledger, found)
    for constraint in ledger.model._meta.constraints:
        if f'"{constraint.name}"' in said:
            return {"": [str(constraint.violation_error_message)]}
    return {"": [f"“{ledger.label_of(row)}”与已有的行重复，或不符合这本台账的约束，请核对。"]}


def _require_owner(by: Actor, act: Act, ledger: Ledger, row: Row) -> None:
    """Who may write may still not write into another unit's rows."""
    apart = any(grant.path for grant in ledger.access.grants(act))
    if ledger.unit != "pk" and (ledger.unit is not None or apart):
        require(by, act, ledger, row)


def _record_removal(by: Actor, ledger: Ledger, row: Row, act: str, reason: str) -> None:
    held = {title: (text, "") for title, text in audit.shown(ledger, row).items() if text}
    audit.record(by, act, ledger, row, held, reason)


def _hanging(ledger: Ledger, row: Row) -> list[tuple[Ledger, Row]]:
    """The rows of other ledgers that the database removes together with this one."""
    found: list[tuple[Ledger, Row]] = []
    for other, column in registry.pointing_at(ledger):
        if getattr(other.field_named(column).remote_field, "on_delete", None) is models.CASCADE:
            for hanging in other.rows().filter(**{column: row.pk}):
                found += [(other, hanging), *_hanging(other, hanging)]
    return found


def _holders(held_by: ProtectedError | RestrictedError) -> set[Any]:
    return set(
        held_by.protected_objects if isinstance(held_by, ProtectedError) else held_by.restricted_objects
    )


def _counted(rows: set[Any]) -> str:
    """“借阅”的 3 行、“预约”的 1 行."""
    titles = Counter(
        found.title if (found := registry.ledger_of(type(row))) else str(type(row)._meta.verbose_name)
        for row in rows
    )
    return "、".join(f"“{title}”的 {count} 行" for title, count in sorted(titles.items()))
