"""Real plans, where they stand beside the repository: the whole way from the file to targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.plans.binding import actions as binding
from luoshi.plans.clauses.models import Clause
from luoshi.plans.intake import actions as intake
from luoshi.plans.review import actions as review
from luoshi.plans.review import queries
from luoshi.plans.targets.models import Target
from tests.plans import build

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(("name", "year"), [("000", 2019), ("002", 2020), ("003", 2023)])
def test_every_target_leads_back_to_its_sentence(
    cast: build.Cast, shared: Path, name: str, year: int
) -> None:
    data = (shared / "reading" / "texts" / f"{name}.txt").read_bytes()
    document = intake.add(data, f"{name}.txt", year=year, by=cast.supervisor)
    outcome = review.confirm_all(document, by=cast.supervisor)
    targets = list(Target.objects.active())
    assert len(targets) == len(outcome.measured) + len(outcome.reported) + len(outcome.waiting) > 0
    for target in targets:
        start, end = target.place
        assert document.text[start:end] in target.sentence
        assert target.year == year
    assert queries.progress(document).waiting == 0
    clauses = list(Clause.objects.of(document))
    assert "".join(p.text for p in queries.pieces(document.text, clauses)) == document.text


def test_a_real_plan_finds_its_measures(cast: build.Cast, shared: Path) -> None:
    data = (shared / "reading" / "texts" / "002.txt").read_bytes()
    document = intake.add(data, "002.txt", year=2020, by=cast.supervisor)
    review.confirm_all(document, by=cast.supervisor)
    measured = {
        t.binding.measure: t.binding.conditions
        for t in Target.objects.active()
        if t.source == "measured" and t.binding
    }
    assert {"signed", "domestic", "foreign", "start_rate"} <= set(measured)
    for target in Target.objects.active().filter(basis="growth"):
        measured_as = target.binding.view if target.source == "measured" and target.binding else "growth"
        assert measured_as == "growth", (
            f"{target.name}：增长 is reported, or measured against the year before"
        )
    assert [p.target for p in binding.propose_bindings(document, by=cast.auditor)] == list(
        Target.objects.waiting()
    )
