"""How far a work in the background is: asked again every second until it has ended."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET
from django_htmx.http import HttpResponseClientRedirect

from luoshi.ledgers import jobs, registry
from luoshi.ledgers.models import Job
from luoshi.web import tasks
from luoshi.web.ledgers import uploads
from luoshi.web.request import Request

PATIENCE = 20  # seconds in the queue after which somebody should look whether anybody works


@require_GET
def job(request: Request, key: UUID) -> HttpResponse:
    """The page of a job of one's own; what comes after it has ended well."""
    found = Job.objects.filter(pk=key, by=request.user).first()
    if found is None:
        raise Http404("没有这项后台任务，它可能已经清理。请回到台账查看。")
    jobs.look_after(found)
    ledger = registry.ledger(found.ledger)
    digest = found.details["digest"]
    preview = reverse("ledger_import_preview", args=(ledger.key, digest))
    if found.kind == tasks.LOOK and found.state == Job.DONE:
        return HttpResponseClientRedirect(preview) if request.htmx else redirect(preview)
    waited = (timezone.now() - found.at).total_seconds()
    values = {
        "job": found,
        "ledger": ledger,
        "again": preview if uploads.there(request.user.pk, ledger, digest) else "",
        "late": found.state == Job.WAITING and waited > PATIENCE,
        "waited": int(waited),
    }
    return render(request, "ledger/job_state.html" if request.htmx else "ledger/job.html", values)
