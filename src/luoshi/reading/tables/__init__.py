"""Tables: their rows, however a text keeps them, and what a row says of what stands in it."""

from luoshi.reading.tables.row import Row, answering, holding
from luoshi.reading.tables.rows import Tables, find

__all__ = ["Row", "Tables", "answering", "find", "holding"]
