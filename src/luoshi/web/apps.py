"""The Django app of `web`."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "luoshi.web"
    verbose_name = "页面"
