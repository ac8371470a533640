"""正当理由: a unit asks, at a light of its own, that it be excused."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.columns import Upload
from luoshi.oversight.excuses.models import LEDGERS, TARGET
from luoshi.oversight.excuses.standing import NAME
from luoshi.oversight.excusing import actions, errors, lit
from luoshi.oversight.excusing.lit import BAD, Lit
from luoshi.plans.targets.models import Target
from luoshi.web import months
from luoshi.web.excuses import asking
from luoshi.web.excuses.asking import AskForm
from luoshi.web.request import Request


@require_http_methods(["GET", "POST"])
def ask(request: Request, about: str, pk: int) -> HttpResponse:
    """The light of a month with what was asked for it; who speaks for its unit asks."""
    if request.method == "POST":
        request.month = months.sent(request.POST)
    found = _lit(request, about, pk)
    back = _page(found)
    heard = found.standing is None and asking.may_ask(request.actor, found.unit.pk, found.colour)
    form = AskForm() if heard else None
    if request.method == "POST":
        access.require(request.actor, Act.CREATE, registry.ledger(NAME))
        actions.require_own(found, request.actor)
        form = AskForm(request.POST, request.FILES)
        if _asked(request, found, form):
            return redirect(back)
    values = {
        "lit": found,
        "shines": found.colour in BAD,
        "back": back,
        "form": form,
        "month": request.month,
        "table": asking.table(asking.of(request.actor, found.ledger, found.row)),
    }
    return render(request, "excuses/ask.html", values, status=422 if form and form.is_bound else 200)


def _lit(request: Request, about: str, pk: int) -> Lit:
    """The light of an address, of a row that the person may read."""
    if about not in LEDGERS:
        raise Http404("只有目标和项目的灯可以申请正当理由，请从目标或项目的页面进入。")
    ledger = registry.ledger(LEDGERS[about])
    access.require(request.actor, Act.READ, ledger)
    row = ledger.rows().filter(pk=pk).first()
    if row is None:
        raise Http404("没有这一行，可能已被撤销。请从目标或项目的页面重新进入。")
    access.require(request.actor, Act.READ, ledger, row)
    try:
        return lit.of(about, pk, request.month)
    except (errors.NoSubject, errors.NobodyResponsible) as problem:
        raise Http404(str(problem)) from problem


def _page(found: Lit) -> str:
    """Where the light stands."""
    if found.about == TARGET:
        number = Target.objects.get(pk=found.row).number
        return months.address("target", found.month, number)
    return f"{reverse('project_schedule', args=[found.row])}?month={found.month}"


def _asked(request: Request, found: Lit, form: AskForm) -> bool:
    if form.is_valid():
        given = dict(form.cleaned_data)
        file = given.pop("proof")
        proof = Upload(file.read(), file.name) if file else None
        with form.answering():
            made = actions.ask(
                found.about,
                found.row,
                found.month,
                **given,
                proof=proof,
                by=request.actor,
                on=timezone.localdate(),
            )
            messages.success(request, f"正当理由 {made.number} 已提出，等待审批。")
    return form.is_valid()


urlpatterns = [path("excuses/<str:about>/<int:pk>/", ask, name="excuse")]
