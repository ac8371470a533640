"""Every address refuses a stranger, unless it stands in the short list here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse

PUBLIC = {"login", "language"}
SAMPLES = {"int": 1, "str": "a", "slug": "a", "path": "a", "uuid": "00000000-0000-0000-0000-000000000000"}


def leaves(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from leaves(pattern.url_patterns)
        else:
            yield pattern


def address(pattern: URLPattern) -> str:
    """An address that the pattern answers to, with a sample for each part."""
    parts = {name: sample_of(converter) for name, converter in pattern.pattern.converters.items()}
    return reverse(str(pattern.name), kwargs=parts)


def sample_of(converter: object) -> object:
    kind = type(converter).__name__.removesuffix("Converter").lower()
    return SAMPLES.get(kind, getattr(converter, "sample", 202610))


def test_every_address_has_a_name() -> None:
    assert [str(leaf.pattern) for leaf in leaves(get_resolver().url_patterns) if not leaf.name] == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_refuses_a_stranger(client: Client, db: None, method: str) -> None:
    opened = {
        str(leaf.name)
        for leaf in leaves(get_resolver().url_patterns)
        if not is_refused(getattr(client, method)(address(leaf)))
    }
    assert opened == PUBLIC


def is_refused(answer: HttpResponse) -> bool:
    """Pages send to the sign-in; the interface asks for a token, where it answers the method at all."""
    if answer.wsgi_request.path.startswith("/api/"):
        return answer.status_code in (401, 405)
    return answer.status_code == 302 and answer.headers["Location"].startswith("/login/?next=")


@login_not_required
def unguarded(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


def guarded(request: HttpRequest) -> HttpResponse:
    return HttpResponse("shut")


urlpatterns = [
    path("login/", guarded, name="login"),
    path("a/", unguarded, name="a"),
    path("b/<int:key>/", guarded, name="b"),
]


@override_settings(ROOT_URLCONF="tests.web.test_strangers")
def test_the_walk_would_find_an_open_address(client: Client, db: None) -> None:
    found = list(leaves(get_resolver().url_patterns))
    assert [address(leaf) for leaf in found] == ["/login/", "/a/", "/b/1/"]
    assert not is_refused(client.get("/a/"))
    assert is_refused(client.get("/b/1/"))
