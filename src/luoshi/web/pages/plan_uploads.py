"""A plan's file on its way: what becomes of it, asked again by itself; read again, or removed, where it is not read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRedirect

from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import uploads
from luoshi.web.plans import forms
from luoshi.web.plans import uploaded as shown
from luoshi.web.request import Request


@require_GET
def uploaded(request: Request, digest: str) -> HttpResponse:
    """How far a file is; where it has been read, the plan."""
    found = shown.find(request, digest)
    if isinstance(found, Document):
        answer = shown.shown(request, found)
        return HttpResponseClientRedirect(answer.url) if request.htmx else answer
    name = "plans/uploaded_state.html" if request.htmx else "plans/uploaded.html"
    return render(request, name, shown.values(found))


@require_POST
def again(request: Request, digest: str) -> HttpResponse:
    """Have a file read again that could not be read, with the year that was missing; what is on its way goes on."""
    found = shown.find(request, digest)
    if isinstance(found, Document) or found.open:
        return redirect("plan_uploaded", digest=digest)
    form = forms.AgainForm(found, request.POST)
    if form.is_valid():
        with form.answering():
            uploads.again(found, year=form.cleaned_data.get("year"), by=request.actor)
            return redirect("plan_uploaded", digest=digest)
    return render(request, "plans/uploaded.html", shown.values(found, form), status=422)


@require_POST
def remove(request: Request, digest: str) -> HttpResponse:
    """Remove a file that is not being read, and choose another."""
    found = shown.find(request, digest)
    if isinstance(found, Document):
        return redirect("plan_uploaded", digest=digest)
    try:
        uploads.drop(found, by=request.actor)
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
        return redirect("plan_uploaded", digest=digest)
    messages.success(request, f"“{found.filename}”已移除，没有留下任何条目。请另选文件上传。")
    if found.previous_id is not None:
        return redirect("plan_version", key=found.previous_id)
    return redirect("plan_upload")
