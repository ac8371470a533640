"""What a program is told when something cannot be done: a status, one Chinese sentence, and problems by column."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from luoshi.ledgers.errors import (
    BadValue,
    Invalid,
    LedgerError,
    NotNow,
    PlanChanged,
    Refused,
    Stale,
    UnknownName,
    UnreadableWorkbook,
)

Problems = Mapping[str, list[str]]

STATUS: Final[tuple[tuple[type[LedgerError], int], ...]] = (
    (Refused, 403),
    (UnknownName, 404),
    (Stale, 409),
    (NotNow, 409),
    (PlanChanged, 409),
    (Invalid, 422),
    (BadValue, 422),
    (UnreadableWorkbook, 422),
)
SENTENCES: Final = {
    400: "请求的内容看不懂，请检查 JSON 的写法和编码（UTF-8）。",
    404: "没有这个地址，请核对拼写；可用的地址见 /api/openapi.json。",
    405: "这个地址不支持这种请求方法，请查阅 /api/openapi.json。",
    413: "请求的内容太大，没有接收。请分几次提交。",
    500: "服务器内部出错，本次请求没有写入任何内容。请把时间和地址告诉系统管理员。",
}
WRONG: Final = {
    "missing": "缺少这一项，请补上。",
    "extra_forbidden": "没有这一项，请去掉或核对名称。",
    "string_type": "应是文本（加引号）或 null。",
    "int_parsing": "应是整数。",
    "bool_parsing": "应是 true 或 false。",
    "greater_than_equal": "太小了。",
    "less_than_equal": "太大了。",
    "dict_type": "应是一个对象，键是列名。",
}
EMPTY: Final = "请求里没有 JSON 对象，请写上；没有要写的内容就写 {}。"
logger = logging.getLogger("luoshi.api")


class Unknown(LedgerError):
    """No living token."""


class Locked(LedgerError):
    """Too many wrong tokens from one address."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        at = f"{timezone.localtime(until):%H:%M}"
        super().__init__(f"这个地址连续多次出示不存在的令牌，请在 {at} 之后再试，或改用有效的令牌。")


class KeyReused(LedgerError):
    """An idempotency key that was used for another request."""

    def __init__(self, key: str) -> None:
        super().__init__(f"请求编号“{key}”已用于另一个内容不同的请求，请换一个编号。")


class NoVersion(LedgerError):
    """A change that does not say which version it changes."""

    def __init__(self) -> None:
        super().__init__("请在请求头 If-Match 里写上读到的版本号（version），以免覆盖别人的修改。")


def answer(status: int, body: Mapping[str, Any]) -> HttpResponse:
    """A JSON answer, Chinese left as it is; the version of a row as its ETag."""
    text = json.dumps(body, ensure_ascii=False)
    found = HttpResponse(text, status=status, content_type="application/json; charset=utf-8")
    if isinstance(body.get("version"), int):
        found.headers["ETag"] = f'"{body["version"]}"'
    return found


def problem(status: int, sentence: str = "", problems: Problems | None = None) -> HttpResponse:
    """An answer that says what is wrong."""
    usual = SENTENCES.get(status, SENTENCES[400])
    found = answer(status, {"sentence": sentence or usual, "problems": dict(problems or {})})
    if status == 401:
        found.headers["WWW-Authenticate"] = "Bearer"
    return found


def refusal(request: HttpRequest, found: LedgerError) -> HttpResponse:
    """What the machinery has refused."""
    problems = found.problems if isinstance(found, Invalid) else {}
    if isinstance(found, Locked):
        told = problem(429, str(found))
        told.headers["Retry-After"] = str(max(1, int((found.until - timezone.now()).total_seconds())))
        return told
    own = {Unknown: 401, KeyReused: 422, NoVersion: 428}.get(type(found))
    status = own or next((status for kind, status in STATUS if isinstance(found, kind)), 400)
    return problem(status, str(found), problems)


def misfit(request: HttpRequest, found: ValidationError) -> HttpResponse:
    """Parameters or a body of another shape than declared."""
    problems: dict[str, list[str]] = {}
    for each in found.errors:
        place = [str(part) for part in each["loc"][1:] if part not in ("body", "given")]
        problems.setdefault(".".join(place), []).append(
            WRONG.get(each["type"], "写法不对，请查阅 /api/openapi.json。")
        )
    if "" in problems:
        return problem(422, EMPTY)
    said = "；".join(f"{place}：{sentence}" for place, own in problems.items() for sentence in own)
    return problem(422, said, problems)


def unreadable(request: HttpRequest, found: Exception) -> HttpResponse:
    """What the framework refuses to take in."""
    text = str(found.args[0]) if found.args else ""
    chinese = text if any("\u4e00" <= char <= "\u9fff" for char in text) else ""
    return problem(413 if isinstance(found, RequestDataTooBig) else 400, chinese)


def broken(request: HttpRequest, found: Exception) -> HttpResponse:
    """A defect of ours: written down with its place, told without it."""
    logger.error("%s %s", request.method, request.path, exc_info=found)
    return problem(500)


def speak(api: NinjaAPI) -> None:
    """Let every failure answer in this form."""
    handlers: tuple[tuple[type[Exception], Any], ...] = (
        (LedgerError, refusal),
        (ValidationError, misfit),
        (HttpError, lambda request, found: problem(found.status_code)),
        (Http404, lambda request, found: problem(404)),
        (SuspiciousOperation, unreadable),
        (BadRequest, unreadable),
        (MultiPartParserError, unreadable),
        (Exception, broken),
    )
    for kind, handler in handlers:
        api.add_exception_handler(kind, handler)
