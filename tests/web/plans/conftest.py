"""A plan just uploaded, and the cast signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from luoshi.accounts.models import User
from luoshi.oversight.rules import actions as rules
from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions as review
from luoshi.web.plans import finding
from tests.plans.build import Cast
from tests.plans.conftest import cast, document, files

__all__ = ["cast", "document", "files"]

As = Callable[[str], Client]


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
    rules.issue_starting_rules(by=cast.supervisor)
    review.confirm(list(document.clauses.all()), by=cast.supervisor)
    return document


def token(clause: Clause) -> str:
    """A clause as the page shows it now."""
    clause.refresh_from_db()
    return finding.token(clause)
