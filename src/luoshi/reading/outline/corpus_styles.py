"""Invented plans in the styles that provinces write them: what opens a paragraph stands over what is listed below or behind it."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import read

_BODY = "组织专班外出对接，梳理一批在谈线索，按月调度推进情况。"

CORPUS = Corpus(
    "outline.styles",
    read,
    (
        # inside a paragraph
        example(f"（一）做强产业。①装备制造。{_BODY}②绿色化工。{_BODY}", _h("做强产业", 1), _h("装备制造", 2), _h("绿色化工", 2)),
        example(f"（一）做强产业。1）装备制造。{_BODY}2）绿色化工。{_BODY}", _h("做强产业", 1), _h("装备制造", 2), _h("绿色化工", 2)),
        example("建设内容：①道路三公里；②桥梁一座；③绿化两处。"),
        # openings over items in their own paragraphs
        example(
            f"财政金融。一是优化支出结构。{_BODY}二是拓宽融资渠道。{_BODY}\n企业服务。一是推行一线走访。{_BODY}二是强化用工保障。{_BODY}",
            _h("财政金融", 1), _h("优化支出结构", 2), _h("拓宽融资渠道", 2), _h("企业服务", 1), _h("推行一线走访", 2), _h("强化用工保障", 2),
        ),
        # and over lists below them
        example(
            f"做强“主引擎”。{_BODY}\n1.壮大龙头企业。{_BODY}\n2.培育骨干企业。{_BODY}\n织密“服务网”。{_BODY}\n1.推行帮办代办。{_BODY}\n2.提速审批办理。{_BODY}",
            _h("做强“主引擎”", 1), _h("壮大龙头企业", 2), _h("培育骨干企业", 2), _h("织密“服务网”", 1), _h("推行帮办代办", 2), _h("提速审批办理", 2),
        ),
        example(
            f"壮大主导产业。{_BODY}\n——在强链补链上求突破。{_BODY}\n——在科技赋能上增动能。{_BODY}\n优化空间布局。{_BODY}\n——在盘活存量上见实效。{_BODY}",
            _h("壮大主导产业", 1), _h("在强链补链上求突破", 2), _h("在科技赋能上增动能", 2), _h("优化空间布局", 1), _h("在盘活存量上见实效", 2),
        ),
        example(
            f"实施产业倍增行动。{_BODY}\n一是提升制造水平。{_BODY}\n二是延伸产业链条。{_BODY}\n实施环境提升行动。{_BODY}\n一是优化审批流程。{_BODY}\n二是强化要素保障。{_BODY}",
            _h("实施产业倍增行动", 1), _h("提升制造水平", 2), _h("延伸产业链条", 2), _h("实施环境提升行动", 1), _h("优化审批流程", 2), _h("强化要素保障", 2),
        ),
        # dashes under items, and dashes whose titles end at a colon
        example(
            f"一是加快项目建设。{_BODY}\n——抓好前期工作。{_BODY}\n——抓好要素保障。{_BODY}\n二是加强企业培育。{_BODY}\n——培育龙头企业。{_BODY}",
            _h("加快项目建设", 1), _h("抓好前期工作", 2), _h("抓好要素保障", 2), _h("加强企业培育", 1), _h("培育龙头企业", 2),
        ),
        example(f"一、重点任务\n●科技创新：{_BODY}\n●对外开放：{_BODY}", _h("重点任务", 1), _h("科技创新", 2), _h("对外开放", 2)),
        example("一、主要目标\n——工业产值：增长9%。\n——财政收入：8亿元。", _h("主要目标", 1)),
        example(f"1.做强产业，壮大集群：{_BODY}\n2.优化服务，激发活力：{_BODY}", _h("做强产业,壮大集群", 1), _h("优化服务,激发活力", 1)),
        # titles in brackets
        example("【招商引资】全年引进项目九个。\n【项目建设】年内竣工六座厂房。", _h("招商引资", 1), _h("项目建设", 1)),
        example(f"【招商引资】{_BODY}【项目建设】{_BODY}", _h("招商引资", 1), _h("项目建设", 1)),
        example(
            f"【做强产业，壮大集群】1.延伸链条。{_BODY}2.引进龙头。{_BODY}\n【优化服务，激发活力】1.提速审批。{_BODY}2.帮办代办。{_BODY}",
            _h("做强产业,壮大集群", 1), _h("延伸链条", 2), _h("引进龙头", 2), _h("优化服务,激发活力", 1), _h("提速审批", 2), _h("帮办代办", 2),
        ),
        # the first of several lines alike
        example(f"招商引资方面\n新签约项目二十个，{_BODY}\n企业服务方面\n帮助企业解决用工难题，{_BODY}\n项目建设方面\n逐个倒排开工竣工节点，{_BODY}", _h("招商引资方面", 1), _h("企业服务方面", 1), _h("项目建设方面", 1)),
        example(f"财政金融：\n第一，优化支出结构。{_BODY}\n企业服务：\n第一，推行一线走访。{_BODY}\n第二，强化用工保障。{_BODY}",
                _h("财政金融", 1), _h("优化支出结构", 2), _h("企业服务", 1), _h("推行一线走访", 2), _h("强化用工保障", 2)),
        example(f"云溪园区再启新程\n今年是攻坚之年，{_BODY}\n招商引资\n新签约项目二十个，{_BODY}\n企业服务\n帮助企业解决用工难题，{_BODY}", _h("招商引资", 1), _h("企业服务", 1)),
        # units over their duties
        example(
            "云溪招商局\n1.新签约项目20个。\n2.外出招商15次。\n云溪建设局：\n1.新建管网9公里。\n2.改造泵站2座。",
            _h("云溪招商局", 1), _h("云溪建设局", 1),
        ),
        example("云溪招商局\n1.新签约项目20个。\n2.外出招商15次。"),
        # lines keep their rank over numberings of their own
        example(
            f"科技创新\n一要建强平台。{_BODY}\n二要引育人才。{_BODY}\n生态环保\n一要治理大气。{_BODY}\n二要治理水体。{_BODY}",
            _h("科技创新", 1), _h("建强平台", 2), _h("引育人才", 2), _h("生态环保", 1), _h("治理大气", 2), _h("治理水体", 2),
        ),
        # counted with 之一, a name in quotes before a dash
        example(
            "之一：“水网工程”——投资2亿元的柳塘水库开工建设，铺设管网60公里，让群众喝上放心水。\n之二：“路网工程”——新改建农村公路120公里，推动白鹭桥上半年通车，改善群众出行条件。",
            _h("“水网工程”", 1), _h("“路网工程”", 1),
        ),
        example("之一，完成管网60公里。\n之二，新改建公路120公里。"),
        # aims and figures as labels, in company
        example(
            "二、工作目标\n总体目标：到2028年，全县污水处理能力明显提升，河道水质持续改善。\n具体指标：到2028年，城区污水集中处理率达到98%，新建管网60公里，再生水利用率达到30%。",
            _h("工作目标", 1), _h("总体目标", 2), _h("具体指标", 2),
        ),
        example("二、工作目标\n总体目标：污水处理率98%，管网60公里，再生水利用率达到30%，河道水质持续改善。", _h("工作目标", 1)),
        # how far something shall have come, the last cut off
        example(
            "（二）主要目标。到2028年，主导产业体系更加完善。\n产业规模更大。工业产值突破900亿元，培育百亿企业3家。\n创新能力更强。研发投入占比达到3%，高新技术企业达到90家，新型研发机构达",
            _h("主要目标", 1), _h("产业规模更大", 2), _h("创新能力更强", 2),
        ),
        # lines in quotes below another
        example(
            f"{_BODY}\n今后五年的奋斗目标\n{_BODY}\n“富强云溪”迈上新台阶\n{_BODY}\n“美丽云溪”展现新面貌\n{_BODY}",
            _h("今后五年的奋斗目标", 1), _h("“富强云溪”迈上新台阶", 2), _h("“美丽云溪”展现新面貌", 2),
        ),
        example(f"{_BODY}\n“富强云溪”迈上新台阶\n{_BODY}\n“美丽云溪”展现新面貌\n{_BODY}", _h("“富强云溪”迈上新台阶", 1), _h("“美丽云溪”展现新面貌", 1)),
        # signs of a text written for the web
        example(f"## 一、总体要求\n{_BODY}\n## 二、重点任务\n### （一）做强产业\n{_BODY}", _h("总体要求", 1), _h("重点任务", 1), _h("做强产业", 2)),
        example(f"{_BODY}\n**一、总体要求**\n{_BODY}\n**二、重点任务**\n按月调度。", _h("总体要求", 1), _h("重点任务", 1)),
        example(f"{_BODY}\n>>>做强产业\n{_BODY}\n>>>做优服务\n按月调度，{_BODY}", _h("做强产业", 1), _h("做优服务", 1)),
        # words before the number, whose blank was lost
        example(f"{_BODY}\nPart 1 产业发展\n{_BODY}\nPart 2 项目建设\n按月调度，{_BODY}", _h("产业发展", 1), _h("项目建设", 1)),
        example(f"{_BODY}\n关键词1 产业发展\n{_BODY}\n关键词2 项目建设\n按月调度，{_BODY}", _h("产业发展", 1), _h("项目建设", 1)),
        example(f"民生实事1：新建学校\n{_BODY}\n民生实事2：改造道路\n按月调度，{_BODY}", _h("新建学校", 1), _h("改造道路", 1)),
        example("重点任务3项，已完成2项。\n重点任务12个，本月完成。"),
    ),
)  # fmt: skip
