"""报告模板: wording edited beside what it makes of the month; numbers are filled in and cannot be typed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from luoshi.ledgers import access, rulebook
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.bulletins import facts
from luoshi.oversight.templates import templates
from luoshi.reports import bulletin as papers_of
from luoshi.reports import textform, vocabulary
from luoshi.reports.errors import WAYS
from luoshi.reports.facts import MonthFacts
from luoshi.reports.templates import REST, Template
from luoshi.reports.textform import Words
from luoshi.rules.errors import RulesError
from luoshi.web.forms import Form
from luoshi.web.request import Request
from luoshi.web.wall import papers

SHORT = {"rows": 2, "spellcheck": "false"}
EXAMPLE = {"what": "所更正的一行", "changed": "由原来的值改为现在的值", "ruling": "所依据的裁定"}


class TemplateForm(Form):
    """The wording of a template, a field for each text; what it is made of stays."""

    title = forms.CharField(label="标题", max_length=200)
    addressee = forms.CharField(label="主送单位", max_length=200, required=False)
    body = forms.CharField(
        label="正文",
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}),
        help_text=f"数用【】引用，不能直接写；｛条件？成立时的话｜不成立时的话｝按数据取舍。{WAYS}",
    )
    version = forms.CharField(label="版本", max_length=20, help_text="每次发布用新的版本号，例如 2。")
    effective_from = forms.DateField(label="生效日期", help_text="从这一天起印发的文稿按它写，已印发的不变。")

    def __init__(self, template: Template, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.template = template
        for each in textform.sayings(template):
            when = f"，当 {each.when} 时" if each.when else ""
            self.fields[each.key] = forms.CharField(
                label=f"{each.owner}每项的写法{when}", max_length=2000, widget=forms.Textarea(attrs=SHORT)
            )
        self.order_fields(["title", "addressee", "body", *self.saying_names])

    @property
    def saying_names(self) -> list[str]:
        """The fields of what lists say."""
        return [each.key for each in textform.sayings(self.template)]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors:
            try:
                found["data"] = self.data_of(found)
            except RulesError as wrong:
                self.add_error(None, str(wrong))
        return found

    def data_of(self, given: dict[str, Any]) -> dict[str, object]:
        """The whole template as data; raises a RulesError that names the place."""
        said = {name: given[name] for name in self.saying_names}
        data = templates.reworded(
            self.template, Words(given["title"], given["addressee"], given["body"], said)
        )
        day: date = given["effective_from"]
        data |= {"version": given["version"], "effective_from": day.isoformat()}
        return templates.REPORT.draft(data).to_data()


def listed(request: Request) -> HttpResponse:
    """The templates in force today, with their versions."""
    access.require(request.actor, Act.READ, rulebook.ledger())
    today = timezone.localdate()
    found = [
        (each, templates.REPORT.versions(each.code), templates.told(each))
        for each in templates.all_in_force(today)
    ]
    may = access.may(request.actor, Act.CREATE, rulebook.ledger())
    return render(request, "rounds/templates.html", {"templates": found, "may_issue": may})


def template(request: Request, code: str) -> HttpResponse:
    """Rewording one, beside what it makes of the month; sent, it is a new version."""
    access.require(request.actor, Act.CREATE, rulebook.ledger())
    found = _template(code)
    form = TemplateForm(found, request.POST or None, initial=_initial(found))
    if request.method == "POST" and form.is_valid():
        with form.answering():
            row = templates.issue(form.cleaned_data["data"], by=request.actor, on=timezone.localdate())
            messages.success(request, f"{row}已发布，自 {row.effective_from} 起印发的文稿按它写。")
            return redirect("report_templates")
    values = {"form": form, "template": found, "names": _names(found)}
    return render(request, "rounds/template.html", values | _preview(request, form, found))


@require_POST
def preview(request: Request, code: str) -> HttpResponse:
    """What the wording that is being typed makes of the month."""
    access.require(request.actor, Act.CREATE, rulebook.ledger())
    found = _template(code)
    form = TemplateForm(found, request.POST)
    return render(request, "rounds/template_preview.html", _preview(request, form, found))


def _template(code: str) -> Template:
    try:
        return templates.in_force(timezone.localdate(), code)
    except templates.UnknownKind as unknown:
        raise Http404(str(unknown)) from unknown


def _initial(found: Template) -> dict[str, Any]:
    words = textform.words_of(found)
    return {
        "title": words.title,
        "addressee": words.addressee,
        "body": words.body,
        "version": str(templates.REPORT.versions(found.code).count() + 1),
        "effective_from": timezone.localdate(),
        **words.sayings,
    }


def _preview(request: Request, form: TemplateForm, found: Template) -> dict[str, Any]:
    """The paper, or why there is none."""
    if form.is_bound and not form.is_valid():
        problems = [str(each) for some in form.errors.values() for each in some]
        return {"problems": problems}
    made = Template.from_data(form.cleaned_data["data"]) if form.is_bound else found
    try:
        gathered = _gathered(request.month, found.code)
    except LedgerError as problem:
        return {"problems": [str(problem)]}
    return papers.paper(papers_of.compose(MonthFacts.of(gathered | {"code": ""}), made))


def _gathered(month: int, code: str) -> dict[str, Any]:
    """The facts of a month; of a correction as if one row had been corrected."""
    on = timezone.localdate()
    if code == templates.CORRECTION:
        return facts.gather(month, on=on, corrections=(EXAMPLE,))
    return facts.gather(month, on=on, kind=code)


def _names(found: Template) -> list[tuple[str, tuple[str, ...]]]:
    """What may be written between the brackets, by where."""
    lists = tuple(name for each in found.lists for name in (each.name, f"{each.name}.{REST}"))
    items = {f"清单“{each.name}”每项": vocabulary.FIELDS[vocabulary.GROUPS[each.of]] for each in found.lists}
    phrases = tuple(each.name for each in found.phrases)
    return [
        ("正文", vocabulary.names()),
        ("正文里的清单", lists),
        *((title, (*fields, *phrases)) for title, fields in items.items()),
    ]


urlpatterns = [
    path("reports/templates/", listed, name="report_templates"),
    path("reports/templates/<str:code>/", template, name="report_template"),
    path("reports/templates/<str:code>/preview/", preview, name="report_template_preview"),
]
