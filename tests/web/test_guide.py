"""Every page says in one paragraph what it is for; a ledger's pages say it with what the ledger declares of itself."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils.html import escape

from luoshi.accounts.models import User
from luoshi.ledgers import registry, standing
from luoshi.plans.targets.models import Target
from luoshi.web import guide
from luoshi.web.paragraphs import PAGES
from tests.web.test_strangers import leaves
from tests.web.test_wrong_people import (
    ADMINISTRATOR,
    SUPERVISOR,
    Arranged,
    arranged,
    client_of,
    loaded,
    reading,
    zone,
)

__all__ = ["arranged", "loaded", "zone"]

SIGNINGS = "investment.signings"
# Pages that the walk does not come to: they need rows that are picked, a file under preview, or work in the background.
ELSEWHERE = {
    "job",
    "ledger_bulk",
    "ledger_import_preview",
    "ledger_import_columns",
    "ledger_mapping",
    "ledger_mapping_remove",
}


def shown(text: str) -> str:
    """The paragraph that stands on a page, "" where none does."""
    found = re.search(r'<details class="menu guide".*?<p>(.*?)</p>', text, re.DOTALL)
    return found[1] if found else ""


def walked(made: Arranged) -> dict[str, str]:
    """The paragraph of every page that answers to somebody, by the name of its address."""
    found: dict[str, str] = {"login": shown(Client().get(reverse("login")).text)}
    asked = [(each.name, each.address) for each in made.asked]
    asked += [(name, reverse(name, args=args)) for name, args in reading(made).items()]
    asked += [(name, reverse(name)) for name in ("password", "tokens", "token_new")]
    for client in (
        client_of(SUPERVISOR),
        client_of(ADMINISTRATOR),
        client_of("heping"),
        client_of("gaoyuan"),
    ):
        for name, address in asked:
            if name in found:
                continue
            answer = client.get(address)
            text = answer.getvalue()  # to the end, which closes a file
            if answer.status_code == 200 and b"<html" in text:
                found[name] = shown(text.decode())
    return found


def test_every_page_says_what_it_is_for(arranged: Arranged) -> None:
    found = walked(arranged)
    assert sorted(name for name, text in found.items() if not text) == []
    assert set(PAGES) - set(found) == ELSEWHERE
    assert [name for name in ("home", "rules") if escape(PAGES[name]) != found[name]] == []


def test_no_paragraph_is_of_a_page_that_is_not_there() -> None:
    assert set(PAGES) <= {str(leaf.name) for leaf in leaves(get_resolver().url_patterns)}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_paragraph_is_one_and_short(name: str) -> None:
    text = PAGES[name]
    assert "\n" not in text and text.endswith("。") and 20 <= len(text) <= 140


def test_a_ledger_says_who_writes_it_and_which_targets_are_measured_from_it(zone: None) -> None:
    text = shown(client_of(SUPERVISOR).get("/ledgers/investment-signings/?month=202610").text)
    signings = registry.ledger(SIGNINGS)
    assert text.startswith(signings.note)
    assert "由填报员（限本单位的）、督查员填写。" in text
    assert "2026 年从这里计量的目标有新引进亿元以上项目、" in text
    Target.objects.filter(binding__ledger=SIGNINGS).update(binding_state="proposed")
    standing.forget()
    text = shown(client_of(SUPERVISOR).get("/ledgers/investment-signings/?month=202610").text)
    assert f"等 {len(signings.measures)} 个数，2026 年没有目标从这里计量。" in text


def test_what_a_ledger_does_not_have_is_not_said(db: None) -> None:
    units, papers = registry.ledger("directory.units"), registry.ledger("oversight.papers")
    assert guide.writes(units) == "由系统管理员填写。"
    assert guide.writes(papers) == "行在办理中自动生成，不手工填写。"
    assert guide.steps(units) == guide.measured(units, 2026, {}) == ""
    assert guide.steps(registry.ledger(SIGNINGS)) == "办理的步骤有登记注册、登记开工、终止。"
    assert guide.measured(registry.ledger("land.objections"), 2026, {}).startswith("可以计量异议件数，")


def test_a_page_without_a_paragraph_shows_no_question_mark(db: None) -> None:
    assert guide.paragraph(None) == ""
    assert guide.paragraph(SimpleNamespace(resolver_match=SimpleNamespace(url_name="nothing"))) == ""
    client = Client()
    client.force_login(User.objects.create_user("somebody", "a-lake-at-dawn-7", name="某人"))
    assert "guide" not in client.get("/nowhere/").text
