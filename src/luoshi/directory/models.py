"""All tables of the family."""

from __future__ import annotations

from luoshi.directory.calendars.models import CalendarDay, Month
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.charges.models import Charge
from luoshi.directory.industries.models import Industry
from luoshi.directory.people.models import Post
from luoshi.directory.regions.models import Region
from luoshi.directory.units.models import Unit

__all__ = ("CalendarDay", "ChainLink", "Charge", "Industry", "Month", "Post", "Region", "Unit")
