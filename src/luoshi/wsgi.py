"""The WSGI application that the server loads."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.settings")

application = get_wsgi_application()

# What is loaded by now stays. A page makes thousands of objects that go by themselves: looking through all that there
# are for cycles after every 700 of them took a tenth of it.
gc.freeze()
gc.set_threshold(20_000, 20, 20)
