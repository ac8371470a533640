"""Invented work plans, as many as are asked for and the same in every run: what a folder of plans is made of in tests."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx

FIRST = "青白紫苍碧丹银玉松竹梅兰桂枫柏榆"
SECOND = "岚溪石河湖汀峰原陵津浦埠坞湾桥洲"
KINDS = ("高新区", "经开区", "开发区", "新区", "工业园区")
UNITS = (
    "招商局",
    "经济发展局",
    "规划建设局",
    "企业服务局",
    "科技创新局",
    "财政金融局",
    "政务服务中心",
    "社会事业局",
)
HEADS = (
    "扩大有效投资",
    "做强主导产业",
    "优化营商环境",
    "强化创新驱动",
    "提升承载能力",
    "增进民生福祉",
    "守牢安全底线",
)
DEEDS = (
    "完善项目调度机制",
    "健全企业服务体系",
    "推进数字化改革",
    "加强基层治理",
    "深化亩均评价",
    "提升园区形象品质",
)
RULES = ("实行“周碰头、月通报、季评比”", "每月召开一次项目调度会", "落实“一企一策”包联走访", "定期发布红黑榜")
WORKS = ("储能电池", "精密传动", "生物医药", "光电显示", "智能装备", "绿色建材", "冷链物流", "数据中心")

#: A promise and the range its number is drawn from; a second place is the first one's growth.
PROMISES: tuple[tuple[str, int, int], ...] = (
    ("规上工业总产值{n}亿元，增长{g}%", 60, 900), ("固定资产投资{n}亿元，增长{g}%", 20, 300),
    ("一般公共预算收入{n}亿元，增长{g}%", 3, 60), ("规上工业增加值增长{g}%", 5, 12),
    ("力争新引进亿元以上项目{n}个", 8, 60), ("力争签约10亿元以上项目{n}个以上", 2, 12), ("确保到位资金{n}亿元", 20, 200),
    ("实际利用外资{n}万美元", 500, 9000), ("净增规上工业企业{n}家以上", 4, 40), ("新认定高新技术企业{n}家", 3, 50),
    ("盘活闲置低效用地{n}亩以上", 100, 2000), ("新建标准厂房{n}万平方米", 3, 40), ("完成土地收储{n}亩", 200, 3000),
    ("企业诉求办结率不低于{n}%", 85, 99), ("审批时间压缩至{n}个工作日以内", 15, 60), ("举办产业链推介会不少于{n}场", 3, 20),
    ("新增公办幼儿园学位{n}个", 100, 900), ("城镇新增就业{n}人以上", 500, 6000), ("完成融资{n}亿元", 5, 60),
)  # fmt: skip
STAGES = ("6月底前建成投产", "年底前开工建设", "9月底前竣工", "三季度投入运营")


def zone(seed: int) -> str:
    """The name of an invented zone; 1,280 different ones, then they repeat."""
    first, rest = divmod(seed, len(SECOND) * len(KINDS))
    second, kind = divmod(rest, len(KINDS))
    return FIRST[first % len(FIRST)] + SECOND[second] + KINDS[kind]


def text(seed: int, *, sections: int = 6, year: int = 2026) -> str:
    """One plan of a zone for a year; ``sections`` headings of the first level with four paragraphs each."""
    draw = random.Random(seed)
    lines = [
        f"{zone(seed)}{year}年工作要点", "",
        f"{year}年，全区上下要锚定目标、真抓实干。全年主要预期目标：{'；'.join(_promises(draw, 5))}。", "",
    ]  # fmt: skip
    for number in range(sections):
        lines += [f"{_chinese(number + 1)}、{draw.choice(HEADS)}", ""]
        for at in range(4):
            lines += [
                f"{at + 1}.{draw.choice(DEEDS)}。{''.join(_sentences(draw))}（责任单位：{_units(draw)}）",
                "",
            ]
    return "\n".join(lines)


def _sentences(draw: random.Random) -> Iterator[str]:
    yield f"全年{'，'.join(_promises(draw, 2))}。"
    yield f"{draw.choice(RULES)}，{draw.choice(DEEDS)}。"
    name = draw.choice(FIRST) + draw.choice(SECOND) + draw.choice(WORKS)
    yield f"推动{name}产业园{draw.choice(STAGES)}。"


def _promises(draw: random.Random, count: int) -> list[str]:
    drawn = draw.sample(PROMISES, count)
    return [
        words.format(n=draw.randint(low, high), g=f"{draw.randint(40, 150) / 10:g}")
        for words, low, high in drawn
    ]


def _units(draw: random.Random) -> str:
    return "、".join(draw.sample(UNITS, 2))


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (
        (digits[tens] if tens > 1 else "")
        + ("十" if tens else "")
        + (digits[ones] if ones or not tens else "")
    )


def as_html(words: str) -> bytes:
    """The text as a page of a public site."""
    body = "".join(f"<p>{line}</p>" for line in words.splitlines() if line)
    return (
        f"<html><head><meta charset='utf-8'></head><body><div id='zoom'>{body}</div></body></html>".encode()
    )


def as_docx(words: str) -> bytes:
    """The text as a Word file of one paragraph a line."""
    document = docx.Document()
    for line in words.splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


FORMATS: Sequence[tuple[str, Callable[[str], bytes]]] = (
    ("txt", str.encode), ("html", as_html), ("docx", as_docx), ("txt", lambda words: words.encode("gb18030")),
)  # fmt: skip


def folder(place: Path, count: int, *, sections: int = 6, formats: int = len(FORMATS)) -> list[Path]:
    """Write ``count`` plans into ``place`` and folders below it, in the first ``formats`` formats by turns."""
    files = []
    for seed in range(count):
        suffix, written = FORMATS[seed % formats]
        file = place / f"{seed // 50:03d}" / f"{seed:05d}{zone(seed)}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written(text(seed, sections=sections)))
        files.append(file)
    return files
