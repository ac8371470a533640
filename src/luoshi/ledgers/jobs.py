"""Work that goes on in the background: begun, told how far it is, ended; each in a write of its own."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import Job

logger = logging.getLogger(__name__)
KEPT_FOR = datetime.timedelta(days=7)
LONGEST = datetime.timedelta(minutes=30)
BROKEN = "出现了意外的错误，没有完成。请再试一次；仍不成功的，请联系系统管理员查看服务日志。"


def start(kind: str, ledger: Ledger, about: str, details: dict[str, Any], *, by: User) -> Job:
    """A job that waits for a worker; those of this person that ended long ago go."""
    Job.objects.filter(by=by, ended__lt=timezone.now() - KEPT_FOR).delete()
    return Job.objects.create(kind=kind, ledger=ledger.name, about=about[:255], details=details, by=by)


def advance(job: Job, share: int, stage: str) -> None:
    """Note how far a job is; to be seen by others, outside the transaction of what the job writes."""
    job.share, job.stage = share, stage[:60]
    job.save(update_fields=["share", "stage"])


def carry_out(job: Job, work: Callable[[Job], str]) -> None:
    """Do a job that nobody has done yet, and note how it ended: the note is what ``work`` returns or refuses with."""
    if not Job.objects.filter(pk=job.pk, state=Job.WAITING).update(state=Job.RUNNING):
        return
    job.state = Job.RUNNING
    try:
        _end(job, Job.DONE, work(job))
    except LedgerError as problem:
        _end(job, Job.FAILED, str(problem))
    except Exception:
        logger.exception("job %s failed", job.pk)
        _end(job, Job.FAILED, BROKEN)


def look_after(job: Job) -> None:
    """End a job whose worker has ended before it."""
    if job.state == Job.RUNNING and timezone.now() - job.at > LONGEST:
        _end(job, Job.FAILED, BROKEN)


def _end(job: Job, state: str, note: str) -> None:
    job.state, job.note, job.ended = state, note[:1000], timezone.now()
    job.save(update_fields=["state", "note", "ended", "details"])
