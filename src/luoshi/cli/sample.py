"""The sample zone, loaded the way a zone would load it: files in, by the same actions as the pages use."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.db import transaction

import luoshi
from luoshi.accounts.models import User
from luoshi.cli import (
    house,
    sample_assessment,
    sample_bulletins,
    sample_chasing,
    sample_excuses,
    sample_followups,
    sample_lists,
    sample_paths,
    sample_rounds,
)
from luoshi.cli.errors import InputError
from luoshi.directory import roles
from luoshi.directory.calendars import actions as calendars
from luoshi.directory.people.actors import actor_of
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, importing, registry, rejudging, stepping
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.oversight.forecasts.judge import FORECASTS
from luoshi.plans.binding import actions as bindings
from luoshi.plans.documents.models import Document
from luoshi.plans.filings.models import Filing
from luoshi.plans.intake import actions as intake
from luoshi.plans.reported import laying
from luoshi.plans.review import actions as review
from luoshi.projects.investment.judges import JUDGES
from luoshi.projects.land.evaluations import actions as evaluations
from luoshi.rules.months import month_range, parse_month

PASSWORD = "luoshi-2026"
YEAR = 2026
PLAN = "云溪高新区2026年工作要点.txt"
ROUNDS = "调度轮次"  # before this the sample has a plan and facts, and nobody has met
FIRST, LAST = 202511, 202610  # the twelve months of the sample's ledgers
BEFORE_PLAN = ("directory.units", "plans.portfolios")
WITH_PEOPLE = "directory.posts"
PUBLISHED = date(2026, 10, 26)  # the evaluation of 2025


def folder() -> Path:
    """Where the sample's files are: in the source tree, or beside the installed package."""
    package = Path(luoshi.__file__).parent
    for place in (package.parents[1] / "samples", package / "samples"):
        if (place / PLAN).exists():
            return place
    raise InputError("找不到样例文件，请在落实的源代码目录中执行 make demo。")


def is_loaded() -> bool:
    """Whether any zone is there; a sample is never loaded over a zone's own data."""
    return Unit.objects.exists()


def load() -> Iterator[str]:
    """Load everything in one transaction, saying what is being done."""
    files, plan = folder(), None
    try:
        with transaction.atomic():
            yield "单位和人员"
            for name in BEFORE_PLAN:
                load_ledger(name, files)
            load_people(files)
            yield "工作要点"
            plan = load_plan(files)
            open_books()
            for ledger in after_plan(files):
                yield ledger.title
                if ledger.name == sample_assessment.ENTRIES:
                    sample_assessment.begin()
                load_ledger(ledger.name, files)
                if ledger.name == "land.per_mu_figures":
                    evaluations.evaluate(2025, "per-mu", by=house.operator(), on=PUBLISHED)
                    evaluations.publish(2025, by=house.operator(), on=PUBLISHED)
            yield "单位月报"
            hand_up(files)
            yield "时序基线、目标分解和预测"
            sample_paths.freeze()
            sample_paths.deal()
            close_books()
            sample_paths.forecast()
            for judge in (*JUDGES, laying.JUDGE, FORECASTS):
                rejudging.catch_up(judge, by=house.operator())
            yield ROUNDS
            sample_rounds.hold()
            yield "通报和其他文稿"
            sample_bulletins.issue()
            yield "红黑榜公示"
            sample_lists.publish()
            yield "正当理由"
            sample_excuses.ask()
            yield "佐证附件"
            prove()
            yield "升级处理、催办提醒和督办文书"
            sample_followups.act(sample_followups.BEFORE)
            sample_chasing.remind()
            sample_followups.act(sample_followups.LAST)
            sample_chasing.write()
            sample_followups.write()
            yield "半年考核"
            sample_assessment.settle()
    except BaseException:
        if plan is not None:  # the rows go by themselves, the file does not
            plan.file.delete(save=False)
        raise


def after_plan(files: Path) -> list[Ledger]:
    """The ledgers of which there is a sample, in the order of their registration: what others lead to comes first."""
    apart = {*BEFORE_PLAN, WITH_PEOPLE}
    known = (found for found in registry.ledgers() if found.name not in apart)
    return [found for found in known if (files / f"{found.name}.csv").exists()]


def load_ledger(name: str, files: Path) -> None:
    """Import one sample file; a sample with a problem is a defect of ours."""
    path = files / f"{name}.csv"
    by = house.operator()
    plan = importing.plan(registry.ledger(name), path.read_bytes(), path.name, by=by)
    if plan.problems:
        raise InputError(f"样例文件 {path.name} 有误：{plan.problems[0]}")
    importing.apply(plan, by=by)


def prove() -> None:
    """Hang on every row the files that the step into its state asks for: a note of what the row says."""
    cycles = [(ledger, ledger.lifecycle) for ledger in registry.ledgers() if ledger.lifecycle]
    asking = [
        (ledger, cycle.field, step) for ledger, cycle in cycles for step in cycle.steps if step.evidence
    ]
    for ledger, field, step in asking:
        for row in ledger.rows().filter(**{field: step.target}):
            for slot in evidence.lacking(ledger, row, step.evidence):
                data = note(ledger, row, slot)
                evidence.attach(ledger, row, data, f"{slot}.txt", by=house.operator(), slot=slot)


def note(ledger: Ledger, row: Row, slot: str) -> bytes:
    """A file of the sample: what it proves, and the columns of the row that are filled in."""
    open_to_all = (column for column in ledger.writable if column.name not in ledger.access.secret)
    said = ((ledger.title_of(column), column.written(column.of(row))) for column in open_to_all)
    filled = [f"{title}：{text}" for title, text in said if text]
    return "\n".join((f"{slot}（样例）", *filled, "")).encode()


def load_people(files: Path) -> None:
    """Accounts, with the sample's password where somebody has a post, and their posts; the others are names only."""
    hashed = make_password(PASSWORD)
    holders = {row["人员"] for row in table(files / f"{WITH_PEOPLE}.csv")}
    User.objects.bulk_create(
        User(
            username=row["用户名"],
            name=row["姓名"],
            password=hashed if row["用户名"] in holders else make_password(None),
        )
        for row in table(files / "people.csv")
    )
    load_ledger(WITH_PEOPLE, files)


def table(path: Path) -> list[dict[str, str]]:
    """The lines of a csv file by its heads."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def load_plan(files: Path) -> Document:
    """Take in the plan and confirm all of it; how something grows is reported."""
    by = house.operator()
    document = intake.add((files / PLAN).read_bytes(), PLAN, year=YEAR, by=by)
    outcome = review.confirm_all(document, by=by)
    for target in outcome.waiting:
        if target.basis == "growth":  # the sample's ledgers hold no rows of the year before
            bindings.confirm_reported(target, by=by)
    return document


def hand_up(files: Path) -> None:
    """The months of units as they were handed up, signed and locked, some late; one that was given back."""
    ledger, operator = registry.ledger("plans.filings"), house.operator()
    signers = {post.unit_id: post.user for post in Post.objects.filter(role=roles.HEAD)}
    rows = {(row.unit.code, row.period): row for row in Filing.objects.select_related("unit")}
    for line in table(files / "filings.csv"):
        period = parse_month(line["月份"])
        filing = rows[line["单位"], period]
        on = date.fromisoformat(line["上报日期"])
        stepping.take_step(ledger, filing, "submit", by=operator, on=on)
        if line["签发日期"]:
            on = date.fromisoformat(line["签发日期"])
            stepping.take_step(ledger, filing, "sign", by=actor_of(signers[filing.unit_id], on=on), on=on)
        if line["退回理由"]:
            stepping.take_step(ledger, filing, "return", by=operator, on=on, reason=line["退回理由"])
        elif period < LAST:
            stepping.take_step(ledger, filing, "lock", by=operator, on=on)


def open_books() -> None:
    """Open the months in which the sample has rows."""
    for year in range(FIRST // 100, LAST // 100 + 1):
        calendars.open_year(year, by=house.operator())


def close_books() -> None:
    """Close all months but the last, so that the pages open on it."""
    for period in month_range(FIRST // 100 * 100 + 1, LAST)[:-1]:
        calendars.close(period, by=house.operator(), reason="样例数据，按月关账")


def cast() -> list[tuple[str, str, str]]:
    """The people of the sample: user name, name, what they do."""
    words = dict(roles.ROLES)
    posts = Post.objects.select_related("unit", "user").order_by("pk")
    return [(p.user.username, p.user.name, f"{p.unit} {p.title or words[p.role]}") for p in posts]
