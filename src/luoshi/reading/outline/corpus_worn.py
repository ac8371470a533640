"""Invented titles that lost their number, their break or half of their line, and openings that repeat one another."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import paragraph as _p
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)

CORPUS = Corpus(
    "outline.worn",
    read,
    (
        # a number lost inside its bracket
        example(
            f"（五）进一步提升养老服务水平。{_BODY}\n)进一步加强市场监管。{_BODY}\n)进一步强化项目建设。一是尽快启动云溪医院二期项目。{_BODY}二是加快推进柳塘学校建设。{_BODY}",
            _h("进一步提升养老服务水平", 1), _h("进一步加强市场监管", 1), _h("进一步强化项目建设", 1), _h("尽快启动云溪医院二期项目", 2), _h("加快推进柳塘学校建设", 2),
        ),
        example(f"总投资八亿元的厂房（含配套用房\n)已经开工。其余正在报批，{_BODY}"),
        # brackets over commas
        example(
            f"（一）做好重点工作\n重点工作有以下方面。\n一、完成规划编制工作\n{_BODY}\n二、土地储备\n{_BODY}\n（二）强化保障\n一、建强队伍\n{_BODY}",
            _h("做好重点工作", 1), _h("完成规划编制工作", 2), _h("土地储备", 2), _h("强化保障", 1), _h("建强队伍", 2),
        ),
        example(
            f"（一）抓服务。{_BODY}\n一、抓招商\n（一）建队伍。{_BODY}\n（二）建机制。{_BODY}\n二、抓项目\n{_BODY}",
            _h("抓服务", 1), _h("抓招商", 1), _h("建队伍", 2), _h("建机制", 2), _h("抓项目", 1),
        ),
        # titles on two lines
        example(
            f"云溪街道2026年工作\n紧扣产城融合\n强化城市管护\n·启动白鹭路修缮\n·新建停车场2处\n集聚科创要素\n塑造发展引擎\n·建成孵化中心\n·引进企业7家\n{_BODY}",
            _h("紧扣产城融合强化城市管护", 1), _h("集聚科创要素塑造发展引擎", 1),
        ),
        example(f"一、抓招商\n建强招商队伍\n完善招商机制\n{_BODY}", _h("抓招商", 1), _h("建强招商队伍", 2), _h("完善招商机制", 2)),
        example(f"启动白鹭路修缮\n建设停车场\n完成管网改造\n{_BODY[:9]}"),
        # a title and its text with the break lost between them
        example(
            f"云溪区提速方案{_p('溪口')}一、目标任务（一）园区建设1、加大新城开发建设力度按照“大会战”方案要求，{_BODY}2、加快柳塘新区建设步伐按照年度方案，{_BODY}",
            _h("目标任务", 1), _h("园区建设", 2), _h("加大新城开发建设力度", 3), _h("加快柳塘新区建设步伐", 3),
        ),
        example(f"1.各镇街加大工作力度，按照方案要求抓好落实。{_BODY}\n2.各部门建设力度按照年度方案确定，{_BODY}"),
        # a title whose break became a blank, and sentences behind blanks
        example(
            f"发展清洁能源产业。 {_p('石渡')} 抓好云台、白鹭两座电站建设，发展储能产业。{_p('云台')} 同时，加快并网。{_BODY}\n发展新型建材产业。{_BODY}\n发展农产品加工产业。{_BODY}",
            _h("发展清洁能源产业", 1), _h("发展新型建材产业", 1), _h("发展农产品加工产业", 1),
        ),
        # every paragraph calls for a task
        example(f"抓好基础设施，是打基础、管长远的大事，必须加大投入，全面夯实发展基础。\n要抢抓机遇建设产业园区。{_BODY}\n要不断提高道路管护水平。{_BODY}", _h("要抢抓机遇建设产业园区", 1), _h("要不断提高道路管护水平", 1)),
        example(f"要加快建设产业园区。{_BODY}\n会议听取了有关汇报。{_BODY}\n会议研究了其他事项。{_BODY}"),
        example(f"要加快建设产业园区。{_BODY}"),
        # tasks that double their verb
        example(
            f"（一）聚焦产业增效，推动发展提质\n做精做强特色农业。{_BODY}做稳做实工业经济。{_BODY}做深做优休闲产业。{_BODY}",
            _h("聚焦产业增效,推动发展提质", 1), _h("做精做强特色农业", 2), _h("做稳做实工业经济", 2), _h("做深做优休闲产业", 2),
        ),
        example(f"（一）聚焦产业增效，推动发展提质\n做精做强特色农业。{_BODY}办好农民夜校。做好总结工作。", _h("聚焦产业增效,推动发展提质", 1), _h("做精做强特色农业", 2)),
        example(
            f"优化产业结构，发展绿色工业。{_BODY}推进园区建设，搭建集聚平台。{_BODY}促进转型升级，做强骨干企业。{_BODY}",
            _h("优化产业结构,发展绿色工业", 1), _h("推进园区建设,搭建集聚平台", 1), _h("促进转型升级,做强骨干企业", 1),
        ),
        # years in Chinese
        example(f"云溪区政府工作报告（摘要）\n二○二六年工作安排\n{_BODY}{_BODY}", _h("二○二六年工作安排", 1)),
        example(f"{_BODY}\n云溪高新区管理委员会\n二○二六年一月八日"),
        # a break lost before the year that a title ends beside
        example(
            f"建设局2025年工作总结今年以来，我局较好完成了各项任务。一、强化调度，真抓实干，2025年重点工程进展顺利2025年，我局按照要求推进9个项目，{_BODY}"
            f"二、下步打算（一）加快市政建设。{_BODY}（二）抓好住房保障。{_BODY}",
            _h("强化调度,真抓实干,2025年重点工程进展顺利", 1), _h("下步打算", 1), _h("加快市政建设", 2), _h("抓好住房保障", 2),
        ),
        # a word of the site before every paragraph
        example(
            f"【正文】今年，全县将实施一批道路工程，完成投资3亿元。\n【正文】在国省干线方面，{_BODY}\n【正文】在农村公路方面，{_BODY}\n【正文】在桥梁建设方面，{_BODY}",
            _h("在国省干线方面", 1), _h("在农村公路方面", 1), _h("在桥梁建设方面", 1),
        ),
        # what stands under the title of a page
        example(f"云溪产业园建设提速\n■一期已投产，二期主体封顶，三期正在招标\n{_BODY}"),
        example(f"云溪园区晒成绩单\n■项目签约\n{_BODY}\n■项目开工\n{_BODY}", _h("项目签约", 1), _h("项目开工", 1)),
    ),
)  # fmt: skip
