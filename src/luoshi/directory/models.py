"""All tables of the family."""

from __future__ import annotations

from luoshi.directory.calendars.models import CalendarDay, Month
from luoshi.directory.industries.models import Industry
from luoshi.directory.people.models import Post
from luoshi.directory.regions.models import Region
from luoshi.directory.units.models import Unit

__all__ = ("CalendarDay", "Industry", "Month", "Post", "Region", "Unit")
