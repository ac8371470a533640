"""The settings of the tests: luoshi's own, in a data folder that ends with the run, with a fast password hasher."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "LUOSHI_TEST_HOME" not in os.environ:
    home = tempfile.mkdtemp(prefix="luoshi-test-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["LUOSHI_TEST_HOME"] = home
# Workers of one run inherit the folder; each has a part of its own, so that none sees the files of another.
PROCESS = os.environ.get("PYTEST_XDIST_WORKER", "alone")
os.environ["LUOSHI_HOME"] = str(Path(os.environ["LUOSHI_TEST_HOME"]) / PROCESS)
os.environ["LUOSHI_SECRET_KEY"] = "only-for-tests-only-for-tests-only-for-tests"
for unwanted in ("LUOSHI_DEBUG", "LUOSHI_HTTPS", "LUOSHI_ALLOWED_HOSTS"):
    os.environ.pop(unwanted, None)

from luoshi.settings import *  # noqa: E402, F403 - Django reads names from a module

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # a file and not memory, so that threads have connections, locks and a write-ahead log of their own
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405 - a test's threads leave no connection open
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}  # noqa: F405

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405 - whitenoise warns where it is absent
INSTALLED_APPS += ["tests.library"]  # noqa: F405 - the toy app on which the machinery is tested
