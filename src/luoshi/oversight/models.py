"""The tables of the family."""

from luoshi.oversight.baselines.models import Baseline
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.forecasts.models import Forecast

__all__ = ["Baseline", "Bulletin", "Forecast"]
