"""The person's desk: what waits for them, by what is to be done and by when."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from luoshi.web.parts import ANSWER, SIGN, Tab, Todo

MOST: Final = 100  # lines that stand on the page; nobody works through more at a sitting
ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Desk:
    """The lines that are shown, how many there are of them in all, and the ways to look at them."""

    shown: tuple[Todo, ...]
    count: int
    tabs: tuple[Tab, ...]
    empty: str


def desk(todos: Sequence[Todo], today: datetime.date, near_until: datetime.date, chosen: str) -> Desk:
    """All that waits, looked at one way; ``chosen`` is its name in the address. What is late is not near any more."""
    ways: Mapping[str, tuple[str, Callable[[Todo], bool]]] = {
        ALL: ("全部待办", lambda todo: True),
        SIGN: ("待签收", lambda todo: todo.act == SIGN),
        ANSWER: ("待反馈", lambda todo: todo.act == ANSWER),
        "near": ("即将到期", lambda todo: todo.due is not None and today <= todo.due <= near_until),
        "late": ("已逾期", lambda todo: todo.due is not None and todo.due < today),
    }
    chosen = chosen if chosen in ways else ALL
    found = {name: [todo for todo in todos if holds(todo)] for name, (_, holds) in ways.items()}
    tabs = tuple(
        Tab(
            title,
            reverse("home") + ("" if name == ALL else f"?show={name}"),
            name == chosen,
            len(found[name]),
        )
        for name, (title, _) in ways.items()
    )
    lines = found[chosen]
    return Desk(tuple(lines[:MOST]), len(lines), tabs, f"没有{ways[chosen][0]}的事项")
