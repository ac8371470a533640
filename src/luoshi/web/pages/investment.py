"""Investment: from a lead to a contract; screenings, rhythm, padding, the map and the chains."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Min, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory.chains.models import ChainLink
from luoshi.ledgers import access, registry, rejudging, writing
from luoshi.ledgers.access import Act
from luoshi.projects.investment.findings.models import Finding
from luoshi.projects.investment.judges import JUDGES
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.prospects.models import DROPPED, Prospect
from luoshi.projects.investment.screenings import judging
from luoshi.projects.investment.screenings.models import Screening
from luoshi.projects.investment.signings import actions
from luoshi.projects.investment.signings.models import STATES, Signing
from luoshi.projects.investment.standing import standings
from luoshi.projects.investment.trips.rhythm import travellers
from luoshi.projects.investment.votes.models import Vote
from luoshi.rules.dates import last_day
from luoshi.web import maps
from luoshi.web.investment import atlas as places
from luoshi.web.investment import graph
from luoshi.web.investment import padding as doubts
from luoshi.web.investment import rhythm as rhythms
from luoshi.web.investment import screening as shown
from luoshi.web.ledgers import cards, finding, lists
from luoshi.web.ledgers.forms import RowForm, fillable
from luoshi.web.pages.ledger_rows import form_methods, sent
from luoshi.web.request import Request

FACTS = (
    "investor", "industry", "chain_link", "amount", "invoiced_sales", "tax", "land", "workshop", "energy", "labour",
    "judgement_reason", "unit",
)  # fmt: skip
LATER = (
    "lead",
    "registered_on",
    "started_on",
    "ended_on",
)  # not known when a contract is signed, or known already


@form_methods
def sign(request: Request, pk: int) -> HttpResponse:
    """The contract of a lead, filled in with what the lead knows."""
    leads, signings = registry.ledger("investment.leads"), registry.ledger("investment.signings")
    lead = finding.row(request, leads, pk, Act.STEP, step="sign")
    assert isinstance(lead, Lead)
    columns = [c for c in fillable(request.actor, signings) if c.name not in LATER]
    known = Signing(**actions.carried(lead))
    form = RowForm(signings, request.actor, sent(request), files=request.FILES, row=known, columns=columns)
    if form.is_valid():
        with form.answering():
            row = actions.sign(lead, form.values, by=request.actor, on=timezone.localdate())
            messages.success(request, f"线索“{lead}”已转为签约项目 {row.number}。")
            return redirect(lists.address(signings, row))
    return render(request, "investment/sign.html", {"leads": leads, "lead": lead, "form": form})


@form_methods
def screening(request: Request, pk: int) -> HttpResponse:
    """A screening for its reviewers and for who may see it: the project, the own vote, what the votes come to."""
    ledger, leads = registry.ledger("investment.screenings"), registry.ledger("investment.leads")
    found = Screening.objects.select_related("lead__unit", "parcel").filter(pk=pk).first()
    if found is None:
        raise Http404("没有这次预审。")
    asked = shown.asked(request.actor, found)
    if not asked:
        access.require(request.actor, Act.READ, ledger, found)
    form = vote = None
    if asked and found.state == "open":
        vote = shown.vote_of(request.actor, found)
        form = shown.VoteForm(judging.form_of(found), sent(request), vote=vote, lead=found.lead)
        if form.is_valid() and give(request, found, vote, form):
            return redirect("screening", pk=pk)
    result = judging.result(found) if shown.shows(request.actor, found) else None
    told = [cards.detail(request.actor, leads, leads.column(name), found.lead) for name in FACTS]
    values = {
        "ledger": ledger,
        "screening": found,
        "facts": told,
        "form": form,
        "vote": vote,
        "result": result,
    }
    values |= {
        "state": cards.state(ledger, found),
        "table": shown.table(found, result) if result else None,
        "missing": judging.missing(found),
        "open": access.may(request.actor, Act.READ, ledger, found),
    }
    return render(request, "investment/screening.html", values)


def give(request: Request, screening: Screening, vote: Vote | None, form: shown.VoteForm) -> bool:
    """Keep a reviewer's vote; what is wrong goes back into the form."""
    votes, values = registry.ledger("investment.votes"), form.values | {"voted_on": timezone.localdate()}
    with form.answering():
        if vote:
            writing.change(votes, vote, values, by=request.actor)
        else:
            who = {"screening": screening, "reviewer": User.objects.get(pk=request.actor.person)}
            writing.create(votes, who | values, by=request.actor)
        messages.success(request, "打分已保存，得出结论之前可以修改。")
        return True
    return False


def rhythm(request: Request) -> HttpResponse:
    """Who led trips as often as the rule asks, and which branches and teams told of their weeks, by the month shown."""
    access.require(request.actor, Act.READ, registry.ledger("investment.trips"))
    as_of = last_day(request.month)
    values = {
        "year": as_of.year,
        "leaders": rhythms.leaders(travellers(as_of.year, as_of=as_of), as_of.month),
        "feedback": rhythms.feedback(as_of),
    }
    return render(request, "investment/rhythm.html", values)


@form_methods
def padding(request: Request) -> HttpResponse:
    """What is doubted about signings; who may looks again, by the rules and the money of today."""
    ledger, signings = registry.ledger("investment.findings"), Signing.objects.all()
    access.require(request.actor, Act.READ, ledger)
    if request.method == "POST":
        access.require(request.actor, Act.CREATE, ledger)
        today = timezone.localdate()
        said = [rejudging.now(judge, by=request.actor, on=today) for judge in JUDGES]
        messages.success(request, f"已重新判断：{'，'.join(filter(None, said)) or '没有变化'}。")
        return redirect("padding")
    within = access.reach(request.actor, Act.READ, ledger) or Q()
    own = access.reach(request.actor, Act.READ, registry.ledger("investment.signings")) or Q()
    values = {
        "table": doubts.table(within),
        "counted": signings.filter(own, counts=True).count(),
        "struck": signings.filter(own, counts=False).count(),
        "findings": Finding.objects.filter(within).count(),
        "waiting": Finding.objects.waiting().filter(within).count(),
        "judged_on": Signing.objects.aggregate(until=Min("judged_on"))["until"],
        "waits": any(rejudging.waits(judge) for judge in JUDGES),
        "may_look": access.may(request.actor, Act.CREATE, ledger),
    }
    return render(request, "investment/padding.html", values)


def atlas(request: Request) -> HttpResponse:
    """Where the signings lie that the person may see; the address says which chain and stage."""
    ledger = registry.ledger("investment.signings")
    access.require(request.actor, Act.READ, ledger)
    chain, stage = request.GET.get("chain", ""), request.GET.get("stage", "")
    rows = places.signings(access.reach(request.actor, Act.READ, ledger) or Q(), chain, stage)
    values = {
        "svg": maps.render([*places.ground(request.actor), *places.layers(rows)], 960, 600),
        "legend": places.legend(),
        "chains": list(dict.fromkeys(ChainLink.objects.values_list("chain", flat=True))),
        "stages": STATES,
        "chain": chain,
        "stage": stage,
        "found": len(rows),
        "unplaced": sum(not row.place for row in rows),
    }
    return render(request, "investment/map.html", values)


def chain(request: Request) -> HttpResponse:
    """The chains, what each link asks for, and the firms that are named for it."""
    prospects = registry.ledger("investment.prospects")
    access.require(request.actor, Act.READ, registry.ledger("directory.chains"))
    reach = access.reach(request.actor, Act.READ, prospects)
    named = (
        Prospect.objects.none() if reach is None else Prospect.objects.filter(reach).exclude(state=DROPPED)
    )
    found = standings(last_day(request.month))
    return render(
        request,
        "investment/chain.html",
        {"graphs": graph.graphs(found), "table": graph.table(found, list(named))},
    )


urlpatterns: list[URLPattern] = [
    path("investment/leads/<int:pk>/sign/", sign, name="lead_sign"),
    path("investment/rhythm/", rhythm, name="rhythm"),
    path("investment/padding/", padding, name="padding"),
    path("investment/map/", atlas, name="investment_map"),
    path("investment/chains/", chain, name="chains"),
    path("investment/screenings/<int:pk>/", screening, name="screening"),
]
