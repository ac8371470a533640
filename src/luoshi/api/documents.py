"""The OpenAPI document of one caller: the general one, said ledger by ledger, without what is secret from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from ninja import NinjaAPI

from luoshi.api import schemas, telling
from luoshi.api.door import ROOT
from luoshi.ledgers import access, querying, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import Column, Day, Number
from luoshi.ledgers.definition import Ledger

NEEDED: Final = {
    ("get", "rows"): Act.READ,
    ("post", "rows"): Act.CREATE,
    ("patch", "{pk}"): Act.CHANGE,
    ("get", "trail"): Act.HISTORY,
    ("post", "import"): Act.IMPORT,
    ("get", "export"): Act.EXPORT,
}
READ: Final = ("Row", "WholeRow", "Page")
WRITTEN: Final = ("NewRow", "Change", "Taking")
REF: Final = "#/components/schemas/"
Json = dict[str, Any]


def openapi(api: NinjaAPI, actor: Actor, *, read_only: bool) -> Json:
    """The document; a ledger has the addresses that the caller has a right to."""
    general: Json = json.loads(json.dumps(api.get_openapi_schema(path_prefix=ROOT)))
    paths, components = general["paths"], general["components"]["schemas"]
    components["Problem"] = schemas.Problem.model_json_schema()
    said: Json = {path: own for path, own in paths.items() if "{key}" not in path}
    for ledger in registry.ledgers():
        query = querying.asked(ledger, actor, {}) if access.may(actor, Act.READ, ledger) else None
        if query is None:
            continue
        for path, operations in paths.items():
            for method, operation in operations.items():
                if "{key}" in path and offered(actor, ledger, method, path, read_only):
                    for address in addresses(actor, ledger, path):
                        own = of_ledger(method, operation, ledger, query, address)
                        said.setdefault(address, {})[method] = own
        components |= of_components(components, ledger, query)
    for name in (*READ, *WRITTEN):
        components.pop(name, None)
    for component in components.values():
        component.pop("description", None)  # said for those who read the source
    for operation in (each for own in said.values() for each in own.values()):
        operation["responses"]["default"] = {
            "description": "没有办成",
            "content": {"application/json": {"schema": {"$ref": REF + "Problem"}}},
        }
    return general | {"paths": said}


def addresses(actor: Actor, ledger: Ledger, path: str) -> Iterator[str]:
    """The addresses of a ledger that a general one stands for: one for each step that the caller may take."""
    own = path.replace("{key}", ledger.key)
    if "{step}" not in own:
        yield own
        return
    for step in ledger.lifecycle.steps if ledger.lifecycle else ():
        if access.may(actor, Act.STEP, ledger, step=step.name):
            yield own.replace("{step}", step.name)


def offered(actor: Actor, ledger: Ledger, method: str, path: str, read_only: bool) -> bool:
    """Whether the caller may do at all what an address is for."""
    act = NEEDED.get((method, path.rpartition("/")[2]))
    if read_only and method != "get":
        return False
    return act is None or act.value in telling.rights(actor, ledger)


def of_ledger(method: str, operation: Json, ledger: Ledger, query: querying.Query, address: str) -> Json:
    """An operation as it is for one ledger."""
    text = json.dumps(operation)
    for name in (*READ, *WRITTEN):
        text = text.replace(f'"{REF}{name}"', f'"{REF}{name}.{ledger.key}"')
    found: Json = json.loads(text)
    found["operationId"] = method + address.removeprefix(ROOT + "ledgers").replace("/", "_")
    found["tags"], found["summary"] = [ledger.title], f"{ledger.title}：{operation['summary']}"
    given = [p for p in found.get("parameters", ()) if p["in"] != "path" or f"{{{p['name']}}}" in address]
    found["parameters"] = [*given, *beside(query, method, address)]
    return found


def beside(query: querying.Query, method: str, address: str) -> Iterator[Json]:
    """What is read beside the declared: the search, the order and the filters of a list, the headers of a write."""
    if method != "get":
        yield of_header("Idempotency-Key", "请求编号，24 小时内以同一编号重发只写入一次", needed=False)
    if method == "patch" or "/steps/" in address:
        yield of_header("If-Match", "读到的版本号 version", needed=method == "patch")
    if method == "get" and address.rpartition("/")[2] in ("rows", "export"):
        for name in (querying.WORDS, querying.SORT, *telling.filters(query)):
            yield {"in": "query", "name": name, "required": False, "schema": {"type": "string"}}


def of_header(name: str, description: str, *, needed: bool) -> Json:
    """A header that a request may bring."""
    return {
        "in": "header",
        "name": name,
        "description": description,
        "required": needed,
        "schema": {"type": "string"},
    }


def of_components(general: Json, ledger: Ledger, query: querying.Query) -> Json:
    """The shapes of one ledger: what is read of its rows, and what may be written."""
    closed = access.unfillable(query.actor, ledger)
    fillable = [c for c in query.columns if c in ledger.writable and c.name not in closed]
    found: Json = {}
    for name in (*READ, *WRITTEN):
        own = json.loads(json.dumps(general[name]).replace(f'"{REF}Row"', f'"{REF}Row.{ledger.key}"'))
        if "values" in own["properties"]:
            own["properties"]["values"] = values(
                ledger, query.columns if name in READ else tuple(fillable), name
            )
        found[f"{name}.{ledger.key}"] = own
    return found


def values(ledger: Ledger, columns: tuple[Column, ...], shape: str) -> Json:
    """The columns of a row as an object."""
    required = [c.name for c in columns if shape in READ or (shape == "NewRow" and ledger.required(c))]
    properties = {column.name: of_column(ledger, column) for column in columns}
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def of_column(ledger: Ledger, column: Column) -> Json:
    """A column: text or nothing, with what the text may be."""
    found: Json = {"type": ["string", "null"], "title": ledger.head(column, column.entry_unit)}
    if column.help:
        found["description"] = column.help
    if words := telling.choices(column):
        found["enum"] = [*words, None]
    elif isinstance(column, Day):
        found["format"] = "date"
    elif isinstance(column, Number):
        found["pattern"] = r"^-?[0-9]+(\.[0-9]+)?$"
    return found
