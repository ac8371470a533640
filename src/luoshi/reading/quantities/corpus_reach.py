"""Invented promises and how far what is said reaches: aims by a year, years in a row, parts of the place, lists of one measure."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.facts import target
from luoshi.reading.quantities.corpus_lists import read

EXAMPLES = (
    # an aim by a year, which clauses in words stand between
    example(
        "(二)发展目标到2028年,全县主导产业优势明显,市场主体更加活跃,建成特色园区3个,新增规上企业30家。",
        target("建成特色园区", "3", "个", period="2028", scope="全县"),
        target("新增规上企业", "30", "家", basis="increment", period="2028", scope="全县"),
    ),
    example("20_年主要目标:税收增长6%。", target("税收", "6", "%", basis="growth", period="year")),
    # years in a row, and a vague time behind another, end with their thought
    example(
        "自来水达标率2027年达到96%,2028年达到98%;新建水厂3座。",
        target("自来水达标率", "96", "%", comparator="ge", period="2027"),
        target("自来水达标率", "98", "%", comparator="ge", period="2028"),
        target("新建水厂", "3", "座"),
    ),
    example("新建云溪桥,6月份进场,当年完成桥墩;维修道路12条。", target("维修道路", "12", "条")),
    example(
        "新建道路3公里,到9月底实现通车;改造桥梁5座。",
        target("新建道路", "3", "公里", period="2026-09"),
        target("改造桥梁", "5", "座"),
    ),
    # a time in brackets is that of the aside
    example(
        "到10月底,达标率不低于90%(即全年超标天数不多于9天),合格率达到95%。",
        target("达标率", "90", "%", comparator="ge", period="2026-10"),
        target("超标天数", "9", "天", comparator="le", period="year"),
        target("合格率", "95", "%", comparator="ge", period="2026-10"),
    ),
    # a part of the place is measured, up to the semicolon
    example(
        "县城污水处理率达到95%,新建管网3公里;引进项目6个。",
        target("县城污水处理率", "95", "%", comparator="ge", scope="县城"),
        target("新建管网", "3", "公里", scope="县城"),
        target("引进项目", "6", "个", scope=None),
    ),
    # the area that does something, whatever it does, and the areas that share a measure
    example("全县重点项目新开工68项。", target("全县重点项目新开工", "68", "项", scope="全县")),
    example(
        "为了丰富群众生活，白鹭区还将举办演出60场。", target("举办演出", "60", "场", scope="白鹭区")
    ),
    example("未来三年白鹭区将新增学位5400个。", target("新增学位", "5400", "个", basis="increment", scope="白鹭区")),
    example(
        "白鹭镇、青竹乡细颗粒物年均浓度下降18%。",
        target("细颗粒物年均浓度", "18", "%", basis="reduction", scope="白鹭镇、青竹乡"),
    ),
    example("城区再新建停车场5处。", target("城区再新建停车场", "5", "处", scope="城区")),
    example("市区新建停车场5处。", target("市区新建停车场", "5", "处", scope=None)),
    example(
        "全县污水处理率:市区97%,县城90%,乡镇70%;秸秆利用率达到80%。",
        target("污水处理率", "97", "%", scope="市区"),
        target("污水处理率", "90", "%", scope="县城"),
        target("污水处理率", "70", "%", scope="乡镇"),
        target("秸秆利用率", "80", "%", comparator="ge"),
    ),
    # the same of another level
    example(
        "新增州级示范农场8户,省级2户。",
        target("新增州级示范农场", "8", "户", basis="increment"),
        target("新增省级示范农场", "2", "户", basis="increment"),
    ),
    # one measure for a list, and only behind 分别
    example(
        "可吸入颗粒物和细颗粒物浓度分别不超过60和33微克/立方米。",
        target("可吸入颗粒物浓度", "60", "微克/立方米", comparator="le"),
        target("细颗粒物浓度", "33", "微克/立方米", comparator="le"),
    ),
    example(
        "城镇、农村居民收入分别达到4.2、2.1万元。",
        target("城镇居民收入", "4.2", "万元", comparator="ge"),
        target("农村居民收入", "2.1", "万元", comparator="ge"),
    ),
    example("甲园、乙园分别于2027、2028年开工。"),
    # how it is compared
    example("办理时限不得多于3个工作日。", target("办理时限", "3", "工作日", comparator="le", modality="ensure")),
    example("油菜60万亩不减,复种率始终保持在80%。", target("油菜", "60", "万亩", comparator="ge"), target("复种率", "80", "%")),
    example("床位由20张扩至50张,绿化率≥35%,起征点降为2万元。", target("床位", "50", "张", comparator="ge"), target("绿化率", "35", "%", comparator="ge"), target("起征点", "2", "万元", comparator="le")),
    # so much more or less than before
    example("农业增加值增6%,粮食总产60万吨,增2万吨。", target("农业增加值", "6", "%", basis="growth"), target("粮食总产", "60", "万吨"), target("粮食总产", "2", "万吨", basis="increment")),
    example("煤炭消费量控制在90万吨以内,比2023年净削减8万吨。", target("煤炭消费量", "90", "万吨", comparator="le"), target("煤炭消费量", "8", "万吨", basis="reduction")),
    # how firmly: an aim for the worst case and one for the best, and 争取 as a noun
    example(
        "税收:保底目标9亿元,增长6%;争取目标10亿元,增长8%。",
        target("税收", "9", "亿元", modality="ensure"),
        target("税收", "6", "%", basis="growth", modality="ensure"),
        target("税收", "10", "亿元", modality="strive"),
        target("税收", "8", "%", basis="growth", modality="strive"),
    ),
    example("加大资金争取,推动6个园区提档升级。", target("园区提档升级", "6", "个", modality="plan")),
    # measures for each place, and what is kept in its words
    example("每镇配备辅警不少于6名/所。", target("每镇配备辅警", "6", "名/所", comparator="ge")),
    example("在保余额不低于6亿元。", target("在保余额", "6", "亿元", comparator="ge")),
    example("柳塘印染等7家企业年底前完成搬迁或关闭。", target("企业完成搬迁或关闭", "7", "家", modality="ensure", period="year-end")),
)  # fmt: skip

CORPUS = Corpus("quantities, reach", read, EXAMPLES)
