"""The words of promise and how far each reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from luoshi.reading.engine import Rule
from luoshi.reading.model import Modality


@dataclass(frozen=True, slots=True)
class Word:
    """``reach``: sentence (parallel clauses too), clause, or object (only what follows it in its clause)."""

    modality: Modality
    reach: Literal["sentence", "clause", "object"]


def _says(word: Word) -> Callable[[object], Word]:
    return lambda match: word


RULES: tuple[Rule[Word], ...] = (
    Rule(
        "ensure",
        r"确保|保底(?=目标|任务)|务必|务求|必须|(?<!必)须(?!知|臾|要|弥)|(?<!除了)保证(?!金)",
        _says(Word("ensure", "sentence")),
    ),
    Rule(
        "limited",
        r"(?<=[，,；;、])限(?:于|在)?(?=\d{1,2}月|年底|[上下]半年)",
        _says(Word("ensure", "sentence")),
    ),
    Rule("resolute", r"坚决|全部|如期|不得(?=[少低高超多大长])", _says(Word("ensure", "clause"))),
    # 争取用地指标900亩 obtains them: no more is said of what follows.
    Rule(
        "obtain",
        r"争取(?=[^，,；;。、\d]{0,10}(?:资金|指标|项目|政策|债券?|贷款|支持|额度|经费|预算内投资|补助)(?:[\d.]|不[低少]于|达|超|约|共))",
        _says(Word("strive", "clause")),
    ),
    Rule(
        "strive",
        r"力争|争取(?!力度|工作|[，,；;。、]|[^，,；;。、\d]{0,8}(?:资金|支持|政策|指标|贷款|债券|试点)[，,；;])|力促|力求",
        _says(Word("strive", "sentence")),
    ),
    # 努力实现产值90亿元,税收9亿元: an aim with its number, and those beside it.
    Rule(
        "aim_sought",
        r"努力(?=(?:实现|完成|达到)[^，,；;。、\d]{2,16}\d)",
        _says(Word("strive", "sentence")),
    ),
    Rule("effort", r"努力|争创|争列|冲刺|奋力(?:实现|完成)", _says(Word("strive", "clause"))),
    Rule(
        "plan",
        r"(?:(?<=投资)计划(?=完成约?[\d.]{1,8}[万亿])|(?<=年度)计划(?=完成投资约?[\d.]{1,8}[万亿])"
        r"|(?<!投资)(?<!年度)(?<!行动)(?<!占)计划(?!的|新开工项目(?:完成|实现))|(?<!年初)预期|预计"
        r"|拟(?![定人合建])|安排)(?![”》库书])",
        _says(Word("plan", "sentence")),
    ),
    # 税收保12亿元、争13亿元: an aim to hold and one to race for, each its own number's.
    Rule(
        "hold",
        r"(?<![担社低医环参农投联承质确])保(?=[\d.]{1,8}(?:[万亿]{0,2}元|%|个|家))",
        _says(Word("ensure", "object")),
    ),
    Rule(
        "race",
        r"(?<=[、，,%元个家])争(?=[\d.]{1,8}(?:[万亿]{0,2}元|%|个|家))",
        _says(Word("strive", "object")),
    ),
    Rule("complete", r"(?<![已未])完成(?![率度比时])", _says(Word("ensure", "object"))),
)
