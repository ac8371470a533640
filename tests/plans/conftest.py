"""The cast and a plan just uploaded, as fixtures; files go to a folder that ends with the test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from luoshi.plans.documents.models import Document
from tests.plans import build


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def cast(db: None) -> build.Cast:
    return build.cast()


@pytest.fixture
def document(cast: build.Cast) -> Document:
    return build.plan(cast.supervisor)
