"""What a lake refuses, in sentences."""

from __future__ import annotations

from pathlib import Path

from luoshi.ledgers.errors import LedgerError


class NoLake(LedgerError):
    """A folder to which nothing was exported."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path}”里还没有数据湖。请先执行 luoshi lake export {path}。")


class BadManifest(LedgerError):
    """A manifest that is none, or of a form that this version does not know."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path}”不是数据湖的清单，或是别的版本写的。请删去这个文件，重新导出。")


class NotInLake(LedgerError):
    """A ledger or a column of which the lake holds nothing."""

    def __init__(self, what: str) -> None:
        super().__init__(f"数据湖里没有{what}，请重新导出后再算。")


class Behind(LedgerError):
    """Rows were written since the lake was exported."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__(
            f"《{'》《'.join(titles)}》在导出之后又有变动，不能核对。请先执行 luoshi lake export。"
        )


class Damaged(LedgerError):
    """A file of the lake that is not what the manifest says."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"数据湖的文件“{path}”缺失或与清单不符。请删去清单 manifest.json，重新导出。")


class Held(LedgerError):
    """Somebody else writes into the same place."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"另一个 luoshi 正在导出到“{path}”，请等它结束。")


class BadZone(LedgerError):
    """A code that is no name of a folder."""

    def __init__(self, zone: str) -> None:
        super().__init__(f"“{zone}”不能作为园区编码：它要用作文件夹的名称，请用 --zone 另给一个。")


class CannotCompare(LedgerError):
    """A condition on a column whose content is no single value."""

    def __init__(self, title: str) -> None:
        super().__init__(f"“{title}”不是单个的值，数据湖里只能问它填了没有。")


class NotComputed(LedgerError):
    """An engine took the question and gave no answer."""

    def __init__(self, engine: str, problem: Exception, advice: str) -> None:
        first = next(iter(str(problem).splitlines()), "")
        super().__init__(f"{engine} 没有算出结果（{first}）。{advice}")
