"""Invented cells of a narrow table whose lines tear words and numbers, and lines that only look so."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.repairs.corpus import read

_CELLS = (
    "全年完成工业投资22亿元，增\n长11%，其中技改投资占比不低\n于40%；新建标准厂房12万平方\n米。\n"
    "王甲\n2\n新签约亿元以上项目15个、开工1\n0个，引进外资到账1500万美\n元。\n李乙\n"
)
_CLEAN = (
    "全年完成工业投资22亿元,增长11%,其中技改投资占比不低于40%;新建标准厂房12万平方米。\n"
    "王甲\n2\n新签约亿元以上项目15个、开工10个,引进外资到账1500万美元。\n李乙\n"
)

EXAMPLES = (
    example(
        _CELLS,
        {"clean": _CLEAN},
        *({"kind": "torn-line", "before": "\n"} for _ in range(5)),
    ),
    # too few torn words show no cells
    example("全年完成工业投资22亿元，增\n长点很多。\n项目\n投资\n"),
    example("一、主要指标\n工业投资\n增长12%\n引进项目\n15个\n"),
)

CORPUS = Corpus("repairs, torn lines", read, EXAMPLES)
