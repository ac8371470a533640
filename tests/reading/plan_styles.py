"""Plans put together from the styles that zones write in; their headings are known by construction."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_HAN = "一二三四五六七八"
_TITLES = {
    "halves": ("加快产业升级，壮大发展动能", "深化改革创新，激发园区活力", "完善基础设施，提升承载能力", "优化营商环境，擦亮服务品牌"),
    "task": ("狠抓项目建设", "壮大主导产业", "培育市场主体", "优化空间布局", "强化科技创新", "推进数字转型"),
    "name": ("招商引资", "项目建设", "企业服务", "科技创新", "安全生产", "生态环保"),
    "motto": ("做强“主引擎”", "织密“服务网”", "下好“先手棋”", "打好“组合拳”", "跑出“加速度”"),
    "action": ("实施产业倍增行动", "实施项目攻坚行动", "实施环境提升工程", "实施人才聚集工程"),
}  # fmt: skip
_SAID = (
    "紧盯产业链薄弱环节，绘制招商图谱，全年引进亿元以上项目{}个，到位资金{}亿元。",
    "坚持月调度、季观摩，推动云溪新材、柳塘智造等{}个项目加快建设，完成投资{}亿元以上。",
    "落实惠企政策，新增规上企业{}家，净增高新技术企业{}家，研发投入稳步增长。",
)
#: How a title of each style is marked; a style with 在内 stands inside the paragraph.
_MARKS = {
    "一、": lambda n: f"{_HAN[n]}、", "（一）": lambda n: f"（{_HAN[n]}）", "1.": lambda n: f"{n + 1}.", "（1）": lambda n: f"（{n + 1}）",
    "1）": lambda n: f"{n + 1}）", "①": lambda n: "①②③④⑤⑥"[n], "一是": lambda n: f"{_HAN[n]}是", "第一，": lambda n: f"第{_HAN[n]}，",
    "——": lambda n: "——", "●": lambda n: "●", "段首": lambda n: "",
}  # fmt: skip
OVER = ("一、", "（一）", "1.", "一是", "第一，", "段首", "【】", "一行")
UNDER = (None, "（1）", "1）", "①", "——", "●", "在内（1）", "在内1）", "在内①", "在内一是")
#: Nobody counts items within items in the same way.
PAIRS = [
    (over, under)
    for over in OVER
    for under in UNDER
    if (over, under) not in (("一是", "在内一是"), ("第一，", "在内一是"))
]
DAMAGE = ("none", "half", "indent", "double", "wrap")


class Plan(NamedTuple):
    """A text and its headings: title and level."""

    text: str
    headings: list[tuple[str, int]]


def plan(over: str, under: str | None, damage: str, seed: int) -> Plan:
    """A plan with ``over`` as the style of its parts and ``under`` as that of what stands in them."""
    chosen = random.Random(f"{over}{under}{damage}{seed}")
    above, below = chosen.sample(list(_TITLES), 2)
    headings: list[tuple[str, int]] = []
    lines: list[str] = []
    for number, title in enumerate(chosen.sample(_TITLES[above], 3)):
        headings.append((title, 1))
        titles = chosen.sample(_TITLES[below], chosen.randint(2, 3)) if under else []
        headings += [(one, 2) for one in titles]
        inside = list(_inside(chosen, under, titles)) if under and under.startswith("在内") else []
        lines += _part(chosen, over, number, title, "".join(inside))
        lines += [
            _MARKS[under](at) + f"{one}。{_says(chosen)}"
            for at, one in enumerate(titles)
            if not inside and under
        ]
    return Plan(_damaged(lines, damage), headings)


def _says(chosen: random.Random) -> str:
    return "".join(
        one.format(chosen.randint(2, 60), chosen.randint(5, 90)) for one in chosen.sample(_SAID, 2)
    )


def _inside(chosen: random.Random, under: str, titles: Sequence[str]) -> Iterator[str]:
    for at, one in enumerate(titles):
        yield _MARKS[under[2:]](at) + f"{one}。{_says(chosen)}"


def _part(chosen: random.Random, over: str, number: int, title: str, inside: str) -> list[str]:
    said = inside or _says(chosen)
    if over == "一行":
        return [title, said]
    return [f"【{title}】{said}" if over == "【】" else f"{_MARKS[over](number)}{title}。{said}"]


def _damaged(lines: Sequence[str], damage: str) -> str:
    if damage == "half":
        return "\n".join(lines).translate(str.maketrans("，：；（）", ",:;()"))
    if damage == "indent":
        return "\n".join(f"\u3000\u3000{line}" for line in lines)
    if damage == "wrap":
        return "\n".join(line[at : at + 36] for line in lines for at in range(0, len(line), 36))
    return ("\n\n" if damage == "double" else "\n").join(lines)
