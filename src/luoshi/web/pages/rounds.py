"""调度: red and black lists of the month."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from luoshi.oversight.boards.boards import board_of
from luoshi.oversight.wall.wall import wall
from luoshi.web.pages import delivery
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import boards


def rounds(request: Request) -> HttpResponse:
    """The month's red and black lists."""
    rows = wall(request.month, finding.targets(request))
    values = {
        "tabs": delivery.tabs("rounds"),
        "board": boards.tables(board_of(request.month, rows)) if rows else None,
    }
    return render(request, "rounds/boards.html", values)
