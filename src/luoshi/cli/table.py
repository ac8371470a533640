"""The table of subcommands: one line each, in the order of the help page."""

from __future__ import annotations

import argparse
import importlib
from dataclasses import dataclass
from typing import Protocol, cast


class CommandModule(Protocol):
    """What a file in `commands/` offers."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it and return the exit code; raise `InputError` for what is wrong with the input."""


@dataclass(frozen=True)
class Entry:
    """One subcommand. `django` is False for those that need neither database nor models."""

    name: str
    summary: str
    django: bool = True
    module: str = ""  # where the name is a word of Python

    def load(self) -> CommandModule:
        """Import the command's file only when it is asked for: models may be imported only after Django's set-up."""
        return cast(CommandModule, importlib.import_module(f"luoshi.cli.commands.{self.module or self.name}"))


COMMANDS = (
    Entry("demo", "装入样例园区并启动服务"),
    Entry("serve", "启动服务，用浏览器打开"),
    Entry("work", "处理后台任务，如导入大文件；serve 和 demo 会自动启动它"),
    Entry("read", "识读一份工作要点或整个文件夹，不存入", django=False),
    Entry("compare", "比较两份工作要点，或一批工作要点的各项目标", django=False),
    Entry("plan", "上传工作要点并确认"),
    Entry("import", "把 Excel 或 csv 导入台账", module="import_rows"),
    Entry("export", "把台账导出为 Excel、csv 或 json", module="export_rows"),
    Entry("wall", "目标墙：全年目标、累计、时序、亮灯"),
    Entry("bulletin", "印发月度通报（Word）"),
    Entry("audit", "核对操作记录，导出链头"),
    Entry("lake", "把台账写成 Parquet 文件，供省级平台和大数据引擎计算"),
    Entry("people", "开通账号并登记岗位"),
    Entry("tokens", "开通、列出、撤销接口令牌"),
    Entry("manage", "开发人员用：执行 Django 的管理命令", django=False),
)
