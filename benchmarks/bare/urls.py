"""A list as a tutorial writes it: one query, one template, values set in the user's language; nobody is asked for rights."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import path

from luoshi.ledgers import querying, registry
from luoshi.ledgers.columns import Choice
from luoshi.ledgers.definition import Ledger

ROWS = 50
HEAD = """<!doctype html><html lang="zh-Hans"><title>{{ title }}</title><table><tr>{% for head in heads %}
<th>{{ head }}</th>{% endfor %}</tr>"""


@cache
def template(name: str) -> Template:
    """The page with a cell for every column of the list, written out by name."""
    ledger = registry.ledger(name)
    choices = {c.name for c in listed(ledger) if isinstance(c, Choice)}
    names = (f"get_{c.name}_display" if c.name in choices else c.name for c in listed(ledger))
    cells = "".join(f"<td>{{{{ row.{name}|default_if_none:'–' }}}}</td>\n" for name in names)
    return Template(f"{HEAD}{{% for row in rows %}}<tr>{cells}</tr>{{% endfor %}}</table></html>")


def listed(ledger: Ledger):
    return [column for column in ledger.columns if column.listed]


def rows(request: HttpRequest, key: str) -> HttpResponse:
    """The first rows of a ledger."""
    ledger = registry.ledger(key.replace("-", ".", 1))
    found = querying.joined(ledger, listed(ledger))[:ROWS]
    heads = [ledger.head(column) for column in listed(ledger)]
    page = template(ledger.name).render(Context({"title": ledger.title, "heads": heads, "rows": found}))
    return HttpResponse(page, headers={"Content-Length": str(len(page.encode()))})


urlpatterns = [path("<str:key>/", rows)]
