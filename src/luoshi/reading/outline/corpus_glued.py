"""Invented headings that another stands right behind or far before, and sentences that only look like them."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)

CORPUS = Corpus(
    "outline.glued",
    read,
    (
        # the first work right behind the title that it stands under
        example(
            f"（一）坚持项目为先，扩大有效投资，厚植园区发展新优势开展招商突破行动。{_BODY}开展园区提档行动。{_BODY}开展企业育强行动。{_BODY}",
            _h("坚持项目为先,扩大有效投资,厚植园区发展新优势", 1), _h("开展招商突破行动", 2), _h("开展园区提档行动", 2), _h("开展企业育强行动", 2),
        ),
        example(
            f"二、建设宜居园区实施道路畅通工程。{_BODY}\n实施绿化提升工程。{_BODY}\n实施管网改造工程。{_BODY}\n三、优化营商环境。{_BODY}",
            _h("建设宜居园区", 1), _h("实施道路畅通工程", 2), _h("实施绿化提升工程", 2), _h("实施管网改造工程", 2), _h("优化营商环境", 1),
        ),
        example(f"一、坚持建管并重，持续推进管网更新计划。{_BODY}\n二、坚持产城融合推进片区更新行动。{_BODY}",
                _h("坚持建管并重,持续推进管网更新计划", 1), _h("坚持产城融合推进片区更新行动", 1)),
        # aims, two of them, under their heading alone
        example(f"（二）发展目标。{_BODY}创新动能更足。{_BODY}绿色底色更亮。{_BODY}", _h("发展目标", 1), _h("创新动能更足", 2), _h("绿色底色更亮", 2)),
        example(f"（二）服务企业。{_BODY}创新动能更足。{_BODY}绿色底色更亮。{_BODY}", _h("服务企业", 1)),
        example(f"（二）发展目标。{_BODY}创新动能更足。绿色底色更亮。{_BODY}", _h("发展目标", 1)),
        # items before the first part
        example(
            f"短板有两处：一是底子不够厚。{_BODY}二是合力不够强。{_BODY}\n一、强化招商引资。{_BODY}\n二、加快项目建设。{_BODY}",
            _h("底子不够厚", 2), _h("合力不够强", 2), _h("强化招商引资", 1), _h("加快项目建设", 1),
        ),
        # titles that a comma ends among others: an item, and the last of several parts
        example(
            f"（一）建强队伍一是选优招商专员，{_BODY}二是做好业务培训。{_BODY}三是跑好对接活动“第一棒”，{_BODY}",
            _h("建强队伍", 1), _h("选优招商专员", 2), _h("做好业务培训", 2), _h("跑好对接活动“第一棒”", 2),
        ),
        example(
            f"一、突出招商。{_BODY}\n二、加快开工。{_BODY}\n三、做优服务。{_BODY}\n四、推进厂房扩容行动，新建厂房3栋、1.2万平方米，10月底前竣工。",
            _h("突出招商", 1), _h("加快开工", 1), _h("做优服务", 1), _h("推进厂房扩容行动", 1),
        ),
        example(f"一、突出招商。{_BODY}\n二、9月底前完成征地300亩，新建厂房3栋、1.2万平方米，10月底前竣工。", _h("突出招商", 1)),
        # a text that goes on right behind what is to be new
        example(
            f"（一）坚持以项目为根本，开创园区发展新局面围绕“双百攻坚”，{_BODY}（二）坚持以片区为重点，塑造城市建设新形象紧扣年度任务，{_BODY}",
            _h("坚持以项目为根本,开创园区发展新局面", 1), _h("坚持以片区为重点,塑造城市建设新形象", 1),
        ),
        # a table whose cells stand line below line
        example(
            "云溪区实事任务表\n序号\n事项名称\n建设内容\n责任单位\n1\n学位扩容\n新建幼儿园2所，新增学位900个，8月底前交付使用。\n教育局\n"
            "2\n道路畅行\n改造背街小巷12条，新建公交候车亭30座，完善标识标线。\n建设局\n3\n夕阳暖心\n新建老年食堂6家，为300户困难老人家庭改造住房。\n民政局",
            _h("学位扩容", 1), _h("道路畅行", 1), _h("夕阳暖心", 1),
        ),
        example(
            "云溪区主要指标\n序号\n指标名称\n目标\n1\n规上工业增加值\n增长9%左右，力争更好，为全年目标打好基础。\n2\n财政收入\n增长8%左右，力争更好，为全年目标打好基础。\n"
            "3\n工业投资\n增长12%左右，力争更好，为全年目标打好基础。",
        ),
        # a draft above the text: what comes again heads there, what the page does not reach heads here
        example(
            f"提纲：\n一、扩大招商\n二、加快开工\n1.在建项目：云溪大道、柳塘水厂\n2.拟建项目：白鹭桥\n三、做优服务\n一、扩大招商。{_BODY}\n二、加快开工。{_BODY}",
            _h("做优服务", 1), _h("扩大招商", 1), _h("加快开工", 1),
        ),
        example(f"园区项目提纲\n一、扩大招商\n1.在建项目：{_BODY}\n二、加快开工\n{_BODY}", _h("扩大招商", 1), _h("在建项目", 2), _h("加快开工", 1)),
        # lines behind a sign below lines without one
        example(
            f"{_BODY}\n攻坚重大项目\n{_BODY}\n■在建项目\n{_BODY}\n■拟建项目\n{_BODY}\n激活消费市场\n{_BODY}",
            _h("攻坚重大项目", 1), _h("在建项目", 2), _h("拟建项目", 2), _h("激活消费市场", 1),
        ),
        # a part that a paragraph names alone, and a short field among others
        example(f"一、上半年情况\n{_BODY}{_BODY}\n存在的主要问题：项目储备不足，资金缺口较大，部分路段的用地手续尚未办结。\n二、下半年打算\n{_BODY}",
                _h("上半年情况", 1), _h("存在的主要问题", 2), _h("下半年打算", 1)),
        example(f"一、上半年情况\n{_BODY}{_BODY}\n有关部门回应：项目储备不足，资金缺口较大，{_BODY}\n二、下半年打算\n{_BODY}",
                _h("上半年情况", 1), _h("下半年打算", 1)),
        example(f"招商方面，{_BODY}\n老旧厂房方面，余下的9栋10月底前全部拆除，场地年底前平整，补种绿化3亩。\n城建方面，{_BODY}",
                _h("招商方面", 1), _h("老旧厂房方面", 1), _h("城建方面", 1)),
        # a blank before a comma parts nothing
        example(f"（一）坚持创新驱动 ，打造园区新引擎。{_BODY}（二）坚持改革攻坚 ，激发市场新活力。{_BODY}",
                _h("坚持创新驱动 ,打造园区新引擎", 1), _h("坚持改革攻坚 ,激发市场新活力", 1)),
        # the data of a page are no headings
        example(f"•索 引 号：YX-2026-0001\n•标    题：云溪区关于分解就业任务的通知\n•有 效 性：有效\n一、压实责任。{_BODY}\n二、用好政策。{_BODY}",
                _h("压实责任", 1), _h("用好政策", 1)),
        # not headings
        example(f"园区办好实事实施道路畅通工程。{_BODY}"),
    ),
)  # fmt: skip
