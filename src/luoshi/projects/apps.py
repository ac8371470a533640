"""The Django app of `projects`, with the ledgers it brings."""

from __future__ import annotations

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "luoshi.projects"
    verbose_name = "项目"

    def ready(self) -> None:
        from luoshi.ledgers import registry  # noqa: PLC0415 - models come first
        from luoshi.projects.delivery.months.ledger import PROJECT_MONTHS  # noqa: PLC0415
        from luoshi.projects.delivery.nodes.ledger import NODES  # noqa: PLC0415
        from luoshi.projects.delivery.projects.ledger import PROJECTS  # noqa: PLC0415
        from luoshi.projects.investment.paid_in.ledger import PAID_IN  # noqa: PLC0415
        from luoshi.projects.investment.signings.ledger import SIGNINGS  # noqa: PLC0415

        registry.register(SIGNINGS)
        registry.register(PAID_IN)
        registry.register(PROJECTS)
        registry.register(PROJECT_MONTHS)
        registry.register(NODES)
