"""The Django app of `oversight`."""

from __future__ import annotations

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "luoshi.oversight"
    label = "oversight"
    verbose_name = "调度"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from luoshi.ledgers import registry, rejudging, rulebook  # noqa: PLC0415
        from luoshi.oversight.assessment.ledgers import LEDGERS  # noqa: PLC0415
        from luoshi.oversight.baselines.ledger import BASELINES  # noqa: PLC0415
        from luoshi.oversight.bulletins.ledger import BULLETINS  # noqa: PLC0415
        from luoshi.oversight.excuses import ledger as excuses  # noqa: PLC0415
        from luoshi.oversight.following import settling  # noqa: PLC0415
        from luoshi.oversight.followups.ledger import FOLLOWUPS  # noqa: PLC0415
        from luoshi.oversight.forecasts import judge  # noqa: PLC0415
        from luoshi.oversight.forecasts.ledger import FORECASTS  # noqa: PLC0415
        from luoshi.oversight.lists.ledger import LINES, PUBLISHED_LISTS  # noqa: PLC0415
        from luoshi.oversight.objections.kinds import PUBLICATION  # noqa: PLC0415
        from luoshi.oversight.objections.ledger import OBJECTIONS  # noqa: PLC0415
        from luoshi.oversight.papers.ledger import PAPERS  # noqa: PLC0415
        from luoshi.oversight.references.ledger import REFERENCES  # noqa: PLC0415
        from luoshi.oversight.reminders.ledger import REMINDERS  # noqa: PLC0415
        from luoshi.oversight.rounds.kinds import ROUND  # noqa: PLC0415
        from luoshi.oversight.rounds.ledger import AGENDA, DECISIONS, ROUNDS  # noqa: PLC0415
        from luoshi.oversight.rules import ledger as rules  # noqa: PLC0415
        from luoshi.oversight.rules.kinds import KINDS  # noqa: PLC0415
        from luoshi.oversight.templates.templates import REPORT  # noqa: PLC0415

        rulebook.register(*KINDS, REPORT, ROUND, PUBLICATION)
        registry.register(rules.declared())
        registry.register(BULLETINS)
        registry.register(BASELINES)
        registry.register(FORECASTS)
        registry.register(ROUNDS)
        registry.register(AGENDA)
        registry.register(DECISIONS)
        registry.register(PUBLISHED_LISTS)
        registry.register(LINES)
        registry.register(OBJECTIONS)
        registry.register(excuses.EXCUSES)
        registry.register(FOLLOWUPS)
        excuses.let_follow(settling.after_excuses)
        registry.register(REFERENCES)
        for ledger in LEDGERS:
            registry.register(ledger)
        registry.register(REMINDERS)
        registry.register(PAPERS)
        rejudging.register(judge.FORECASTS)
