"""What the wording of indicators promises: under which words each is lined up; one without facts stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.ambition.wording import key
from luoshi.reading.engine import Corpus, Example, Fact, example


def _read(item: Example) -> Sequence[Fact]:
    """Basis and condition stand behind the wording: 新增规上企业|increment, 新引进亿元以上项目|level|conditional."""
    wording, _, rest = item.text.partition("|")
    basis, _, conditional = rest.partition("|")
    found = key(wording, basis or "level", bool(conditional))
    return [] if found == wording else [{"key": found}]


def _k(wording: str) -> Fact:
    return {"key": wording}


EXAMPLES: tuple[Example, ...] = (
    # another word for the same figure
    example("规模以上工业总产值", _k("规上工业总产值")),
    example("规模以上工业企业总产值", _k("规上工业总产值")),
    example("规模以上工业产值", _k("规上工业总产值")),
    example("规上工业增加值增速", _k("规上工业增加值")),
    example("限额以上商贸企业", _k("限上商贸企业")),
    example("GDP", _k("地区生产总值")),
    example("生产总值", _k("地区生产总值")),
    example("全社会固定资产投资", _k("固定资产投资")),
    example("固投", _k("固定资产投资")),
    example("社零总额", _k("社会消费品零售总额")),
    example("社会消费品零售额", _k("社会消费品零售总额")),
    example("地方一般公共预算收入", _k("一般公共预算收入")),
    example("实际使用外资", _k("实际利用外资")),
    example("利用外资", _k("实际利用外资")),
    example("外贸进出口总值", _k("进出口总额")),
    example("国家高新技术企业", _k("高新技术企业")),
    example("高企", _k("高新技术企业")),
    example("全社会研发投入", _k("研发经费")),
    example("工业技改投资", _k("技改投资")),
    example("低效闲置土地", _k("闲置低效用地")),
    # words of time, will and doing
    example("力争全年新引进项目", _k("引进项目")),
    example("新招引项目", _k("引进项目")),
    example("确保完成融资", _k("融资")),
    example("举办产业链推介会", _k("产业链推介会")),
    example("全区地区生产总值", _k("地区生产总值")),
    example("招商引资签约项目", _k("签约项目")),
    example("加快培育骨干企业", _k("培育骨干企业")),
    example("新建项目开工建设", _k("新建项目开工")),
    example("有效发明专利新增|increment", _k("有效发明专利")),
    example("“专精特新”企业", _k("专精特新企业")),
    example("规上 工业总产值", _k("规上工业总产值")),
    # becoming more is the basis, not the figure; 净增 is another figure
    example("新增限上商贸企业|increment", _k("限上商贸企业")),
    example("新认定高新技术企业|increment", _k("高新技术企业")),
    example("新培育规模以上工业企业|increment", _k("规上工业企业")),
    example("净增规上工业企业|increment"),
    example("培育规上工业企业|level"),
    # thresholds stand among the conditions
    example("新引进亿元以上项目|level|conditional", _k("引进项目")),
    example("新引进10亿元以上项目|level|conditional", _k("引进项目")),
    example("签约总投资5亿元以上项目|level|conditional", _k("签约项目")),
    example("新开工超亿元项目|level|conditional", _k("开工项目")),
    example("引进三千万元以上的项目|level|conditional", _k("引进项目")),
    example("税收千万元以上企业|level|conditional", _k("企业")),
    example("引进50万元以上人才|level|conditional", _k("引进人才")),
    # without a condition nothing is cut out
    example("单元改造"),
    example("引进人才"),
    example("万人发明专利拥有量"),
    # what looks like a word of doing and is part of the figure
    example("招商引资"),
    example("完成率"),
    example("组织化程度"),
    example("推进会"),
    example("达到率"),
    example("实际利用外资"),
    example("规上工业总产值"),
    example("境外到位资金"),
    example("签约项目"),
    example("开工项目"),
    example("研发经费占比"),
    example("全年"),
    example("“”"),
)  # fmt: skip

CORPUS = Corpus("ambition", _read, EXAMPLES)
