"""The ledgers of an assessment: what others lead to comes first."""

from __future__ import annotations

from luoshi.oversight.assessment.events.ledger import EVENTS
from luoshi.oversight.assessment.ledger import ASSESSMENTS
from luoshi.oversight.assessment.objections.ledger import SCORE_OBJECTIONS
from luoshi.oversight.assessment.ratings.ledger import RATINGS
from luoshi.oversight.assessment.scores.ledger import SCORES
from luoshi.oversight.assessment.sources.ledger import SOURCES
from luoshi.oversight.assessment.subjects.ledger import ASSESSED

LEDGERS = (ASSESSMENTS, ASSESSED, SOURCES, EVENTS, RATINGS, SCORES, SCORE_OBJECTIONS)
