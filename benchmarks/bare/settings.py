"""Our settings over the same database, without a middleware and with one address."""

from __future__ import annotations

from luoshi.settings import *  # noqa: F403 - Django reads names from a module

ROOT_URLCONF = "bare.urls"
WSGI_APPLICATION = "bare.list_wsgi.application"
MIDDLEWARE: list[str] = []
USE_THOUSAND_SEPARATOR = True  # figures are set as our list sets them
