"""A plan just uploaded, and the cast signed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings as conf
from django.db import transaction
from django.test import Client

from luoshi.accounts.models import User
from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import standing
from luoshi.oversight.rules import actions as rules
from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions as review
from luoshi.web.plans import finding
from tests.directory.build import SOME_DAY
from tests.plans import build
from tests.plans.build import Cast
from tests.plans.conftest import files
from tests.whole import snapshot
from tests.whole.snapshot import Snapshot

__all__ = ["files"]

As = Callable[[str], Client]
PEOPLE = ("linzhao", "gaoyuan", "chenjing", "zhouwei", "xuhe")  # in the order of the cast


@pytest.fixture
def cast(request: pytest.FixtureRequest, db: None, files: Path) -> Cast:
    """The cast; with the confirmed plan already where the test asks for it."""
    if "confirmed" not in request.fixturenames:
        return build.cast()
    rows, kept = confirmed_once()
    with transaction.atomic():
        snapshot.put_back(rows)
    standing.forget()
    for name, data in kept.items():
        (files / name).parent.mkdir(parents=True, exist_ok=True)
        (files / name).write_bytes(data)
    supervisor, leader, clerk, other, auditor = (actor_named(name, on=SOME_DAY) for name in PEOPLE)
    return Cast(
        {unit.code: unit for unit in Unit.objects.order_by("order")},
        supervisor,
        leader,
        clerk,
        other,
        auditor,
    )


@pytest.fixture
def document(request: pytest.FixtureRequest, cast: Cast) -> Document:
    return Document.objects.get() if "confirmed" in request.fixturenames else build.plan(cast.supervisor)


@pytest.fixture
def signed_in_as(cast: Cast) -> As:
    """A browser in which that person of the cast has signed in."""

    def browser(username: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client

    return browser


@pytest.fixture
def supervisor(signed_in_as: As) -> Client:
    return signed_in_as("linzhao")


@pytest.fixture
def clerk(signed_in_as: As) -> Client:
    """Of 招商局."""
    return signed_in_as("chenjing")


@pytest.fixture
def confirmed(document: Document, cast: Cast) -> Document:
    """The plan with all its clauses confirmed; every way of measuring is still open or reported."""
    return document


@cache
def confirmed_once() -> tuple[Snapshot, dict[Path, bytes]]:
    """The rows and the files of the confirmed plan, made once a process and taken back: reading and binding take long."""
    root = Path(conf.MEDIA_ROOT)
    with transaction.atomic():
        by = build.cast().supervisor
        document = build.plan(by)
        rules.issue_starting_rules(by=by)
        review.confirm(list(document.clauses.all()), by=by)
        rows = snapshot.take()
        transaction.set_rollback(True)
    return rows, {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def token(clause: Clause) -> str:
    """A clause as the page shows it now."""
    clause.refresh_from_db()
    return finding.token(clause)
