"""What the machinery says when something cannot be done: one class a situation, the sentence built inside."""

from __future__ import annotations


class LedgerError(Exception):
    """Base of everything the machinery refuses; ``str()`` is a Chinese sentence for the user."""


class BadValue(LedgerError):
    """A value that a column cannot take."""


class UnknownName(LedgerError):
    """A ledger, column, step or measure that nobody declared."""

    def __init__(self, kind: str, name: str, known: tuple[str, ...] = ()) -> None:
        self.kind, self.name, self.known = kind, name, known
        hint = f"可用的有：{'、'.join(known)}。" if known else "请检查名称。"
        super().__init__(f"没有名为“{name}”的{kind}。{hint}")


class Refused(LedgerError):
    """What an actor may not do; the sentence says who may."""


class Invalid(LedgerError):
    """Values that cannot be stored: a sentence a column, "" for the row as a whole."""

    def __init__(self, problems: dict[str, list[str]]) -> None:
        self.problems = problems
        super().__init__("；".join(p for found in problems.values() for p in found))


class Stale(LedgerError):
    """Somebody else wrote the row first."""

    def __init__(self, label: str) -> None:
        super().__init__(f"“{label}”在您打开之后已被别人修改，本次没有保存。请刷新页面，核对后再改。")


class NotNow(LedgerError):
    """A step that does not start from the row's present state, or lacks what it needs."""


class UnreadableWorkbook(LedgerError):
    """A file that is no table."""


class PlanChanged(LedgerError):
    """The ledger changed between the preview of an import and its application."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"预览之后“{title}”又有变动，本次导入没有写入任何一行。请重新上传，核对新的预览后再确认。"
        )
