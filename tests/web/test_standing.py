"""What pages keep is never stale and never another person's: writes of every kind, the cast, and a new day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory.calendars import actions as calendars
from luoshi.directory.people import actions as people
from luoshi.directory.people.actors import actor_named
from luoshi.directory.people.models import Post
from luoshi.ledgers import registry, standing, terms, writing
from luoshi.ledgers.facts import refresh
from luoshi.ledgers.models import Binding, Fact, Mark
from luoshi.oversight.bulletins import facts
from luoshi.oversight.rules import actions as rules
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall import judging
from luoshi.oversight.wall import wall as walls
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import PROMISED, TASK, Task
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.investment.signings.models import Signing
from luoshi.rules import defaults
from luoshi.rules.dates import last_day
from luoshi.web.ledgers import lists
from tests.web.ledgers import pages
from tests.whole.zone import loaded, zone

__all__ = ["loaded", "zone"]
LIST, WALL, HOME = "/ledgers/investment-signings/", "/targets/", "/"
TABLE = "ledger-investment-signings"
SEPTEMBER = {"month": "202609"}
WARM = 3  # session, person, marks of the tables


@pytest.fixture(autouse=True)
def fresh(zone: None) -> None:
    """Each test begins with the zone as it was loaded, and with nothing kept."""


def of(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def shown(client: Client, address: str, **given: str) -> str:
    answer = client.get(address, given)
    assert answer.status_code == 200, address
    return answer.content.decode()


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        shown(client, address)
    return len(seen)


@pytest.mark.parametrize("address", [LIST, f"{LIST}?sort=-amount&page=1", HOME, WALL])
def test_a_page_seen_before_asks_next_to_nothing_and_is_the_same(address: str) -> None:
    client = of("linzhao")
    cold, first = queries(client, address), shown(client, address)
    assert queries(client, address) <= WARM < cold
    standing.forget()
    assert without_tokens(shown(client, address)) == without_tokens(first)


def without_tokens(html: str) -> str:
    """A page but for the token of its forms, which is written differently each time."""
    return "\n".join(line for line in html.splitlines() if "csrf" not in line)


def test_nothing_that_is_kept_carries_the_token_of_a_form() -> None:
    client = of("linzhao")
    assert "csrfmiddlewaretoken" in shown(client, LIST)
    (kept,) = (stood.value for stood in lists._LISTINGS._found.values())
    assert "<table" in kept.rows and "csrf" not in kept.rows


def test_nobody_is_given_the_rows_of_another() -> None:
    rows = {name: pages.table(shown(of(name), LIST), TABLE) for name in ("linzhao", "chenjing", "linzhao")}
    own = actor_named("zhouwei").mandates[0].units
    foreign = Signing.objects.exclude(unit__in=own).first()
    assert foreign is not None
    assert foreign.project in shown(of("linzhao"), LIST, q=foreign.project)
    other = of("zhouwei")
    answer = other.get(LIST, {"q": foreign.project})
    assert foreign.number not in answer.content.decode()
    assert rows["linzhao"]
    assert of("zhouwei").get(LIST).content != of("linzhao").get(LIST).content


@pytest.fixture
def signing() -> Signing:
    found = Signing.objects.order_by("number").first()
    assert found is not None
    return found


def test_a_change_a_removal_and_a_new_row_are_on_the_list_at_once(signing: Signing) -> None:
    ledger, lin, client = registry.ledger("investment.signings"), actor_named("linzhao"), of("chenjing")
    asked = {"q": signing.number}
    assert signing.project in shown(client, LIST, **asked)
    writing.change(ledger, signing, {"project": "澜岸新能源总部"}, by=lin, reason="更名")
    assert "澜岸新能源总部" in shown(client, LIST, **asked)
    values = {c.name: getattr(signing, c.name) for c in ledger.writable} | {"number": "QY-2026-990"}
    made = writing.create(ledger, values | {"project": "青梧材料中试"}, by=lin)
    assert "青梧材料中试" in shown(client, LIST, q="QY-2026-990")
    writing.remove(ledger, made, by=lin, reason="录错")
    assert "青梧材料中试" not in shown(client, LIST, q="QY-2026-990")


def test_a_name_that_a_filter_offers_changes_with_its_row() -> None:
    unit = registry.ledger("directory.units").rows().get(code="0103")
    client, admin = of("linzhao"), actor_named("admin")
    assert f">{unit}</option>" in shown(client, LIST)
    writing.change(
        registry.ledger("directory.units"), unit, {"short_name": "引资局"}, by=admin, reason="改名"
    )
    html = shown(client, LIST)
    assert ">引资局</option>" in html and ">招商局</option>" not in html


def test_a_write_leaves_what_did_not_read_it(signing: Signing) -> None:
    client, lin, home = of("linzhao"), actor_named("linzhao"), of("gaoyuan")
    assert shown(home, HOME) and shown(client, LIST)
    writing.change(
        registry.ledger("investment.signings"), signing, {"project": "澜岸新能源总部"}, by=lin, reason="更名"
    )
    refresh()  # nothing is committed here, so that this counts as a write
    assert queries(client, LIST) == WARM + 2, "rows and sums; what the filters offer still stands"
    assert queries(home, HOME) > WARM
    chain = registry.ledger("directory.chains").rows().first()
    assert chain is not None and queries(home, HOME) == queries(client, LIST) == WARM
    writing.change(
        registry.ledger("directory.chains"),
        chain,
        {"name": "改过的环节"},
        by=actor_named("admin"),
        reason="改名",
    )
    assert queries(home, HOME) == WARM < queries(client, LIST)
    assert "改过的环节" in shown(client, LIST)


def test_only_targets_whose_figures_have_changed_are_judged_again() -> None:
    signing = Signing.objects.filter(signed_on__year=2026, signed_on__month__lt=9).first()
    assert signing is not None
    client, day = of("linzhao"), last_day(202609)
    memory: Any = judging.judge(in_force.light_rule(day), in_force.trajectory_rule(day))
    shown(client, WALL, **SEPTEMBER)
    before, every = memory.cache_info().misses, Target.objects.in_month(202609).count()
    ledger = registry.ledger("investment.signings")
    writing.change(ledger, signing, {"amount": signing.amount * 7}, by=actor_named("linzhao"), reason="增资")
    shown(client, WALL, **SEPTEMBER)
    assert 0 < memory.cache_info().misses - before < every / 2


@pytest.fixture
def judged() -> Callable[[], int]:
    """How often somebody has asked for a judgement so far, whether it was remembered or not."""
    day = last_day(202609)
    memory: Any = judging.judge(in_force.light_rule(day), in_force.trajectory_rule(day))
    return lambda: memory.cache_info().hits + memory.cache_info().misses


@pytest.mark.parametrize("address", [WALL, HOME, "/overview/", "/screen/", "/units/0103/"])
def test_a_write_into_a_ledger_that_no_target_is_measured_from_asks_for_no_judgement(
    judged: Callable[[], int], address: str
) -> None:
    client, ledger = of("linzhao"), registry.ledger("enterprises.register")
    assert terms.dates(ledger) and not Binding.objects.filter(ledger=ledger.name).exists()
    shown(client, address, **SEPTEMBER)
    before, row = judged(), ledger.rows().filter(established_on__isnull=False).first()
    assert before and row is not None
    writing.change(ledger, row, {"name": "澜岸新能源有限公司"}, by=actor_named("linzhao"), reason="更名")
    assert Mark.objects.filter(ledger=ledger.name).exists()
    assert not asked_for(client, address, Fact, Mark) and judged() == before


def test_a_write_asks_for_the_facts_of_its_ledger_and_for_judgements_of_its_targets_alone(
    signing: Signing, judged: Callable[[], int]
) -> None:
    client, ledger = of("linzhao"), registry.ledger("investment.signings")
    shown(client, WALL, **SEPTEMBER)
    before = judged()
    writing.change(ledger, signing, {"amount": signing.amount * 7}, by=actor_named("linzhao"), reason="增资")
    touched = {*Mark.objects.values_list("ledger", flat=True)}
    bindings = Binding.objects.filter(ended=None, ledger__in=touched)
    assert asked_for(client, WALL, Fact)
    assert judged() - before == Target.objects.in_month(202609).filter(binding__in=bindings).count() > 0
    seen = judged()
    shown(of("chenjing"), WALL, **SEPTEMBER)
    assert judged() == seen, "rows are judged for all who look at them"


def asked_for(client: Client, address: str, *models: type[Model]) -> list[str]:
    """The statements of a page that ask for rows of some tables."""
    with CaptureQueriesContext(connection) as seen:
        shown(client, address, **SEPTEMBER)
    tables = [f'"{model._meta.db_table}"' for model in models]
    return [each["sql"] for each in seen.captured_queries if any(table in each["sql"] for table in tables)]


def test_the_first_row_of_a_ledger_is_known_though_no_date_puts_it_in_a_month(
    judged: Callable[[], int],
) -> None:
    ledger, client = registry.ledger("investment.screenings"), of("linzhao")
    target = Target.objects.in_month(202609).filter(binding__ledger=ledger.name).first()
    assert target is not None and terms.dates(ledger)
    Fact.objects.filter(binding=target.binding).delete()
    ledger.model._default_manager.all().delete()
    standing.forget()
    shown(client, WALL, **SEPTEMBER)
    before = judged()
    with transaction.atomic():
        standing.begin()
        standing.wrote(ledger.model._meta.db_table)
    shown(client, WALL, **SEPTEMBER)
    assert judged() > before


def test_a_late_thing_is_looked_for_where_somebody_wrote_and_nowhere_else() -> None:
    client, ledger = of("linzhao"), registry.ledger("plans.tasks")
    shown(client, "/late/", **SEPTEMBER)
    task = Task.objects.filter(state=PROMISED, kind=TASK).first()
    assert task is not None
    change = {"name": "改过名字的任务", "due": 202601}
    writing.change(ledger, task, change, by=actor_named("linzhao"), reason="更正")
    assert not asked_for(client, "/late/", Node, Reported)
    assert "改过名字的任务" in shown(client, "/late/", **SEPTEMBER)
    node = Node.objects.exclude(planned_on=None).first()
    assert node is not None
    with transaction.atomic():
        standing.begin()
        Node.objects.filter(pk=node.pk).update(name=node.name)
    asked = asked_for(client, "/late/", Node, Task)
    assert asked and not any(f'FROM "{Task._meta.db_table}"' in each for each in asked)


def test_a_choice_of_columns_holds_at_once_and_for_the_person_alone() -> None:
    client, other = of("linzhao"), of("xuhe")
    every = pages.heads(shown(client, LIST), TABLE)
    shown(other, LIST)
    client.post(f"{LIST}columns/", {"column": ["number", "project"]})
    assert len(pages.heads(shown(client, LIST), TABLE)) == 2
    assert pages.heads(shown(other, LIST), TABLE) == every
    client.post(f"{LIST}columns/", {"usual": "1"})
    assert pages.heads(shown(client, LIST), TABLE) == every


def test_the_wall_moves_with_a_row_and_with_a_rule() -> None:
    client, lin = of("linzhao"), actor_named("linzhao")
    before = shown(client, WALL, **SEPTEMBER)
    ledger = registry.ledger("investment.signings")
    recent = Signing.objects.filter(signed_on__year=2026, signed_on__month__lt=9, amount__lt=10**10).first()
    assert recent is not None
    writing.change(ledger, recent, {"amount": 9 * 10**11}, by=lin, reason="增资")
    assert pages.table(shown(client, WALL, **SEPTEMBER), "wall") != pages.table(before, "wall")
    strict = defaults.LIGHT_RULE.to_data() | {
        "version": "2",
        "effective_from": "2026-11-01",
        "bands": [
            {"colour": "green", "bounds": [{"comparator": "ge", "value": "999"}]},
            {"colour": "red", "bounds": [{"comparator": "lt", "value": "999"}]},
        ],
    }
    november = shown(client, HOME, month="202611")
    rules.issue("light", strict, by=lin)
    assert lights(shown(client, HOME, month="202611")) != lights(november)


def lights(html: str) -> list[str]:
    """What stands after the heading of the lights."""
    return pages.text(html.partition('<div class="figures">')[2].partition("</div>")[0]).split()


def test_what_waits_goes_when_the_month_is_closed_and_comes_back_when_it_is_opened() -> None:
    lin = actor_named("linzhao")
    clerk = next(c for c in map(of, clerks()) if "填报" in todos(c))
    period = int(shown_month(clerk))
    calendars.close(period, by=lin, reason="月报已核")
    assert "填报" not in todos(clerk)
    calendars.reopen(period, by=lin, reason="更正")
    assert "填报" in todos(clerk)


def clerks() -> Iterator[str]:
    yield from Post.objects.filter(role="clerk").values_list("user__username", flat=True).distinct()


def shown_month(client: Client) -> str:
    return str(client.get(HOME, {"month": "202611"}).wsgi_request.month)


def todos(client: Client) -> list[str]:
    return [todo.kind for todo in client.get(HOME, {"month": "202611"}).context["todos"]]


def test_who_loses_a_post_or_the_account_is_out_at_once() -> None:
    admin, today = actor_named("admin"), timezone.localdate()
    for name in ("chenjing", "zhouwei"):
        client = of(name)
        shown(client, LIST)
        people.dismiss(User.objects.get(username=name), on=today, by=admin, reason="调离")
        assert client.get(LIST).status_code == 302


def test_who_gets_a_post_sees_at_once_what_it_gives() -> None:
    admin, client = actor_named("admin"), of("zhouwei")
    foreign = Signing.objects.exclude(unit__in=actor_named("zhouwei").mandates[0].units).first()
    assert foreign is not None and foreign.number not in shown(client, LIST, q=foreign.project)
    unit = registry.ledger("directory.units").rows().get(code="01")
    post = {"user": User.objects.get(username="zhouwei"), "unit": unit, "role": "leader", "title": ""}
    writing.create(registry.ledger("directory.posts"), post, by=admin)
    assert foreign.number in shown(client, LIST, q=foreign.project)


def test_a_post_that_has_ended_gives_nothing_on_the_day_after(monkeypatch: pytest.MonkeyPatch) -> None:
    admin, today = actor_named("admin"), timezone.localdate()
    post = Post.objects.get(user__username="chenjing")
    writing.change(
        registry.ledger("directory.posts"),
        post,
        {"until": today + timedelta(days=1)},
        by=admin,
        reason="到任期",
    )
    client = of("chenjing")
    shown(client, LIST)
    monkeypatch.setattr(timezone, "localdate", lambda *given: today + timedelta(days=1))
    assert client.get(LIST).status_code == 403


def test_a_form_that_is_sent_is_answered_from_the_tables_themselves() -> None:
    client = of("linzhao")
    shown(client, LIST)
    answer = client.post(f"{LIST}columns/", {"column": ["number"]})
    assert not answer.wsgi_request.head


def test_a_bulletin_is_gathered_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    shown(of("linzhao"), WALL, **SEPTEMBER)
    read = []
    monkeypatch.setattr(walls, "standing_wall", lambda *given: read.append(given))
    monkeypatch.setattr(walls._KEPT, "of", lambda *given: read.append(given))
    found = facts.gather(202609, on=date(2026, 11, 21))
    assert found["month"] == 202609 and read == []


def test_facts_that_are_marked_are_brought_up_to_date_before_the_wall_is_kept(signing: Signing) -> None:
    client, lin = of("linzhao"), actor_named("linzhao")
    shown(client, WALL, **SEPTEMBER)
    ledger = registry.ledger("investment.signings")
    writing.change(ledger, signing, {"amount": signing.amount * 7}, by=lin, reason="增资")
    assert Binding.objects.filter(ledger=ledger.name).exists()
    once = shown(client, WALL, **SEPTEMBER)
    standing.forget()
    assert without_tokens(shown(client, WALL, **SEPTEMBER)) == without_tokens(once)
