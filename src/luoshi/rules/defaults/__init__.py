"""The rules that a zone starts with, until it issues its own."""

from __future__ import annotations

from luoshi.rules.defaults.assessment import SCORE_RULE
from luoshi.rules.defaults.assessment_persons import PERSON_SCORE_RULE
from luoshi.rules.defaults.assessment_teams import TEAM_SCORE_RULE
from luoshi.rules.defaults.chasing import CHASE_RULE
from luoshi.rules.defaults.delivery import ENTRY_RULE, SERVICE_RULE
from luoshi.rules.defaults.investment import (
    CHAIN_RULE,
    FULFILMENT_RULE,
    PADDING_RULE,
    RESPONSE_RULE,
    RHYTHM_RULE,
    SCREENING_FORM,
)
from luoshi.rules.defaults.land import POLICY_RULE, STANDARD_LAND_RULE
from luoshi.rules.defaults.node_templates import NODE_TEMPLATES
from luoshi.rules.defaults.oversight import (
    BOARD_RULE,
    LIGHT_RULE,
    SEASON_RULE,
    START_LIGHT_RULE,
    TASK_LIGHT_RULE,
    TRAJECTORY_RULE,
    UNIT_LIGHT_RULE,
)
from luoshi.rules.defaults.per_mu import PER_MU_MINMAX_RULE, PER_MU_RULE
from luoshi.rules.defaults.plans import CUTOFF_RULE, TASK_SERVICE_RULE
from luoshi.rules.defaults.publication import PUBLICATION_RULE
from luoshi.rules.defaults.rounds import ROUND_RULES
from luoshi.rules.defaults.service import SERVICE_LIMITS

__all__ = [
    "BOARD_RULE",
    "CHAIN_RULE",
    "CHASE_RULE",
    "CUTOFF_RULE",
    "ENTRY_RULE",
    "FULFILMENT_RULE",
    "LIGHT_RULE",
    "NODE_TEMPLATES",
    "PADDING_RULE",
    "PERSON_SCORE_RULE",
    "PER_MU_MINMAX_RULE",
    "PER_MU_RULE",
    "POLICY_RULE",
    "PUBLICATION_RULE",
    "RESPONSE_RULE",
    "RHYTHM_RULE",
    "ROUND_RULES",
    "SCORE_RULE",
    "SCREENING_FORM",
    "SEASON_RULE",
    "SERVICE_LIMITS",
    "SERVICE_RULE",
    "STANDARD_LAND_RULE",
    "START_LIGHT_RULE",
    "TASK_LIGHT_RULE",
    "TASK_SERVICE_RULE",
    "TEAM_SCORE_RULE",
    "TRAJECTORY_RULE",
    "UNIT_LIGHT_RULE",
]
