"""A person who has signed in, in a zone that is empty."""

from __future__ import annotations

import pytest
from django.test import Client

from luoshi.accounts.models import User

PASSWORD = "a-lake-at-dawn-7"


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user("chenjing", PASSWORD, name="陈静")


@pytest.fixture
def signed_in(client: Client, person: User) -> Client:
    client.force_login(person)
    return client
