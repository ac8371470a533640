"""The component library on one page: every component in every state, with invented figures."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from luoshi.web import navigation, specimens
from luoshi.web.parts import Chip, Tab
from luoshi.web.request import Request

STEPS = (("rule", "怎么算的"), ("rows", "明细"), ("sentence", "计划原文"), ("history", "变动记录"))


def gallery(request: Request) -> HttpResponse:
    """All components, light as everywhere or dark as on the wide screen."""
    here, opened = reverse("gallery"), reverse("gallery_drawer")
    values = {
        "drawer_url": opened,
        "table": specimens.targets(opened, request.GET.get("sort", "")),
        "grouped": specimens.by_month(),
        "empty_table": specimens.nothing(),
        "chart": specimens.chart(),
        "chips": [Chip("单位", "招商局", here), Chip("灯色", "黄灯、红灯", here)],
        "tabs": [Tab("清单", here, True, 60), Tab("作战图", here, count=18), Tab("分布", here)],
        "page": Paginator(range(1, 1354), 50).get_page(request.GET.get("page", 1)),
        "details": specimens.details(opened),
        "events": specimens.events(opened),
        "form": specimens.SampleForm(),
        "wrong": specimens.wrong_form(),
        "figures": specimens.FIGURES,
        "cards": navigation.SETTINGS[:3],
        "hits": specimens.hits(opened),
        "said": specimens.SAID,
        "icons": specimens.ICONS,
        "dark": request.GET.get("theme") == "dark",
    }
    return render(request, "gallery.html", values)


def drawer(request: Request) -> HttpResponse:
    """One step of a drill-down, in the drawer or as a page of its own."""
    step = request.GET.get("step", "rule")
    here = reverse("gallery_drawer")
    values = {
        "step": step,
        "steps": [Tab(text, f"{here}?step={name}", name == step) for name, text in STEPS],
        "table": specimens.targets(here),
        "events": specimens.events(here),
    }
    return render(request, "gallery_drawer.html", values)
