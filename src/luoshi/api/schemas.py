"""The shapes of what is sent and answered; values are exact text, as exports have it."""

from __future__ import annotations

from typing import Any

from ninja import Field, Schema
from pydantic import ConfigDict

Values = dict[str, str | None]


class Strict(Schema):
    """A body that has nothing but what is declared."""

    model_config = ConfigDict(extra="forbid")


class NewRow(Strict):
    """A new row."""

    values: Values = Field(..., description="各列的值，写法与导出的 json 相同；没有值写 null")


class Change(Strict):
    """What a row is to hold from now on; columns that are not named stay as they are."""

    values: Values = Field(..., description="要改的列；与现值相同的列视为没有改动")
    reason: str = Field("", max_length=400, description="理由，记入变动记录")


class Taking(Strict):
    """A step of the lifecycle: what it asks for, and why it is taken."""

    values: Values = Field(default_factory=dict, description="办理时要填写的列")
    reason: str = Field("", max_length=400, description="理由；回退的步骤必填")


class Row(Schema):
    """A row in a list."""

    key: int
    version: int
    label: str
    values: Values


class WholeRow(Row):
    """A row by itself, with the steps that the token may take with it now."""

    steps: list[str]


class Page(Schema):
    """A page of a list."""

    count: int
    page: int
    pages: int
    rows: list[Row]


class ColumnTold(Schema):
    """A column: how it is called, what it takes."""

    name: str
    title: str
    kind: str
    unit: str
    help: str
    required: bool
    fillable: bool
    derived: bool
    choices: list[str]
    to: str


class StepTold(Schema):
    """A step: from where, to where, what it asks for."""

    name: str
    title: str
    source: list[str]
    target: str
    needs: list[str]
    asks_reason: bool
    may: bool


class Brief(Schema):
    """A ledger in the list of ledgers; ``rights`` are what the token may do to any row of it."""

    key: str
    name: str
    title: str
    note: str
    rights: list[str]


class LedgerTold(Brief):
    """A ledger with all that can be asked of it."""

    identity: list[str]
    columns: list[ColumnTold]
    steps: list[StepTold]
    filters: list[str]


class Entry(Schema):
    """One entry of a row's trail."""

    at: str
    who: str
    act: str
    reason: str
    changes: dict[str, list[str]]


class Trail(Schema):
    """A page of a row's trail, newest first."""

    count: int
    page: int
    pages: int
    entries: list[Entry]


class Wrong(Schema):
    """A cell of an imported file with what is wrong."""

    sheet: str
    row: int
    column: str
    title: str
    value: str
    sentence: str


class Preview(Schema):
    """What a file would do; ``seen`` is to be sent back with ``apply``, so that just this is written."""

    summary: str
    creates: int
    changes: int
    unchanged: int
    seen: str
    problems: list[Wrong]


class Imported(Schema):
    """What an import did."""

    created: int
    changed: int
    unchanged: int
    keys: list[int]


class Problem(Schema):
    """Why something was not done; ``problems`` are sentences by column."""

    sentence: str
    problems: dict[str, list[str]]


Told = dict[str, Any]
