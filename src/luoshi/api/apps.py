"""The Django app of `api`."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "luoshi.api"
    verbose_name = "接口"
