"""A list page as the browser gets it, beside a bare template over the same rows.

python benchmarks/pages.py
"""

from __future__ import annotations

from collections import deque
from functools import partial

from django.conf import settings
from django.core.management import call_command
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from scratch import seconds, show

from luoshi.accounts.models import User
from luoshi.cli import house, sample
from luoshi.ledgers import facts, registry
from luoshi.ledgers.definition import Ledger

BARE = """<!doctype html><html lang="zh"><title>{{ ledger.title }}</title><table><tr>{% for column in columns %}
<th>{{ column.name }}</th>{% endfor %}</tr>{% for cells in rows %}<tr>{% for cell in cells %}<td>{{ cell }}</td>
{% endfor %}</tr>{% endfor %}</table></html>"""
LEDGERS = ("investment.signings", "delivery.months", "plans.targets")
ON_A_PAGE = 50


def main() -> None:
    house.open_house()
    deque(sample.load(), maxlen=0)
    facts.refresh()
    call_command("collectstatic", interactive=False, verbosity=0)
    settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    client.force_login(User.objects.get(username="linzhao"))
    bare = Template(BARE)
    for name in LEDGERS:
        ledger = registry.ledger(name)
        address = reverse("ledger", args=[ledger.key])
        show(
            f"{name}: {page(client, address) / 1024:.0f} KB for {min(ledger.rows().count(), ON_A_PAGE)} rows",
            [
                ("a bare template over the same rows", seconds(partial(floor, bare, ledger), times=40)),
                ("the page, middleware and all", seconds(partial(page, client, address), times=40)),
            ],
            "a bare template over the same rows",
        )


def floor(bare: Template, ledger: Ledger) -> str:
    """The least that shows the rows: one query, one template, no links, no filters, nobody asked."""
    columns = [column for column in ledger.columns if column.listed]
    rows = [[column.show(column.of(row)) for column in columns] for row in ledger.rows()[:ON_A_PAGE]]
    return bare.render(Context({"ledger": ledger, "columns": columns, "rows": rows}))


def page(client: Client, address: str) -> int:
    """The page as it is answered; how long it is."""
    answer = client.get(address)
    assert answer.status_code == 200
    return len(answer.content)


if __name__ == "__main__":
    main()
