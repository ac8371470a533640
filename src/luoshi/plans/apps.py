"""The Django app of `plans`."""

from __future__ import annotations

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "luoshi.plans"
    verbose_name = "计划"

    def ready(self) -> None:
        from luoshi.ledgers import rejudging, rulebook  # noqa: PLC0415 - tables exist only now
        from luoshi.ledgers.registry import register  # noqa: PLC0415
        from luoshi.plans import followers  # noqa: PLC0415
        from luoshi.plans.clauses.ledger import CLAUSES  # noqa: PLC0415
        from luoshi.plans.documents.ledger import DOCUMENTS  # noqa: PLC0415
        from luoshi.plans.extensions.ledger import EXTENSIONS  # noqa: PLC0415
        from luoshi.plans.filings.kinds import KINDS  # noqa: PLC0415
        from luoshi.plans.filings.ledger import FILINGS  # noqa: PLC0415
        from luoshi.plans.indicators.ledger import INDICATORS  # noqa: PLC0415
        from luoshi.plans.inspections.ledger import INSPECTIONS  # noqa: PLC0415
        from luoshi.plans.portfolios.ledger import PORTFOLIOS  # noqa: PLC0415
        from luoshi.plans.questions import following  # noqa: PLC0415
        from luoshi.plans.questions.ledger import QUESTIONS  # noqa: PLC0415
        from luoshi.plans.reported import laying  # noqa: PLC0415
        from luoshi.plans.reported.ledger import REPORTED  # noqa: PLC0415
        from luoshi.plans.shares.ledger import SHARES  # noqa: PLC0415
        from luoshi.plans.supports import following as supporting  # noqa: PLC0415
        from luoshi.plans.supports.ledger import SUPPORTS  # noqa: PLC0415
        from luoshi.plans.targets.ledger import TARGETS  # noqa: PLC0415
        from luoshi.plans.tasks import kinds as tasks  # noqa: PLC0415
        from luoshi.plans.tasks.ledger import TASKS  # noqa: PLC0415
        from luoshi.plans.transfers.ledger import TRANSFERS  # noqa: PLC0415

        rulebook.register(*KINDS, *tasks.KINDS)
        register(DOCUMENTS)
        register(CLAUSES)
        register(INDICATORS)
        register(TARGETS)
        register(TASKS)
        register(SUPPORTS)
        register(EXTENSIONS)
        register(TRANSFERS)
        register(INSPECTIONS)
        register(QUESTIONS)
        register(REPORTED)
        register(FILINGS)
        register(PORTFOLIOS)
        register(SHARES)
        followers.register("plans.targets", following.follow)
        followers.register("plans.tasks", supporting.follow)
        followers.register("plans.questions", laying.place_again)
        rejudging.register(laying.JUDGE)
