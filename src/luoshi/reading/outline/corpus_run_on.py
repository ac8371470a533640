"""Invented texts whose line breaks are lost, in which a title runs on into its text, and sentences that hold no title."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)

CORPUS = Corpus(
    "outline.run_on",
    read,
    (
        # the name of a part, and its text or the first task under it at once
        example(
            f"云溪区道路会战方案 为确保任务完成，制定本方案。一、工作目标坚持以项目为抓手，三年完成投资20亿元。二、全年工作任务1-9月，{_BODY}三、组织机构成立会战指挥部，区长任指挥长，各镇街负责人为成员，办公室设在区交通局。",
            _h("工作目标", 1), _h("全年工作任务", 1), _h("组织机构", 1),
        ),
        example(
            f"一、园区概况园区始建于本世纪初，入园企业86户。{_BODY}二、存在的问题用地指标紧，部分企业招工难，融资渠道窄。三、下半年工作安排下半年，园区将突出抓好四项工作。{_BODY}",
            _h("园区概况", 1), _h("存在的问题", 1), _h("下半年工作安排", 1),
        ),
        example(
            f"一、今年工作完成情况1-11月，全镇实现财政收入2300万元。{_BODY}二、明年工作打算抓好道路硬化。投入1200万元，硬化通组路18公里，启动白鹭桥改建。抓好水利设施。整修山塘12口，完成灌区续建配套。抓好人居环境。{_BODY}",
            _h("今年工作完成情况", 1), _h("明年工作打算", 1), _h("抓好道路硬化", 2), _h("抓好水利设施", 2), _h("抓好人居环境", 2),
        ),
        example(f"一、今年工作完成情况1-11月，全镇实现财政收入2300万元。{_BODY}二、明年工作打算抓好道路硬化。{_BODY}推进白鹭桥改建。{_BODY}", _h("今年工作完成情况", 1), _h("明年工作打算", 1)),
        example(f"一、{_BODY}二、全年完成投资9亿元，新开工项目12个。{_BODY}"),
        example(
            f"四、下一步工作打算下一步，我局将围绕以下几个方面开展工作。一是抓好公路养护。{_BODY}二是加强行业监管。{_BODY}",
            _h("下一步工作打算", 1), _h("抓好公路养护", 2), _h("加强行业监管", 2),
        ),
        example(f"一、全年目标完成情况。{_BODY}二、主要任务落实情况。{_BODY}", _h("全年目标完成情况", 1), _h("主要任务落实情况", 1)),
        # what a task goes by, right behind its name
        example(
            f"{_BODY}（一）干线公路任务以南环线、云白公路为重点，抓好征迁、供地、施工各环节。（二）农村公路任务以通村公路为突破口，硬化道路60公里。（三）危桥改造任务以消除隐患为目标，逐座落实责任。",
            _h("干线公路任务", 1), _h("农村公路任务", 1), _h("危桥改造任务", 1),
        ),
        example(f"{_BODY}（一）始终坚持以招商为重点，做强园区。{_BODY}（二）始终坚持以服务为抓手，优化环境。{_BODY}",
                _h("始终坚持以招商为重点,做强园区", 1), _h("始终坚持以服务为抓手,优化环境", 1)),
        # a point that says all in two halves among points with text; the first of points that the page ends with
        example(
            "一、突出建设带动，补齐路网短板1.续建云白公路。抓紧剩余桥梁施工，6月底前完成路面铺筑，年内全线通车。2.新建柳塘大桥。项目总投资9000万元，上半年完成图纸审查，10月份开工建设。3.实施石渡、云台两处渡口改桥工程，确保汛期前主体完工。4.推进乡镇客运站改造，新建招呼站14个。二、压实管护责任，守护一方平安1.疏通边沟涵洞。建立村级自查、镇级抽查、县级督查的闭环机制，",
            _h("突出建设带动,补齐路网短板", 1), _h("续建云白公路", 2), _h("新建柳塘大桥", 2), _h("压实管护责任,守护一方平安", 1), _h("疏通边沟涵洞", 2),
        ),
        # an item over a text that the page cuts off
        example(
            f"一是果园提升行动。\n果园方面，{_BODY}\n二是渔业跨越行动。\n渔业方面，{_BODY}\n三是品牌增值行动。\n{_BODY}统一包装、统一标准、统一销售，举办开采节和产销对接会，为打造品牌夯实基础。支持企业到沿海城市设立直营店，不断拓宽销",
            _h("果园提升行动", 1), _h("渔业跨越行动", 1), _h("品牌增值行动", 1),
        ),
        # the last of three parts, whose text goes on behind a comma
        example(
            f"（一）加快骨干工程进度\n{_BODY}\n（二）办好惠民实事\n{_BODY}\n（三）整治山塘，计划清淤山塘35口，增加蓄水18万方。",
            _h("加快骨干工程进度", 1), _h("办好惠民实事", 1), _h("整治山塘", 1),
        ),
    ),
)  # fmt: skip
