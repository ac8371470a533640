"""The Django app of `oversight`."""

from __future__ import annotations

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "luoshi.oversight"
    label = "oversight"
    verbose_name = "调度"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from luoshi.ledgers import registry  # noqa: PLC0415
        from luoshi.oversight.bulletins.ledger import BULLETINS  # noqa: PLC0415
        from luoshi.oversight.rules.ledger import RULES  # noqa: PLC0415

        registry.register(RULES)
        registry.register(BULLETINS)
