"""The name of a project made clean: sizes, sums, notes and ranks around it left out."""

from __future__ import annotations

import re

from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.stages import untailed
from luoshi.reading.milestones.vocabulary import own
from luoshi.reading.openings import lazy, quick

#: Before the name: 3公里滨湖路.
SIZE = lazy(r"[\d.]{1,9}[余多]?[百千万]?(?:公里|千米|米|亩|平方米|套)(?:长)?的?")
_SIZED = quick(
    r"(?:首期|一期|总规模|总投资额?|投资|计划投资)?(?:规模)?(?:超|约|近"
    r"|逾)?(?P<sum>(?<![\d.])\d{1,9}(?:\.\d{1,6})?)(?P<times>[百千万亿]{0,2})元(?:规模)?的"
)
#: 某连接线项目可研: papers behind 项目 are no part of a name.
_PAPERS = ("可研", "立项", "环评", "能评", "可研编制", "土地报批")
_OF_PAPERS = quick(r"(?<=项目|工程)(?:可研(?:编制)?|立项|[环能]评|土地报批)$")
#: 占地320亩的, 建筑面积5万平方米的, 全长3公里的.
_SPREAD = quick(
    r"(?:总?占地(?:面积)?|总?建筑面积|用地|规划面积|[总全]长(?!度)|总?库容|装机容量?)(?:约|近|超|达)?[\d.]{1,9}[余多]?[百千万亿]?"
    r"[\u4e00-\u9fff]{1,4}?的(?=[\u4e00-\u9fff]{3})"
)
_QUOTED_COUNT = quick(r"(?<=.)“(?![三五七九]通一平)[一二三四五六七八九十\d]{1,4}[^“”]{0,3}”$")
_MARKS = quick(r"【\d{1,3}】|\[\d{1,3}\]|[ \u3000\xa0]")
_INVESTED = lazy(r"(?:总|计划)?投资(?:超|约|近|逾)?[\d.]{1,9}[百千万亿]{1,2}元(?=[\u4e00-\u9fff]{4})")
#: Before a project's own name: 中心城区重点项目柳塘街改造.
_APPOSED = lazy(r"[\u4e00-\u9fff]{0,6}(?:重点|重大|标志性|地标性|龙头|示范)(?:建设)?(?:项目|工程)")
#: 云溪公司建设智能温室: who builds, and what.
_BUILT_BY = quick(
    r"(?<=[\u4e00-\u9fff]{2}(?:公司|集团))(?:投资)?(?:建设|新建|扩建|实施)(?=[\u4e00-\u9fff\d]{4})"
)
_IZED = lazy(r"[\u4e00-\u9fff]{2}化(?:[、和][\u4e00-\u9fff]{2}化){1,8}(?:等(?=“))?")
#: A size between a place and what is done there: 渡口片区1.2平方公里更新改造.
_SIZED_WITHIN = quick(
    r"(?<=[区园地村湖河街路道场镇期]) ?(?:约|近)?(?:[\d.]{1,9}[余多]?[百千万]? ?(?:平方公里|公里|平方米|米|亩"
    r"|公顷|[栋棟]|套|户) ?){1,3}(?=[\u4e00-\u9fff]{0,8}$)"
)
_HOLDS = quick(
    r"[(（](?:(?:含|包括|不含)[^()（）]{1,30}|均?为?暂定?名|[^()（）\d]{0,10}\d[^()（）]{0,12}(?:公里|米|吨|亩|元|座|套"
    r"|公顷|张|万千瓦|个|户|立方|㎡|月)[^()（）]{0,24}|[ZY]?K\d[^()（）]{2,24})[)）]"
)


def unsized(project: str) -> str:
    """3公里滨湖南路, 340亩智谷产业园, 重点工程柳塘桥: without the size or the rank where a name of its own follows."""
    sized = SIZE.match(project) if project[:1].isdigit() else _APPOSED.match(project)
    rest = project[sized.end() :] if sized else ""
    end = ending(rest) if own(rest) > 1 else None
    return rest if end and (end.kind == "thing" or sized and not project[0].isdigit()) else project


def tidy(project: str) -> str:
    """The name without a size before it, notes and blanks."""
    if not project.isalpha() and any(char.isdigit() for char in project):
        project = _SIZED_WITHIN.sub("", project)
    if "公司" in project or "集团" in project:
        project = _BUILT_BY.sub("", project)
    if project.endswith(_PAPERS):
        project = _OF_PAPERS.sub("", project)
    if project.isalpha():
        return untailed(project).strip("的") or project
    if "的" in project:
        project = _SPREAD.sub("", project)
    if "元" in project:
        project = _INVESTED.sub("", _SIZED.sub("", project))
    if "(" in project or "（" in project:
        project = _HOLDS.sub("", project)
    whole = untailed(project)
    project = (_IZED.sub("", whole) if "化" in whole else whole) or project
    if "”" in project:
        project = _QUOTED_COUNT.sub("", project)
    return _MARKS.sub("", project).strip("，,、。；;：:的—")


def investment(stretch: str) -> re.Match[str] | None:
    """总投资20亿元的 before a single project."""
    return _SIZED.search(stretch)
