"""What holds for every page: no inline code, nobody unknown, an actor, a month, and refusals as sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib.auth import middleware as auth
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from luoshi.ledgers import standing
from luoshi.ledgers.errors import LedgerError, Refused, UnknownName
from luoshi.web import months, people, receiving
from luoshi.web.pages import errors

Handler = Callable[[Any], HttpResponse]

READING: Final = {"GET", "HEAD"}
POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def content_policy(get_response: Handler) -> Handler:
    """Only the application's own files run or style a page; nothing inline does."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return middleware


def true_address(get_response: Handler) -> Handler:
    """Behind a proxy the address of the machine that asks, for all that look for it further in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.META["REMOTE_ADDR"] = people.address(request)
        return get_response(request)

    return middleware


def body_limit(get_response: Handler) -> Handler:
    """A request that announces more than may be uploaded is answered before any of it is kept."""

    def middleware(request: HttpRequest) -> HttpResponse:
        announced = str(request.META.get("CONTENT_LENGTH") or "")
        try:
            receiving.check(int(announced) if announced.isdecimal() else 0)
        except receiving.TooMuch as problem:
            return errors.too_large(request, problem)
        return get_response(request)

    return middleware


class SignInRequired(auth.LoginRequiredMiddleware):
    """Every view refuses a stranger unless it is marked ``login_not_required``."""

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """A fragment sends the whole page to the sign-in, not a sign-in form into the fragment."""
        refusal = super().process_view(request, view_func, view_args, view_kwargs)
        if refusal is not None and request.headers.get("HX-Request"):
            return HttpResponseClientRedirect(reverse("login"))
        return refusal


class WhoAndWhen:
    """Puts ``head``, ``actor`` and ``month`` on the request, and answers what the ledgers refuse.

    ``head`` is what was written last; a request that may write has none, so that it is given nothing kept.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        known = request.method in READING and request.user.is_authenticated
        request.head = standing.head() if known else standing.NO_HEAD
        request.actor = people.actor(request)
        request.month = month_of(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """A refusal is 403 with its reason, an unknown name 404, any other sentence of the ledgers 400."""
        if isinstance(problem, Refused):
            return errors.refused(request, problem)
        if isinstance(problem, UnknownName):
            return errors.not_found(request, problem)
        if isinstance(problem, LedgerError):
            return errors.bad_request(request, problem)
        return None


def month_of(request: Any) -> int:
    """The month asked for in the address, else the one chosen before, else the usual one."""
    asked = months.parse(request.GET.get(months.MONTH, ""))
    if asked is None:
        kept = request.session.get(months.MONTH)
        return kept if isinstance(kept, int) else people.first_month(request.head)
    if request.session.get(months.MONTH) != asked:
        request.session[months.MONTH] = asked
    return asked
