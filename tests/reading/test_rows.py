"""A reading as rows: every field of the contract is there, exactly, and the text's own words stand beside it."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from luoshi.reading import contract, reader
from luoshi.reading.corpora import columns, rows
from luoshi.reading.sources import Part
from tests.reading import plans
from tests.reading.strategies import TEXTS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "corpora.md"
PLAN = (
    "云溪高新区2026年工作要点\n一、突出招商引资\n1.建强招商队伍。力争全年签约10亿元以上项目25个，规上工业总产值增长9.80%，引进人才8-10人。"
    "实行“周会商、月晾晒”。确保溪口新材料产业园6月底前建成投产。出台驻外分局考核细则。（责任单位：招商局）"
)


def facts(text: str, **about: Any) -> list[dict[str, Any]]:
    found = reader.read(text)
    return [
        rows.as_facts(rows.of_document(found) | about, row)
        for row in rows.of_commitments(found, about.get("parts", ()))
    ]


def test_a_row_holds_what_the_contract_holds() -> None:
    whole = contract.to_json(reader.read(PLAN))
    for row, one in zip(facts(PLAN), whole["commitments"], strict=True):
        begin, end = one.pop("sentence")
        assert (row["sentence_start"], row["sentence_end"], row["sentence"]) == (begin, end, PLAN[begin:end])
        section = one["section"]
        assert row["section_title"] == (None if section is None else whole["outline"][section]["title"])
        for name, value in one.items():
            said = row[name]
            if (
                name == "scope" and said is None
            ):  # the whole of the plan's own place, which the row has as zone
                said = whole["document"]["place"]
            if name in ("value", "high") and value is not None:
                assert Decimal(said) == Decimal(str(value)), name
            else:
                assert (list(said) if isinstance(said, tuple) else said) == value, name


def test_a_row_has_nothing_of_another_kind() -> None:
    kinds = {row["kind"]: row for row in facts(PLAN)}
    assert {"target", "milestone", "mechanism", "task"} <= set(kinds)
    assert kinds["task"]["indicator"] is kinds["task"]["amount"] is kinds["task"]["project"] is None
    assert kinds["target"]["project"] is kinds["target"]["action"] is kinds["target"]["name"] is None
    assert kinds["milestone"]["indicator"] is kinds["milestone"]["object"] is None


def test_numbers_are_exact_and_plain() -> None:
    by_indicator = {row["indicator_key"]: row for row in facts(PLAN) if row["kind"] == "target"}
    signed, growth = by_indicator["签约项目"], by_indicator["规上工业总产值"]
    assert (signed["value"], signed["amount"], signed["amount_decimal"]) == ("25", "25", Decimal(25))
    assert signed["conditions"] == [
        {"column": "amount", "comparator": "ge", "value": "1000000000", "unit": "元"}
    ]
    assert (growth["value"], growth["basis"]) == ("9.8", "growth")
    assert by_indicator["引进人才"]["high"] == "10"


@pytest.mark.parametrize(
    ("number", "fits"),
    [("9.8", True), ("9" * 28, True), ("9" * 29, False), ("0.0123456789", True), ("0.01234567891", False), ("-3.5", True)],
)  # fmt: skip
def test_a_number_of_limited_size_is_a_decimal_too(number: str, fits: bool) -> None:
    assert rows.fitting(number) == (Decimal(number) if fits else None)


def test_the_document_is_counted() -> None:
    about = rows.of_document(reader.read(PLAN))
    assert (about["zone"], about["year"], about["headings"]) == ("云溪高新区", 2026, 2)
    assert about["commitments"] == sum(
        about[name] for name in ("targets", "actuals", "milestones", "mechanisms", "tasks")
    )
    assert about["characters"] == len(PLAN)


def test_a_year_counts_where_the_text_names_none() -> None:
    bare = "全年新签约项目12个，6月底前开工。"
    assert rows.of_document(rows.read(bare, 2027), 2027)["year"] == 2027
    assert rows.read(bare, 2027) == reader.read(bare, year=2027)
    assert rows.read(PLAN, 2027) == reader.read(PLAN)


def test_a_commitment_says_its_page() -> None:
    found = reader.read(PLAN)
    first = found.commitments[0].start
    parts = (Part(0, first, "第1页"), Part(first, first + 1, "第2页"))
    places = [dict(zip((c.name for c in columns.COMMITMENT), row, strict=True))["place"]
              for row in rows.of_commitments(found, parts)]  # fmt: skip
    assert places[0] == "第2页"
    assert set(places[1:]) == {None}


def test_a_sentence_without_end_is_not_repeated_whole() -> None:
    endless = "云溪高新区2026年工作要点\n" + "全年新签约项目12个" * 2000
    found = list(rows.of_commitments(reader.read(endless)))
    sentences = [row[[one.name for one in columns.COMMITMENT].index("sentence")] for row in found]
    assert len(found) > 1000
    assert max(map(len, sentences)) <= rows.SENTENCE + 2
    assert all("全年新签约项目12个" in sentence for sentence in sentences)
    assert rows._short("长" * 501) == "长" * 500 + "…"


def test_the_page_of_docs_names_every_column() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", PAGE.read_text("utf-8"), re.MULTILINE))
    named = {one.name: one.label for one in (*columns.COMMITMENTS, *columns.FILES)}
    assert told == named


def test_invented_plans_are_the_same_in_every_run() -> None:
    assert plans.text(7) == plans.text(7) != plans.text(8)
    assert len(reader.read(plans.text(7)).commitments) > 10


@given(TEXTS)
@settings(max_examples=100)
def test_any_text_has_rows_of_one_width(raw: str) -> None:
    found = reader.read(raw)
    made = list(rows.of_commitments(found))
    assert len(made) == len(found.commitments)
    assert all(len(row) == len(columns.COMMITMENT) for row in made)
