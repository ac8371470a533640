"""Signing in and out, and changing one's own password."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import auth, messages
from django.contrib.auth import password_validation
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from luoshi.accounts.attempts import LIMIT, LOCKED_FOR
from luoshi.accounts.models import User
from luoshi.web.forms import Form
from luoshi.web.models import SignInFailure
from luoshi.web.request import Request

MINUTES = int(LOCKED_FOR.total_seconds() // 60)
WRONG = "用户名或密码不正确，请核对后重新输入。"
LOCKED = f"连续 {LIMIT} 次输错密码，此用户名暂停登录 {MINUTES} 分钟。请在 {{at}} 之后再试，或联系系统管理员。"


class SignInForm(Form):
    """Username and password; whether a name exists is never told."""

    username = forms.CharField(
        label="用户名",
        max_length=64,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autofocus": True, "autocapitalize": "none"}
        ),
        error_messages={"max_length": WRONG},
    )
    password = forms.CharField(
        label="密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, now: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.request, self.now = request, now
        self.user: User | None = None

    def clean(self) -> None:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if username and password:
            self.user = self.known(username, password)

    def known(self, username: str, password: str) -> User:
        """The person, or a refusal; a name that is locked is not tried at all."""
        until = SignInFailure.objects.locked_until(username, self.now)
        if until is not None:
            raise ValidationError(LOCKED.format(at=f"{timezone.localtime(until):%H:%M}"))
        user = auth.authenticate(self.request, username=username, password=password)
        if not isinstance(user, User):
            SignInFailure.objects.record(username, self.now)
            raise ValidationError(WRONG)
        SignInFailure.objects.forget(username)
        return user


class PasswordForm(Form):
    """The old password and twice the new one."""

    old = forms.CharField(
        label="现在的密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    new = forms.CharField(
        label="新密码",
        strip=False,
        help_text="不少于 10 个字符，不能全是数字，不能与用户名、姓名相近，也不能是常见密码。",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="再输一遍新密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.user = user

    def clean_old(self) -> str:
        old: str = self.cleaned_data["old"]
        if not self.user.check_password(old):
            raise ValidationError("现在的密码不正确，请重新输入。")
        return old

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        password_validation.validate_password(new, self.user)
        return new

    def clean(self) -> None:
        new, again = self.cleaned_data.get("new"), self.cleaned_data.get("again")
        if new and again and new != again:
            self.add_error("again", "两次输入的新密码不一样，请重新输入。")


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """Sign in, then go where the person was going."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(destination(request))
    form = SignInForm(request, timezone.now(), request.POST if request.method == "POST" else None)
    if form.is_valid() and form.user is not None:
        auth.login(request, form.user)
        return HttpResponseRedirect(destination(request))
    return render(request, "sign_in.html", {"form": form, "next": request.GET.get("next", "")})


@require_POST
def logout(request: Request) -> HttpResponse:
    """Sign out; only a form can, so that no link or picture does it."""
    auth.logout(request)
    messages.success(request, "您已退出登录。")
    return redirect("login")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: Request) -> HttpResponse:
    """Change one's own password and stay signed in."""
    form = PasswordForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        request.user.set_password(form.cleaned_data["new"])
        request.user.save(update_fields=["password"])
        auth.update_session_auth_hash(request, request.user)
        messages.success(request, "密码已修改，下次请用新密码登录。")
        return redirect("settings")
    return render(request, "password.html", {"form": form})


def destination(request: HttpRequest) -> str:
    """The address to go to after signing in: only within this application."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("home")
