"""Tables that lost their rows: a cell a line, or a blank between all cells."""

from luoshi.reading.repairs.tabular.rows import find

__all__ = ["find"]
