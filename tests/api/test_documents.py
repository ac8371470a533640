"""What the interface says of itself: to each caller their own ledgers and columns."""

from __future__ import annotations

import json
import re

from tests.api.conftest import Calling
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD, INSPECTOR

ADDRESS = "/api/openapi.json"
REF = re.compile(r'"#/components/schemas/([^"]+)"')


def test_the_document_holds_together(library: Library, calling: Calling) -> None:
    text = calling(HEAD).get(ADDRESS).text
    told = json.loads(text)
    assert told["openapi"].startswith("3.")
    assert set(REF.findall(text)) <= set(told["components"]["schemas"])
    operations = [each for path in told["paths"].values() for each in path.values()]
    names = [each["operationId"] for each in operations]
    assert len(names) == len(set(names)) and all("{key}" not in path for path in told["paths"])
    for path, own in told["paths"].items():
        for each in own.values():
            placed = {p["name"] for p in each.get("parameters", ()) if p["in"] == "path"}
            assert placed == set(re.findall(r"{(\w+)}", path)), path


def test_a_ledger_is_told_with_its_columns(library: Library, calling: Calling) -> None:
    told = calling(HEAD).get(ADDRESS).json()
    values = told["components"]["schemas"]["NewRow.books-register"]["properties"]["values"]
    assert values["properties"]["kind"]["enum"] == ["小说", "科学", None]
    assert values["properties"]["price"]["title"] == "定价（元）"
    assert values["required"] == ["title", "branch", "kind", "price"]
    assert not {"state", "thick"} & set(values["properties"])
    listed = told["paths"]["/api/ledgers/books-register/rows"]["get"]["parameters"]
    assert {"page", "q", "sort", "f.kind", "f.price.from"} <= {each["name"] for each in listed}
    changed = told["paths"]["/api/ledgers/books-register/rows/{pk}"]["patch"]["parameters"]
    assert {"If-Match": True, "Idempotency-Key": False}.items() <= {
        p["name"]: p["required"] for p in changed
    }.items()


def test_nothing_is_told_that_is_secret_or_not_allowed(library: Library, calling: Calling) -> None:
    clerk = calling(library.clerk).get(ADDRESS)
    assert "donor" not in clerk.text and "捐赠人" not in clerk.text
    assert "donor" in calling(HEAD).get(ADDRESS).text
    paths = clerk.json()["paths"]
    assert "/api/ledgers/books-register/rows/{pk}/steps/shelve" in paths
    assert "/api/ledgers/books-register/rows/{pk}/steps/withdraw" not in paths
    assert "post" not in calling(INSPECTOR).get(ADDRESS).json()["paths"]["/api/ledgers/books-register/rows"]
    reading = calling(HEAD, read_only=True).get(ADDRESS).json()["paths"]
    assert {method for path in reading.values() for method in path} == {"get"}
