"""Where a request is said to come from, with a proxy in front and without."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from luoshi.web import people

PROXY = "10.0.0.9"


def origin(header: str | None) -> str:
    headers = {} if header is None else {"X-Forwarded-For": header}
    return people.origin(RequestFactory().get("/", REMOTE_ADDR=PROXY, headers=headers))


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ("10.1.2.3", "10.1.2.3"),
        ("203.0.113.7, 10.1.2.3", "10.1.2.3"),
        ("不是地址, 2001:db8::7", "2001:db8::7"),
        ("10.1.2.3, unknown", PROXY),
        ("10.1.2.3,", PROXY),
        ("", PROXY),
        (None, PROXY),
    ],
)
def test_behind_a_proxy_the_last_address_counts(settings: Settings, header: str | None, address: str) -> None:
    settings.HTTPS = True
    assert origin(header) == f"web {address}"


def test_without_a_proxy_the_header_is_never_believed(settings: Settings) -> None:
    settings.HTTPS = False
    assert origin("10.1.2.3") == f"web {PROXY}"
