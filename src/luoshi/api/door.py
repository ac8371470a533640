"""The way of a program's request: apart from the pages, so that no session, no form and no page has a part in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from luoshi.api.errors import problem

ROOT: Final = "/api/"
Handler = Callable[[HttpRequest], HttpResponse]


def apart(get_response: Handler) -> Handler:
    """Answer what is asked under /api/ here; everything else goes on to the pages."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOT):
            return get_response(request)
        found = answered(request)
        found.headers.setdefault("Cache-Control", "no-store")
        return found

    return middleware


def answered(request: HttpRequest) -> HttpResponse:
    """The interface's own answer, in JSON whatever it is."""
    announced = str(request.META.get("CONTENT_LENGTH") or "")
    if announced.isdecimal() and int(announced) > settings.MOST_UPLOAD + settings.BESIDE_UPLOAD:
        return problem(413)
    try:
        match = request.resolver_match = resolve(request.path_info)
    except Resolver404:
        return problem(404)
    found: HttpResponse = match.func(request, *match.args, **match.kwargs)
    if found.status_code == 405:
        allowed, found = found.headers["Allow"], problem(405)
        found.headers["Allow"] = allowed
    return found
