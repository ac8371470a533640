"""The addresses of the interface, each under a name of its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from luoshi.api.routes import api

urlpatterns: list[URLPattern | URLResolver] = [
    found for found in api.urls[0] if isinstance(found, URLPattern) and found.name != "api-root"
]
