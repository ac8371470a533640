"""The root of all addresses: each door includes its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("luoshi.api.urls")),
    path("", include("luoshi.web.urls")),
]

handler400 = "luoshi.web.pages.errors.bad_request"
handler403 = "luoshi.web.pages.errors.refused"
handler404 = "luoshi.web.pages.errors.not_found"
handler500 = "luoshi.web.pages.errors.broken"
