"""Every ledger has a page of docs that names each of its columns, steps and measures as people call them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from luoshi.ledgers import registry
from luoshi.ledgers.definition import Ledger
from tests.conformance.conftest import EVERY

FILES = (Path(__file__).resolve().parents[2] / "docs" / "ledgers").glob("*.md")
DOCS = {file.stem: file.read_text(encoding="utf-8") for file in FILES}


def words(ledger: Ledger) -> Iterator[str]:
    yield f"# {ledger.title}"
    yield f"`{ledger.name}`"
    yield from (f"| {ledger.title_of(column)} |" for column in ledger.columns)
    yield from (f"| {measure.title} |" for measure in ledger.measures)
    yield from (f"| {step.title} |" for step in (ledger.lifecycle.steps if ledger.lifecycle else ()))


def unnamed(ledger: Ledger, text: str) -> list[str]:
    return [word for word in words(ledger) if word not in text]


@EVERY
def test_the_page_names_what_the_ledger_has(ledger: Ledger) -> None:
    assert unnamed(ledger, DOCS[ledger.name]) == []


def test_no_page_speaks_of_a_ledger_that_is_gone() -> None:
    assert set(DOCS) == {ledger.name for ledger in registry.ledgers()}


def test_a_column_left_out_would_be_seen() -> None:
    text = DOCS["investment.signings"].replace("| 投资方 |", "|")
    assert unnamed(registry.ledger("investment.signings"), text) == ["| 投资方 |"]
