"""The tables of the family."""

from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.rules.models import RuleVersion

__all__ = ["Bulletin", "RuleVersion"]
