"""The addresses of targets, boards and bulletins."""

from __future__ import annotations

from django.urls import URLPattern, path

from luoshi.web.pages import rounds, wall

urlpatterns: list[URLPattern] = [
    path("targets/", wall.targets, name="targets"),
    path("targets/<str:number>/", wall.target, name="target"),
    path("targets/<str:number>/rows/", wall.counted, name="target_rows"),
    path("targets/<str:number>/sentence/", wall.sentence, name="target_sentence"),
    path("targets/<str:number>/trail/", wall.trail, name="target_trail"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("reports/", rounds.reports, name="reports"),
    path("reports/issue/", rounds.issue, name="bulletin_issue"),
    path("reports/<int:key>/", rounds.bulletin, name="bulletin"),
    path("reports/<int:key>/file/", rounds.file, name="bulletin_file"),
]
