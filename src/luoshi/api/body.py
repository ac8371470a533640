"""Bodies as JSON: of a request's nothing is taken that could not be stored or told again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser
from ninja.renderers import JSONRenderer


class Reading(Parser):
    """Reads strictly: UTF-8, no number that is none, no name twice, no half of a character."""

    def parse_body(self, request: HttpRequest) -> Any:
        found = json.loads(
            request.body.decode(),
            object_pairs_hook=once_each,
            parse_constant=refuse,
            parse_int=str,
            parse_float=str,
        )
        json.dumps(found, ensure_ascii=False).encode()
        return found


def once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; ValueError where a name stands in it twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name twice")
    return found


def refuse(constant: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ValueError(constant)


class Chinese(JSONRenderer):
    """Writes Chinese as it is."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}
