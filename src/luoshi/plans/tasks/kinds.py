"""The kind of rule that says how many days each step of a task may take."""

from __future__ import annotations

from luoshi.ledgers.rulebook import Kind
from luoshi.rules import defaults, sentences
from luoshi.rules.response import ResponseRule

SERVICE = Kind(
    name="task_service",
    title="任务办理时限",
    engine=ResponseRule,
    starting=(defaults.TASK_SERVICE_RULE,),
    sentences=sentences.response,
)
KINDS = (SERVICE,)
