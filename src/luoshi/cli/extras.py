"""Commands that need a library which not every installation has: a sentence where it is missing."""

from __future__ import annotations

import importlib
import importlib.util
from types import ModuleType

from luoshi.cli.errors import InputError

#: Library -> what it is wanted for, and the extra that brings it.
EXTRAS = {
    "pyarrow": ("批量识读、比较和数据湖", "corpus"),
    "ray": ("在集群上识读", "cluster"),
    "duckdb": ("用 DuckDB 计算", "lake"),
    "pyspark": ("用 Spark 计算", "spark"),
}


def module(name: str, *, needs: str) -> ModuleType:
    """A module of ours that needs a library: imported only now, because the other commands do without."""
    if importlib.util.find_spec(needs) is None:
        purpose, extra = EXTRAS[needs]
        raise InputError(
            f"{purpose}要用到 {needs}，本机没有安装。请执行 pip install 'luoshi[{extra}]' 后再试。"
        )
    return importlib.import_module(name)
