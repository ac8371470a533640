"""Invented titles whose marks or breaks suffered: right behind another title, before a blank or a dash, on two lines."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)
_MORE = "今年以来，各片区道路、管网、厂房的建设进度快于往年，企业用工和用地得到保障，新签约的项目比去年同一时期更多也更大。"

CORPUS = Corpus(
    "outline.marked",
    read,
    (
        # a part right behind the title it stands under; an extract that leaves parts out
        example(f"一、园区提质工程（二）管网改造提升。{_BODY}{_MORE}", _h("园区提质工程", 1), _h("管网改造提升", 2)),
        example(f"一、园区提质工程（二）管网改造提升。{_BODY}{_MORE}（牵头单位：建设局）（五）企业减负增效。{_BODY}{_MORE}", _h("园区提质工程", 1), _h("管网改造提升", 2), _h("企业减负增效", 2)),
        example(f"{_MORE}（二）管网改造提升：{_BODY}（三）企业减负增效：{_BODY}", _h("管网改造提升", 1), _h("企业减负增效", 1)),
        example(f"{_MORE}具体按照本方案第（二）条执行。{_BODY}"),
        example(f"{_BODY}柳塘大道（二）期工程。{_MORE}"),
        # a number parted among others is a promise
        example(f"一、年度任务\n{_BODY}\n（一）新建标准厂房9栋，其中：溪口片区4栋，柳塘片区4栋，白鹭片区1栋。\n3月底前，完成选址。{_BODY}", _h("年度任务", 1)),
        # titles of documents in a collection
        example(
            f"溪口镇年度工作计划（2篇）\n溪口镇年度工作计划（一）\n{_MORE}\n一、工作目标\n{_BODY}\n溪口镇年度工作计划（二）\n{_MORE}\n一、总体要求\n{_BODY}",
            _h("工作目标", 1), _h("总体要求", 1),
        ),
        example(
            f"溪口镇年度工作计划 篇1\n{_MORE}\n一、工作目标\n{_BODY}\n溪口镇年度工作计划 篇2\n{_MORE}\n一、总体要求\n{_BODY}",
            _h("工作目标", 1), _h("总体要求", 1),
        ),
        # a dash at the end of a line; one that leads to what is said
        example(f"{_MORE}\n交通新格局——\n{_BODY}\n县域经济争先——\n{_BODY}", _h("交通新格局", 1), _h("县域经济争先", 1)),
        example(f"{_MORE}\n主任林昭谈了今年的想法——\n{_BODY}"),
        example(f"{_MORE}\n会上，林昭敞开了盘子——\n{_BODY}"),
        example(f"{_MORE}\n具体做法如下——\n{_BODY}"),
        # names of parts before the blank that a break became
        example(
            f"云溪今年重点工程。 续建道路 溪口片区: 续建云溪路北段、柳塘大道，做好配套工程。 改造道路 启动白鹭大道拓宽改造，由北门路至南门路，力争年底完工。 公园绿地 续建溪口公园，由东门桥至西门桥，提升两岸绿化。{_MORE}{_BODY}",
            _h("续建道路", 1), _h("改造道路", 1), _h("公园绿地", 1),
        ),
        example(
            f"云溪今年重点工程。 在溪口镇 新建垃圾中转站，今年上半年竣工。 新建柳塘路，由北门至南门。 据悉 今年还要改造公园两处，争取年底完工。{_MORE}{_BODY}"
        ),
        # a title on two lines
        example(f"一、突出招商引资，\n强化项目建设\n{_BODY}\n二、提升园区配套，\n优化营商环境\n{_BODY}", _h("突出招商引资,强化项目建设", 1), _h("提升园区配套,优化营商环境", 1)),
        example(f"一、突出招商引资\n建强招商队伍\n{_BODY}\n二、强化项目建设\n抓好要素保障\n{_BODY}", _h("突出招商引资", 1), _h("建强招商队伍", 2), _h("强化项目建设", 1), _h("抓好要素保障", 2)),
        # other marks
        example(f"一）突出招商引资\n{_BODY}\n二）强化项目建设\n{_BODY}", _h("突出招商引资", 1), _h("强化项目建设", 1)),
        example(f"{_MORE}\n关键词一：招商引资\n{_BODY}\n关键词二：项目建设\n{_BODY}", _h("招商引资", 1), _h("项目建设", 1)),
        example(f"{_MORE}\n【招商引资】{_BODY}\n【项目建设】{_BODY}", _h("招商引资", 1), _h("项目建设", 1)),
        example(f"{_MORE}\n目标一致、行动迅速。{_BODY}"),
        example(f"Ⅰ. 总体思路\n{_BODY}\nⅡ. 工作打算\n1.突出招商引资\n{_BODY}\n2.强化项目建设\n{_BODY}", _h("总体思路", 1), _h("工作打算", 1), _h("突出招商引资", 2), _h("强化项目建设", 2)),
        example(f"一、工作打算\nA、突出招商引资\n{_BODY}\nB、强化项目建设\n{_BODY}", _h("工作打算", 1), _h("突出招商引资", 2), _h("强化项目建设", 2)),
        example(f"壹、总体思路\n{_BODY}\n贰、工作打算\n{_BODY}", _h("总体思路", 1), _h("工作打算", 1)),
        example(f"其一，突出招商引资。{_BODY}\n其二，强化项目建设。{_BODY}", _h("突出招商引资", 1), _h("强化项目建设", 1)),
        example(f"❶突出招商引资。{_BODY}\n❷强化项目建设。{_BODY}", _h("突出招商引资", 1), _h("强化项目建设", 1)),
        example(f"重点任务一：突出招商引资\n{_BODY}\n重点任务二：强化项目建设\n{_BODY}", _h("突出招商引资", 1), _h("强化项目建设", 1)),
        example(f"一，总体目标\n{_BODY}\n二，工作重点\n1，突出招商引资。{_BODY}\n2，强化项目建设。{_BODY}", _h("总体目标", 1), _h("工作重点", 1), _h("突出招商引资", 2), _h("强化项目建设", 2)),
        example(f"一、在招商引资上下功夫，夯实发展后劲。{_BODY}\n二、在项目建设上下功夫，加快产业升级。{_BODY}", _h("在招商引资上下功夫,夯实发展后劲", 1), _h("在项目建设上下功夫,加快产业升级", 1)),
        example(f"一、年度任务\n{_MORE}\n2026年：{_BODY}\n2027年：{_BODY}\n2028年：{_BODY}", _h("年度任务", 1), _h("2026年", 2), _h("2027年", 2), _h("2028年", 2)),
        example(f"溪口日报讯（记者 林昭）塔吊林立、机器轰鸣。{_MORE}\n“开局不错，但压力不小。”管委会主任告诉记者，{_MORE}"),
        # the name of a document at the head of a page, below which the count goes on
        example(f"溪口园区年度工作要点\n一、工作措施\n1、突出招商引资。{_BODY}\n溪口园区年度工作要点\n2、强化项目建设。{_BODY}", _h("工作措施", 1), _h("突出招商引资", 2), _h("强化项目建设", 2)),
        # the note of who answers ends a line of a page that seems of fixed width
        example(
            "一、稳住增长，推动园区经济跑出加速度（责任单位：经发局）\n全年规上工业增加值增长百分之八以上。\n二、扩大投资，推动项目建设跑出加速度（责任单位：项目办）\n全年实施重点项目五十个，完成年度投资。",
            _h("稳住增长,推动园区经济跑出加速度", 1), _h("扩大投资,推动项目建设跑出加速度", 1),
        ),
        # what a site sets between the parts of a text
        example(f"园区工作计划范文\n{_MORE}\n隐藏内容\n此处内容需要权限查看\n• 普通用户特权：9.9积分\n• 会员用户特权：免费\n会员免费查看\n{_BODY}"),
        # a line over the text that a page is cut off in, beside another line
        example(
            f"{_MORE}\n溪口大桥年内通车\n{_BODY}\n会展中心上半年动工\n云溪会展中心，计划上半年动工，年底完成主体", _h("溪口大桥年内通车", 1), _h("会展中心上半年动工", 1)
        ),
        example(f"{_MORE}\n会展中心上半年动工\n云溪会展中心，计划上半年动工，年底完成主体"),
    ),
)  # fmt: skip
