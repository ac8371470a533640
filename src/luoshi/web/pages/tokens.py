"""接口令牌: given out to programs by the person in whose name they come, and taken back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.accounts.models import Token
from luoshi.directory.people import tokens as actions
from luoshi.web import tokens as listed
from luoshi.web.forms import Form
from luoshi.web.request import Request


class TokenForm(Form):
    """What a program is called, until when it may come, and whether it may write."""

    use_required_attribute = False

    name = forms.CharField(
        label="名称", max_length=60, help_text="写明给哪个程序用，例如“投资平台对账”，会记入它的变动记录。"
    )
    until = forms.DateField(
        label="有效期至",
        required=False,
        help_text="到这一天为止可用；不填则长期有效，直到撤销。",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    read_only = forms.BooleanField(label="只读", required=False, help_text="只能查询和导出，不能写入。")


@require_GET
def tokens(request: Request) -> HttpResponse:
    """One's own tokens; all of them for who may give out posts."""
    everybody = actions.administers(request.actor)
    found = Token.objects.select_related("user").order_by("revoked_at", "user__username", "pk")
    mine = found if everybody else found.filter(user=request.user.pk)
    values = {"table": listed.table(mine, timezone.localdate()), "everybody": everybody}
    return render(request, "tokens/tokens.html", values)


@never_cache
@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """A new token; its secret is shown on the answer to this very request and nowhere else."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.answering():
            made: dict[str, Any] = form.cleaned_data
            token, secret = actions.issue(request.user, **made, by=request.actor, on=timezone.localdate())
            return render(request, "tokens/made.html", {"token": token, "secret": secret})
    return render(request, "tokens/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
def revoke(request: Request, pk: int) -> HttpResponse:
    """Take a token back; from now on it opens nothing."""
    found = Token.objects.select_related("user").filter(pk=pk, revoked_at=None)
    token = found.first()
    if token is None or not (token.user_id == request.user.pk or actions.administers(request.actor)):
        raise Http404("没有这个在用的接口令牌，它可能已被撤销。")
    if request.method == "POST":
        actions.revoke(token, by=request.actor)
        messages.success(request, f"已撤销接口令牌“{token.name}”，使用它的程序立即不能访问。")
        return redirect("tokens")
    return render(request, "tokens/revoke.html", {"token": token})
