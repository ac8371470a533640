"""The addresses of the pages; a family of pages adds its own list with one line."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from luoshi.web.pages import gallery, home, search, sign_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("login/", sign_in.login, name="login"),
    path("logout/", sign_in.logout, name="logout"),
    path("settings/", home.settings, name="settings"),
    path("settings/password/", sign_in.password, name="password"),
    path("search/", search.search, name="search"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("gallery/drawer/", gallery.drawer, name="gallery_drawer"),
]
