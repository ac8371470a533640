"""The kinds of rules of land: evaluations per mu, checks of standard land, policies."""

from __future__ import annotations

from luoshi.ledgers.rule_kinds import Kind
from luoshi.rules import sentences
from luoshi.rules.defaults.land import POLICY_RULE, STANDARD_LAND_RULE
from luoshi.rules.defaults.per_mu import PER_MU_MINMAX_RULE, PER_MU_RULE
from luoshi.rules.per_mu_rules import PerMuRule
from luoshi.rules.policies import PolicyRule
from luoshi.rules.standard_land import StandardLandRule

PER_MU = Kind(
    name="per_mu",
    title="亩均效益评价规则",
    engine=PerMuRule,
    starting=(PER_MU_RULE, PER_MU_MINMAX_RULE),
    sentences=sentences.per_mu,
    several=True,
)
STANDARD_LAND = Kind(
    name="standard_land",
    title="标准地核查规则",
    engine=StandardLandRule,
    starting=(STANDARD_LAND_RULE,),
    sentences=sentences.standard_land,
)
POLICIES = Kind(
    name="policies",
    title="差别化政策规则",
    engine=PolicyRule,
    starting=(POLICY_RULE,),
    sentences=sentences.policies,
)
KINDS = (PER_MU, STANDARD_LAND, POLICIES)
