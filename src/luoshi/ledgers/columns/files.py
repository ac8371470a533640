"""Files: what a row holds of one is its name and its content's fingerprint; the file is an attachment of the row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, TypedDict

from luoshi.ledgers.columns.base import Column, Finder
from luoshi.ledgers.errors import BadValue


class Filed(TypedDict):
    """A file as a row holds it."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Upload:
    """A file that is to stand in a column, as it came in; ``small`` is its little picture once it has been looked at."""

    data: bytes
    name: str
    small: list[bytes] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True)
class File(Column):
    """One file, as a JSON field that may be null; it is uploaded with the row's form and by no other way."""

    free: ClassVar[bool] = True
    widget: ClassVar[str] = "file"
    filter: ClassVar[str] = "has"
    width: ClassVar[int] = 24
    form: ClassVar[str] = "在网页上传，不能从表格导入"

    def from_text(self, text: str, finder: Finder) -> Filed:
        raise BadValue(f"“{text[:40]}”只是文字，文件不能填写，也不能从表格导入，请打开这一行在网页上传。")

    def show(self, value: Filed | None) -> str:
        return value["name"] if value else "–"

    def entered(self, value: Filed | None) -> str:
        return value["name"] if value else ""
