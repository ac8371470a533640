"""The addresses of the pages; a family of pages adds its own list with one line."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from luoshi.web.pages import gallery, home, rounds, rules, search, sign_in, wall

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("login/", sign_in.login, name="login"),
    path("logout/", sign_in.logout, name="logout"),
    path("settings/", home.settings, name="settings"),
    path("settings/password/", sign_in.password, name="password"),
    path("search/", search.search, name="search"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("gallery/drawer/", gallery.drawer, name="gallery_drawer"),
    path("targets/", wall.targets, name="targets"),
    path("targets/<str:number>/", wall.target, name="target"),
    path("targets/<str:number>/rows/", wall.counted, name="target_rows"),
    path("targets/<str:number>/sentence/", wall.sentence, name="target_sentence"),
    path("targets/<str:number>/trail/", wall.trail, name="target_trail"),
    path("settings/rules/", rules.rules, name="rules"),
    path("settings/rules/<str:kind>/", rules.issue, name="rule_issue"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("reports/", rounds.reports, name="reports"),
    path("reports/issue/", rounds.issue, name="bulletin_issue"),
    path("reports/<int:key>/", rounds.bulletin, name="bulletin"),
    path("reports/<int:key>/file/", rounds.file, name="bulletin_file"),
]
