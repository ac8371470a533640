"""The Django app of `enterprises`, with the ledger it brings."""

from __future__ import annotations

from django.apps import AppConfig


class EnterprisesConfig(AppConfig):
    name = "luoshi.enterprises"
    verbose_name = "企业"

    def ready(self) -> None:
        from luoshi.enterprises.register.ledger import REGISTER  # noqa: PLC0415 - models come first
        from luoshi.ledgers import registry  # noqa: PLC0415

        registry.register(REGISTER)
