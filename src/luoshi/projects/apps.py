"""The Django app of `projects`, with the ledgers that its parts bring."""

from __future__ import annotations

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "luoshi.projects"
    verbose_name = "项目"

    def ready(self) -> None:
        from luoshi.ledgers import registry, rejudging, rule_kinds  # noqa: PLC0415 - models come first
        from luoshi.projects.delivery import ledgers as delivery  # noqa: PLC0415
        from luoshi.projects.delivery import rules as delivery_rules  # noqa: PLC0415
        from luoshi.projects.investment import judges  # noqa: PLC0415
        from luoshi.projects.investment import kinds as investment_rules  # noqa: PLC0415
        from luoshi.projects.investment import ledgers as investment  # noqa: PLC0415
        from luoshi.projects.land import kinds as land_rules  # noqa: PLC0415
        from luoshi.projects.land import ledgers as land  # noqa: PLC0415

        rule_kinds.register(*land_rules.KINDS, *investment_rules.KINDS, *delivery_rules.KINDS)
        registry.register(*land.LEDGERS)  # the lowest part first: what others lead to
        registry.register(*investment.LEDGERS)
        registry.register(*delivery.LEDGERS)
        rejudging.register(*judges.JUDGES)
