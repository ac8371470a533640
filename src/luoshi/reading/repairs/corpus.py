"""Invented damage and the text that must come of it."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.repairs import repair


def read(item: Example) -> Sequence[Fact]:
    """Each repair; before them one fact with the clean text, when anything was repaired."""
    text = repair(item.text)
    repairs: list[Fact] = [
        {"kind": r.kind, "before": r.before, "after": r.after, "certain": r.certain} for r in text.repairs
    ]
    return [{"clean": text.clean}, *repairs] if repairs else []


CORPUS = Corpus(
    "repairs",
    read,
    (
        example("溪口產(chǎn)業(yè)園", {"clean": "溪口产业园"}, {"kind": "traditional"}, {"before": "(chǎn)", "after": ""},
                {"kind": "traditional"}, {"kind": "pinyin", "before": "(yè)"}, {"kind": "traditional"}),
        example("柳塘學（xué）校", {"clean": "柳塘学校"}, {"kind": "traditional"}, {"kind": "pinyin", "before": "（xué）"}),
        example("個(gè)別企業，後發優勢", {"clean": "个别企业,后发优势"}, {"after": "个"}, {"before": "(gè)"}, {"after": "别"}, {"after": "业"},
                {"before": "後發優勢", "after": "后发优势"}),
        example("物流体系【12】建设", {"clean": "物流体系建设"}, {"kind": "citation", "before": "【12】"}),
        example("引进项目２５个", {"clean": "引进项目25个"}, {"kind": "full-width", "before": "２５", "after": "25"}),
        example("引进\u200b项目", {"clean": "引进项目"}, {"kind": "invisible", "after": ""}),
        example("总体思路。ㄒ唬┛缭绞椒⒄", {"clean": "总体思路。(一)跨越式发\ufffd"}, {"kind": "byte-shift", "certain": False}),
        example("推進白鷺標準(zhǔn)庫，產業鏈?zhǔn)袌鲶w系", {"clean": "推进白鹭标准库,产业链市场体系"}, {"after": "进"}, {"after": "鹭标准"},
                {"kind": "pinyin"}, {"after": "库"}, {"after": "产业链"},
                {"kind": "byte-shift", "before": "?zhǔn)袌鲶w", "after": "市场体", "certain": True}),
        example("发布时间：2026-01-08 阅读次数：12 打印 【字体：大 中 小】\n突出招商引资。", {"clean": "\n突出招商引资。"},
                {"kind": "boilerplate"}),
        example("首页 > 政务公开 > 文件\n突出招商引资。", {"clean": "\n突出招商引资。"}, {"kind": "boilerplate"}),
        example("突出招商引资。\n分享让更多人看到", {"clean": "突出招商引资。\n"}, {"kind": "boilerplate"}),
        example("突出招商引资。\n【打印】 【关闭】", {"clean": "突出招商引资。\n"}, {"kind": "boilerplate"}),
        example("突出招商引资。\n（云溪日报记者 林昭 整理）", {"clean": "突出招商引资。\n"}, {"kind": "boilerplate"}),
        example("税收增长5%,,投资增长8%,。", {"clean": "税收增长5%,投资增长8%。"}, {"kind": "doubled-mark", "before": ","},
                {"kind": "doubled-mark"}),
        example("引进项目 25 个，增长 6 . 5%。", {"clean": "引进项目25个,增长6.5%。"}, {"kind": "blank"}, {"kind": "blank"}, {"kind": "blank"},
                {"kind": "blank", "before": " . ", "after": "."}),
        example("园区坚持项目为王。全年力争引进亿元以上项目二十个，完成开发建\n\n设，税收稳步增长。",
                {"clean": "园区坚持项目为王。全年力争引进亿元以上项目二十个,完成开发建设,税收稳步增长。"},
                {"kind": "line-break", "before": "\n\n", "after": ""}),
        example("突出招商引资。\n云溪日报 2026-01-08 10:33:06", {"clean": "突出招商引资。\n"}, {"kind": "boilerplate"}),
        example("溪口làng 镇新建学校3所，柳塘xiāng镇2所", {"clean": "溪口镇新建学校3所,柳塘镇2所"}, {"kind": "pinyin", "before": "làng ", "after": "", "certain": True},
                {"kind": "pinyin", "before": "xiāng"}),
        example("幼儿【ér】园、公办[繁体:辦]园、中学（繁：學）位", {"clean": "幼儿园、公办园、中学位"}, {"kind": "pinyin", "before": "【ér】"},
                {"kind": "traditional", "before": "[繁体:辦]", "after": ""}, {"kind": "traditional", "before": "（繁：學）"}),
        # nothing to repair
        example("建成5km绿道，Càfé街区、α系数不变，拼音làng。"),
        example("繁体：字库建设（繁体、简体）"),
        example("坚持项目为王。加快项目开工\n一、突出招商引资，坚持外出招商。"),
        example("围绕现代产业体系，以培育计划为牵引，筑牢实体经济之基\n着力破解招引难题。以公平为原则，整合政策。"),
        example("完善仓储（一期）工程，建设APP(app)平台，建成5km(公里)道路。"),
        example("为什么要这样做?因为群众需要。α系数不变。"),
        example("来源清楚、去向明确，打印服务进大厅。"),
        example("印发《云溪高新区工作要点》，乾元路、於潜路改造。"),
        example("表格┃指标┃单位"),
    ),
)  # fmt: skip
