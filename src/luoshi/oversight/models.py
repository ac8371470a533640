"""The tables of the family."""

from luoshi.oversight.baselines.models import Baseline
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.forecasts.models import Forecast
from luoshi.oversight.lists.models import ListLine, PublishedList
from luoshi.oversight.objections.models import Objection
from luoshi.oversight.papers.models import Paper
from luoshi.oversight.reminders.models import Reminder
from luoshi.oversight.rounds.models import AgendaItem, Decision, Round

__all__ = [
    "AgendaItem",
    "Baseline",
    "Bulletin",
    "Decision",
    "Forecast",
    "ListLine",
    "Objection",
    "Paper",
    "PublishedList",
    "Reminder",
    "Round",
]
