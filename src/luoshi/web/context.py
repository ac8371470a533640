"""What every template knows: the shell around the page, the doors, the month, the person's work."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from luoshi.web import months, navigation, people, todo

DRAWER = "drawer"  # the id that a request names when its answer goes into the drawer


def shell(request: Any) -> dict[str, Any]:
    """``shell`` is the template a page extends: drawer.html inside the drawer, base.html otherwise."""
    if not is_known(request) or not hasattr(request, "month"):
        return {"shell": "plain.html"}
    doors = navigation.shown(navigation.RAIL, request.actor)
    return {
        "shell": "drawer.html" if in_drawer(request) else "base.html",
        "doors": doors,
        "door": navigation.at(doors, request.path),
        "zone": SimpleLazyObject(partial(people.zone_name, request.head)),
        "month_choice": months.choice(request.month),
        "todos": SimpleLazyObject(partial(todo.of, request)),
    }


def in_drawer(request: HttpRequest) -> bool:
    """Whether the answer goes into the drawer."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Target") == DRAWER


def is_known(request: HttpRequest) -> bool:
    """Whether a person has signed in; false also where the request never came as far as the middleware."""
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated
