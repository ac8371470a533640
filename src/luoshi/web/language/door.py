"""In which language a person reads: a cookie that says English, or Chinese; and the edge where pages are translated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from luoshi.web.language import catalogue, markup

Handler = Callable[[Any], HttpResponse]

COOKIE: Final = "language"
ENGLISH: Final = "en"
CHINESE: Final = "zh-Hans"
KEPT_FOR: Final = 365 * 24 * 60 * 60  # seconds


def reads_english(request: HttpRequest) -> bool:
    """Whether the person chose English; the language of the browser is not asked."""
    return request.COOKIES.get(COOKIE) == ENGLISH


def at_the_edge(get_response: Handler) -> Handler:
    """Pages and fragments for who reads English; everybody else's pass as they are."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if reads_english(request) and is_page(response):
            english = catalogue.english()
            html = response.content.decode(response.charset)
            response.content = markup.translated(html, english.said, english.scripts)
            response.headers["Content-Language"] = ENGLISH
        return response

    return middleware


def is_page(response: HttpResponse) -> bool:
    """Whether it is HTML that is there as a whole; files are handed out as they are."""
    return not response.streaming and response.headers.get("Content-Type", "").startswith("text/html")
