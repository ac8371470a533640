"""The kind of rule that says how long a list is published for objections, and until when they are ruled on."""

from __future__ import annotations

from luoshi.ledgers.rulebook import Kind
from luoshi.rules import defaults, sentences
from luoshi.rules.response import ResponseRule

PUBLICATION = Kind(
    name="publication",
    title="公示和异议期限",
    engine=ResponseRule,
    starting=(defaults.PUBLICATION_RULE,),
    sentences=sentences.response,
)
