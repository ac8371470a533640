"""The first page: what waits for the person; and the page that leads to all settings."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from luoshi.web import navigation
from luoshi.web.request import Request


def home(request: Request) -> HttpResponse:
    """To-dos, and the doors in the order of the work."""
    doors = [door for door in navigation.shown(navigation.RAIL, request.actor) if door.sentence]
    return render(request, "home.html", {"cards": doors})


def settings(request: Request) -> HttpResponse:
    """All there is to set, each with a sentence."""
    return render(request, "settings.html", {"cards": navigation.shown(navigation.SETTINGS, request.actor)})
