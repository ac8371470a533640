"""The tables of `plans`."""

from __future__ import annotations

from luoshi.plans.clauses.models import Assignment, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.extensions.models import Extension
from luoshi.plans.filings.models import Filing
from luoshi.plans.indicators.models import Indicator
from luoshi.plans.inspections.models import Inspection
from luoshi.plans.intake.models import Upload
from luoshi.plans.portfolios.models import Portfolio
from luoshi.plans.questions.models import Question
from luoshi.plans.reported.models import Reported
from luoshi.plans.shares.models import Share
from luoshi.plans.supports.models import Support
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import Task
from luoshi.plans.transfers.models import Transfer

__all__ = [
    "Assignment",
    "Clause",
    "Document",
    "Extension",
    "Filing",
    "Indicator",
    "Inspection",
    "Portfolio",
    "Question",
    "Reported",
    "Share",
    "Support",
    "Target",
    "Task",
    "Transfer",
    "Upload",
]
