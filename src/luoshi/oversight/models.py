"""The tables of the family."""

from luoshi.oversight.bulletins.models import Bulletin

__all__ = ["Bulletin"]
