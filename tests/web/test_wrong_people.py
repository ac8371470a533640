"""Every address, asked by people who may not: with real rows and forms that would do, nothing at all is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse

from luoshi.accounts.models import Token, User
from luoshi.directory import roles
from luoshi.directory.calendars.models import OPEN, Month
from luoshi.directory.people.actors import actor_named
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, evidence, facts, registry, standing, writing
from luoshi.ledgers.access import Act
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Attachment, Row
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.sources.models import Source
from luoshi.oversight.assessment.subjects.models import Subject
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.papers.models import Paper
from luoshi.oversight.rounds.models import HELD, Round
from luoshi.oversight.rules.kinds import KINDS
from luoshi.plans.clauses.models import GONE, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.filings import models as filings
from luoshi.plans.filings.models import Filing
from luoshi.plans.intake import actions as intake
from luoshi.plans.intake import background
from luoshi.plans.intake import uploads as uploads_of_plans
from luoshi.plans.intake.models import Upload
from luoshi.plans.reported import actions as reported
from luoshi.plans.review import actions as review
from luoshi.plans.targets.models import REPORTED, Target
from luoshi.plans.tasks.models import Task
from luoshi.projects.land.evaluations.models import REVIEWING, Evaluation
from luoshi.reports.bulletin import render
from luoshi.web.ledgers import uploads
from luoshi.web.plans import finding
from tests.ledgers.files import picture
from tests.plans.build import CORRECTED, PLAN
from tests.web.test_strangers import leaves
from tests.whole.workbooks import filled, signing
from tests.whole.zone import everything, loaded, zone

__all__ = ["loaded", "zone"]

CLERK, AUDITOR, NOBODY = "zhouwei", "xuhe", "nobody"  # the clerk is of 规划建设局, no row asked for is
SUPERVISOR, ADMINISTRATOR = "linzhao", "admin"
REFUSED = {400, 403, 404, 405}
OF_ONESELF = {
    "language",
    "login",
    "logout",
    "password",
    "ledger_columns",
    "ledger_import_columns",
    "ledger_views",
    "ledger_view_remove",
    "tokens",
    "token_new",
}  # everybody's own, whoever asks
UNCOUNTED = {"django_session", "web_signinfailure", "web_columnchoice", "web_savedview"}
MONTH = 202608
NO_YEAR = "一、招商引资\n\n新引进亿元以上项目8个。\n"
Body = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """A form as somebody who may would send it; ``sure`` when it is known that then something is written."""

    name: str
    args: tuple[object, ...] = ()
    body: Callable[[], Body] = dict
    by: str = SUPERVISOR
    sure: bool = True

    @property
    def address(self) -> str:
        return reverse(self.name, args=self.args)


@dataclass
class Arranged:
    """What the sample zone lacks: plans under review, a plan with a second edition, a bulletin, a proof."""

    review: Document
    version: Document
    bulletin: Bulletin
    proof: Attachment
    target: Target
    asked: list[Asked] = field(default_factory=list)


def client_of(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


@pytest.fixture
def arranged(zone: None) -> Arranged:
    lin = actor_named(SUPERVISOR)
    User.objects.create_user(NOBODY, "rain-on-stones-3", name="无岗位")
    first = intake.add(PLAN.replace("2026", "2025").encode(), "2025.txt", year=2025, by=lin)
    review.confirm(list(first.clauses.all()), by=lin)
    second = intake.add_version(first, CORRECTED.replace("2026", "2025").encode(), "2025改.txt", by=lin)
    under_review = intake.add(PLAN.replace("2026", "2024").encode(), "2024.txt", year=2024, by=lin)
    review.confirm([clause(under_review, "亿元以上项目18")], by=lin)
    Month.objects.filter(period=MONTH).update(state=OPEN)
    Filing.objects.filter(period=MONTH).update(state=filings.OPEN)
    others = Target.objects.active().filter(year=2026).exclude(lead_unit__in=own_units(CLERK))
    target = next(t for t in others if t.source == REPORTED)
    row = reported.report(target, MONTH, "1", by=lin, attachments=[(picture(), "证明.jpg")])
    bulletin = bulletins.issue(MONTH, render, on=date(2026, 11, 21), by=lin, reason="补报")
    proof = Attachment.objects.get(ledger="plans.reported", row=row.pk)
    made = Arranged(under_review, second, bulletin, proof, target)
    made.asked = [*of_plans(made), *of_oversight(made), *of_assessments(), *of_people()]
    made.asked += [*of_investment(), *of_delivery(), *of_ledgers()]
    facts.refresh()  # what a reader computes anew is not a write
    return made


def clause(document: Document, words: str) -> Clause:
    return next(c for c in Clause.objects.of(document) if words in f"{c.summary} {c.sentence}")


def on_page(by: str, address: str, **changes: object) -> Body:
    """The form of a page as it is filled in there, with changes."""
    form = client_of(by).get(address).context["form"]
    held = {bound.html_name: bound.value() for bound in form}
    return {name: value for name, value in held.items() if value not in (None, "")} | changes


# The forms that would do


def of_plans(made: Arranged) -> Iterator[Asked]:
    key, waiting = made.review.pk, made.review.clauses.filter(state="proposed").first()
    done = made.review.clauses.filter(state="confirmed").first()
    gone = Clause.objects.get(fate=GONE)
    assert waiting is not None and done is not None
    one, token = (key, waiting.pk), finding.token(waiting)
    corrected = CORRECTED.replace("2026", "2024").encode()
    lead = {f"u{waiting.pk}-leader": "张三", "token": token}
    yield Asked(
        "plan_upload", body=lambda: {"file": text(PLAN.replace("2026", "2023").encode()), "year": "2023"}
    )
    yield Asked("plan_version", (key,), lambda: {"file": text(corrected)})
    unread = uploads_of_plans.keep(NO_YEAR.encode(), "无年份.txt", by=actor_named(SUPERVISOR))
    background.read_next(on=date(2026, 11, 21))
    yield Asked("plan_uploaded_again", (unread.sha256,), lambda: {"year": "2026"})
    yield Asked("plan_uploaded_remove", (unread.sha256,))
    yield Asked("clauses_confirm", (key,), lambda: {"one": token})
    yield Asked("clauses_reject", (key,), lambda: {"clause": [token], "reason": "重复"})
    yield Asked("clauses_reopen", (key,), lambda: {"one": finding.token(done)})
    yield Asked("clauses_assign", (key,), lambda: {"one": token, "u-leader": "张三"})
    yield Asked("clause_units", one, lambda: lead)
    yield Asked("clause_reject", one, lambda: {"reason": "重复", "token": token})
    page = reverse("clause", args=one)
    changed = on_page(SUPERVISOR, page, token=token)
    name = next(name for name, value in changed.items() if isinstance(value, str) and name.startswith("c"))
    yield Asked("clause", one, lambda: changed | {name: f"{changed[name]}（改）"})
    said = {"clause": [finding.token(gone)], "act": "withdraw", "reason": "删去"}
    yield Asked("plan_gone", (made.version.pk,), lambda: said)
    yield Asked("plan_bindings_sure", (key,))
    number = made.target.number
    measured = Target.objects.active().get(name="境内到位资金", year=2026).number
    yield Asked("target_binding", (measured,), lambda: {"act": "reported", "reason": "统计口径不同"})
    yield Asked("target_report", (number,), lambda: {"month": str(MONTH), "value": "2", "evidence": "月报"})
    yield Asked("target_path", (number,), lambda: {"kind": "even", "reason": "项目后移"})
    dealt = Target.objects.active().get(name="境内到位资金", year=2026).number
    yield Asked("target_shares", (dealt,), lambda: {"u": ["0103"], "reason": "重新分工"})
    handed_up = Filing.objects.get(unit=made.target.lead_unit, period=MONTH)
    yield Asked("reporting_step", (handed_up.pk, "submit"))
    yield Asked("reporting", body=lambda: {"month": str(MONTH), f"v-{number}": "3"})


def of_oversight(made: Arranged) -> Iterator[Asked]:
    yield Asked("bulletin_issue", body=lambda: {"month": str(MONTH), "reason": "更正"})
    chased = Task.objects.get(number="RW-2026-005")
    yield Asked("task_papers", (chased.pk,), lambda: {"kind": "hint"})
    red = Followup.objects.waiting().earliest("pk").pk
    yield Asked("followup_papers", (red,), lambda: {"kind": "hint"})
    reworded = on_page(SUPERVISOR, reverse("report_template", args=["brief"]), version="9")
    yield Asked("report_template", ("brief",), lambda: reworded)
    yield Asked("report_template_preview", ("brief",), lambda: reworded, sure=False)
    held = Round.objects.filter(state=HELD).earliest("pk").pk
    yield Asked(
        "meetings", body=lambda: {"year": "2027"}, sure=False
    )  # its working days are not published yet
    yield Asked("meeting", (held,), lambda: {"do": "archive"})
    yield Asked("corrections", body=lambda: {"do": "correct"}, sure=False)
    yield Asked("lists", body=lambda: {"month": "202608"})
    late = Target.objects.active().get(number="2026-016").pk  # 招商局's, red in September too
    excuse = {"month": "202609", "reason": "资金在途", "basis": "汇款说明"}
    yield Asked("excuse", ("target", late), lambda: excuse, "chenjing")
    opened = Evaluation.objects.get(state=REVIEWING).pk
    yield Asked("per_mu", body=lambda: {"year": "2025", "do": "review", "row": str(opened)})
    for kind in (each.name for each in KINDS):
        body = on_page(SUPERVISOR, reverse("rule_issue", args=[kind]))
        yield Asked("rule_issue", (kind,), lambda body=body: body)  # type: ignore[misc]


def of_assessments() -> Iterator[Asked]:
    year, half = (
        Assessment.objects.get(of="units", end=202612),
        Assessment.objects.get(of="units", end=202606),
    )
    unit = Unit.objects.get(code="0110").pk
    months = {
        "code": "units",
        "of": "units",
        "name": "三季度",
        "start": "2026-07",
        "end": "2026-09",
        "days": "7",
    }
    yield Asked("assessment_new", body=lambda: months | {f"in-{unit}": "offices"})
    yield Asked("assessment", (half.pk,), lambda: {"do": "correct"}, sure=False)  # nothing is left to correct
    starts, leaders = (Source.objects.get(assessment=year, code=code) for code in ("starts", "leaders"))
    yield Asked("score_source", (year.pk, starts.pk), lambda: {"kind": "hand"})
    subject = Subject.objects.get(assessment=year, unit=unit)
    yield Asked("score_rate", (year.pk, leaders.pk), lambda: {f"m-{subject.pk}": "90"}, "gaoyuan")
    late = Source.objects.get(assessment=half, code="late_reports")
    other = Subject.objects.get(assessment=half, unit=unit)
    args = (half.pk, other.pk, late.pk)
    yield Asked(
        "score_figure", args, lambda: {"key": "x", "reason": "有误"}, "heping", sure=False
    )  # it is settled


def of_people() -> Iterator[Asked]:
    someone = User.objects.get(username="luomin").pk
    secret = {"password": "a-lake-at-dawn-7"}
    new = {"username": "xinren", "name": "新人", "role": "clerk"} | secret
    unit = registry.ledger("directory.units").rows().get(code="0103").pk
    yield Asked("person_new", body=lambda: new | {"unit": str(unit)}, by=ADMINISTRATOR)
    yield Asked("person_password", (someone,), lambda: secret, by=ADMINISTRATOR)
    yield Asked("person_dismiss", (someone,), lambda: {"reason": "调离"}, by=ADMINISTRATOR)
    token = Token.objects.create(name="对账", user_id=someone, digest="0" * 64)
    yield Asked("token_revoke", (token.pk,), by=ADMINISTRATOR)
    over = {"taker": "shenmu", "on": "2026-11-21", "reason": "轮岗", "only": "directory.posts"}
    yield Asked("person_handover", (someone,), lambda: over, by=ADMINISTRATOR)


def of_investment() -> Iterator[Asked]:
    leads = registry.ledger("investment.leads").rows()
    lead = leads.filter(state="negotiating").exclude(unit__in=own_units(CLERK)).first()
    assert lead is not None
    yield Asked("lead_sign", (lead.pk,), lambda: {"number": "QY-2026-903"}, sure=False)
    yield Asked("padding", sure=False)


def of_delivery() -> Iterator[Asked]:
    project = registry.ledger("delivery.projects").rows().get(number="XM-2026-048")
    signing = registry.ledger("investment.signings").rows().get(number="QY-2026-006")
    yield Asked("project_plan", (project.pk,), lambda: {"template": "industrial"}, sure=False)
    yield Asked("project_from", ("investment-signings", signing.pk))


def of_ledgers() -> Iterator[Asked]:
    """One ledger with forms that are known to do, then all the others with a row of another unit."""
    ledger = registry.ledger("investment.signings")
    row = foreign(ledger)
    edit, label = reverse("ledger_row_edit", args=[ledger.key, row.pk]), (ledger.key, row.pk)
    held = on_page(SUPERVISOR, edit)
    yield Asked(
        "ledger_new", (ledger.key,), lambda: held | {"number": "QY-2026-901", "project": "新项目", "lead": ""}
    )
    yield Asked("ledger_row_edit", label, lambda: held | {"project": "改名的项目"})
    yield Asked("ledger_remove", (ledger.key, unused(ledger).pk), lambda: {"reason": "录错"})
    yield Asked(
        "ledger_files", label, lambda: {"slot": "佐证", "file": SimpleUploadedFile("证明.jpg", picture())}
    )
    proof = evidence.attach(ledger, row, picture(), "协议.jpg", by=actor_named(SUPERVISOR))
    yield Asked("ledger_file_remove", (*label, proof.pk), lambda: {"reason": "传错了"})
    book = filled("investment.signings", [signing("QY-2026-902", 200_000_000, "2026-08-03")])
    digest = hashlib.sha256(book).hexdigest()
    yield Asked("ledger_import", (ledger.key,), lambda: {"file": SimpleUploadedFile("签约.xlsx", book)})
    yield Asked("ledger_import_preview", (ledger.key, digest))
    month = Month.objects.get(period=MONTH)
    closing = {"version": str(month.version), "reason": "关账"}
    yield Asked("ledger_step", ("directory-months", month.pk, "close"), lambda: closing)
    for other in registry.ledgers():
        yield from of_ledger(other)


def of_ledger(ledger: Ledger) -> Iterator[Asked]:
    row = foreign(ledger)
    by = next((u for u in (SUPERVISOR, ADMINISTRATOR) if may_change(u, ledger)), "")
    at = (ledger.key, row.pk)
    held = on_page(by, reverse("ledger_row_edit", args=at)) if by else {"version": str(row.version)}
    reason = {"reason": "试一试", "version": str(row.version)}
    yield Asked("ledger_row_edit", at, lambda: held, sure=False)
    yield Asked("ledger_new", (ledger.key,), lambda: held, sure=False)
    yield Asked("ledger_remove", at, lambda: reason, sure=False)
    picked = {"row": f"{row.pk}.{row.version}"} | reason
    file = {"slot": "佐证", "file": SimpleUploadedFile("证明.jpg", picture())}
    yield Asked("ledger_files", at, lambda: file, sure=False)
    for step in ledger.lifecycle.steps if ledger.lifecycle else ():
        yield Asked("ledger_step", (*at, step.name), lambda: held | reason, sure=False)
        yield Asked("ledger_bulk", (ledger.key, step.name), lambda: picked, sure=False)
        slot = (*at, step.review or step.name)
        yield Asked("ledger_review", slot, lambda: {"verdict": "passed"}, sure=False)
        yield Asked("ledger_review_ask", slot, dict, sure=False)


def may_change(username: str, ledger: Ledger) -> bool:
    return ledger.editable and bool(access.may(actor_named(username), Act.CHANGE, ledger))


def own_units(username: str) -> frozenset[int]:
    return access.union(m.units for m in actor_named(username).mandates)


def foreign(ledger: Ledger) -> Row:
    """A row that belongs to no unit of the clerk who asks, nor to the clerk."""
    own = own_units(CLERK)
    rows, clerk = ledger.rows(), User.objects.get(username=CLERK).pk
    for path in {grant.of for grant in ledger.access.every if grant.of}:
        rows = rows.exclude(**{path: clerk})
    found = (rows.exclude(**{f"{ledger.unit}__in": own}) if ledger.unit else rows).first()
    assert found is not None, ledger.name
    return found


def unused(ledger: Ledger) -> Row:
    """One to which no money leads, so that who may can remove it."""
    lin = actor_named(SUPERVISOR)
    values = {c.name: getattr(foreign(ledger), c.name) for c in ledger.writable}
    return writing.create(
        ledger, values | {"number": "QY-2026-900", "project": "录错的项目", "lead": None}, by=lin
    )


def text(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("要点.txt", data)


# The pages that only show


def reading(made: Arranged) -> dict[str, tuple[object, ...]]:
    """Every other address, with real keys."""
    plan, number = (made.version.pk,), (made.target.number,)
    ledger = ("investment-signings",)
    row = (*ledger, foreign(registry.ledger("investment.signings")).pk)
    plain = "home settings people search gallery gallery_drawer plans targets rules ledgers rounds reports"
    of_oversight = (
        "overview late task_lights units screen calibration burden reporting_file report_templates references"
    )
    assessment = Assessment.objects.get(of="units", end=202612)
    of_delivery = "schedule schedule_file coordination coordination_file opinions"
    of_investment = "rhythm investment_map chains"
    of_land = "land_rounds land_policies"
    of_plan = "plan plan_changes plan_reading plan_lists plan_lists_file plan_original plan_bindings"
    of_ledger = "ledger ledger_export ledger_template ledger_kanban ledger_calendar ledger_print"
    return {
        **dict.fromkeys(f"{plain} {of_oversight} {of_investment} {of_delivery} {of_land}".split(), ()),
        "screening": (registry.ledger("investment.screenings").rows()[0].pk,),
        "project_schedule": (foreign(registry.ledger("delivery.projects")).pk,),
        **dict.fromkeys(of_plan.split(), plan),
        **dict.fromkeys(["target", "target_rows", "target_sentence", "target_trail"], number),
        **dict.fromkeys(of_ledger.split(), ledger),
        **dict.fromkeys(["ledger_row", "ledger_history", "ledger_row_print", "ledger_reviews"], row),
        "ledger_options": (*ledger, "unit"),
        "ledger_place": (*ledger, "unit"),
        "ledger_reviewers": (*row, "opinion"),
        "people_offered": (),
        "ledger_import_problems": (*ledger, "0" * 64),
        "ledger_mappings": ledger,
        **dict.fromkeys(["ledger_mapping", "ledger_mapping_remove"], (*ledger, 0)),
        "ledger_column_file": (*row, "contract"),
        "plan_uploaded": (Upload.objects.get().sha256,),
        "job": ("00000000-0000-0000-0000-000000000000",),
        **dict.fromkeys(["evidence_file", "evidence_thumbnail"], (made.proof.pk,)),
        **dict.fromkeys(["paper", "paper_file"], (Paper.objects.all()[0].pk,)),
        "bulletin": (made.bulletin.pk,),
        **dict.fromkeys(["bulletin_file", "bulletin_tables", "bulletin_pdf"], (made.bulletin.pk,)),
        "report_draft": ("brief",),
        "reference": (f"{made.bulletin.code}-1",),
        "bulletin_change": (made.bulletin.pk, made.target.number),
        "burden_list": ("duplicates",),
        "unit": ("0103",),
        **dict.fromkeys(
            ["meeting_preread", "meeting_minutes"], (Round.objects.filter(state=HELD).earliest("pk").pk,)
        ),
        "assessments": (),
        **dict.fromkeys(["assessment_file", "score_sources"], (assessment.pk,)),
        "scorebook": (assessment.pk, Subject.objects.get(assessment=assessment, unit__code="0110").pk),
    }


# The walk


def counts() -> dict[str, object]:
    """How many rows every table holds, and every file; but not what is a person's own: sessions, habits, previews."""
    found = everything().items()
    return {name: n for name, n in found if name not in UNCOUNTED and uploads.FOLDER not in Path(name).parts}


def contents(only: Collection[str] = ()) -> dict[str, str]:
    """A digest of all that every table holds, or some, so that a change without a trail is seen too."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(set(only or connection.introspection.table_names(cursor)) - UNCOUNTED):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")
            found[table] = hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()
    return found


def is_refused(username: str, asked: Asked, answer: HttpResponse) -> bool:
    """By its status; a clerk may fill in some forms, and is refused the other unit's row in them."""
    if answer.status_code in REFUSED:
        return True
    if username != CLERK:
        return False
    if asked.name == "reporting":  # only lines of the person's own units are looked at
        return answer.status_code == 302
    if asked.name == "ledger_bulk":  # a look at what would happen
        return answer.status_code == 200 and not answer.context["plan"].ready
    if asked.name == "ledger_new":
        return answer.status_code == 200 and bool(answer.context["form"].errors)
    if asked.name in ("ledger_import", "ledger_import_preview"):
        return answer.status_code == 200 and bool(answer.context["plan"].problems)
    return False


@pytest.mark.parametrize("username", [CLERK, AUDITOR, NOBODY])
def test_who_may_not_writes_nothing_anywhere(arranged: Arranged, username: str) -> None:
    client = client_of(username)
    held, before = contents(), counts()
    opened = []
    for asked in arranged.asked:
        answer = client.post(asked.address, asked.body())
        changed = sorted({name for name, _ in counts().items() ^ before.items()})
        if not is_refused(username, asked, answer) or changed:
            opened.append((asked.address, answer.status_code, changed))
            before = counts()
    assert opened == []
    for name, args in reading(arranged).items():
        answer = client.post(reverse(name, args=args))
        if answer.streaming:
            answer.getvalue()  # to the end, which closes the file
        assert answer.status_code < 500 and counts() == before, name
    assert contents() == held


def test_every_address_is_walked(arranged: Arranged) -> None:
    every = {str(leaf.name) for leaf in leaves(get_resolver().url_patterns)}
    every -= {name for name in every if name.startswith("api_")}  # programs are asked in tests/api
    assert every == {asked.name for asked in arranged.asked} | set(reading(arranged)) | OF_ONESELF


def test_the_same_forms_write_when_the_right_person_sends_them(arranged: Arranged) -> None:
    """Without this a form that is merely wrong would look like a door that is shut.

    And what pages keep stands as long as the marks of the tables that were read: a write that leaves none on a table
    that it changes would not be seen.
    """
    watched = standing.marked() - {User._meta.db_table}  # each of them has just signed in
    idle, unseen, held = [], set(), contents(watched)
    for asked in (each for each in arranged.asked if each.sure):
        with transaction.atomic():
            client = client_of(asked.by)
            before, head = everything(), standing.head()
            answer = client.post(asked.address, asked.body())
            now, later = contents(watched), standing.head()
            unseen |= {(asked.name, t) for t in now if now[t] != held[t] and later.get(t) == head.get(t)}
            if answer.status_code not in (200, 302) or everything() == before:
                idle.append((asked.address, answer.status_code))
            transaction.set_rollback(True)
    assert idle == []
    assert unseen == set()


def test_the_walk_would_find_an_open_door(arranged: Arranged) -> None:
    clerk = User.objects.get(username=CLERK)
    Post.objects.create(user=clerk, unit=clerk.posts.get().unit, role=roles.SUPERVISOR)
    (asked,) = (each for each in arranged.asked if each.name == "bulletin_issue")
    held, before = contents(), counts()
    assert not is_refused(CLERK, asked, client_of(CLERK).post(asked.address, asked.body()))
    assert counts() != before and contents() != held
