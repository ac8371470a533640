"""System checks over the registry: an unknown or double name fails at start, not at the first click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BooleanField, DateField, Field, IntegerField, Model

from luoshi.accounts.models import User
from luoshi.ledgers import conditions, headings, registry, rule_kinds, terms
from luoshi.ledgers.columns import Column, File, Link, Number, Share
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.lifecycle import Lifecycle
from luoshi.ledgers.measures import Measure, Parted
from luoshi.ledgers.models import ClockedRow, Row


@register("ledgers")
def check_registry(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Every complaint about every registered ledger."""
    found: list[CheckMessage] = [
        Error(f"two ledgers are named {d.name!r}", obj=d.model, id="ledgers.E001") for d in registry.doubles()
    ]
    for ledger in registry.ledgers():
        found += check(ledger)
    return found


def check(ledger: Ledger) -> list[CheckMessage]:
    """Every complaint about one ledger."""
    complaints = (
        *_model(ledger),
        *_columns(ledger),
        *_names(ledger),
        *_measures(ledger),
        *_indexes(ledger),
        *_lifecycle(ledger),
        *_numbers(ledger),
        *_access(ledger),
    )
    return [
        Error(f"{ledger.name}: {text}", obj=ledger.model, id=f"ledgers.{code}") for code, text in complaints
    ]


Complaint = tuple[str, str]


def _model(ledger: Ledger) -> Iterator[Complaint]:
    model: type = ledger.model
    if not issubclass(model, Row):
        yield "E002", f"{ledger.model.__name__} does not inherit ledgers.models.Row"
    for method in ("save", "delete", "clean_fields", "full_clean"):
        if getattr(ledger.model, method) is not getattr(Model, method):
            yield "E011", f"{ledger.model.__name__} overrides {method}(), which writing many rows passes by"


def _columns(ledger: Ledger) -> Iterator[Complaint]:
    names = [c.name for c in ledger.columns]
    yield from (
        ("E003", f"column {n!r} is declared twice") for n in sorted({n for n in names if names.count(n) > 1})
    )
    yield from _titles(ledger)
    groups = [group for group, _ in ledger.groups(ledger.columns) if group]
    yield from (
        ("E014", f"the columns of the group {g!r} do not stand together")
        for g in sorted({g for g in groups if groups.count(g) > 1})
    )
    known = {found.name for found in registry.ledgers()}
    for column in ledger.columns:
        if isinstance(column, Link) and column.to not in known:
            yield "E004", f"column {column.name!r} links to {column.to!r}, which is not registered"
        if column.history and column.derived:
            yield "E017", f"column {column.name!r} keeps its history, but is derived"
        if column.derived:
            if not hasattr(ledger.model, column.name):
                yield "E005", f"{ledger.model.__name__} has no attribute {column.name!r} for a derived column"
            continue
        try:
            field = ledger.field(column)
        except FieldDoesNotExist:
            yield "E005", f"{ledger.model.__name__} has no field {column.name!r}"
            continue
        link, _, there = column.known.partition("__")
        if column.known and (
            not there or link not in {each.name for each in ledger.links} or not _leads(ledger, column.known)
        ):
            yield (
                "E019",
                f"column {column.name!r} is known by {column.known!r}, which leads nowhere over a link",
            )
        if isinstance(column, File) and (not field.null or column.name in ledger.identity):
            yield "E018", f"column {column.name!r} holds a file, but is part of the identity or never empty"


def _titles(ledger: Ledger) -> Iterator[Complaint]:
    """An import finds columns by their titles."""
    if not ledger.editable:
        return
    seen: dict[str, str] = {}
    for column in ledger.columns:
        try:
            title = headings.normal(ledger.title_of(column))
        except FieldDoesNotExist:
            continue
        if seen.setdefault(title, column.name) != column.name:
            yield "E010", f"columns {seen[title]!r} and {column.name!r} are both called {title!r}"


def _names(ledger: Ledger) -> Iterator[Complaint]:
    if not ledger.identity:
        yield "E006", "identity is empty"
    numbered = (ledger.numbered,) if ledger.numbered else ()
    for name in (*ledger.identity, *ledger.access.secret, *numbered):
        if not ledger.has(name):
            yield "E006", f"{name!r} is named in identity, secret or numbered but is no column"
        elif name not in ledger.access.secret and ledger.column(name).derived:
            yield "E006", f"{name!r} is part of the identity but derived"
    if not hasattr(ledger.model, ledger.label):
        yield "E006", f"label {ledger.label!r} is no attribute of {ledger.model.__name__}"
    for path in (
        *ledger.search,
        *(p.lstrip("-") for p in ledger.order),
        *([ledger.unit] if ledger.unit else ()),
    ):
        if not _leads(ledger, path):
            yield "E007", f"path {path!r} leads nowhere"


def _measures(ledger: Ledger) -> Iterator[Complaint]:
    names = [m.name for m in ledger.measures]
    yield from (
        ("E008", f"measure {n!r} is declared twice") for n in sorted({n for n in names if names.count(n) > 1})
    )
    for measure in ledger.measures:
        paths = [
            measure.when,
            measure.threshold,
            measure.of,
            *(c.column for c in (*measure.where, *measure.official)),
        ]
        if isinstance(measure, Parted):
            yield from _parted(ledger, measure)
        if measure.kind in ("sum", "last", "average", "distinct") and not measure.of:
            yield "E008", f"measure {measure.name!r} names no column"
        if not measure.when and not isinstance(measure, Parted):
            yield "E008", f"measure {measure.name!r} names no date"
        for path in filter(None, paths):
            try:
                column = conditions.column_at(ledger, path)
            except LedgerError:
                yield "E008", f"measure {measure.name!r} names {path!r}, which leads to no column"
                continue
            if path == measure.of and measure.kind in ("sum", "average") and not _adds_up(column, measure):
                yield "E008", f"measure {measure.name!r} cannot add up the column {path!r}"


def _indexes(ledger: Ledger) -> Iterator[Complaint]:
    """Every date of a measure is found by an index, with the unit where the row itself has one: see ``by_month``."""
    options, unit = ledger.model._meta, ledger.unit or ""
    there = [tuple(index.fields) for index in options.indexes]
    own = (unit,) if unit and unit != "pk" and "__" not in unit else ()
    try:
        dates = terms.dates(ledger)
    except LedgerError:  # a part that is no measure is told already
        return
    for date in dates:
        if "__" not in date and not any(fields[: len(own) + 1] == (*own, date) for fields in there):
            yield "E020", f"measures go by {date!r}, which no index {(*own, date)} finds"


def _adds_up(column: Column, measure: Measure) -> bool:
    """Whether the values of a column have a sum; shares have none, but a mean."""
    return isinstance(column, Number) and (measure.kind == "average" or not isinstance(column, Share))


def _parted(ledger: Ledger, measure: Parted) -> Iterator[Complaint]:
    """Both parts count or add up; one date of the whole is that of both."""
    parts = [m for m in ledger.measures if m.name in measure.parts]
    for name in set(measure.parts) - {m.name for m in parts}:
        yield "E008", f"measure {measure.name!r} is made of {name!r}, which is no measure"
    for part in parts:
        if not part.adds_months:
            yield "E008", f"measure {measure.name!r} is made of {part.name!r}, which does not add up"
        if measure.when and part.when != measure.when:
            yield (
                "E008",
                f"measure {measure.name!r} goes by {measure.when!r}, its part {part.name!r} does not",
            )


def _lifecycle(ledger: Ledger) -> Iterator[Complaint]:
    if ledger.lifecycle is None:
        return
    state = ledger.lifecycle.field
    if not hasattr(ledger.model, state):
        yield "E009", f"{ledger.model.__name__} has no state field {state!r}"
        return
    known = {str(stored) for stored, _ in ledger.model._meta.get_field(state).flatchoices}  # type: ignore[union-attr]
    for step in ledger.lifecycle.steps:
        for named in {*step.source, step.target, ledger.lifecycle.start} - known:
            yield "E009", f"step {step.name!r} names the state {named!r}, which the model does not know"
        for column in step.needs:
            if not ledger.has(column):
                yield "E009", f"step {step.name!r} needs {column!r}, which is no column"
        if step.review and not ledger.access.reviews.get(step.review):
            yield "E016", f"step {step.name!r} waits for the review {step.review!r}, which nobody may give"
        for slot in step.evidence:
            if not slot.strip() or len(slot) > 40 or step.evidence.count(slot) > 1:
                yield "E009", f"step {step.name!r} asks for the evidence {slot!r}: empty, too long or twice"
        if step.back and not any(ledger.lifecycle.leads(step.target, source) for source in step.source):
            yield (
                "E009",
                f"step {step.name!r} goes back to a state from which nothing leads to where it starts",
            )
    yield from _clocks(ledger, ledger.lifecycle, known)


def _clocks(ledger: Ledger, life: Lifecycle, known: set[str]) -> Iterator[Complaint]:
    """Clocks run in states that are there, and fill in columns that can be empty."""
    if life.clocks and not issubclass(ledger.model, ClockedRow):
        yield "E015", f"{ledger.model.__name__} has clocks, but does not inherit ledgers.models.ClockedRow"
    states = [clock.state for clock in life.clocks]
    for state in sorted({state for state in states if states.count(state) > 1}):
        yield "E015", f"two clocks run in the state {state!r}"
    for state in sorted({*states, *life.closed, *filter(None, (life.draft,))} - known):
        yield "E015", f"a clock, draft or closed names the state {state!r}, which the model does not know"
    for state in sorted({*states, life.draft} & set(life.closed)):
        yield "E015", f"the state {state!r} is closed, but something is left to do in it"
    for clock in life.clocks:
        if clock.since and not _is(ledger, clock.since, DateField):
            yield "E015", f"a clock starts with {clock.since!r}, which is no day of the ledger"
        if clock.verdict and not (
            _is(ledger, clock.verdict, BooleanField) and ledger.field_named(clock.verdict).null
        ):
            yield "E015", f"a clock judges in {clock.verdict!r}, which is no yes or no that may be empty"
        kind = clock.limit.rule.partition("/")[0]
        if kind and kind not in {each.name for each in rule_kinds.kinds()}:
            yield "E015", f"a clock goes by a rule of the kind {kind!r}, which nobody has registered"
    number = ledger.field_named(ledger.numbered) if life.draft and ledger.numbered else None
    if number is not None and (number.unique or not number.blank):
        yield "E015", f"a draft has no number, but {ledger.numbered!r} must be filled in or be unique"


def _is(ledger: Ledger, name: str, kind: type[Field[Any, Any]]) -> bool:
    """Whether a column is there and is of a kind of field."""
    return ledger.has(name) and isinstance(ledger.field_named(name), kind)


def _numbers(ledger: Ledger) -> Iterator[Complaint]:
    rule = ledger.number
    if rule is None:
        return
    if not ledger.numbered:
        yield "E012", "there is a rule for numbers, but no column is numbered"
    if not rule.prefix or rule.width < 1:
        yield "E012", "a number has a prefix and at least one digit"
    if rule.year_of and not _leads(ledger, rule.year_of):
        yield "E012", f"numbers go by the year of {rule.year_of!r}, which leads nowhere"
    elif rule.year_of:
        *way, date = _fields(ledger, rule.year_of)
        draft = bool(
            ledger.lifecycle and ledger.lifecycle.draft
        )  # which may lack its date, as it lacks its number
        if (
            not isinstance(date, DateField | IntegerField)
            or any(f.null for f in way)
            or (date.null and not draft)
        ):
            yield "E012", f"numbers go by the year of {rule.year_of!r}, which is no date that every row has"


def _access(ledger: Ledger) -> Iterator[Complaint]:
    """What is granted is there, and what only some may fill in is not asked of everybody."""
    steps = {step.name for step in ledger.lifecycle.steps} if ledger.lifecycle else set()
    for name in sorted(set(ledger.access.steps) - steps):
        yield "E013", f"a step {name!r} is granted, which the lifecycle does not have"
    reviews = {step.review for step in ledger.lifecycle.steps} if ledger.lifecycle else set()
    for name in sorted(set(ledger.access.reviews) - reviews):
        yield "E016", f"a review {name!r} is granted, for which no step waits"
    writable = {column.name for column in ledger.entered}
    for name in ledger.access.columns:
        if name not in writable:
            yield "E013", f"column {name!r} is granted, which nobody fills in"
        elif _required(ledger, name):
            yield "E013", f"column {name!r} is granted to some, but every new row must have it"
    for path in sorted({grant.of for grant in ledger.access.every if grant.of}):
        if not _leads(ledger, path) or _fields(ledger, path)[-1].related_model is not User:
            yield "E013", f"a grant is over the rows of {path!r}, which leads to no person"
    for path in sorted({grant.unit for grant in ledger.access.every if grant.unit}):
        if not _leads(ledger, path):
            yield "E013", f"a grant is over the rows of {path!r}, which leads nowhere"


def _required(ledger: Ledger, name: str) -> bool:
    try:
        return ledger.required(ledger.column(name))
    except FieldDoesNotExist:
        return False  # complained of elsewhere


def _fields(ledger: Ledger, path: str) -> list[Any]:
    """The fields that a path goes through."""
    found: list[Any] = []
    at: Any = ledger.model
    for name in path.split("__"):
        found.append(at._meta.pk if name == "pk" else at._meta.get_field(name))
        at = found[-1].related_model
    return found


def _leads(ledger: Ledger, path: str) -> bool:
    at: Any = ledger.model
    for name in path.split("__"):
        if name == "pk":
            return True
        try:
            at = at._meta.get_field(name).related_model
        except (FieldDoesNotExist, AttributeError):
            return False
    return True
