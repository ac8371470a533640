"""The rules that a zone starts with, until it issues its own."""

from __future__ import annotations

from luoshi.rules.defaults.node_templates import NODE_TEMPLATES
from luoshi.rules.defaults.oversight import BOARD_RULE, LIGHT_RULE, TRAJECTORY_RULE

__all__ = ["BOARD_RULE", "LIGHT_RULE", "NODE_TEMPLATES", "TRAJECTORY_RULE"]
