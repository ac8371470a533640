"""Numbers that stand beside promises and are none, and promises that look like them; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import actual, target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_repaired_body(item))
    return [facts.of_quantity(one) for one in found]


EXAMPLES: tuple[Example, ...] = (
    # a part called 总结 that is still to come
    example(
        "三、总结验收阶段\n组织第三方评估,优良率不低于60%。", target("优良率", "60", "%", comparator="ge")
    ),
    # a place among others that is to be reached; one that is told is a name
    example(
        "力争综合考核进入全省前30位。",
        target("综合考核全省位次", "30", "位", comparator="le", modality="strive"),
    ),
    example(
        "确保亩均评价跻身全国前60名、中部地区前20名。",
        target("亩均评价全国位次", "60", "名", comparator="le", modality="ensure"),
        target("亩均评价中部地区位次", "20", "名", comparator="le", modality="ensure"),
    ),
    example("园区评价居全省前30位。"),
    example("在全省园区考核中列前10名的给予表彰。"),
    # what is there, lacks or is owed
    example(
        "园区管网欠账尚有3亿元,厂房空置仍有2万平方米。",
        actual("园区管网欠账", "3", "亿元"),
        actual("厂房空置", "2", "万平方米"),
    ),
    example("企业开工率只有六成。", actual("企业开工率", "6", "成")),
    example("清理拖欠账款8000万元。", target("清理拖欠账款", "8000", "万元")),
    example(
        "在建的26个园区项目入统率达到95%。",
        actual("在建园区项目入统率", "26", "个"),
        target("在建园区项目入统率", "95", "%", comparator="ge"),
    ),
    example("对已入园的320家企业逐户走访。", actual("已入园企业逐户走访", "320", "家")),
    example(
        "盯紧甲纸业、乙家居等12个在谈项目。", actual("在谈项目", "12", "个", names=("盯紧甲纸业", "乙家居"))
    ),
    # a group that is dealt out, merged or measured
    example("把全年60个重点项目细化到周。"),
    example("平台公司由9家整合为3家。", target("平台公司", "3", "家")),
    example("完成2万套安置房任务的70%。", target("安置房任务", "70", "%", modality="ensure")),
    # sizes of what is built, used or begun
    example("用好3亿元产业引导基金。"),
    example("设立3亿元产业引导基金。", target("设立产业引导基金", "3", "亿元")),
    example("启动城北片区2平方公里更新改造。"),
    example("建设4万平方米检测中心和8万平方米智能立体仓。"),
    example("建设8万平方米标准厂房。", target("建设标准厂房", "8", "万平方米")),
    example("建成5000吨冷库一座。", target("建成5000吨冷库", "1", "座")),
    example("设计年吞吐能力200万吨。"),
    example("新建泊位2个,设计年吞吐能力200万吨。"),
    example("总投资5亿元,占地90亩,建设装置两套,一期投资2亿元。"),
    example("总投资5亿元,年内完成装置2套。", target("装置", "2", "套", modality="ensure", period="year")),
    example("滨河路(2.4公里)6月底前通车。"),
    example("甲纸业(年产8万吨):6月底前投产。"),
    example("项目达产后预计年销售收入5亿元、税收3000万元。"),
    example("园区建成后将完善产业配套,预计可引进企业40家以上,提供就业岗位3000个。"),
    example("改造老旧小区20个,惠及居民3000户。", target("改造老旧小区", "20", "个")),
    example("惠及企业300家以上。", target("惠及企业", "300", "家", comparator="ge")),
    # parameters of rules
    example("第二年按60%收取租金。"),
    example("对租用厂房3000平方米以上的企业免收租金。"),
    example("对开工率低于50%的乡镇约谈主要负责人。"),
    example("连续2次末位的作书面说明。"),
    example("落实县十八届人大二次会议精神。"),
    # under a heading that tells what has been done, or what is amiss
    example(
        "一、上半年主要工作\n全区签约项目22个。\n二、存在问题\n31家企业停产。\n三、下半年工作打算\n全区签约项目30个。",
        actual("全区签约项目", "22", "个"),
        actual("企业停产", "31", "家"),
        target("全区签约项目", "30", "个"),
    ),
    # counts in words
    example(
        "甲钢构、乙灯饰两个项目9月底前投产。",
        target("项目投产", "2", "个", period="2026-09"),
    ),
    example("在甲市、乙市各办一场推介会。", target("推介会", "1", "场")),
    example("办好八件实事。", target("办好实事", "8", "件")),
    example("栽种果树,扶持种植大户三十户。", target("扶持种植大户", "30", "户")),
    example("召开第十二次会议。"),
    # what the year before ended with, and what is told aside
    example("去年底全区规上企业380家。", {"kind": "actual", "indicator": "全区规上企业", "value": "380"}),
    example("更新管网30公里(2024年已完成12公里)。", target("更新管网", "30", "公里"), year=2025),
    example("以上成绩来之不易,全乡人均收入3000元,这些都要靠今后努力。", actual("全乡人均收入", "3000", "元")),
    example(
        "1-9月完成投资40亿元;计划新开工30个,实际开工22个。",
        actual("完成投资", "40", "亿元", period="2026-09"),
        actual("新开工", "30", "个", period="2026-09"),
        actual("实际开工", "22", "个", period="2026-09"),
    ),
    # of those so large, so many
    example(
        "引进企业15家,其中投资超3亿元的4家。",
        target("引进企业", "15", "家"),
        target("引进投资超3亿元企业", "4", "家", conditions=("amount gt 300000000 元",)),
    ),
    example("园区内企业超过500家。", target("园区内企业", "500", "家", comparator="gt")),
    # none at all
    example("重大安全事故零发生。", target("重大安全事故", "0", "")),
    example("较大火灾事故为零。", target("较大火灾事故", "0", "")),
    example("亿元项目实现零的突破。"),
)

CORPUS = Corpus("quantities, beside", _read, EXAMPLES)
