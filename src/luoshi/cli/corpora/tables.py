"""Columns and rows as Arrow has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import pyarrow as pa

from luoshi.reading.corpora import columns
from luoshi.reading.corpora.columns import Column, Kind

TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "whole": pa.int64(),
    "exact": pa.string(),
    "decimal": pa.decimal128(columns.WHOLE + columns.PLACES, columns.PLACES),
    "texts": pa.list_(pa.string()),
    "conditions": pa.list_(pa.struct([(name, pa.string()) for name in columns.CONDITION])),
}
ROWS = 8192  # commitments of one batch in memory


def schema(of: Sequence[Column]) -> pa.Schema:
    """The columns of a table with their types, each with its Chinese name as its description."""
    return pa.schema(
        [pa.field(one.name, TYPES[one.kind], metadata={"label": one.label.encode()}) for one in of]
    )


COMMITMENTS = schema(columns.COMMITMENTS)
FILES = schema(columns.FILES)


def commitments(about: Mapping[str, Any], rows: Iterable[Sequence[Any]]) -> Iterator[pa.RecordBatch]:
    """Rows of one file's commitments as batches; ``about`` is what all of them share."""
    rest = iter(rows)
    while chunk := list(islice(rest, ROWS)):
        shared = [pa.repeat(_scalar(about, column), len(chunk)) for column in columns.DOCUMENT]
        own = map(_array, columns.COMMITMENT, zip(*chunk, strict=True))
        yield pa.RecordBatch.from_arrays([*shared, *own], schema=COMMITMENTS)


def files(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """What is known of files as a table."""
    return pa.Table.from_arrays(
        [_array(column, [row.get(column.name) for row in rows]) for column in columns.FILES], schema=FILES
    )


def _scalar(about: Mapping[str, Any], column: Column) -> pa.Scalar:
    return _array(column, [about.get(column.name)])[0]


def _array(column: Column, values: Sequence[Any]) -> pa.Array:
    try:
        return pa.array(values, TYPES[column.kind])
    except UnicodeEncodeError:  # half a character, as web pages and damaged files hold them
        return pa.array([_whole(value) for value in values], TYPES[column.kind])


def _whole(value: Any) -> Any:
    """The same value with half characters as question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items()}
    return [_whole(one) for one in value] if isinstance(value, list | tuple) else value
