"""The Django app of `plans`."""

from __future__ import annotations

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "luoshi.plans"
    verbose_name = "计划"

    def ready(self) -> None:
        from luoshi.ledgers.registry import register  # noqa: PLC0415 - tables exist only now
        from luoshi.plans.clauses.ledger import CLAUSES  # noqa: PLC0415
        from luoshi.plans.documents.ledger import DOCUMENTS  # noqa: PLC0415
        from luoshi.plans.indicators.ledger import INDICATORS  # noqa: PLC0415
        from luoshi.plans.portfolios.ledger import PORTFOLIOS  # noqa: PLC0415
        from luoshi.plans.reported.ledger import REPORTED  # noqa: PLC0415
        from luoshi.plans.targets.ledger import TARGETS  # noqa: PLC0415
        from luoshi.plans.tasks.ledger import TASKS  # noqa: PLC0415

        register(DOCUMENTS)
        register(CLAUSES)
        register(INDICATORS)
        register(TARGETS)
        register(TASKS)
        register(REPORTED)
        register(PORTFOLIOS)
