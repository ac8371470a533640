"""Rows whose state is the last of several dates to be reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from django.db import models
from django.db.models import CheckConstraint, F, Q


class Stage(NamedTuple):
    """A state, what people call it, and the date that shows that it was reached; "" where rows start in it."""

    state: str
    title: str
    date: str
    day: str  # what people call the date


def order_checks(prefix: str, stages: tuple[Stage, ...]) -> tuple[CheckConstraint, ...]:
    """For each two stages: the earlier one's date is not after the later one's, where both are known."""
    return tuple(
        CheckConstraint(
            condition=Q(**{f"{a.date}__isnull": True})
            | Q(**{f"{b.date}__isnull": True})
            | Q(**{f"{a.date}__lte": F(b.date)}),
            name=f"{prefix}_{a.state}_{b.state}",
            violation_error_message=f"{a.day}不能晚于{b.day}，请核对两个日期。",
        )
        for a, b in combinations(stages, 2)
    )


def date_checks(prefix: str, stages: tuple[Stage, ...], of: str = "项目") -> tuple[CheckConstraint, ...]:
    """A row in a state has the date of that state; ``of`` is what people call such a row."""
    return tuple(
        CheckConstraint(
            condition=~Q(state=stage.state) | Q(**{f"{stage.date}__isnull": False}),
            name=f"{prefix}_{stage.state}_dated",
            violation_error_message=f"状态为“{stage.title}”的{of}要有{stage.day}，请补填。",
        )
        for stage in stages
    )


def not_negative(prefix: str, name: str, title: str) -> CheckConstraint:
    """A figure that may be unknown and is not below nought."""
    return CheckConstraint(
        condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0}),
        name=f"{prefix}_{name}",
        violation_error_message=f"{title}不能为负，请核对。",
    )


class StateField(models.CharField[str, str]):
    """The state of a row whose model names its ``stages``.

    A new row stands where its dates show, by whatever way it is written; later on only steps move it.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        stages: tuple[Stage, ...] = getattr(model_instance, "stages")  # noqa: B009 - any model, to the types
        if model_instance._state.adding and getattr(model_instance, self.attname) == stages[0].state:
            dated = (stage for stage in stages if stage.date)
            reached = [stage.state for stage in dated if getattr(model_instance, stage.date) is not None]
            setattr(model_instance, self.attname, reached[-1] if reached else stages[0].state)
        return super().pre_save(model_instance, add)

    def before_saving(self, columns: Mapping[str, Sequence[Any]]) -> list[Any]:
        """The same for many new rows, whose values come by attribute."""
        stages: tuple[Stage, ...] = getattr(self.model, "stages")  # noqa: B009 - as above
        first, given = stages[0].state, columns[self.attname]
        found = [first] * len(given)
        for stage in stages:
            if stage.date:
                dates = columns[stage.date]
                found = [held if on is None else stage.state for held, on in zip(found, dates, strict=True)]
        return [new if old == first else old for old, new in zip(given, found, strict=True)]

    def deconstruct(self) -> Any:
        """To the database it is a line of text."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
