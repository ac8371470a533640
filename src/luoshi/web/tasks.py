"""What is done in the background: `luoshi work` takes it up, the pages of ``pages.jobs`` tell of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.utils import timezone
from django_tasks import task

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import importing, jobs, registry
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import PlanChanged
from luoshi.ledgers.models import Job
from luoshi.web.ledgers import uploads
from luoshi.web.request import Request

LOOK, WRITE = "核对导入文件", "写入台账"


def begin(request: Request, kind: str, ledger: Ledger, upload: uploads.Upload) -> Job:
    """Have a kept file looked at, or written, in the background."""
    details = {"digest": upload.digest, "origin": request.actor.origin}
    job = jobs.start(kind, ledger, upload.filename, details, by=request.user)
    carry_out.enqueue(str(job.pk))
    return job


@task()
def carry_out(key: str) -> None:
    """Do the job of that key, unless it has been done or is gone."""
    job = Job.objects.select_related("by").filter(pk=key).first()
    if job is not None:
        jobs.carry_out(job, WORKS[job.kind])


def look(job: Job) -> str:
    """Plan a kept file, and keep the plan beside it."""
    ledger, upload = _given(job)
    plan = importing.plan(
        ledger, upload.data, upload.filename, by=_actor(job), tell=partial(jobs.advance, job)
    )
    jobs.advance(job, 95, "正在准备预览")
    uploads.remember(job.by_id, ledger, upload, plan)
    return plan.summary


def write(job: Job) -> str:
    """Write what the preview has shown; where the ledger has moved since, it is planned anew and not written."""
    ledger, upload = _given(job)
    jobs.advance(job, 10, "正在读取预览过的内容")
    plan = uploads.plan(job.by_id, ledger, upload.digest)
    try:
        if plan is None:
            raise PlanChanged(ledger.title)
        jobs.advance(job, 30, f"正在写入 {len(plan.creates) + len(plan.changes):,} 行")
        result = importing.apply(plan, by=_actor(job), seen=upload.fingerprint, on=timezone.localdate())
    except PlanChanged:
        look(job)
        raise
    uploads.drop(job.by_id, ledger, upload.digest)
    return f"导入完成：{result}"


WORKS: dict[str, Callable[[Job], str]] = {LOOK: look, WRITE: write}


def _given(job: Job) -> tuple[Ledger, uploads.Upload]:
    ledger = registry.ledger(job.ledger)
    return ledger, uploads.kept(job.by_id, ledger, job.details["digest"])


def _actor(job: Job) -> Actor:
    """Who asked for it, with the posts of today."""
    return actor_named(job.by.username, on=timezone.localdate(), origin=job.details["origin"])
