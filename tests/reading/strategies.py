"""Texts for property tests: plans in all their damage, and anything else."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from benchmarks.invented import garbled, plan

PIECES = (
    "一、突出招商引资", "（二）强化项目建设。", "1．加快园区建设。", "一是优化机制。", "二是充实队伍。", "产业", "產(chǎn)業(yè)", "後發", "著力", "“",
    "”", "《", "》", "(", ")", "（", "）", "，", "。", "；", "、", "\n", "\n\n", " ", "\u3000", "\t", "?", "?!", "?zhǔn)袌鲶w", "ㄒ唬┛缭绞椒⒄", "【12】",
    "２５", "25个", "亿元以上项目", "46亿元", "增长9.8%", "周梳理、月通报", "“五个一”", "6月底前", "全年", "力争", "确保", "发布时间：2026-01-08",
    "打印", "云溪镇：", "\ufeff", "\u200b", "\ufffd", "\ue000", "𠮷", "的", "完成道路建设", "每月召开调度会", "第一部分 回顾", "——",
)  # fmt: skip

PLANS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = st.one_of(PLANS, st.text(max_size=200), st.text(st.characters(codec="gb18030"), max_size=200))

#: Code points that are no characters, control characters, and runs long enough to tire a careless pattern.
ODD = st.text(st.one_of(st.characters(), st.characters(categories=["Cs", "Cc", "Cf"])), max_size=120)
RUNS = st.builds(
    lambda char, times, end: char * times + end,
    st.one_of(st.characters(), st.sampled_from("0一,、.。（“ \n\t千万个%")),
    st.integers(1, 4000),
    st.sampled_from(["", "个", "。", "\n", "）"]),
)
DIGITS = st.text("0123456789０１٣²½,.，%-", max_size=400)
BRACKETS = st.text("()（）[]【】〔〕“”《》「」‘’{}", max_size=400)
ANY = st.one_of(TEXTS, ODD, RUNS, DIGITS, BRACKETS)


def written(seed: int) -> str:
    """A short invented plan, the same for the same seed."""
    return plan(random.Random(seed), chapters=(1, 2)).text


def _damaged(seed: int) -> str:
    return garbled(written(seed), [], seed)[0]


#: Whole documents of invented sentences, whole and damaged.
DOCUMENTS = st.integers(0, 1_000_000).map(written)
GARBLED = st.integers(0, 1_000_000).map(_damaged)
#: Two plans, each damaged or not, that are not the same plan: what stands twice would be read once.
PAIRS = st.tuples(
    st.integers(0, 500_000).flatmap(
        lambda seed: st.sampled_from((written, _damaged)).map(lambda of: of(seed))
    ),
    st.integers(500_001, 1_000_000).flatmap(
        lambda seed: st.sampled_from((written, _damaged)).map(lambda of: of(seed))
    ),
)
