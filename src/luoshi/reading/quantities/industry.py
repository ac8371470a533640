"""Whose output it is: a bare 产值 under the heading of an industry is that industry's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.reading.model import Heading
from luoshi.reading.openings import lazy

#: Measures that say nothing alone, behind a verb or none.
_BARE = re.compile(
    r"(?:年|总|年总)?(?:产值|产量|营业收入|营收|主营业务收入|销售收入|销售额|增加值|产业规模|集群规模|规模)"
)
_BRINGS = lazy(r"(?:实现|完成|达到|年|全年|力争|确保){0,3}")
#: 做强新能源汽车产业: what stands between the verb and 产业 tells one industry from others.
_INDUSTRY = lazy(
    r"(?:做[大强优精实](?:做[强优精])?|壮大|发展|大力发展|培育(?:壮大)?|提升|打造|突破|推动|推进|加快(?:发展"
    r"|壮大)?|巩固|振兴|聚焦|改造提升)"
    r"(?P<name>(?!主导|支柱|优势|特色|传统|新兴|战略性|现代产|现代工"
    r"|[一二三四五六七八九十\d])[\u4e00-\u9fff]{2,10}(?:产业|工业|制造业|服务业|集群))(?:集群)?(?:发展|提质"
    r"|升级)?(?=$|[,，])"
)


def of_industry(indicator: str, outline: Sequence[Heading], section: int | None) -> str:
    """The indicator with the industry that the heading above names, where it says nothing alone."""
    if section is None:
        return indicator
    said = _BRINGS.match(indicator)
    if _BARE.fullmatch(indicator, said.end() if said else 0) is None:
        return indicator
    found = _INDUSTRY.match(outline[section].title)
    return found["name"] + indicator[said.end() if said else 0 :] if found else indicator
