"""人员: accounts are opened, given another password, and closed, by the administrator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.people import actions
from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import Refused
from luoshi.web import persons
from luoshi.web.forms import Form
from luoshi.web.request import Request

SECRET = {"autocomplete": "new-password"}
PASSWORD_HELP = "不少于 10 个字符，不能全是数字，不能与用户名、姓名相近。请当面交给本人，并提醒其登录后修改。"


class NewPersonForm(Form):
    """An account and the post that gives it its rights."""

    use_required_attribute = False

    username = forms.CharField(
        label="用户名",
        max_length=64,
        help_text="登录用，一般是姓名的拼音，例如 chenjing。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    name = forms.CharField(label="姓名", max_length=64, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    unit = forms.ModelChoiceField(label="单位", queryset=Unit.objects.none(), empty_label="请选择")
    role = forms.ChoiceField(label="角色", choices=[("", "请选择"), *roles.ROLES])
    title = forms.CharField(label="职务", max_length=60, required=False)
    password = forms.CharField(
        label="初始密码", strip=False, help_text=PASSWORD_HELP, widget=forms.PasswordInput(attrs=SECRET)
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["unit"].queryset = Unit.objects.all()  # type: ignore[attr-defined]


class NewPasswordForm(Form):
    """Another password for somebody."""

    use_required_attribute = False

    password = forms.CharField(
        label="新密码",
        strip=False,
        help_text=PASSWORD_HELP,
        widget=forms.PasswordInput(attrs=SECRET | {"autofocus": True}),
    )


class DismissForm(Form):
    """Why an account is closed."""

    use_required_attribute = False

    reason = forms.CharField(label="理由", max_length=400, help_text="例如：调离。写入其岗位的变动记录。")


def people(request: Request) -> HttpResponse:
    """Everybody who has or had an account."""
    administer(request)
    return render(request, "people/people.html", {"table": persons.table(timezone.localdate())})


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Open an account together with its first post."""
    administer(request)
    form = NewPersonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.answering():
            actions.enrol(**form.cleaned_data, since=timezone.localdate(), by=request.actor)
            messages.success(request, f"已为“{form.cleaned_data['name']}”开通账号。")
            return redirect("people")
    return render(request, "people/new.html", {"form": form})


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def password(request: Request, pk: int) -> HttpResponse:
    """Give somebody another password; what they have open elsewhere is signed out."""
    user = person(request, pk)
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.answering():
            actions.new_password(user, form.cleaned_data["password"], by=request.actor)
            messages.success(request, f"已重设“{user.name}”的密码，其已有的登录立即失效。")
            return redirect("people")
    return render(request, "people/password.html", {"form": form, "person": user})


@require_http_methods(["GET", "POST"])
def dismiss(request: Request, pk: int) -> HttpResponse:
    """Close an account; its posts end today."""
    user = person(request, pk)
    if user.pk == request.user.pk:
        raise Refused("不能停用自己的账号，请由另一位系统管理员办理。")
    form = DismissForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.answering():
            actions.dismiss(
                user, on=timezone.localdate(), by=request.actor, reason=form.cleaned_data["reason"]
            )
            messages.success(request, f"已停用“{user.name}”的账号，其岗位自今日起结束。")
            return redirect("people")
    return render(request, "people/dismiss.html", {"form": form, "person": user})


def administer(request: Request) -> None:
    """Only who may give out posts may give out accounts."""
    access.require(request.actor, Act.CREATE, registry.ledger("directory.posts"))


def person(request: Request, pk: int) -> User:
    """Somebody whose account is open."""
    administer(request)
    found = User.objects.filter(pk=pk, is_active=True).first()
    if found is None:
        raise Http404("没有这个在用的账号，它可能已被停用。")
    return found
