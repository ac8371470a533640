"""The tables of the family."""

from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.events.models import AssessedEvent
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.assessment.ratings.models import AssessedRating
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import Source
from luoshi.oversight.assessment.subjects.models import Subject
from luoshi.oversight.baselines.models import Baseline
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.excuses.models import Excuse
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.forecasts.models import Forecast
from luoshi.oversight.lists.models import ListLine, PublishedList
from luoshi.oversight.objections.models import Objection
from luoshi.oversight.papers.models import Paper
from luoshi.oversight.references.models import Reference
from luoshi.oversight.reminders.models import Reminder
from luoshi.oversight.rounds.models import AgendaItem, Decision, Round

__all__ = [
    "AgendaItem",
    "AssessedEvent",
    "AssessedRating",
    "Assessment",
    "Baseline",
    "Bulletin",
    "Decision",
    "Excuse",
    "Followup",
    "Forecast",
    "ListLine",
    "Objection",
    "Paper",
    "PublishedList",
    "Reference",
    "Reminder",
    "Round",
    "Score",
    "ScoreObjection",
    "Source",
    "Subject",
]
