"""In which language the pages are read: kept in the browser, for who has signed in and who has not yet."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from luoshi.web.language import door
from luoshi.web.pages import sign_in


@login_not_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the language and go back to the page; anything but English is Chinese."""
    response = HttpResponseRedirect(sign_in.destination(request))
    english = request.POST.get("language") == door.ENGLISH
    response.set_cookie(
        door.COOKIE,
        door.ENGLISH if english else door.CHINESE,
        max_age=door.KEPT_FOR,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response
