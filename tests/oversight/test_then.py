"""A report made in December of June equals the one made in July: all that it tells is read as it stood then."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from django.utils import timezone

from luoshi.directory.units.models import Unit
from luoshi.ledgers import chain, registry, rewinding, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import AuditRow, Row
from luoshi.oversight.baselines import actions as baselines
from luoshi.oversight.bulletins import actions, facts
from luoshi.oversight.rules import actions as rules
from luoshi.oversight.templates import templates
from luoshi.plans.binding import actions as bindings
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.then import LostBinding
from luoshi.reports import defaults
from luoshi.reports.bulletin import composed, render
from luoshi.rules import defaults as starting
from tests.directory import build

Sign = Callable[..., Row]
ON = datetime.date(2026, 7, 3)
NAME = "新引进亿元以上项目"


@pytest.fixture
def july(sign: Sign, supervisor: Actor) -> dict[str, Any]:
    """What is told of June in July."""
    sign(2, "2026-01-10")
    sign(12, "2026-05-10")
    return facts.gather(202606, on=ON)


@pytest.fixture
def seq(july: dict[str, Any]) -> int:
    """Where the trail stood then."""
    return chain.head().seq


def target(name: str = NAME) -> Target:
    return Target.objects.active().get(name__endswith=name)


def december(seq: int, **more: Any) -> dict[str, Any]:
    return facts.gather(202606, on=ON, as_of=seq, **more)


def text(data: dict[str, Any]) -> str:
    """All text and numbers of the document."""
    found = docx.Document(io.BytesIO(render(data)))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in found.paragraphs), *cells])


def test_nothing_has_changed(july: dict[str, Any], seq: int) -> None:
    assert december(seq) == july
    assert render(december(seq)) == render(july), "to the byte"


def test_rows_that_came_changed_or_went_do_not_count(
    july: dict[str, Any], seq: int, sign: Sign, clerk: Actor, supervisor: Actor
) -> None:
    ledger = registry.ledger("investment.signings")
    first, second = ledger.rows().order_by("signed_on")
    writing.change(ledger, first, {"signed_on": datetime.date(2026, 8, 1)}, by=clerk)
    writing.remove(ledger, second, by=supervisor, reason="重复登记")
    sign(3, "2026-06-11")
    assert facts.gather(202606, on=ON) != july
    assert december(seq) == july and text(december(seq)) == text(july)


def test_a_promise_that_was_changed_or_withdrawn_stands_as_it_was(
    july: dict[str, Any], seq: int, supervisor: Actor, units: dict[str, Unit]
) -> None:
    ledger = registry.ledger("plans.targets")
    system = build.holder("root", "supervisor", units["01"])
    values = {"value": "30", "amount": "30", "end": 202611, "lead_unit": units["0102"]}
    with_audit(lambda: writing.change(ledger, target(), values, by=system))
    with_audit(
        lambda: writing.change(ledger, target("新引进10亿元以上项目"), {"state": "withdrawn"}, by=system)
    )
    assert facts.gather(202606, on=ON)["targets"] != july["targets"]
    assert december(seq) == july


def with_audit(write: Callable[[], object]) -> None:
    """A write that leaves the trail one row longer at least."""
    before = chain.head().seq
    write()
    assert chain.head().seq > before


def test_units_are_called_and_placed_as_they_were(
    july: dict[str, Any], seq: int, units: dict[str, Unit]
) -> None:
    ledger = registry.ledger("directory.units")
    administrator = build.holder("admin", "administrator", units["01"])
    for code, values in (
        ("0103", {"name": "投资促进局", "short_name": "投促局", "parent": units["0102"]}),
        ("01", {"name": "云溪国家高新区管委会"}),
    ):
        writing.change(ledger, Unit.objects.get(code=code), values, by=administrator)
    assert facts.gather(202606, on=ON)["zone"] == "云溪国家高新区管委会"
    assert december(seq) == july


def test_rules_and_templates_issued_later_do_not_hold(
    july: dict[str, Any], seq: int, supervisor: Actor
) -> None:
    light = starting.LIGHT_RULE.to_data() | {"version": "2", "effective_from": "2026-06-01", "name": "新灯"}
    rules.issue("light", light, by=supervisor)
    board = starting.BOARD_RULE.to_data() | {"version": "2", "effective_from": "2026-06-01"}
    board["black"] = {"red_lights": 1, "order": [{"by": "red_lights", "first": "high"}]}
    rules.issue("board", board, by=supervisor)
    template = defaults.BULLETIN.to_data() | {
        "version": "2",
        "effective_from": "2026-06-01",
        "title": "新通报",
    }
    templates.issue(template, by=supervisor, on=ON)
    now = facts.gather(202606, on=ON)
    assert (now["title"], now["rule"]) == ("新通报", "新灯（第 2 版）")
    assert december(seq) == july


def test_a_path_frozen_later_is_not_the_one_it_was_judged_by(
    july: dict[str, Any], seq: int, supervisor: Actor
) -> None:
    found = target()
    months = {202600 + month: "0" if month < 12 else "24" for month in range(1, 13)}
    baselines.freeze(found, "hand", by=supervisor, on=datetime.date(2026, 6, 1), values=months)
    assert facts.gather(202606, on=ON) != july
    assert december(seq) == july


def test_a_target_measured_otherwise_since_is_found_by_what_it_was_measured_by(
    july: dict[str, Any], seq: int, supervisor: Actor
) -> None:
    for name in (NAME, "规上工业增加值"):
        bindings.confirm_reported(target(name), by=supervisor, reason="改为填报")
    assert facts.gather(202606, on=ON) != july
    assert december(seq) == july
    bindings.clear_binding(target(), by=supervisor)
    assert december(seq) == july, "changed twice"


def test_what_was_never_computed_is_refused(plan: object, sign: Sign, supervisor: Actor) -> None:
    """Nobody looked at the month before the way of measuring was changed: there is no figure to go back to."""
    sign(2, "2026-01-10")
    seq = chain.head().seq
    bindings.confirm_reported(target(), by=supervisor, reason="改为填报")
    with pytest.raises(LostBinding, match="不能按当时的数据重做"):
        december(seq)


def test_before_the_first_row_a_ledger_knew_nothing(plan: object, sign: Sign, supervisor: Actor) -> None:
    """Then it is unknown, not nought, although the ledger has rows by now."""
    july = facts.gather(202606, on=ON)
    seq = chain.head().seq
    sign(2, "2026-03-10")
    assert next(t for t in december(seq)["targets"] if t["name"] == NAME)["actual"] is None
    assert december(seq) == july


def test_issued_late_it_tells_what_was_known(
    july: dict[str, Any], seq: int, sign: Sign, supervisor: Actor
) -> None:
    sign(5, "2026-06-20")
    late = actions.issue(202606, render, on=ON, by=supervisor, as_of=seq)
    assert late.facts == july and late.seq == seq
    now = actions.issue(202606, render, on=ON, by=supervisor, reason="按现在的数据重发")
    assert now.facts["targets"] != july["targets"] and (now.seq or 0) > seq


def test_the_end_of_a_day_is_a_place_on_the_trail(plan: object) -> None:
    last = AuditRow.objects.order_by("-seq")[0]
    day = timezone.localtime(last.at).date()
    assert rewinding.end_of(day) == last.seq
    assert rewinding.end_of(day - datetime.timedelta(days=2)) == 0


@pytest.mark.parametrize("kind", [each.code for each in defaults.TEMPLATES])
def test_every_kind_is_told_as_it_was(july: dict[str, Any], seq: int, sign: Sign, kind: str) -> None:
    before = composed(facts.gather(202606, on=ON, kind=kind))
    seq = chain.head().seq
    sign(7, "2026-06-20")
    assert composed(december(seq, kind=kind)) == before
