"""规则: what everybody is judged by, and issuing a new version."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from luoshi.ledgers import access, rulebook
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import UnknownName
from luoshi.ledgers.models import Rule
from luoshi.ledgers.rulebook import Kind
from luoshi.oversight.rules import actions, feeding, kinds
from luoshi.oversight.templates import templates
from luoshi.oversight.trials import others, projects, scores, trials
from luoshi.rules.light_rules import LightRule
from luoshi.rules.scoring.rules import ScoreRule
from luoshi.web.assessment import trials as scorebooks
from luoshi.web.forms import Form
from luoshi.web.pages import rule_drafts
from luoshi.web.request import Request
from luoshi.web.wall.trials import Shown, shown, shown_others, shown_projects

MOST_DIGITS: Final = 15  # before the point, and behind it
MOST_DEEP: Final = 20
MOST_FILE: Final = 2**20
USUAL_MONTHS: Final = 3
TOO_DEEP: Final = "规则内容的括号套得太深，请在现行版本上修改。"
ABSURD: Final = f"规则内容里有一个数超过 {MOST_DIGITS} 位，请核对是否多写了位数。"


class RuleForm(Form):
    """A version as its issuer writes it: what is always there as fields, the rest as the engine reads it."""

    file = forms.FileField(
        label="从文件读入",
        required=False,
        help_text="已经起草好的规则文件（JSON，不超过 1 MB）。选了文件，下面各项以文件为准。",
    )
    name = forms.CharField(label="名称", max_length=60)
    version = forms.CharField(label="版本", max_length=20, help_text="每次发布用新的版本号，例如 2。")
    effective_from = forms.DateField(
        label="生效日期", help_text="从这一天起适用；此前的月份仍按原来的版本评判。"
    )
    content = forms.CharField(
        label="规则内容",
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "class": "code"}),
        help_text="在现行版本上修改。发布前系统会检查条件是否有遗漏或重叠，有误时会指出在哪一处。",
    )

    months = forms.ChoiceField(
        label="试算的月份",
        required=False,
        initial=USUAL_MONTHS,
        choices=[(count, f"最近 {count} 个月") for count in (1, 3, 6, 12)],
        help_text="试算只看不改：用起草的规则重新评判过去的月份，列出灯、红黑榜和位次的变化，考核办法列出得分和位次的变化。",
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file is not None and file.size > MOST_FILE:
            raise forms.ValidationError("规则文件超过 1 MB，请核对是否选错了文件。")
        return file

    def clean_content(self) -> Any:
        try:
            found = json.loads(self.cleaned_data["content"])
        except json.JSONDecodeError as wrong:
            raise forms.ValidationError(
                f"规则内容第 {wrong.lineno} 行第 {wrong.colno} 个字符处写法有误，请核对引号、逗号和括号。"
            ) from wrong
        except RecursionError as wrong:
            raise forms.ValidationError(TOO_DEEP) from wrong
        except ValueError as wrong:
            raise forms.ValidationError(ABSURD) from wrong
        if not isinstance(found, dict):
            raise forms.ValidationError("规则内容应由一对花括号括起来，请在现行版本上修改。")
        if problem := why_not(found):
            raise forms.ValidationError(problem)
        return found

    def rule(self) -> dict[str, Any]:
        """The whole rule as data."""
        given = self.cleaned_data
        day: date = given["effective_from"]
        content: dict[str, Any] = given["content"]
        return content | {
            "name": given["name"],
            "version": given["version"],
            "effective_from": day.isoformat(),
        }


def why_not(content: Any) -> str:
    """Why no page could show this content, "" where it can be shown; what it means is the engine's to judge."""
    waiting = [(content, 0)]
    while waiting:
        found, depth = waiting.pop()
        if depth > MOST_DEEP:
            return TOO_DEEP
        if isinstance(found, dict | list):
            inside = found.values() if isinstance(found, dict) else found
            waiting.extend((each, depth + 1) for each in inside)
        elif is_absurd(found):
            return ABSURD
    return ""


def is_absurd(value: Any) -> bool:
    """Whether a number, or a text that is read as one, is too long for any page to show."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return False  # floats are refused by the engine, with their place
    try:
        number = Decimal(value)
    except InvalidOperation:
        return False
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and (exponent < -MOST_DIGITS or number.adjusted() >= MOST_DIGITS)


TRIED: Final = (*trials.TRIED, kinds.SCORE.name)


def rules(request: Request) -> HttpResponse:
    """The versions in force today, in words, and all versions."""
    ledger = rulebook.ledger()
    access.require(request.actor, Act.READ, ledger)
    today = timezone.localdate()
    shown = [_rule(kind, code, today) for kind in rulebook.kinds() for code in _codes(kind)]
    values = {"rules": shown, "may_issue": access.may(request.actor, Act.CREATE, ledger)}
    return render(request, "rules/rules.html", values)


def issue(request: Request, kind: str) -> HttpResponse:
    """A new version, written on the one in force; the address says which, where a kind has several rules."""
    access.require(request.actor, Act.CREATE, rulebook.ledger())
    try:
        book = rulebook.named(kind)
    except UnknownName as unknown:
        raise Http404("没有这一类规则。") from unknown
    form = _form(request, book)
    values: dict[str, Any] = {"form": form, "title": book.title, "may_try": book.name in TRIED}
    if request.method == "POST" and form.is_valid():
        with form.answering():
            if "try" in request.POST and values["may_try"]:
                values["tried"] = _tried(request, book, form)
            else:
                row = _issued(kind, form.rule(), request)
                messages.success(request, f"{row}已发布，自 {row.effective_from} 起生效。")
                return redirect("rules")
    return render(request, "rules/issue.html", values)


def _form(request: Request, book: Kind[Any]) -> RuleForm:
    """The form of a kind; what a chosen file says stands in its fields, to be looked at before it is issued."""
    given = _posted(request) if request.method == "POST" else None
    form = RuleForm(
        given, request.FILES or None, initial=rule_drafts.initial(book, request.GET.get("code", ""))
    )
    if book.name not in TRIED:
        del form.fields["months"]
    return form


def _posted(request: Request) -> QueryDict:
    file = request.FILES.get("file")
    if file is None or file.size is None or file.size > MOST_FILE:
        return request.POST
    given = request.POST.copy()
    text = file.read().decode("utf-8-sig", errors="replace")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        given.update({name: str(found.pop(name)) for name in rule_drafts.OUTSIDE if name in found})
        text = json.dumps(found, ensure_ascii=False, indent=2)
    given["content"] = text
    return given


def _tried(request: Request, book: Kind[Any], form: RuleForm) -> list[Shown]:
    """What the rule would have made of the months up to the one that is looked at."""
    rule = trials.read(book, form.rule())
    months = trials.before(request.month, int(form.cleaned_data["months"] or USUAL_MONTHS))
    if isinstance(rule, ScoreRule):
        return scorebooks.shown(scores.tried(rule, months))
    if isinstance(rule, LightRule) and rule.subject == feeding.PROJECT:
        return shown_projects(projects.tried(rule, months))
    if isinstance(rule, LightRule) and rule.subject in others.JUDGES:
        return shown_others(others.tried(rule, months))
    return shown(trials.tried(rule, months))


def _issued(kind: str, data: dict[str, Any], request: Request) -> Rule:
    """A template's letters belong to one kind of report, which the room of templates knows."""
    if kind == templates.REPORT.name:
        return templates.issue(data, by=request.actor, on=timezone.localdate())
    return actions.issue(kind, data, by=request.actor)


def _codes(kind: Kind[Any]) -> list[str]:
    """The codes or subjects of the rules that hold side by side; one empty code where only one rule holds."""
    if kind.subjects:
        return [subject for subject, _ in kind.subjects]
    if not kind.several:
        return [""]
    issued = Rule.objects.filter(kind=kind.name).order_by("code").values_list("code", flat=True)
    return list(dict.fromkeys([*(rule.code for rule in kind.starting), *issued]))


def _rule(kind: Kind[Any], code: str, today: date) -> dict[str, Any]:
    versions = kind.versions(code)
    current = versions.in_force(today)
    subjects = dict(kind.subjects)
    named = subjects[code] if subjects else current.name if kind.several and current else ""
    return {
        "kind": kind,
        "code": code,
        "title": f"{kind.title} · {named}" if named else kind.title,
        "current": current,
        "instead": kind.subjects[0][1] if kind.falls_back(code) else "",
        "sentences": kind.told(current) if current else [],
        "versions": list(versions),
    }
