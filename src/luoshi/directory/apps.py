"""The Django app of `directory`, with the ledgers it brings."""

from __future__ import annotations

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "luoshi.directory"
    verbose_name = "基础信息"

    def ready(self) -> None:
        from luoshi.directory.calendars import days  # noqa: PLC0415
        from luoshi.directory.calendars.ledger import DAYS, MONTHS  # noqa: PLC0415 - models come first
        from luoshi.directory.chains.ledger import CHAINS  # noqa: PLC0415
        from luoshi.directory.charges.ledger import CHARGES  # noqa: PLC0415
        from luoshi.directory.industries.ledger import INDUSTRIES  # noqa: PLC0415
        from luoshi.directory.people.ledger import POSTS  # noqa: PLC0415
        from luoshi.directory.regions.ledger import REGIONS  # noqa: PLC0415
        from luoshi.directory.units.ledger import UNITS  # noqa: PLC0415
        from luoshi.ledgers import clocks, registry  # noqa: PLC0415

        registry.register(UNITS)
        registry.register(POSTS)
        registry.register(CHARGES)
        registry.register(REGIONS)
        registry.register(INDUSTRIES)
        registry.register(CHAINS)
        registry.register(DAYS)
        registry.register(MONTHS)
        clocks.use(days.calendar_between)
