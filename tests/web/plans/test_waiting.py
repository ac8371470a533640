"""What waits for whom, and what the search finds in plans."""

from __future__ import annotations

from django.test import Client

from luoshi.accounts.models import User
from luoshi.plans.binding import actions as binding
from luoshi.plans.documents.models import Document
from luoshi.plans.reported import actions as reported
from tests.plans import build
from tests.plans.build import Cast
from tests.web.plans.conftest import As

HTMX = {"HX-Request": "true"}
MONTH = {"month": "202603"}


def texts(client: Client) -> list[str]:
    return [todo.text for todo in client.get("/", MONTH).context["todos"]]


def test_a_plan_waits_for_the_supervisor_until_it_is_reviewed(
    signed_in_as: As, supervisor: Client, document: Document
) -> None:
    assert texts(supervisor) == [f"核对《{document.title}》的 {document.clauses.count()} 条"]
    for username in ("chenjing", "xuhe"):
        assert texts(signed_in_as(username)) == []


def test_open_ways_of_measuring_wait_for_the_supervisor(
    supervisor: Client, clerk: Client, confirmed: Document
) -> None:
    page = supervisor.get(f"/plans/{confirmed.pk}/bindings/")
    assert texts(supervisor) == [f"确认《{confirmed.title}》{page.context['waiting']} 个目标的计量方式"]
    assert texts(clerk) == []


def test_values_wait_for_the_clerk_of_the_unit_that_leads(
    clerk: Client, signed_in_as: As, confirmed: Document, cast: Cast
) -> None:
    target = binding.confirm_reported(build.target("境内到位资金"), by=cast.supervisor, reason="另有口径")
    assert texts(clerk) == ["填报2026年3月的 1 项指标"]
    assert texts(signed_in_as("zhouwei")) == []
    reported.report(target, 202603, "8", by=cast.clerk)
    assert texts(clerk) == ["上报招商局 2026年3月月报"]


def test_clauses_and_targets_are_found_by_words(clerk: Client, confirmed: Document) -> None:
    page = clerk.get("/search/", {"q": "到位资金"}, headers=HTMX).text
    target = build.target("境内到位资金")
    assert f'href="/targets/{target.number}/"' in page
    assert f'href="/plans/{confirmed.pk}/#c{target.clause_id}"' in page
    assert (
        f'href="/targets/{target.number}/"' in clerk.get("/search/", {"q": target.number}, headers=HTMX).text
    )


def test_who_has_no_post_finds_nothing_of_plans(signed_in_as: As, confirmed: Document) -> None:
    User.objects.create_user("nobody", name="某人")
    client = signed_in_as("nobody")
    page = client.get("/search/", {"q": "到位资金"}, headers=HTMX).text
    assert "/plans/" not in page
    assert client.get("/plans/").status_code == 403
    assert client.get(f"/plans/{confirmed.pk}/").status_code == 403
