"""Opening an assessment, saying where a figure comes from, and rating: the forms of 考核."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.accounts.models import User
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import ZONE, Unit
from luoshi.ledgers import access, registry, writing
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.errors import BadValue, LedgerError
from luoshi.ledgers.models import Rule
from luoshi.oversight.assessment import opening, reading
from luoshi.oversight.assessment.assessments.models import DAYS, PERSONS, SUBJECTS, TEAMS, UNITS, Assessment
from luoshi.oversight.assessment.opening import Member
from luoshi.oversight.assessment.ratings.models import SCALE, AssessedRating, unrated
from luoshi.oversight.assessment.sources.models import BOUND, KINDS, OF_TARGETS, RATED, Source
from luoshi.oversight.rules import in_force, kinds
from luoshi.plans.targets.models import NO_SOURCE, Target
from luoshi.rules.errors import RulesError
from luoshi.rules.months import parse_month
from luoshi.rules.scoring.rules import ScoreRule
from luoshi.web.assessment import tables
from luoshi.web.request import Request

RATINGS = "oversight.assessment_ratings"


# ---- opening --------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Choose a scheme and a kind, say the months, and put everybody into a group."""
    access.require(request.actor, Act.CREATE, registry.ledger(opening.LEDGER))
    today = timezone.localdate()
    codes = Rule.objects.filter(kind=kinds.SCORE.name, effective_from__lte=today).order_by("code")
    rules = [in_force.score_rule(today, code) for code in dict.fromkeys(codes.values_list("code", flat=True))]
    given = request.POST if request.method == "POST" else request.GET
    of = given.get("of", UNITS) if given.get("of") in dict(SUBJECTS) else UNITS
    wanted = given.get("code", of)  # a starting scheme is called as those whom it is for
    rule = next((each for each in rules if each.code == wanted), rules[0] if rules else None)
    if request.method == "POST" and rule is not None:
        try:
            made = _opened(request, rule, of)
        except (LedgerError, RulesError) as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, f"“{made}”已启动，请核对每项数据从哪里来。")
            return redirect("score_sources", pk=made.pk)
    values = {
        "rules": rules,
        "rule": rule,
        "of": of,
        "kinds": SUBJECTS,
        "members": _candidates(of),
        "given": given,
        "days": DAYS,
        "year": today.year,
    }
    return render(request, "assessment/new.html", values)


def _opened(request: Request, rule: ScoreRule, of: str) -> Assessment:
    days = request.POST.get("days", "")
    if not days.isdecimal() or len(days) > 3:
        raise BadValue("公示天数应是 1 至 60 的整数，请改正。")
    return opening.open_assessment(
        request.POST.get("name", ""),
        rule.code,
        _members(request, of),
        parse_month(request.POST.get("start", "")),
        parse_month(request.POST.get("end", "")),
        by=request.actor,
        on=timezone.localdate(),
        kind=of,
        days=int(days),
    )


def _members(request: Request, of: str) -> list[Member]:
    return [(who, group) for who, _ in _candidates(of) if (group := request.POST.get(f"in-{who.pk}", ""))]


def _candidates(of: str) -> list[tuple[Unit | User, str]]:
    """Who can be assessed, each with what tells it from others."""
    if of == PERSONS:
        posts = (
            Post.objects.in_force(timezone.localdate()).select_related("unit").order_by("unit__order", "pk")
        )
        held = {post.user: f"{post.unit} {post.title or post.get_role_display()}" for post in posts}
        return list(held.items())
    found = Unit.objects.teams() if of == TEAMS else Unit.objects.exclude(kind=ZONE)
    return [(unit, unit.get_kind_display()) for unit in found]


# ---- where figures come from ----------------------------------------------------------------------


@require_GET
def sources(request: Request, pk: int) -> HttpResponse:
    """Where every figure of an assessment comes from."""
    found = get_object_or_404(Assessment, pk=pk)
    ledger = registry.ledger(opening.SOURCES)
    access.require(request.actor, Act.READ, ledger)
    may = found.runs and bool(access.may(request.actor, Act.CHANGE, ledger))
    values = {
        "assessment": found,
        "table": tables.sources(Source.objects.of(found), found, may=may),
        "may": may,
    }
    return render(request, "assessment/sources.html", values)


@require_http_methods(["GET", "POST"])
def source(request: Request, pk: int, source: int) -> HttpResponse:
    """Say where one figure comes from."""
    found = get_object_or_404(
        Source.objects.select_related("assessment", "binding"), pk=source, assessment=pk
    )
    access.require(request.actor, Act.CHANGE, registry.ledger(opening.SOURCES), found)
    if request.method == "POST":
        try:
            _pointed(request, found)
        except LedgerError as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, f"“{found.title}”的来源已改为{found.get_kind_display()}。")
        return redirect("score_sources", pk=pk)
    values = {
        "source": found,
        "assessment": found.assessment,
        "kinds": [each for each in KINDS if (each[0] in RATED) == (found.kind in RATED)],
        "measures": list(_measures(found.unit)),
        "measure": f"{found.binding.ledger}/{found.binding.measure}" if found.binding else "",
        "targets": [t for t in Target.objects.active().filter(year=found.assessment.start // 100)
                    if t.source != NO_SOURCE and reading.converts(t.unit, found.unit)],
    }  # fmt: skip
    return render(request, "assessment/source.html", values)


def _measures(unit: str) -> Iterable[tuple[str, str]]:
    """Every measure of a ledger that can be told in a unit, as (entered, shown)."""
    for ledger in registry.ledgers():
        for measure in ledger.measures:
            if reading.converts(reading.unit_of(ledger, measure), unit):
                yield f"{ledger.name}/{measure.name}", f"{ledger.title} · {measure.title}"


def _pointed(request: Request, found: Source) -> None:
    kind = request.POST.get("kind", "")
    name, _, measure = request.POST.get("measure", "").partition("/")
    key = request.POST.get("target", "")
    target = Target.objects.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None
    opening.point(
        found,
        kind,
        by=request.actor,
        measure=(name, measure) if kind in BOUND and measure else None,
        target=target if kind in OF_TARGETS else None,
    )


# ---- rating ---------------------------------------------------------------------------------------


def to_rate(actor: Actor, source: Source) -> list[AssessedRating]:
    """A rating, given or not yet, of each whom the person is asked to rate."""
    rater = User.objects.filter(pk=actor.person).first()
    if rater is None:
        return []
    given = {row.subject_id: row for row in AssessedRating.objects.filter(source=source, rater=rater)}
    subjects = source.assessment.subjects.select_related("unit", "person", "assessment")
    return [
        given.get(each.pk) or AssessedRating(subject=each, source=source, rater=rater)
        for each in subjects
        if not unrated(each, source, rater)
    ]


@require_http_methods(["GET", "POST"])
def rate(request: Request, pk: int, source: int) -> HttpResponse:
    """One's own marks for everybody, on one page."""
    found = get_object_or_404(Source.objects.select_related("assessment"), pk=source, assessment=pk)
    access.require(request.actor, Act.CREATE, registry.ledger(RATINGS))
    rows = to_rate(request.actor, found)
    wrong: dict[int, tuple[str, str]] = {}
    if request.method == "POST":
        wrong = _rated(request, rows)
        if not wrong:
            messages.success(request, f"“{found.title}”的评分已保存。")
            return redirect("assessment", pk=pk)
    lines = [(row, *wrong.get(row.subject_id, (_entered(row), ""))) for row in rows]
    values = {"assessment": found.assessment, "source": found, "lines": lines}
    return render(request, "assessment/rate.html", values)


def _entered(row: AssessedRating) -> str:
    return f"{(Decimal(row.mark) / SCALE).normalize():f}" if row.pk else ""


def _rated(request: Request, rows: Iterable[AssessedRating]) -> dict[int, tuple[str, str]]:
    """Keep the marks that were filled in or changed; what is refused comes back with its sentence."""
    ledger, wrong = registry.ledger(RATINGS), {}
    for row in rows:
        said = request.POST.get(f"m-{row.subject_id}", "").strip()
        if not said or said == _entered(row):
            continue
        try:
            mark = _mark(said)
            if row.pk:
                writing.change(
                    ledger, row, {"mark": mark, "rated_on": timezone.localdate()}, by=request.actor
                )
            else:
                values = {"subject": row.subject, "source": row.source, "rater": row.rater}
                more = {"mark": mark, "rated_on": timezone.localdate()}
                writing.create(ledger, values | more, by=request.actor)
        except LedgerError as problem:
            wrong[row.subject_id] = (said, str(problem))
    return wrong


def _mark(said: str) -> int:
    try:
        mark = Decimal(said) * SCALE
    except InvalidOperation:
        mark = Decimal(-1)
    if not mark.is_finite() or mark != mark.to_integral_value() or not 0 <= mark <= 100 * SCALE:
        raise BadValue(f"“{said}”不是 0 至 100 之间、最多两位小数的分数，请改正。")
    return int(mark)
