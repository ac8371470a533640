"""What the modality promises: the word that governs the last number of each sentence."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import clauses, modality, numerals
from luoshi.reading.engine import Corpus, Example, Fact, example


def _read(item: Example) -> Sequence[Fact]:
    cut = clauses.split(item.text, [(0, len(item.text))])[0]
    found = numerals.find(item.text)
    if not found:
        return []
    last = found[-1]
    index = next(i for i, clause in enumerate(cut) if clause.start <= last.start < clause.end)
    places = [numeral.start for numeral in found]
    return [
        {
            "modality": modality.governing(
                item.text, modality.find(item.text), cut, index, last.start, last.tail, places
            )
        }
    ]


ENSURE, STRIVE, PLAN = {"modality": "ensure"}, {"modality": "strive"}, {"modality": "plan"}

EXAMPLES: tuple[Example, ...] = (
    example("确保新增企业20家", ENSURE),
    example("必须达到95%", ENSURE),
    example("坚决完成征迁500户", ENSURE),
    example("完成投资60亿元", ENSURE),
    example("30个项目全部开工", ENSURE),
    example("力争引进项目40个", STRIVE),
    example("争取资金8亿元", STRIVE),
    example("争创省级平台1个", STRIVE),
    example("努力实现增长12%", STRIVE),
    example("努力实现产值90亿元,税收9亿元", STRIVE),
    example("努力营造环境,引进项目9个", PLAN),
    example("争列省重点项目6个", STRIVE),
    example("工业项目12个，投资90亿元，年度计划完成投资20亿元", PLAN),
    example("完成年度计划投资20亿元", ENSURE),
    example("加大整治,确保粮食产量1900吨,扩大特色产业规模,全年新增大棚90个,新建果园60亩", PLAN),
    example("加大整治,确保粮食产量1900吨,全年新增大棚90个", ENSURE),
    example("确保粮食产量1900吨,扩大特色产业规模,全年新增大棚90个", ENSURE),
    example("力促落地5个", STRIVE),
    example("争取完成融资20亿元", STRIVE),
    example("计划完成投资30亿元", PLAN),
    example("预期增长7%", PLAN),
    example("安排资金2000万元", PLAN),
    example("新建道路6条", PLAN),
    example("力争引进项目40个，到位资金60亿元", STRIVE),
    example("确保开工20个；竣工15个", ENSURE),
    example("增长20%、力争25%，其中工业投资增长30%", PLAN),
    example("完成道路改造，新增车位300个", PLAN),
    example("力争签约，计划投资30亿元", PLAN),
    example("已完成投资20亿元", PLAN),
    example("任务完成率95%", PLAN),
    example("深化“培优”计划，培育企业8家", PLAN),
    example("销售收入力争60亿元，成交额突破90亿元", PLAN),
    example("年度投资计划的70%", PLAN),
    example("工作目标 确保引进5000万元以上项目6个，其中亿元以上项目3个", ENSURE),
    example("签约项目力争突破30个、总投资超80亿元", PLAN),
    example("力争到位资金6亿元，完成投资40亿元", STRIVE),
    example("计划投资800万元，完成改造16所", ENSURE),
    example("新建农桥5座，确保年底前通车；改造泵站3座", PLAN),
    example("确保减贫900人；继续扩大成果，坚持产业带动，新培育合作社12个", PLAN),
    example("8个项目力争6月底前开工", STRIVE),
    example("12个项目确保年底前竣工", ENSURE),
    # more of the same number is striven for; what follows is as firm as what was ensured
    example("确保完成拆迁8万平方米，争取12万平方米；盘活闲置土地300亩", ENSURE),
    example("确保引进项目8个，力争在百亿级项目上突破；全年新开工项目30个", STRIVE),
    # 完成 between what is counted and its number only tells that it is to be so much
    example("预期目标：乡镇企业增加值完成1.3亿元", PLAN),
    example("今年交通固定资产投资计划完成9亿元", PLAN),
    example("年度投资计划完成60%", ENSURE),
    # a number said again is an aside: what follows is as firm as before it
    example("预期目标：财政收入9亿元，力争9.6亿元；新增企业30户", PLAN),
    example("主要预期目标为：生产总值增长7%，工作中力争实现两位数增长；零售总额增长8%", PLAN),
    example("固定资产投资确保增长12%、力争14%；零售总额增长8%", PLAN),
    example("确保产值突破90亿元；税收力争转正并达到6亿元；新入规企业15家", ENSURE),
    example("二季度投资20亿元，确保全年达到80亿元，完成率100%以上", ENSURE),
    example("二季度投资20亿元，确保全年达到80亿元；新入规企业6家", PLAN),
    example("二季度投资20亿元，确保全年达到80亿元；其中工业投资6亿元", ENSURE),
    example("新签约20个，确保开工15个；竣工10个", ENSURE),
    # a work and how far it gets, closed by a semicolon
    example("确保柳塘电子二期10月底前竣工投产；净增企业25家", PLAN),
    example("力促柳塘电子上半年开工，溪口食品年内投产；净增企业25家", PLAN),
    example("确保柳塘电子等6个项目竣工投产；新开工8个", ENSURE),
    example("其中首批90户须于5月底前完工", ENSURE),
    example("申报须知共9条", PLAN),
    example("争取上级资金，硬化村道6公里", PLAN),
    example("争取上级资金6亿元", STRIVE),
    example("余下4公里路面摊铺11月底前完成", ENSURE),
    example("柳塘电子、溪口食品两个项目完成土地摘牌", ENSURE),
    example("3座大型煤矿年底前完成改造", ENSURE),
    example("新建厂房5万平方米、配套用房完成装修", PLAN),
    # a promise for a time of its own
    example("一季度确保柳塘电子等6个项目开工；年内新增产值9亿元", PLAN),
    example("一季度确保新开工6个，竣工3个", ENSURE),
    # no number, nothing governed
    example("确保安全稳定"),
)

CORPUS = Corpus("modality", _read, EXAMPLES)
