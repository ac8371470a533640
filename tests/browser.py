"""The machine's own Chromium, where there is one."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


def executable() -> str | None:
    """Path of the browser: LUOSHI_BROWSER, or the first of the usual names."""
    given = os.environ.get("LUOSHI_BROWSER")
    return given or next(filter(None, map(shutil.which, NAMES)), None)
