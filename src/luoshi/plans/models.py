"""The tables of `plans`."""

from __future__ import annotations

from luoshi.plans.clauses.models import Assignment, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.filings.models import Filing
from luoshi.plans.indicators.models import Indicator
from luoshi.plans.portfolios.models import Portfolio
from luoshi.plans.questions.models import Question
from luoshi.plans.reported.models import Reported
from luoshi.plans.shares.models import Share
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import Task

__all__ = [
    "Assignment",
    "Clause",
    "Document",
    "Filing",
    "Indicator",
    "Portfolio",
    "Question",
    "Reported",
    "Share",
    "Target",
    "Task",
]
