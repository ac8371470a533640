"""Pages for what goes wrong: each says what happened and what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from luoshi.web import context

NO_RIGHT = "您没有查看这一页的权限。"
NO_PAGE = "地址可能写错了，或者这条记录已经被移走。"
NO_SENSE = "浏览器发来的内容不完整或格式不对。"
NO_TOKEN = "这一页打开的时间太久，或登录状态已经变化，为安全起见没有提交。"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a sentence of ours, or a general one where the framework refused the request."""
    return answer(request, 400, reason=sentence(exception) or NO_SENSE)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, with the reason that the refusal carries."""
    return answer(request, 403, reason=sentence(exception) or NO_RIGHT)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return answer(request, 404, reason=sentence(exception) or NO_PAGE)


def too_large(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413, with the limit and what to do."""
    return answer(request, 413, reason=sentence(exception))


def broken(request: HttpRequest) -> HttpResponse:
    """500: says nothing that needs the database, a session or the directory."""
    return render(None, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old; the framework's English reason is not shown."""
    return answer(request, 403, reason=NO_TOKEN)


def answer(request: HttpRequest, status: int, reason: str) -> HttpResponse:
    """The error page, in the shell that the request asks for; in place of a part of a page the sentence alone."""
    if request.headers.get("HX-Request") == "true" and not context.in_drawer(request):
        return render(request, "components/notice.html", {"tone": "red", "content": reason}, status=status)
    return render(request, f"{status}.html", {"reason": reason}, status=status)


def sentence(exception: Exception) -> str:
    """The sentence that an exception of ours carries; what the framework says in English is not passed on."""
    text = exception.args[0] if exception.args else ""
    if not isinstance(text, str):
        return ""
    return text if any("\u4e00" <= char <= "\u9fff" for char in text) else ""
