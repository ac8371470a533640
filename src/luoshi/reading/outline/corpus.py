"""Invented passages and the headings that must be found in them."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.outline import outline
from luoshi.reading.repairs import repair

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)


def read(item: Example) -> Sequence[Fact]:
    """Title (punctuation as in ``clean``), marker and level of each heading."""
    return [{"title": h.title, "marker": h.marker, "level": h.level} for h in outline(repair(item.text))]


def heading(title: str, level: int) -> Fact:
    """The heading that must be found."""
    return {"title": title, "level": level}


_h = heading


def paragraph(place: str) -> str:
    """A long paragraph, another one for each place."""
    return (
        f"围绕{place}片区主导产业建链延链，组织专班外出对接。梳理{place}在谈线索，逐项明确{place}责任单位和办结时限，按月调度推进情况。"
        f"完善{place}道路管网，加快{place}标准厂房招租，推动{place}企业技改扩能，帮助{place}企业稳岗用工。抓好{place}安全生产，定期开展{place}隐患排查，"
        f"守住{place}安全底线，持续改善{place}环境质量，办好{place}群众身边的实事，让{place}群众有实实在在的获得感。"
    )


CORPUS = Corpus(
    "outline",
    read,
    (
        example(f"一、突出招商引资\n{_BODY}\n二、强化项目建设\n{_BODY}", _h("突出招商引资", 1), _h("强化项目建设", 1)),
        example(
            f"一、突出招商引资\n（一）建强招商队伍。{_BODY}\n（二）完善招商机制。{_BODY}\n二、强化项目建设\n（一）加快项目开工。{_BODY}",
            _h("突出招商引资", 1), _h("建强招商队伍", 2), _h("完善招商机制", 2), _h("强化项目建设", 1), _h("加快项目开工", 2),
        ),
        example(f"1．建强招商队伍。{_BODY}\n2．完善招商机制。{_BODY}", _h("建强招商队伍", 1), _h("完善招商机制", 1)),
        example(f"3、建强招商队伍。{_BODY}\n4、完善招商机制。{_BODY}", _h("建强招商队伍", 1), _h("完善招商机制", 1)),
        example(f"(1)建强招商队伍。{_BODY}\n(2)完善招商机制。{_BODY}", _h("建强招商队伍", 1), _h("完善招商机制", 1)),
        example(f"①建强招商队伍。{_BODY}\n②完善招商机制。{_BODY}", _h("建强招商队伍", 1), _h("完善招商机制", 1)),
        example(
            f"第一部分 上年工作回顾\n一、经济运行稳中有进\n{_BODY}\n第二部分 今年工作安排\n一、突出招商引资\n{_BODY}",
            _h("上年工作回顾", 1), _h("经济运行稳中有进", 2), _h("今年工作安排", 1), _h("突出招商引资", 2),
        ),
        example(
            f"做强主导产业。{_BODY}\n做优营商环境。{_BODY}\n(二)坚持项目为王,狠抓有效投资\n加快项目开工。{_BODY}\n加强要素保障。{_BODY}",
            _h("做强主导产业", 2), _h("做优营商环境", 2), _h("坚持项目为王,狠抓有效投资", 1), _h("加快项目开工", 2), _h("加强要素保障", 2),
        ),
        example(
            f"（一）突出招商引资。一是建强招商队伍。{_BODY}二是完善招商机制。{_BODY}\n（二）强化项目建设。{_BODY}",
            _h("突出招商引资", 1), _h("建强招商队伍", 2), _h("完善招商机制", 2), _h("强化项目建设", 1),
        ),
        example(
            f"（一）突出招商引资。一是建强招商队伍。二是完善招商机制。三是出台考核办法。\n（二）强化项目建设。{_BODY}",
            _h("突出招商引资", 1), _h("强化项目建设", 1),
        ),
        example(
            f"云溪镇：\n做强特色农业 建设幸福乡镇\n做强特色农业，延长加工链条。{_BODY}\n柳塘镇：\n聚力园区提质 壮大实体经济\n推动园区提质，完善功能配套。{_BODY}",
            _h("云溪镇", 1), _h("做强特色农业 建设幸福乡镇", 2), _h("做强特色农业,延长加工链条", 3), _h("柳塘镇", 1), _h("聚力园区提质 壮大实体经济", 2), _h("推动园区提质,完善功能配套", 3),
        ),
        example(
            f"在招商引资上下功夫，不断扩大增量。{_BODY}\n在项目建设上下功夫，着力做实总量。{_BODY}",
            _h("在招商引资上下功夫", 1), _h("在项目建设上下功夫", 1),
        ),
        example(
            f"聚焦项目攻坚，扩大有效投资。{_BODY}\n聚焦“主阵地”，提升配套能力。{_BODY}",
            _h("聚焦项目攻坚,扩大有效投资", 1), _h("聚焦“主阵地”,提升配套能力", 1),
        ),
        example(f"——经济实力持续增强。{_BODY}\n——产业结构不断优化。{_BODY}", _h("经济实力持续增强", 1), _h("产业结构不断优化", 1)),
        example(f"一、突出招商引资（牵头单位：招商局）\n{_BODY}", _h("突出招商引资", 1)),
        example(f"1.招商引资：{_BODY}\n2.项目建设：{_BODY}", _h("招商引资", 1), _h("项目建设", 1)),
        example(
            f"云溪高新区2026年工作要点\n2026年是“十五五”开局之年。{_BODY}\n一、突出招商引资\n1.建强招商队伍。{_BODY}",
            _h("突出招商引资", 1), _h("建强招商队伍", 2),
        ),
        example(
            f"关于印发《云溪高新区2026年工作要点》的通知\n各部门、各单位：\n现将要点印发给你们。\n云溪高新区管理委员会\n2026年1月8日\n"
            f"云溪高新区2026年工作要点\n一、突出招商引资\n{_BODY}",
            _h("突出招商引资", 1),
        ),
        example(f"今年全区重点抓好以下工作：\n一、突出招商引资\n{_BODY}", _h("突出招商引资", 1)),
        example(f"十二、强化项目建设\n{_BODY}", {"title": "强化项目建设", "marker": "十二、", "level": 1}),
        example(f"提升主導產業能級。{_BODY}\n優化營商環境。{_BODY}", _h("提升主导产业能级", 1), _h("优化营商环境", 1)),
        example(f"做强主导产业。{_BODY}", _h("做强主导产业", 1)),
        example(f"(二)坚持项目为王,狠抓有效投资\n加快项目开工。{_BODY}", _h("坚持项目为王,狠抓有效投资", 1), _h("加快项目开工", 2)),
        example(f"将抓招商牢牢扛在肩上。{_BODY}\n将惠民生时时放在心上。{_BODY}", _h("将抓招商牢牢扛在肩上", 1), _h("将惠民生时时放在心上", 1)),
        example(f"一 打造营商服务新标杆\n{_BODY}\n二 打造先进制造新标杆\n{_BODY}", _h("打造营商服务新标杆", 1), _h("打造先进制造新标杆", 1)),
        example(
            f"云溪区政府工作报告\n各位代表：\n2025年工作回顾\n{_BODY}{_BODY}\n2026年工作安排\n{_BODY}\n一、突出招商引资\n{_BODY}\n二、强化项目建设\n{_BODY}",
            _h("2025年工作回顾", 1), _h("2026年工作安排", 1), _h("突出招商引资", 2), _h("强化项目建设", 2),
        ),
        example(
            f"各单位：\n现将方案印发给你们，请认真贯彻执行。{_BODY}\n云溪区人民政府\n2026年1月8日\n云溪区2026年重点工作\n任务分工方案\n一、突出招商引资\n{_BODY}",
            _h("突出招商引资", 1),
        ),
        example(
            "一、主要预期目标\n（一）地区生产总值增长6%以上\n责任单位：经济发展局\n（二）工业投资增长9%\n责任单位：经济发展局",
            _h("主要预期目标", 1),
        ),
        example(
            f"云溪两会要点\n2025年工作回顾\n税收达到9.4亿元。\n2026年主要目标\n税收增长7%左右。\n财政政策：\n安排专项资金3亿元。\n{_BODY}",
            _h("2025年工作回顾", 1), _h("2026年主要目标", 1), _h("财政政策", 2),
        ),
        example(
            "云溪区民生实事\n交通畅行\n▶新增车位700个。\n▶维修背街小巷。\n安居乐业\n▶改造老旧小区18个。",
            _h("交通畅行", 1), _h("安居乐业", 1),
        ),
        example(
            f"一、突出招商引资1.建强招商队伍。{paragraph('溪口')}{paragraph('柳塘')}2.完善招商机制。{paragraph('白鹭')}{paragraph('云台')}二、强化项目建设3.加快项目开工。{paragraph('石渡')}",
            _h("突出招商引资", 1), _h("建强招商队伍", 2), _h("完善招商机制", 2), _h("强化项目建设", 1), _h("加快项目开工", 2),
        ),
        example(
            "云溪两会导读\n■ 2025年成绩单\n●税收达到9.4亿元\n●新增就业4000人\n■ 2026年目标\n●税收增长7%左右",
            _h("2025年成绩单", 1), _h("2026年目标", 1),
        ),
        # not headings
        example("云溪两会导读\n云溪日报 2026年01月17日\n税收增长7%左右。"),
        example(f"云溪开发区狠抓重大项目\n{_BODY}{_BODY}"),
        example(f"年工作重点:\n{_BODY}"),
        example(f"一、突出招商引资\n坚持把招商作为第一要务。{_BODY}", _h("突出招商引资", 1)),
        example(f"一、突出招商引资\n今年形势依然严峻。{_BODY}", _h("突出招商引资", 1)),
        example("全年盘活低效用地300亩。实现税收8亿元。"),
        example("2.5亿元以上项目不少于8个。其余项目按期推进。"),
        example("2026年，全区将坚持稳中求进。" + _BODY),
        example("1.规上工业总产值增长9%\n2.固定资产投资增长12%\n3.财政收入增长8%"),
        example(f"各位代表：\n{_BODY}"),
        example("1-6月，全区完成投资20亿元。同比增长10%。"),
        example(f"{_BODY}一是坚持招商为先；二是坚持项目为王；三是坚持服务为本。"),
        example("指标\t单位\t目标\n规上工业总产值\t亿元\t64\n固定资产投资\t亿元\t46"),
        example(""),
    ),
)  # fmt: skip
