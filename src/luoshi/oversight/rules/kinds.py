"""The kinds of rules by which months are judged."""

from __future__ import annotations

from luoshi.ledgers.rulebook import Kind
from luoshi.oversight.rules import feeding, words
from luoshi.rules import defaults, sentences, service_rules
from luoshi.rules.boards import BoardRule
from luoshi.rules.chasing import ChaseRule
from luoshi.rules.lights import LightRule
from luoshi.rules.scoring import sentences as score_sentences
from luoshi.rules.scoring.scores import ScoreRule
from luoshi.rules.seasons import SeasonRule
from luoshi.rules.service_rules import ServiceRule
from luoshi.rules.trajectory_rules import TrajectoryRule

LIGHT = Kind(
    name="light",
    title="亮灯规则",
    engine=LightRule,
    starting=(
        defaults.LIGHT_RULE,
        defaults.START_LIGHT_RULE,
        defaults.TASK_LIGHT_RULE,
        defaults.UNIT_LIGHT_RULE,
    ),
    sentences=words.light,
    subjects=feeding.SUBJECTS,
    alone=feeding.ALONE,
    check=feeding.check,
)
TRAJECTORY = Kind(
    name="trajectory",
    title="时序规则",
    engine=TrajectoryRule,
    starting=(defaults.TRAJECTORY_RULE,),
    sentences=words.trajectory,
)
BOARD = Kind(
    name="board",
    title="红黑榜规则",
    engine=BoardRule,
    starting=(defaults.BOARD_RULE,),
    sentences=words.board,
)
SEASON = Kind(
    name="season",
    title="季节规律",
    engine=SeasonRule,
    starting=(defaults.SEASON_RULE,),
    sentences=words.season,
)
CHASE = Kind(
    name="chase",
    title="催办规则",
    engine=ChaseRule,
    starting=(defaults.CHASE_RULE,),
    sentences=sentences.chase,
)
SCORE = Kind(
    name="score",
    title="考核办法",
    engine=ScoreRule,
    starting=(defaults.SCORE_RULE, defaults.TEAM_SCORE_RULE, defaults.PERSON_SCORE_RULE),
    sentences=score_sentences.scheme,
    several=True,
)
SERVICE = Kind(
    name="service",
    title="办理时限",
    engine=ServiceRule,
    starting=(defaults.SERVICE_LIMITS,),
    sentences=service_rules.sentences,
)
KINDS = (LIGHT, TRAJECTORY, BOARD, SEASON, CHASE, SCORE, SERVICE)
