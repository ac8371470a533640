"""The tables of the family."""

from luoshi.oversight.baselines.models import Baseline
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.forecasts.models import Forecast
from luoshi.oversight.papers.models import Paper
from luoshi.oversight.reminders.models import Reminder

__all__ = ["Baseline", "Bulletin", "Forecast", "Paper", "Reminder"]
