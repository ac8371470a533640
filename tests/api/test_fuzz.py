"""Whatever is sent, the answer is ours, in JSON, and never a failure of the server."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from django.test import Client

from tests.api.conftest import BOOKS, Calling, Program
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD

BODIES, SEED = 200, 20261122
NAMES = (
    "title",
    "branch",
    "kind",
    "price",
    "pages",
    "bought_on",
    "rare",
    "state",
    "thick",
    "donor",
    "x",
    "",
    "version",
)
TEXTS = (
    "海错图", "东区分馆", "01", "科学", "1", "-0", "1e9", "9" * 40, "1,2,3", "NaN", "2026-02-30", "是", "\0", "\ud800", "a" * 5000,
    " ", "🙂", "％", "2026-13", "__import__", "'; --", "null", "\u202e",
)  # fmt: skip
RAW = (
    b"",
    b"{",
    b"[]",
    b"null",
    b"1",
    b'"x"',
    b"\xff\xfe",
    b'{"values": NaN}',
    b"[" * 100_000,
    b'{"a":1,"a":2}',
)


def value(chance: random.Random, depth: int = 0) -> Any:
    kind = chance.randrange(12 if depth < 3 else 8)
    if kind < 5:
        return chance.choice(TEXTS)
    if kind == 8:
        return [value(chance, depth + 1) for _ in range(chance.randrange(3))]
    if kind == 9:
        return {chance.choice((*NAMES, *TEXTS)): value(chance, depth + 1) for _ in range(3)}
    return chance.choice((None, True, 0, -1, 10**30, 0.1, 1e308, float("inf")))


def body(chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return chance.choice(RAW)
    values = {chance.choice(NAMES): value(chance) for _ in range(chance.randrange(6))}
    if chance.random() < 0.5:
        values |= {"title": "书", "branch": "东区分馆", "kind": "小说", "price": "1"}
    whole: dict[str, Any] = {"values": values if chance.random() < 0.9 else value(chance)}
    if chance.random() < 0.3:
        whole[chance.choice(("reason", "seen", *TEXTS))] = value(chance)
    return json.dumps(whole).encode()


def test_no_body_breaks_anything(library: Library, calling: Calling) -> None:
    chance, head, seen = random.Random(SEED), calling(HEAD), set[int]()
    books = [library.book(f"第{number}本") for number in range(BODIES // 20)]
    for number in range(BODIES):
        book = books[number // 20]
        method, address = chance.choice(
            (
                ("POST", f"{BOOKS}/rows"),
                ("PATCH", f"{BOOKS}/rows/{book.pk}"),
                ("POST", f"{BOOKS}/rows/{book.pk}/steps/shelve"),
                ("POST", f"{BOOKS}/import"),
            )
        )
        version = chance.choice(("1", "2", '"1"', "W/", "x", "\xe9", "9" * 40))
        sent = body(chance)
        answer = head.send(method, address, sent, If_Match=version, Idempotency_Key=str(number % 90))
        told = answer.json()
        assert answer.status_code < 500, (method, address, sent)
        assert answer.status_code in (200, 201) or (told["sentence"] and isinstance(told["problems"], dict))
        seen.add(answer.status_code)
    assert {201, 400, 409, 422} <= seen


@pytest.mark.parametrize(
    "part", ["q", "sort", "page", "f.price.from", "f.branch", "f.branch.has", "f.", "kind"]
)
def test_no_address_breaks_anything(library: Library, calling: Calling, part: str) -> None:
    library.book()
    head = calling(HEAD)
    for text in (*TEXTS, "%00", "%ff"):
        for place in ("rows", "export"):
            answer = head.client.get(
                f"{BOOKS}/{place}",
                {part: text.encode("utf-8", "surrogatepass")},
                headers={"Authorization": f"Bearer {head.secret}"},
            )
            assert answer.status_code in (200, 422), (part, text)


def test_no_secret_breaks_anything(db: None) -> None:
    for secret in ("\xe9", "ls_" + "x" * 5000, "a b", "\t"):
        assert Program(secret, Client()).get("/api/ledgers").status_code in (401, 429)
